/* check more - one sort of thing is said more often than another. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    struct predicate *of;
    struct predicate *than;
    double factor; /* found of the one must exceed factor times the other */
    bool or_equal;
    size_t least;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;
    const struct node *of = node_get(node, "of");
    const struct node *than = node_get(node, "than");

    selection_read(reader, node, &settings->selection);
    if (of && than) {
        settings->of = predicate_read(&reader->predicates, of);
        settings->than = predicate_read(&reader->predicates, than);
    } else {
        node_problem(problems, node, "rule-missing-key", "of, than");
    }
    settings->factor = node_decimal(problems, node, "factor", 1);
    settings->or_equal = node_bool(problems, node, "or_equal", false);
    settings->least = node_number(problems, node, "least", 1);
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    size_t others = 0;
    double limit;

    for (size_t i = 0; selection_next(&settings->selection, scope, NULL, &i);
         i++) {
        struct span span = scope->facts->sentences[i].span;

        if (column_has(scope->facts, settings->of, i)) {
            outcome->found++;
            outcome_evidence(outcome, scope, SUPPORTS, span);
        }
        if (column_has(scope->facts, settings->than, i)) {
            others++;
            outcome_evidence(outcome, scope, CONTRADICTS, span);
        }
    }
    outcome->of = outcome->found + others;
    limit = settings->factor * (double)others;
    outcome->truth =
        outcome->found >= settings->least &&
                ((double)outcome->found > limit ||
                 (settings->or_equal && (double)outcome->found >= limit))
            ? TRUTH_YES
            : TRUTH_NO;
    if (outcome->of == 0)
        selection_searched(&settings->selection, scope, outcome);
}

static const char *const keys[] = {SELECTION_KEYS, "of",    "than", "factor",
                                   "or_equal",     "least", NULL};

const struct check_kind check_more = {
    .name = "more",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
