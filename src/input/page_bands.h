/*
 * page_bands - the words of a page by height, and the lanes between them.
 */
#ifndef SKOLLINT_INPUT_PAGE_BANDS_H
#define SKOLLINT_INPUT_PAGE_BANDS_H

#include "input/pages.h"

/* A word, and the line that it is of. */
struct placed {
    const struct page_word *word;
    size_t line;
};

/* What stands at one height of a page, from the left. */
struct band {
    const struct placed *words;
    size_t count;
    double top, bottom;
    unsigned parts; /* stretches of words with a wide gap between them */
};

struct bands {
    struct band *items;
    size_t count;
};

/* Of the lines [first, end), which are one page's; edges are left out. */
struct bands bands_of(struct arena *arena, const struct pages *pages,
                      size_t first, size_t end);

double band_height(const struct band *band);

/* Whether the band begins with a small letter: its text goes on. */
bool band_goes_on(const struct band *band);

enum { LANES_MOST = 16 };

/* Stretches from the left to the right edge of a page where no word is. */
struct lanes {
    double left[LANES_MOST], right[LANES_MOST];
    unsigned count;
};

/* Every stretch is free before the first band is taken into account. */
struct lanes lanes_all(void);
void lanes_keep_off(struct lanes *lanes, const struct band *band);

/* Lanes but for the page's margins: one less than there are columns. */
unsigned lanes_inner(const struct lanes *lanes);

/* The column of a word, from 0. */
unsigned lanes_column(const struct lanes *lanes,
                      const struct page_word *word);

#endif
