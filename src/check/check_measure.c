/* check measure - a matrix says which measure it is: name and number. */
#include "check/kinds.h"

enum wanted { WANT_NAME, WANT_NUMBER, WANT_ONE_NUMBER };

struct settings {
    unsigned wanted;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    static const char *const names[] = {"name", "number", "one_number", NULL};
    struct settings *settings = into;

    if (node_get(node, "has") == NULL)
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "has");
    settings->wanted =
        node_choice(reader->predicates.problems, node, "has", names, 0);
}

/* A name is the author's words, not the form's prompt. */
static bool has_name(const struct outline *outline,
                     const struct measure *measure)
{
    const struct passage *passage =
        outline_passage_of(outline, measure->name.span);

    return passage && passage->voice != VOICE_PLACEHOLDER;
}

static bool has(const struct outline *outline, const struct measure *measure,
                unsigned wanted)
{
    switch (wanted) {
    case WANT_NAME:
        return has_name(outline, measure);
    case WANT_NUMBER:
        return measure->number_count > 0;
    default:
        return measure->number_count == 1;
    }
}

/* The name, or what stands where it should. */
static void note_missing(const struct scope *scope, struct outcome *outcome,
                         const struct measure *measure)
{
    const struct field *first = &measure->fields[0];
    bool named = measure->name.span.length > 0;
    struct span shown = named ? measure->name.span : first->content;

    if (shown.length == 0 && measure->field_count > 1 &&
        first[1].label.start <= span_end(first->label) + 2)
        shown = first[1].content;
    outcome_evidence(outcome, scope, named ? CONTRADICTS : CONTEXT, shown);
    outcome_searched(outcome, scope, first->label);
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        const struct measure *measure = &outline->measures[i];

        if (scope->measure != NO_INDEX && scope->measure != (int)i)
            continue;
        outcome->of++;
        if (has(outline, measure, settings->wanted)) {
            outcome->found++;
            outcome_evidence(outcome, scope, SUPPORTS, measure->name.span);
        } else if (measure->field_count) {
            note_missing(scope, outcome, measure);
        }
    }
    outcome->truth =
        outcome->of && outcome->found == outcome->of ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {"has", NULL};

const struct check_kind check_measure = {
    .name = "measure",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
