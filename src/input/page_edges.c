/* page_edges - headers, footers and page numbers told from the text. */
#include "base/unicode.h"
#include "input/pages.h"
#include "input/repeated.h"

#include <stdlib.h>

enum {
    EDGE_LINES = 6,     /* at most so many of a page's lines at each end */
    EDGE_PERCENT = 15,  /* and in so much of its height */
    MARGIN_PERCENT = 6, /* no text stands so near the edge of a page */
    NEARBY = 8          /* earlier pages that are compared */
};

/* In heights of the letters: the least room between an edge and the text. */
static const double edge_room = 1.2;

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

/* One end of a page: its lines, and how far from it they begin and end. */
struct page_end {
    const struct pages *pages;
    size_t first, end;
    bool bottom;
};

static double nearest(const struct page_end *at, const struct page_line *line)
{
    return at->bottom ? at->pages->heights[line->page - 1] - line->bottom
                      : line->top;
}

static double farthest(const struct page_end *at,
                       const struct page_line *line)
{
    return nearest(at, line) + line->bottom - line->top;
}

/*
 * How far from the end the text stops that has more room after it than there
 * is between lines. Without it there is none, as a label may begin every
 * page: unless the first line stands where no text does.
 */
static double stops(const struct page_end *at)
{
    double stop = -1, height = 0, outermost = 0;
    double page =
        at->first < at->end
            ? at->pages->heights[at->pages->lines[at->first].page - 1]
            : 0;

    for (unsigned lines = 0; lines <= EDGE_LINES; lines++) {
        const struct page_line *next = NULL;

        for (size_t i = at->first; i < at->end; i++) {
            const struct page_line *line = &at->pages->lines[i];

            if ((nearest(at, line) + farthest(at, line)) / 2 > stop &&
                (next == NULL || nearest(at, line) < nearest(at, next)))
                next = line;
        }
        if (next == NULL ||
            (lines && nearest(at, next) - stop >= edge_room * height))
            return stop;
        if (lines == 0)
            outermost = nearest(at, next);
        height = next->bottom - next->top;
        stop = farthest(at, next);
    }
    return outermost * 100 < page * MARGIN_PERCENT ? page : -1;
}

static void find_end(const struct page_end *at, struct page_edge *edge)
{
    const struct pages *pages = at->pages;
    double stop = stops(at);
    unsigned count = 0;

    for (size_t i = 0; i < at->end - at->first && count < EDGE_LINES; i++) {
        size_t index = at->bottom ? at->end - 1 - i : at->first + i;
        const struct page_line *line = &pages->lines[index];

        if ((at->bottom ? at_bottom(pages, line) : at_top(pages, line)) &&
            (farthest(at, line) <= stop || is_number(pages, index))) {
            edge->lines[edge->count++] = index;
            count++;
        }
    }
}

static void find_edges(const struct pages *pages, size_t first, size_t end,
                       struct page_edge *edge)
{
    struct page_end top = {pages, first, end, false};
    struct page_end bottom = {pages, first, end, true};

    edge->count = 0;
    find_end(&top, edge);
    find_end(&bottom, edge);
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
