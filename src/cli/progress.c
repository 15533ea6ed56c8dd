/* progress - how far a long run has come, on a terminal's standard error. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

static double since(const struct timespec *then)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - then->tv_sec) +
           (double)(now.tv_nsec - then->tv_nsec) / 1e9;
}

void progress_begin(struct progress *progress, const struct program *program,
                    size_t of)
{
    *progress = (struct progress){
        .program = program,
        .of = of,
        .wanted = isatty(STDERR_FILENO) && !program->options.quiet,
    };
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
    progress->last = progress->began;
}

static void show(struct progress *progress, double seconds)
{
    char done[24], of[24], rate[24], left[24];
    double per_second = (double)progress->done / seconds;
    char *text;

    snprintf(done, sizeof done, "%zu", progress->done);
    snprintf(of, sizeof of, "%zu", progress->of);
    snprintf(rate, sizeof rate, "%.0f", per_second);
    snprintf(left, sizeof left, "%.0f",
             (double)(progress->of - progress->done) / per_second);
    text = skollint_rules_say(
        progress->program->rules, "progress",
        (struct skollint_value[]){{"done", done},
                                  {"of", of},
                                  {"rate", rate},
                                  {"left", left}},
        4);
    fprintf(stderr, "\r\x1b[K%s", text);
    fflush(stderr);
    skollint_text_free(text);
    progress->shown = true;
}

void progress_step(struct progress *progress)
{
    double seconds;

    progress->done++;
    if (!progress->wanted || since(&progress->last) < 0.2)
        return;
    seconds = since(&progress->began);
    if (seconds < 1)
        return;
    clock_gettime(CLOCK_MONOTONIC, &progress->last);
    show(progress, seconds);
}

void progress_clear(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\x1b[K", stderr);
    progress->shown = false;
}
