/*
 * reply_shared - what an account says of its areas as a whole: their names,
 * told before the first of them, and the parts that go with each.
 */
#ifndef SKOLLINT_STRUCTURE_REPLY_SHARED_H
#define SKOLLINT_STRUCTURE_REPLY_SHARED_H

#include "structure/decision_area.h"

/*
 * Whether the words of the heading in that block stand in a line above it
 * that speaks of areas: "Områdena heter i beslutet …".
 */
bool is_named_above(const struct reading *reading, size_t block);

/*
 * The block, within the last part or at its end, from which on the text is
 * about all areas: a heading no lower than the area's own that says so, or
 * that goes on with its numbers. The part's end where there is none.
 */
size_t shared_from(const struct reading *reading,
                   const struct part_of_area *last);

#endif
