/* html_compare - an account beside its decision, as tables on the page. */
#include "output/html.h"

#include "base/unicode.h"
#include "output/compare_words.h"

#include <stdio.h>

enum { QUOTE = 260, POINT_QUOTE = 600 };

struct comparing_page {
    struct html *html;
    struct comparing_words words;
    size_t index;  /* of the comparison, for anchors */
    size_t number; /* of the point */
};

/* href="#c1-p2" or id="c1-p2". */
static void add_anchor(struct comparing_page *with, const char *attribute,
                       size_t number)
{
    char text[64];

    snprintf(text, sizeof text, "%sc%zu-p%zu",
             attribute[0] == 'h' ? "#" : "", with->index + 1, number);
    xml_attribute_text(with->html->xml, attribute, text);
}

static void write_answer(struct comparing_page *with)
{
    struct html *html = with->html;
    const char *answer = compare_answer(with->words.comparison);
    char class[40];

    snprintf(class, sizeof class, "answer %s", answer);
    html_start(html, "section", class);
    html_heading(html, 0, "answer-question");
    html_start(html, "p", "loud");
    xml_text(html->xml, view_named(&html->view, "answer-word", answer));
    html_end(html);
    compare_add_reason(&html->line, &with->words);
    html_line(html, "p", NULL);
    html_end(html);
}

static void write_overview_line(struct comparing_page *with,
                                const struct compared_area *area,
                                const struct compared_point *point,
                                size_t number)
{
    struct html *html = with->html;

    html_start(html, "tr", NULL);
    html_start(html, "td", "number");
    buf_format(&html->line, "%zu", number);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_start(html, "td", NULL);
    html_start(html, "a", NULL);
    add_anchor(with, "href", number);
    view_add_words(&html->line, &with->words.decision,
                   area->area->name.text);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_end(html);
    html_start(html, "td", NULL);
    buf_add(&html->line, view_sign(&html->view, point->verdict));
    buf_add_byte(&html->line, ' ');
    buf_add(&html->line, view_named(&html->view, "point-word",
                                    verdict_name(point->verdict)));
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_end(html);
}

static void write_overview(struct comparing_page *with)
{
    const struct comparison *comparison = with->words.comparison;
    struct html *html = with->html;
    size_t number = 0;

    html_start(html, "table", NULL);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < comparison->area_count; i++)
        for (size_t j = 0; j < comparison->areas[i].point_count; j++)
            write_overview_line(with, &comparison->areas[i],
                                &comparison->areas[i].points[j], ++number);
    html_end(html);
    html_end(html);
}

static void write_warnings(struct comparing_page *with)
{
    const struct comparison *comparison = with->words.comparison;
    struct html *html = with->html;

    compare_add_frame(&html->line, &with->words);
    if (html->line.length)
        html_line(html, "p", NULL);
    for (size_t i = 0; i < comparison->warning_count; i++) {
        html_start(html, "p", NULL);
        html_start(html, "strong", NULL);
        buf_add_text(&html->line, "! ");
        view_add_words(&html->line, &html->view,
                       comparison->warnings[i].message);
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
        html_end(html);
        html_end(html);
    }
}

static void write_asked(struct comparing_page *with, const struct asks *asks,
                        size_t index)
{
    struct html *html = with->html;

    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "row");
    compare_add_asked(&html->line, &with->words, asks, index);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    if (asks->items[index].title.length &&
        view_add_quote(&html->line, &with->words.decision,
                       asks->items[index].text, QUOTE))
        html_line(html, "span", "asked");
    html_end(html);
}

static void write_said(struct comparing_page *with, const struct ask *ask)
{
    struct html *html = with->html;

    html_start(html, "td", NULL);
    for (size_t i = 0; i < compare_passages(ask); i++) {
        const struct span *span = &ask->passages[i].span;

        html_start(html, "p", NULL);
        view_add_quote(&html->line, &html->view, *span, QUOTE);
        buf_add_byte(&html->line, ' ');
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
        view_add_where(&html->line, &html->view, span, 1);
        html_line(html, "span", "place");
        html_end(html);
    }
    if (ask->passage_count == 0)
        html_key(html, "span", "soft", "compare-nothing");
    html_end(html);
}

static void write_ask(struct comparing_page *with, const struct asks *asks,
                      size_t index)
{
    const struct ask *ask = &asks->items[index];
    struct html *html = with->html;
    char class[40];

    html_start(html, "tr", NULL);
    write_asked(with, asks, index);
    write_said(with, ask);
    compare_add_progress(&html->line, &with->words, ask);
    html_line(html, "td", NULL);
    html_start(html, "td", NULL);
    snprintf(class, sizeof class, "sign %s", verdict_name(ask->verdict));
    html_start(html, "span", class);
    xml_attribute_text(html->xml, "aria-hidden", "true");
    xml_text(html->xml, view_sign(&html->view, ask->verdict));
    html_end(html);
    buf_add_byte(&html->line, ' ');
    view_add_words(&html->line, &html->view, ask->message);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_end(html);
}

static void write_asks(struct comparing_page *with, const struct asks *asks)
{
    static const char *const columns[] = {"compare-asked", "compare-said",
                                          "compare-done",
                                          "compare-answered"};
    struct html *html = with->html;

    html_start(html, "div", "scroll");
    xml_attribute_text(html->xml, "tabindex", "0");
    html_start(html, "table", "asks");
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        html_start(html, "th", NULL);
        xml_attribute_text(html->xml, "scope", "col");
        xml_text(html->xml, view_text(&html->view, columns[i]));
        html_end(html);
    }
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < asks->count; i++)
        write_ask(with, asks, i);
    html_end(html);
    html_end(html);
    html_end(html);
}

static void write_point(struct comparing_page *with,
                        const struct compared_area *area,
                        const struct compared_point *point)
{
    struct html *html = with->html;

    html_start(html, "section", NULL);
    add_anchor(with, "id", ++with->number);
    html_start(html, "h2", NULL);
    html_verdict(html, point->verdict, false, HTML_SIGN);
    buf_add_byte(&html->line, ' ');
    compare_add_point(&html->line, &with->words, area, with->number);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    if (view_add_quote(&html->line, &with->words.decision, point->text,
                       POINT_QUOTE))
        html_line(html, "blockquote", NULL);
    view_add_words(&html->line, &html->view, point->message);
    html_line(html, "p", NULL);
    write_asks(with, &point->asks);
    html_end(html);
}

static void write_precedents(struct comparing_page *with,
                             const struct compared_area *area)
{
    struct html *html = with->html;

    if (!with->words.comparison->has_store)
        return;
    compare_add_before(&html->line, &with->words);
    html_line(html, "h3", NULL);
    if (area->precedents.count == 0)
        html_key(html, "p", "soft", "compare-before-none");
    for (size_t i = 0; i < area->precedents.count; i++) {
        const struct precedent *one = &area->precedents.items[i];

        html_start(html, "blockquote", NULL);
        buf_add(&html->line, view_text(&html->view, "quote-open"));
        unicode_add_inert(&html->line, one->text);
        buf_add(&html->line, view_text(&html->view, "quote-close"));
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
        compare_add_precedent(&html->line, &with->words, one);
        html_line(html, "span", "place");
        html_end(html);
    }
}

static void write_comparison(struct html *html, size_t index)
{
    const struct comparison *comparison =
        html->output->dossiers->comparisons[index];
    struct comparing_page with = {.html = html, .index = index};

    compare_open(&with.words, html->output, comparison);
    html->view = with.words.account;
    compare_add_title(&html->line, &with.words);
    html_line(html, "h1", NULL);
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
    html->view = (struct view){.output = html->output};
}

void html_comparisons(struct html *html)
{
    const struct dossiers *dossiers = html->output->dossiers;

    for (size_t i = 0; dossiers && i < dossiers->comparison_count; i++)
        write_comparison(html, i);
}
