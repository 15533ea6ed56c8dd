/*
 * splice - the marks of comments into the bytes of a main part.
 */
#ifndef SKOLLINT_OOXML_SPLICE_H
#define SKOLLINT_OOXML_SPLICE_H

#include "base/buf.h"
#include "ooxml/place.h"

/*
 * The part with marks, without our earlier ones. False when the part has no
 * text that can hold them, or its bytes are not what was parsed.
 */
bool splice(struct buf *into, struct str part, const struct anchors *anchors,
            const struct placing *placings, size_t count,
            struct failure *failure);

#endif
