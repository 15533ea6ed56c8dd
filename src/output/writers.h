/*
 * writers - the table of formats: one row and one file write_NAME.c each.
 */
#ifndef SKOLLINT_OUTPUT_WRITERS_H
#define SKOLLINT_OUTPUT_WRITERS_H

#include "output/output.h"

extern const struct writer writer_text;
extern const struct writer writer_json;
extern const struct writer writer_ndjson;
extern const struct writer writer_html;
extern const struct writer writer_sarif;
extern const struct writer writer_docx;
extern const struct writer writer_markdown;
extern const struct writer writer_junit;
extern const struct writer writer_csv;

#endif
