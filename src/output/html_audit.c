/* html_audit - dossiers on the page: the matrix, and what crosses. */
#include "output/html.h"

#include "base/unicode.h"
#include "dossier/dossiers.h"

#include <stdio.h>

enum { QUOTE = 200, SHORT_HASH = 12 };

struct dossier_page {
    struct html *html;
    const struct dossier *dossier;
    struct view *views; /* one per document of the dossier */
};

static void flush(struct html *html)
{
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
}

static void start_header(struct html *html, const char *scope)
{
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", scope);
}

static void column(struct html *html, const char *key)
{
    start_header(html, "col");
    xml_text(html->xml, view_text(&html->view, key));
    html_end(html);
}

static void start_table(struct html *html, const char *class)
{
    html_start(html, "div", "scroll");
    xml_attribute_text(html->xml, "tabindex", "0");
    html_start(html, "table", class);
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
}

static void start_body(struct html *html)
{
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
}

static void end_table(struct html *html)
{
    html_end(html);
    html_end(html);
    html_end(html);
}

/* What a document is, with what tells it from others. */
static void write_document(struct dossier_page *page, size_t index)
{
    struct html *html = page->html;
    struct view *view = &page->views[index];

    html_start(html, "tr", NULL);
    start_header(html, "row");
    buf_add(&html->line, view->reviewed->id);
    flush(html);
    html_end(html);
    html_start(html, "td", NULL);
    if (view->reviewed->within >= 0) {
        buf_add(&html->line, view_text(view, "retold"));
        view_add_area(&html->line, view);
        html_line(html, "p", NULL);
    } else {
        if (view->reviewed->beside)
            buf_add(&html->line, view_text(view, "plan-document"));
        else
            view_add_kind(&html->line, view);
        html_line(html, "p", NULL);
        view_add_facts(&html->line, view);
        html_line(html, "p", "small");
        view_add_words(&html->line, view, view->document->path);
        buf_format(&html->line, " (%.*s …)", SHORT_HASH,
                   view->document->sha256);
        html_line(html, "p", "small");
    }
    html_end(html);
    html_end(html);
}

static void write_documents(struct dossier_page *page)
{
    struct html *html = page->html;

    start_table(html, NULL);
    column(html, "html-number");
    column(html, "html-document");
    start_body(html);
    for (size_t i = 0; i < page->dossier->document_count; i++)
        write_document(page, i);
    end_table(html);
}

/* The sign leads to its point, where there is one. */
static void write_cell(struct dossier_page *page,
                       const struct matrix_row *row, size_t index)
{
    struct html *html = page->html;
    const struct reviewed *reviewed = page->views[index].reviewed;

    html_start(html, "td", NULL);
    html->view = page->views[index];
    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];
        bool leads = result->point >= 0;

        if (result->criterion != row->criterion)
            continue;
        if (leads) {
            html_start(html, "a", NULL);
            html_point_id(html, "href", (size_t)result->point);
        }
        html_verdict(html, result->verdict, row->criterion->if_found,
                     HTML_SIGN);
        if (leads)
            html_end(html);
        if (result->evidence_count &&
            result->verdict != VERDICT_NOT_APPLICABLE)
            view_add_places(&html->line, &html->view,
                            &result->evidence[0].span, 1);
        if (html->line.length)
            html_line(html, "span", "place");
    }
    html_end(html);
}

static const struct family *family_of(const struct html *html,
                                      const struct criterion *criterion)
{
    const struct ruleset *ruleset = html->output->review->ruleset;

    for (size_t i = 0; i < ruleset->family_count; i++)
        if (str_equal(ruleset->families[i].id, criterion->family))
            return &ruleset->families[i];
    return NULL;
}

static void write_family(struct dossier_page *page,
                         const struct criterion *criterion)
{
    struct html *html = page->html;
    const struct family *family = family_of(html, criterion);
    char columns[24];

    if (family == NULL)
        return;
    html_start(html, "tr", "family");
    start_header(html, "colgroup");
    snprintf(columns, sizeof columns, "%zu",
             page->dossier->document_count + 2);
    xml_attribute_text(html->xml, "colspan", columns);
    xml_text(html->xml, saying_in(&family->title, html->output->language));
    html_end(html);
    html_end(html);
}

static void write_row(struct dossier_page *page, const struct matrix_row *row)
{
    struct html *html = page->html;

    html_start(html, "tr", NULL);
    start_header(html, "row");
    buf_add(&html->line,
            saying_in(&row->criterion->title, html->output->language));
    flush(html);
    buf_add(&html->line, row->criterion->id);
    html_line(html, "span", "place");
    html_end(html);
    for (size_t i = 0; i < page->dossier->document_count; i++)
        write_cell(page, row, i);
    html->view = page->views[0];
    html_start(html, "td", "own");
    html_end(html);
    html_end(html);
}

static void write_matrix(struct dossier_page *page)
{
    struct html *html = page->html;
    const struct dossier *dossier = page->dossier;
    struct str family = {0};

    if (dossier->row_count == 0)
        return;
    html_key(html, "h3", NULL, "audit-matrix");
    start_table(html, "matrix");
    column(html, "html-criterion");
    for (size_t i = 0; i < dossier->document_count; i++) {
        start_header(html, "col");
        xml_text(html->xml, page->views[i].reviewed->id);
        html_end(html);
    }
    column(html, "audit-own");
    start_body(html);
    for (size_t i = 0; i < dossier->row_count; i++) {
        if (!str_equal(family, dossier->rows[i].criterion->family))
            write_family(page, dossier->rows[i].criterion);
        family = dossier->rows[i].criterion->family;
        write_row(page, &dossier->rows[i]);
    }
    end_table(html);
    html_key(html, "p", "small", "html-legend");
}

static void write_evidence(struct dossier_page *page,
                           const struct cross *cross, size_t index)
{
    struct html *html = page->html;

    html_start(html, "td", NULL);
    for (size_t i = 0;
         index < cross->evidence_count && i < page->dossier->document_count;
         i++) {
        const struct cross_evidence *evidence = &cross->evidence[index];
        struct view *view = &page->views[i];

        if (page->dossier->documents[i] != evidence->document)
            continue;
        if (view_add_quote(&html->line, view, evidence->span, QUOTE))
            html_line(html, "p", NULL);
        buf_add(&html->line, view->reviewed->id);
        buf_add_byte(&html->line, ' ');
        view_add_where(&html->line, view, &evidence->span, 1);
        html_line(html, "p", "small");
    }
    html_end(html);
}

/* A heading and the head of a table: two places and what is seen. */
static void start_findings(struct html *html, struct str title,
                           const char *one, const char *other)
{
    html_start(html, "h3", NULL);
    xml_text(html->xml, title);
    html_end(html);
    start_table(html, "cross");
    column(html, one);
    column(html, other);
    column(html, "audit-observation");
    start_body(html);
}

static void write_finding(struct dossier_page *page,
                          const struct cross *cross)
{
    struct html *html = page->html;

    html_start(html, "tr", NULL);
    write_evidence(page, cross, 0);
    write_evidence(page, cross, 1);
    view_add_words(&html->line, &html->view, cross->message);
    html_line(html, "td", NULL);
    html_end(html);
}

static void write_cross(struct dossier_page *page, enum cross_kind kind)
{
    struct html *html = page->html;
    bool first = true;

    for (size_t i = 0; i < page->dossier->cross_count; i++) {
        const struct cross *cross = &page->dossier->cross[i];

        if (cross->kind != kind || cross_is_thread(cross))
            continue;
        if (first)
            start_findings(
                html,
                view_named(&html->view,
                           page->dossier->plan ? "plan-cross" : "cross-title",
                           cross_kind_name(kind)),
                "audit-one-place", "audit-other-place");
        first = false;
        write_finding(page, cross);
    }
    if (!first)
        end_table(html);
}

/* Goals and problems of the huvudman and its units, in text order. */
static void write_thread(struct dossier_page *page)
{
    struct html *html = page->html;
    bool first = true;

    for (size_t i = 0; i < page->dossier->cross_count; i++) {
        if (!cross_is_thread(&page->dossier->cross[i]))
            continue;
        if (first)
            start_findings(html, view_named(&html->view, "again", "title"),
                           "again-said", "again-taken-up");
        first = false;
        write_finding(page, &page->dossier->cross[i]);
    }
    if (!first)
        end_table(html);
}

static void write_coverage(struct dossier_page *page)
{
    struct html *html = page->html;
    const struct dossier *dossier = page->dossier;
    char numbers[2][24];
    struct text_value values[] = {{"compared", {0}}, {"figures", {0}}};

    snprintf(numbers[0], sizeof numbers[0], "%zu", dossier->compared);
    snprintf(numbers[1], sizeof numbers[1], "%zu", dossier->figures);
    values[0].value = str_from(numbers[0]);
    values[1].value = str_from(numbers[1]);
    texts_say(&html->line, html->output->texts, html->output->language,
              dossier->figures ? "audit-coverage" : "audit-no-figures",
              values, 2);
    html_line(html, "p", NULL);
}

static void write_dossier(struct html *html, const struct dossier *dossier)
{
    static const enum cross_kind order[] = {
        CROSS_CONTRADICTS, CROSS_UNANSWERED, CROSS_CANNOT_TELL, CROSS_AGREES,
        CROSS_REPEATED};
    struct arena *arena = arena_new();
    struct dossier_page page = {
        html, dossier,
        arena_alloc(arena,
                    (dossier->document_count + 1) * sizeof(struct view))};

    for (size_t i = 0; i < dossier->document_count; i++)
        view_open(&page.views[i], html->output,
                  &html->output->review->documents[dossier->documents[i]]);
    html->view = page.views[0];
    html_start(html, "section", NULL);
    if (dossier->plan) {
        html_key(html, "h2", NULL, "plan-title");
    } else if (dossier->huvudman.length) {
        unicode_add_inert(&html->line, dossier->huvudman);
        html_line(html, "h2", NULL);
    } else {
        html_key(html, "h2", NULL, "audit-unknown");
        html_key(html, "p", NULL, "audit-no-huvudman");
    }
    write_documents(&page);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        write_cross(&page, order[i]);
    write_thread(&page);
    if (!dossier->plan)
        write_coverage(&page);
    write_matrix(&page);
    html_end(html);
    for (size_t i = 0; i < dossier->document_count; i++)
        view_close(&page.views[i]);
    html->view = (struct view){.output = html->output};
    arena_free(arena);
}

/* A table around it all, as its foot stands on every printed page. */
static void start_sheet(struct html *html)
{
    html_start(html, "table", "sheet");
    xml_attribute_text(html->xml, "role", "presentation");
    html_start(html, "tfoot", NULL);
    html_start(html, "tr", NULL);
    html_key(html, "td", "small", "audit-footer");
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
    html_start(html, "tr", NULL);
    html_start(html, "td", NULL);
}

static void end_sheet(struct html *html)
{
    for (int i = 0; i < 4; i++)
        html_end(html);
}

void html_dossiers(struct html *html)
{
    const struct dossiers *dossiers = html->output->dossiers;

    if (dossiers == NULL || dossiers->count == 0)
        return;
    html->view = (struct view){.output = html->output};
    start_sheet(html);
    html_key(html, "h1", NULL,
             dossiers->items[0].plan ? "html-title" : "audit-title");
    for (size_t i = 0; i < dossiers->count; i++)
        write_dossier(html, &dossiers->items[i]);
    end_sheet(html);
}
