/* reply_shared - names of areas told beforehand; what goes with them all. */
#include "structure/reply_shared.h"

static size_t words_end(const struct reading *reading, size_t at, size_t end,
                        size_t words)
{
    while (at < end && words) {
        words -= is_word(reading->tokens, at);
        at++;
    }
    return words ? 0 : at;
}

/* Whether all words of the heading stand in a row in the line. */
static bool holds(const struct reading *reading, const struct line *line,
                  const struct line *heading)
{
    for (size_t at = line->body; at < line->end; at++) {
        size_t end;

        if (!is_word(reading->tokens, at))
            continue;
        end = words_end(reading, at, line->end, heading->words);
        if (end == 0)
            return false;
        if (same_words(reading, at, end, heading->body, heading->end))
            return true;
    }
    return false;
}

bool is_named_above(const struct reading *reading, size_t block)
{
    const struct line *heading = &reading->lines[block];

    if (heading->words == 0)
        return false;
    for (size_t i = reading->front_end; i < block; i++) {
        const struct line *line = &reading->lines[i];

        if (line->heading == 0 && line->words > heading->words &&
            cue_in(reading, CUE_AREAS_NAMED, line->first, line->end) &&
            holds(reading, line, heading))
            return true;
    }
    return false;
}

/*
 * Whether the same heading stands above the last area: what each area has
 * of its own ("Det som återstår") is not about them all.
 */
static bool is_repeated(const struct reading *reading, size_t before,
                        const struct line *heading)
{
    for (size_t i = reading->front_end; i < before; i++) {
        const struct line *line = &reading->lines[i];

        if (line->heading && line->words == heading->words &&
            same_words(reading, line->body, line->end, heading->body,
                       heading->end))
            return true;
    }
    return false;
}

size_t shared_from(const struct reading *reading,
                   const struct part_of_area *last)
{
    const struct line *own = &reading->lines[last->block];

    for (size_t i = last->block + 1; i < last->end_block; i++) {
        const struct line *line = &reading->lines[i];

        if (line->heading == 0 || line->heading > own->heading)
            continue;
        if (own->depth && own->depth == line->depth)
            return i;
        if (cue_at(reading, CUE_SHARED_HEADING, line->body, line->end) &&
            !is_repeated(reading, last->block, line))
            return i;
    }
    return last->end_block;
}
