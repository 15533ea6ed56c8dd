/* write_markdown - the report as Markdown, for a wiki or a case system. */
#include "output/markdown.h"
#include "output/writers.h"

#include <stdio.h>
#include <string.h>

enum { QUOTE = 400 };

/* Words as words: nothing in them is taken for markup or HTML. */
void markdown_plain(struct markdown *markdown, struct str text)
{
    struct buf *into = markdown->into;

    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        bool at_start =
            into->length == 0 || into->at[into->length - 1] == '\n' || i == 0;

        if (byte == '<')
            buf_add_text(into, "&lt;");
        else if (byte == '&')
            buf_add_text(into, "&amp;");
        else {
            if (strchr("\\`*_[]>#|~$!", byte) ||
                (at_start && strchr("+-=", byte)) ||
                ((byte == '.' || byte == ')') && i && i < 4 &&
                 text.at[i - 1] >= '0' && text.at[i - 1] <= '9'))
                buf_add_byte(into, '\\');
            buf_add_byte(into, byte);
        }
    }
}

void markdown_words(struct markdown *markdown, struct str words)
{
    struct buf inert = {0};

    view_add_words(&inert, &markdown->view, words);
    markdown_plain(markdown, buf_str(&inert));
    buf_free(&inert);
}

void markdown_key(struct markdown *markdown, const char *key)
{
    markdown_words(markdown, view_text(&markdown->view, key));
}

void markdown_raw(struct markdown *markdown, const char *text)
{
    buf_add_text(markdown->into, text);
}

static void add_quote(struct markdown *markdown, struct span place,
                      struct str told)
{
    struct buf quote = {0}, where = {0};

    if (!view_is_quoted(&markdown->view, told, place))
        view_add_quote(&quote, &markdown->view, place, QUOTE);
    view_add_where(&where, &markdown->view, &place, 1);
    if (quote.length || where.length) {
        markdown_raw(markdown, "> ");
        markdown_plain(markdown, buf_str(&quote));
        if (quote.length && where.length)
            markdown_raw(markdown, "  \n> ");
        markdown_plain(markdown, buf_str(&where));
        markdown_raw(markdown, "\n\n");
    }
    buf_free(&quote);
    buf_free(&where);
}

static void add_source(struct markdown *markdown, const struct point *point)
{
    for (size_t i = 0; i < point->result_count; i++) {
        const struct result *result =
            &markdown->view.reviewed->results[point->results[i]];

        markdown_raw(markdown, i ? ", " : "*");
        markdown_words(markdown, result->criterion->id);
    }
    if (point->result_count)
        markdown_raw(markdown, "*\n\n");
}

static void write_point(struct markdown *markdown, const struct point *point)
{
    struct buf title = {0};
    unsigned number = view_number(&markdown->view, point);

    markdown_raw(markdown, "### ");
    if (number)
        buf_format(markdown->into, "%u\\. ", number);
    view_add_title(&title, &markdown->view, point);
    markdown_plain(markdown, buf_str(&title));
    buf_free(&title);
    markdown_raw(markdown, " (");
    markdown_words(markdown, view_sign(&markdown->view, point->verdict));
    markdown_raw(markdown, " ");
    markdown_words(markdown, view_named(&markdown->view, "verdict",
                                        verdict_name(point->verdict)));
    markdown_raw(markdown, ")\n\n");
    markdown_words(markdown, point->message);
    markdown_raw(markdown, "\n\n");
    for (size_t i = 0; i < point->place_count && i < 4; i++)
        add_quote(markdown, point->places[i], point->message);
    if (point->advice.length) {
        markdown_words(markdown, point->advice);
        markdown_raw(markdown, "\n\n");
    }
    add_source(markdown, point);
}

static void write_group(struct markdown *markdown, enum group group)
{
    const struct reviewed *reviewed = markdown->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        if (view_group(&reviewed->points[i]) != group)
            continue;
        if (first) {
            markdown_raw(markdown, "## ");
            markdown_words(markdown, view_named(&markdown->view, "group",
                                                group_name(group)));
            markdown_raw(markdown, "\n\n");
        }
        first = false;
        write_point(markdown, &reviewed->points[i]);
    }
}

static void write_met(struct markdown *markdown)
{
    const struct reviewed *reviewed = markdown->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];

        if (result->verdict != VERDICT_MET)
            continue;
        if (first) {
            markdown_raw(markdown, "## ");
            markdown_key(markdown, "group-met");
            markdown_raw(markdown, "\n\n");
        }
        first = false;
        markdown_raw(markdown, "- ");
        markdown_words(markdown, saying_in(&result->criterion->title,
                                           markdown->output->language));
        markdown_raw(markdown, " (");
        markdown_words(markdown, result->criterion->id);
        markdown_raw(markdown, ")\n");
    }
    if (!first)
        markdown_raw(markdown, "\n");
}

/* What settings turned off or waived, or a person judged, and why. */
static void write_settled(struct markdown *markdown)
{
    const struct reviewed *reviewed = markdown->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        struct buf line = {0};

        if (reviewed->results[i].disposition == DISPOSITION_OPEN)
            continue;
        if (first) {
            markdown_raw(markdown, "## ");
            markdown_key(markdown, "settled-heading");
            markdown_raw(markdown, "\n\n");
        }
        first = false;
        markdown_raw(markdown, "- ");
        view_add_settled(&line, &markdown->view, &reviewed->results[i]);
        markdown_plain(markdown, buf_str(&line));
        markdown_raw(markdown, "\n");
        buf_free(&line);
    }
    if (!first)
        markdown_raw(markdown, "\n");
}

static void write_head(struct markdown *markdown)
{
    const struct view *view = &markdown->view;
    const struct reviewed *reviewed = view->reviewed;
    const char *answer = answer_name(reviewed->answer);
    struct buf text = {0}, reason = {0};

    markdown_raw(markdown, "# ");
    markdown_words(markdown, reviewed->document->path);
    if (reviewed->within >= 0) {
        markdown_raw(markdown, ", ");
        markdown_key(markdown, "retold");
    }
    markdown_raw(markdown, "\n\n");
    view_add_kind(&text, view);
    buf_add(&text, view_text(view, "separator"));
    view_add_facts(&text, view);
    markdown_plain(markdown, buf_str(&text));
    markdown_raw(markdown, "\n\n");
    if (answer) {
        markdown_raw(markdown, "**");
        markdown_key(markdown, "answer-question");
        markdown_raw(markdown, " ");
        markdown_words(markdown, view_named(view, "answer-word", answer));
        markdown_raw(markdown, ".** ");
    }
    view_add_reason(&reason, view);
    markdown_plain(markdown, buf_str(&reason));
    markdown_raw(markdown, "\n\n");
    buf_cut(&reason, 0);
    view_add_since(&reason, view);
    if (reason.length) {
        markdown_plain(markdown, buf_str(&reason));
        markdown_raw(markdown, "\n\n");
    }
    buf_free(&text);
    buf_free(&reason);
}

void markdown_put(struct markdown *markdown, struct buf *line)
{
    markdown_plain(markdown, buf_str(line));
    buf_cut(line, 0);
}

void markdown_heading(struct markdown *markdown, const char *marks,
                      struct buf *line)
{
    markdown_raw(markdown, marks);
    markdown_put(markdown, line);
    markdown_raw(markdown, "\n\n");
}

void markdown_add_quote(struct buf *line, struct view *view, struct span span)
{
    struct buf where = {0};

    view_add_quote(line, view, span, QUOTE);
    view_add_where(&where, view, &span, 1);
    if (where.length)
        buf_format(line, " (%.*s)", (int)where.length, where.at);
    buf_free(&where);
}

/* Compare and audit come before the documents they speak of. */
static void write_dossiers(struct markdown *markdown)
{
    const struct dossiers *dossiers = markdown->output->dossiers;

    for (size_t i = 0; dossiers && i < dossiers->comparison_count; i++)
        markdown_comparison(markdown, dossiers->comparisons[i]);
    for (size_t i = 0; dossiers && i < dossiers->count; i++)
        markdown_dossier(markdown, &dossiers->items[i]);
    markdown->view = (struct view){.output = markdown->output};
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct markdown markdown = {
        .output = output, .into = into, .view.output = output};

    (void)failure;
    if (output->whole)
        write_dossiers(&markdown);
    for (size_t i = output->first; i < output->end; i++) {
        if (output->review->documents[i].beside)
            continue;
        view_open(&markdown.view, output, &output->review->documents[i]);
        write_head(&markdown);
        for (enum group group = 0; group < GROUPS; group++)
            write_group(&markdown, group);
        write_settled(&markdown);
        write_met(&markdown);
        view_close(&markdown.view);
    }
    markdown.view = (struct view){.output = output};
    if (output->whole) {
        markdown_raw(&markdown, "---\n\n");
        markdown_key(&markdown, "footer");
        markdown_raw(&markdown, "\n");
    }
    return true;
}

const struct writer writer_markdown = {
    .name = "markdown",
    .suffix = "md",
    .write = write,
};
