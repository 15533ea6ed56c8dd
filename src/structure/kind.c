/* kind - what sort of document it is, by its title, its letter, its words. */
#include "structure/kind.h"

enum {
    FIRST_LINES = 30,   /* non-empty lines a title is looked for in */
    LONGEST_TITLE = 24, /* words */
    RUNNING_TEXT = 32,  /* words; no title stands after that much text */
    SOME_SECTIONS = 2   /* groups of headings beside a title in own words */
};

void kind_decide(struct reading *reading, const struct kind *kind,
                 unsigned certainty, struct span span)
{
    struct outline *outline = reading->outline;

    reading->other_sort = kind->other;
    if (kind->other)
        return;
    outline->kind = kind->id;
    outline->kind_certainty = certainty;
    outline->kind_span = span;
}

/* Whether the letter is the authority's own. */
static bool is_sent(const struct reading *reading, const struct kind *kind)
{
    size_t end = reading->tokens->count;

    if (!kind->sender)
        return true;
    return phrase_in(reading, kind->letter, 0, end) ||
           phrase_in(reading, kind->sent, 0, end);
}

static bool is_title_line(const struct reading *reading, size_t i)
{
    const struct block *block = &reading->document->blocks[i];
    const struct line *line = &reading->lines[i];

    if (block->kind == BLOCK_CELL || block->kind == BLOCK_LIST_ITEM)
        return false;
    return block->kind == BLOCK_HEADING || line->words <= LONGEST_TITLE;
}

/*
 * The kind whose title the line begins with. An earlier kind in the data
 * goes first, so that "Beslut" does not hide in "Beslut om …".
 */
static const struct kind *kind_of_line(const struct reading *reading,
                                       const struct line *line)
{
    enum { SHORT = 14 };
    const struct templates *templates = reading->templates;
    bool title_like =
        line->words <= SHORT && token_mark(reading, line->end - 1) != '.';

    for (size_t i = 0; i < templates->kind_count; i++) {
        const struct kind *kind = &templates->kinds[i];

        if (!phrase_at(reading, kind->titles, line->body, line->end) &&
            !(kind->anywhere && title_like &&
              phrase_in(reading, kind->titles, line->body, line->end)))
            continue;
        if (kind_has_needs(reading, kind) && is_sent(reading, kind))
            return kind;
    }
    return NULL;
}

/*
 * "Beslut" stands over "Beslut efter uppföljning för grundskola": of the
 * titles before the text the longest is the document's.
 */
static size_t whole_title(const struct reading *reading,
                          const struct kind *kind, size_t first)
{
    enum { MOST_LINES = 10 };
    size_t best = first, seen = 0;

    for (size_t i = first + 1; i < reading->line_count && seen < MOST_LINES;
         i++) {
        const struct line *line = &reading->lines[i];

        if (line->words > LONGEST_TITLE)
            break;
        seen += line->words > 0;
        if (phrase_at(reading, kind->titles, line->body, line->end) &&
            line->words > reading->lines[best].words &&
            is_title_line(reading, i))
            best = i;
    }
    return best;
}

/* The block after the first lines that are not empty. */
static size_t first_lines(const struct reading *reading)
{
    size_t seen = 0, i = 0;

    for (; i < reading->line_count && seen < FIRST_LINES; i++)
        seen += reading->lines[i].first != reading->lines[i].end;
    return i;
}

static bool is_sentence(const struct reading *reading,
                        const struct line *line)
{
    enum { SHORTEST = 4 };

    return line->words >= SHORTEST &&
           token_mark(reading, line->end - 1) == '.';
}

static bool by_name(struct reading *reading)
{
    size_t lines = first_lines(reading);

    for (size_t i = 0; i < lines; i++) {
        const struct line *line = &reading->lines[i];
        const struct kind *kind;

        if (line->first == line->end)
            continue;
        if (line->words > RUNNING_TEXT)
            break;
        kind = is_title_line(reading, i) ? kind_of_line(reading, line) : NULL;
        if (kind == NULL)
            continue;
        reading->title = whole_title(reading, kind, i);
        kind_decide(reading, kind, 2,
                    reading->document->blocks[reading->title].span);
        return true;
    }
    return false;
}

/* The kind whose letter it is: what nobody but the authority writes. */
static bool by_letter(struct reading *reading)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->kind_count; i++) {
        const struct kind *kind = &templates->kinds[i];
        const struct hit *letter =
            phrase_in(reading, kind->letter, 0, reading->tokens->count);

        if (letter == NULL || !kind_has_needs(reading, kind))
            continue;
        kind_decide(reading, kind, 2, hit_span(reading->tokens, letter));
        return true;
    }
    return false;
}

/*
 * A title in words of its own: a line among the first says what is done
 * (`says`), another, or the same, of what (`about`).
 */
static bool by_pair(struct reading *reading)
{
    const struct templates *templates = reading->templates;
    size_t lines = first_lines(reading);
    size_t end = reading->tokens->block_first[lines];

    for (size_t i = 0; i < lines && reading->lines[i].words <= RUNNING_TEXT;
         i++) {
        const struct line *line = &reading->lines[i];

        if (line->words == 0 || !is_title_line(reading, i) ||
            token_mark(reading, line->first) == '|' || /* a row in text */
            is_sentence(reading, line))
            continue;
        for (size_t j = 0; j < templates->kind_count; j++) {
            const struct kind *kind = &templates->kinds[j];

            if (!phrase_in(reading, kind->says, line->body, line->end) ||
                !phrase_in(reading, kind->about, 0, end) ||
                !kind_has_needs(reading, kind) ||
                !kind_has_sections(reading, kind, SOME_SECTIONS))
                continue;
            reading->title = i;
            kind_decide(reading, kind, 2, reading->document->blocks[i].span);
            return true;
        }
    }
    return false;
}

void kind_by_title(struct reading *reading)
{
    if (!by_name(reading) && !by_letter(reading))
        by_pair(reading);
}

void kind_pick_template(struct reading *reading)
{
    const struct templates *templates = reading->templates;
    struct outline *outline = reading->outline;
    size_t best = 0;

    for (size_t i = 0; i < templates->count; i++) {
        const struct template *item = &templates->items[i];
        size_t marks;

        if (!str_equal(item->kind, outline->kind) || item->family >= 0)
            continue;
        marks = phrase_count(reading, item->marks, 0, reading->tokens->count);
        if (outline->template && marks <= best)
            continue;
        outline->template = item;
        best = marks;
    }
}

enum layout kind_layout(const struct reading *reading)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->kind_count; i++)
        if (str_equal(templates->kinds[i].id, reading->outline->kind))
            return templates->kinds[i].layout;
    return LAYOUT_REPORT;
}

static bool is_decision(const struct templates *templates, struct str kind)
{
    for (size_t i = 0; i < templates->kind_count; i++)
        if (str_equal(templates->kinds[i].id, kind))
            return templates->kinds[i].layout == LAYOUT_DECISION;
    return false;
}

void kind_find_answered(struct reading *reading)
{
    enum { NEAR_FRONT = 12, FEW_MARKS = 2 };
    const struct templates *templates = reading->templates;
    size_t lines = reading->front_end + NEAR_FRONT;
    size_t ends[2] = {0, reading->tokens->count};
    size_t most = 0;

    if (lines > reading->line_count)
        lines = reading->line_count;
    ends[0] = reading->tokens->block_first[lines];
    for (int all = 0; all < 2 && most == 0; all++)
        for (size_t i = 0; i < templates->count; i++) {
            const struct template *item = &templates->items[i];
            size_t marks = phrase_count(
                reading, item->answered < 0 ? item->marks : item->answered, 0,
                ends[all]);

            if (marks <= most || (all && marks < FEW_MARKS) ||
                !is_decision(templates, item->kind))
                continue;
            most = marks;
            reading->outline->answers = item;
        }
}

int kind_family(const struct reading *reading, struct str kind)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->count; i++)
        if (str_equal(templates->items[i].kind, kind))
            return templates->items[i].family;
    return -1;
}
