/*
 * output - a review as bytes, in one of the formats of the writers table.
 *
 * A format is one file write_NAME.c and one row in writers.c. Writers are
 * pure: the same review and options give the same bytes. Personal data is
 * masked in all of them (output/view.h) unless the review was asked not to.
 */
#ifndef SKOLLINT_OUTPUT_OUTPUT_H
#define SKOLLINT_OUTPUT_OUTPUT_H

#include "base/buf.h"
#include "review/review.h"

struct dossiers;

struct output {
    const struct review *review;
    const struct dossiers *dossiers; /* of compare and audit, or NULL */
    const struct texts *texts;
    int language;      /* TEXTS_SV or TEXTS_EN */
    size_t first, end; /* the documents to write: [first, end) */
    bool whole;        /* all there is to write: also what closes it */
    size_t width;      /* code points in a line of text; 0 for 80 */
    bool colour;       /* escapes for a terminal, in text only */
    bool explain;      /* the evaluation behind each verdict too */
    bool brief;        /* text: only the answers */
    int exit_status;   /* what the program will end with */
    bool goes_on;      /* text: after documents that were written before */
    bool lines;        /* text: only the line each has in the closing table */
    const char *table; /* text: such lines of those written before */
    const char *version;
    struct str source; /* docx: the bytes of the file that was read */
};

struct writer {
    const char *name;   /* as in --format */
    const char *suffix; /* of the files it makes, without a dot */
    bool one_document;  /* holds one document; the others hold all */
    bool (*write)(struct buf *into, const struct output *output,
                  struct failure *failure);
};

/* The writer of that name, or NULL. */
const struct writer *writer_find(struct str name);

#endif
