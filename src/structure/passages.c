/* passages - the paint, as runs of one voice and place in one block. */
#include "structure/passages.h"

#include <string.h>

static bool same_paint(const struct paint *a, const struct paint *b)
{
    return a->voice == b->voice && a->role == b->role &&
           a->measure == b->measure && a->goal_block == b->goal_block &&
           a->goal == b->goal && a->area == b->area;
}

/* A mark that clings to the word before it stays with that word. */
static bool clings(const struct reading *reading, size_t token)
{
    return !is_word(reading->tokens, token) &&
           !(reading->tokens->items[token].flags &
             (TOKEN_AFTER_SPACE | TOKEN_STARTS_BLOCK)) &&
           token_mark(reading, token) != '(' &&
           token_mark(reading, token) != '[';
}

static struct passage passage_of(const struct reading *reading, size_t first,
                                 size_t end)
{
    const struct paint *paint = &reading->paint[first];

    return (struct passage){
        .span = token_span(reading->tokens, first, end),
        .block = reading->tokens->items[first].block,
        .voice = (enum voice)paint->voice,
        .role = paint->role,
        .measure = paint->measure,
        .goal_block = paint->goal_block,
        .goal = paint->goal,
        .area = paint->area,
    };
}

void passages_make(struct reading *reading, size_t first, size_t end)
{
    struct outline *outline = reading->outline;
    size_t capacity = 0;

    while (first < end) {
        size_t stop = first + 1;
        const struct token *items = reading->tokens->items;

        while (stop < end && items[stop].block == items[first].block &&
               (same_paint(&reading->paint[stop], &reading->paint[first]) ||
                clings(reading, stop)))
            stop++;
        outline->passages =
            arena_grow(outline->arena, outline->passages,
                       outline->passage_count, &capacity,
                       sizeof *outline->passages);
        outline->passages[outline->passage_count++] =
            passage_of(reading, first, stop);
        first = stop;
    }
}

/* Index of the first passage that ends after `start`. */
static size_t passage_after(const struct outline *outline, uint32_t start)
{
    size_t low = 0, high = outline->passage_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (span_end(outline->passages[middle].span) <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void give(const struct outline *outline, struct field *field)
{
    size_t at = passage_after(outline, field->content.start);

    field->first_passage = at;
    if (field->content.length == 0)
        return;
    while (at < outline->passage_count &&
           outline->passages[at].span.start < span_end(field->content))
        at++;
    field->passage_count = at - field->first_passage;
}

void passages_give_fields(struct reading *reading)
{
    struct outline *outline = reading->outline;

    for (size_t i = 0; i < outline->measure_count; i++)
        for (size_t j = 0; j < outline->measures[i].field_count; j++)
            give(outline, &outline->measures[i].fields[j]);
    for (size_t i = 0; i < outline->summary_field_count; i++)
        give(outline, &outline->summary_fields[i]);
}
