/*
 * check contradiction - one place says that a goal is reached, another of
 * the same goal block that it is not.
 *
 * Two sentences speak of one goal when one of them is of all goals, when the
 * block has a single goal, when they stand under the same goal, or when they
 * share a content word.
 */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"
#include "check/stems.h"

struct settings {
    struct selection selection;
    struct predicate *says;  /* it is reached */
    struct predicate *other; /* it is not */
    struct predicate *of_all;
    int generic;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    selection_read(reader, node, &settings->selection);
    settings->says = predicate_need(reader, node, "says");
    settings->other = predicate_need(reader, node, "other");
    settings->of_all = predicate_need(reader, node, "of_all");
    settings->generic = lexicon_read_key(reader, node, "generic");
}

static size_t goals_in(const struct scope *scope,
                       const struct passage *passage)
{
    const struct measure *measure;
    size_t count = 0;

    if (passage->measure == NO_INDEX)
        return 0;
    measure = &scope->facts->outline->measures[passage->measure];
    for (size_t i = 0; i < measure->goal_count; i++)
        count += passage->goal_block == NO_INDEX ||
                 measure->goals[i].goal_block == NO_INDEX ||
                 measure->goals[i].goal_block == passage->goal_block;
    return count;
}

static bool same_block(const struct passage *a, const struct passage *b)
{
    return a->measure == b->measure &&
           (a->goal_block == b->goal_block || a->goal_block == NO_INDEX ||
            b->goal_block == NO_INDEX);
}

static bool same_goal(const struct settings *settings,
                      const struct scope *scope, size_t one, size_t other)
{
    const struct facts *facts = scope->facts;
    const struct sentence *a = &facts->sentences[one];
    const struct sentence *b = &facts->sentences[other];
    const struct passage *pa = sentence_passage(facts, a);
    const struct passage *pb = sentence_passage(facts, b);
    size_t shown;

    if (!same_block(pa, pb))
        return false;
    if (column_has(facts, settings->of_all, one) || goals_in(scope, pa) == 1)
        return true;
    if (pa->goal != NO_INDEX && pb->goal != NO_INDEX)
        return pa->goal == pb->goal;
    return stems_shared(facts, a->first_token, a->end_token, b->first_token,
                        b->end_token, settings->generic, &shown) > 0;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;
    const struct selection *selection = &settings->selection;

    for (size_t i = 0; selection_next(selection, scope, settings->says, &i);
         i++) {
        for (size_t j = 0;
             selection_next(selection, scope, settings->other, &j); j++) {
            if (i == j || !same_goal(settings, scope, i, j))
                continue;
            outcome->truth = TRUTH_YES;
            outcome->found++;
            outcome_evidence(outcome, scope, SUPPORTS,
                             facts->sentences[i].span);
            outcome_evidence(outcome, scope, SUPPORTS,
                             facts->sentences[j].span);
            return;
        }
    }
}

static const char *const keys[] = {SELECTION_KEYS, "says",    "other",
                                   "of_all",       "generic", NULL};

const struct check_kind check_contradiction = {
    .name = "contradiction",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
