/*
 * reply_series - headings of areas that no name or word gives away, only
 * how they stand: in an account that answers a decision.
 */
#ifndef SKOLLINT_STRUCTURE_REPLY_SERIES_H
#define SKOLLINT_STRUCTURE_REPLY_SERIES_H

#include "structure/reading.h"

/*
 * Whether the heading is one of several under which the same heading comes
 * first: "Frånvaron", "Så ser det ut", …, "Betygen", "Så ser det ut".
 */
bool is_twin(const struct reading *reading, size_t block);

/*
 * Whether there may be any: each is held against each, and no account has
 * more than 200 headings with another right below. Ask once.
 */
bool may_have_twins(const struct reading *reading);

/*
 * Whether the headings that have a number ("1.") are those of areas: they
 * come after a line that says how many areas there are ("tre saker"), and
 * none of them has the name of a section that any account has
 * ("2. Bakgrund"). It looks at all of them, so ask once.
 */
bool has_series(const struct reading *reading);
bool is_in_series(const struct reading *reading, size_t block);

#endif
