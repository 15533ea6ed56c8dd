/* write_csv - one row per result, for a spreadsheet. */
#include "output/view.h"
#include "output/writers.h"

#include <string.h>

/*
 * A byte order mark, semicolons and CR LF: what a Swedish Excel opens right.
 * Every cell is in quotes, and none begins with a character that makes a
 * spreadsheet take it for a formula.
 */
struct csv {
    struct buf *into;
    struct view view;
    bool first; /* in its row */
};

static void add_cell(struct csv *csv, struct str text)
{
    struct buf inert = {0};

    view_add_words(&inert, &csv->view, str_trim(text));
    buf_add_text(csv->into, csv->first ? "\"" : ";\"");
    if (inert.length && strchr("=+-@|%", inert.at[0]))
        buf_add_byte(csv->into, '\'');
    for (size_t i = 0; i < inert.length; i++) {
        if (inert.at[i] == '"')
            buf_add_byte(csv->into, '"');
        buf_add_byte(csv->into, inert.at[i]);
    }
    buf_add_byte(csv->into, '"');
    csv->first = false;
    buf_free(&inert);
}

static void end_row(struct csv *csv)
{
    buf_add_text(csv->into, "\r\n");
    csv->first = true;
}

static void write_head(struct csv *csv)
{
    static const char *const keys[] = {
        "csv-file",    "csv-document", "csv-answer",     "csv-criterion",
        "csv-name",    "csv-verdict",  "csv-severity",   "csv-confidence",
        "csv-message", "csv-fix",      "csv-quote",      "csv-place",
        "csv-law",     "csv-id",       "csv-judgement",
    };

    buf_add_text(csv->into, "\xef\xbb\xbf");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        add_cell(csv, view_text(&csv->view, keys[i]));
    end_row(csv);
}

static void add_where(struct csv *csv, const struct result *result)
{
    struct buf quote = {0}, place = {0};
    struct span span = {0, 0};

    if (result->evidence_count) {
        span = result->evidence[0].span;
        view_add_span(&quote, &csv->view, span);
    } else if (result->searched_count) {
        span = result->searched[0];
    }
    if (span.length)
        view_add_where(&place, &csv->view, &span, 1);
    add_cell(csv, buf_str(&quote));
    add_cell(csv, buf_str(&place));
    buf_free(&quote);
    buf_free(&place);
}

static void add_law(struct csv *csv, const struct criterion *criterion)
{
    struct buf law = {0};

    for (size_t i = 0; i < criterion->law_count; i++) {
        if (i)
            buf_add_text(&law, ", ");
        buf_add(&law, criterion->law[i]);
    }
    add_cell(csv, buf_str(&law));
    buf_free(&law);
}

static void write_row(struct csv *csv, const struct result *result)
{
    const struct reviewed *reviewed = csv->view.reviewed;
    const struct criterion *criterion = result->criterion;
    const char *answer = answer_name(reviewed->answer);
    const char *verdict = verdict_name(result->verdict);
    bool find = criterion->if_found && result->verdict <= VERDICT_NOT_MET;

    add_cell(csv, reviewed->document->path);
    add_cell(csv, reviewed->id);
    add_cell(csv, view_named(&csv->view, "answer-word",
                             answer ? answer : "none"));
    add_cell(csv, criterion->id);
    add_cell(csv,
             saying_in(&criterion->title, csv->view.output->language));
    add_cell(csv,
             view_named(&csv->view, find ? "found" : "verdict", verdict));
    add_cell(csv, view_named(&csv->view, "severity",
                             severity_name(result->severity)));
    add_cell(csv, view_named(&csv->view, "confidence",
                             confidence_name(result->confidence)));
    add_cell(csv,
             result->message.length ? result->message : result->reason);
    add_cell(csv, result->fix);
    add_where(csv, result);
    add_law(csv, criterion);
    add_cell(csv, str_from(result->id));
    add_cell(csv, result->disposition == DISPOSITION_OPEN ? STR("")
                                                          : result->reason);
    end_row(csv);
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct csv csv = {.into = into, .first = true, .view.output = output};

    (void)failure;
    write_head(&csv);
    for (size_t i = output->first; i < output->end; i++) {
        const struct reviewed *reviewed = &output->review->documents[i];

        view_open(&csv.view, output, reviewed);
        for (size_t j = 0; j < reviewed->result_count; j++)
            write_row(&csv, &reviewed->results[j]);
        view_close(&csv.view);
    }
    return true;
}

const struct writer writer_csv = {
    .name = "csv",
    .suffix = "csv",
    .write = write,
};
