/*
 * goal_words - a goal's words, and where they are said again.
 */
#ifndef SKOLLINT_STRUCTURE_GOAL_WORDS_H
#define SKOLLINT_STRUCTURE_GOAL_WORDS_H

#include "structure/reading.h"

/* The tokens of a goal, and its distinct words, sorted. */
struct goal_words {
    size_t first, end;
    uint64_t *keys;
    size_t count;
};

struct goal_words goal_words_of(const struct reading *reading, size_t first,
                                size_t end);

/*
 * The end of the goal's words at a place where all of them stand in order,
 * with the marks that close them; else `at`.
 */
size_t goal_words_past(const struct reading *reading,
                       const struct goal_words *goal, size_t at, size_t end);

/* Whether a stretch has nearly the same words as the goal. */
bool goal_words_alike(const struct reading *reading,
                      const struct goal_words *goal, size_t first,
                      size_t end);

#endif
