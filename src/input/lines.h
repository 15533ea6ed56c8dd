/*
 * lines - a plain text line by line, and whether its lines were wrapped.
 */
#ifndef SKOLLINT_INPUT_LINES_H
#define SKOLLINT_INPUT_LINES_H

#include "base/str.h"

/* A line without what ends it (LF, CR or CR LF). */
struct line {
    struct str text;
    uint32_t number; /* from 1 */
    uint32_t page;   /* from 1 after the first form feed, else 0 */
    bool blank;      /* white space only, and it does not begin a cell */
    bool cell;       /* begins with a TAB */
};

/* Where the reading of lines is; copy it to look ahead. */
struct lines {
    struct str rest;
    uint32_t number;
    uint32_t page;
};

struct lines lines_of(struct str text);
bool lines_next(struct lines *lines, struct line *line);

/* How a text is laid out, found once. */
struct layout {
    bool wrapped;   /* paragraphs were broken into lines of a width */
    size_t width;   /* code points of a full line */
    bool has_cells; /* some line begins with a TAB */
    bool ocr;
};

struct layout layout_of(struct str text);

/* Whether the line leaves no room for the first word of the next. */
bool line_is_full(struct str line, struct str next,
                  const struct layout *layout);

/* Whether it begins with a small letter, after quotes and brackets. */
bool line_begins_small(struct str line);

/* Whether a sentence ends where it ends: . : ! ? and closing marks. */
bool line_ends_sentence(struct str line);

/* What parts the cells of a line: a TAB, or spaces where it has none. */
char line_separator(struct str line);

/*
 * The gap that parts two cells of a row, the first at or after byte `from`:
 * a TAB, or three spaces or more where those are the separator. Returns where
 * it starts, with *end where the next cell begins; the line's length and *end
 * the same when there is none.
 */
size_t line_gap(struct str line, char separator, size_t from, size_t *end);

/*
 * Whether the line is a row of cells. Three cells make one; two do where the
 * line before was one (else "Storby kommun          Dnr 7" is a letterhead).
 */
bool line_is_row(struct str line, bool after_row);

/*
 * The length of a bullet or number that begins a list item, with the white
 * space after it; 0 when there is none. "e " is a bullet in OCR text.
 */
size_t line_bullet(struct str line, const struct layout *layout);

/* Whether the text is the bullet or number alone. */
bool line_is_bullet(struct str text, const struct layout *layout);

#endif
