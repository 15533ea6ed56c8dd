/* places - the sentences of a place, found once per document. */
#include "facts/columns.h"

#include "facts/columns_private.h"

static bool in_part(const struct place *place, const struct passage *passage)
{
    if (place->measure != NO_INDEX && passage->measure != place->measure)
        return false;
    if (place->area != NO_INDEX && !passage_is_of(passage, place->area))
        return false;
    return place->goal_block == NO_INDEX || passage->goal_block == NO_INDEX ||
           passage->goal_block == place->goal_block;
}

bool place_has(const struct place *place, const struct passage *passage)
{
    uint64_t role = passage->role >= 0 && passage->role < PLACE_ROLES
                        ? (uint64_t)1 << passage->role
                        : 0;

    if (!(place->voices >> passage->voice & 1))
        return false;
    if (place->roles && !(place->roles & role))
        return false;
    return !(place->not_roles & role) && in_part(place, passage);
}

static bool same_place(const struct place *a, const struct place *b)
{
    return a->roles == b->roles && a->not_roles == b->not_roles &&
           a->voices == b->voices && a->measure == b->measure &&
           a->goal_block == b->goal_block && a->area == b->area;
}

static size_t bucket_of(const struct place *place)
{
    uint64_t hash = place->roles * 31 + place->not_roles;

    hash = hash * 31 + place->voices;
    hash = hash * 31 + (unsigned)place->measure;
    hash = hash * 31 + (unsigned)place->goal_block;
    hash = hash * 31 + (unsigned)place->area;
    return (hash ^ hash >> 32) % PLACE_BUCKETS;
}

static uint64_t *sentences_of(const struct facts *facts,
                              const struct place *place)
{
    uint64_t *column =
        arena_alloc(facts->columns->arena, columns_size(facts->columns));
    size_t passage = SIZE_MAX;
    bool has = false;

    for (size_t i = 0; i < facts->sentence_count; i++) {
        const struct sentence *sentence = &facts->sentences[i];

        if (sentence->passage != passage) {
            passage = sentence->passage;
            has = place_has(place, sentence_passage(facts, sentence));
        }
        column[i / 64] |= (uint64_t)has << i % 64;
    }
    return column;
}

const uint64_t *column_of_place(const struct facts *facts,
                                const struct place *place)
{
    struct columns *columns = facts->columns;
    struct placed **bucket = &columns->places[bucket_of(place)], *placed;

    for (placed = *bucket; placed; placed = placed->next)
        if (same_place(&placed->place, place))
            return placed->column;
    placed = arena_alloc(columns->arena, sizeof *placed);
    *placed = (struct placed){*place, sentences_of(facts, place), *bucket};
    *bucket = placed;
    return placed->column;
}
