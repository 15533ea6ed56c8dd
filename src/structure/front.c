/* front - the title block: where it ends, its level and school forms. */
#include "structure/front.h"

#include "structure/kind.h"

enum {
    MOST_LINES = 25,
    LONG_LINE = 24, /* words; running text */
    LONG_SENTENCE = 12,
    FIRST_LINES = 6,
    SHORT_SENTENCE = 6
};

static bool is_sentence(const struct reading *reading,
                        const struct line *line)
{
    enum { SHORTEST = 4 };

    return line->words >= SHORTEST &&
           token_mark(reading, line->end - 1) == '.' &&
           line_date(reading, line->first, line->end) == NULL;
}

/* A heading with text under it: what the front ends before. */
static bool heads_text(const struct reading *reading, size_t i)
{
    size_t next = i + 1;

    if (reading->lines[i].heading == 0)
        return false;
    /* "(1 kap. 9 § skollagen)" belongs to the heading. */
    while (next < reading->line_count &&
           (reading->lines[next].words == 0 ||
            token_mark(reading, reading->lines[next].first) == '('))
        next++;
    if (next == reading->line_count ||
        reading->paint[reading->lines[next].first].voice == VOICE_LABEL)
        return false;
    return reading->lines[next].words >= LONG_SENTENCE ||
           is_sentence(reading, &reading->lines[next]) ||
           (reading->title < i &&
            reading->document->blocks[next].kind == BLOCK_CELL) ||
           reading->lines[next].bulleted || reading->lines[next].heading;
}

/* Whether something has been said between the title and the line. */
static bool follows_text(const struct reading *reading, size_t i)
{
    for (size_t j = reading->title + 1; j < i; j++)
        if (reading->lines[j].words > SHORT_SENTENCE &&
            token_mark(reading, reading->lines[j].end - 1) == '.')
            return true;
    return false;
}

/* "Björkskolan, Norrby kommun" under the title says who, it heads nothing. */
static bool is_name_line(const struct reading *reading,
                         const struct line *line)
{
    struct span unit = unit_in(reading, line->body, line->end);
    struct span first =
        token_span(reading->tokens, line->body, line->body + 1);

    if (line->first == line->end)
        return false;
    return (unit.length && unit.start == first.start) ||
           owner_in(reading, line->body, line->end) ||
           cue_in(reading, CUE_BOARD, line->first, line->end);
}

static bool is_body(const struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];
    enum voice voice = (enum voice)reading->paint[line->first].voice;
    bool after_title =
        reading->title == reading->line_count || i > reading->title;

    if (voice == VOICE_LABEL || reading->paint[line->first].role != NO_INDEX)
        return true;
    if (voice == VOICE_TEMPLATE && after_title)
        return true;
    if (after_title && heads_text(reading, i) &&
        (!is_name_line(reading, line) || follows_text(reading, i)))
        return true;
    if (line->words > LONG_LINE ||
        (reading->title < i &&
         reading->document->blocks[i].kind == BLOCK_CELL))
        return true;
    return line->words > LONG_SENTENCE &&
           token_mark(reading, line->end - 1) == '.' &&
           cue_in(reading, CUE_OWN_DATE, line->first, line->end) == NULL;
}

void front_find_end(struct reading *reading)
{
    size_t seen = 0, i = 0;

    for (; i < reading->line_count && seen < MOST_LINES; i++) {
        if (reading->lines[i].first == reading->lines[i].end)
            continue;
        if (i != reading->title && is_body(reading, i))
            break;
        seen++;
    }
    reading->front_end = i;
}

/* "Granåsa den 14 augusti 2025", "Fastställd av …": lines of the letter. */
static bool is_signature(const struct reading *reading,
                         const struct line *line)
{
    enum { SHORT = 8, LONG = 16 };

    if (line->first == line->end || line->words > LONG ||
        token_mark(reading, line->end - 1) == '.' ||
        line_date(reading, line->first, line->end) == NULL)
        return false;
    return line->words <= SHORT ||
           cue_at(reading, CUE_OWN_DATE, line->body, line->end);
}

void front_paint(struct reading *reading)
{
    for (size_t i = 0; i < reading->line_count; i++) {
        const struct block *block = &reading->document->blocks[i];
        const struct line *line = &reading->lines[i];

        if (i >= reading->front_end && block->kind != BLOCK_HEADER &&
            block->kind != BLOCK_FOOTER &&
            (block->kind != BLOCK_PARAGRAPH ||
             reading->paint[line->first].measure != NO_INDEX ||
             !is_signature(reading, line)))
            continue;
        for (size_t j = line->first; j < line->end; j++)
            if (reading->paint[j].voice == VOICE_OWN ||
                reading->paint[j].voice == VOICE_HEADING)
                reading->paint[j].voice = VOICE_FRONT;
    }
}

static size_t front_tokens(const struct reading *reading)
{
    return reading->tokens->block_first[reading->front_end];
}

static bool set_level(struct outline *outline, const char *level,
                      struct span span)
{
    outline->level = str_from(level);
    outline->level_span = span;
    return true;
}

/* The level as the front says it in so many words. */
static bool level_said(struct reading *reading)
{
    size_t end = front_tokens(reading);
    const struct hit *owner = cue_in(reading, CUE_LEVEL_OWNER, 0, end);
    const struct hit *unit = cue_in(reading, CUE_LEVEL_UNIT, 0, end);

    if (owner && (unit == NULL || owner->first < unit->first))
        return set_level(reading->outline, "huvudman",
                         hit_span(reading->tokens, owner));
    if (unit)
        return set_level(reading->outline, "enhet",
                         hit_span(reading->tokens, unit));
    return false;
}

/* The block after the first lines that are not empty. */
static size_t first_lines_end(const struct reading *reading)
{
    size_t seen = 0, i = 0;

    for (; i < reading->line_count && seen < FIRST_LINES; i++)
        seen += reading->lines[i].first != reading->lines[i].end;
    return reading->tokens->block_first[i];
}

static bool in_front(const struct reading *reading, const struct found *found)
{
    size_t front = front_tokens(reading);

    return found->span.length && front > 0 &&
           span_end(found->span) <=
               span_end(token_span(reading->tokens, front - 1, front));
}

/* The school that all measures' names point at, for a form without header. */
static bool level_by_measures(struct reading *reading)
{
    struct outline *outline = reading->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        size_t first, end;
        struct span unit;

        tokens_in(reading->tokens, outline->measures[i].name.span, &first,
                  &end);
        unit = unit_in(reading, first, end);
        if (unit.length == 0)
            continue;
        outline->unit.span = unit;
        outline->unit.text = document_text(reading->document, unit);
        return set_level(outline, "enhet", unit);
    }
    return false;
}

/* "Rektor: Maria Sund", "Anna Ek, skolchef": who signs shows the level. */
static bool level_by_signer(struct reading *reading)
{
    enum { LAST_LINES = 8, LONGEST = 7 };

    for (size_t i = 0; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];
        const struct hit *owner, *unit;

        if ((i >= reading->front_end &&
             i + LAST_LINES < reading->line_count) ||
            line->words == 0 || line->words > LONGEST ||
            is_sentence(reading, line))
            continue;
        owner = cue_in(reading, CUE_SIGNER_OWNER, line->first, line->end);
        unit = cue_in(reading, CUE_SIGNER_UNIT, line->first, line->end);
        if (owner)
            return set_level(reading->outline, "huvudman",
                             hit_span(reading->tokens, owner));
        if (unit)
            return set_level(reading->outline, "enhet",
                             hit_span(reading->tokens, unit));
    }
    return false;
}

/* A report whose own title names the school. */
static bool level_by_title(struct reading *reading)
{
    const struct line *line = &reading->lines[reading->title];

    return reading->title < reading->line_count &&
           kind_layout(reading) == LAYOUT_REPORT &&
           unit_in(reading, line->first, line->end).length &&
           set_level(reading->outline, "enhet",
                     unit_in(reading, line->first, line->end));
}

/* A board's letter that names the school only where it says what of. */
static bool board_sends(const struct reading *reading,
                        const struct hit *board)
{
    const struct line *title = &reading->lines[reading->title];

    if (kind_layout(reading) != LAYOUT_REPLY || board == NULL ||
        reading->title >= reading->line_count ||
        board->end > title->first)
        return false;
    return reading->outline->unit.span.start >=
           reading->tokens->items[title->first].start;
}

void level_find(struct reading *reading)
{
    enum { SCHOOLS = 3 };
    struct outline *outline = reading->outline;
    size_t end = first_lines_end(reading);
    const struct hit *board = cue_in(reading, CUE_BOARD, 0, end);
    const struct hit *weak;

    set_level(outline, "unknown", (struct span){0, 0});
    if (level_said(reading) || level_by_title(reading))
        return;
    if (owner_is_private(reading) && in_front(reading, &outline->huvudman) &&
        set_level(outline, "huvudman", outline->huvudman.span))
        return;
    if (in_front(reading, &outline->unit) && !board_sends(reading, board) &&
        set_level(outline, "enhet", outline->unit.span))
        return;
    if (board && board->end <= front_tokens(reading) &&
        set_level(outline, "huvudman", hit_span(reading->tokens, board)))
        return;
    if (level_by_signer(reading))
        return;
    if (in_front(reading, &outline->huvudman) &&
        set_level(outline, "huvudman", outline->huvudman.span))
        return;
    weak = cue_in(reading, CUE_LEVEL_OWNER_WEAK, 0, reading->tokens->count);
    if (weak &&
        set_level(outline, "huvudman", hit_span(reading->tokens, weak)))
        return;
    if (kind_layout(reading) == LAYOUT_REPORT &&
        unit_count(reading, SCHOOLS) >= SCHOOLS &&
        set_level(outline, "huvudman", (struct span){0, 0}))
        return;
    level_by_measures(reading);
}

/* A hit inside a longer hit of another school form is part of its name. */
static bool is_inside_other(const struct reading *reading, size_t form,
                            const struct hit *hit)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->form_count; i++) {
        size_t from = hit->first > 4 ? hit->first - 4 : 0;
        const struct hit *other;

        if (i == form)
            continue;
        while ((other = phrase_in(reading, templates->forms[i].names, from,
                                  hit->end + 2))) {
            if (other->first <= hit->first && other->end >= hit->end &&
                other->end - other->first > hit->end - hit->first)
                return true;
            from = other->first + 1;
        }
    }
    return false;
}

static size_t count_form(const struct reading *reading, size_t form,
                         size_t end, size_t most)
{
    int lexicon = reading->templates->forms[form].names;
    size_t at = 0, count = 0;
    const struct hit *hit;

    while (count < most && (hit = phrase_in(reading, lexicon, at, end))) {
        enum voice voice = (enum voice)reading->paint[hit->first].voice;

        at = hit->first + 1;
        count += voice != VOICE_TEMPLATE && voice != VOICE_LABEL &&
                 !is_inside_other(reading, form, hit);
    }
    return count;
}

static bool add_forms(struct reading *reading, size_t end, size_t fewest,
                      size_t share)
{
    const struct templates *templates = reading->templates;
    struct outline *outline = reading->outline;
    size_t counts[NAMES_MOST], most = 0;
    enum { ENOUGH = 200 };

    for (size_t i = 0; i < templates->form_count; i++) {
        counts[i] = count_form(reading, i, end, ENOUGH);
        if (counts[i] > most && !str_equal(templates->forms[i].id, STR("-")))
            most = counts[i];
    }
    outline->school_forms = arena_alloc(
        reading->arena, (NAMES_MOST) * sizeof *outline->school_forms);
    for (size_t i = 0; i < templates->form_count; i++)
        if (counts[i] >= fewest && counts[i] * share >= most &&
            !str_equal(templates->forms[i].id, STR("-")))
            outline->school_forms[outline->school_form_count++] =
                templates->forms[i].id;
    return outline->school_form_count > 0;
}

void school_forms_find(struct reading *reading)
{
    enum { IN_BODY = 2, SHARE_IN_BODY = 3, ANY = 1, ANY_SHARE = 1000 };

    if (!add_forms(reading, front_tokens(reading), ANY, ANY_SHARE))
        add_forms(reading, reading->tokens->count, IN_BODY, SHARE_IN_BODY);
}
