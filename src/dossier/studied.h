/*
 * studied - a judged document with its words at hand again.
 */
#ifndef SKOLLINT_DOSSIER_STUDIED_H
#define SKOLLINT_DOSSIER_STUDIED_H

#include "precedent/progress.h"
#include "review/review.h"

struct studied {
    const struct review *review;
    const struct reviewed *reviewed;
    const struct outline *outline;
    const struct tokens *tokens;
    const struct facts *facts;
    struct progress_marks progress;
    struct str *keys; /* per word: what it is compared by */
};

/* Document number `index` of the review; all in `arena`. */
struct studied *studied_new(struct arena *arena, const struct review *review,
                            size_t index);

/* Whether a sentence is the author's own words, or such as are retold. */
bool studied_own(const struct studied *studied,
                 const struct sentence *sentence);

/* Whether a sentence holds a lexicon or mark; never for -1. */
bool studied_has(const struct sentence *sentence, int name);

/*
 * What an owner's name is compared by: its words without case, accents (a
 * scan loses them) and a genitive s before the last word.
 */
struct str studied_owner_key(struct arena *arena, struct str name);

/* Fill a text of the frame. */
struct str studied_say(struct arena *arena, const struct review *review,
                       const char *key, const struct text_value *values,
                       size_t count);

/*
 * How many different words of tokens [first, end) of one are found in
 * tokens [other, other_end) of the other; words of the lexicon `generic`
 * and short ones never count. *of is how many there were.
 */
size_t studied_shared(const struct studied *one, size_t first, size_t end,
                      const struct studied *other, size_t other_first,
                      size_t other_end, int generic, size_t *of);

#endif
