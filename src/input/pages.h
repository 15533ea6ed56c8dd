/*
 * pages - the lines of printed pages, with where they stand on them.
 *
 * Read from the tables of words (TSV) that pdftotext and tesseract write
 * alike: level, page, block, paragraph, line, word, left, top, width,
 * height, certainty, text. The order is that of reading. Nothing is trusted:
 * a row that does not fit is passed over.
 */
#ifndef SKOLLINT_INPUT_PAGES_H
#define SKOLLINT_INPUT_PAGES_H

#include "base/arena.h"

enum edge {
    EDGE_NONE,
    EDGE_DROP,   /* a page number, a header or footer said before */
    EDGE_HEADER, /* the first time a header is said */
    EDGE_FOOTER
};

struct page_line {
    struct str text; /* words with one space between */
    double left, top, right, bottom;
    uint32_t page; /* from 1 */
    enum edge edge;
    size_t first_word, word_count;
    uint32_t row, column; /* of a table: from 1, else 0 */
};

struct page_word {
    struct str text;
    double left, right;
};

struct pages {
    struct page_line *lines; /* in reading order */
    size_t count;
    struct page_word *words; /* of all lines */
    size_t word_count;
    double *heights; /* of page n at n - 1 */
    uint32_t page_count;
    double certainty; /* mean of all words, 0 to 100 */
};

/* In the arena; `table` must outlive it. */
struct pages *pages_read(struct arena *arena, struct str table);

/*
 * Tell what is said again at the top or bottom of the pages from what is
 * said once: headers, footers, page numbers.
 */
void pages_mark_edges(struct pages *pages);

#endif
