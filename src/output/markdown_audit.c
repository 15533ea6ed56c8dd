/* markdown_audit - documents that belong together, as Markdown. */
#include "output/markdown.h"

#include "base/unicode.h"

static const struct reviewed *document_of(const struct markdown *markdown,
                                          const struct dossier *dossier,
                                          size_t index)
{
    return &markdown->output->review->documents[dossier->documents[index]];
}

static void write_documents(struct markdown *markdown,
                            const struct dossier *dossier)
{
    struct buf line = {0};

    for (size_t i = 0; i < dossier->document_count; i++) {
        const struct reviewed *reviewed = document_of(markdown, dossier, i);

        view_open(&markdown->view, markdown->output, reviewed);
        buf_add(&line, reviewed->id);
        buf_add_text(&line, " ");
        if (reviewed->within < 0)
            unicode_add_inert(&line, reviewed->document->path);
        else
            buf_add(&line, view_text(&markdown->view, "retold"));
        buf_add(&line, view_text(&markdown->view, "separator"));
        view_add_kind(&line, &markdown->view);
        markdown_raw(markdown, "- ");
        markdown_put(markdown, &line);
        markdown_raw(markdown, "\n");
        view_close(&markdown->view);
    }
    markdown_raw(markdown, "\n");
    buf_free(&line);
}

static void write_finding(struct markdown *markdown,
                          const struct cross *cross)
{
    struct buf line = {0};

    markdown_raw(markdown, "- ");
    unicode_add_inert(&line, cross->message);
    markdown_put(markdown, &line);
    for (size_t i = 0; i < cross->evidence_count; i++) {
        const struct cross_evidence *evidence = &cross->evidence[i];
        const struct reviewed *reviewed =
            &markdown->output->review->documents[evidence->document];

        view_open(&markdown->view, markdown->output, reviewed);
        buf_add(&line, reviewed->id);
        buf_add_text(&line, " ");
        markdown_add_quote(&line, &markdown->view, evidence->span);
        markdown_raw(markdown, "  \n  ");
        markdown_put(markdown, &line);
        view_close(&markdown->view);
    }
    markdown_raw(markdown, "\n");
    buf_free(&line);
}

/* The findings of one kind, or those of the thread, under their heading. */
static void write_findings(struct markdown *markdown,
                           const struct dossier *dossier,
                           enum cross_kind kind, bool thread)
{
    struct view frame = {.output = markdown->output};
    struct buf line = {0};
    bool first = true;

    for (size_t i = 0; i < dossier->cross_count; i++) {
        const struct cross *cross = &dossier->cross[i];

        if (cross_is_thread(cross) != thread ||
            (!thread && cross->kind != kind))
            continue;
        if (first) {
            buf_add(&line, thread ? view_text(&frame, "again-title")
                                  : view_named(&frame,
                                               dossier->plan ? "plan-cross"
                                                             : "cross-title",
                                               cross_kind_name(kind)));
            markdown_heading(markdown, "## ", &line);
        }
        first = false;
        write_finding(markdown, cross);
    }
    if (!first)
        markdown_raw(markdown, "\n");
    buf_free(&line);
}

/* "- Orsaker till resultaten: d1 ●, d2 ◐" */
static void write_matrix(struct markdown *markdown,
                         const struct dossier *dossier)
{
    struct view frame = {.output = markdown->output};
    struct buf line = {0};

    buf_add(&line, view_text(&frame, "audit-matrix"));
    markdown_heading(markdown, "## ", &line);
    for (size_t i = 0; i < dossier->row_count; i++) {
        const struct matrix_row *row = &dossier->rows[i];
        bool first = true;

        buf_add(&line, saying_in(&row->criterion->title,
                                 markdown->output->language));
        for (size_t j = 0; j < dossier->document_count; j++) {
            if (row->verdicts[j] < 0)
                continue;
            buf_add_text(&line, first ? ": " : ", ");
            first = false;
            buf_add(&line, document_of(markdown, dossier, j)->id);
            buf_add_byte(&line, ' ');
            buf_add(&line,
                    view_named(&frame, "sign",
                               verdict_name((enum verdict)row->verdicts[j])));
        }
        markdown_raw(markdown, "- ");
        markdown_put(markdown, &line);
        markdown_raw(markdown, "\n");
    }
    markdown_raw(markdown, "\n");
    buf_add(&line, view_text(&frame, "audit-legend"));
    markdown_heading(markdown, "", &line);
    buf_free(&line);
}

static void write_coverage(struct markdown *markdown,
                           const struct dossier *dossier)
{
    struct buf line = {0}, numbers[2] = {0};
    struct text_value values[] = {{"compared", {0}}, {"figures", {0}}};

    buf_format(&numbers[0], "%zu", dossier->compared);
    buf_format(&numbers[1], "%zu", dossier->figures);
    values[0].value = buf_str(&numbers[0]);
    values[1].value = buf_str(&numbers[1]);
    texts_say(&line, markdown->output->texts, markdown->output->language,
              dossier->figures ? "audit-coverage" : "audit-no-figures",
              values, 2);
    markdown_heading(markdown, "", &line);
    buf_free(&line);
    buf_free(&numbers[0]);
    buf_free(&numbers[1]);
}

void markdown_dossier(struct markdown *markdown,
                      const struct dossier *dossier)
{
    static const enum cross_kind order[] = {
        CROSS_CONTRADICTS, CROSS_UNANSWERED, CROSS_CANNOT_TELL, CROSS_AGREES,
        CROSS_REPEATED};
    struct view frame = {.output = markdown->output};
    struct buf line = {0};

    if (!dossier->plan && dossier->huvudman.length)
        unicode_add_inert(&line, dossier->huvudman);
    else
        buf_add(&line, view_text(&frame, dossier->plan ? "plan-title"
                                                       : "audit-unknown"));
    markdown_heading(markdown, "# ", &line);
    write_documents(markdown, dossier);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        write_findings(markdown, dossier, order[i], false);
    write_findings(markdown, dossier, CROSS_AGREES, true);
    if (!dossier->plan) {
        write_coverage(markdown, dossier);
        write_matrix(markdown, dossier);
    }
    buf_add(&line, view_text(&frame, "audit-footer"));
    markdown_heading(markdown, "", &line);
    buf_free(&line);
}
