/* dates - days that are written in Swedish prose. */
#include "structure/dates.h"

#include "structure/template_data.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

struct search {
    const struct templates *templates;
    const struct tokens *tokens;
    uint8_t *months; /* per distinct word its month, or 0 */
};

static uint8_t month_of(const struct search *search, const struct word *word)
{
    const struct templates *templates = search->templates;
    bool ocr = search->tokens->ocr;
    uint64_t key;

    if (word->kind != TOKEN_WORD || word->lower.length < 3)
        return 0;
    key = word_key(word, ocr);
    for (size_t i = 0; i < templates->month_count; i++)
        if ((ocr ? templates->months[i].loose : templates->months[i].plain) ==
            key)
            return (uint8_t)templates->months[i].month;
    return 0;
}

static struct str token_text(const struct search *search, size_t token)
{
    const struct token *at = &search->tokens->items[token];

    return str_part(search->tokens->document->text, at->start, at->length);
}

static bool is_year(unsigned number)
{
    return number >= FIRST_YEAR && number <= LAST_YEAR;
}

static bool year_at(const struct search *search, size_t token, int *year)
{
    unsigned number;

    if (token >= search->tokens->count ||
        search->tokens->items[token].kind != TOKEN_NUMBER ||
        !str_number(token_text(search, token), &number) || !is_year(number))
        return false;
    *year = (int)number;
    return true;
}

/* "2023-08-25" and "2023.08.25". */
static bool read_digits(struct str text, struct date *date)
{
    char iso[11];

    if (text.length != 10)
        return false;
    for (size_t i = 0; i < 10; i++) {
        iso[i] = text.at[i];
        if ((i == 4 || i == 7) && (iso[i] == '.' || iso[i] == '/'))
            iso[i] = '-';
    }
    iso[10] = '\0';
    return date_parse((struct str){iso, 10}, date);
}

/* "25/8" before a year. */
static bool read_slash(struct str text, struct date *date)
{
    struct str day;
    unsigned day_number, month;

    if (!str_cut(&text, '/', &day) || !str_number(day, &day_number) ||
        !str_number(text, &month))
        return false;
    date->day = (int)day_number;
    date->month = (int)month;
    return true;
}

static bool read_number(const struct search *search, size_t at,
                        struct dated *found)
{
    const struct token *items = search->tokens->items;
    struct str text = token_text(search, at);
    struct date date = {0};
    unsigned day;

    found->end = at + 1;
    if (read_digits(text, &found->date))
        return is_year((unsigned)found->date.year);
    if (read_slash(text, &date) && year_at(search, at + 1, &date.year)) {
        found->end = at + 2;
        found->date = date;
        return date_valid(date);
    }
    if (at + 1 >= search->tokens->count || !str_number(text, &day))
        return false;
    date.day = (int)day;
    date.month = search->months[items[at + 1].word];
    if (date.month == 0 || !year_at(search, at + 2, &date.year))
        return false;
    found->end = at + 3;
    found->date = date;
    return date_valid(date);
}

static bool read_month(const struct search *search, size_t at,
                       struct dated *found)
{
    struct date date = {0};

    date.month = search->months[search->tokens->items[at].word];
    if (date.month == 0 || !year_at(search, at + 1, &date.year))
        return false;
    found->date = date;
    found->end = at + 2;
    return true;
}

struct dated *dates_read(const struct templates *templates,
                         const struct tokens *tokens, struct arena *arena,
                         size_t *count)
{
    struct search search = {.templates = templates, .tokens = tokens};
    struct dated *items = NULL;
    size_t capacity = 0;

    *count = 0;
    search.months = arena_alloc(arena, tokens->word_count + 1);
    for (size_t i = 0; i < tokens->word_count; i++)
        search.months[i] = month_of(&search, tokens->words[i]);
    for (size_t i = 0; i < tokens->count; i++) {
        struct dated found = {.first = i};
        bool is_date = tokens->items[i].kind == TOKEN_NUMBER
                           ? read_number(&search, i, &found)
                           : read_month(&search, i, &found);

        if (!is_date)
            continue;
        items = arena_grow(arena, items, *count, &capacity, sizeof found);
        items[(*count)++] = found;
        i = found.end - 1;
    }
    return items;
}
