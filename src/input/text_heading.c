/* text_heading - which lines of a plain text are headings, by their form. */
#include "input/text_heading.h"

#include "base/unicode.h"

#include <string.h>

enum { HEADING_POINTS = 110, HEADING_WORDS = 13 };

static size_t count_words(struct str text)
{
    size_t words = 0;
    bool inside = false;

    for (size_t i = 0; i < text.length; i++) {
        bool space = text.at[i] == ' ';

        words += !space && !inside;
        inside = !space;
    }
    return words;
}

/* Begins with a capital, or with a number and then a capital. */
static bool begins_like_heading(struct str text)
{
    size_t i = 0, length;
    uint32_t point;

    while (i < text.length &&
           (unicode_is_digit((unsigned char)text.at[i]) ||
            text.at[i] == '.' || text.at[i] == ')' || text.at[i] == ' '))
        i++;
    if (i >= text.length)
        return false;
    point = unicode_decode(text, i, &length);
    return unicode_is_letter(point) && unicode_is_upper(point);
}

static bool ends_like_heading(struct str text, size_t words)
{
    char last = text.at[text.length - 1];
    size_t colon = str_find(text, STR(":"), 0);

    if (strchr(".,;!-", last))
        return false;
    if (colon == SIZE_MAX)
        return true;
    return colon + 1 == text.length && words <= 4;
}

/* Text that looks like running text: what stands under a heading. */
static bool is_running(const struct line *line)
{
    return line_ends_sentence(line->text) ||
           unicode_count(line->text) > HEADING_POINTS / 2;
}

bool line_is_heading(const struct line *line,
                     const struct surroundings *around)
{
    struct str text = str_trim(line->text);
    struct lines lines = *around->after;
    struct line next = {.blank = true};
    size_t words = count_words(text), blanks = 0;

    if (text.length == 0 || words > HEADING_WORDS ||
        unicode_count(text) > HEADING_POINTS || !begins_like_heading(text) ||
        !ends_like_heading(text, words))
        return false;
    while (lines_next(&lines, &next) && next.blank)
        blanks++;
    if (next.blank)
        return false; /* nothing follows */
    if (around->layout->wrapped && line_begins_small(next.text))
        return false;
    if (around->cells_seen)
        return around->blanks >= 2;
    if (blanks == 0 && !is_running(&next))
        return false;
    return around->before->number == 0 || around->blanks > 0 ||
           (blanks > 0 && line_ends_sentence(around->before->text));
}

unsigned line_marked_heading(struct str text, size_t *skip)
{
    unsigned depth = 0;

    while (depth < text.length && text.at[depth] == '#')
        depth++;
    *skip = 0;
    if (depth == 0 || depth > 6 || depth + 1 >= text.length ||
        text.at[depth] != ' ')
        return 0;
    *skip = depth + 1;
    return depth;
}

unsigned line_heading_level(struct str text)
{
    unsigned level = 0;
    bool digit = false;

    text = str_trim(text);
    for (size_t i = 0; i < text.length; i++) {
        bool is_digit = unicode_is_digit((unsigned char)text.at[i]);

        if (!is_digit && text.at[i] != '.')
            break;
        level += is_digit && !digit;
        digit = is_digit;
    }
    return level ? level : 1;
}
