/* page_groups - which lines of a page were one paragraph, a row, a heading. */
#include "input/page_groups.h"

#include "base/unicode.h"
#include "input/lines.h"

#include <stdlib.h>

enum {
    HEADING_LONGEST = 90,
    RUNS_ON = 55, /* letters of a line of running text, or more */
    AROUND = 12,  /* lines before and after that show how wide the text is */
    SAMPLE = 4000 /* lines that show how high the letters are */
};

struct setting {
    const struct pages *pages;
    struct group *groups;
    size_t count;
    bool scanned;
    double body, advance; /* height of a line; from one line to the next */
    double letter;        /* width of most letters */
    struct layout layout;
};

static int by_size(const void *a, const void *b)
{
    double one = *(const double *)a, other = *(const double *)b;

    return (one > other) - (one < other);
}

static double height_of(const struct page_line *line)
{
    return line->bottom - line->top;
}

/* The value that so many of 100 values are under. */
static double value_at(double *values, size_t count, size_t percent,
                       double otherwise)
{
    if (count == 0)
        return otherwise;
    qsort(values, count, sizeof *values, by_size);
    return values[count * percent / 100];
}

/* How wide a letter of the line is; rows of tables have holes. */
static double letter_of(const struct setting *setting,
                        const struct page_line *line)
{
    double letter =
        (line->right - line->left) / (double)(unicode_count(line->text) + 1);

    return letter > 0.6 * setting->body ? 0.6 * setting->body : letter;
}

/* How high most lines are, and how far apart. */
static void measure(struct setting *setting)
{
    const struct pages *pages = setting->pages;
    static const size_t most = SAMPLE;
    double *values = memory_alloc(most * sizeof *values);
    size_t count = 0;

    for (size_t i = 0; i < pages->count && count < most; i++)
        if (pages->lines[i].text.length > 40)
            values[count++] = height_of(&pages->lines[i]);
    setting->body = value_at(values, count, 50, 12);
    count = 0;
    for (size_t i = 0; i < pages->count && count < most; i++)
        if (pages->lines[i].text.length > 40)
            values[count++] = letter_of(setting, &pages->lines[i]);
    setting->letter = value_at(values, count, 50, setting->body / 2);
    count = 0;
    for (size_t i = 1; i < pages->count && count < most; i++) {
        const struct page_line *line = &pages->lines[i];

        if (line->page == line[-1].page && line[-1].text.length > 40 &&
            line->top > line[-1].top)
            values[count++] = line->top - line[-1].top;
    }
    /* Of short paragraphs most lines are followed by more room than that. */
    setting->advance = value_at(values, count, 25, setting->body * 1.2);
    free(values);
}

/* Whether the second line stands to the right of the first. */
static bool lines_beside(const struct page_line *a, const struct page_line *b)
{
    double shared = (a->bottom < b->bottom ? a->bottom : b->bottom) -
                    (a->top > b->top ? a->top : b->top);
    double least = height_of(a) < height_of(b) ? height_of(a) : height_of(b);

    return a->page == b->page && b->left >= a->right && shared > 0.6 * least;
}

/* The right edge of the text around a line. */
static double right_edge(const struct setting *setting, size_t index)
{
    const struct page_line *lines = setting->pages->lines;
    size_t from = index > AROUND ? index - AROUND : 0;
    double right = lines[index].right;

    for (size_t i = from; i < setting->pages->count && i <= index + AROUND;
         i++)
        if (lines[i].page == lines[index].page &&
            lines[i].left < lines[index].right && lines[i].right > right &&
            lines[i].left < lines[index].left + 4 * setting->body)
            right = lines[i].right;
    return right;
}

/*
 * Whether the letters are of another size. Of a scan only their width is
 * sure, and only of a longer line.
 */
static bool other_letters(const struct setting *setting,
                          const struct page_line *a,
                          const struct page_line *b)
{
    double ratio = height_of(b) / height_of(a), slack = 1.12;

    if (setting->scanned) {
        if (a->text.length < 20 || b->text.length < 20)
            return false;
        ratio = letter_of(setting, b) / letter_of(setting, a);
        slack = 1.15;
    }
    return ratio > slack || ratio * slack < 1;
}

/* Whether the first word of `next` had found room on the line. */
static bool had_room(const struct setting *setting, size_t index,
                     const struct page_line *next)
{
    const struct page_line *line = &setting->pages->lines[index];
    double right = right_edge(setting, index), letter;
    size_t word = 0;

    while (word < next->text.length && next->text.at[word] != ' ')
        word++;
    letter =
        (next->right - next->left) / (double)(unicode_count(next->text) + 1);
    return line->right + letter * (double)(1 + unicode_count(str_part(
                                                   next->text, 0, word))) <
           right - 0.02 * (right - line->left);
}

static bool is_digit(struct str text, size_t at)
{
    return at < text.length && unicode_is_digit((unsigned char)text.at[at]);
}

/* "2025-08-14" on a line of its own, as in the front of a letter. */
static bool is_day(struct str text)
{
    static const char shape[] = "0000-00-00";

    for (size_t i = 0; i < sizeof shape - 1; i++)
        if (shape[i] == '0' ? !is_digit(text, i)
                            : i >= text.length || text.at[i] != shape[i])
            return false;
    return text.length == sizeof shape - 1;
}

/* Whether a line goes on with the paragraph of the line before it. */
static bool goes_on(const struct setting *setting, size_t before,
                    size_t index)
{
    const struct page_line *a = &setting->pages->lines[before];
    const struct page_line *b = &setting->pages->lines[index];
    bool flows = line_begins_small(b->text) && !line_ends_sentence(a->text);

    if (line_bullet(b->text, &setting->layout) ||
        line_is_bullet(b->text, &setting->layout) || is_day(b->text))
        return false;
    if (a->page != b->page || b->top < a->top)
        return flows;
    /* Of a scan the size of letters is a guess; the words say more. */
    if (other_letters(setting, a, b) && !(setting->scanned && flows))
        return false;
    return flows || (b->top - a->top <= 1.3 * setting->advance *
                                            height_of(a) / setting->body &&
                     !had_room(setting, before, b));
}

static struct group *new_group(struct setting *setting, size_t first)
{
    struct group *group = &setting->groups[setting->count++];

    *group = (struct group){.first = first, .end = first + 1};
    return group;
}

/* Whether a line is the text of the item whose mark stands before it. */
static bool stands_beside(const struct setting *setting,
                          const struct group *group,
                          const struct page_line *line)
{
    const struct page_line *before = &setting->pages->lines[group->end - 1];

    return lines_beside(before, line) &&
           (group->bullet ||
            (group->end - group->first == 1 &&
             line_is_bullet(before->text, &setting->layout)));
}

/* Put the lines that are text into groups. */
static void make_groups(struct setting *setting)
{
    const struct page_line *lines = setting->pages->lines;
    struct group *group = NULL;
    size_t before = 0;

    for (size_t i = 0; i < setting->pages->count; i++) {
        if (lines[i].edge != EDGE_NONE)
            continue;
        if (group && group->row == lines[i].row &&
            (group->row || stands_beside(setting, group, &lines[i]))) {
            group->bullet |= group->row == 0;
        } else if (group == NULL || group->row || lines[i].row ||
                   !goes_on(setting, before, i)) {
            group = new_group(setting, i);
            group->row = lines[i].row;
            group->bullet = group->row == 0 &&
                            line_bullet(lines[i].text, &setting->layout) > 0;
            group->room =
                i == 0 || lines[i].page != lines[before].page ||
                lines[i].top - lines[before].top > 1.25 * setting->advance;
        }
        group->end = i + 1;
        before = i;
    }
}

static bool runs_on(const struct setting *setting, const struct group *group)
{
    const struct page_line *first = &setting->pages->lines[group->first];

    return group->end - group->first > 1 || group->bullet ||
           unicode_count(first->text) > RUNS_ON ||
           line_ends_sentence(first->text);
}

/* Mostly digits, or with a decimal: a row of figures, or a date. */
static bool holds_figures(struct str text)
{
    size_t digits = 0;

    for (size_t i = 0; i < text.length; i++) {
        digits += is_digit(text, i);
        if (text.at[i] == ',' && i && is_digit(text, i - 1) &&
            is_digit(text, i + 1))
            return true;
    }
    return digits * 3 > text.length;
}

/* Neither a cell, an item, running text nor figures. */
static bool may_be_heading(const struct setting *setting,
                           const struct group *group)
{
    struct str first = setting->pages->lines[group->first].text;
    struct str last = setting->pages->lines[group->end - 1].text;

    return !group->row && group->end - group->first <= 4 &&
           !(group->bullet && !is_digit(first, 0)) && /* "2. Resultat" */
           !line_begins_small(first) && !str_ends(last, STR(".")) &&
           !holds_figures(first);
}

/* A heading by larger letters, or by standing short and alone over text. */
static unsigned heading_level(const struct setting *setting, size_t index)
{
    const struct group *group = &setting->groups[index];
    const struct page_line *first = &setting->pages->lines[group->first];
    double taller = height_of(first) / setting->body;
    struct str last = setting->pages->lines[group->end - 1].text;

    if (!may_be_heading(setting, group))
        return 0;
    if (setting->scanned)
        taller = first->text.length < 20
                     ? 1
                     : letter_of(setting, first) / setting->letter;
    if (taller > 1.12 && (!setting->scanned || taller > 1.15))
        return taller > 1.35 ? 1 : 2;
    if (group->bullet || group->end - group->first > 1 || !group->room ||
        line_ends_sentence(last) ||
        unicode_count(first->text) > HEADING_LONGEST ||
        index + 1 == setting->count)
        return 0;
    return setting->groups[index + 1].heading ||
                   runs_on(setting, &setting->groups[index + 1])
               ? 3
               : 0;
}

struct groups groups_of(struct arena *arena, const struct pages *pages,
                        bool scanned)
{
    struct setting setting = {
        .pages = pages,
        .groups =
            arena_alloc(arena, (pages->count + 1) * sizeof *setting.groups),
        .scanned = scanned,
        .layout = {.ocr = scanned},
    };

    measure(&setting);
    make_groups(&setting);
    for (size_t i = setting.count; i > 0; i--)
        setting.groups[i - 1].heading = heading_level(&setting, i - 1);
    return (struct groups){setting.groups, setting.count};
}
