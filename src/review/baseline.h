/*
 * baseline - an earlier run's report, to tell what is new since then.
 */
#ifndef SKOLLINT_REVIEW_BASELINE_H
#define SKOLLINT_REVIEW_BASELINE_H

#include "review/review.h"

struct baseline;

/*
 * Read a report that `check --format json` wrote; NULL with the reason. The
 * bytes need not outlive the call. Free with baseline_free.
 */
struct baseline *baseline_read(struct str bytes, struct failure *failure);
void baseline_free(struct baseline *baseline); /* NULL is fine */

/*
 * Say of each result of a document what has changed. The document is found
 * again by its file's name, or as the only one of both runs.
 */
void baseline_compare(const struct baseline *baseline,
                      struct reviewed *reviewed);

#endif
