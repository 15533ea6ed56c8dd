/*
 * docx_table - a new Word file with the points of one document as a table,
 * for documents that are no Word files themselves.
 */
#ifndef SKOLLINT_OUTPUT_DOCX_TABLE_H
#define SKOLLINT_OUTPUT_DOCX_TABLE_H

#include "output/view.h"

void docx_table(struct buf *into, const struct view *view);

#endif
