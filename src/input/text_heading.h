/*
 * text_heading - which lines of a plain text are headings, by their form.
 */
#ifndef SKOLLINT_INPUT_TEXT_HEADING_H
#define SKOLLINT_INPUT_TEXT_HEADING_H

#include "input/lines.h"

/* What stands around a line. */
struct surroundings {
    const struct line *before; /* the last line with text; number 0: none */
    size_t blanks;             /* blank lines since it */
    const struct lines *after; /* what follows the line */
    bool cells_seen;           /* cells that begin lines may be open */
    const struct layout *layout;
};

/*
 * Short, a capital first, no end of a sentence, room above it, and
 * something under it that does not go on with it.
 */
bool line_is_heading(const struct line *line,
                     const struct surroundings *around);

/* "## " at the start: the depth, and in *skip the bytes it takes; else 0. */
unsigned line_marked_heading(struct str text, size_t *skip);

/* "1.2 Resultat" is of the second level; without a number it is 1. */
unsigned line_heading_level(struct str text);

#endif
