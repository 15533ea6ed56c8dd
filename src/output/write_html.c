/* write_html - one page that stands alone: to read, to print, to hand on. */
#include "output/html.h"
#include "output/writers.h"

#include <stdio.h>

static void open_view(struct html *html, size_t index)
{
    view_open(&html->view, html->output,
              &html->output->review->documents[index]);
}

static void write_title(struct html *html)
{
    const struct output *output = html->output;

    if (output->end - output->first == 1 || html->heading == 1) {
        view_add_words(&html->line, &html->view,
                       html->view.document->path);
        buf_add(&html->line, view_text(&html->view, "separator"));
    }
    buf_add(&html->line, view_text(&html->view, "html-title"));
    html_line(html, "title", NULL);
}

static void write_head(struct html *html)
{
    const struct review_options *options = &html->output->review->options;

    xml_start(html->xml, "html");
    xml_attribute_text(html->xml, "lang", options->language);
    xml_start(html->xml, "head");
    xml_start(html->xml, "meta");
    xml_attribute_text(html->xml, "charset", "utf-8");
    xml_end(html->xml);
    xml_start(html->xml, "meta");
    xml_attribute_text(html->xml, "name", "viewport");
    xml_attribute_text(html->xml, "content",
                       "width=device-width, initial-scale=1");
    xml_end(html->xml);
    xml_start(html->xml, "meta");
    xml_attribute_text(html->xml, "http-equiv", "Content-Security-Policy");
    xml_attribute_text(html->xml, "content",
                       "default-src 'none'; style-src 'unsafe-inline'");
    xml_end(html->xml);
    write_title(html);
    xml_start(html->xml, "style");
    for (size_t i = 0; html_style[i]; i++)
        xml_raw(html->xml, html_style[i]);
    xml_end(html->xml);
    xml_end(html->xml);
}

static void write_top(struct html *html)
{
    char date[DATE_TEXT];

    html_start(html, "p", "top");
    html_key(html, "span", NULL, "html-title");
    html_start(html, "span", NULL);
    buf_add(&html->line, view_text(&html->view, "html-draft"));
    buf_add(&html->line, view_text(&html->view, "separator"));
    buf_add_text(&html->line,
                 date_print(html->output->review->options.today, date));
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_end(html);
}

static void add_anchor(struct buf *into, const struct reviewed *reviewed,
                       const char *before)
{
    buf_add_text(into, before);
    buf_add(into, reviewed->id);
}

static void start_column(struct html *html, struct str text)
{
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "col");
    xml_text(html->xml, text);
    html_end(html);
}

static void write_index_row(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    const char *answer = answer_name(reviewed->answer);
    static const enum group groups[] = {GROUP_FIRST, GROUP_STRENGTHEN,
                                        GROUP_LOOK};
    struct buf href = {0};

    html_start(html, "tr", NULL);
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "row");
    html_start(html, "a", NULL);
    add_anchor(&href, reviewed, "#");
    xml_attribute(html->xml, "href", buf_str(&href));
    buf_free(&href);
    view_add_name(&html->line, &html->view);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    xml_text(html->xml, STR(" "));
    html_start(html, "span", "small");
    xml_text(html->xml, reviewed->id);
    html_end(html);
    html_end(html);
    html_start(html, "td", NULL);
    xml_text(html->xml, view_named(&html->view, "answer-word",
                                   answer ? answer : "none"));
    html_end(html);
    for (size_t i = 0; i < 3; i++) {
        buf_format(&html->line, "%zu",
                   view_count(&html->view, groups[i], NULL));
        html_line(html, "td", NULL);
    }
    html_end(html);
}

static void each(struct html *html, void (*write)(struct html *html))
{
    for (size_t i = html->output->first; i < html->output->end; i++) {
        if (html->output->review->documents[i].beside)
            continue;
        open_view(html, i);
        write(html);
        view_close(&html->view);
    }
}

static void write_index(struct html *html)
{
    open_view(html, html->output->first);
    html_key(html, html->output->dossiers ? "h2" : "h1", NULL, "html-index");
    html_start(html, "div", "scroll");
    xml_attribute_text(html->xml, "tabindex", "0");
    html_start(html, "table", NULL);
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    start_column(html, view_text(&html->view, "html-document"));
    start_column(html, view_text(&html->view, "answer-question"));
    start_column(html, view_text(&html->view, "group-first"));
    start_column(html, view_text(&html->view, "group-strengthen"));
    start_column(html, view_text(&html->view, "group-look"));
    html_end(html);
    html_end(html);
    view_close(&html->view);
    html_start(html, "tbody", NULL);
    each(html, write_index_row);
    html_end(html);
    html_end(html);
    html_end(html);
}

static void write_matrix_row(struct html *html,
                             const struct criterion *criterion)
{
    const struct output *output = html->output;

    html_start(html, "tr", NULL);
    html_start(html, "th", NULL);
    xml_attribute_text(html->xml, "scope", "row");
    buf_add(&html->line, criterion->id);
    buf_add_byte(&html->line, ' ');
    buf_add(&html->line, saying_in(&criterion->title, output->language));
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    for (size_t i = output->first; i < output->end; i++) {
        const struct reviewed *reviewed = &output->review->documents[i];

        html_start(html, "td", NULL);
        html->view.reviewed = reviewed;
        for (size_t j = 0; j < reviewed->result_count; j++) {
            const struct result *result = &reviewed->results[j];

            if (result->criterion != criterion)
                continue;
            if (result->point >= 0) {
                html_start(html, "a", NULL);
                html_point_id(html, "href", (size_t)result->point);
            }
            html_verdict(html, result->verdict, criterion->if_found,
                         HTML_SIGN);
            if (result->point >= 0)
                html_end(html);
        }
        html_end(html);
    }
    html_end(html);
}

static void write_matrix(struct html *html)
{
    const struct output *output = html->output;
    const struct ruleset *ruleset = output->review->ruleset;

    open_view(html, output->first);
    html_start(html, "section", NULL);
    html_key(html, "h2", NULL, "html-matrix");
    html_key(html, "p", "small", "html-legend");
    html_start(html, "div", "scroll");
    xml_attribute_text(html->xml, "tabindex", "0");
    html_start(html, "table", "matrix");
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    start_column(html, view_text(&html->view, "html-criterion"));
    for (size_t i = output->first; i < output->end; i++)
        start_column(html, output->review->documents[i].id);
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < ruleset->criterion_count; i++)
        write_matrix_row(html, &ruleset->criteria[i]);
    html_end(html);
    html_end(html);
    html_end(html);
    html_end(html);
    html->view.reviewed = &output->review->documents[output->first];
    view_close(&html->view);
}

static void write_one(struct html *html)
{
    struct buf id = {0};

    html_start(html, "div", NULL);
    add_anchor(&id, html->view.reviewed, "");
    xml_attribute(html->xml, "id", buf_str(&id));
    buf_free(&id);
    html_document(html);
    html_end(html);
}

static void write_skipped(struct html *html)
{
    const struct review *review = html->output->review;

    for (size_t i = 0; i < review->skipped_count; i++) {
        if (i == 0) {
            html_key(html, "h2", NULL, "skipped");
            html_start(html, "ul", NULL);
        }
        buf_add(&html->line, review->skipped[i].path);
        buf_add_text(&html->line, ": ");
        texts_failure(&html->line, html->output->texts,
                      html->output->language, &review->skipped[i].why);
        html_line(html, "li", NULL);
    }
    if (review->skipped_count)
        html_end(html);
}

static size_t whole_documents(const struct output *output)
{
    size_t count = 0;

    for (size_t i = output->first; i < output->end; i++)
        count += output->review->documents[i].within < 0 &&
                 !output->review->documents[i].beside;
    return count;
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct html html = {.output = output,
                        .xml = xml_writer_new(into, XML_HTML)};
    bool several = whole_documents(output) > 1;
    bool across = output->whole && output->dossiers;

    (void)failure;
    html.heading = several || across ? 2 : 1;
    html.view.output = output;
    if (output->first < output->end)
        open_view(&html, output->first);
    write_head(&html);
    xml_start(html.xml, "body");
    xml_start(html.xml, "main");
    write_top(&html);
    if (output->first < output->end)
        view_close(&html.view);
    if (across) {
        html_comparisons(&html);
        html_dossiers(&html);
    }
    if (several)
        write_index(&html);
    each(&html, write_one);
    if (several && !across)
        write_matrix(&html);
    html.view = (struct view){.output = output};
    write_skipped(&html);
    html_start(&html, "footer", NULL);
    html_key(&html, "p", NULL, "html-footer");
    xml_finish(html.xml);
    buf_add_byte(into, '\n');
    buf_free(&html.line);
    return true;
}

const struct writer writer_html = {
    .name = "html",
    .suffix = "html",
    .write = write,
};
