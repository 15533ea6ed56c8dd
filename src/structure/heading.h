/*
 * heading - which lines are headings, and the sections they begin.
 *
 * Word says so by style; plain text only by shape: a short line without a
 * full stop, after a blank or before a paragraph.
 */
#ifndef SKOLLINT_STRUCTURE_HEADING_H
#define SKOLLINT_STRUCTURE_HEADING_H

#include "structure/reading.h"

/* Sets line.heading for every block. */
void headings_find(struct reading *reading);

/* Paints the table of contents as front matter; its lines are no headings. */
void contents_find(struct reading *reading);

/* Makes outline->sections from the headings and paints voices and roles.
 * Lines before `from` (a block) are left as they are. */
void sections_make(struct reading *reading, size_t from);

/* The role a heading gives its section, or NO_INDEX. */
int heading_role(const struct reading *reading, size_t block);

#endif
