/*
 * stems - content words two stretches of text have in common.
 */
#ifndef SKOLLINT_CHECK_STEMS_H
#define SKOLLINT_CHECK_STEMS_H

#include "check/check.h"

/*
 * How many different content words of tokens [first, end) are found again
 * in [other, other_end): the same stem, or long compounds that begin or end
 * alike. Words of fewer than 4 letters and words of the lexicon `generic`
 * (-1 for none) never count. *shown is the first such token in the second
 * range, when there is one.
 */
size_t stems_shared(const struct facts *facts, size_t first, size_t end,
                    size_t other, size_t other_end, int generic,
                    size_t *shown);

/* How many different content words there are. */
size_t stems_count(const struct facts *facts, size_t first, size_t end,
                   int generic);

#endif
