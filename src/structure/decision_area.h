/*
 * decision_area - what a decision says of one area.
 */
#ifndef SKOLLINT_STRUCTURE_DECISION_AREA_H
#define SKOLLINT_STRUCTURE_DECISION_AREA_H

#include "structure/reading.h"

/* Blocks [block, end_block) about an area; the first is its heading. */
struct part_of_area {
    size_t block, end_block;
    int area;
};

struct parts {
    struct part_of_area *items;
    size_t count;
};

/* Law, rating, points, account, outcome and intervention, and the paint. */
void decision_area_read(struct reading *reading, const struct parts *parts,
                        int area);

/* The subject whose name stands within the tokens, or NO_INDEX. */
int subject_named(const struct reading *reading, size_t first, size_t end);

#endif
