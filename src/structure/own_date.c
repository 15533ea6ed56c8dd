/* own_date - the document's own day, and the days a decision sets. */
#include "structure/front.h"

#include "language/shape.h"
#include "structure/kind.h"

enum {
    OTHER_WORDS = 5,   /* beside a date that stands alone on its line */
    LONGEST_NOTE = 30, /* words of "Fastställd av … den …" */
    LAST_LINES = 10,
    NEAR = 3, /* tokens between a word and its date */
    FAR = 12
};

/* "Enkät på fem språk / vägledarna / nov 2024": a row, its cells by strokes. */
static bool is_row(const struct reading *reading, const struct line *line)
{
    size_t strokes = 0;

    for (size_t i = line->body; i < line->end; i++)
        strokes += token_mark(reading, i) == '/' &&
                   reading->tokens->items[i].flags & TOKEN_AFTER_SPACE;
    return strokes > 1;
}

static bool is_own(const struct reading *reading, const struct line *line,
                   const struct dated *date)
{
    size_t words = words_in(reading, line->first, line->end);
    size_t of_date = words_in(reading, date->first, date->end);
    const struct hit *said =
        cue_in(reading, CUE_OWN_DATE, line->first, date->first);

    if (said && words <= LONGEST_NOTE)
        return true;
    return words - of_date <= OTHER_WORDS &&
           token_mark(reading, line->end - 1) != '.' &&
           !is_row(reading, line) &&
           cue_in(reading, CUE_NOT_OWN_DATE, line->first, line->end) == NULL;
}

/* After an empty line, or after the table that it is no part of. */
static bool stands_apart(const struct reading *reading, size_t i)
{
    const struct block *block = &reading->document->blocks[i];

    return block->flags & BLOCK_AFTER_BLANK ||
           (i > 0 && block[-1].kind == BLOCK_CELL);
}

/*
 * "Norrby den 28 september 2023" after a form's last row: a paragraph of its
 * own that begins with a place.
 */
static bool is_sign_off(const struct reading *reading, size_t i)
{
    enum { SHORT = 7 };
    const struct line *line = &reading->lines[i];
    const struct block *block = &reading->document->blocks[i];
    const struct dated *date = line_date(reading, line->first, line->end);

    return block->kind == BLOCK_PARAGRAPH && stands_apart(reading, i) &&
           line->words <= SHORT &&
           date && date->first > line->body && date->end == line->end &&
           reading->tokens->items[line->body].flags & TOKEN_CAPITAL &&
           !cue_at(reading, CUE_OWN_DATE, line->body, line->end);
}

static bool is_free(const struct reading *reading, size_t i)
{
    const struct paint *paint = &reading->paint[reading->lines[i].first];
    int role = paint->role;

    if (paint->voice == VOICE_LABEL || paint->voice == VOICE_TEMPLATE ||
        paint->measure != NO_INDEX)
        return false;
    return role == NO_INDEX ||
           reading->templates->roles[role].part != ROW_LATER ||
           is_sign_off(reading, i);
}

static void set_date(const struct reading *reading, struct found_date *found,
                     const struct dated *date)
{
    if (date->date.day)
        found->date = date->date;
    found->span = token_span(reading->tokens, date->first, date->end);
}

/* "Datum: 23-05-30": two digits for the year, only where a word says so. */
static bool short_date(struct reading *reading, const struct line *line)
{
    const struct hit *said =
        cue_in(reading, CUE_OWN_DATE, line->first, line->end);
    struct found_date *own = &reading->outline->date;

    for (size_t i = said ? said->end : line->end; i < line->end; i++) {
        struct str text = token_str(reading, i);
        struct str iso;

        if (text.length != 8 || text.at[2] != '-' || text.at[5] != '-')
            continue;
        iso = arena_format(reading->arena, "20%.*s", 8, text.at);
        if (!date_parse(iso, &own->date))
            continue;
        own->span = token_span(reading->tokens, i, i + 1);
        return true;
    }
    return false;
}

static bool try_line(struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];
    const struct dated *date;

    if (line->first == line->end || !is_free(reading, i))
        return false;
    date = line_date(reading, line->first, line->end);
    if (date == NULL)
        return short_date(reading, line);
    if (!is_own(reading, line, date))
        return false;
    set_date(reading, &reading->outline->date, date);
    return true;
}

void own_date_find(struct reading *reading)
{
    size_t seen = 0;

    for (size_t i = 0; i < reading->line_count; i++)
        if ((i < reading->front_end ||
             reading->document->blocks[i].kind == BLOCK_HEADER) &&
            try_line(reading, i))
            return;
    for (size_t i = reading->line_count;
         i-- > reading->front_end && seen < LAST_LINES;) {
        seen += reading->lines[i].first != reading->lines[i].end;
        if (try_line(reading, i))
            return;
    }
}

/* The year that a year or school year begins in; 0 for other numbers. */
static int year_of(struct str text, bool *school_year)
{
    size_t digits = 0;
    unsigned year;

    *school_year = shape_fits(SHAPE_SCHOOLYEAR, text);
    if (!*school_year && !shape_fits(SHAPE_YEAR, text))
        return 0;
    while (digits < text.length && text.at[digits] >= '0' &&
           text.at[digits] <= '9')
        digits++;
    str_number(str_part(text, 0, digits), &year);
    return (int)year + (digits == 2 ? 2000 : 0);
}

void not_before_find(struct reading *reading)
{
    enum { AUGUST = 8, LONGEST_PLAN = 3 };
    const struct tokens *tokens = reading->tokens;
    size_t front = tokens->block_first[reading->front_end];
    struct date *least = &reading->outline->not_before;

    for (size_t i = 0; i < tokens->count; i++) {
        bool school_year;
        int year;

        if (tokens->items[i].kind != TOKEN_NUMBER ||
            (i >= front && least->month != 0))
            continue;
        year = year_of(token_str(reading, i), &school_year);
        if (i >= front && school_year)
            year -= LONGEST_PLAN;
        if (year <= least->year || (i >= front && !school_year))
            continue;
        *least = (struct date){.year = year};
        if (i < front) {
            least->month = school_year ? AUGUST : 1;
            least->day = 1;
        }
    }
    if (least->year && least->month == 0)
        least->month = least->day = 1;
}

/* Whether a cue stands within `reach` tokens before the date. */
static bool is_led(const struct reading *reading, const struct dated *date,
                   enum cue cue, size_t reach)
{
    size_t from = date->first;

    while (from > 0 && date->first - from < reach + 4 &&
           !(reading->tokens->items[from - 1].flags & TOKEN_ENDS_SENTENCE))
        from--;
    while (from < date->first) {
        const struct hit *hit = cue_in(reading, cue, from, date->first);

        if (hit == NULL)
            return false;
        if (date->first - hit->end <= reach)
            return true;
        from = hit->first + 1;
    }
    return false;
}

static bool is_followed(const struct reading *reading,
                        const struct dated *date, enum cue cue, size_t reach)
{
    size_t end = sentence_end(reading, date->end - 1, date->end + reach);

    return cue_in(reading, cue, date->end, end) != NULL;
}

/* A date in a table's column that is headed "Senaste datum". */
static bool is_in_column(const struct reading *reading,
                         const struct dated *date, enum cue cue)
{
    const struct block *blocks = reading->document->blocks;
    size_t at = reading->tokens->items[date->first].block, i = at;
    enum { FARTHEST = 400 };

    if (blocks[at].kind != BLOCK_CELL || blocks[at].row < 2)
        return false;
    while (i-- > 0 && at - i < FARTHEST &&
           blocks[i].table == blocks[at].table)
        if (blocks[i].row == 1 && blocks[i].column == blocks[at].column)
            return cue_in(reading, cue, reading->lines[i].first,
                          reading->lines[i].end) != NULL;
    return false;
}

static void offer(const struct reading *reading, struct found_date *found,
                  const struct dated *date)
{
    if (found->span.length == 0)
        set_date(reading, found, date);
}

/* Whether the tokens [first, end) are the name of the area. */
static bool is_name_of(const struct reading *reading, const struct area *area,
                       size_t first, size_t end)
{
    size_t name_first, name_end;

    tokens_in(reading->tokens, area->name.span, &name_first, &name_end);
    return same_words(reading, first, end, name_first, name_end);
}

/* The area that a row of a table is about: its first cell is the name. */
static bool is_row_of(const struct reading *reading, const struct area *area,
                      size_t block)
{
    const struct block *blocks = reading->document->blocks;
    size_t first = block;

    while (first > 0 && blocks[first - 1].table == blocks[block].table &&
           blocks[first - 1].row == blocks[block].row)
        first--;
    return blocks[block].kind == BLOCK_CELL &&
           is_name_of(reading, area, reading->lines[first].first,
                      reading->lines[first].end);
}

/*
 * Where a scan has made the row one line: the day last, and over it a line
 * that says what the day is.
 */
static bool is_in_lost_column(const struct reading *reading,
                              const struct dated *date, enum cue cue)
{
    enum { LONGEST = 14, ROWS = 12 };
    size_t at = reading->tokens->items[date->first].block, i = at;

    if (!reading->document->ocr ||
        reading->document->blocks[at].kind == BLOCK_CELL ||
        reading->lines[at].words > LONGEST ||
        date->end != reading->lines[at].end)
        return false;
    while (i-- > 0 && at - i <= ROWS) {
        const struct line *line = &reading->lines[i];

        if (cue_in(reading, cue, line->first, line->end))
            return line->words <= LONGEST &&
                   line_date(reading, line->first, line->end) == NULL;
    }
    return false;
}

/* Whether a line begins with the name of the area. */
static bool begins_with_name(const struct reading *reading,
                             const struct area *area, size_t block)
{
    const struct line *line = &reading->lines[block];
    size_t first, end;

    tokens_in(reading->tokens, area->name.span, &first, &end);
    end = line->body + (end - first);
    return end <= line->end && is_name_of(reading, area, line->body, end);
}

/* A last day that stands in an area, or in its row of a table. */
static void offer_to_area(const struct reading *reading,
                          const struct dated *date, struct span span,
                          bool lost)
{
    struct outline *outline = reading->outline;
    size_t block = reading->tokens->items[date->first].block;

    for (size_t i = 0; i < outline->area_count; i++) {
        struct area *area = &outline->areas[i];

        if (lost ? begins_with_name(reading, area, block)
                 : span_overlap(area->span, span) ||
                       is_row_of(reading, area, block)) {
            offer(reading, &area->deadline, date);
            return;
        }
    }
}

void decision_dates_find(struct reading *reading)
{
    struct outline *outline = reading->outline;
    bool decision = kind_layout(reading) == LAYOUT_DECISION;

    for (size_t i = 0; i < outline->date_count; i++) {
        const struct dated *date = &outline->dates[i];
        struct span span =
            token_span(reading->tokens, date->first, date->end);
        bool lost;

        if (date->date.day == 0 || span_overlap(span, outline->date.span))
            continue;
        lost = is_in_lost_column(reading, date, CUE_DEADLINE);
        if (lost || is_led(reading, date, CUE_DEADLINE, NEAR) ||
            is_in_column(reading, date, CUE_DEADLINE)) {
            offer(reading, &outline->deadline, date);
            offer_to_area(reading, date, span, lost);
        } else if (is_led(reading, date, CUE_RECEIVED, FAR))
            offer(reading, &outline->received, date);
        else if ((!decision || reading->tokens->items[date->first].block >=
                                   reading->front_end) &&
                 (is_led(reading, date, CUE_PREVIOUS, NEAR) ||
                  is_followed(reading, date, CUE_PREVIOUS, NEAR)))
            offer(reading, &outline->previous_decision, date);
    }
}
