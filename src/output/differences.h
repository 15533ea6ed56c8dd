/*
 * differences - the verdicts that other rules change over a set of documents.
 */
#ifndef SKOLLINT_OUTPUT_DIFFERENCES_H
#define SKOLLINT_OUTPUT_DIFFERENCES_H

#include "output/output.h"

/*
 * The reviews are of the same documents in the same order. Returns how many
 * verdicts differ. Of `output` texts and language are used.
 */
size_t differences_write(struct buf *into, const struct output *output,
                         const struct review *before,
                         const struct review *after);

#endif
