/* markdown_compare - an account beside its decision, as Markdown. */
#include "output/markdown.h"

#include "base/unicode.h"
#include "output/compare_words.h"

enum { QUOTE = 400 };

static void write_ask(struct markdown *markdown,
                      struct comparing_words *words, const struct asks *asks,
                      size_t index)
{
    const struct ask *ask = &asks->items[index];
    struct view *view = &words->account;
    struct buf line = {0};

    markdown_raw(markdown, "- **");
    compare_add_asked(&line, words, asks, index);
    markdown_put(markdown, &line);
    markdown_raw(markdown, "**  \n  ");
    compare_add_progress(&line, words, ask);
    buf_add(&line, view_text(view, "separator"));
    buf_add(&line, view_sign(view, ask->verdict));
    buf_add_byte(&line, ' ');
    view_add_words(&line, view, ask->message);
    markdown_put(markdown, &line);
    for (size_t i = 0; i < compare_passages(ask); i++) {
        markdown_raw(markdown, "  \n  ");
        markdown_add_quote(&line, view, ask->passages[i].span);
        markdown_put(markdown, &line);
    }
    markdown_raw(markdown, "\n");
    buf_free(&line);
}

static void write_point(struct markdown *markdown,
                        struct comparing_words *words,
                        const struct compared_area *area,
                        const struct compared_point *point, size_t number)
{
    struct buf line = {0};

    buf_add(&line, view_sign(&words->account, point->verdict));
    buf_add_byte(&line, ' ');
    compare_add_point(&line, words, area, number);
    markdown_heading(markdown, "## ", &line);
    view_add_quote(&line, &words->decision, point->text, QUOTE);
    markdown_heading(markdown, "> ", &line);
    view_add_words(&line, &words->account, point->message);
    markdown_heading(markdown, "", &line);
    for (size_t i = 0; i < point->asks.count; i++)
        write_ask(markdown, words, &point->asks, i);
    markdown_raw(markdown, "\n");
    buf_free(&line);
}

static void write_precedents(struct markdown *markdown,
                             struct comparing_words *words,
                             const struct compared_area *area)
{
    struct view *view = &words->account;
    struct buf line = {0};

    compare_add_before(&line, words);
    markdown_heading(markdown, "### ", &line);
    if (area->precedents.count == 0) {
        buf_add(&line, view_text(view, "compare-before-none"));
        markdown_heading(markdown, "", &line);
    }
    for (size_t i = 0; i < area->precedents.count; i++) {
        buf_add(&line, view_text(view, "quote-open"));
        unicode_add_inert(&line, area->precedents.items[i].text);
        buf_add(&line, view_text(view, "quote-close"));
        markdown_raw(markdown, "> ");
        markdown_put(markdown, &line);
        markdown_raw(markdown, "  \n");
        compare_add_precedent(&line, words, &area->precedents.items[i]);
        markdown_heading(markdown, "> ", &line);
    }
    buf_free(&line);
}

static void write_answer(struct markdown *markdown,
                         struct comparing_words *words)
{
    const struct comparison *comparison = words->comparison;
    struct view *view = &words->account;
    struct buf line = {0};

    compare_add_title(&line, words);
    markdown_heading(markdown, "# ", &line);
    markdown_raw(markdown, "**");
    buf_add(&line, view_text(view, "answer-question"));
    buf_add_byte(&line, ' ');
    buf_add(&line,
            view_named(view, "answer-word", compare_answer(comparison)));
    buf_add_byte(&line, '.');
    markdown_put(markdown, &line);
    markdown_raw(markdown, "** ");
    compare_add_reason(&line, words);
    markdown_heading(markdown, "", &line);
    compare_add_frame(&line, words);
    if (line.length)
        markdown_heading(markdown, "", &line);
    for (size_t i = 0; i < comparison->warning_count; i++) {
        view_add_words(&line, view, comparison->warnings[i].message);
        markdown_heading(markdown, "", &line);
    }
    buf_free(&line);
}

void markdown_comparison(struct markdown *markdown,
                         const struct comparison *comparison)
{
    struct comparing_words words;
    size_t number = 0;

    compare_open(&words, markdown->output, comparison);
    write_answer(markdown, &words);
    for (size_t i = 0; i < comparison->area_count; i++) {
        const struct compared_area *area = &comparison->areas[i];

        for (size_t j = 0; j < area->point_count; j++)
            write_point(markdown, &words, area, &area->points[j], ++number);
        if (comparison->has_store)
            write_precedents(markdown, &words, area);
    }
    compare_close(&words);
}
