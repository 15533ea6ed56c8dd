/*
 * times_write - which rules took the time of a run.
 */
#ifndef SKOLLINT_OUTPUT_TIMES_WRITE_H
#define SKOLLINT_OUTPUT_TIMES_WRITE_H

#include "review/review.h"

enum { TIMES_SHOWN = 10 };

/*
 * The slowest rules first, at most TIMES_SHOWN, a line each: milliseconds
 * over all documents, share, code and title. Nothing when nothing was
 * measured.
 */
void times_write(struct buf *into, const struct review *review, int language);

#endif
