/* api - rule sets from the built-in and the added files, and their texts. */
#include "api/api.h"

#include "base/limits.h"
#include "output/cite_write.h"
#include "output/rules_write.h"
#include "rules/embedded.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *skollint_version(void)
{
    return SKOLLINT_VERSION;
}

void skollint_text_free(char *text)
{
    free(text);
}

bool api_fail(struct skollint_error *error, const struct failure *failure)
{
    if (error == NULL)
        return false;
    *error = (struct skollint_error){
        .line = failure->line,
        .column = failure->column,
    };
    memcpy(error->key, failure->key, sizeof error->key);
    memcpy(error->detail, failure->detail, sizeof error->detail);
    return false;
}

bool api_date(const char *text, struct date *date,
              struct skollint_error *error)
{
    struct failure failure;

    *date = (struct date){0};
    if (text == NULL || date_parse(str_from(text), date))
        return true;
    fail(&failure, "usage-date", "%s", text);
    return api_fail(error, &failure);
}

struct skollint_rules *skollint_rules_new(const char *language,
                                          enum skollint_sets sets)
{
    int index = texts_language(str_from(language));
    struct skollint_rules *rules;
    struct arena *arena;

    if (index < 0)
        return NULL;
    arena = arena_new();
    rules = arena_alloc(arena, sizeof *rules);
    *rules = (struct skollint_rules){
        .arena = arena,
        .language = index,
        .sets = sets,
        .problems = {.arena = arena},
        .texts = embedded_ruleset.texts, /* until the rules are ready */
    };
    return rules;
}

void skollint_rules_free(struct skollint_rules *rules)
{
    if (rules == NULL)
        return;
    desks_free(rules->desks);
    ruleset_free(rules->ruleset);
    settings_free(rules->settings);
    arena_free(rules->arena);
}

static void add_file(struct skollint_rules *rules, struct rule_files *files,
                     struct ruleset_file file)
{
    files->items = arena_grow(rules->arena, files->items, files->count,
                              &files->capacity, sizeof *files->items);
    files->items[files->count++] = file;
}

void skollint_rules_add(struct skollint_rules *rules, const char *path,
                        const void *bytes, size_t size)
{
    struct str text = {size ? bytes : "", size};

    add_file(rules, &rules->added,
             (struct ruleset_file){arena_str(rules->arena, str_from(path)),
                                   arena_str(rules->arena, text)});
}

void skollint_rules_settings(struct skollint_rules *rules, const char *path,
                             const void *bytes, size_t size)
{
    struct str text = {size ? bytes : "", size};

    settings_free(rules->settings);
    rules->settings = settings_read(str_from(path), text, &rules->problems);
}

const char *skollint_rules_folder(const struct skollint_rules *rules,
                                  size_t index)
{
    if (rules->settings == NULL || index >= rules->settings->rule_count)
        return NULL;
    return rules->settings->rules[index].at;
}

/* The part of a rule file's path that says what it is: "frame/cli.yaml". */
static struct str place_in_rules(struct str path)
{
    return str_starts(path, STR("rules/")) ? str_part(path, 6, path.length)
                                           : path;
}

/* An added file with the same place takes the place of the built-in one. */
static bool is_replaced(const struct rule_files *added, struct str path)
{
    struct str place = place_in_rules(path);

    for (size_t i = 0; i < added->count; i++) {
        struct str other = added->items[i].path;

        if (str_equal(other, place) ||
            (str_ends(other, place) &&
             other.at[other.length - place.length - 1] == '/'))
            return true;
    }
    return false;
}

/* What every rule set stands on: texts, templates and the law. */
static bool is_ground(struct str path)
{
    return str_starts(path, STR("rules/frame/")) ||
           str_starts(path, STR("rules/templates/")) ||
           str_starts(path, STR("rules/law/"));
}

/* Whether a built-in file is among what was asked for. */
static bool is_wanted(const struct skollint_rules *rules, struct str path)
{
    return rules->sets == SKOLLINT_BUILT_IN ||
           (is_ground(path) && !is_replaced(&rules->added, path));
}

/* The built-in files that stand, then the added ones. */
static struct rule_files all_files(struct skollint_rules *rules)
{
    struct rule_files all = {0};
    size_t count;
    const struct embedded_file *files = embedded_files(&count);

    for (size_t i = 0; i < count; i++) {
        struct ruleset_file file = embedded_rules(&files[i]);

        if (is_wanted(rules, file.path))
            add_file(rules, &all, file);
    }
    for (size_t i = 0; i < rules->added.count; i++)
        add_file(rules, &all, rules->added.items[i]);
    return all;
}

/* Whether what is asked for is what was read when the program was built. */
static bool is_ready_made(const struct skollint_rules *rules)
{
    return rules->sets == SKOLLINT_BUILT_IN && rules->added.count == 0 &&
           !settings_change_rules(rules->settings);
}

bool skollint_rules_finish(struct skollint_rules *rules)
{
    struct rule_files files;

    if (rules->problems.count == 0 && is_ready_made(rules)) {
        rules->ruleset = ruleset_open(arena_new(), &embedded_ruleset,
                                      rules->settings, &rules->problems);
    } else if (rules->problems.count == 0) {
        files = all_files(rules);
        rules->ruleset = ruleset_with(files.items, files.count,
                                      rules->settings, &rules->problems);
    }
    if (rules->ruleset == NULL)
        return false;
    rules->texts = rules->ruleset->texts;
    rules->desks = desks_new(rules->ruleset);
    return true;
}

char *skollint_rules_problems(const struct skollint_rules *rules)
{
    struct buf text = {0};

    rules_write_problems(&text, rules->texts, rules->language,
                         &rules->problems);
    return buf_take(&text);
}

char *skollint_rules_warnings(const struct skollint_rules *rules)
{
    struct buf text = {0};

    rules_write_warnings(&text, rules->ruleset, rules->language,
                         &embedded_ruleset.patterns);
    return buf_take(&text);
}

char *skollint_rules_list(const struct skollint_rules *rules)
{
    struct buf text = {0};

    rules_write_list(&text, rules->ruleset, rules->language);
    return buf_take(&text);
}

char *skollint_rules_explain(const struct skollint_rules *rules,
                             const char *id, size_t width)
{
    const struct criterion *criterion =
        ruleset_criterion(rules->ruleset, str_from(id));
    struct buf text = {0};

    if (criterion == NULL)
        return NULL;
    rules_write_criterion(&text, rules->ruleset, rules->language, criterion,
                          width);
    return buf_take(&text);
}

char *skollint_rules_say(const struct skollint_rules *rules, const char *key,
                         const struct skollint_value *values, size_t count)
{
    struct text_value filled[8];
    struct buf text = {0};

    count = count < 8 ? count : 8;
    for (size_t i = 0; i < count; i++)
        filled[i] =
            (struct text_value){values[i].name, str_from(values[i].text)};
    texts_say(&text, rules->texts, rules->language, key, filled, count);
    return buf_take(&text);
}

char *skollint_error_text(const struct skollint_rules *rules,
                          const struct skollint_error *error)
{
    struct failure failure = {.line = error->line, .column = error->column};
    struct buf text = {0};

    memcpy(failure.key, error->key, sizeof failure.key);
    memcpy(failure.detail, error->detail, sizeof failure.detail);
    texts_failure(&text, rules->texts, rules->language, &failure);
    return buf_take(&text);
}

char *skollint_rules_limits(const struct skollint_rules *rules)
{
    struct buf text = {0};

    rules_write_limits(&text, rules->texts, rules->language);
    return buf_take(&text);
}

char *skollint_rules_cite(const struct skollint_rules *rules,
                          const char *text, size_t length, const char *on,
                          const char *today, const char *format,
                          struct skollint_error *error)
{
    struct law_view view = {.texts = rules->texts,
                            .language = rules->language,
                            .assumed = on == NULL};
    struct failure failure;
    struct buf said = {0};

    if (!api_date(on ? on : today, &view.on, error))
        return NULL;
    if (cite_write(&said, &view, (struct str){text, length}, str_from(format),
                   &failure))
        return buf_take(&said);
    api_fail(error, &failure);
    return NULL;
}
