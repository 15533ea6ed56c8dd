/* goal_words - a goal's words, and where they are said again. */
#include "structure/goal_words.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_GOAL = 120, /* words that are compared */
    FEWEST = 4,         /* words of a goal that may be said nearly the same */
    ALIKE = 85          /* percent of the words of two that are one goal */
};

static int by_value(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return left < right ? -1 : left > right;
}

static size_t distinct_keys(const struct reading *reading, size_t first,
                            size_t end, uint64_t keys[LONGEST_GOAL])
{
    size_t count = 0, kept = 0;

    for (size_t i = first; i < end && count < LONGEST_GOAL; i++)
        if (is_word(reading->tokens, i))
            keys[count++] = token_key(reading, i);
    qsort(keys, count, sizeof *keys, by_value);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || keys[i] != keys[kept - 1])
            keys[kept++] = keys[i];
    return kept;
}

struct goal_words goal_words_of(const struct reading *reading, size_t first,
                                size_t end)
{
    uint64_t keys[LONGEST_GOAL];
    struct goal_words words = {.first = first, .end = end};

    words.count = distinct_keys(reading, first, end, keys);
    words.keys =
        arena_alloc(reading->arena, (words.count + 1) * sizeof *keys);
    memcpy(words.keys, keys, words.count * sizeof *keys);
    return words;
}

/* The end of the goal's words at a place where they all stand, or `at`. */
static size_t past_words(const struct reading *reading,
                         const struct goal_words *goal, size_t at, size_t end)
{
    size_t from = goal->first, start = at;

    for (;;) {
        while (from < goal->end && !is_word(reading->tokens, from))
            from++;
        if (from == goal->end)
            return at;
        while (at < end && !is_word(reading->tokens, at))
            at++;
        if (at == end || token_key(reading, at) != token_key(reading, from))
            return start;
        from++;
        at++;
    }
}

bool goal_words_alike(const struct reading *reading,
                      const struct goal_words *goal, size_t first, size_t end)
{
    uint64_t keys[LONGEST_GOAL];
    size_t words = words_in(reading, first, end);
    size_t count, both = 0, i = 0, j = 0;

    if (goal->count < FEWEST || words * 100 < goal->count * ALIKE ||
        words > goal->count * 2)
        return false;
    count = distinct_keys(reading, first, end, keys);
    while (i < count && j < goal->count) {
        if (keys[i] == goal->keys[j]) {
            both++;
            i++;
            j++;
        } else if (keys[i] < goal->keys[j]) {
            i++;
        } else {
            j++;
        }
    }
    return both * 100 >= (count + goal->count - both) * ALIKE;
}

/* Past the marks that close a repeated goal: its full stop and quote. */
static size_t past_close(const struct reading *reading, size_t at, size_t end)
{
    while (at < end && !is_word(reading->tokens, at) &&
           !(reading->tokens->items[at].flags & TOKEN_AFTER_SPACE))
        at++;
    return at;
}

size_t goal_words_past(const struct reading *reading,
                       const struct goal_words *goal, size_t at, size_t end)
{
    size_t past = past_words(reading, goal, at, end);

    return past > at ? past_close(reading, past, end) : at;
}
