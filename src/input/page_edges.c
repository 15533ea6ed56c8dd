/* page_edges - headers, footers and page numbers told from the text. */
#include "base/unicode.h"
#include "input/pages.h"

#include <stdlib.h>

enum {
    EDGE_LINES = 6,      /* at most so many of a page's lines at each end */
    EDGE_PERCENT = 15,   /* and in so much of its height */
    NUMBER_LONGEST = 24, /* code points of "Sida 2 av 12" */
    NEARBY = 8           /* earlier pages that are compared */
};

static bool at_top(const struct pages *pages, const struct page_line *line)
{
    return line->bottom * 100 < pages->heights[line->page - 1] * EDGE_PERCENT;
}

static bool at_bottom(const struct pages *pages, const struct page_line *line)
{
    return line->top * 100 >
           pages->heights[line->page - 1] * (100 - EDGE_PERCENT);
}

/*
 * The next letter at or after *at, which goes past it; 0 at the end. With
 * `marks` the next that is no digit.
 */
static char next_sign(struct str text, size_t *at, bool marks)
{
    while (*at < text.length) {
        unsigned char byte = (unsigned char)text.at[(*at)++];

        if (unicode_is_letter(byte) || byte >= 0x80 ||
            (marks && !unicode_is_digit(byte)))
            return (char)byte;
    }
    return '\0';
}

/* The number of signs that two texts share; 0 when they are not the same. */
static size_t shared_signs(struct str a, struct str b, bool marks)
{
    size_t i = 0, j = 0, signs = 0;
    char one, other;

    while ((one = next_sign(a, &i, marks)) ==
               (other = next_sign(b, &j, marks)) &&
           one != '\0')
        signs++;
    return one == other ? signs : 0;
}

/*
 * The same words at about the same height; *differ: not the digits. Of a
 * scan the marks may differ too.
 */
static bool said_again(const struct page_line *a, const struct page_line *b,
                       bool *differ)
{
    double apart = a->top - b->top, most = 12 + (a->bottom - a->top);

    *differ = !str_equal(a->text, b->text);
    return apart <= most && -apart <= most &&
           (!*differ || shared_signs(a->text, b->text, false) > 0 ||
            shared_signs(a->text, b->text, true) > 0);
}

static bool same_height(const struct page_line *a, const struct page_line *b)
{
    return a->page == b->page && a->top < b->bottom && b->top < a->bottom;
}

/*
 * Nothing but a number with little around it, alone on its line: "2",
 * "- 2 -", "2 (5)". Not "93,1", which stands in a table.
 */
static bool is_number(const struct pages *pages, size_t index)
{
    const struct page_line *line = &pages->lines[index];
    size_t digits = 0;

    for (size_t i = 0; i < line->text.length; i++) {
        unsigned char byte = (unsigned char)line->text.at[i];

        if (unicode_is_digit(byte))
            digits++;
        else if (unicode_is_letter(byte) || byte >= 0x80 || byte == ',' ||
                 byte == '%')
            return false;
    }
    return digits > 0 && digits <= 6 && line->text.length <= 12 &&
           !(index && same_height(line, line - 1)) &&
           !(index + 1 < pages->count && same_height(line, line + 1));
}

/* The lines of one page that may be at its edge. */
struct page_edge {
    size_t lines[2 * EDGE_LINES];
    unsigned count;
};

static void find_edges(const struct pages *pages, size_t first, size_t end,
                       struct page_edge *edge)
{
    unsigned top = 0, bottom = 0;

    edge->count = 0;
    for (size_t i = first; i < end && top < EDGE_LINES; i++)
        if (at_top(pages, &pages->lines[i])) {
            edge->lines[edge->count++] = i;
            top++;
        }
    for (size_t i = end; i > first && bottom < EDGE_LINES; i--)
        if (at_bottom(pages, &pages->lines[i - 1])) {
            edge->lines[edge->count++] = i - 1;
            bottom++;
        }
}

/*
 * What an edge line is by the pages before: dropped when said before, a page
 * number when only its digits changed.
 */
static void compare(struct pages *pages, const struct page_edge *before,
                    struct page_line *line)
{
    bool differ;

    for (unsigned i = 0; i < before->count; i++) {
        struct page_line *other = &pages->lines[before->lines[i]];

        if (at_top(pages, other) != at_top(pages, line) ||
            !said_again(line, other, &differ) ||
            (differ && unicode_count(line->text) > NUMBER_LONGEST))
            continue;
        line->edge = EDGE_DROP;
        if (other->edge == EDGE_NONE)
            other->edge = differ                 ? EDGE_DROP
                          : at_top(pages, other) ? EDGE_HEADER
                                                 : EDGE_FOOTER;
        return;
    }
}

static void mark_page(struct pages *pages, const struct page_edge *edges,
                      uint32_t page)
{
    for (unsigned i = 0; i < edges[page].count; i++) {
        size_t index = edges[page].lines[i];
        struct page_line *line = &pages->lines[index];

        if (is_number(pages, index))
            line->edge = EDGE_DROP;
        for (uint32_t back = 1;
             back <= NEARBY && back <= page && line->edge == EDGE_NONE;
             back++)
            compare(pages, &edges[page - back], line);
    }
}

void pages_mark_edges(struct pages *pages)
{
    struct page_edge *edges =
        memory_alloc((pages->page_count + 1) * sizeof *edges);
    size_t first = 0, end = 0;

    for (uint32_t page = 0; page < pages->page_count; page++) {
        while (end < pages->count && pages->lines[end].page == page + 1)
            end++;
        find_edges(pages, first, end, &edges[page]);
        mark_page(pages, edges, page);
        first = end;
    }
    free(edges);
}
