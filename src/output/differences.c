/* differences - the verdicts that other rules change over documents. */
#include "output/differences.h"

#include "output/layout.h"
#include "output/view.h"

#include <stdio.h>

enum { WIDTH = 80, INDENT = 3 };

struct comparing {
    struct layout layout;
    struct buf line;
    struct view view;
    const struct output *output;
    bool headed; /* the document's name has been written */
    size_t changed, documents;
};

static const struct result *find_result(const struct reviewed *reviewed,
                                        struct str criterion)
{
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (str_equal(reviewed->results[i].criterion->id, criterion))
            return &reviewed->results[i];
    return NULL;
}

static const struct reviewed *find_document(const struct review *review,
                                            struct str id)
{
    for (size_t i = 0; i < review->document_count; i++)
        if (str_equal(review->documents[i].id, id))
            return &review->documents[i];
    return NULL;
}

static struct str verdict_word(const struct comparing *comparing,
                               const struct result *result)
{
    if (result == NULL)
        return view_text(&comparing->view, "difference-none");
    return view_named(&comparing->view, "verdict",
                      verdict_name(result->verdict));
}

static void write_head(struct comparing *comparing,
                       const struct reviewed *reviewed)
{
    if (comparing->headed)
        return;
    comparing->headed = true;
    comparing->documents++;
    if (comparing->layout.into->length)
        layout_blank(&comparing->layout);
    view_add_words(&comparing->line, &comparing->view,
                   reviewed->document->path);
    if (reviewed->within >= 0)
        buf_format(&comparing->line, " (%.*s)", (int)reviewed->id.length,
                   reviewed->id.at);
    layout_indented(&comparing->layout, 0,
                    (struct styled){buf_str(&comparing->line), STYLE_STRONG});
    buf_cut(&comparing->line, 0);
}

/* One of `before` and `after` may be NULL: there is no such criterion. */
static void write_change(struct comparing *comparing,
                         const struct reviewed *reviewed,
                         const struct result *before,
                         const struct result *after)
{
    const struct criterion *criterion =
        after ? after->criterion : before->criterion;

    if (before && after && before->verdict == after->verdict)
        return;
    write_head(comparing, reviewed);
    comparing->changed++;
    buf_add(&comparing->line, criterion->id);
    buf_add_text(&comparing->line, "  ");
    view_add_words(&comparing->line, &comparing->view,
                   saying_in(&criterion->title, comparing->output->language));
    buf_add_text(&comparing->line, ": ");
    buf_add(&comparing->line, verdict_word(comparing, before));
    buf_add_text(&comparing->line, " → ");
    buf_add(&comparing->line, verdict_word(comparing, after));
    layout_indented(&comparing->layout, INDENT,
                    (struct styled){buf_str(&comparing->line), STYLE_PLAIN});
    buf_cut(&comparing->line, 0);
}

static void compare(struct comparing *comparing,
                    const struct reviewed *before,
                    const struct reviewed *after)
{
    const struct reviewed *either = after ? after : before;

    comparing->headed = false;
    view_open(&comparing->view, comparing->output, either);
    for (size_t i = 0; before && i < before->result_count; i++) {
        const struct result *result = &before->results[i];

        write_change(comparing, either, result,
                     after ? find_result(after, result->criterion->id)
                           : NULL);
    }
    for (size_t i = 0; after && i < after->result_count; i++)
        if (before == NULL ||
            find_result(before, after->results[i].criterion->id) == NULL)
            write_change(comparing, either, NULL, &after->results[i]);
    view_close(&comparing->view);
}

static void write_count(struct comparing *comparing,
                        const struct review *after)
{
    char changed[24], documents[24], of[24];

    snprintf(changed, sizeof changed, "%zu", comparing->changed);
    snprintf(documents, sizeof documents, "%zu", comparing->documents);
    snprintf(of, sizeof of, "%zu", after->document_count);
    if (comparing->layout.into->length)
        layout_blank(&comparing->layout);
    texts_say(comparing->layout.into, comparing->output->texts,
              comparing->output->language, "differences",
              (struct text_value[]){{"changed", str_from(changed)},
                                    {"documents", str_from(documents)},
                                    {"of", str_from(of)}},
              3);
    buf_add_byte(comparing->layout.into, '\n');
}

size_t differences_write(struct buf *into, const struct output *output,
                         const struct review *before,
                         const struct review *after)
{
    struct comparing comparing = {.layout = {into, WIDTH, false},
                                  .view.output = output,
                                  .output = output};

    for (size_t i = 0; i < before->document_count; i++)
        compare(&comparing, &before->documents[i],
                find_document(after, before->documents[i].id));
    for (size_t i = 0; i < after->document_count; i++)
        if (find_document(before, after->documents[i].id) == NULL)
            compare(&comparing, NULL, &after->documents[i]);
    write_count(&comparing, after);
    buf_free(&comparing.line);
    return comparing.changed;
}
