/* page_bands - the words of a page by height, and the lanes between them. */
#include "input/page_bands.h"

#include "base/unicode.h"
#include "input/lines.h"

#include <float.h>
#include <stdlib.h>

/* In heights of the letters: between parts, and the narrowest lane. */
static const double wide_gap = 1.0, lane_width = 0.5;

double band_height(const struct band *band)
{
    return band->bottom - band->top;
}

static int by_top(const void *a, const void *b)
{
    const struct page_line *one = *(const struct page_line *const *)a;
    const struct page_line *other = *(const struct page_line *const *)b;

    if (one->top != other->top)
        return one->top > other->top ? 1 : -1;
    return (one > other) - (one < other);
}

static int by_left(const void *a, const void *b)
{
    double one = ((const struct placed *)a)->word->left;
    double other = ((const struct placed *)b)->word->left;

    return (one > other) - (one < other);
}

/* Whether a line stands at the height of a band. */
static bool is_beside(const struct band *band, const struct page_line *line)
{
    double bottom = line->bottom < band->bottom ? line->bottom : band->bottom;
    double top = line->top > band->top ? line->top : band->top;
    double height = line->bottom - line->top;
    double least = height < band_height(band) ? height : band_height(band);

    return bottom - top > 0.5 * least;
}

static void count_parts(struct band *band)
{
    static const struct layout layout = {.ocr = true};
    double right = band->words[0].word->right;

    band->parts = 1;
    for (size_t i = 1; i < band->count; i++) {
        const struct page_word *word = band->words[i].word;

        /* The gap after the mark of an item is no gap between cells. */
        if (word->left - right > wide_gap * band_height(band) &&
            !(i == 1 && line_is_bullet(band->words[0].word->text, &layout)))
            band->parts++;
        if (word->right > right)
            right = word->right;
    }
}

/* The band that begins with a line, and all lines beside it. */
static void fill_band(struct band *band, struct placed *words,
                      const struct pages *pages,
                      const struct page_line **lines, size_t count)
{
    band->top = lines[0]->top;
    band->bottom = lines[0]->bottom;
    for (size_t i = 0; i < count; i++) {
        const struct page_line *line = lines[i];

        if (line == NULL)
            continue;
        if (i && line->top >= band->bottom)
            break;
        if (i && !is_beside(band, line))
            continue;
        for (size_t j = 0; j < line->word_count; j++)
            words[band->count++] =
                (struct placed){&pages->words[line->first_word + j],
                                (size_t)(line - pages->lines)};
        lines[i] = NULL;
    }
    band->words = words;
    qsort(words, band->count, sizeof *words, by_left);
    count_parts(band);
}

struct bands bands_of(struct arena *arena, const struct pages *pages,
                      size_t first, size_t end)
{
    const struct page_line **lines =
        memory_alloc((end - first + 1) * sizeof *lines);
    struct bands bands = {0};
    struct placed *words;
    size_t count = 0, word_count = 0;

    for (size_t i = first; i < end; i++)
        if (pages->lines[i].edge == EDGE_NONE) {
            lines[count++] = &pages->lines[i];
            word_count += pages->lines[i].word_count;
        }
    qsort(lines, count, sizeof *lines, by_top);
    words = arena_alloc(arena, (word_count + 1) * sizeof *words);
    bands.items = arena_alloc(arena, (count + 1) * sizeof *bands.items);
    for (size_t i = 0; i < count; i++) {
        if (lines[i] == NULL)
            continue;
        fill_band(&bands.items[bands.count], words, pages, lines + i,
                  count - i);
        words += bands.items[bands.count++].count;
    }
    free(lines);
    return bands;
}

bool band_goes_on(const struct band *band)
{
    return line_begins_small(band->words[0].word->text);
}

struct lanes lanes_all(void)
{
    return (struct lanes){{-DBL_MAX}, {DBL_MAX}, 1};
}

/* Letters or digits: what else there is may be dirt on the page. */
static bool says_something(struct str text)
{
    size_t length;

    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (unicode_is_digit(point) || unicode_is_letter(point))
            return true;
    }
    return false;
}

static void add_lane(struct lanes *lanes, double left, double right,
                     double least)
{
    if (right - left < least || lanes->count == LANES_MOST)
        return;
    lanes->left[lanes->count] = left;
    lanes->right[lanes->count++] = right;
}

void lanes_keep_off(struct lanes *lanes, const struct band *band)
{
    double least = lane_width * band_height(band);

    for (size_t i = 0; i < band->count; i++) {
        const struct page_word *word = band->words[i].word;
        struct lanes rest = {.count = 0};

        if (!says_something(word->text))
            continue;
        for (unsigned j = 0; j < lanes->count; j++) {
            double left = lanes->left[j], right = lanes->right[j];

            if (word->right <= left || word->left >= right) {
                add_lane(&rest, left, right, 0);
                continue;
            }
            add_lane(&rest, left, word->left, least);
            add_lane(&rest, word->right, right, least);
        }
        *lanes = rest;
    }
}

unsigned lanes_inner(const struct lanes *lanes)
{
    unsigned inner = 0;

    for (unsigned i = 0; i < lanes->count; i++)
        inner += lanes->left[i] > -DBL_MAX && lanes->right[i] < DBL_MAX;
    return inner;
}

unsigned lanes_column(const struct lanes *lanes, const struct page_word *word)
{
    double middle = (word->left + word->right) / 2;
    unsigned column = 0;

    for (unsigned i = 0; i < lanes->count; i++)
        if (lanes->left[i] > -DBL_MAX &&
            (lanes->left[i] + lanes->right[i]) / 2 < middle)
            column++;
    return column;
}
