/* decision - a decision of the authority: its areas, and what came of each. */
#include "structure/decision.h"

#include "structure/decision_area.h"

enum { AREAS_MOST = 100, LONGEST_NAME = 14, LAW_NEAR = 2 };

static const struct line *line_of(const struct reading *reading, size_t i)
{
    return &reading->lines[i];
}

/* A cue that is all of a line, the marks after it aside. */
static bool is_all(const struct reading *reading, enum cue cue,
                   const struct line *line)
{
    const struct hit *hit = cue_at(reading, cue, line->body, line->end);

    return hit && words_in(reading, hit->end, line->end) == 0;
}

int subject_named(const struct reading *reading, size_t first, size_t end)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->subject_count; i++)
        if (phrase_in(reading, templates->subjects[i].names, first, end))
            return (int)i;
    return NO_INDEX;
}

/* Whether the lines right after a heading say what law applies. */
static bool leads_to_law(const struct reading *reading, size_t i)
{
    size_t seen = 0;

    for (size_t j = i + 1; j < reading->line_count && seen < LAW_NEAR; j++) {
        const struct line *line = line_of(reading, j);

        if (line->words == 0)
            continue;
        seen++;
        if (cue_at(reading, CUE_LAW_LEAD, line->body, line->end) ||
            is_law_text(reading, line))
            return true;
    }
    return false;
}

/*
 * A short line right over the word that leads to the law: a heading, also
 * where a scan has lost the room around it.
 */
static bool stands_over_law(const struct reading *reading, size_t i)
{
    const struct line *line = line_of(reading, i);
    const struct token *first = &reading->tokens->items[line->body];

    return line->words > 0 && i + 1 < reading->line_count &&
           first->flags & TOKEN_CAPITAL &&
           token_mark(reading, line->end - 1) == '\0' &&
           is_all(reading, CUE_LAW_LEAD, &line[1]);
}

static bool is_area_heading(const struct reading *reading, size_t i)
{
    const struct line *line = line_of(reading, i);

    if ((line->heading == 0 && !stands_over_law(reading, i)) ||
        line->words > LONGEST_NAME || line->bulleted ||
        is_all(reading, CUE_IN_AREA, line) ||
        cue_at(reading, CUE_NOT_AREA, line->body, line->end) ||
        cue_at(reading, CUE_CLOSING, line->body, line->end))
        return false;
    return subject_named(reading, line->body, line->end) != NO_INDEX ||
           leads_to_law(reading, i);
}

/* Whether a line ends the area before it without beginning another. */
static bool ends_area(const struct reading *reading, size_t i)
{
    const struct line *line = line_of(reading, i);

    if (cue_at(reading, CUE_CLOSING, line->body, line->end) &&
        (line->heading || line->words <= 5))
        return true;
    return line->heading && !is_all(reading, CUE_IN_AREA, line) &&
           cue_at(reading, CUE_NOT_AREA, line->body, line->end);
}

/* Index of the area with the heading's words, or NO_INDEX. */
static int known_area(const struct reading *reading,
                      const struct part_of_area *parts, size_t count,
                      size_t block)
{
    const struct line *line = line_of(reading, block);

    for (size_t i = 0; i < count; i++) {
        const struct line *other = line_of(reading, parts[i].block);

        if (same_words(reading, line->body, line->end, other->body,
                       other->end))
            return parts[i].area;
    }
    return NO_INDEX;
}

static int add_area(struct reading *reading, size_t block, size_t *capacity)
{
    struct outline *outline = reading->outline;
    const struct line *line = line_of(reading, block);
    struct area area = {0};
    int subject = subject_named(reading, line->body, line->end);

    if (outline->area_count == AREAS_MOST)
        return NO_INDEX;
    area.name.span = token_span(reading->tokens, line->body, line->end);
    area.name.text = document_text(reading->document, area.name.span);
    if (subject != NO_INDEX)
        area.subject = reading->templates->subjects[subject].id;
    outline->areas = arena_grow(reading->arena, outline->areas,
                                outline->area_count, capacity, sizeof area);
    outline->areas[outline->area_count++] = area;
    return (int)outline->area_count - 1;
}

/* Every stretch that is about one area, under its heading. */
static struct parts find_parts(struct reading *reading)
{
    struct parts parts = {0};
    size_t capacity = 0, area_capacity = 0;
    bool open = false;

    for (size_t i = reading->front_end; i < reading->line_count; i++) {
        struct part_of_area part = {.block = i};

        if (open && (ends_area(reading, i) || is_area_heading(reading, i))) {
            parts.items[parts.count - 1].end_block = i;
            open = false;
        }
        if (!is_area_heading(reading, i) || parts.count == 4 * AREAS_MOST)
            continue;
        part.area = known_area(reading, parts.items, parts.count, i);
        if (part.area == NO_INDEX)
            part.area = add_area(reading, i, &area_capacity);
        if (part.area == NO_INDEX)
            continue;
        parts.items = arena_grow(reading->arena, parts.items, parts.count,
                                 &capacity, sizeof part);
        parts.items[parts.count++] = part;
        open = true;
    }
    if (open)
        parts.items[parts.count - 1].end_block = reading->line_count;
    return parts;
}

/* The authority speaks wherever nothing else is painted. */
static void paint_authority(struct reading *reading)
{
    for (size_t i = 0; i < reading->tokens->count; i++)
        if (reading->paint[i].voice == VOICE_OWN)
            reading->paint[i].voice = VOICE_AUTHORITY;
}

void decision_read(struct reading *reading)
{
    struct parts parts;

    paint_authority(reading);
    parts = find_parts(reading);
    for (size_t i = 0; i < reading->outline->area_count; i++)
        decision_area_read(reading, &parts, (int)i);
}
