/* reply_unnamed - areas whose subject no heading names as it should. */
#include "structure/reply_private.h"

#include "structure/reply.h"

void areas_find_single(struct areas *areas)
{
    enum { FIRST_LINES = 12 };
    struct reading *reading = areas->reading;
    const struct templates *templates = reading->templates;
    size_t end = reading->front_end + FIRST_LINES;
    size_t start = reading->front_end;

    if (end > reading->line_count)
        end = reading->line_count;
    for (size_t i = 0; i < templates->subject_count; i++) {
        const struct hit *hit =
            phrase_in(reading, templates->subjects[i].names, 0,
                      reading->tokens->block_first[end]);
        size_t stop = start;

        if (hit == NULL || !templates->subjects[i].main)
            continue;
        while (stop < reading->line_count && !areas_end(areas, stop, NULL))
            stop++;
        areas_add_part(
            areas, start, stop,
            areas_add(areas, hit_span(areas->reading->tokens, hit), (int)i));
        return;
    }
}

void areas_add_weak(struct areas *areas)
{
    const struct reading *reading = areas->reading;

    for (size_t i = 0; i < areas->parts.count; i++) {
        struct part_of_area *part = &areas->parts.items[i];
        unsigned level = reading->lines[part->block].heading;

        for (size_t j = part->block + 1; j < part->end_block; j++) {
            const struct line *line = &reading->lines[j];
            int subject = areas_subject_in(reading, line, WAY_WEAK);
            size_t end = part->end_block;

            if (line->heading == 0 || line->heading > level ||
                subject == NO_INDEX ||
                areas_of_subject(areas, subject) != NO_INDEX)
                continue;
            part->end_block = j;
            areas_add_part(
                areas, j, end,
                areas_add(areas,
                          token_span(reading->tokens, line->body, line->end),
                          subject));
            return;
        }
    }
}

void areas_add_loose(struct areas *areas)
{
    const struct reading *reading = areas->reading;
    const struct templates *templates = reading->templates;
    size_t end = areas->parts.count ? areas->parts.items[0].block : 0;

    if (!outline_has_main_area(reading->outline))
        return;
    for (size_t i = reading->front_end; i < end; i++) {
        const struct line *line = &reading->lines[i];

        for (size_t j = 0; line->heading && j < templates->subject_count; j++)
            if ((phrase_at(reading, templates->subjects[j].loose, line->body,
                           line->end) ||
                 phrase_in(reading, templates->subjects[j].weak, line->body,
                           line->end)) &&
                areas_of_subject(areas, (int)j) == NO_INDEX) {
                areas_add_part(areas, i, end,
                               areas_add(areas,
                                         token_span(reading->tokens,
                                                    line->body, line->end),
                                         (int)j));
                return;
            }
    }
}
