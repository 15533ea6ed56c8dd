/*
 * patterns - where each pattern of the rules matches, found once per
 * document and only when a check asks.
 */
#ifndef SKOLLINT_CHECK_PATTERNS_H
#define SKOLLINT_CHECK_PATTERNS_H

#include "base/arena.h"
#include "base/regex.h"

enum { PATTERNS_MOST = 64 };

/* Named regular expressions of the rule files. */
struct patterns {
    struct str names[PATTERNS_MOST];
    struct str sources[PATTERNS_MOST];
    struct regex *regexes[PATTERNS_MOST]; /* once the rule set is open */
    size_t count;
};

/* All matches of one pattern in a text, in text order. */
struct matches {
    bool searched;
    bool limit; /* a limit was hit: there may be more */
    struct span *spans;
    size_t count, capacity;
};

/* The matches of each pattern, as far as they were asked for. */
struct pattern_matches {
    struct arena *arena;
    const struct patterns *patterns;
    struct str text;
    struct matches of[PATTERNS_MOST];
};

const struct matches *pattern_matches(struct pattern_matches *matches,
                                      size_t pattern);

#endif
