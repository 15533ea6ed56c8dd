/*
 * input - bytes of any format in, a document out.
 *
 * Formats are told apart by content, never by name or suffix. What is no
 * report (an image, a program, an old Word file) gives a failure whose text
 * says what to do, mostly: save as .docx.
 */
#ifndef SKOLLINT_INPUT_INPUT_H
#define SKOLLINT_INPUT_INPUT_H

#include "document/document.h"

/* How a document with tracked changes is read. */
enum input_changes {
    INPUT_ACCEPTED, /* the final text, which is what is judged */
    INPUT_REJECTED  /* the text as it was before the changes */
};

/*
 * Read a document; NULL with the reason. `path` only goes into the document.
 * The bytes may be freed afterwards; the document with document_free.
 */
struct document *input_read(struct str path, struct str bytes,
                            struct failure *failure);

/*
 * The same with tracked changes seen as said. To learn whether a verdict
 * hangs on them, read a document whose residue has RESIDUE_TRACKED_INSERTION
 * or _DELETION once more as INPUT_REJECTED, and judge that too.
 */
struct document *input_read_changes(struct str path, struct str bytes,
                                    enum input_changes changes,
                                    struct failure *failure);

/*
 * A document from the table of words that pdftotext (-tsv) made of a PDF, or
 * tesseract of its pages as images, page after page. `bytes` are the PDF's,
 * for its hash.
 */
enum input_pages { INPUT_PRINTED, INPUT_SCANNED };
struct document *input_read_pages(struct str path, struct str bytes,
                                  struct str table, enum input_pages how,
                                  struct failure *failure);

enum { INPUT_FIRST_BYTES = 4096 };

/*
 * Whether a file that begins with these bytes (the first INPUT_FIRST_BYTES,
 * or all) may be a document that input_read knows; else false with the
 * reason, so that a folder's other files can be listed as skipped.
 */
bool input_known(struct str first_bytes, struct failure *failure);

#endif
