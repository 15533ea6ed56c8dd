/*
 * markdown - the report as Markdown while it is written; for output/
 * *markdown*.c only.
 */
#ifndef SKOLLINT_OUTPUT_MARKDOWN_H
#define SKOLLINT_OUTPUT_MARKDOWN_H

#include "dossier/dossiers.h"
#include "output/view.h"

struct markdown {
    const struct output *output;
    struct buf *into;
    struct view view;
};

/* Words as words: nothing in them is taken for markup or HTML. */
void markdown_plain(struct markdown *markdown, struct str text);

/* The same, with what is personal masked. */
void markdown_words(struct markdown *markdown, struct str words);

/* A text of the frame. */
void markdown_key(struct markdown *markdown, const char *key);

/* Markup. */
void markdown_raw(struct markdown *markdown, const char *text);

/* What was put together as words; the line is empty after. */
void markdown_put(struct markdown *markdown, struct buf *line);

/* The same, after the marks and with an empty line below. */
void markdown_heading(struct markdown *markdown, const char *marks,
                      struct buf *line);

/* "”quote” (rad 11)" */
void markdown_add_quote(struct buf *line, struct view *view,
                        struct span span);

/* What compare found, and audit, before the documents. */
void markdown_comparison(struct markdown *markdown,
                         const struct comparison *comparison);
void markdown_dossier(struct markdown *markdown,
                      const struct dossier *dossier);

#endif
