/* main - the program: options in, a command, an exit status. */
#include "cli/inputs.h"
#include "cli/program.h"

#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

static void set_today(struct program *program)
{
    time_t now = time(NULL);
    struct tm day;

    if (localtime_r(&now, &day) == NULL ||
        strftime(program->today, sizeof program->today, "%Y-%m-%d", &day) ==
            0)
        strcpy(program->today, "1970-01-01");
    if (program->options.today)
        snprintf(program->today, sizeof program->today, "%s",
                 program->options.today);
}

static void run(struct program *program)
{
    enum {
        READING =
            COMMAND_CHECK | COMMAND_AUDIT | COMMAND_COMPARE | COMMAND_OUTLINE
    };

    if (program->options.command & READING)
        inputs_find(program);
    if (!program_load_rules(program))
        return;
    switch (program->options.command) {
    case COMMAND_CHECK:
    case COMMAND_AUDIT:
    case COMMAND_COMPARE:
        command_check(program);
        break;
    case COMMAND_PRECEDENTS:
        command_precedents(program);
        break;
    case COMMAND_OUTLINE:
        command_outline(program);
        break;
    case COMMAND_CITE:
        command_cite(program);
        break;
    case COMMAND_RULES:
        command_rules(program);
        break;
    case COMMAND_EXPLAIN:
        command_explain(program);
        break;
    default:
        program_complain_key(program, NULL, "usage-command-not-built",
                             program->options.command_name);
        program_raise(program, STATUS_USAGE);
    }
}

static bool color_is_right(const struct program *program)
{
    const char *color = program->options.color;

    return color == NULL || strcmp(color, "auto") == 0 ||
           strcmp(color, "always") == 0 || strcmp(color, "never") == 0;
}

static void misused(struct program *program, const char *key,
                    const char *word)
{
    program_complain_key(program, NULL, key, word);
    program_raise(program, STATUS_USAGE);
}

/* Everything after the options were understood. */
static void begin(struct program *program, const struct misuse *misuse)
{
    const struct options *options = &program->options;

    if (!program_begin(program))
        return;
    if (misuse->key)
        misused(program, misuse->key, misuse->word);
    else if (!color_is_right(program))
        misused(program, "usage-color", options->color);
    else if (options->help)
        command_help(program);
    else
        run(program);
}

/*
 * Memory that is given back is soon asked for again: keep it, as the system
 * takes longer to clear a page than we to fill it. And let the heap go on
 * where a large page can begin, so that one document's memory is a single
 * page and not some hundred. To be freed last: what lies below that page.
 */
static void *keep_memory(void)
{
    enum { USUAL = 2 << 20, KEEP = 64 << 20, LARGE = 2 << 20 };
    char *below, *begin, *filled;

    mallopt(M_MMAP_THRESHOLD, USUAL);
    mallopt(M_TRIM_THRESHOLD, KEEP);
    mallopt(M_TOP_PAD, 2 * LARGE);
    below = malloc(LARGE / 8); /* more than there is: the heap grows */
    mallopt(M_TOP_PAD, LARGE / 16);
    if (below == NULL)
        return NULL;
    begin = below + LARGE - (uintptr_t)below % LARGE;
    madvise(begin, LARGE, MADV_HUGEPAGE);
    filled = realloc(below, (size_t)(begin - below));
    return filled ? filled : below;
}

int main(int count, char **words)
{
    struct program program = {0};
    void *below = keep_memory();
    struct misuse misuse = options_read(&program.options, count, words);

    signal(SIGPIPE, SIG_IGN);
    set_today(&program);
    if (program.options.version && misuse.key == NULL) {
        printf("skollint %s\n", skollint_version());
        options_free(&program.options);
        free(below);
        return 0;
    }
    begin(&program, &misuse);
    files_free(&program.inputs);
    skollint_rules_free(program.rules);
    options_free(&program.options);
    free(below);
    return program.status;
}
