/*
 * look - what of the look of text has a meaning: bold, hidden, coloured.
 */
#ifndef SKOLLINT_OOXML_LOOK_H
#define SKOLLINT_OOXML_LOOK_H

#include "ooxml/theme.h"

enum {
    LOOK_BOLD = 1,
    LOOK_HIDDEN = 2,
    LOOK_INK = 4,
    LOOK_HIGHLIGHT = 8,
    LOOK_FILL = 16
};

/* Only what is in `set` is said; the rest comes from what is under it. */
struct look {
    unsigned set;
    bool bold, hidden;
    enum paint ink, highlight, fill;
};

/* Take in one child element of a w:rPr (or a w:shd anywhere). */
void look_read(struct look *look, const struct xml_tag *tag,
               const struct theme *theme);

/* Lay what `over` says over `look`. */
void look_lay(struct look *look, const struct look *over);

/* What the eye sees of the three. */
enum paint look_paint(const struct look *look);

/* Whether an on/off element (w:b) says on. */
bool word_is_on(const struct xml_tag *tag);

#endif
