/* dispose - what a settings file says of a result: off, waived, judged. */
#ifndef SKOLLINT_REVIEW_DISPOSE_H
#define SKOLLINT_REVIEW_DISPOSE_H

#include "review/judge.h"

/* Apply the rule set's settings to a judged result. */
void dispose(const struct judge *judge, struct result *result);

/*
 * What the settings changed in a judged document, one sentence for the
 * answer line; "" for nothing. A settings file may have come with the mail.
 */
struct str dispose_note(const struct judge *judge,
                        const struct reviewed *reviewed);

#endif
