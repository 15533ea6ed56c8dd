/* reply - an account that answers a decision: its areas, and whose words. */
#include "structure/reply.h"

#include "structure/reply_private.h"
#include "structure/reply_series.h"
#include "structure/reply_shared.h"

enum { AREAS_MOST = 50, LONGEST_NAME = 16 };

static bool is_styled(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->flags & BLOCK_BOLD;
}

static void measure_levels(struct areas *areas)
{
    const struct reading *reading = areas->reading;

    for (size_t i = reading->front_end; i < reading->line_count; i++) {
        unsigned level = reading->lines[i].heading;

        if (level == 0)
            continue;
        if (level > areas->lowest && reading->lines[i].depth == 0 &&
            is_styled(&reading->document->blocks[i]))
            areas->lowest = level;
        areas->numbered |= reading->lines[i].depth > 1;
        if (areas->top == 0 || level < areas->top)
            areas->top = level;
    }
}

int areas_subject_in(const struct reading *reading, const struct line *line,
                     enum way way)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->subject_count; i++) {
        const struct named *subject = &templates->subjects[i];
        int lexicon = way == WAY_WEAK ? subject->weak : subject->names;

        if (subject->main != (way != WAY_OTHER))
            continue;
        if (phrase_in(reading, lexicon, line->body, line->end))
            return (int)i;
    }
    return NO_INDEX;
}

/* A row of a table that begins with a main subject. */
static int subject_in_cell(const struct reading *reading, size_t block)
{
    const struct block *of = &reading->document->blocks[block];
    const struct line *line = &reading->lines[block];

    if (of->kind != BLOCK_CELL || of->column > 1 || line->words == 0 ||
        line->words > LONGEST_NAME || !(of->flags & BLOCK_STARTS_CELL))
        return NO_INDEX;
    return areas_subject_in(reading, line, WAY_MAIN);
}

/* Whether a heading is an area's by that way, and of which subject. */
static bool is_area(const struct areas *areas, size_t block, enum way way,
                    int *subject)
{
    const struct reading *reading = areas->reading;
    const struct line *line = &reading->lines[block];

    *subject = NO_INDEX;
    if (way == WAY_CELL) {
        *subject = subject_in_cell(reading, block);
        return *subject != NO_INDEX;
    }
    if (line->heading == 0 || line->words > LONGEST_NAME ||
        cue_at(reading, CUE_DEMAND_HEADING, line->body, line->end))
        return false;
    if (way == WAY_NUMBER) {
        *subject = subject_named(reading, line->body, line->end);
        if (*subject == NO_INDEX)
            *subject = areas_subject_in(reading, line, WAY_WEAK);
        return cue_at(reading, CUE_AREA_NUMBER, line->body, line->end);
    }
    if (way == WAY_NAMED) {
        *subject = subject_named(reading, line->body, line->end);
        return is_named_above(reading, block);
    }
    if (way == WAY_TWIN || way == WAY_SERIES) {
        *subject = areas_subject_in(reading, line, WAY_WEAK);
        return way == WAY_TWIN ? is_twin(reading, block)
                               : is_in_series(reading, block);
    }
    if (way == WAY_WEAK && line->heading > areas->top)
        return false;
    *subject = areas_subject_in(reading, line, way);
    return *subject != NO_INDEX;
}

int areas_of_subject(const struct areas *areas, int subject)
{
    const struct outline *outline = areas->reading->outline;
    struct str id;

    if (subject == NO_INDEX)
        return NO_INDEX;
    id = areas->reading->templates->subjects[subject].id;
    for (size_t i = 0; i < outline->area_count; i++)
        if (str_equal(outline->areas[i].subject, id))
            return (int)i;
    return NO_INDEX;
}

int areas_add(struct areas *areas, struct span name, int subject)
{
    struct reading *reading = areas->reading;
    struct outline *outline = reading->outline;
    struct area area = {.name.span = name};

    if (outline->area_count == AREAS_MOST)
        return NO_INDEX;
    area.name.text = document_text(reading->document, name);
    if (subject != NO_INDEX)
        area.subject = reading->templates->subjects[subject].id;
    outline->areas =
        arena_grow(reading->arena, outline->areas, outline->area_count,
                   &areas->area_capacity, sizeof area);
    outline->areas[outline->area_count++] = area;
    return (int)outline->area_count - 1;
}

void areas_add_part(struct areas *areas, size_t block, size_t end_block,
                    int area)
{
    struct part_of_area part = {block, end_block, area};

    areas->parts.items =
        arena_grow(areas->reading->arena, areas->parts.items,
                   areas->parts.count, &areas->part_capacity, sizeof part);
    areas->parts.items[areas->parts.count++] = part;
}

bool areas_end(const struct areas *areas, size_t block,
               const struct line *first)
{
    unsigned level = first ? first->heading : 0;
    const struct reading *reading = areas->reading;
    const struct line *line = &reading->lines[block];

    if (reading->document->blocks[block].kind == BLOCK_NOTE)
        return true;
    if (cue_at(reading, CUE_CLOSING, line->body, line->end) &&
        line->words <= 5 && !line->bulleted &&
        (line->heading == 0 || line->heading <= level))
        return true;
    if (line->heading == 0 || line->heading > level)
        return false;
    return areas->lowest > level ||
           ((areas->numbered || (first && first->depth)) && line->depth);
}

static void find_areas(struct areas *areas, enum way way)
{
    const struct reading *reading = areas->reading;
    size_t start = 0;
    int open = NO_INDEX;

    for (size_t i = reading->front_end; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];
        int subject, area;
        bool begins = is_area(areas, i, way, &subject);

        if (open != NO_INDEX && !begins &&
            areas_end(areas, i, &reading->lines[start])) {
            areas_add_part(areas, start, i, open);
            open = NO_INDEX;
        }
        if (!begins)
            continue;
        area = way >= WAY_NUMBER && way <= WAY_SERIES
                   ? NO_INDEX
                   : areas_of_subject(areas, subject);
        /* Its own subject again is a heading within an area. */
        if (area != NO_INDEX && area == open &&
            line->heading >= reading->lines[start].heading)
            continue;
        if (open != NO_INDEX)
            areas_add_part(areas, start, i, open);
        if (area == NO_INDEX)
            area = areas_add(
                areas, token_span(reading->tokens, line->body, line->end),
                subject);
        if (area != NO_INDEX && (way == WAY_TWIN || way == WAY_SERIES))
            reading->outline->areas[area].own = true;
        open = area;
        start = i;
    }
    if (open != NO_INDEX)
        areas_add_part(areas, start, reading->line_count, open);
}

/* The first sentence of an area that cites a provision. */
static void find_law(const struct reading *reading,
                     const struct part_of_area *part, struct area *area)
{
    size_t at = reading->tokens->block_first[part->block + 1];
    size_t end = reading->tokens->block_first[part->end_block];
    const struct hit *hit;

    while (area->law.length == 0 &&
           (hit = cue_in(reading, CUE_LAW_WORD, at, end))) {
        const struct line *line =
            &reading->lines[reading->tokens->items[hit->first].block];
        size_t first = line->first;

        at = hit->first + 1;
        if (hit->first == 0 ||
            reading->tokens->items[hit->first - 1].kind != TOKEN_NUMBER)
            continue;
        while (sentence_end(reading, first, line->end) <= hit->first)
            first = sentence_end(reading, first, line->end);
        area->law = token_span(reading->tokens, first,
                               sentence_end(reading, hit->first, line->end));
    }
}

static void paint_areas(struct areas *areas)
{
    struct reading *reading = areas->reading;
    for (size_t i = 0; i < areas->parts.count; i++) {
        const struct part_of_area *part = &areas->parts.items[i];
        size_t first = reading->tokens->block_first[part->block];
        size_t end = reading->tokens->block_first[part->end_block];
        struct span span = token_span(reading->tokens, first, end);
        struct area *area;

        if (part->area == NO_INDEX)
            continue;
        area = &reading->outline->areas[part->area];
        if (reading->document->blocks[part->block].kind == BLOCK_CELL)
            paint_voice(reading, first, reading->lines[part->block].end,
                        VOICE_HEADING);
        paint_area(reading, first, end, part->area);
        if (span.length > area->span.length)
            area->span = span;
        find_law(reading, part, area);
    }
}

/* What follows the last area and is about them all goes with each. */
static void share_rest(struct areas *areas)
{
    struct reading *reading = areas->reading;
    struct part_of_area *last;

    if (areas->parts.count == 0)
        return;
    last = &areas->parts.items[areas->parts.count - 1];
    last->end_block = shared_from(reading, last);
    paint_area(reading, reading->tokens->block_first[last->end_block],
               reading->tokens->count, ANY_AREA);
}

void reply_read(struct reading *reading)
{
    struct areas areas = {.reading = reading};

    measure_levels(&areas);
    for (int way = 0; way < WAYS && areas.parts.count == 0; way++)
        if ((way != WAY_TWIN || may_have_twins(reading)) &&
            (way != WAY_SERIES || has_series(reading)))
            find_areas(&areas, (enum way)way);
    if (reading->outline->area_count == 1)
        areas_add_weak(&areas);
    if (areas.parts.count == 0)
        areas_find_single(&areas);
    share_rest(&areas);
    if (reading->outline->area_count == 1)
        areas_add_loose(&areas);
    paint_areas(&areas);
    demands_find(reading);
}

static bool is_main(const struct templates *templates, struct str subject)
{
    for (size_t i = 0; i < templates->subject_count; i++)
        if (templates->subjects[i].main &&
            str_equal(templates->subjects[i].id, subject))
            return true;
    return false;
}

bool outline_has_main_area(const struct outline *outline)
{
    for (size_t i = 0; i < outline->area_count; i++)
        if (is_main(outline->templates, outline->areas[i].subject))
            return true;
    return false;
}
