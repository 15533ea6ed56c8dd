/* check some - enough sentences fulfil a condition. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    struct predicate *where;
    size_t least;
    bool personal;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    const struct node *where = node_get(node, "where");

    selection_read(reader, node, &settings->selection);
    settings->least =
        node_number(reader->predicates.problems, node, "least", 1);
    settings->personal =
        node_bool(reader->predicates.problems, node, "personal", false);
    if (where)
        settings->where = predicate_read(&reader->predicates, where);
    else
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "where");
}

/* Where the words begin that a reader would point at. */
static uint32_t focus_of(const struct settings *settings,
                         const struct scope *scope, size_t index)
{
    int lexicon = predicate_shown(settings->where, scope->facts, index);

    if (lexicon < 0)
        return 0;
    return sentence_hit(scope->facts, &scope->facts->sentences[index],
                        lexicon)
        .start;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;

    for (size_t i = 0;
         selection_next(&settings->selection, scope, settings->where, &i);
         i++) {
        outcome->found++;
        outcome_keep(
            outcome, scope,
            (struct evidence){.role = SUPPORTS,
                              .span = scope->facts->sentences[i].span,
                              .focus = focus_of(settings, scope, i),
                              .personal = settings->personal});
    }
    outcome->truth = outcome->found >= settings->least ? TRUTH_YES : TRUTH_NO;
    if (outcome->truth == TRUTH_NO)
        selection_searched(&settings->selection, scope, outcome);
}

static const char *const keys[] = {SELECTION_KEYS, "where", "least",
                                   "personal", NULL};

const struct check_kind check_some = {
    .name = "some",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
