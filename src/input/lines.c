/* lines - a plain text line by line, and whether its lines were wrapped. */
#include "input/lines.h"

#include "base/unicode.h"
#include "input/reader.h"

#include <string.h>

enum {
    LONGEST = 512, /* lines longer than this are all alike */
    WIDEST = 130,  /* no wrapped text is wider */
    NARROWEST = 36,
    COLUMN_SPACES = 3, /* between columns set with spaces */
    FULL_PERCENT = 80, /* letters differ in width: a full line may be less */
    SMALL_PERCENT = 35 /* of the lines that follow a full one begin small */
};

struct lines lines_of(struct str text)
{
    return (struct lines){.rest = text};
}

static size_t line_length(struct str text)
{
    const char *feed = memchr(text.at, '\n', text.length);
    size_t length = feed ? (size_t)(feed - text.at) : text.length;
    const char *back = length ? memchr(text.at, '\r', length) : NULL;

    return back ? (size_t)(back - text.at) : length;
}

static bool only_space(struct str text)
{
    size_t length;

    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (!unicode_is_space(point) && !unicode_is_invisible(point))
            return false;
    }
    return true;
}

bool lines_next(struct lines *lines, struct line *line)
{
    size_t length;

    if (lines->rest.length == 0)
        return false;
    length = line_length(lines->rest);
    line->text = str_part(lines->rest, 0, length);
    line->number = ++lines->number;
    if (length && memchr(line->text.at, '\f', length))
        lines->page += lines->page ? 1 : 2;
    line->page = lines->page;
    line->cell = length && line->text.at[0] == '\t';
    line->blank = !line->cell && only_space(line->text);
    if (length + 1 < lines->rest.length && lines->rest.at[length] == '\r' &&
        lines->rest.at[length + 1] == '\n')
        length++;
    lines->rest = str_part(lines->rest, length + 1, SIZE_MAX);
    return true;
}

/* The first code point that is no space, quote or opening bracket. */
static uint32_t first_letter(struct str line)
{
    size_t length;

    for (size_t i = 0; i < line.length; i += length) {
        uint32_t point = unicode_decode(line, i, &length);

        if (!unicode_is_space(point) && point != '"' && point != '(' &&
            point != '\'' && point != 0x201D && point != 0x201C &&
            point != 0x2019)
            return point;
    }
    return 0;
}

bool line_begins_small(struct str line)
{
    uint32_t point = first_letter(line);

    return unicode_is_letter(point) && !unicode_is_upper(point);
}

bool line_ends_sentence(struct str line)
{
    line = str_trim(line);
    while (line.length) {
        char last = line.at[line.length - 1];

        if (last == '.' || last == ':' || last == '!' || last == '?')
            return true;
        if (last == ')' || last == '"' || last == '\'')
            line.length--;
        else if (str_ends(line, STR("\xE2\x80\x9D")))
            line.length -= 3;
        else
            return false;
    }
    return false;
}

bool line_is_full(struct str line, struct str next,
                  const struct layout *layout)
{
    size_t word = 0;

    next = str_trim(next);
    while (word < next.length && next.at[word] != ' ')
        word++;
    return (unicode_count(str_trim(line)) + 1 +
            unicode_count(str_part(next, 0, word))) *
               100 >=
           layout->width * FULL_PERCENT;
}

char line_separator(struct str line)
{
    return line.length && memchr(line.at, '\t', line.length) ? '\t' : ' ';
}

size_t line_gap(struct str line, char separator, size_t from, size_t *end)
{
    for (size_t start = from; start < line.length; start++) {
        if (line.at[start] != separator)
            continue;
        *end = start + 1;
        if (separator == '\t')
            return start;
        while (*end < line.length && line.at[*end] == ' ')
            ++*end;
        if (start > 0 && *end >= start + COLUMN_SPACES && *end < line.length)
            return start;
        start = *end - 1;
    }
    *end = line.length;
    return line.length;
}

bool line_is_row(struct str line, bool after_row)
{
    size_t wanted = after_row ? 1 : 2, gaps = 0, end;

    if (line_separator(line) == '\t')
        return true;
    line = str_trim(line);
    for (size_t at = 0;
         gaps < wanted && line_gap(line, ' ', at, &end) < line.length;
         at = end)
        gaps++;
    return gaps == wanted;
}

static bool is_bullet(uint32_t point)
{
    return point == '-' || point == '*' || point == 0xB7 || point == 0x2022 ||
           point == 0x2013 || point == 0x2014 || point == 0x25AA ||
           point == 0x25CF || point == 0x25CB || point == 0x25E6 ||
           point == 0x2023 || point == 0xF0B7 || point == 0xF0A7;
}

/* "1." "12)" "a)": bytes of it, 0 when it is none. */
static size_t number_length(struct str line)
{
    size_t digits = 0;

    while (digits < line.length && digits < 3 &&
           unicode_is_digit((unsigned char)line.at[digits]))
        digits++;
    if (digits == 0 && line.length > 1 && line.at[1] == ')' &&
        line.at[0] >= 'a' && line.at[0] <= 'z')
        return 2;
    if (digits > 0 && digits < line.length &&
        (line.at[digits] == '.' || line.at[digits] == ')'))
        return digits + 1;
    return 0;
}

/* What an OCR program makes of a bullet: "e", "¢", "—-", "—_" ... */
static size_t ocr_bullet_length(struct str line)
{
    static const uint32_t marks[] = {0xA2, 0xA9, 0xAB, 0xAE, 0xB0, 0xBB};
    size_t at = 0, length;

    if (str_starts(line, STR("e ")))
        return 1;
    while (at < line.length) {
        uint32_t point = unicode_decode(line, at, &length);
        bool mark = is_bullet(point) || (at && point == '_');

        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            mark |= point == marks[i];
        if (!mark)
            break;
        at += length;
    }
    return at;
}

size_t line_bullet(struct str line, const struct layout *layout)
{
    size_t indent = 0, length = 0, end;
    struct str rest;

    while (indent < line.length &&
           (line.at[indent] == ' ' || line.at[indent] == '\f'))
        indent++;
    rest = str_part(line, indent, SIZE_MAX);
    if (rest.length == 0)
        return 0;
    if (!is_bullet(unicode_decode(rest, 0, &length)))
        length = number_length(rest);
    if (layout->ocr && !number_length(rest))
        length = ocr_bullet_length(rest);
    if (length == 0)
        return 0;
    for (end = length; end < rest.length; end++)
        if (rest.at[end] != ' ')
            break;
    return end > length && end < rest.length ? indent + end : 0;
}

bool line_is_bullet(struct str text, const struct layout *layout)
{
    enum { LONGEST_BULLET = 4 };
    char line[LONGEST_BULLET + 2];

    if (text.length == 0 || text.length > LONGEST_BULLET)
        return false;
    memcpy(line, text.at, text.length);
    memcpy(line + text.length, " x", 2);
    return line_bullet((struct str){line, text.length + 2}, layout) > 0;
}

/* The length that 95 of 100 lines do not pass. */
static size_t usual_width(struct str text, struct layout *layout)
{
    size_t counts[LONGEST + 1] = {0}, all = 0, sum = 0, length = 0;
    struct lines lines = lines_of(text);
    struct line line;

    while (lines_next(&lines, &line)) {
        layout->has_cells |= line.cell;
        if (line.blank || line.cell)
            continue;
        length = unicode_count(str_trim(line.text));
        counts[length < LONGEST ? length : LONGEST]++;
        all++;
    }
    for (length = 0; length < LONGEST; length++) {
        sum += counts[length];
        if (sum * 100 >= all * 95)
            break;
    }
    return length;
}

/* Whether lines that follow one another were one paragraph. */
static bool is_wrapped(struct str text, const struct layout *layout)
{
    size_t pairs = 0, small = 0;
    struct lines lines = lines_of(text);
    struct line line, before = {.blank = true};

    if (layout->width < NARROWEST || layout->width > WIDEST)
        return false;
    while (lines_next(&lines, &line)) {
        /* Short lines, as in a letterhead, say nothing of it. */
        if (!before.blank && !before.cell && !line.blank && !line.cell &&
            line_bullet(line.text, layout) == 0 &&
            line_is_full(before.text, line.text, layout)) {
            pairs++;
            small += line_begins_small(line.text);
        }
        before = line;
    }
    return pairs >= 2 && small * 100 >= pairs * SMALL_PERCENT;
}

struct layout layout_of(struct str text)
{
    struct layout layout = {.ocr = text_is_ocr(text)};

    layout.width = usual_width(text, &layout);
    layout.wrapped = is_wrapped(text, &layout);
    return layout;
}
