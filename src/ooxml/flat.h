/*
 * flat - the parts of a Flat OPC file: a Word file that is one XML document.
 */
#ifndef SKOLLINT_OOXML_FLAT_H
#define SKOLLINT_OOXML_FLAT_H

#include "base/arena.h"
#include "base/fail.h"

struct flat_part {
    struct str name;    /* without the leading slash */
    struct str content; /* its XML, borrowed; empty for binary parts */
};

struct flat {
    struct flat_part *parts;
    size_t count, capacity;
    struct str bytes; /* the whole file, as UTF-8 */
};

/* False with the reason. The bytes must outlive it. */
bool flat_read(struct flat *flat, struct arena *arena, struct str bytes,
               struct failure *failure);

/* NULL when there is none of that name. */
const struct flat_part *flat_find(const struct flat *flat, struct str name);

#endif
