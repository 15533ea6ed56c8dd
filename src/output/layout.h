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

void layout_blank(const struct layout *layout);

#endif
