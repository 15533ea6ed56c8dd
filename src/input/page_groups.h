/*
 * page_groups - which lines of a page were one paragraph, a row, a heading.
 *
 * What says so is how the lines stand: their height, the room above them,
 * how full they are. Lines at the edges of the pages are passed over; tables
 * have been found before.
 */
#ifndef SKOLLINT_INPUT_PAGE_GROUPS_H
#define SKOLLINT_INPUT_PAGE_GROUPS_H

#include "input/pages.h"

/* A paragraph, or one row of a table. */
struct group {
    size_t first, end; /* lines */
    uint32_t row;      /* of a table: its lines are cells */
    bool bullet;
    unsigned heading; /* level, or 0 */
    bool room;        /* more room above it than between lines */
};

struct groups {
    struct group *items;
    size_t count;
};

/* `scanned`: an OCR program read the lines, so heights are uncertain. */
struct groups groups_of(struct arena *arena, const struct pages *pages,
                        bool scanned);

#endif
