/* check linked - goals have something in common with another place. */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"
#include "check/stems.h"

struct settings {
    struct selection to;
    struct name_list families;
    double share; /* of the goals, above 0 */
    int generic;
    unsigned if_none; /* enum truth when there are no goals */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    static const char *const truths[] = {"no", "unknown", "yes", NULL};
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    if (node_get(node, "to"))
        selection_read(reader, node_get(node, "to"), &settings->to);
    else
        node_problem(problems, node, "rule-missing-key", "to");
    settings->families = name_list_read(reader, node, "families", false);
    settings->share = node_decimal(problems, node, "share", 1);
    settings->generic = lexicon_read_key(reader, node, "generic");
    settings->if_none =
        node_choice(problems, node, "if_none", truths, TRUTH_NO);
}

static unsigned goal_families(const struct settings *settings,
                              const struct facts *facts, struct span goal)
{
    unsigned families = 0;

    for (size_t i = facts_sentence_at(facts, goal.start);
         i < facts->sentence_count &&
         facts->sentences[i].span.start < span_end(goal);
         i++)
        families |= name_list_in(&settings->families, &facts->sentences[i]);
    return families;
}

static bool is_linked(const struct settings *settings,
                      const struct scope *scope, struct span goal,
                      struct outcome *outcome)
{
    const struct facts *facts = scope->facts;
    unsigned families = goal_families(settings, facts, goal);
    size_t first, end, shown;

    tokens_in(facts->tokens, goal, &first, &end);
    for (size_t i = 0; selection_next(&settings->to, scope, NULL, &i); i++) {
        const struct sentence *sentence = &facts->sentences[i];

        if (!(families & name_list_in(&settings->families, sentence)) &&
            !stems_shared(facts, first, end, sentence->first_token,
                          sentence->end_token, settings->generic, &shown))
            continue;
        outcome_evidence(outcome, scope, SUPPORTS, goal);
        outcome_evidence(outcome, scope, SUPPORTS, sentence->span);
        return true;
    }
    return false;
}

static void run_measure(const struct settings *settings,
                        const struct scope *scope,
                        const struct measure *measure,
                        struct outcome *outcome)
{
    for (size_t i = 0; i < measure->goal_count; i++) {
        struct span goal = measure->goals[i].span;

        outcome->of++;
        if (is_linked(settings, scope, goal, outcome)) {
            outcome->found++;
            continue;
        }
        outcome->goals = arena_format(
            scope->arena, "%.*s%s%zu", (int)outcome->goals.length,
            outcome->goals.length ? outcome->goals.at : "",
            outcome->goals.length ? ", " : "", i + 1);
        outcome_evidence(outcome, scope, CONTRADICTS, goal);
    }
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        struct scope part = *scope;

        if (scope->measure != NO_INDEX && scope->measure != (int)i)
            continue;
        part.measure = (int)i;
        run_measure(settings, &part, &outline->measures[i], outcome);
    }
    outcome->truth =
        outcome->of == 0 ? (enum truth)settings->if_none
        : outcome->found > 0 && (double)outcome->found >=
                                    settings->share * (double)outcome->of
            ? TRUTH_YES
            : TRUTH_NO;
}

static const char *const keys[] = {"to",      "families", "share",
                                   "generic", "if_none",  NULL};

const struct check_kind check_linked = {
    .name = "linked",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
