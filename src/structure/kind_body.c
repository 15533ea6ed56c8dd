/* kind_body - what sort of document it is, where no title says so. */
#include "structure/heading.h"
#include "structure/kind.h"

/* How many different signs of a kind the text has: its phrases' words. */
static size_t signs_of(const struct reading *reading, const struct kind *kind,
                       struct span *first)
{
    enum { MOST = 8 };
    uint64_t seen[MOST];
    size_t count = 0, at = 0;
    const struct hit *hit;

    while (count < MOST && (hit = phrase_in(reading, kind->signs, at,
                                            reading->tokens->count))) {
        uint64_t key = token_key(reading, hit->first) +
                       31 * token_key(reading, hit->end - 1);
        bool known = false;

        for (size_t i = 0; i < count; i++)
            known |= seen[i] == key;
        if (count == 0)
            *first = hit_span(reading->tokens, hit);
        if (!known)
            seen[count++] = key;
        at = hit->first + 1;
    }
    return count;
}

/* Lines of an address: the authority's name, alone, before the text. */
static const struct hit *addressed(const struct reading *reading,
                                   const struct kind *kind)
{
    enum { MOST_LINES = 20, RUNNING = 12, SHORT = 3 };

    for (size_t i = 0; i < reading->line_count && i < MOST_LINES; i++) {
        const struct line *line = &reading->lines[i];
        const struct hit *hit;

        if (line->words > RUNNING)
            break;
        hit = phrase_at(reading, kind->addressee, line->body, line->end);
        if (hit && line->words <= SHORT && hit->end == line->end)
            return hit;
    }
    return NULL;
}

bool kind_has_needs(const struct reading *reading, const struct kind *kind)
{
    enum { FEWEST = 3 };

    return kind->needs < 0 || phrase_count(reading, kind->needs, 0,
                                           reading->tokens->count) >= FEWEST;
}

/* How many of the kind's groups of sections have a heading. */
static size_t sections_of(const struct reading *reading,
                          const struct kind *kind)
{
    uint64_t seen = 0;
    size_t count = 0;

    for (size_t i = 0; kind->group_count && i < reading->line_count; i++) {
        int role =
            reading->lines[i].heading ? heading_role(reading, i) : NO_INDEX;

        if (role != NO_INDEX)
            seen |= (uint64_t)1 << role;
    }
    for (size_t i = 0; i < kind->group_count; i++)
        count += (seen & kind->groups[i]) != 0;
    return count;
}

bool kind_has_sections(const struct reading *reading, const struct kind *kind,
                       size_t least)
{
    return kind->group_count == 0 || sections_of(reading, kind) >= least;
}

/* A letter to the authority that says it answers. */
static bool by_address(struct reading *reading)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->kind_count; i++) {
        const struct kind *kind = &templates->kinds[i];
        const struct hit *hit = addressed(reading, kind);

        if (hit == NULL ||
            (!phrase_in(reading, kind->signs, 0, reading->tokens->count) &&
             !phrase_in(reading, kind->says, 0, reading->tokens->count)))
            continue;
        kind_decide(reading, kind, 1, hit_span(reading->tokens, hit));
        return true;
    }
    return false;
}

void kind_by_body(struct reading *reading)
{
    enum { FEWEST = 3 };
    const struct templates *templates = reading->templates;
    const struct kind *best = NULL;
    size_t most = FEWEST - 1;
    struct span where = {0};

    if (reading->other_sort || by_address(reading))
        return;
    for (size_t i = 0; i < templates->kind_count; i++) {
        const struct kind *kind = &templates->kinds[i];
        struct span first = {0};
        size_t signs;

        if (kind->signs < 0 || !kind_has_needs(reading, kind))
            continue;
        signs = signs_of(reading, kind, &first) + sections_of(reading, kind);
        if (signs <= most || !kind_has_sections(reading, kind, 1))
            continue;
        most = signs;
        best = kind;
        where = first;
    }
    if (best)
        kind_decide(reading, best, 1, where);
}
