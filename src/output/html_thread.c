/* html - the red thread as a picture, and the same as a table. */
#include "output/html.h"
#include "output/thread.h"

#include "base/unicode.h"

#include <stdio.h>

enum {
    WIDTH = 820,
    LABEL = 92,       /* of the column of row names */
    ROW = 34,         /* two lines of text */
    GAP = 15,         /* between rows, where the threads run */
    SIGN = 18,
    LETTER = 7,       /* a letter's width, at most */
    LINE = 16,
    MEASURES_MOST = 6
};

static void svg_number(struct html *html, const char *name, size_t number)
{
    xml_attribute_number(html->xml, name, (long long)number);
}

static void svg_text(struct html *html, size_t x, size_t y,
                     const char *class, struct str text)
{
    html_start(html, "text", class);
    svg_number(html, "x", x);
    svg_number(html, "y", y);
    xml_text(html->xml, text);
    html_end(html);
}

static void svg_line(struct html *html, const char *class, const size_t at[4])
{
    static const char *const names[] = {"x1", "y1", "x2", "y2"};

    html_start(html, "line", class);
    for (size_t i = 0; i < 4; i++)
        svg_number(html, names[i], at[i]);
    html_end(html);
}

/* What a cell says: the author's first words, or what is there instead. */
static void add_cell_text(struct html *html, const struct thread_cell *cell,
                          size_t most)
{
    if (cell->span.length == 0 ||
        !view_add_quote(&html->line, &html->view, cell->span, most))
        buf_add(&html->line, cell->text);
}

/* Bytes of the text for a first line of at most `room` code points. */
static size_t first_line(struct str text, size_t room)
{
    size_t at = 0, length, word = 0;

    for (size_t count = 0; at < text.length; count++, at += length) {
        uint32_t code_point = unicode_decode(text, at, &length);

        if (code_point == ' ')
            word = at;
        if (count == room)
            return word ? word : at;
    }
    return at;
}

static void draw_cell(struct html *html, const struct thread_cell *cell,
                      size_t x, size_t y, size_t width)
{
    size_t room = (width - SIGN - 16) / LETTER, split;
    struct str text;

    if (!cell->present)
        return;
    svg_text(html, x, y + LINE - 3, verdict_name(cell->verdict),
             view_sign(&html->view, cell->verdict));
    add_cell_text(html, cell, room * 2 - 8);
    text = buf_str(&html->line);
    split = first_line(text, room);
    svg_text(html, x + SIGN, y + LINE - 3, NULL, str_part(text, 0, split));
    if (split < text.length)
        svg_text(html, x + SIGN, y + 2 * LINE - 3, NULL,
                 str_trim(str_part(text, split, text.length)));
    buf_cut(&html->line, 0);
}

static bool breaks(const struct thread_cell *cell)
{
    return cell->present && cell->verdict == VERDICT_NOT_MET;
}

/*
 * The thread down to a cell, `height` long; crossed out where it does not
 * hold.
 */
static void draw_link(struct html *html, const struct thread_cell *to,
                      size_t x, size_t y, size_t height)
{
    size_t down[4] = {x + 5, y - height, x + 5, y};
    size_t middle = y - GAP / 2;

    if (!to->present)
        return;
    svg_line(html, breaks(to) ? "broken" : "line", down);
    if (!breaks(to))
        return;
    svg_line(html, "cut", (size_t[]){x, middle - 5, x + 10, middle + 5});
    svg_line(html, "cut", (size_t[]){x, middle + 5, x + 10, middle - 5});
}

static void draw(struct html *html, const struct thread *thread)
{
    size_t column = (WIDTH - LABEL) / thread->columns;
    size_t height = thread->row_count * (ROW + GAP) - GAP;
    char box[48];

    html_start(html, "svg", NULL);
    snprintf(box, sizeof box, "0 0 %d %zu", WIDTH, height);
    xml_attribute_text(html->xml, "viewBox", box);
    svg_number(html, "width", WIDTH);
    svg_number(html, "height", height);
    xml_attribute_text(html->xml, "aria-hidden", "true");
    for (size_t i = 0; i < thread->row_count; i++) {
        const struct thread_row *row = &thread->rows[i];
        size_t y = i * (ROW + GAP);

        svg_text(html, 0, y + LINE - 3, "row", row->label);
        for (size_t j = 0; j < thread->columns; j++) {
            size_t x = LABEL + j * column;
            size_t width = row->shared ? WIDTH - LABEL : column;

            if (i && (j == 0 || !row->shared))
                draw_link(html, &row->cells[j], x, y,
                          j && row[-1].shared ? GAP : GAP + ROW - LINE - 2);
            if (j == 0 || !row->shared)
                draw_cell(html, &row->cells[j], x, y, width);
        }
    }
    html_end(html);
}

static void write_cell(struct html *html, const struct thread_cell *cell,
                       size_t columns)
{
    html_start(html, "td", NULL);
    if (columns > 1)
        svg_number(html, "colspan", columns);
    if (cell->present) {
        html_verdict(html, cell->verdict, false, HTML_SIGN);
        buf_add_byte(&html->line, ' ');
        add_cell_text(html, cell, 60);
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
    }
    html_end(html);
}

/* The same for those who do not see the picture, and on narrow screens. */
static void write_table(struct html *html, const struct thread *thread)
{
    html_start(html, "div", "aside");
    html_start(html, "table", NULL);
    html_key(html, "caption", NULL, "thread-table");
    for (size_t i = 0; i < thread->row_count; i++) {
        const struct thread_row *row = &thread->rows[i];

        html_start(html, "tr", NULL);
        html_start(html, "th", NULL);
        xml_attribute_text(html->xml, "scope", "row");
        xml_text(html->xml, row->label);
        html_end(html);
        for (size_t j = 0; j < thread->columns; j++)
            if (j == 0 || !row->shared)
                write_cell(html, &row->cells[j],
                           row->shared ? thread->columns : 1);
        html_end(html);
    }
    html_end(html);
    html_end(html);
}

static void write_measure(struct html *html, size_t index)
{
    const struct outline *outline = html->view.reviewed->outline;
    const struct measure *measure = &outline->measures[index];
    struct thread thread = thread_of(&html->view, index);
    char number[24];

    if (thread.row_count == 0)
        return;
    html_start(html, "figure", "thread");
    if (outline->measure_count > 1) {
        snprintf(number, sizeof number, "%zu", index + 1);
        texts_fill(&html->line, view_text(&html->view, "thread-measure"),
                   (struct text_value[]){{"number", str_from(number)},
                                         {"name", measure->name.text}},
                   2);
        html_line(html, "figcaption", NULL);
    }
    draw(html, &thread);
    write_table(html, &thread);
    if (thread.more) {
        view_add_count(&html->line, &html->view, "thread-more", thread.more);
        html_line(html, "p", "small");
    }
    html_end(html);
}

void html_thread(struct html *html)
{
    const struct outline *outline = html->view.reviewed->outline;

    if (outline->measure_count == 0)
        return;
    html_start(html, "section", NULL);
    html_heading(html, 1, "thread-title");
    for (size_t i = 0; i < outline->measure_count && i < MEASURES_MOST; i++)
        write_measure(html, i);
    html_end(html);
}
