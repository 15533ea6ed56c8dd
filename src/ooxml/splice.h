/*
 * splice - the marks of comments into the bytes of a main part.
 */
#ifndef SKOLLINT_OOXML_SPLICE_H
#define SKOLLINT_OOXML_SPLICE_H

#include "base/buf.h"
#include "ooxml/anchors.h"

/* A comment's id and the bytes it is on; `placed` is set by splice. */
struct placing {
    uint64_t start, end; /* end 0: nowhere in this part */
    unsigned id;
};

/*
 * The part with marks, without our earlier ones. A comment that cannot stand
 * where it is meant to goes to the first text. False when the part has no
 * text at all, or its bytes are not what was parsed.
 */
bool splice(struct buf *into, struct str part, const struct anchors *anchors,
            const struct placing *placings, size_t count,
            struct failure *failure);

#endif
