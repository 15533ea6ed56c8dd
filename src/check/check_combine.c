/* check all, any, none, at_least - checks made of checks. */
#include "check/kinds.h"

struct settings {
    struct check *first;
    size_t count;
    size_t least; /* of at_least */
    bool shuts;   /* all: a document check that says no ends it */
};

static void read_list(const struct check_reader *reader,
                      const struct node *list, struct settings *settings)
{
    struct check **end = &settings->first;

    if (list == NULL || list->kind != NODE_LIST || list->first == NULL) {
        if (list)
            node_problem(reader->predicates.problems, list, "rule-want-list",
                         list->key.at);
        return;
    }
    for (const struct node *item = list->first; item; item = item->next) {
        *end = check_read(reader, item);
        if (*end == NULL)
            continue;
        end = &(*end)->next;
        settings->count++;
    }
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *settings)
{
    read_list(reader, node, settings);
}

static void read_all(const struct check_reader *reader,
                     const struct node *node, void *into)
{
    struct settings *settings = into;

    settings->shuts = true;
    read_list(reader, node, settings);
}

static void read_at_least(const struct check_reader *reader,
                          const struct node *node, void *into)
{
    struct settings *settings = into;

    settings->least =
        node_number(reader->predicates.problems, node, "least", 1);
    if (node_get(node, "of") == NULL)
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "of");
    read_list(reader, node_get(node, "of"), settings);
}

/* Take over what a child found; its role turns when the parent negates. */
static void take(struct outcome *outcome, const struct scope *scope,
                 const struct outcome *child, bool turned)
{
    for (size_t i = 0; i < child->evidence_count; i++) {
        struct evidence evidence = child->evidence[i];

        if (turned && evidence.role == SUPPORTS)
            evidence.role = CONTRADICTS;
        outcome_keep(outcome, scope, evidence);
    }
    for (size_t i = 0; i < child->searched_count; i++)
        outcome_searched(outcome, scope, child->searched[i]);
    outcome_take_names(outcome, scope, child);
    if (outcome->box.length == 0)
        outcome->box = child->box;
    if (outcome->goals.length == 0)
        outcome->goals = child->goals;
    if (child->of > outcome->of) {
        outcome->found = child->found;
        outcome->of = child->of;
    }
    outcome->limit |= child->limit;
}

struct tally {
    size_t yes, unknown;
};

/* "In a document of this kind": says no, and the rest is not asked. */
static bool is_shut(const struct check *guard, const struct outcome *outcome)
{
    return check_kind_of(guard) == &check_document &&
           outcome->truth == TRUTH_NO;
}

static struct tally run_all(const struct settings *settings,
                            const struct scope *scope,
                            struct outcome *outcome, bool turned)
{
    struct tally tally = {0, 0};
    struct step **end = &outcome->step->first;

    for (const struct check *item = settings->first; item;
         item = item->next) {
        struct outcome child;

        check_run(item, scope, &child);
        *end = child.step;
        end = &child.step->next;
        take(outcome, scope, &child, turned);
        tally.yes += child.truth == TRUTH_YES;
        tally.unknown += child.truth == TRUTH_UNKNOWN;
        if (settings->shuts && is_shut(item, &child))
            break;
    }
    return tally;
}

static enum truth at_least(struct tally tally, size_t least)
{
    if (tally.yes >= least)
        return TRUTH_YES;
    return tally.yes + tally.unknown >= least ? TRUTH_UNKNOWN : TRUTH_NO;
}

static void run_each(const void *settings, const struct scope *scope,
                     struct outcome *outcome)
{
    const struct settings *set = settings;

    outcome->truth =
        at_least(run_all(set, scope, outcome, false), set->count);
}

static void run_any(const void *settings, const struct scope *scope,
                    struct outcome *outcome)
{
    outcome->truth = at_least(run_all(settings, scope, outcome, false), 1);
}

static void run_none(const void *settings, const struct scope *scope,
                     struct outcome *outcome)
{
    enum truth any = at_least(run_all(settings, scope, outcome, true), 1);

    outcome->truth = (enum truth)(TRUTH_YES - any);
}

static void run_at_least(const void *settings, const struct scope *scope,
                         struct outcome *outcome)
{
    const struct settings *set = settings;

    outcome->truth =
        at_least(run_all(set, scope, outcome, false), set->least);
}

static const char *const at_least_keys[] = {"least", "of", NULL};

const struct check_kind check_all = {
    .name = "all",
    .size = sizeof(struct settings),
    .read = read_all,
    .run = run_each,
};

const struct check_kind check_any = {
    .name = "any",
    .size = sizeof(struct settings),
    .read = read,
    .run = run_any,
};

const struct check_kind check_none = {
    .name = "none",
    .size = sizeof(struct settings),
    .read = read,
    .run = run_none,
};

const struct check_kind check_at_least = {
    .name = "at_least",
    .size = sizeof(struct settings),
    .keys = at_least_keys,
    .read = read_at_least,
    .run = run_at_least,
};
