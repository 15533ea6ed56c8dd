/* replies - what was answered to our own comments in a Word file. */
#ifndef SKOLLINT_REVIEW_REPLIES_H
#define SKOLLINT_REVIEW_REPLIES_H

#include "review/judge.h"

/*
 * A gap whose comment a person resolved or answered is waived, with the
 * answer as its reason. What must not be left in (personal data, comments)
 * is a find that no answer takes away: a must of that kind stays open.
 */
void replies_take(const struct judge *judge, struct result *result);

#endif
