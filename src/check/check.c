/* check - one question to a document, answered yes, no or unknown. */
#include "check/check.h"

enum { EVIDENCE_MOST = 24 };

const char *truth_name(enum truth truth)
{
    static const char *const names[] = {"no", "unknown", "yes"};

    return names[truth];
}

const char *evidence_role_name(enum evidence_role role)
{
    static const char *const names[] = {"supports", "contradicts", "context"};

    return names[role];
}

/* Its number among check_kinds, or -1. */
static int find_kind(struct str name)
{
    const struct check_kind *const *kinds = check_kinds();

    for (int i = 0; kinds[i]; i++)
        if (str_equal(name, str_from(kinds[i]->name)))
            return i;
    return -1;
}

const struct check_kind *check_kind_of(const struct check *check)
{
    return check_kinds()[check->kind];
}

static void report_kind(const struct check_reader *reader,
                        const struct node *node)
{
    struct str names[64];
    size_t count = 0;

    for (const struct check_kind *const *kind = check_kinds(); *kind; kind++)
        names[count++] = str_from((*kind)->name);
    problems_add(
        reader->predicates.problems,
        (struct problem){.file = node->file,
                         .line = node->line,
                         .column = node->column,
                         .key = "rule-unknown-check",
                         .detail = node->key,
                         .nearest = nearest_name(node->key, names, count)});
}

/* The entry that names the kind: the one that is not `as`. */
static const struct node *kind_entry(const struct node *node)
{
    const struct node *entry = node->first;

    while (entry && str_equal(entry->key, STR("as")))
        entry = entry->next;
    return entry;
}

static struct check *read_kind(const struct check_reader *reader,
                               const struct node *node, struct str as)
{
    const struct check_kind *kind;
    struct check *check;
    int number = find_kind(node->key);

    if (number < 0) {
        report_kind(reader, node);
        return NULL;
    }
    kind = check_kinds()[number];
    check = arena_alloc(reader->predicates.arena, sizeof *check);
    check->kind = number;
    check->as = as;
    check->node = node;
    check->settings =
        arena_alloc(reader->predicates.arena, kind->size ? kind->size : 1);
    if (kind->keys)
        node_allow(reader->predicates.problems, node, kind->keys);
    kind->read(reader, node, check->settings);
    return check;
}

struct check *check_read(const struct check_reader *reader,
                         const struct node *node)
{
    struct problems *problems = reader->predicates.problems;
    const struct node *entry;
    struct str as;

    if (node->kind != NODE_MAP) {
        node_problem(problems, node, "rule-want-check", "");
        return NULL;
    }
    as = node_text(problems, node, "as", "");
    entry = kind_entry(node);
    if (entry == NULL || node->count != 1 + (as.length > 0)) {
        node_problem(problems, node, "rule-one-check", "");
        return NULL;
    }
    return read_kind(reader, entry, as);
}

struct str check_title(struct arena *arena, const struct check *check)
{
    return arena_format(arena, "%s%s%.*s", check_kind_of(check)->name,
                        check->as.length ? " " : "", (int)check->as.length,
                        check->as.at);
}

static void add_name(struct outcome *outcome, const struct scope *scope,
                     struct str name)
{
    if (name.length == 0 || outcome->named_count == NAMED_MOST)
        return;
    outcome->named =
        arena_grow(scope->arena, outcome->named, outcome->named_count,
                   &outcome->named_capacity, sizeof *outcome->named);
    outcome->named[outcome->named_count++] = name;
}

void check_run(const struct check *check, const struct scope *scope,
               struct outcome *outcome)
{
    *outcome = (struct outcome){0};
    outcome->step = arena_alloc(scope->arena, sizeof *outcome->step);
    check_kind_of(check)->run(check->settings, scope, outcome);
    outcome->step->check = check;
    outcome->step->outcome = truth_name(outcome->truth);
    outcome->step->found = outcome->found;
    outcome->step->of = outcome->of;
    if (outcome->truth == TRUTH_YES)
        add_name(outcome, scope, check->as);
}

void outcome_keep(struct outcome *outcome, const struct scope *scope,
                  struct evidence evidence)
{
    if (evidence.span.length == 0 || outcome->evidence_count == EVIDENCE_MOST)
        return;
    outcome->evidence =
        arena_grow(scope->arena, outcome->evidence, outcome->evidence_count,
                   &outcome->evidence_capacity, sizeof *outcome->evidence);
    outcome->evidence[outcome->evidence_count++] = evidence;
}

void outcome_evidence(struct outcome *outcome, const struct scope *scope,
                      enum evidence_role role, struct span span)
{
    outcome_keep(outcome, scope,
                 (struct evidence){.role = role, .span = span});
}

void outcome_searched(struct outcome *outcome, const struct scope *scope,
                      struct span span)
{
    if (outcome->searched_count == EVIDENCE_MOST)
        return;
    outcome->searched =
        arena_grow(scope->arena, outcome->searched, outcome->searched_count,
                   &outcome->searched_capacity, sizeof *outcome->searched);
    outcome->searched[outcome->searched_count++] = span;
}

void outcome_say(struct outcome *outcome, const struct scope *scope,
                 const char *name, struct str value)
{
    for (size_t i = 0; i < outcome->said_count; i++)
        if (str_equal(str_from(outcome->said[i].name), str_from(name)))
            return;
    if (outcome->said_count == SAID_MOST)
        return;
    outcome->said =
        arena_grow(scope->arena, outcome->said, outcome->said_count,
                   &outcome->said_capacity, sizeof *outcome->said);
    outcome->said[outcome->said_count++] = (struct said){name, value};
}

void outcome_take_names(struct outcome *outcome, const struct scope *scope,
                        const struct outcome *other)
{
    for (size_t i = 0; i < other->named_count; i++)
        add_name(outcome, scope, other->named[i]);
    for (size_t i = 0; i < other->said_count; i++)
        outcome_say(outcome, scope, other->said[i].name,
                    other->said[i].value);
}
