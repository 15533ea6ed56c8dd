/* reference - the numbers of cases, told from those of statutes. */
#include "structure/front.h"

enum {
    LED = 6,       /* tokens between "Dnr" and its number */
    PER_LINE = 64, /* numbers */
    REACH = 48     /* bytes of a number on either side of a mark in it */
};

static bool is_digit(struct str text, size_t at)
{
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t digits_at(struct str text, size_t at)
{
    size_t count = 0;

    while (is_digit(text, at + count))
        count++;
    return count;
}

static bool follows_capitals(struct str text, size_t at)
{
    if (at > 0 && text.at[at - 1] == ' ')
        at--;
    return at >= 2 && text.at[at - 1] >= 'A' && text.at[at - 1] <= 'Z' &&
           text.at[at - 2] >= 'A' && text.at[at - 2] <= 'Z';
}

/*
 * Whether digits on both sides of a mark may be a case's number. Days and
 * school years, which have the same shape, are let through the patterns
 * only when they could be both: "2021/118", not "2021/22" or "2023-08-25".
 */
static bool may_join(struct str text, size_t mark, size_t before)
{
    size_t after = digits_at(text, mark + 1);

    /* "BUN 2024/31", where capitals rule out a school year. */
    if (text.at[mark] == '/' && before == 4 && after == 2)
        return follows_capitals(text, mark - before);

    switch (text.at[mark]) {
    case ':':
        return before >= 4 && after >= 2;
    case '/':
        return (before == 4 && after != 2 && after != 0) ||
               (before < 4 && after == 4);
    case '-':
        return after == 4 && (before < 4 || text.at[mark + 1] == '0');
    default:
        return false;
    }
}

/* Numbers found in a line, by any pattern, or where there may be some. */
struct places {
    struct span spans[PER_LINE];
    size_t count;
};

static bool is_inside_letter(struct str text, size_t at)
{
    return ((unsigned char)text.at[at] & 0xC0) == 0x80;
}

/* From well before the mark to the end of a word well after it. */
static void add_place(struct places *places, struct str text, size_t mark)
{
    struct span *last = &places->spans[places->count];
    size_t start = mark > REACH ? mark - REACH : 0, end = mark + REACH;

    if (places->count && span_end(last[-1]) >= end)
        return;
    while (start > 0 && is_inside_letter(text, start))
        start--;
    while (end < text.length && text.at[end] != ' ')
        end++;
    if (end > text.length)
        end = text.length;
    if (places->count &&
        (span_end(last[-1]) >= start || places->count == PER_LINE)) {
        last--;
        start = last->start;
    } else {
        places->count++;
    }
    *last = (struct span){(uint32_t)start, (uint32_t)(end - start)};
}

/* Keeps the patterns away from nearly all of the text. */
static void find_places(struct places *places, struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t digits = digits_at(text, i);

        if (digits == 0)
            continue;
        i += digits;
        if (i + 1 < text.length && may_join(text, i, digits))
            add_place(places, text, i);
    }
}

static bool is_led(const struct reading *reading, const struct line *line,
                   struct span number)
{
    size_t first, end, from;

    tokens_in(reading->tokens, number, &first, &end);
    from = first > line->first + LED ? first - LED : line->first;
    return first > from && cue_in(reading, CUE_REFERENCE, from, first);
}

/* Said before, lately: a number is listed once. */
static bool is_known(const struct outline *outline, struct str text)
{
    enum { LATELY = 64 };
    size_t count = outline->reference_number_count;

    for (size_t i = count > LATELY ? count - LATELY : 0; i < count; i++)
        if (str_equal(outline->reference_numbers[i].text, text))
            return true;
    return false;
}

static bool is_taken(const struct places *taken, struct span span)
{
    for (size_t i = 0; i < taken->count; i++)
        if (span_overlap(taken->spans[i], span))
            return true;
    return false;
}

/* A line that is searched for numbers of cases. */
struct search {
    struct reading *reading;
    const struct line *line;
    struct span block;
    struct places taken;
    size_t *capacity;
};

static void list(struct search *search, struct found found)
{
    struct outline *outline = search->reading->outline;

    if (is_known(outline, found.text))
        return;
    outline->reference_numbers =
        arena_grow(search->reading->arena, outline->reference_numbers,
                   outline->reference_number_count, search->capacity,
                   sizeof found);
    outline->reference_numbers[outline->reference_number_count++] = found;
}

/* A match of a pattern: a number, unless another has it. */
static void take(struct search *search, const struct reference *reference,
                 struct str text, struct span match)
{
    struct found found = {.span = match};

    while (found.span.length && text.at[found.span.start] == ' ') {
        found.span.start++;
        found.span.length--;
    }
    found.text = span_text(text, found.span);
    found.span.start += search->block.start;
    if (is_taken(&search->taken, found.span) ||
        (reference->led &&
         !is_led(search->reading, search->line, found.span)))
        return;
    search->taken.spans[search->taken.count++] = found.span;
    list(search, found);
}

static void search_place(struct search *search,
                         const struct reference *reference, struct str text,
                         struct span place)
{
    struct str upto = str_part(text, 0, span_end(place));
    struct span groups[REGEX_GROUPS];
    size_t from = place.start;

    while (search->taken.count < PER_LINE &&
           regex_find(reference->regex, upto, from, groups) == REGEX_YES) {
        from = span_end(groups[0]) > from ? span_end(groups[0]) : from + 1;
        take(search, reference, text, groups[0]);
    }
}

static void search_line(struct search *search)
{
    const struct templates *templates = search->reading->templates;
    struct str text =
        document_text(search->reading->document, search->block);
    struct places places = {.count = 0};

    find_places(&places, text);
    for (size_t i = 0; i < templates->reference_count && places.count; i++)
        for (size_t j = 0; j < places.count; j++)
            search_place(search, &templates->references[i], text,
                         places.spans[j]);
}

void references_find(struct reading *reading)
{
    size_t capacity = 0;

    for (size_t i = 0; i < reading->line_count; i++) {
        struct search search = {
            .reading = reading,
            .line = &reading->lines[i],
            .block = reading->document->blocks[i].span,
            .capacity = &capacity,
        };

        search_line(&search);
    }
}
