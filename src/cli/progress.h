/*
 * progress - how far a long run has come, on a terminal's standard error.
 */
#ifndef SKOLLINT_CLI_PROGRESS_H
#define SKOLLINT_CLI_PROGRESS_H

#include "cli/program.h"

#include <time.h>

struct progress {
    const struct program *program;
    size_t done, of;
    bool wanted; /* a terminal, and not --quiet */
    bool shown;
    struct timespec began, last;
};

void progress_begin(struct progress *progress,
                    const struct program *program, size_t of);
/* One file more is done. Says something only after the first second. */
void progress_step(struct progress *progress);
/* Take the line away; call before anything else is written. */
void progress_clear(struct progress *progress);

#endif
