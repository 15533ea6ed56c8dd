/*
 * text_edges - headers, footers and page numbers of a text cut into pages.
 */
#ifndef SKOLLINT_INPUT_TEXT_EDGES_H
#define SKOLLINT_INPUT_TEXT_EDGES_H

#include "base/arena.h"
#include "input/lines.h"

struct text_edge {
    struct line line;
    bool footer;
    bool first; /* the first time it is said */
};

struct text_edges {
    struct text_edge *items; /* in the order of their lines */
    size_t count;
};

/*
 * The lines at the top and bottom of pages that other pages say too, digits
 * aside; none of a text without form feeds and page numbers. In the arena.
 */
struct text_edges text_edges_of(struct arena *arena, struct str text);

#endif
