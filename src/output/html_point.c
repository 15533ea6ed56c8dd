/* html - the points, and what is folded below them. */
#include "output/html.h"

#include <stdio.h>

enum { QUOTE = 300, QUOTES_MOST = 3 };

/* A quote and its places; the places alone when `told` holds the quote. */
static void write_quote(struct html *html, const struct span *places,
                        size_t count, struct str told)
{
    struct buf where = {0};
    bool quoted =
        !view_is_quoted(&html->view, told, places[0]) &&
        view_add_quote(&html->line, &html->view, places[0], QUOTE);

    view_add_where(&where, &html->view, places, count);
    if (quoted) {
        html_start(html, "blockquote", NULL);
        xml_text(html->xml, buf_str(&html->line));
        if (where.length) {
            html_start(html, "span", "place");
            xml_text(html->xml, buf_str(&where));
            html_end(html);
        }
        html_end(html);
    } else if (where.length) {
        html_start(html, "p", "soft");
        xml_text(html->xml, buf_str(&where));
        html_end(html);
    }
    buf_cut(&html->line, 0);
    buf_free(&where);
}

/* Each quote once, with all the places where it stands. */
static void write_quotes(struct html *html, const struct point *point)
{
    const struct document *document = html->view.document;
    size_t shown = 0;

    for (size_t i = 0; i < point->place_count && shown < QUOTES_MOST; i++) {
        struct str quote = document_text(document, point->places[i]);
        struct span same[16];
        size_t count = 0;
        bool before = false;

        for (size_t j = 0; j < point->place_count && count < 16; j++) {
            if (!str_equal(document_text(document, point->places[j]), quote))
                continue;
            before |= j < i;
            same[count++] = point->places[j];
        }
        if (before)
            continue;
        write_quote(html, same, count, point->message);
        shown++;
    }
}

/* Last and small: what was asked, why, and its code. */
static void write_source(struct html *html, const struct result *result)
{
    const struct criterion *criterion = result->criterion;
    int language = html->output->language;

    html_start(html, "p", "small");
    html_verdict(html, result->verdict, criterion->if_found,
                 HTML_SIGN_AND_WORD);
    view_add_words(&html->line, &html->view,
                   view_text(&html->view, "separator"));
    view_add_words(&html->line, &html->view,
                   saying_in(&criterion->title, language));
    for (size_t i = 0; i < criterion->law_count; i++) {
        buf_add(&html->line, view_text(&html->view, "separator"));
        view_add_words(&html->line, &html->view, criterion->law[i]);
    }
    buf_add(&html->line, view_text(&html->view, "separator"));
    buf_add(&html->line, criterion->id);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
}

static void write_steps(struct html *html, const struct step *step,
                        unsigned depth)
{
    if (step == NULL || depth > 12)
        return;
    html_start(html, "ul", NULL);
    for (; step; step = step->next) {
        html_start(html, "li", "small");
        buf_add(&html->line,
                view_named(&html->view, "step", step->outcome));
        buf_add_text(&html->line, ": ");
        view_add_words(&html->line, &html->view, step->what);
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
        write_steps(html, step->first, depth + 1);
        html_end(html);
    }
    html_end(html);
}

static void write_point(struct html *html, size_t index)
{
    const struct point *point = &html->view.reviewed->points[index];
    unsigned number = view_number(&html->view, point);
    char name[4];

    html_start(html, "article", NULL);
    html_point_id(html, "id", index);
    snprintf(name, sizeof name, "h%u", html->heading + 2);
    html_start(html, name, NULL);
    html_verdict(html, point->verdict, false, HTML_SIGN);
    if (number)
        buf_format(&html->line, " %u", number);
    buf_add_text(&html->line, "  ");
    view_add_title(&html->line, &html->view, point);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    view_add_words(&html->line, &html->view, point->message);
    html_line(html, "p", NULL);
    write_quotes(html, point);
    view_add_words(&html->line, &html->view, point->advice);
    if (html->line.length)
        html_line(html, "p", "write");
    for (size_t i = 0; i < point->result_count; i++) {
        const struct result *result =
            &html->view.reviewed->results[point->results[i]];

        write_source(html, result);
        if (html->output->explain)
            write_steps(html, result->explain, 0);
    }
    html_end(html);
}

void html_points(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        if (!reviewed->points[i].open)
            continue;
        if (first) {
            html_start(html, "section", "points");
            html_heading(html, 1, "html-points");
        }
        first = false;
        write_point(html, i);
    }
    if (!first)
        html_end(html);
}

static void start_details(struct html *html, const char *key, size_t count)
{
    html_start(html, "details", NULL);
    view_add_count(&html->line, &html->view, key, count);
    html_line(html, "summary", NULL);
}

static void write_other_points(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    size_t count = 0;

    for (size_t i = 0; i < reviewed->point_count; i++)
        count += !reviewed->points[i].open;
    if (count == 0)
        return;
    start_details(html, "html-folded", count);
    for (size_t i = 0; i < reviewed->point_count; i++)
        if (!reviewed->points[i].open)
            write_point(html, i);
    html_end(html);
}

static void write_row(struct html *html, const struct result *result)
{
    html_start(html, "tr", NULL);
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "row");
    view_add_words(&html->line, &html->view,
                   saying_in(&result->criterion->title,
                             html->output->language));
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    xml_text(html->xml, STR(" "));
    html_start(html, "span", "small");
    xml_text(html->xml, result->criterion->id);
    html_end(html);
    html_end(html);
    html_start(html, "td", NULL);
    view_add_words(&html->line, &html->view,
                   result->reason.length ? result->reason : result->message);
    html_line(html, "p", NULL);
    for (size_t i = 0; i < result->evidence_count && i < 2; i++)
        if (result->verdict == VERDICT_MET)
            write_quote(html, &result->evidence[i].span, 1,
                        result->message);
    html_end(html);
    html_end(html);
}

static void start_results(struct html *html, const char *key, size_t count)
{
    start_details(html, key, count);
    html_start(html, "table", NULL);
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "col");
    xml_text(html->xml, view_text(&html->view, "html-criterion"));
    html_end(html);
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "col");
    xml_text(html->xml, view_text(&html->view, "html-what"));
    html_end(html);
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
}

static void end_results(struct html *html)
{
    html_end(html);
    html_end(html);
    html_end(html);
}

static void write_results(struct html *html, enum verdict verdict,
                          const char *key)
{
    const struct reviewed *reviewed = html->view.reviewed;
    size_t count = view_verdicts(&html->view, verdict);

    if (count == 0)
        return;
    start_results(html, key, count);
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (reviewed->results[i].verdict == verdict)
            write_row(html, &reviewed->results[i]);
    end_results(html);
}

/* What settings turned off or waived, or a person judged, and why. */
static void write_settled(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    size_t count = reviewed->off + reviewed->waived + reviewed->settled;

    if (count == 0)
        return;
    start_results(html, "html-settled", count);
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (reviewed->results[i].disposition != DISPOSITION_OPEN)
            write_row(html, &reviewed->results[i]);
    end_results(html);
}

static void write_how(struct html *html)
{
    const struct ruleset *ruleset = html->output->review->ruleset;
    const struct document *document = html->view.document;

    html_start(html, "details", NULL);
    html_key(html, "summary", NULL, "html-how");
    texts_fill(&html->line, view_text(&html->view, "html-how-rules"),
               (struct text_value[]){
                   {"id", ruleset->id},
                   {"version", ruleset->version},
                   {"sha256", str_part(str_from(ruleset->sha256), 0, 16)},
                   {"program", str_from(html->output->version)}},
               4);
    html_line(html, "p", NULL);
    texts_fill(&html->line, view_text(&html->view, "html-how-file"),
               (struct text_value[]){
                   {"path", document->path},
                   {"format", document->format},
                   {"sha256", str_from(document->sha256)}},
               3);
    html_line(html, "p", NULL);
    for (size_t i = 0; i < document->problem_count; i++) {
        texts_fill(&html->line,
                   view_text(&html->view, document->problems[i].key),
                   (struct text_value[]){
                       {"detail", document->problems[i].detail}},
                   1);
        html_line(html, "p", NULL);
    }
    html_end(html);
}

void html_folded(struct html *html)
{
    html_start(html, "section", NULL);
    write_settled(html);
    write_other_points(html);
    write_results(html, VERDICT_MET, "html-met");
    write_results(html, VERDICT_NOT_APPLICABLE, "html-not-applicable");
    write_results(html, VERDICT_ERROR, "html-error");
    write_how(html);
    html_end(html);
}
