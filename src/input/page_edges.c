/* page_edges - headers, footers and page numbers told from the text. */
#include "base/unicode.h"
#include "input/pages.h"
#include "input/repeated.h"

#include <stdlib.h>

enum {
    EDGE_LINES = 6,    /* at most so many of a page's lines at each end */
    EDGE_PERCENT = 15, /* and in so much of its height */
    NEARBY = 8         /* earlier pages that are compared */
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

/* The same words at about the same height. */
static bool said_again(const struct page_line *a, const struct page_line *b)
{
    double apart = a->top - b->top, most = 12 + (a->bottom - a->top);

    return apart <= most && -apart <= most && is_said_again(a->text, b->text);
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
    for (unsigned i = 0; i < before->count; i++) {
        struct page_line *other = &pages->lines[before->lines[i]];

        if (at_top(pages, other) != at_top(pages, line) ||
            !said_again(line, other))
            continue;
        line->edge = EDGE_DROP;
        if (other->edge == EDGE_NONE)
            other->edge = !str_equal(line->text, other->text) ? EDGE_DROP
                          : at_top(pages, other)              ? EDGE_HEADER
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
