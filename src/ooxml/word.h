/*
 * word - a Word document into the builder: its text as Word shows it, and
 * what must not be left in.
 */
#ifndef SKOLLINT_OOXML_WORD_H
#define SKOLLINT_OOXML_WORD_H

#include "document/builder.h"
#include "ooxml/package.h"

enum word_changes { WORD_ACCEPTED, WORD_REJECTED };

/*
 * Read all of a package: headers, body, footers, notes. False with the
 * reason when it is no Word document ("zip-not-word") or is damaged.
 */
bool word_document_read(struct builder *builder, struct package *package,
                        enum word_changes changes, struct failure *failure);

#endif
