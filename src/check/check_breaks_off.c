/* check breaks_off - a passage ends where no sentence can end. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    int ends_in;    /* lexicon of what cannot stand last */
    unsigned words; /* in passages of at least so many words */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct str name = node_need(reader->predicates.problems, node, "ends_in");

    selection_read(reader, node, &settings->selection);
    settings->words =
        node_number(reader->predicates.problems, node, "words", 6);
    settings->ends_in = lexicon_ask(reader->predicates.lexicons, name);
    if (settings->ends_in < 0)
        node_problem(reader->predicates.problems, node, "rule-unknown-name",
                     name.at);
}

static bool is_last(const struct facts *facts, size_t index)
{
    return index + 1 == facts->sentence_count ||
           facts->sentences[index + 1].passage !=
               facts->sentences[index].passage;
}

static bool breaks_off(const struct settings *settings,
                       const struct facts *facts, size_t index)
{
    const struct sentence *sentence = &facts->sentences[index];

    if (sentence->words < settings->words || !is_last(facts, index))
        return false;
    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon == settings->ends_in &&
            hit->end == sentence->end_token)
            return true;
    }
    return false;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;

    for (size_t i = 0; selection_next(&settings->selection, scope, NULL, &i);
         i++) {
        if (!breaks_off(settings, scope->facts, i))
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS,
                         scope->facts->sentences[i].span);
    }
    outcome->of = outcome->found;
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "ends_in", "words", NULL};

const struct check_kind check_breaks_off = {
    .name = "breaks_off",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
