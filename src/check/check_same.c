/* check same - two places speak of the same measure. */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"

struct settings {
    struct selection selection; /* where it is said */
    struct selection as;        /* where the measure comes from */
    struct name_list families;
    struct predicate *where; /* only such sentences count, or NULL */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    selection_read(reader, node, &settings->selection);
    if (node_get(node, "as"))
        selection_read(reader, node_get(node, "as"), &settings->as);
    else
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "as");
    settings->families = name_list_read(reader, node, "families", true);
    if (node_get(node, "where"))
        settings->where = predicate_need(reader, node, "where");
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;
    unsigned wanted = 0;

    for (size_t i = 0; selection_next(&settings->as, scope, NULL, &i); i++)
        wanted |= name_list_in(&settings->families, &facts->sentences[i]);
    for (size_t i = 0;
         selection_next(&settings->selection, scope, settings->where, &i);
         i++) {
        if (!(name_list_in(&settings->families, &facts->sentences[i]) &
              wanted))
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS, facts->sentences[i].span);
    }
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
    if (outcome->found == 0)
        selection_searched(&settings->selection, scope, outcome);
}

static const char *const keys[] = {SELECTION_KEYS, "as", "families", "where",
                                   NULL};

const struct check_kind check_same = {
    .name = "same",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
