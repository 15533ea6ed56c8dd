/* check - judge files one by one and give the answer in the formats asked. */
#include "cli/beside.h"
#include "cli/deliver.h"
#include "cli/inputs.h"
#include "cli/jobs.h"
#include "cli/precedents.h"
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct check {
    struct program *program;
    struct skollint_review *review;
    struct progress progress;
    struct delivery delivery;
    size_t written; /* documents already written as they came */
    size_t decisions_read; /* of compare, that could be */
};

/* What one file added to the review, in the order of the files. */
static void done(void *context, const struct file *file,
                 struct skollint_review *review,
                 const struct skollint_error *why)
{
    struct check *check = context;
    size_t before = skollint_review_count(check->review);

    progress_step(&check->progress);
    if (review == NULL) {
        if (file->named) {
            progress_clear(&check->progress);
            program_complain(check->program, file->path, why);
            program_raise(check->program, STATUS_UNREADABLE);
        }
        skollint_review_skip(check->review, file->path, why, file->named);
        return;
    }
    if ((size_t)(file - check->program->inputs.items) <
        check->program->decisions)
        check->decisions_read++;
    skollint_review_take(check->review, review);
    delivery_add(&check->delivery, file, before,
                 skollint_review_count(check->review));
    if (check->delivery.streams) {
        progress_clear(&check->progress);
        delivery_stream(&check->delivery, before);
    }
}

static unsigned threads(const struct options *options)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (options->jobs)
        return options->jobs;
    return processors < 1 ? 1 : (unsigned)processors;
}

/* Exceptions that have expired and settings that nothing needed. */
static void tell_settings(const struct check *check)
{
    char *text = skollint_review_settings(check->review);

    fputs(text, stderr);
    skollint_text_free(text);
}

static unsigned long long nanoseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (unsigned long long)now.tv_sec * 1000000000ULL +
           (unsigned long long)now.tv_nsec;
}

/* With --time: the rules that took longest. */
static void tell_times(const struct check *check)
{
    char *text = skollint_review_times(check->review);

    fputs(text, stderr);
    skollint_text_free(text);
}

static void compare_with_earlier(struct check *check)
{
    struct program *program = check->program;
    struct skollint_error why;
    struct bytes bytes;
    bool right;

    if (program->options.baseline == NULL)
        return;
    right = bytes_read(&bytes, program->options.baseline, &why);
    if (right) {
        right = skollint_review_baseline(check->review, bytes.at,
                                         bytes.length, &why);
        free(bytes.at);
    }
    if (right)
        return;
    program_complain(program, program->options.baseline, &why);
    program_raise(program, STATUS_USAGE);
}

/* What compare and audit do once all documents are judged. */
static void look_across(struct check *check)
{
    struct program *program = check->program;
    struct skollint_store *store = NULL;

    if (program->options.command == COMMAND_AUDIT)
        skollint_review_audit(check->review, program->options.huvudman);
    beside_plan(program, check->review);
    if (program->options.command != COMMAND_COMPARE)
        return;
    if (program->options.store)
        store = precedents_open(program, STORE_MUST_BE);
    skollint_review_compare(check->review, check->decisions_read, store);
    skollint_store_close(store);
}

static void judge_all(struct check *check,
                      const struct skollint_options *options)
{
    struct program *program = check->program;
    struct jobs_task task = {program->rules, options, &program->inputs,
                             threads(&program->options),
                             pdf_how(program->options.ocr,
                                     program->options.jobs),
                             &program->options.with, program->decisions};
    int status;

    check->delivery = delivery_begin(program, check->review, &program->inputs);
    progress_begin(&check->progress, program, program->inputs.count);
    jobs_run(&task, done, check);
    progress_clear(&check->progress);
    compare_with_earlier(check);
    look_across(check);
    tell_settings(check);
    status = skollint_review_status(check->review,
                                    program->options.fail_on
                                        ? program->options.fail_on
                                        : "must");
    if (skollint_review_count(check->review) == 0 && program->status == 0)
        program_complain_key(program, NULL, "nothing-judged", "");
    program_raise(program, status);
    delivery_finish(&check->delivery);
    tell_times(check);
}

static bool fail_on_is_right(struct program *program,
                             const struct skollint_review *review)
{
    const char *fail_on = program->options.fail_on;

    if (fail_on == NULL || skollint_review_status(review, fail_on) >= 0)
        return true;
    program_complain_key(program, NULL, "usage-fail-on", fail_on);
    program_raise(program, STATUS_USAGE);
    return false;
}

static bool has_decision(struct program *program)
{
    if (program->options.command != COMMAND_COMPARE ||
        program->options.decisions.count)
        return true;
    program_complain_key(program, NULL, "usage-decision", "");
    program_raise(program, STATUS_USAGE);
    return false;
}

void command_check(struct program *program)
{
    const struct options *options = &program->options;
    struct check check = {.program = program};
    struct skollint_options wanted = {
        .today = program->today,
        .date = options->date,
        .profile = options->profile,
        .show_personal_data = options->show_personal_data,
        .explain = options->explain,
        .clock = options->time ? nanoseconds : NULL,
    };
    struct skollint_error why;
    struct skollint_asked *asked = NULL;

    if (has_decision(program) && inputs_are_there(program) &&
        beside_is_clear(program))
        wanted.asked = asked = beside_asked(program);
    check.review = skollint_review_new(program->rules, &wanted, &why);
    if (check.review == NULL) {
        program_complain(program, NULL, &why);
        program_raise(program, STATUS_USAGE);
    } else if (program->status < STATUS_USAGE && delivery_possible(program) &&
               fail_on_is_right(program, check.review) &&
               program->inputs.count) {
        judge_all(&check, &wanted);
    }
    skollint_review_free(check.review);
    skollint_asked_free(asked);
}
