/*
 * theme - the colours of a document's theme, and which colour means what.
 *
 * Goals are marked green (achieved), yellow (on the way) and red (begun), in
 * whatever shade the author's palette had. Only that class of a colour is
 * kept; grey, black, white, blue and brown are no class.
 */
#ifndef SKOLLINT_OOXML_THEME_H
#define SKOLLINT_OOXML_THEME_H

#include "ooxml/package.h"

enum paint { PAINT_NONE, PAINT_GREEN, PAINT_YELLOW, PAINT_RED };

enum { THEME_COLOURS = 12 };

struct theme {
    bool known;
    uint32_t colours[THEME_COLOURS]; /* 0xRRGGBB, in the order of the file */
};

bool theme_read(struct theme *theme, struct package *package, struct str part,
                struct failure *failure);

/* A colour of letters is seen only when it is strong, a ground also pale. */
enum paint_use { PAINT_INK, PAINT_GROUND };

/*
 * What six hex digits are, or the theme's colour when it is named (then a
 * tint or shade in hex changes it). "auto" and what is no colour: none.
 */
struct paint_source {
    struct str hex, theme, tint, shade;
};
enum paint paint_of(const struct theme *theme, struct paint_source source,
                    enum paint_use use);

/* The named colours of w:highlight. */
enum paint paint_of_highlight(struct str name);

/* The class of 0xRRGGBB. */
enum paint paint_of_rgb(uint32_t rgb, enum paint_use use);

#endif
