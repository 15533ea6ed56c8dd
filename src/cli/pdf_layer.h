/*
 * pdf_layer - the words of a PDF's text layer, by pdftotext.
 */
#ifndef SKOLLINT_CLI_PDF_LAYER_H
#define SKOLLINT_CLI_PDF_LAYER_H

#include "cli/run.h"

/*
 * The table of words of all pages; free it when the end is RUN_DONE. Of a
 * long PDF as many programs as are allowed read a stretch of pages each.
 */
enum run_end pdf_layer(const struct bytes *pdf, unsigned programs,
                       struct bytes *table);

#endif
