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

#endif
