/*
 * page_tables - the tables of printed pages, by where their words stand.
 *
 * Other programs give a table row by row, column by column or as lines of
 * text. Here it is what stands on the page that counts: two or more rows of
 * words with the same empty lanes between them.
 */
#ifndef SKOLLINT_INPUT_PAGE_TABLES_H
#define SKOLLINT_INPUT_PAGE_TABLES_H

#include "input/pages.h"

/*
 * Put lines, one per cell and row by row, in place of the lines of each
 * table: `row` is told, and never the same for two rows. In the arena.
 * After pages_mark_edges; lines at the edges are left alone.
 */
void pages_find_tables(struct arena *arena, struct pages *pages);

#endif
