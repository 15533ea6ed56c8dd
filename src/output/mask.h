/*
 * mask - personal data of one reviewed document, hidden wherever it is quoted.
 *
 * The review marks evidence as personal. Every letter and digit of it becomes
 * a dot in any quote that overlaps it, all of it three in a sentence of ours
 * that repeats it; what is not masked comes out byte for byte.
 */
#ifndef SKOLLINT_OUTPUT_MASK_H
#define SKOLLINT_OUTPUT_MASK_H

#include "review/review.h"

struct mask {
    struct str text;     /* the document's */
    struct span *spans;  /* in text order; none when data may be shown */
    size_t count;
};

/* The spans live in `arena`. `show` is the user's explicit wish to see. */
struct mask mask_new(struct arena *arena, const struct reviewed *reviewed,
                     bool show);

/* The span's text added to `into`; whether anything of it was hidden. */
bool mask_add_span(struct buf *into, const struct mask *mask,
                   struct span span);

/* How many bytes of the span are hidden. */
size_t mask_hidden(const struct mask *mask, struct span span);

/* A sentence of ours that may repeat something of the text. */
void mask_add_words(struct buf *into, const struct mask *mask,
                    struct str words);

#endif
