/*
 * text_heading - which lines of a plain text are headings, by their form.
 */
#ifndef SKOLLINT_INPUT_TEXT_HEADING_H
#define SKOLLINT_INPUT_TEXT_HEADING_H

#include "input/lines.h"

/* What stands around a line. */
struct surroundings {
    struct str before, next;     /* lines with text; empty when none */
    size_t blanks, blanks_after; /* blank lines between */
    bool cells_seen;             /* cells that begin lines may be open */
    bool wrapped;                /* lines may go on with each other */
};

/* Short, a capital or number first, no end of a sentence. */
bool line_has_heading_form(struct str text);

/* Whether all of the line stands in parentheses. */
bool line_in_parentheses(struct str text);

/*
 * Whether a line of that form is a heading: room above it, and something
 * under it that does not go on with it.
 */
bool line_is_heading(const struct surroundings *around);

/* "## " at the start: the depth, and in *skip the bytes it takes; else 0. */
unsigned line_marked_heading(struct str text, size_t *skip);

/* "1.2 Resultat" is of the second level; without a number it is 1. */
unsigned line_heading_level(struct str text);

#endif
