/*
 * options - what was asked for on the command line.
 */
#ifndef SKOLLINT_CLI_OPTIONS_H
#define SKOLLINT_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

enum { RULE_FOLDERS = 16, FORMATS = 16, BESIDE_MOST = 16 };

/* Commands, as bits: an option says which it belongs to. */
enum command {
    COMMAND_NONE = 0,
    COMMAND_CHECK = 1,
    COMMAND_AUDIT = 2,
    COMMAND_COMPARE = 4,
    COMMAND_PRECEDENTS = 8,
    COMMAND_OUTLINE = 16,
    COMMAND_CITE = 32,
    COMMAND_RULES = 64,
    COMMAND_EXPLAIN = 128,
    COMMAND_ALL = 255
};

/* Files read beside those that are judged. */
struct beside {
    const char *items[BESIDE_MOST];
    size_t count;
};

/* Strings are those of argv; NULL or false when not given. */
struct options {
    enum command command;
    const char *command_name;
    char **operands;
    size_t operand_count;
    const char *rules[RULE_FOLDERS];
    size_t rules_count;
    char *formats[FORMATS]; /* of --format, split at its commas */
    size_t format_count;
    char *format_text; /* owns what formats point into */
    const char *output, *language, *fail_on, *date, *today, *on;
    const char *profile, *files_from, *baseline, *color, *help_topic;
    const char *ocr, *store, *huvudman, *plan;
    struct beside decisions, with;
    unsigned jobs; /* 0: as many as there are processors */
    bool as_template, beside, explain, time, no_settings, quiet;
    bool show_personal_data;
    bool help, version;
};

/* What could not be understood: a key of a text, and the word. */
struct misuse {
    const char *key; /* NULL when all is well */
    char word[128];
};

/* Free with options_free, also after misuse. */
struct misuse options_read(struct options *options, int count, char **words);
void options_free(struct options *options);

#endif
