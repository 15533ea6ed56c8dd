/* lexicon_unless - hits that an exception of their lexicon overlaps. */
#include "language/lexicon_private.h"

enum { REACH = 24 }; /* tokens: no exception is longer */

struct exceptions {
    const struct lexicons *lexicons;
    struct hits hits;
    bool found[LEXICONS_MOST]; /* lexicons that some of the hits are of */
};

/* The hits of lexicons that hold the exceptions of others; in `arena`. */
static void find_exceptions(struct exceptions *exceptions, struct hits hits,
                            struct arena *arena)
{
    bool is_exception[LEXICONS_MOST] = {false};
    size_t capacity = 0;

    for (size_t i = 0; i < exceptions->lexicons->count; i++)
        if (exceptions->lexicons->unless[i] >= 0)
            is_exception[exceptions->lexicons->unless[i]] = true;
    for (size_t i = 0; i < hits.count; i++) {
        struct hits *found = &exceptions->hits;

        if (!is_exception[hits.items[i].lexicon])
            continue;
        exceptions->found[hits.items[i].lexicon] = true;
        found->items = arena_grow(arena, found->items, found->count,
                                  &capacity, sizeof *found->items);
        found->items[found->count++] = hits.items[i];
    }
}

static bool overlaps(const struct exceptions *exceptions,
                     const struct hit *hit, size_t from)
{
    int unless = exceptions->lexicons->unless[hit->lexicon];
    const struct hits *hits = &exceptions->hits;

    if (unless < 0 || !exceptions->found[unless])
        return false;
    for (size_t i = from; i < hits->count && hits->items[i].first < hit->end;
         i++)
        if ((int)hits->items[i].lexicon == unless &&
            hits->items[i].end > hit->first)
            return true;
    return false;
}

struct hits hits_without_exceptions(const struct lexicons *lexicons,
                                    struct hits hits)
{
    struct arena *scratch = arena_new();
    struct exceptions exceptions = {.lexicons = lexicons};
    struct hits kept = {hits.items, 0};
    size_t from = 0; /* the first exception that may reach the hit */

    find_exceptions(&exceptions, hits, scratch);
    for (size_t i = 0; i < hits.count; i++) {
        struct hit hit = hits.items[i];

        while (from < exceptions.hits.count &&
               exceptions.hits.items[from].first + REACH < hit.first)
            from++;
        if (!overlaps(&exceptions, &hit, from))
            kept.items[kept.count++] = hit;
    }
    arena_free(scratch);
    return kept;
}
