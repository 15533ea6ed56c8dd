/*
 * pdf_scan - pages of a PDF read as images, by pdftoppm and tesseract.
 */
#ifndef SKOLLINT_CLI_PDF_SCAN_H
#define SKOLLINT_CLI_PDF_SCAN_H

#include "cli/files.h"
#include "cli/run.h"

enum pdf_image {
    PDF_TEXT,     /* the page's text layer is good */
    PDF_IF_DRAWN, /* read it as an image, unless nothing is drawn on it */
    PDF_AS_IMAGE
};

struct pdf_page {
    const char *rows; /* of the table of words that the text layer gives */
    size_t length;
    enum pdf_image image;
    struct bytes scan; /* the table that was read of the image; free it */
};

/* Read those pages that are images; false with the reason. */
bool pdf_scan(const struct bytes *pdf, struct pdf_page *pages, size_t count,
              struct skollint_error *why);

/* Why a PDF cannot be read; false. */
bool pdf_explain(struct skollint_error *why, const char *key,
                 const char *detail);

/* Why a program gave nothing; `package` is where it comes from. */
bool pdf_explain_end(struct skollint_error *why, enum run_end end,
                     const char *package, const char *key,
                     const char *detail);

#endif
