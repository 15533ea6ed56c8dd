/* patterns - where each pattern of the rules matches, found once. */
#include "check/patterns.h"

static void search(struct pattern_matches *matches, size_t pattern)
{
    const struct regex *regex = matches->patterns->regexes[pattern];
    struct matches *found = &matches->of[pattern];
    struct span groups[REGEX_GROUPS];
    enum regex_result result;
    size_t from = 0;

    while (from <= matches->text.length &&
           (result = regex_find(regex, matches->text, from, groups)) !=
               REGEX_NO) {
        if (result == REGEX_LIMIT) {
            found->limit = true;
            return;
        }
        found->spans =
            arena_grow(matches->arena, found->spans, found->count,
                       &found->capacity, sizeof *found->spans);
        found->spans[found->count++] = groups[0];
        from = span_end(groups[0]) + (groups[0].length == 0);
    }
}

const struct matches *pattern_matches(struct pattern_matches *matches,
                                      size_t pattern)
{
    struct matches *found = &matches->of[pattern];

    if (!found->searched) {
        found->searched = true;
        search(matches, pattern);
    }
    return found;
}
