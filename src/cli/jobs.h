/*
 * jobs - files read and judged by several threads, handed over in order.
 */
#ifndef SKOLLINT_CLI_JOBS_H
#define SKOLLINT_CLI_JOBS_H

#include "cli/beside.h"

struct jobs_task {
    const struct skollint_rules *rules;
    const struct skollint_options *options;
    const struct files *files;
    unsigned threads; /* 1 starts none */
    struct pdf_how pdf; /* a file alone; several share the programs */
    const struct beside *with; /* enclosures of each file, or NULL */
    size_t bare;               /* so many first files have none */
};

/*
 * Called in the order of the files, in the caller's thread: the file's own
 * review, which the callee takes over, or NULL and why it was not read.
 */
typedef void (*jobs_done)(void *context, const struct file *file,
                          struct skollint_review *review,
                          const struct skollint_error *why);

void jobs_run(const struct jobs_task *task, jobs_done done, void *context);

#endif
