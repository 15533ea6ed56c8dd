/* understood - how much of what looks like numbers and days was read. */
#include "structure/understood.h"

#include "language/shape.h"

/* The front holds reference numbers, and days. */
static bool says_numbers(enum voice voice)
{
    return voice == VOICE_OWN || voice == VOICE_HEADING;
}

/* "25/8", "2024-13-40": a day, but which? */
static bool looks_like_day(struct str number)
{
    struct str day;
    unsigned first, second;

    if (shape_fits(SHAPE_DATE, number))
        return true;
    return !shape_fits(SHAPE_SCHOOLYEAR, number) &&
           str_cut(&number, '/', &day) && str_number(day, &first) &&
           str_number(number, &second) && first > 0 && first <= 31 &&
           second > 0 && second <= 12;
}

/* Whether the number says of what it is one. */
static bool is_read(const struct tokens *tokens, size_t at, struct str number)
{
    const struct token *token = &tokens->items[at];
    const struct block *block = &tokens->document->blocks[token->block];
    struct str text = tokens->document->text;

    if (shape_fits(SHAPE_YEAR, number) ||
        shape_fits(SHAPE_SCHOOLYEAR, number))
        return true;
    if (block->kind == BLOCK_CELL && block->column > 1)
        return true;
    return at + 1 < tokens->count && token[1].block == token->block &&
           (token[1].kind == TOKEN_WORD || text.at[token[1].start] == '%');
}

static void count_number(struct outline *outline, size_t at)
{
    const struct token *token = &outline->tokens->items[at];
    struct str number =
        str_part(outline->document->text, token->start, token->length);

    if (token->kind != TOKEN_NUMBER || token->flags & TOKEN_STARTS_BLOCK)
        return;
    if (looks_like_day(number)) {
        outline->days_of++;
        return;
    }
    outline->numbers_of++;
    outline->numbers_seen += is_read(outline->tokens, at, number);
}

void understood_count(struct outline *outline)
{
    size_t day = 0;

    for (size_t i = 0; i < outline->passage_count; i++) {
        enum voice voice = outline->passages[i].voice;
        size_t at, end;

        if (!says_numbers(voice) && voice != VOICE_FRONT)
            continue;
        tokens_in(outline->tokens, outline->passages[i].span, &at, &end);
        while (at < end) {
            while (day < outline->date_count && outline->dates[day].end <= at)
                day++;
            if (day < outline->date_count &&
                outline->dates[day].first <= at) {
                outline->days_seen++;
                outline->days_of++;
                at = outline->dates[day++].end;
            } else {
                if (says_numbers(voice))
                    count_number(outline, at);
                at++;
            }
        }
    }
}
