/*
 * reader - what each format has to say for itself: one row of a table.
 *
 * A new format is one file with a reader and one row in input.c.
 */
#ifndef SKOLLINT_INPUT_READER_H
#define SKOLLINT_INPUT_READER_H

#include "document/builder.h"
#include "input/input.h"

struct reader {
    struct str format; /* as in JSON */
    bool by_lines;     /* it joins wrapped lines itself */
    /* Whether a file that begins like this is of the format. */
    bool (*knows)(struct str first);
    /* Hand all of it to the builder; false with the reason. */
    bool (*read)(struct builder *builder, struct str bytes,
                 enum input_changes changes, struct failure *failure);
};

extern const struct reader reader_text;
extern const struct reader reader_docx;
extern const struct reader reader_html;
extern const struct reader reader_odt;
extern const struct reader reader_flat; /* Word as one XML file */

/* The words of printed pages, as input_read_pages has them. */
bool read_pages(struct builder *builder, struct str table, bool scanned,
                struct failure *failure);

/* Join the paragraphs of a document that are lines of a wrapped text. */
void document_rewrap(struct document *document);

/* Whether decoded text is Swedish that an OCR program read. */
bool text_is_ocr(struct str text);

#endif
