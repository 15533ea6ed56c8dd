/* write_text - the report for a terminal: the answer, then what to do. */
#include "output/text_report.h"
#include "output/writers.h"

#include "base/unicode.h"
#include "dossier/dossiers.h"

#include <stdio.h>

enum { WIDTH = 80, INDENT = 5 };

static void add_key(struct text_report *text, const char *key)
{
    buf_add(&text->line, view_text(&text->view, key));
}

void text_flush(struct text_report *text, size_t indent, enum style style)
{
    layout_indented(&text->layout, indent,
                    (struct styled){buf_str(&text->line), style});
    buf_cut(&text->line, 0);
}

static void write_head(struct text_report *text)
{
    const struct reviewed *reviewed = text->view.reviewed;

    if (reviewed->within < 0) {
        unicode_add_inert(&text->line, text->view.document->path);
        text_flush(text, 0, STYLE_STRONG);
        view_add_kind(&text->line, &text->view);
    } else {
        add_key(text, "retold");
        view_add_area(&text->line, &text->view);
    }
    text_flush(text, 0, STYLE_PLAIN);
    view_add_facts(&text->line, &text->view);
    if (text->line.length)
        text_flush(text, 0, STYLE_PLAIN);
}

static enum style answer_style(enum answer answer)
{
    return answer == ANSWER_READY ? STYLE_GOOD : STYLE_WARM;
}

static void write_answer(struct text_report *text)
{
    const struct reviewed *reviewed = text->view.reviewed;
    struct buf lead = {0};

    layout_blank(&text->layout);
    if (reviewed->answer == ANSWER_NONE) {
        view_add_reason(&text->line, &text->view);
        buf_add_byte(&text->line, ' ');
        add_key(text, "decision-read");
        text_flush(text, 0, STYLE_PLAIN);
        return;
    }
    buf_add(&lead, view_text(&text->view, "answer-question"));
    buf_add_text(&lead, "   ");
    buf_add(&lead, view_named(&text->view, "answer-loud",
                              answer_name(reviewed->answer)));
    buf_add_text(&lead, ". ");
    view_add_reason(&text->line, &text->view);
    layout_text(&text->layout,
                (struct styled){buf_str(&lead),
                                answer_style(reviewed->answer)},
                INDENT, (struct styled){buf_str(&text->line), STYLE_PLAIN});
    buf_cut(&text->line, 0);
    buf_free(&lead);
}

static void add_part(struct text_report *text, const char *key, size_t count)
{
    if (count == 0)
        return;
    if (text->line.length)
        buf_add(&text->line, view_text(&text->view, "separator-wide"));
    view_add_count(&text->line, &text->view, key, count);
}

static void write_counts(struct text_report *text)
{
    const struct view *view = &text->view;

    layout_blank(&text->layout);
    for (enum group group = 0; group < GROUPS; group++) {
        char key[32];

        snprintf(key, sizeof key, "count-%s", group_name(group));
        add_part(text, key, view_count(view, group, NULL));
    }
    if (text->line.length == 0 && view->reviewed->answer == ANSWER_READY)
        add_key(text, "count-nothing");
    if (text->line.length)
        text_flush(text, 3, STYLE_PLAIN);
    add_part(text, "count-met", view_verdicts(view, VERDICT_MET));
    add_part(text, "count-not-applicable",
             view_verdicts(view, VERDICT_NOT_APPLICABLE));
    if (text->line.length)
        text_flush(text, 3, STYLE_FAINT);
    view_add_since(&text->line, view);
    if (text->line.length)
        text_flush(text, 3, STYLE_PLAIN);
}

/* What a person should know of the reading before trusting the rest. */
static void write_reading(struct text_report *text)
{
    const struct document *document = text->view.document;

    if (text->view.reviewed->within >= 0)
        return;
    for (size_t i = 0; i < document->problem_count; i++) {
        struct text_value detail = {"detail", document->problems[i].detail};
        struct buf words = {0};

        texts_fill(&words, view_text(&text->view, document->problems[i].key),
                   &detail, 1);
        view_add_words(&text->line, &text->view, buf_str(&words));
        buf_free(&words);
        text_flush(text, 3, STYLE_FAINT);
    }
}

/* What is not shown here, in one sentence, and where it is. */
static void write_folded(struct text_report *text)
{
    struct buf what = {0};

    for (enum group group = 0; group < GROUPS; group++) {
        size_t folded;
        char key[32];

        view_count(&text->view, group, &folded);
        if (folded == 0 || group == GROUP_LOOK) /* those are listed */
            continue;
        snprintf(key, sizeof key, "folded-%s", group_name(group));
        if (what.length)
            buf_add_text(&what, ", ");
        view_add_count(&what, &text->view, key, folded);
    }
    if (what.length == 0 && view_verdicts(&text->view, VERDICT_MET) == 0)
        return;
    texts_fill(&text->line, view_text(&text->view, "folded"),
               (struct text_value[]){{"what", buf_str(&what)}}, 1);
    buf_free(&what);
    layout_blank(&text->layout);
    text_flush(text, 0, STYLE_FAINT);
}

static void write_areas(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;
    struct styled bullet = {view_text(&text->view, "bullet"), STYLE_PLAIN};

    for (size_t i = 0; i < outline->area_count; i++) {
        const struct area *area = &outline->areas[i];

        view_add_words(&text->line, &text->view, area->name.text);
        if (area->rating) {
            buf_add_text(&text->line, ": ");
            buf_add(&text->line,
                    view_named(&text->view, "rating", area->rating));
        }
        if (area->outcome) {
            add_key(text, "separator");
            buf_add(&text->line,
                    view_named(&text->view, "outcome", area->outcome));
        }
        layout_text(&text->layout, bullet, INDENT,
                    (struct styled){buf_str(&text->line), STYLE_PLAIN});
        buf_cut(&text->line, 0);
    }
}

/* What settings turned off or waived, or a person judged, and why. */
static void write_settled(struct text_report *text)
{
    const struct reviewed *reviewed = text->view.reviewed;
    struct styled bullet = {view_text(&text->view, "bullet"), STYLE_PLAIN};
    bool first = true;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];

        if (result->disposition == DISPOSITION_OPEN)
            continue;
        if (first) {
            layout_blank(&text->layout);
            add_key(text, "settled");
            text_flush(text, 0, STYLE_STRONG);
            layout_blank(&text->layout);
        }
        first = false;
        view_add_settled(&text->line, &text->view, result);
        layout_text(&text->layout, bullet, INDENT,
                    (struct styled){buf_str(&text->line), STYLE_PLAIN});
        buf_cut(&text->line, 0);
    }
}

static void write_document(struct text_report *text)
{
    write_head(text);
    write_answer(text);
    write_reading(text);
    if (text->view.reviewed->answer == ANSWER_NONE) {
        write_areas(text);
        return;
    }
    write_counts(text);
    for (enum group group = 0; group < GROUPS; group++)
        text_group(text, group);
    write_settled(text);
    write_folded(text);
}

/* The decisions of a comparison: what they ask is told above. */
static bool is_beside(const struct output *output, size_t index)
{
    const struct reviewed *reviewed = &output->review->documents[index];

    return output->dossiers && output->dossiers->comparison_count &&
           str_equal(reviewed->within < 0
                         ? reviewed->outline->kind
                         : output->review->documents[reviewed->within]
                               .outline->kind,
                     STR("beslut"));
}

/* Whether something stands above what is written next. */
static bool has_begun(const struct text_report *text)
{
    return text->output->goes_on || text->layout.into->length;
}

static void each(struct text_report *text,
                 void (*write)(struct text_report *text))
{
    const struct output *output = text->output;

    for (size_t i = output->first; i < output->end; i++) {
        if (output->review->documents[i].beside ||
            (write == write_document && is_beside(output, i)))
            continue;
        if (write == write_document && has_begun(text))
            buf_add_text(text->layout.into, "\n\n");
        view_open(&text->view, output, &output->review->documents[i]);
        write(text);
        view_close(&text->view);
    }
}

static void write_skipped(struct text_report *text)
{
    const struct review *review = text->output->review;

    for (size_t i = 0; i < review->skipped_count; i++) {
        const struct skipped *skipped = &review->skipped[i];
        struct buf why = {0};

        texts_failure(&why, text->output->texts, text->output->language,
                      &skipped->why);
        if (i == 0) {
            if (has_begun(text))
                layout_blank(&text->layout);
            add_key(text, "skipped");
            text_flush(text, 0, STYLE_STRONG);
        }
        unicode_add_inert(&text->line, skipped->path);
        buf_add_text(&text->line, ": ");
        unicode_add_inert(&text->line, buf_str(&why));
        text_flush(text, 3, STYLE_PLAIN);
        buf_free(&why);
    }
}

static bool several_files(const struct review *review)
{
    size_t count = 0;

    for (size_t i = 0; i < review->document_count; i++)
        count += review->documents[i].within < 0 &&
                 !review->documents[i].beside;
    return count > 1;
}

static void write_end(struct text_report *text)
{
    const struct review *review = text->output->review;

    if (several_files(review)) {
        buf_add_text(text->layout.into, "\n\n");
        text_summary_head(text);
        buf_add_text(text->layout.into, text->output->table);
        each(text, text_summary_line);
    }
    write_skipped(text);
    layout_blank(&text->layout);
    add_key(text, "footer");
    text_flush(text, 0, STYLE_FAINT);
}

/* The matrix of an audit says what the documents would one by one. */
static bool has_matrix(const struct output *output)
{
    return output->whole && output->dossiers && output->dossiers->count &&
           !output->dossiers->items[0].plan;
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct text_report text = {
        .output = output,
        .layout = {into, output->width ? output->width : WIDTH,
                   output->colour},
        .view = {.output = output},
    };

    (void)failure;
    if (output->whole) {
        text_comparisons(&text);
        if (has_matrix(output))
            text_dossiers(&text);
    }
    if (output->brief || output->lines)
        each(&text, text_summary_line);
    else if (!has_matrix(output))
        each(&text, write_document);
    if (output->whole && !has_matrix(output))
        text_dossiers(&text);
    if (output->whole && !output->brief)
        write_end(&text);
    buf_free(&text.line);
    return true;
}

const struct writer writer_text = {
    .name = "text",
    .suffix = "txt",
    .write = write,
};
