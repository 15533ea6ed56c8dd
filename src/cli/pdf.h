/*
 * pdf - the words of a PDF, by pdftotext or, where it holds images of text,
 * by pdftoppm and tesseract. Nothing is written to disk on the way.
 */
#ifndef SKOLLINT_CLI_PDF_H
#define SKOLLINT_CLI_PDF_H

#include "cli/files.h"

enum pdf_ocr {
    PDF_OCR_AUTO, /* when the text layer is poor */
    PDF_OCR_ALWAYS,
    PDF_OCR_NEVER
};

/* "auto" "always" "never" or NULL for auto; false for any other. */
bool pdf_ocr_of(const char *word, enum pdf_ocr *ocr);

/* How a PDF is read. */
struct pdf_how {
    enum pdf_ocr ocr;
    unsigned programs; /* that may read its text layer at once */
};

/* From the words after --ocr and --jobs; NULL and 0 when not given. */
struct pdf_how pdf_how(const char *ocr, unsigned jobs);

bool pdf_is(const struct bytes *bytes);

/* The table of words that skollint_document_new_pages reads; free it. */
bool pdf_words(const struct bytes *pdf, struct pdf_how how,
               struct bytes *table, bool *scanned,
               struct skollint_error *why);

#endif
