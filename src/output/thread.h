/*
 * thread - the red thread of one measure: what hangs on what, and where it
 * breaks.
 *
 * Which boxes make up the thread, and which criterion says whether each one
 * holds, is data: the text "thread-rows" in rules/frame/html.yaml.
 */
#ifndef SKOLLINT_OUTPUT_THREAD_H
#define SKOLLINT_OUTPUT_THREAD_H

#include "output/view.h"

enum { THREAD_ROWS = 8, THREAD_COLUMNS = 4 };

struct thread_cell {
    bool present;    /* the form has such a box in this column */
    struct span span; /* words of the author; length 0: none */
    struct str text; /* instead of a quote: a word of ours */
    enum verdict verdict;
};

struct thread_row {
    struct str label;
    bool shared; /* one cell for all columns */
    struct thread_cell cells[THREAD_COLUMNS];
};

struct thread {
    struct thread_row rows[THREAD_ROWS];
    size_t row_count;
    size_t columns;
    size_t more; /* goal blocks that there is no column for */
};

/* The thread of a measure; no rows when there is nothing to draw. */
struct thread thread_of(const struct view *view, size_t measure);

#endif
