/*
 * join - a document and its enclosures, to be read as one.
 */
#ifndef SKOLLINT_DOCUMENT_JOIN_H
#define SKOLLINT_DOCUMENT_JOIN_H

#include "document/document.h"

/*
 * A new document: all of `body`, then the text of `enclosure` under its name.
 * What was found in the enclosure's file (comments, residue, colours) is left
 * out: only its words count. Bytes of the body keep their places. Neither is
 * changed; the new one holds nothing of `enclosure`, but `body` must live as
 * long as it.
 */
struct document *document_join(const struct document *body,
                               const struct document *enclosure);

#endif
