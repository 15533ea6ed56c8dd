/*
 * layout - text for a terminal: wrapped, with hanging indents, and colour.
 *
 * Widths count code points. A word longer than the line is split.
 */
#ifndef SKOLLINT_OUTPUT_LAYOUT_H
#define SKOLLINT_OUTPUT_LAYOUT_H

#include "base/buf.h"

enum style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_GOOD, STYLE_WARM };

struct layout {
    struct buf *into;
    size_t width;
    bool colour;
};

/* Words in a style. */
struct styled {
    struct str text;
    enum style style;
};

/*
 * One paragraph: the lead and the text, wrapped, each line after the first
 * indented by `indent` code points. Ends in a newline.
 */
void layout_text(const struct layout *layout, struct styled lead,
                 size_t indent, struct styled text);

/* The same with `indent` spaces (at most 20) as the lead. */
void layout_indented(const struct layout *layout, size_t indent,
                     struct styled text);

/* One cell of a row: its words, and how many code points wide. */
struct cell {
    struct styled words; /* a line feed begins a new line */
    size_t width;
};

enum { CELLS_MOST = 24 };

/*
 * A row of a table at an indent, each cell wrapped at its width and parted
 * from the next by two spaces; at most CELLS_MOST.
 */
void layout_row(const struct layout *layout, size_t indent,
                const struct cell *cells, size_t count);

/* A line under or over rows, `width` code points long. */
void layout_rule(const struct layout *layout, size_t indent, size_t width);

void layout_blank(const struct layout *layout);

#endif
