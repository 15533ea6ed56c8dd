/* reference - the numbers of cases, told from those of statutes. */
#include "structure/front.h"

enum {
    LED = 6,      /* tokens between "Dnr" and its number */
    PER_LINE = 64 /* numbers */
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

/* Keeps the patterns away from nearly every line. */
static bool may_hold(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        size_t digits = digits_at(text, i);

        if (digits == 0)
            continue;
        i += digits;
        if (i + 1 < text.length && may_join(text, i, digits))
            return true;
    }
    return false;
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

/* Numbers found in a line, by any pattern. */
struct taken {
    struct span spans[PER_LINE];
    size_t count;
};

static bool is_taken(const struct taken *taken, struct span span)
{
    for (size_t i = 0; i < taken->count; i++)
        if (span_overlap(taken->spans[i], span))
            return true;
    return false;
}

static void search_line(struct reading *reading, const struct line *line,
                        struct span block, size_t *capacity)
{
    const struct templates *templates = reading->templates;
    struct outline *outline = reading->outline;
    struct str text = document_text(reading->document, block);
    struct taken taken = {.count = 0};

    for (size_t i = 0; i < templates->reference_count; i++) {
        const struct reference *reference = &templates->references[i];
        struct span groups[REGEX_GROUPS];
        size_t from = 0;

        while (taken.count < PER_LINE &&
               regex_find(reference->regex, text, from, groups) ==
                   REGEX_YES) {
            struct found found = {.span = groups[0]};

            from = span_end(groups[0]) > from ? span_end(groups[0])
                                              : from + 1;
            while (found.span.length && text.at[found.span.start] == ' ') {
                found.span.start++;
                found.span.length--;
            }
            found.text = span_text(text, found.span);
            found.span.start += block.start;
            if (is_taken(&taken, found.span) ||
                (reference->led && !is_led(reading, line, found.span)))
                continue;
            taken.spans[taken.count++] = found.span;
            if (is_known(outline, found.text))
                continue;
            outline->reference_numbers = arena_grow(
                reading->arena, outline->reference_numbers,
                outline->reference_number_count, capacity, sizeof found);
            outline->reference_numbers[outline->reference_number_count++] =
                found;
        }
    }
}

void references_find(struct reading *reading)
{
    size_t capacity = 0;

    for (size_t i = 0; i < reading->line_count; i++) {
        struct span block = reading->document->blocks[i].span;

        if (may_hold(document_text(reading->document, block)))
            search_line(reading, &reading->lines[i], block, &capacity);
    }
}
