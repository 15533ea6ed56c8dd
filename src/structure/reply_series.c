/* reply_series - headings of areas, told by how they stand. */
#include "structure/reply_series.h"

#include "structure/front.h"
#include "structure/heading.h"

static bool is_same_heading(const struct reading *reading, size_t a, size_t b)
{
    const struct line *first = &reading->lines[a],
                      *second = &reading->lines[b];

    return first->words == second->words &&
           same_words(reading, first->body, first->end, second->body,
                      second->end);
}

/* Whether a heading has the next one right below it. */
static bool heads_heading(const struct reading *reading, size_t block)
{
    const struct line *line = &reading->lines[block];

    return block + 1 < reading->line_count && line[0].heading &&
           line[1].heading >= line[0].heading;
}

/* Sections of different kinds ("Resultat", "Analys") are no areas. */
static bool may_be_areas(const struct reading *reading, size_t a, size_t b)
{
    int first = heading_role(reading, a), second = heading_role(reading, b);

    return !is_same_heading(reading, a, b) &&
           (first == NO_INDEX || second == NO_INDEX || first == second);
}

/* "Bergaskolan", "Resultat", …: what each school has is no area. */
static bool is_unit(const struct reading *reading, size_t block)
{
    const struct line *line = &reading->lines[block];

    return unit_in(reading, line->body, line->end).length > 0;
}

bool is_twin(const struct reading *reading, size_t block)
{
    if (!heads_heading(reading, block) || is_unit(reading, block))
        return false;
    for (size_t i = reading->front_end; i < reading->line_count; i++)
        if (heads_heading(reading, i) && !is_unit(reading, i) &&
            is_same_heading(reading, i + 1, block + 1) &&
            may_be_areas(reading, i, block))
            return true;
    return false;
}

bool may_have_twins(const struct reading *reading)
{
    enum { HEADS_MOST = 200 };
    size_t heads = 0;

    for (size_t i = reading->front_end; i < reading->line_count; i++)
        heads += heads_heading(reading, i);
    return heads <= HEADS_MOST;
}

bool is_in_series(const struct reading *reading, size_t block)
{
    return reading->lines[block].heading && reading->lines[block].depth == 1;
}

/* Whether a line before says how many areas there are. */
static bool is_counted_above(const struct reading *reading, size_t block)
{
    for (size_t i = reading->front_end; i < block; i++) {
        const struct line *line = &reading->lines[i];

        if (line->heading == 0 &&
            cue_in(reading, CUE_AREAS_COUNTED, line->first, line->end))
            return true;
    }
    return false;
}

bool has_series(const struct reading *reading)
{
    size_t first = reading->line_count, count = 0;

    for (size_t i = reading->front_end; i < reading->line_count; i++) {
        if (!is_in_series(reading, i))
            continue;
        if (heading_role(reading, i) != NO_INDEX)
            return false;
        if (count++ == 0)
            first = i;
    }
    return count > 1 && is_counted_above(reading, first);
}
