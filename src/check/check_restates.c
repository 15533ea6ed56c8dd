/*
 * check restates - of the sentences of one sort, some only say what another
 * place says, or fulfil a condition of their own.
 *
 * A sentence restates when at least `share` of its content words are found
 * among those of `as`. yes when at least `least` of all do.
 */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"
#include "check/stems.h"

struct settings {
    struct selection selection;
    struct selection as;
    struct predicate *of;   /* the sentences that are asked about */
    struct predicate * or ; /* such a one counts whatever its words */
    double share;
    double least; /* share of the sentences; above 0 */
    int generic;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    if (node_get(node, "as"))
        selection_read(reader, node_get(node, "as"), &settings->as);
    else
        node_problem(problems, node, "rule-missing-key", "as");
    settings->of = predicate_need(reader, node, "of");
    if (node_get(node, "or"))
        settings->or = predicate_need(reader, node, "or");
    settings->share = node_decimal(problems, node, "share", 0.6);
    settings->least = node_decimal(problems, node, "least", 0);
    settings->generic = lexicon_read_key(reader, node, "generic");
}

/* Whether most of the sentence's words stand in one sentence of `as`. */
static bool is_restated(const struct settings *settings,
                        const struct scope *scope, size_t index)
{
    const struct facts *facts = scope->facts;
    const struct sentence *sentence = &facts->sentences[index];
    struct scope whole = *scope;
    size_t words = stems_count(facts, sentence->first_token,
                               sentence->end_token, settings->generic);

    whole.measure = sentence_passage(facts, sentence)->measure;
    for (size_t i = 0;
         words && selection_next(&settings->as, &whole, NULL, &i); i++) {
        const struct sentence *other = &facts->sentences[i];
        size_t shown, shared;

        if (i == index)
            continue;
        shared = stems_shared(facts, sentence->first_token,
                              sentence->end_token, other->first_token,
                              other->end_token, settings->generic, &shown);
        if ((double)shared >= settings->share * (double)words)
            return true;
    }
    return false;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;

    for (size_t i = 0;
         selection_next(&settings->selection, scope, settings->of, &i); i++) {
        outcome->of++;
        if (!(settings->or &&column_has(facts, settings->or, i)) &&
            !is_restated(settings, scope, i))
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS, facts->sentences[i].span);
    }
    outcome->truth =
        outcome->found > 0 && (double)outcome->found >=
                                  settings->least * (double)outcome->of
            ? TRUTH_YES
            : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "as",    "of",      "or",
                                   "share",        "least", "generic", NULL};

const struct check_kind check_restates = {
    .name = "restates",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
