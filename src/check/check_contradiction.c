/*
 * check contradiction - one place says that a goal is reached, another of
 * the same goal block that it is not.
 *
 * Two sentences speak of one goal when one of them is of all goals, when the
 * block has a single goal, when they stand under the same goal, or when they
 * share a content word. With `within` they speak of one thing when they share
 * a content word so near each other, whatever the goals are.
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
    unsigned within; /* sentences apart at most, and of shared words; or 0 */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    selection_read(reader, node, &settings->selection);
    settings->says = predicate_need(reader, node, "says");
    settings->other = predicate_need(reader, node, "other");
    settings->within =
        node_number(reader->predicates.problems, node, "within", 0);
    if (settings->within == 0)
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

static bool share_words(const struct settings *settings,
                        const struct facts *facts, size_t one, size_t other)
{
    const struct sentence *a = &facts->sentences[one];
    const struct sentence *b = &facts->sentences[other];
    size_t shown;

    return stems_shared(facts, a->first_token, a->end_token, b->first_token,
                        b->end_token, settings->generic, &shown) > 0;
}

/* So near that the one is read with the other in mind. */
static bool same_thing(const struct settings *settings,
                       const struct facts *facts, size_t one, size_t other)
{
    size_t apart = one < other ? other - one : one - other;

    return apart <= settings->within && facts_same_place(facts, one, other) &&
           share_words(settings, facts, one, other);
}

static bool same_goal(const struct settings *settings,
                      const struct scope *scope, size_t one, size_t other)
{
    const struct facts *facts = scope->facts;
    const struct sentence *a = &facts->sentences[one];
    const struct sentence *b = &facts->sentences[other];
    const struct passage *pa = sentence_passage(facts, a);
    const struct passage *pb = sentence_passage(facts, b);

    if (settings->within)
        return same_thing(settings, facts, one, other);
    if (!same_block(pa, pb))
        return false;
    if (column_has(facts, settings->of_all, one) || goals_in(scope, pa) == 1)
        return true;
    if (pa->goal != NO_INDEX && pb->goal != NO_INDEX)
        return pa->goal == pb->goal;
    return share_words(settings, facts, one, other);
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
                                   "of_all",       "generic", "within",
                                   NULL};

const struct check_kind check_contradiction = {
    .name = "contradiction",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
