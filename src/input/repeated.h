/*
 * repeated - what is said at the edges of one page after another.
 */
#ifndef SKOLLINT_INPUT_REPEATED_H
#define SKOLLINT_INPUT_REPEATED_H

#include "base/str.h"

/*
 * Whether two lines are the same, or short and the same but for digits and,
 * as a scan may misread them, marks: "Page 1 (3)" and "Page 2 (3)".
 */
bool is_said_again(struct str a, struct str b);

#endif
