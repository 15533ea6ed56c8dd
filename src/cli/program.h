/*
 * program - one run of skollint: what was asked, the rules, what went wrong.
 */
#ifndef SKOLLINT_CLI_PROGRAM_H
#define SKOLLINT_CLI_PROGRAM_H

#include "cli/files.h"
#include "cli/options.h"

#include <skollint/skollint.h>

enum {
    STATUS_FOUND = 1,     /* something at or above --fail-on */
    STATUS_USAGE = 2,     /* usage, rules, output, nothing to judge */
    STATUS_UNREADABLE = 3 /* a named document could not be read */
};

struct program {
    struct options options;
    struct skollint_rules *rules;
    struct files inputs; /* of check, audit, compare, outline */
    size_t decisions;    /* the first of them, in compare */
    char today[16];
    int status; /* the highest so far */
};

/* The status so far becomes at least this. */
void program_raise(struct program *program, int status);

/*
 * One line on standard error, "skollint: FILE: what is wrong, and what to
 * do"; `file` NULL when it is about no file. Control characters in the
 * name are replaced.
 */
void program_complain(const struct program *program, const char *file,
                      const struct skollint_error *why);
void program_complain_key(const struct program *program, const char *file,
                          const char *key, const char *detail);

/* Rules to speak with, not loaded yet. False after having said why not. */
bool program_begin(struct program *program);

/* Load the rules that were asked for. False after having said why not. */
bool program_load_rules(struct program *program);

/*
 * Rules of their own: those of a folder, "+FOLDER" the built-in ones and
 * those, "+" the built-in ones alone. NULL after having said why not.
 */
struct skollint_rules *program_rules_of(struct program *program,
                                        const char *folder);

/* Print to standard output; when that fails, say so and raise the status. */
void program_print(struct program *program, const char *text, size_t length);

/* Colour and width as the user and the terminal want them. */
bool program_color(const struct program *program);
size_t program_width(void);

/* The commands: each is one file or a function of commands.c. */
void command_check(struct program *program); /* compare, audit too */
void command_outline(struct program *program);
void command_cite(struct program *program);
void command_rules(struct program *program);
void command_rules_diff(struct program *program);
void command_explain(struct program *program);
void command_precedents(struct program *program);
void command_help(struct program *program);

#endif
