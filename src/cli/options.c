/* options - what was asked for on the command line. */
#include "cli/options.h"

#include "cli/pdf.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum option_id {
    OPTION_RULES = 256,
    OPTION_PROFILE,
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_BESIDE,
    OPTION_LANG,
    OPTION_FAIL_ON,
    OPTION_DATE,
    OPTION_BASELINE,
    OPTION_TODAY,
    OPTION_ON,
    OPTION_JOBS,
    OPTION_EXPLAIN,
    OPTION_TIME,
    OPTION_NO_SETTINGS,
    OPTION_COLOR,
    OPTION_QUIET,
    OPTION_SHOW,
    OPTION_FILES_FROM,
    OPTION_OCR,
    OPTION_DECISION,
    OPTION_STORE,
    OPTION_HUVUDMAN,
    OPTION_WITH,
    OPTION_PLAN,
    OPTION_VERSION,
    OPTION_HELP,
    OPTION_AS_TEMPLATE
};

enum { JUDGING = COMMAND_CHECK | COMMAND_AUDIT | COMMAND_COMPARE };

struct row {
    const char *name;
    int argument; /* required_argument or no_argument */
    enum option_id id;
    unsigned commands;
};

static const struct row rows[] = {
    {"rules", required_argument, OPTION_RULES, COMMAND_ALL},
    {"profile", required_argument, OPTION_PROFILE, JUDGING},
    {"format", required_argument, OPTION_FORMAT,
     JUDGING | COMMAND_OUTLINE | COMMAND_CITE | COMMAND_PRECEDENTS |
         COMMAND_RULES},
    {"output", required_argument, OPTION_OUTPUT, JUDGING | COMMAND_OUTLINE},
    {"beside", no_argument, OPTION_BESIDE, COMMAND_CHECK},
    {"lang", required_argument, OPTION_LANG, COMMAND_ALL},
    {"fail-on", required_argument, OPTION_FAIL_ON, JUDGING},
    {"date", required_argument, OPTION_DATE, JUDGING},
    {"today", required_argument, OPTION_TODAY, COMMAND_ALL},
    {"on", required_argument, OPTION_ON, COMMAND_CITE},
    {"jobs", required_argument, OPTION_JOBS, JUDGING | COMMAND_PRECEDENTS},
    {"baseline", required_argument, OPTION_BASELINE, COMMAND_CHECK},
    {"explain", no_argument, OPTION_EXPLAIN, JUDGING},
    {"time", no_argument, OPTION_TIME, JUDGING},
    {"no-settings", no_argument, OPTION_NO_SETTINGS, COMMAND_ALL},
    {"color", required_argument, OPTION_COLOR, COMMAND_ALL},
    {"quiet", no_argument, OPTION_QUIET, COMMAND_ALL},
    {"show-personal-data", no_argument, OPTION_SHOW, JUDGING},
    {"files-from", required_argument, OPTION_FILES_FROM, JUDGING},
    {"ocr", required_argument, OPTION_OCR,
     JUDGING | COMMAND_OUTLINE | COMMAND_PRECEDENTS},
    {"decision", required_argument, OPTION_DECISION,
     COMMAND_CHECK | COMMAND_COMPARE},
    {"store", required_argument, OPTION_STORE,
     COMMAND_COMPARE | COMMAND_PRECEDENTS},
    {"huvudman", required_argument, OPTION_HUVUDMAN, COMMAND_AUDIT},
    {"with", required_argument, OPTION_WITH, COMMAND_CHECK | COMMAND_COMPARE},
    {"plan", required_argument, OPTION_PLAN, COMMAND_CHECK},
    {"version", no_argument, OPTION_VERSION, COMMAND_ALL},
    {"help", no_argument, OPTION_HELP, COMMAND_ALL},
    {"as-template", no_argument, OPTION_AS_TEMPLATE, COMMAND_OUTLINE},
};

enum { ROWS = sizeof rows / sizeof *rows };

static const struct {
    const char *name;
    enum command command;
} commands[] = {
    {"check", COMMAND_CHECK},     {"audit", COMMAND_AUDIT},
    {"compare", COMMAND_COMPARE}, {"precedents", COMMAND_PRECEDENTS},
    {"outline", COMMAND_OUTLINE}, {"cite", COMMAND_CITE},
    {"rules", COMMAND_RULES},     {"explain", COMMAND_EXPLAIN},
};

static struct misuse misuse(const char *key, const char *word)
{
    struct misuse misuse = {.key = key};

    snprintf(misuse.word, sizeof misuse.word, "%s", word);
    return misuse;
}

static const char *split_formats(struct options *options, const char *list)
{
    char *rest;

    free(options->format_text);
    options->format_text = rest = strdup(list);
    options->format_count = 0;
    while (rest && options->format_count < FORMATS)
        options->formats[options->format_count++] = strsep(&rest, ",");
    return rest ? "usage-too-many" : NULL;
}

static const char *read_jobs(struct options *options, const char *word)
{
    char *end;
    unsigned long jobs = strtoul(word, &end, 10);

    if (*end || end == word || jobs < 1 || jobs > 256)
        return "usage-jobs";
    options->jobs = (unsigned)jobs;
    return NULL;
}

static const char *add_rules(struct options *options, const char *folder)
{
    if (options->rules_count == RULE_FOLDERS)
        return "usage-too-many";
    options->rules[options->rules_count++] = folder;
    return NULL;
}

/* One more of an option that may be repeated. */
static const char *add_beside(struct beside *list, const char *file)
{
    if (list->count == BESIDE_MOST)
        return "usage-too-many";
    list->items[list->count++] = file;
    return NULL;
}

/* Where the word of an option that only keeps it goes; NULL for others. */
static const char **kept_in(struct options *options, enum option_id id)
{
    switch (id) {
    case OPTION_PROFILE:
        return &options->profile;
    case OPTION_OUTPUT:
        return &options->output;
    case OPTION_LANG:
        return &options->language;
    case OPTION_FAIL_ON:
        return &options->fail_on;
    case OPTION_DATE:
        return &options->date;
    case OPTION_TODAY:
        return &options->today;
    case OPTION_ON:
        return &options->on;
    case OPTION_COLOR:
        return &options->color;
    case OPTION_FILES_FROM:
        return &options->files_from;
    case OPTION_BASELINE:
        return &options->baseline;
    case OPTION_OCR:
        return &options->ocr;
    case OPTION_STORE:
        return &options->store;
    case OPTION_HUVUDMAN:
        return &options->huvudman;
    case OPTION_PLAN:
        return &options->plan;
    default:
        return NULL;
    }
}

static bool *flag_of(struct options *options, enum option_id id)
{
    switch (id) {
    case OPTION_BESIDE:
        return &options->beside;
    case OPTION_AS_TEMPLATE:
        return &options->as_template;
    case OPTION_EXPLAIN:
        return &options->explain;
    case OPTION_TIME:
        return &options->time;
    case OPTION_NO_SETTINGS:
        return &options->no_settings;
    case OPTION_QUIET:
        return &options->quiet;
    case OPTION_SHOW:
        return &options->show_personal_data;
    case OPTION_VERSION:
        return &options->version;
    case OPTION_HELP:
        return &options->help;
    default:
        return NULL;
    }
}

/* NULL, or the key of what is wrong. */
static const char *take(struct options *options, enum option_id id,
                        const char *word)
{
    const char **kept = kept_in(options, id);
    bool *flag = flag_of(options, id);

    if (kept) {
        enum pdf_ocr ocr;

        *kept = word;
        return id == OPTION_OCR && !pdf_ocr_of(word, &ocr) ? "usage-ocr"
                                                           : NULL;
    }
    if (flag) {
        *flag = true;
        return NULL;
    }
    switch (id) {
    case OPTION_RULES:
        return add_rules(options, word);
    case OPTION_FORMAT:
        return split_formats(options, word);
    case OPTION_JOBS:
        return read_jobs(options, word);
    case OPTION_DECISION:
        return add_beside(&options->decisions, word);
    case OPTION_WITH:
        return add_beside(&options->with, word);
    default: /* the rest are flags and texts */
        return "usage-option";
    }
}

static const struct row *row_of(enum option_id id, int index)
{
    if (index >= 0)
        return &rows[index];
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].id == id)
            return &rows[i];
    return NULL;
}

/* The command is the first operand; a topic may follow --help. */
static struct misuse name_command(struct options *options)
{
    const char *name;

    if (options->operand_count == 0)
        return misuse(
            options->help || options->version ? NULL : "usage-nothing", "");
    name = options->operands[0];
    options->operands++;
    options->operand_count--;
    if (options->help) {
        options->help_topic = name;
        return misuse(NULL, "");
    }
    options->command_name = name;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(name, commands[i].name) == 0) {
            options->command = commands[i].command;
            return misuse(NULL, "");
        }
    return misuse("usage-command", name);
}

static struct misuse check_commands(const struct options *options,
                                    unsigned long long given)
{
    for (size_t i = 0; options->command && i < ROWS; i++)
        if ((given & 1ull << i) && !(rows[i].commands & options->command))
            return misuse("usage-other-command", rows[i].name);
    return misuse(NULL, "");
}

static void make_table(struct option table[ROWS + 1])
{
    for (size_t i = 0; i < ROWS; i++)
        table[i] = (struct option){rows[i].name, rows[i].argument, NULL,
                                   (int)rows[i].id};
    table[ROWS] = (struct option){0};
}

struct misuse options_read(struct options *options, int count, char **words)
{
    struct option table[ROWS + 1];
    struct misuse found;
    unsigned long long given = 0;

    *options = (struct options){0};
    make_table(table);
    opterr = 0;
    for (;;) {
        int index = -1;
        int id = getopt_long(count, words, ":o:h", table, &index);
        const struct row *row;
        const char *key;

        if (id == -1)
            break;
        if (id == '?' || id == ':')
            return misuse(id == '?' ? "usage-option" : "usage-argument",
                          words[optind - 1]);
        if (id == 'o' || id == 'h')
            id = id == 'o' ? OPTION_OUTPUT : OPTION_HELP;
        row = row_of((enum option_id)id, index);
        key = take(options, row->id, optarg);
        if (key)
            return misuse(key, optarg);
        given |= 1ull << (row - rows);
    }
    options->operands = words + optind;
    options->operand_count = (size_t)(count - optind);
    found = name_command(options);
    return found.key ? found : check_commands(options, given);
}

void options_free(struct options *options)
{
    free(options->format_text);
}
