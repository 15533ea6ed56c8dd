/* finding_time - when a figure is of. */
#include "dossier/finding.h"

#include "base/unicode.h"

#include <string.h>

enum { RELATIVE_TOKENS = 4 };

/* Two digits mean this century. */
static int year_of(struct str digits)
{
    unsigned year;

    if (!str_number(digits, &year))
        return 0;
    if (digits.length == 2)
        return 2000 + (int)year;
    return digits.length == 4 && year >= 1990 && year < 2080 ? (int)year : 0;
}

static void add_time(struct finding *finding, size_t token, int year,
                     enum measured_term term)
{
    if (year == 0 || finding->time_count == TIMES_MOST)
        return;
    if (year != YEAR_RELATIVE)
        year += term == TERM_AUTUMN;
    finding->times[finding->time_count++] = (struct when){token, year, term};
}

/* "2022/23", "22/23": the year it ends. */
static bool read_school_year(struct finding *finding, size_t token)
{
    struct str text = finding_text(finding, token), first = text;
    const char *slash = memchr(text.at, '/', text.length);
    int from, to;

    if (slash == NULL)
        return false;
    first.length = (size_t)(slash - text.at);
    from = year_of(first);
    to = year_of(str_part(text, first.length + 1, text.length));
    if (from && to == from + 1)
        add_time(finding, token, to, TERM_SCHOOL_YEAR);
    return true;
}

/* "VT23": a word of spring or autumn that ends in its year. */
static bool read_term_word(struct finding *finding, size_t token)
{
    struct str text = finding_text(finding, token);
    size_t digits = 0;

    while (digits < text.length &&
           unicode_is_digit((unsigned char)text.at[text.length - digits - 1]))
        digits++;
    if (digits != 2 && digits != 4)
        return false;
    text = str_part(text, text.length - digits, digits);
    if (finding_has(finding, "tid_var", token, token + 1))
        add_time(finding, token, year_of(text), TERM_SPRING);
    else if (finding_has(finding, "tid_host", token, token + 1))
        add_time(finding, token, year_of(text), TERM_AUTUMN);
    return true;
}

/* A year, with the word before that says which part of it. */
static void read_year(struct finding *finding, size_t token)
{
    int year = year_of(finding_text(finding, token));
    size_t before = token > finding->first ? token - 1 : token;
    unsigned length = (unsigned)finding_text(finding, token).length;
    bool spring = finding_has(finding, "tid_var", before, token);
    bool autumn = finding_has(finding, "tid_host", before, token);

    if (finding_has_unit(finding, token) ||
        (length == 2 && !spring && !autumn))
        return;
    add_time(finding, token, year,
             spring   ? TERM_SPRING
             : autumn ? TERM_AUTUMN
                      : TERM_YEAR);
}

void finding_times(struct finding *finding)
{
    finding->time_count = 0;
    for (size_t i = finding->first; i < finding->end; i++) {
        const struct token *token = &finding->studied->tokens->items[i];

        if (finding_has(finding, "tid_innan", i, i + 1))
            add_time(finding, i, YEAR_RELATIVE, TERM_YEAR);
        else if (token->kind == TOKEN_WORD)
            read_term_word(finding, i);
        else if (token->kind == TOKEN_NUMBER && !read_school_year(finding, i))
            read_year(finding, i);
    }
}

/*
 * The year before is only that of the figure it stands at, and "64 procent,
 * hösten 2023 var det 61 procent" gives the time of the second.
 */
static const struct when *time_after(const struct finding *finding,
                                     size_t figure, size_t end)
{
    bool followed = end < finding->end;
    const struct hit *mark = finding_hit(
        finding, finding_lexicon(finding, "figur_och"), figure, end);

    for (size_t i = 0; i < finding->time_count; i++) {
        const struct when *time = &finding->times[i];

        if (time->token > figure && time->token < end &&
            !(followed && mark && mark->first < time->token) &&
            (time->year != YEAR_RELATIVE ||
             time->token <= figure + RELATIVE_TOKENS))
            return time;
    }
    return NULL;
}

/*
 * "från 218,4 till 224,9 mellan 2023 och 2024": each figure its own, by the
 * order; else it is not known which time is whose.
 */
static bool times_come_last(const struct finding *finding, size_t index,
                            struct measured *measured)
{
    bool as_many = finding->time_count == finding->figure_count;

    if (finding->figure_count < 2 || finding->time_count < 2 ||
        finding->times[0].token < finding->figures[finding->figure_count - 1])
        return false;
    measured->year = as_many ? finding->times[index].year : YEAR_RELATIVE;
    measured->term = as_many ? finding->times[index].term : TERM_YEAR;
    return true;
}

void finding_set_time(const struct finding *finding, size_t index,
                      struct measured *measured)
{
    size_t figure = finding->figures[index];
    size_t next = index + 1 < finding->figure_count
                      ? finding->figures[index + 1]
                      : finding->end;
    const struct when *best = time_after(finding, figure, next);

    if (times_come_last(finding, index, measured))
        return;

    for (size_t i = finding->time_count; i > 0 && best == NULL; i--)
        if (finding->times[i - 1].token < figure)
            best = &finding->times[i - 1];
    if (best == NULL && finding->time_count == 1)
        best = &finding->times[0];
    if (best == NULL)
        return;
    measured->year = best->year;
    measured->term = best->term;
}

/* "Då var det …": the time that the sentence before ended with. */
void finding_time_before(struct finding *finding, size_t index)
{
    const struct sentence *before =
        &finding->studied->facts->sentences[index ? index - 1 : 0];
    size_t first = finding->first, end = finding->end;

    if (index == 0 || finding->time_count ||
        !(finding_has(finding, "figur_da", first, first + 2) ||
          finding_has(finding, "figur_samma", first, end)))
        return;
    finding->first = before->first_token;
    finding->end = before->end_token;
    finding_times(finding);
    finding->first = first;
    finding->end = end;
    if (finding->time_count)
        finding->times[0] = finding->times[finding->time_count - 1];
    if (finding->time_count)
        finding->time_count = 1;
}
