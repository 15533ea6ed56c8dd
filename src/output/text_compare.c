/* text_compare - an account beside its decision, point by point. */
#include "output/text_report.h"

#include "base/unicode.h"
#include "output/compare_words.h"

enum {
    QUOTE = 110, /* code points of a passage */
    ASK_QUOTE = 90,
    POINT_QUOTE = 400,
    INDENT = 3,
    COLUMNS = 4,
    TABLE_LEAST = 72,
    DONE_WIDTH = 11,
    ANSWER_WIDTH = 17
};

struct comparing_text {
    struct text_report *text;
    struct comparing_words words;
    size_t number; /* of the point */
};

static void write_answer(struct comparing_text *with)
{
    struct text_report *text = with->text;
    struct view *view = &with->words.account;

    layout_blank(&text->layout);
    buf_add(&text->line, view_text(view, "answer-question"));
    buf_add_text(&text->line, "   ");
    buf_add(&text->line, view_named(view, "answer-loud",
                                    compare_answer(with->words.comparison)));
    buf_add_text(&text->line, ". ");
    compare_add_reason(&text->line, &with->words);
    text_flush(text, 0, STYLE_STRONG);
}

/* Each point in a line: the answers before their reasons. */
static void write_overview(struct comparing_text *with)
{
    const struct comparison *comparison = with->words.comparison;
    struct text_report *text = with->text;
    struct view *view = &with->words.account;
    size_t number = 0;

    layout_blank(&text->layout);
    for (size_t i = 0; i < comparison->area_count; i++) {
        const struct compared_area *area = &comparison->areas[i];

        for (size_t j = 0; j < area->point_count; j++) {
            enum verdict verdict = area->points[j].verdict;

            buf_add(&text->line, view_sign(view, verdict));
            buf_format(&text->line, " %zu  ", ++number);
            view_add_words(&text->line, &with->words.decision,
                           area->area->name.text);
            buf_add_text(&text->line, ": ");
            buf_add(&text->line, view_named(view, "point-word",
                                            verdict_name(verdict)));
            text_flush(text, INDENT, STYLE_PLAIN);
        }
    }
}

static void write_warnings(struct comparing_text *with)
{
    const struct comparison *comparison = with->words.comparison;
    struct text_report *text = with->text;

    layout_blank(&text->layout);
    compare_add_frame(&text->line, &with->words);
    if (text->line.length)
        text_flush(text, INDENT, STYLE_PLAIN);
    for (size_t i = 0; i < comparison->warning_count; i++) {
        buf_add_text(&text->line, "! ");
        view_add_words(&text->line, &with->words.account,
                       comparison->warnings[i].message);
        text_flush(text, INDENT, STYLE_WARM);
    }
}

/* The words of one cell, kept until its row is printed. */
static struct str keep_line(struct comparing_text *with)
{
    struct buf *line = &with->text->line;
    struct str kept = arena_str(with->words.account.arena, buf_str(line));

    buf_cut(line, 0);
    return kept;
}

/* What the decision asks for: in our words, and in its own. */
static struct str asked_cell(struct comparing_text *with,
                             const struct asks *asks, size_t index)
{
    const struct ask *ask = &asks->items[index];
    struct buf *line = &with->text->line;

    compare_add_asked(line, &with->words, asks, index);
    if (ask->title.length) {
        buf_add_byte(line, '\n');
        view_add_quote(line, &with->words.decision, ask->text, ASK_QUOTE);
    }
    return keep_line(with);
}

/* What the account says to it, with where it stands. */
static struct str said_cell(struct comparing_text *with,
                            const struct ask *ask)
{
    struct view *view = &with->words.account;
    struct buf *line = &with->text->line, where = {0};

    for (size_t i = 0; i < compare_passages(ask); i++) {
        if (i)
            buf_add_byte(line, '\n');
        view_add_quote(line, view, ask->passages[i].span, QUOTE);
        buf_cut(&where, 0);
        view_add_where(&where, view, &ask->passages[i].span, 1);
        if (where.length)
            buf_format(line, " (%.*s)", (int)where.length, where.at);
    }
    if (ask->passage_count == 0)
        buf_add(line, view_text(view, "compare-nothing"));
    buf_free(&where);
    return keep_line(with);
}

static struct str done_cell(struct comparing_text *with,
                            const struct ask *ask)
{
    compare_add_progress(&with->text->line, &with->words, ask);
    return keep_line(with);
}

static struct str answer_cell(struct comparing_text *with,
                              const struct ask *ask)
{
    struct view *view = &with->words.account;
    struct buf *line = &with->text->line;

    buf_add(line, view_sign(view, ask->verdict));
    buf_add_byte(line, ' ');
    view_add_words(line, view, ask->message);
    return keep_line(with);
}

static size_t table_width(const struct comparing_text *with)
{
    size_t width = with->text->layout.width;

    return (width > TABLE_LEAST ? width : TABLE_LEAST) - INDENT;
}

static void write_row(struct comparing_text *with,
                      const struct str words[COLUMNS], enum style style)
{
    size_t gaps = 2 * (COLUMNS - 1);
    size_t room = table_width(with) - gaps - DONE_WIDTH - ANSWER_WIDTH;
    size_t asked = room * 2 / 5;
    const size_t widths[COLUMNS] = {asked, room - asked, DONE_WIDTH,
                                    ANSWER_WIDTH};
    struct cell cells[COLUMNS];

    for (int i = 0; i < COLUMNS; i++)
        cells[i] = (struct cell){{words[i], style}, widths[i]};
    layout_row(&with->text->layout, INDENT, cells, COLUMNS);
}

static void write_asks(struct comparing_text *with, const struct asks *asks)
{
    const struct layout *layout = &with->text->layout;
    struct view *view = &with->words.account;
    struct str words[COLUMNS] = {
        view_text(view, "compare-asked"), view_text(view, "compare-said"),
        view_text(view, "compare-done"), view_text(view, "compare-answered")};

    layout_blank(layout);
    write_row(with, words, STYLE_STRONG);
    layout_rule(layout, INDENT, table_width(with));
    for (size_t i = 0; i < asks->count; i++) {
        words[0] = asked_cell(with, asks, i);
        words[1] = said_cell(with, &asks->items[i]);
        words[2] = done_cell(with, &asks->items[i]);
        words[3] = answer_cell(with, &asks->items[i]);
        if (i)
            layout_blank(layout);
        write_row(with, words, STYLE_PLAIN);
    }
    layout_rule(layout, INDENT, table_width(with));
}

static void write_point(struct comparing_text *with,
                        const struct compared_area *area,
                        const struct compared_point *point)
{
    struct text_report *text = with->text;

    layout_blank(&text->layout);
    buf_add(&text->line, view_sign(&with->words.account, point->verdict));
    buf_add_byte(&text->line, ' ');
    compare_add_point(&text->line, &with->words, area, ++with->number);
    text_flush(text, 0, STYLE_STRONG);
    view_add_quote(&text->line, &with->words.decision, point->text,
                   POINT_QUOTE);
    text_flush(text, INDENT, STYLE_FAINT);
    view_add_words(&text->line, &with->words.account, point->message);
    text_flush(text, INDENT, STYLE_PLAIN);
    write_asks(with, &point->asks);
}

static void write_precedents(struct comparing_text *with,
                             const struct compared_area *area)
{
    struct text_report *text = with->text;
    struct view *view = &with->words.account;

    if (!with->words.comparison->has_store)
        return;
    layout_blank(&text->layout);
    compare_add_before(&text->line, &with->words);
    text_flush(text, INDENT, STYLE_STRONG);
    if (area->precedents.count == 0) {
        buf_add(&text->line, view_text(view, "compare-before-none"));
        text_flush(text, INDENT + 2, STYLE_PLAIN);
    }
    for (size_t i = 0; i < area->precedents.count; i++) {
        const struct precedent *one = &area->precedents.items[i];

        buf_add(&text->line, view_text(view, "quote-open"));
        unicode_add_inert(&text->line, one->text);
        buf_add(&text->line, view_text(view, "quote-close"));
        text_flush(text, INDENT + 2, STYLE_PLAIN);
        compare_add_precedent(&text->line, &with->words, one);
        text_flush(text, INDENT + 4, STYLE_FAINT);
    }
}

static void write_comparison(struct text_report *text,
                             const struct comparison *comparison)
{
    struct comparing_text with = {.text = text};

    compare_open(&with.words, text->output, comparison);
    compare_add_title(&text->line, &with.words);
    text_flush(text, 0, STYLE_STRONG);
    write_answer(&with);
    write_overview(&with);
    write_warnings(&with);
    for (size_t i = 0; i < comparison->area_count; i++) {
        const struct compared_area *area = &comparison->areas[i];

        for (size_t j = 0; j < area->point_count; j++)
            write_point(&with, area, &area->points[j]);
        write_precedents(&with, area);
    }
    compare_close(&with.words);
}

void text_comparisons(struct text_report *text)
{
    const struct dossiers *dossiers = text->output->dossiers;

    for (size_t i = 0; dossiers && i < dossiers->comparison_count; i++) {
        if (text->layout.into->length)
            buf_add_text(text->layout.into, "\n\n");
        write_comparison(text, dossiers->comparisons[i]);
    }
}
