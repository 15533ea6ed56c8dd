/* text_edges - headers, footers and page numbers of a text cut into pages. */
#include "input/text_edges.h"

#include "input/repeated.h"

#include <string.h>

enum {
    EDGE_LINES = 3, /* at most so many at each end of a page */
    NEARBY = 4      /* earlier pages that are compared */
};

/* The outermost lines of one end of a page, the outermost first. */
struct page_end {
    struct line lines[EDGE_LINES];
    bool numbered[EDGE_LINES]; /* other pages say it with other digits */
    size_t count;              /* of lines */
    size_t edges;              /* of these that other pages say too */
    size_t before;             /* of these that an earlier page says */
};

struct page {
    struct page_end top, bottom;
};

static void add_top(struct page_end *end, const struct line *line)
{
    if (end->count < EDGE_LINES)
        end->lines[end->count++] = *line;
}

static void add_bottom(struct page_end *end, const struct line *line)
{
    memmove(end->lines + 1, end->lines,
            (EDGE_LINES - 1) * sizeof *end->lines);
    end->lines[0] = *line;
    if (end->count < EDGE_LINES)
        end->count++;
}

/* Mark the lines from the edge inwards that both pages say. */
static void compare(struct page_end *before, struct page_end *end)
{
    size_t i = 0;

    for (; i < before->count && i < end->count; i++) {
        struct str one = before->lines[i].text, other = end->lines[i].text;

        if (!is_said_again(one, other))
            break;
        if (!str_equal(one, other))
            before->numbered[i] = end->numbered[i] = true;
    }
    if (i > before->edges)
        before->edges = i;
    if (i > end->edges)
        end->edges = i;
    if (i > end->before)
        end->before = i;
}

static struct page *pages_of(struct arena *arena, struct str text,
                             size_t *count)
{
    struct lines lines = lines_of(text);
    struct page *pages = NULL;
    size_t capacity = 0;
    struct line line;
    uint32_t number = 0;

    *count = 0;
    while (lines_next(&lines, &line)) {
        if (line.blank || line.cell)
            continue;
        line.text = str_trim(line.text);
        if (*count == 0 || line.page != number) {
            pages =
                arena_grow(arena, pages, *count, &capacity, sizeof *pages);
            pages[(*count)++] = (struct page){0};
            number = line.page;
        }
        add_top(&pages[*count - 1].top, &line);
        add_bottom(&pages[*count - 1].bottom, &line);
    }
    return pages;
}

/* Lines of an end down to the last that holds a number of the page. */
static size_t numbered_lines(const struct page_end *end)
{
    size_t count = EDGE_LINES;

    while (count > 0 && !end->numbered[count - 1])
        count--;
    return count;
}

/*
 * A label may stand at the top of every page: lines are an edge with a page
 * number inside of them, or at the other end of every page.
 */
static void keep_labels(struct page *pages, size_t count)
{
    bool top = false, bottom = false, all_top = true, all_bottom = true;

    for (size_t i = 0; i < count; i++) {
        top |= numbered_lines(&pages[i].top) > 0;
        bottom |= numbered_lines(&pages[i].bottom) > 0;
        all_top &= pages[i].top.edges > 0;
        all_bottom &= pages[i].bottom.edges > 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (top || !bottom || !all_top)
            pages[i].top.edges = numbered_lines(&pages[i].top);
        if (bottom || !top || !all_bottom)
            pages[i].bottom.edges = numbered_lines(&pages[i].bottom);
    }
}

static void add_edges(struct text_edges *edges, const struct page_end *end,
                      bool footer)
{
    for (size_t i = 0; i < end->edges; i++) {
        size_t at = footer ? end->edges - 1 - i : i;
        struct text_edge *last =
            edges->count ? &edges->items[edges->count - 1] : NULL;

        /* A page of few lines has the same at the top and the bottom. */
        if (last == NULL || last->line.number < end->lines[at].number)
            edges->items[edges->count++] =
                (struct text_edge){end->lines[at], footer,
                                   at >= end->before && !end->numbered[at]};
    }
}

struct text_edges text_edges_of(struct arena *arena, struct str text)
{
    struct text_edges edges = {0};
    struct page *pages;
    size_t count;

    if (text.length == 0 || memchr(text.at, '\f', text.length) == NULL)
        return edges;
    pages = pages_of(arena, text, &count);
    for (size_t i = 1; i < count; i++)
        for (size_t back = 1; back <= NEARBY && back <= i; back++) {
            compare(&pages[i - back].top, &pages[i].top);
            compare(&pages[i - back].bottom, &pages[i].bottom);
        }
    keep_labels(pages, count);
    edges.items = arena_alloc(arena, (2 * EDGE_LINES * count + 1) *
                                         sizeof *edges.items);
    for (size_t i = 0; i < count; i++) {
        add_edges(&edges, &pages[i].top, false);
        add_edges(&edges, &pages[i].bottom, true);
    }
    return edges;
}
