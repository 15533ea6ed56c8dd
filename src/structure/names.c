/* names - where a name in running text begins and ends. */
#include "structure/names.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return left < right ? -1 : left > right;
}

/* "För", "Varje": a capital at the start of a sentence makes no name. */
static bool begins_no_name(const struct reading *reading, size_t token)
{
    const struct templates *templates = reading->templates;
    uint64_t key = token_key(reading, token);

    return templates->not_name_count &&
           bsearch(&key, templates->not_names[reading->ocr],
                   templates->not_name_count, sizeof key, by_key);
}

bool name_word(const struct reading *reading, size_t token)
{
    const struct token *at = &reading->tokens->items[token];

    return at->kind == TOKEN_WORD && at->flags & TOKEN_CAPITAL &&
           !(at->flags & TOKEN_SUSPENDED) && !begins_no_name(reading, token);
}

bool name_goes_on(const struct reading *reading, size_t token)
{
    const struct token *items = reading->tokens->items;

    if (items[token - 1].block == items[token].block)
        return !(items[token - 1].flags & TOKEN_ENDS_SENTENCE);
    return reading->ocr;
}

size_t name_before(const struct reading *reading, size_t token, size_t most)
{
    size_t first = token;

    while (first > 0 && token - first < most &&
           name_goes_on(reading, first) && name_word(reading, first - 1))
        first--;
    return first;
}

size_t name_after(const struct reading *reading, size_t token, size_t most)
{
    size_t end = token;

    while (end < reading->tokens->count && end - token < most &&
           name_goes_on(reading, end) && name_word(reading, end))
        end++;
    return end;
}
