/* stems - content words two stretches of text have in common. */
#include "check/stems.h"

enum { SHORTEST = 4, LONG_WORD = 9, ALIKE = 7 };

/* Whether a hit of the lexicon is exactly this token. */
static bool is_generic(const struct facts *facts, size_t token, int generic)
{
    size_t low = 0, high = facts->hits.count;

    if (generic < 0)
        return false;
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (facts->hits.items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < facts->hits.count && facts->hits.items[low].first == token;
         low++)
        if ((int)facts->hits.items[low].lexicon == generic)
            return true;
    return false;
}

static bool is_content(const struct facts *facts, size_t token, int generic)
{
    const struct token *at = &facts->tokens->items[token];

    return at->kind == TOKEN_WORD && at->length >= SHORTEST &&
           !is_generic(facts, token, generic);
}

/* Long words that begin or end alike share a part of a compound. */
static bool is_related(const struct word *a, const struct word *b)
{
    if (str_equal(a->stem, b->stem))
        return true;
    if (a->stem.length < LONG_WORD || b->stem.length < LONG_WORD)
        return false;
    return str_equal(str_part(a->stem, 0, ALIKE),
                     str_part(b->stem, 0, ALIKE)) ||
           str_equal(str_part(a->stem, a->stem.length - ALIKE, ALIKE),
                     str_part(b->stem, b->stem.length - ALIKE, ALIKE));
}

/* Whether the token's word came before in the range. */
static bool is_repeat(const struct facts *facts, size_t first, size_t token)
{
    for (size_t i = first; i < token; i++)
        if (facts->tokens->items[i].word == facts->tokens->items[token].word)
            return true;
    return false;
}

static bool is_found(const struct facts *facts, size_t token, size_t other,
                     size_t other_end, int generic, size_t *shown)
{
    const struct word *const *words = facts->tokens->words;
    const struct token *items = facts->tokens->items;

    for (size_t i = other; i < other_end; i++) {
        if (!is_content(facts, i, generic) ||
            !is_related(words[items[token].word], words[items[i].word]))
            continue;
        *shown = i;
        return true;
    }
    return false;
}

size_t stems_shared(const struct facts *facts, size_t first, size_t end,
                    size_t other, size_t other_end, int generic,
                    size_t *shown)
{
    size_t count = 0, at;

    for (size_t i = first; i < end; i++) {
        if (!is_content(facts, i, generic) || is_repeat(facts, first, i) ||
            !is_found(facts, i, other, other_end, generic, &at))
            continue;
        if (count++ == 0)
            *shown = at;
    }
    return count;
}

size_t stems_count(const struct facts *facts, size_t first, size_t end,
                   int generic)
{
    size_t count = 0;

    for (size_t i = first; i < end; i++)
        count += is_content(facts, i, generic) && !is_repeat(facts, first, i);
    return count;
}
