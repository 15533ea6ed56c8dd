/*
 * text_blocks - lines of plain text as paragraphs, headings and cells.
 */
#ifndef SKOLLINT_INPUT_TEXT_BLOCKS_H
#define SKOLLINT_INPUT_TEXT_BLOCKS_H

#include "document/builder.h"

/*
 * Lines that were wrapped are one paragraph again, cells come after TABs or
 * wide gaps, and what the edges of all pages say is said once.
 */
void text_add_blocks(struct builder *builder, struct str text);

#endif
