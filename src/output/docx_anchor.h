/*
 * docx_anchor - where in its Word file a span of a document stands.
 */
#ifndef SKOLLINT_OUTPUT_DOCX_ANCHOR_H
#define SKOLLINT_OUTPUT_DOCX_ANCHOR_H

#include "document/document.h"
#include "ooxml/annotate.h"

/*
 * Set the part and bytes of a comment on the span, which begins and ends at
 * characters; of a span over several blocks, on its part in the first.
 * Characters at its ends that stand in no text of the file, such as symbols,
 * are left out. Unset, "no place at all", when the rest is not in one part.
 */
void docx_anchor(struct annotation *annotation,
                 const struct document *document, struct span span);

#endif
