/*
 * content - a stretch of a document that is being built.
 *
 * The body is one, the headers that come before it are another, and so is
 * what stands in a text box until the paragraph around it is done. All spans
 * count from the start of the stretch; they move when stretches are joined.
 * For document/builder.c alone.
 */
#ifndef SKOLLINT_DOCUMENT_CONTENT_H
#define SKOLLINT_DOCUMENT_CONTENT_H

#include "base/buf.h"
#include "document/builder.h"

struct content {
    struct buf text;
    struct block *blocks;
    struct mark *marks;
    struct residue *residue;
    struct comment *comments;
    struct source_run *runs;
    size_t block_count, block_capacity;
    size_t mark_count, mark_capacity;
    size_t residue_count, residue_capacity;
    size_t comment_count, comment_capacity;
    size_t run_count, run_capacity;

    /* The block that is open, and where its own things begin. */
    struct block open;
    bool is_open;
    size_t open_run, open_mark;
    bool blank;          /* the next block stands after a blank */
    uint32_t run_points; /* code points the last run holds so far */
};

void content_add_block(struct content *content, struct block block);
void content_add_mark(struct content *content, struct mark mark);
void content_add_residue(struct content *content, struct residue residue);
void content_add_comment(struct content *content, struct comment comment);
void content_add_run(struct content *content, struct source_run run);

/* What builder_text does, in the open block. */
void content_add_text(struct content *content, struct str utf8,
                      struct source source);

/* Drop the white space at the end of the open block. */
void content_trim(struct content *content);

/* Put all of `more` after (or before) what is there, and empty it. */
void content_append(struct content *content, struct content *more);
void content_prepend(struct content *content, struct content *more);

/*
 * Bring the text of the open block into NFC. Every run, mark, residue and
 * comment in it follows; a run begins anew after each place that changed.
 */
void content_compose(struct content *content);

/* Hand everything over to the document, sorted by place, not copied. */
void content_move(struct content *content, struct document *document);

void content_free(struct content *content);

#endif
