/* check explained - of the measures that are judged, enough get a cause. */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    struct name_list families;
    struct predicate *judged; /* a sentence that judges a result */
    struct predicate *cause;  /* a sentence that gives the cause of one */
    double least;             /* share of the families that are judged */
    unsigned near;            /* sentences between result and cause */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    settings->families = name_list_read(reader, node, "families", true);
    settings->judged = predicate_need(reader, node, "judged");
    settings->cause = predicate_need(reader, node, "cause");
    settings->least = node_decimal(problems, node, "least", 0.5);
    settings->near = node_number(problems, node, "near", 2);
}

/* The families spoken of in the sentence or the selected ones around it. */
static unsigned families_near(const struct settings *settings,
                              const struct scope *scope, size_t index)
{
    const struct facts *facts = scope->facts;
    size_t first = index > settings->near ? index - settings->near : 0;
    unsigned families = 0;

    for (size_t i = first;
         i <= index + settings->near && i < facts->sentence_count; i++)
        if (selection_has(&settings->selection, scope,
                          sentence_passage(facts, &facts->sentences[i])))
            families |=
                name_list_in(&settings->families, &facts->sentences[i]);
    return families;
}

static unsigned count_bits(unsigned bits)
{
    unsigned count = 0;

    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;
    unsigned judged = 0, explained = 0;
    bool caused = false;

    for (size_t i = 0; selection_next(&settings->selection, scope, NULL, &i);
         i++) {
        if (column_has(facts, settings->judged, i))
            judged |= name_list_in(&settings->families, &facts->sentences[i]);
        if (!column_has(facts, settings->cause, i))
            continue;
        caused = true;
        explained |= families_near(settings, scope, i);
        outcome_evidence(outcome, scope, SUPPORTS, facts->sentences[i].span);
    }
    judged |= explained;
    outcome->of = count_bits(judged);
    outcome->found = count_bits(judged & explained);
    /* A result in a measure that no family knows has a cause all the same. */
    outcome->truth =
        judged == 0 ? (caused ? TRUTH_YES : TRUTH_NO)
        : outcome->found > 0 && (double)outcome->found >=
                                    settings->least * (double)outcome->of
            ? TRUTH_YES
            : TRUTH_NO;
    if (outcome->evidence_count == 0)
        selection_searched(&settings->selection, scope, outcome);
}

static const char *const keys[] = {
    SELECTION_KEYS, "families", "judged", "cause", "least", "near", NULL};

const struct check_kind check_explained = {
    .name = "explained",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
