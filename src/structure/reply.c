/* reply - an account that answers a decision: its areas, and whose words. */
#include "structure/reply.h"

#include "structure/decision_area.h"
#include "structure/reply_shared.h"

enum { AREAS_MOST = 50, LONGEST_NAME = 16 };

/* How a heading is told to be an area's; the first way that finds any. */
enum way {
    WAY_MAIN,   /* it names a main subject */
    WAY_NUMBER, /* "Utvecklingsområde 2" */
    WAY_NAMED,  /* its words are those of an area named above */
    WAY_CELL,   /* a main subject in the first column of a table */
    WAY_OTHER,  /* it names any other subject */
    WAY_WEAK,   /* a word of a main subject, at the top level */
    WAYS
};

struct areas {
    struct reading *reading;
    struct parts parts;
    size_t part_capacity, area_capacity;
    unsigned top;    /* the highest level a heading has */
    unsigned lowest; /* and the lowest, by style */
    bool numbered;   /* headings have levels by their numbers, "2.1" */
};

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

static int subject_in(const struct reading *reading, const struct line *line,
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
    return subject_in(reading, line, WAY_MAIN);
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
            *subject = subject_in(reading, line, WAY_WEAK);
        return cue_at(reading, CUE_AREA_NUMBER, line->body, line->end);
    }
    if (way == WAY_NAMED) {
        *subject = subject_named(reading, line->body, line->end);
        return is_named_above(reading, block);
    }
    if (way == WAY_WEAK && line->heading > areas->top)
        return false;
    *subject = subject_in(reading, line, way);
    return *subject != NO_INDEX;
}

static int area_of_subject(const struct areas *areas, int subject)
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

static int add_area(struct areas *areas, struct span name, int subject)
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

static void add_part(struct areas *areas, size_t block, size_t end_block,
                     int area)
{
    struct part_of_area part = {block, end_block, area};

    areas->parts.items =
        arena_grow(areas->reading->arena, areas->parts.items,
                   areas->parts.count, &areas->part_capacity, sizeof part);
    areas->parts.items[areas->parts.count++] = part;
}

/*
 * Whether a line ends the open area, which `first` began (NULL: no heading
 * did): a closing, or a heading as high. Where no heading is lower than the
 * area's, those within it look like it.
 */
static bool ends(const struct areas *areas, size_t block,
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
            ends(areas, i, &reading->lines[start])) {
            add_part(areas, start, i, open);
            open = NO_INDEX;
        }
        if (!begins)
            continue;
        area = way == WAY_NUMBER || way == WAY_NAMED
                   ? NO_INDEX
                   : area_of_subject(areas, subject);
        /* Its own subject again is a heading within an area. */
        if (area != NO_INDEX && area == open &&
            line->heading >= reading->lines[start].heading)
            continue;
        if (open != NO_INDEX)
            add_part(areas, start, i, open);
        if (area == NO_INDEX)
            area = add_area(
                areas, token_span(reading->tokens, line->body, line->end),
                subject);
        open = area;
        start = i;
    }
    if (open != NO_INDEX)
        add_part(areas, start, reading->line_count, open);
}

/* No area has a heading: the letter may be about one that it names. */
static void find_single(struct areas *areas)
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
        while (stop < reading->line_count && !ends(areas, stop, NULL))
            stop++;
        add_part(
            areas, start, stop,
            add_area(areas, hit_span(areas->reading->tokens, hit), (int)i));
        return;
    }
}

/* A main subject without a heading of its own may have a weaker one. */
static void add_weak(struct areas *areas)
{
    const struct reading *reading = areas->reading;

    for (size_t i = 0; i < areas->parts.count; i++) {
        struct part_of_area *part = &areas->parts.items[i];
        unsigned level = reading->lines[part->block].heading;

        for (size_t j = part->block + 1; j < part->end_block; j++) {
            const struct line *line = &reading->lines[j];
            int subject = subject_in(reading, line, WAY_WEAK);
            size_t end = part->end_block;

            if (line->heading == 0 || line->heading > level ||
                subject == NO_INDEX ||
                area_of_subject(areas, subject) != NO_INDEX)
                continue;
            part->end_block = j;
            add_part(
                areas, j, end,
                add_area(areas,
                         token_span(reading->tokens, line->body, line->end),
                         subject));
            return;
        }
    }
}

/*
 * Where only one main subject has a heading of its own, what stands before it
 * under a loose heading of another ("Resultat") is that one's.
 */
static void add_loose(struct areas *areas)
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
                area_of_subject(areas, (int)j) == NO_INDEX) {
                add_part(areas, i, end,
                         add_area(areas,
                                  token_span(reading->tokens, line->body,
                                             line->end),
                                  (int)j));
                return;
            }
    }
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
        find_areas(&areas, (enum way)way);
    if (reading->outline->area_count == 1)
        add_weak(&areas);
    if (areas.parts.count == 0)
        find_single(&areas);
    share_rest(&areas);
    if (reading->outline->area_count == 1)
        add_loose(&areas);
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
