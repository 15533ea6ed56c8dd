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

bool line_has_heading_form(struct str text)
{
    size_t words;

    text = str_trim(text);
    words = count_words(text);
    return text.length > 0 && words <= HEADING_WORDS &&
           unicode_count(text) <= HEADING_POINTS &&
           begins_like_heading(text) && ends_like_heading(text, words);
}

/* Text that looks like running text: what stands under a heading. */
static bool is_running(struct str text)
{
    return line_ends_sentence(text) ||
           unicode_count(text) > HEADING_POINTS / 2;
}

bool line_in_parentheses(struct str text)
{
    text = str_trim(text);
    return text.length > 2 && text.at[0] == '(' &&
           text.at[text.length - 1] == ')';
}

bool line_is_heading(const struct surroundings *around)
{
    if (around->next.length == 0)
        return false;
    if (around->wrapped && line_begins_small(around->next))
        return false;
    if (around->cells_seen)
        return around->blanks >= 2;
    if (around->blanks_after == 0 && !is_running(around->next))
        return false;
    return around->before.length == 0 || around->blanks > 0 ||
           (around->blanks_after > 0 && line_ends_sentence(around->before));
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
