/*
 * cite_write - what `skollint cite` prints of a text.
 */
#ifndef SKOLLINT_OUTPUT_CITE_WRITE_H
#define SKOLLINT_OUTPUT_CITE_WRITE_H

#include "base/fail.h"
#include "output/law_write.h"

/*
 * Read the citations in the bytes and print them, "json" or "text". The
 * bytes may be in any encoding a document may be in; places are counted in
 * the text as a document would hold it. False with the reason for another
 * format, and for a text over LIMIT_TEXT.
 */
bool cite_write(struct buf *into, const struct law_view *view,
                struct str bytes, struct str format, struct failure *failure);

#endif
