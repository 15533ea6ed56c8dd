/* ruleset - templates, lexicons, marks, criteria and texts, ready to use. */
#include "rules/ruleset.h"

#include "base/hash.h"
#include "rules/ask.h"
#include "rules/criterion.h"
#include "rules/loading.h"
#include "rules/term.h"

#include <stdlib.h>
#include <string.h>

static void read_files(struct loading *loading,
                       const struct ruleset_file *files, size_t count)
{
    struct arena *arena = loading->ruleset->arena;

    loading->roots = arena_alloc(arena, (count + 1) * sizeof *loading->roots);
    for (size_t i = 0; i < count; i++) {
        struct node *root = yaml_read(arena, arena_str(arena, files[i].path),
                                      files[i].bytes, loading->problems);

        if (root)
            loading->roots[loading->root_count++] = root;
    }
}

static void read_head(struct loading *loading, const struct node *root)
{
    struct ruleset *ruleset = loading->ruleset;
    unsigned format = node_number(loading->problems, root, "format", 1);

    if (format != 1)
        node_problem(loading->problems, node_get(root, "format"),
                     "rule-format", NULL);
    if (node_get(root, "ruleset") == NULL)
        return;
    ruleset->id = node_need(loading->problems, root, "ruleset");
    ruleset->version = node_need(loading->problems, root, "version");
}

/* Files in a folder `templates` say how documents look and nothing else. */
static bool is_template(const struct node *root)
{
    return str_find(root->file, STR("templates/"), 0) != SIZE_MAX;
}

static void check_keys(struct loading *loading, const struct node *root)
{
    static const char *const keys[] = {
        "format", "ruleset",  "version", "texts",    "lexicons",
        "marks",  "patterns", "values",  "families", "points",
        "words",  "criteria", "terms",   "asks",     NULL};

    if (!is_template(root))
        node_allow(loading->problems, root, keys);
}

static void each(struct loading *loading, const char *key,
                 void (*take)(struct loading *, const struct node *))
{
    for (size_t i = 0; i < loading->root_count; i++) {
        const struct node *map = is_template(loading->roots[i])
                                     ? NULL
                                     : node_get(loading->roots[i], key);

        for (const struct node *node = map ? map->first : NULL; node;
             node = node->next)
            take(loading, node);
    }
}

static void read_words(struct loading *loading)
{
    struct ruleset *ruleset = loading->ruleset;

    for (size_t i = 0; i < loading->root_count; i++) {
        texts_read(ruleset->texts, loading->roots[i], loading->problems);
        lexicons_read(ruleset->lexicons,
                      node_get(loading->roots[i], "lexicons"),
                      loading->problems);
        if (is_template(loading->roots[i]))
            templates_read(ruleset->templates, loading->roots[i],
                           loading->problems);
    }
    if (ruleset->settings)
        templates_add_synonyms(ruleset->templates, ruleset->settings->labels,
                               ruleset->settings->headings,
                               loading->problems);
    lexicons_finish(ruleset->lexicons, loading->problems);
    templates_finish(ruleset->templates, loading->problems);
}

static void read_marks(struct loading *loading,
                       const struct check_reader *reader)
{
    for (size_t i = 0; i < loading->root_count; i++)
        marks_read(&reader->predicates, node_get(loading->roots[i], "marks"));
}

static void read_asks(struct loading *loading,
                      const struct check_reader *reader)
{
    for (size_t i = 0; i < loading->root_count; i++) {
        const struct node *map = node_get(loading->roots[i], "asks");

        for (const struct node *node = map ? map->first : NULL; node;
             node = node->next)
            ask_read(loading->ruleset, &reader->predicates, node);
    }
}

static void add_criterion(struct loading *loading,
                          const struct check_reader *reader,
                          const struct node *node)
{
    struct ruleset *ruleset = loading->ruleset;
    const struct criterion *other;
    struct criterion *criterion;

    ruleset->criteria = arena_grow(
        ruleset->arena, ruleset->criteria, ruleset->criterion_count,
        &ruleset->criterion_capacity, sizeof *ruleset->criteria);
    criterion = &ruleset->criteria[ruleset->criterion_count];
    criterion_read(ruleset, reader, node, criterion);
    criterion->order = (unsigned)ruleset->criterion_count;
    other = ruleset_criterion(ruleset, criterion->id);
    if (other)
        node_problem(loading->problems, node, "rule-duplicate-id",
                     arena_format(ruleset->arena, "%s (%s:%zu)",
                                  criterion->id.at, other->node->file.at,
                                  other->node->line)
                         .at);
    ruleset->criterion_count++;
}

static void read_criteria(struct loading *loading,
                          const struct check_reader *reader)
{
    for (size_t i = 0; i < loading->root_count; i++) {
        const struct node *list = node_get(loading->roots[i], "criteria");

        for (const struct node *node = list ? list->first : NULL; node;
             node = node->next)
            add_criterion(loading, reader, node);
    }
}

void loading_need_name(const struct node *node, struct str wanted,
                       struct name_set set, struct problems *problems)
{
    for (size_t i = 0; i < set.count; i++)
        if (str_equal(set.names[i], wanted))
            return;
    problems_add(problems,
                 (struct problem){
                     .file = node->file,
                     .line = node->line,
                     .column = node->column,
                     .key = set.key,
                     .detail = wanted,
                     .nearest = nearest_name(wanted, set.names, set.count)});
}

static void need_name(const struct node *node, struct str wanted,
                      const struct str *names, size_t count,
                      struct problems *problems)
{
    loading_need_name(node, wanted,
                      (struct name_set){"rule-unknown-name", names, count},
                      problems);
}

void loading_need_criterion(const struct ruleset *ruleset,
                            const struct node *node, struct str id,
                            struct problems *problems)
{
    struct str *ids = arena_alloc(
        ruleset->arena, (ruleset->criterion_count + 1) * sizeof *ids);

    for (size_t i = 0; i < ruleset->criterion_count; i++)
        ids[i] = ruleset->criteria[i].id;
    need_name(node, id, ids, ruleset->criterion_count, problems);
}

/* The criteria that become must where a point asks for them. */
static void check_asks(struct loading *loading)
{
    const struct ruleset *ruleset = loading->ruleset;

    for (size_t i = 0; i < ruleset->ask_count; i++) {
        const struct node *list = ruleset->asks[i].criteria_node;

        if (list && list->kind == NODE_TEXT)
            loading_need_criterion(ruleset, list, list->text,
                                   loading->problems);
        for (const struct node *node = list ? list->first : NULL; node;
             node = node->next)
            loading_need_criterion(ruleset, node, node->text,
                                   loading->problems);
    }
}

/* Each criterion's point and family; one that lacks them is told already. */
static void check_names(struct loading *loading)
{
    const struct ruleset *ruleset = loading->ruleset;
    struct arena *arena = ruleset->arena;
    struct str *points =
        arena_alloc(arena, (ruleset->point_count + 1) * sizeof *points);
    struct str *families =
        arena_alloc(arena, (ruleset->family_count + 1) * sizeof *families);

    for (size_t i = 0; i < ruleset->point_count; i++)
        points[i] = ruleset->points[i].id;
    for (size_t i = 0; i < ruleset->family_count; i++)
        families[i] = ruleset->families[i].id;
    for (size_t i = 0; i < ruleset->criterion_count; i++) {
        const struct criterion *criterion = &ruleset->criteria[i];
        const struct node *point = node_get(criterion->node, "point");
        const struct node *family = node_get(criterion->node, "family");

        if (point)
            need_name(point, criterion->point, points, ruleset->point_count,
                      loading->problems);
        if (family)
            need_name(family, criterion->family, families,
                      ruleset->family_count, loading->problems);
        criterion_check(loading, criterion);
    }
}

static void find_enclosure(struct ruleset *ruleset)
{
    ruleset->enclosure = lexicon_ask(ruleset->lexicons, STR("enclosure"));
}

static void hash_files(struct ruleset *ruleset,
                       const struct ruleset_file *files, size_t count)
{
    struct buf all = {0};
    char sha256[HASH_TEXT];

    for (size_t i = 0; i < count; i++) {
        buf_add(&all, files[i].path);
        buf_add_byte(&all, '\0');
        hash_sha256(files[i].bytes, sha256);
        buf_add(&all, str_from(sha256));
    }
    hash_sha256(buf_str(&all), ruleset->sha256);
    buf_free(&all);
}

static void load(struct loading *loading)
{
    struct ruleset *ruleset = loading->ruleset;
    struct check_reader reader = {
        .predicates = {ruleset->arena, ruleset->lexicons, &ruleset->marks,
                       loading->problems},
        .templates = ruleset->templates,
        .patterns = &ruleset->patterns};

    for (size_t i = 0; i < loading->root_count; i++) {
        check_keys(loading, loading->roots[i]);
        read_head(loading, loading->roots[i]);
    }
    each(loading, "values", loading_read_value);
    loading_set_values(loading);
    for (size_t i = 0; i < loading->root_count; i++)
        loading_put_values(loading, loading->roots[i]);
    each(loading, "patterns", loading_read_pattern);
    each(loading, "points", loading_read_point);
    each(loading, "words", loading_read_word);
    each(loading, "families", loading_read_family);
    read_words(loading);
    each(loading, "terms", loading_read_term);
    read_marks(loading, &reader);
    read_asks(loading, &reader);
    read_criteria(loading, &reader);
    check_names(loading);
    check_asks(loading);
    find_enclosure(ruleset);
}

struct ruleset *ruleset_read(struct arena *arena,
                             const struct ruleset_file *files, size_t count,
                             const struct settings *settings,
                             struct problems *problems)
{
    struct ruleset *ruleset = arena_alloc(arena, sizeof *ruleset);
    struct loading loading = {.ruleset = ruleset, .problems = problems};
    size_t before = problems->count;

    ruleset->arena = arena;
    ruleset->id = ruleset->version = STR("");
    ruleset->settings = settings;
    ruleset->texts = texts_new(arena);
    ruleset->lexicons = lexicons_new(arena);
    ruleset->templates = templates_new(arena);
    read_files(&loading, files, count);
    load(&loading);
    hash_files(ruleset, files, count);
    if (problems->count == before)
        return ruleset;
    settings_check(ruleset, problems); /* what else there is to tell */
    return NULL;
}

struct ruleset *ruleset_open(struct arena *arena, const struct ruleset *read,
                             const struct settings *settings,
                             struct problems *problems)
{
    struct ruleset *ruleset = arena_alloc(arena, sizeof *ruleset);
    struct patterns *patterns = &ruleset->patterns;
    size_t before = problems->count, offset;
    char message[256];

    *ruleset = *read;
    ruleset->arena = arena;
    ruleset->settings = settings;
    ruleset->templates = templates_open(arena, read->templates);
    for (size_t i = 0; i < patterns->count; i++) {
        patterns->regexes[i] =
            regex_new(patterns->sources[i], false, &offset, message);
        regex_use_jit(patterns->regexes[i]);
    }
    settings_check(ruleset, problems);
    if (problems->count == before)
        return ruleset;
    ruleset_free(ruleset);
    return NULL;
}

struct ruleset *ruleset_with(const struct ruleset_file *files, size_t count,
                             const struct settings *settings,
                             struct problems *problems)
{
    struct arena *arena = arena_new();
    const struct ruleset *read =
        ruleset_read(arena, files, count, settings, problems);

    if (read)
        return ruleset_open(arena, read, settings, problems);
    arena_free(arena);
    return NULL;
}

struct ruleset *ruleset_new(const struct ruleset_file *files, size_t count,
                            struct problems *problems)
{
    return ruleset_with(files, count, NULL, problems);
}

void ruleset_free(struct ruleset *ruleset)
{
    if (ruleset == NULL)
        return;
    for (size_t i = 0; i < ruleset->patterns.count; i++)
        regex_free(ruleset->patterns.regexes[i]);
    templates_free(ruleset->templates);
    arena_free(ruleset->arena);
}

const struct criterion *ruleset_criterion(const struct ruleset *ruleset,
                                          struct str id)
{
    for (size_t i = 0; i < ruleset->criterion_count; i++)
        if (str_equal(ruleset->criteria[i].id, id))
            return &ruleset->criteria[i];
    return NULL;
}
