/*
 * deliver - the answers out: to the screen, a file, a folder or beside.
 */
#ifndef SKOLLINT_CLI_DELIVER_H
#define SKOLLINT_CLI_DELIVER_H

#include "cli/files.h"
#include "cli/program.h"

/* The documents that one file gave: a decision retells accounts. */
struct delivered {
    const struct file *file;
    size_t first, end;
};

struct delivery {
    struct program *program;
    struct skollint_review *review;
    const struct files *inputs;
    struct delivered *items;
    size_t count;
    bool streams; /* to the screen, as it goes; what has changed since a
                     baseline is known only at the end */
    bool forgets; /* and what was written is needed no more */
    bool goes_on; /* something was written */
    char *table;  /* text: the lines of the closing table so far, or NULL */
    size_t table_length;
};

/* Whether formats and places go together; says why not. */
bool delivery_possible(struct program *program);

struct delivery delivery_begin(struct program *program,
                               struct skollint_review *review,
                               const struct files *inputs);

/* Note that a file gave the documents [first, end). */
void delivery_add(struct delivery *delivery, const struct file *file,
                  size_t first, size_t end);

/* Write the documents from `first` at once. */
void delivery_stream(struct delivery *delivery, size_t first);

/* Write all that is left to write, and free. */
void delivery_finish(struct delivery *delivery);

#endif
