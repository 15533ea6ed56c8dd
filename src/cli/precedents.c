/* precedents - import, list, search, agree and remove earlier decisions. */
#include "cli/precedents.h"

#include "cli/ends.h"
#include "cli/jobs.h"
#include "cli/progress.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_AT_ONCE = 64, THREADS = 2 };

struct import {
    struct program *program;
    struct skollint_store *store;
    struct skollint_review *review; /* judged, not kept yet */
    struct skollint_options options;
    struct skollint_added total;
    struct files files;
    struct progress progress;
    size_t waiting;
};

static void usage(struct program *program, const char *key,
                  const char *detail)
{
    program_complain_key(program, NULL, key, detail);
    program_raise(program, STATUS_USAGE);
}

/* Make the file, and keep others from reading what is in it. */
static bool make_private(struct program *program, const char *path,
                         enum store_make make)
{
    int file = open(path,
                    O_RDWR | O_CLOEXEC | O_NOFOLLOW |
                        (make == STORE_MAKE ? O_CREAT : 0),
                    S_IRUSR | S_IWUSR);

    if (file < 0 || fchmod(file, S_IRUSR | S_IWUSR) != 0) {
        program_complain_key(
            program, path,
            make == STORE_MAKE ? "store-not-made" : "store-no-access", "");
        program_raise(program, STATUS_USAGE);
        if (file >= 0)
            close(file);
        return false;
    }
    close(file);
    return true;
}

struct skollint_store *precedents_open(struct program *program,
                                       enum store_make make)
{
    const char *path = program->options.store;
    struct skollint_store *store;
    struct skollint_error why;

    if (path == NULL) {
        usage(program, "usage-store", "");
        return NULL;
    }
    if (!make_private(program, path, make))
        return NULL;
    ends_hold();
    store = skollint_store_open(program->rules, path, &why);
    ends_let();
    if (store == NULL) {
        program_complain(program, path, &why);
        program_raise(program, STATUS_USAGE);
    }
    return store;
}

static void new_review(struct import *import)
{
    struct skollint_error why;

    import->waiting = 0;
    import->review =
        skollint_review_new(import->program->rules, &import->options, &why);
}

/*
 * Keep what is waiting: so many at a time, whole or not at all. Who stops
 * the program stops it between them, so that no journal is left.
 */
static void keep(struct import *import)
{
    struct skollint_added added;
    struct skollint_error why;
    bool kept;

    if (import->review == NULL || import->waiting == 0)
        return;
    ends_hold();
    kept = skollint_store_add(import->store, import->review, &added, &why);
    ends_let();
    if (kept) {
        import->total.added += added.added;
        import->total.known += added.known;
        import->total.renewed += added.renewed;
        import->total.none += added.none;
    } else {
        progress_clear(&import->progress);
        program_complain(import->program, import->program->options.store,
                         &why);
        program_raise(import->program, STATUS_USAGE);
    }
    skollint_review_free(import->review);
    new_review(import);
}

static void done(void *context, const struct file *file,
                 struct skollint_review *review,
                 const struct skollint_error *why)
{
    struct import *import = context;

    progress_step(&import->progress);
    if (review == NULL) {
        progress_clear(&import->progress);
        program_complain(import->program, file->path, why);
        if (file->named)
            program_raise(import->program, STATUS_UNREADABLE);
        return;
    }
    if (import->review == NULL || import->program->status == STATUS_USAGE) {
        skollint_review_free(review);
        return;
    }
    skollint_review_take(import->review, review);
    if (++import->waiting >= FILES_AT_ONCE)
        keep(import);
}

static void complain(void *context, const char *path,
                     const struct skollint_error *why)
{
    program_complain(context, path, why);
    program_raise(context, STATUS_UNREADABLE);
}

static void say_total(struct import *import)
{
    char numbers[4][24];
    struct skollint_value values[] = {{"added", numbers[0]},
                                      {"known", numbers[1]},
                                      {"renewed", numbers[2]},
                                      {"none", numbers[3]}};
    const size_t counts[] = {import->total.added, import->total.known,
                             import->total.renewed, import->total.none};
    char *text;

    for (int i = 0; i < 4; i++)
        snprintf(numbers[i], sizeof numbers[i], "%zu", counts[i]);
    text = skollint_rules_say(import->program->rules, "precedents-imported",
                              values, 4);
    program_print(import->program, text, strlen(text));
    program_print(import->program, "\n", 1);
    skollint_text_free(text);
}

static void import(struct program *program, char **paths, size_t count)
{
    struct import all = {.program = program};
    struct jobs_task task = {program->rules,
                             &all.options,
                             &all.files,
                             program->options.jobs ? program->options.jobs
                                                   : THREADS,
                             pdf_how(program->options.ocr,
                                     program->options.jobs),
                             NULL,
                             0};

    all.options.today = program->today;
    for (size_t i = 0; i < count; i++)
        files_add(&all.files, paths[i], complain, program);
    if (all.files.count == 0) {
        usage(program, "usage-no-file", "");
        return;
    }
    all.store = precedents_open(program, STORE_MAKE);
    if (all.store) {
        new_review(&all);
        progress_begin(&all.progress, program, all.files.count);
        jobs_run(&task, done, &all);
        keep(&all);
        progress_clear(&all.progress);
        skollint_review_free(all.review);
        skollint_store_close(all.store);
        say_total(&all);
    }
    files_free(&all.files);
}

static void show(struct program *program, enum skollint_store_what what,
                 const char *words)
{
    const struct options *options = &program->options;
    const char *format = options->format_count ? options->formats[0] : "text";
    struct skollint_store *store = precedents_open(program, STORE_MUST_BE);
    struct skollint_error why;
    size_t size;
    char *text;

    if (store == NULL)
        return;
    text = skollint_store_write(store, what, words, format, program_width(),
                                &size, &why);
    if (text) {
        program_print(program, text, size);
    } else {
        program_complain(program, options->store, &why);
        program_raise(program, STATUS_USAGE);
    }
    skollint_text_free(text);
    skollint_store_close(store);
}

static void remove_decision(struct program *program, const char *which)
{
    struct skollint_store *store = precedents_open(program, STORE_MUST_BE);
    struct skollint_error why;
    char number[24];
    struct skollint_value value = {"n", number};
    size_t count;
    char *text;

    if (store == NULL)
        return;
    if (!skollint_store_remove(store, which, &count, &why)) {
        program_complain(program, program->options.store, &why);
        program_raise(program, STATUS_USAGE);
    } else if (count == 0) {
        usage(program, "precedents-not-there", which);
    } else {
        snprintf(number, sizeof number, "%zu", count);
        text = skollint_rules_say(program->rules, "precedents-removed",
                                  &value, 1);
        program_print(program, text, strlen(text));
        program_print(program, "\n", 1);
        skollint_text_free(text);
    }
    skollint_store_close(store);
}

/* What is searched for, all operands as one. */
static void join(char *into, size_t size, char **words, size_t count)
{
    size_t used = 0;

    into[0] = '\0';
    for (size_t i = 0; i < count && used < size; i++)
        used += (size_t)snprintf(into + used, size - used, "%s%s",
                                 i ? " " : "", words[i]);
}

void command_precedents(struct program *program)
{
    const struct options *options = &program->options;
    const char *what = options->operand_count ? options->operands[0] : "";
    char **rest = options->operands + 1;
    size_t count = options->operand_count ? options->operand_count - 1 : 0;
    char words[2000];

    join(words, sizeof words, rest, count);
    if (strcmp(what, "import") == 0)
        import(program, rest, count);
    else if (strcmp(what, "list") == 0)
        show(program, SKOLLINT_STORE_LIST, "");
    else if (strcmp(what, "agree") == 0)
        show(program, SKOLLINT_STORE_AGREE, "");
    else if (strcmp(what, "search") != 0 && strcmp(what, "remove") != 0)
        usage(program, "usage-precedents", what);
    else if (words[0] == '\0')
        usage(program, "usage-words", "");
    else if (strcmp(what, "search") == 0)
        show(program, SKOLLINT_STORE_SEARCH, words);
    else
        remove_decision(program, words);
}
