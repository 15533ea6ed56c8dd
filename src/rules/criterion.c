/* criterion - reading one criterion from its YAML node. */
#include "rules/criterion.h"

#include <string.h>

static const char *const verdict_names[] = {
    "met",   "partly", "not_met", "cannot_tell", "not_applicable",
    "error", NULL};
static const char *const severity_names[] = {"must", "should", "advice",
                                             NULL};
static const char *const confidence_names[] = {"high", "medium", "low", NULL};

const char *verdict_name(enum verdict verdict)
{
    return verdict_names[verdict];
}

const char *severity_name(enum severity severity)
{
    return severity_names[severity];
}

const char *confidence_name(enum confidence confidence)
{
    return confidence_names[confidence];
}

struct str saying_in(const struct saying *saying, int language)
{
    if (saying->text[language].length)
        return saying->text[language];
    return saying->text[TEXTS_SV];
}

struct saying saying_read(struct problems *problems, const struct node *map,
                          const char *key, bool needed)
{
    static const char *const languages[] = {"sv", "en", NULL};
    const struct node *entry = node_get(map, key);
    struct saying saying = {{STR_INIT(""), STR_INIT("")}};

    if (entry == NULL) {
        if (needed)
            node_problem(problems, map, "rule-missing-key", key);
        return saying;
    }
    if (entry->kind == NODE_TEXT) {
        saying.text[TEXTS_SV] = entry->text;
        return saying;
    }
    node_allow(problems, entry, languages);
    for (int i = 0; i < TEXTS_LANGUAGES; i++)
        saying.text[i] = node_text(problems, entry, languages[i], "");
    if (saying.text[TEXTS_SV].length == 0)
        node_problem(problems, entry, "rule-missing-key", "sv");
    return saying;
}

struct reading {
    struct ruleset *ruleset;
    const struct check_reader *reader;
    struct problems *problems;
    struct criterion *criterion;
};

static void read_weight(struct reading *reading, const struct node *node)
{
    struct criterion *criterion = reading->criterion;
    struct weight weight = {.kind = node->key, .level = STR("")};
    size_t dash = str_find(node->key, STR("-"), 0);
    bool known = false;

    if (dash != SIZE_MAX) {
        weight.kind = str_part(node->key, 0, dash);
        weight.level = str_part(node->key, dash + 1, node->key.length);
    }
    for (unsigned i = 0; severity_names[i]; i++)
        if (str_equal(node->text, str_from(severity_names[i]))) {
            weight.severity = (enum severity)i;
            known = true;
        }
    if (!known)
        node_wrong_choice(reading->problems, node, node->text,
                          severity_names);
    if (!str_equal(node->key, STR("unknown")))
        templates_need_profile(reading->ruleset->templates, node->key, node,
                               reading->problems);
    if (criterion->weight_count < WEIGHTS_MOST)
        criterion->weights[criterion->weight_count++] = weight;
}

static int read_role(struct reading *reading, const struct node *node)
{
    return templates_need_role(reading->ruleset->templates, node->text, node,
                               reading->problems);
}

static void read_rows(struct reading *reading, const struct node *list)
{
    struct criterion *criterion = reading->criterion;

    for (const struct node *item = list ? list->first : NULL;
         item && criterion->row_count < ROWS_MOST; item = item->next)
        criterion->rows[criterion->row_count++] = read_role(reading, item);
}

static size_t read_clauses(struct reading *reading, const char *key,
                           struct clause *clauses)
{
    static const char *const keys[] = {"when", "reason", NULL};
    const struct node *list = node_get(reading->criterion->node, key);
    size_t count = 0;

    for (const struct node *item = list ? list->first : NULL;
         item && count < CLAUSES_MOST; item = item->next) {
        node_allow(reading->problems, item, keys);
        if (node_get(item, "when") == NULL) {
            node_problem(reading->problems, item, "rule-missing-key", "when");
            continue;
        }
        clauses[count].check =
            check_read(reading->reader, node_get(item, "when"));
        clauses[count++].reason =
            saying_read(reading->problems, item, "reason", true);
    }
    return count;
}

static struct check *read_check(struct reading *reading, const char *key)
{
    const struct node *node = node_get(reading->criterion->node, key);

    return node ? check_read(reading->reader, node) : NULL;
}

static void read_say(struct reading *reading)
{
    struct criterion *criterion = reading->criterion;
    const struct node *say = node_get(criterion->node, "say");

    if (say == NULL) {
        node_problem(reading->problems, criterion->node, "rule-missing-key",
                     "say");
        return;
    }
    node_allow(reading->problems, say, verdict_names);
    for (int i = 0; i <= VERDICT_CANNOT_TELL; i++)
        criterion->say[i] = saying_read(
            reading->problems, say, verdict_names[i],
            i == VERDICT_MET ||
                (i == VERDICT_NOT_MET && criterion->cannot_tell_count == 0) ||
                (i == VERDICT_PARTLY &&
                 (criterion->partly || criterion->doubt)));
}

static void read_fix_for(struct reading *reading)
{
    const struct node *map = node_get(reading->criterion->node, "fix_for");

    if (map == NULL || map->first == NULL)
        return;
    reading->criterion->fix_kind = map->first->key;
    reading->criterion->fix_for =
        saying_read(reading->problems, map, map->first->key.at, true);
}

static void read_example(struct reading *reading, const struct node *node,
                         struct example *example)
{
    static const char *const keys[] = {"expect", "name", "document", "text",
                                       "fields", "date", NULL};
    struct problems *problems = reading->problems;

    node_allow(problems, node, keys);
    if (node_get(node, "expect") == NULL)
        node_problem(problems, node, "rule-missing-key", "expect");
    *example = (struct example){
        .expect = (enum verdict)node_choice(problems, node, "expect",
                                            verdict_names, 0),
        .name = node_text(problems, node, "name", ""),
        .document = node_text(problems, node, "document", ""),
        .text = node_text(problems, node, "text", ""),
        .fields = node_get(node, "fields"),
        .date = node_text(problems, node, "date", ""),
        .node = node,
    };
}

static void read_examples(struct reading *reading)
{
    struct criterion *criterion = reading->criterion;
    const struct node *list = node_get(criterion->node, "examples");

    if (list == NULL || list->kind != NODE_LIST) {
        node_problem(reading->problems, criterion->node, "rule-missing-key",
                     "examples");
        return;
    }
    criterion->examples =
        arena_alloc(reading->ruleset->arena,
                    (list->count + 1) * sizeof *criterion->examples);
    for (const struct node *item = list->first; item; item = item->next)
        read_example(reading, item,
                     &criterion->examples[criterion->example_count++]);
}

static void read_texts(struct reading *reading)
{
    struct criterion *criterion = reading->criterion;
    const struct node *node = criterion->node;
    struct problems *problems = reading->problems;
    size_t count;
    struct str *law;

    criterion->id = node_need(problems, node, "id");
    criterion->name = node_need(problems, node, "name");
    criterion->family = node_need(problems, node, "family");
    criterion->title = saying_read(problems, node, "title", true);
    criterion->question = saying_read(problems, node, "question", true);
    criterion->why = saying_read(problems, node, "why", false);
    criterion->enough = saying_read(problems, node, "enough", false);
    criterion->not_enough = saying_read(problems, node, "not_enough", false);
    criterion->source = node_text(problems, node, "source", "");
    criterion->point = node_need(problems, node, "point");
    criterion->fix = saying_read(problems, node, "fix", true);
    law = node_texts(reading->ruleset->arena, problems, node, "law", &count);
    for (size_t i = 0; i < count && i < LAW_MOST; i++)
        criterion->law[criterion->law_count++] = law[i];
}

/* true, or the condition that the sentence of the enclosure fulfils. */
static void read_enclosure(struct reading *reading, const struct node *entry)
{
    struct criterion *criterion = reading->criterion;

    if (entry && (entry->kind != NODE_TEXT ||
                  (!str_equal(entry->text, STR("true")) &&
                   !str_equal(entry->text, STR("false"))))) {
        criterion->enclosure = true;
        criterion->enclosure_about =
            predicate_read(&reading->reader->predicates, entry);
        return;
    }
    criterion->enclosure =
        node_bool(reading->problems, criterion->node, "enclosure", false);
}

static void read_scope(struct reading *reading)
{
    static const char *const pers[] = {"document", "measure", "goal_block",
                                       "area", NULL};
    struct criterion *criterion = reading->criterion;
    const struct node *node = criterion->node;
    const struct node *severity = node_get(node, "severity");
    struct problems *problems = reading->problems;

    for (const struct node *item = severity ? severity->first : NULL; item;
         item = item->next)
        read_weight(reading, item);
    if (criterion->weight_count == 0)
        node_problem(problems, node, "rule-missing-key", "severity");
    criterion->asked_by = node_get(node, "asked_by")
                              ? read_role(reading, node_get(node, "asked_by"))
                              : NO_INDEX;
    criterion->level = node_text(problems, node, "level", "");
    criterion->subject = node_text(problems, node, "subject", "");
    criterion->per =
        (enum per)node_choice(problems, node, "per", pers, PER_DOCUMENT);
    criterion->best_part = node_bool(problems, node, "best_part", false);
    criterion->if_found = node_bool(problems, node, "if_found", false);
    read_enclosure(reading, node_get(node, "enclosure"));
    criterion->confidence = (enum confidence)node_choice(
        problems, node, "confidence", confidence_names, CONFIDENCE_MEDIUM);
    read_rows(reading, node_get(node, "rows"));
}

void criterion_read(struct ruleset *ruleset,
                    const struct check_reader *reader,
                    const struct node *node, struct criterion *criterion)
{
    static const char *const keys[] = {
        "id",         "name",        "family",      "title",    "question",
        "why",        "enough",      "not_enough",  "law",      "source",
        "point",      "severity",    "asked_by",    "level",    "subject",
        "rows",       "per",         "best_part",   "if_found", "enclosure",
        "confidence", "applies",     "met",         "partly",   "doubt",
        "sure",       "cannot_tell", "say",         "fix",      "fix_for",
        "examples",   "already",     "advice_when", NULL};
    struct reading reading = {ruleset, reader, reader->predicates.problems,
                              criterion};

    *criterion = (struct criterion){.node = node};
    node_allow(reading.problems, node, keys);
    read_texts(&reading);
    read_scope(&reading);
    criterion->apply_count =
        read_clauses(&reading, "applies", criterion->applies);
    criterion->cannot_tell_count =
        read_clauses(&reading, "cannot_tell", criterion->cannot_tell);
    criterion->met = read_check(&reading, "met");
    criterion->partly = read_check(&reading, "partly");
    criterion->doubt = read_check(&reading, "doubt");
    criterion->sure = read_check(&reading, "sure");
    criterion->already = read_check(&reading, "already");
    criterion->advice_when = read_check(&reading, "advice_when");
    if (criterion->met == NULL && node_get(node, "met") == NULL)
        node_problem(reading.problems, node, "rule-missing-key", "met");
    read_say(&reading);
    read_fix_for(&reading);
    read_examples(&reading);
}
