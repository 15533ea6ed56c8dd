/*
 * xml_bound - tags with more attributes than any document has.
 *
 * libxml2 compares every attribute of a tag with all others, so that one tag
 * with some hundred thousand of them takes minutes. Small tags are counted
 * when they are read; a large one here, while it waits for its end.
 */
#ifndef SKOLLINT_BASE_XML_BOUND_H
#define SKOLLINT_BASE_XML_BOUND_H

#include "base/str.h"

/* A tag that is not whole yet; begin with all zero. */
struct xml_bound {
    size_t words; /* between spaces outside of values */
    char quote;   /* that ends the value; '\0' outside of one */
    char last;    /* byte before */
};

/*
 * After each piece: whether the tag that waits for its end may go on.
 * `waiting` are all bytes that are not parsed yet, `piece` how many of these
 * at most came last.
 */
bool xml_bound_holds(struct xml_bound *bound, struct str waiting,
                     size_t piece);

#endif
