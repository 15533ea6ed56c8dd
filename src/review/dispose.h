/* dispose - what a settings file says of a result: off, waived, judged. */
#ifndef SKOLLINT_REVIEW_DISPOSE_H
#define SKOLLINT_REVIEW_DISPOSE_H

#include "review/judge.h"

/* Apply the rule set's settings to a judged result. */
void dispose(const struct judge *judge, struct result *result);

#endif
