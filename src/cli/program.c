/* program - one run of skollint: what was asked, the rules, the trouble. */
#include "cli/program.h"

#include "cli/files.h"
#include "cli/save.h"
#include "cli/settings.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { WIDTH_MOST = 80, WIDTH_LEAST = 60 };

void program_raise(struct program *program, int status)
{
    if (status > program->status)
        program->status = status;
}

/* A name that came from outside, harmless on a terminal. */
static void print_name(FILE *stream, const char *name)
{
    for (; *name; name++)
        fputc((unsigned char)*name < ' ' || *name == 0x7F ? '?' : *name,
              stream);
}

void program_complain(const struct program *program, const char *file,
                      const struct skollint_error *why)
{
    char *text = skollint_error_text(program->rules, why);

    fflush(stdout);
    fputs("skollint: ", stderr);
    if (file) {
        print_name(stderr, file);
        fputs(": ", stderr);
    }
    print_name(stderr, text);
    fputc('\n', stderr);
    skollint_text_free(text);
}

void program_complain_key(const struct program *program, const char *file,
                          const char *key, const char *detail)
{
    struct skollint_error why = {0};

    snprintf(why.key, sizeof why.key, "%s", key);
    snprintf(why.detail, sizeof why.detail, "%s", detail);
    program_complain(program, file, &why);
}

static void complain_folder(void *context, const char *path,
                            const struct skollint_error *why)
{
    struct program *program = context;

    program_complain(program, path, why);
    program_raise(program, STATUS_USAGE);
}

static bool is_yaml(const char *path)
{
    size_t length = strlen(path);

    return length > 5 && strcmp(path + length - 5, ".yaml") == 0;
}

static void add_rule_file(struct program *program, const char *path,
                          struct skollint_rules *rules)
{
    struct skollint_error why;
    struct bytes bytes;

    if (!bytes_read(&bytes, path, &why)) {
        complain_folder(program, path, &why);
        return;
    }
    skollint_rules_add(rules, path, bytes.at, bytes.length);
    free(bytes.at);
}

static void add_rule_folder(struct program *program, const char *folder,
                            struct skollint_rules *rules)
{
    struct files files = {0};

    files_add(&files, folder, complain_folder, program);
    for (size_t i = 0; i < files.count; i++)
        if (files.items[i].named || is_yaml(files.items[i].path))
            add_rule_file(program, files.items[i].path, rules);
    files_free(&files);
}

/* Folders after `rules lint` stand for the rule sets, as --rules does. */
static void add_operands(struct options *options)
{
    if (options->command != COMMAND_RULES || options->operand_count == 0 ||
        strcmp(options->operands[0], "diff") == 0)
        return;
    for (size_t i = 1; i < options->operand_count; i++)
        if (options->rules_count < RULE_FOLDERS)
            options->rules[options->rules_count++] = options->operands[i];
}

static bool replaces(const struct options *options)
{
    for (size_t i = 0; i < options->rules_count; i++)
        if (options->rules[i][0] != '+')
            return true;
    return false;
}

/* The folders of rules that the settings name, from where they stand. */
static void add_own_rules(struct program *program, const char *folder)
{
    char path[2 * SETTINGS_PATH];
    const char *own;

    for (size_t i = 0;
         (own = skollint_rules_folder(program->rules, i)) != NULL; i++) {
        bool there = own[0] == '/' || folder[0] == '\0';

        snprintf(path, sizeof path, "%s%s%s", there ? "" : folder,
                 there ? "" : "/", own);
        add_rule_folder(program, path, program->rules);
    }
}

/* The rules that options and settings name. */
static void add_rules(struct program *program)
{
    struct options *options = &program->options;
    char folder[SETTINGS_PATH];

    for (size_t i = 0; i < options->rules_count; i++)
        add_rule_folder(program,
                        options->rules[i] + (options->rules[i][0] == '+'),
                        program->rules);
    if (settings_add(program, folder))
        add_own_rules(program, folder);
}

static enum skollint_sets sets_for(const struct options *options)
{
    return options->command != COMMAND_CITE && replaces(options)
               ? SKOLLINT_ONLY_ADDED
               : SKOLLINT_BUILT_IN;
}

bool program_begin(struct program *program)
{
    struct options *options = &program->options;
    const char *language = options->language ? options->language : "sv";

    add_operands(options);
    program->rules = skollint_rules_new(language, sets_for(options));
    if (program->rules)
        return true;
    program->rules = skollint_rules_new("sv", SKOLLINT_BUILT_IN);
    program_complain_key(program, NULL, "usage-language", language);
    program_raise(program, STATUS_USAGE);
    return false;
}

/* Make rules ready; false after having told their mistakes. */
static bool finish(struct program *program, struct skollint_rules *rules)
{
    char *problems;

    if (skollint_rules_finish(rules))
        return true;
    problems = skollint_rules_problems(rules);
    fputs(problems, stderr);
    skollint_text_free(problems);
    program_raise(program, STATUS_USAGE);
    return false;
}

bool program_load_rules(struct program *program)
{
    int before = program->status;

    if (program->options.command != COMMAND_CITE)
        add_rules(program);
    return finish(program, program->rules) && program->status == before;
}

struct skollint_rules *program_rules_of(struct program *program,
                                        const char *folder)
{
    const char *language = program->options.language;
    bool beside = folder[0] == '+';
    int before = program->status;
    struct skollint_rules *rules =
        skollint_rules_new(language ? language : "sv",
                           beside ? SKOLLINT_BUILT_IN : SKOLLINT_ONLY_ADDED);

    if (folder[beside] != '\0')
        add_rule_folder(program, folder + beside, rules);
    if (finish(program, rules) && program->status == before)
        return rules;
    skollint_rules_free(rules);
    return NULL;
}

void program_print(struct program *program, const char *text, size_t length)
{
    if (ferror(stdout)) /* said already */
        return;
    if (fwrite(text, 1, length, stdout) == length && fflush(stdout) == 0)
        return;
    program_complain_key(program, NULL, save_key(errno), "");
    program_raise(program, STATUS_USAGE);
}

bool program_color(const struct program *program)
{
    const char *color = program->options.color;
    const char *none = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");

    if (color && strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    return isatty(STDOUT_FILENO) && !(none && *none) && terminal &&
           strcmp(terminal, "dumb") != 0;
}

size_t program_width(void)
{
    struct winsize size = {0};

    if (!isatty(STDOUT_FILENO) ||
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 ||
        size.ws_col > WIDTH_MOST)
        return WIDTH_MOST;
    return size.ws_col < WIDTH_LEAST ? WIDTH_LEAST : size.ws_col;
}
