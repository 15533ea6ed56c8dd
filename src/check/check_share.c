/* check share - of the sentences of one sort, enough are of another too. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    struct predicate *of;
    struct predicate *where;
    double least;      /* share from 0 to 1 */
    double over;       /* more than this share */
    unsigned or_count; /* or this many of them; 0 for never */
    bool none;         /* what no sentence of the sort means: yes or no */
};

static struct predicate *need(const struct check_reader *reader,
                              const struct node *node, const char *key)
{
    const struct node *entry = node_get(node, key);

    if (entry)
        return predicate_read(&reader->predicates, entry);
    node_problem(reader->predicates.problems, node, "rule-missing-key", key);
    return NULL;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    settings->of = need(reader, node, "of");
    settings->where = need(reader, node, "where");
    settings->least = node_decimal(problems, node, "least", 0);
    settings->over = node_decimal(problems, node, "over", -1);
    settings->or_count = node_number(problems, node, "or_count", 0);
    if (node_get(node, "if_none") == NULL)
        node_problem(problems, node, "rule-missing-key",
                     "if_none: true|false");
    settings->none = node_bool(problems, node, "if_none", false);
}

static bool is_enough(const struct settings *settings, size_t found,
                      size_t of)
{
    if (of == 0)
        return settings->none;
    if (settings->or_count && found >= settings->or_count)
        return true;
    return (double)found >= settings->least * (double)of &&
           (double)found > settings->over * (double)of;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;

    for (size_t i = 0;
         selection_next(&settings->selection, scope, settings->of, &i); i++) {
        bool held = column_has(facts, settings->where, i);

        outcome->of++;
        outcome->found += held;
        outcome_evidence(outcome, scope, held ? SUPPORTS : CONTRADICTS,
                         facts->sentences[i].span);
    }
    outcome->truth = is_enough(settings, outcome->found, outcome->of)
                         ? TRUTH_YES
                         : TRUTH_NO;
    if (outcome->of == 0)
        selection_searched(&settings->selection, scope, outcome);
}

static const char *const keys[] = {SELECTION_KEYS, "of",   "where",
                                   "least",        "over", "or_count",
                                   "if_none",      NULL};

const struct check_kind check_share = {
    .name = "share",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
