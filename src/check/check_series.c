/*
 * check series - one measure is given with values at different times.
 *
 * need: both - two values at two times; values - two values, times or not.
 */
#include "check/kinds.h"
#include "check/readings.h"

enum need { NEED_BOTH, NEED_VALUES };

enum { READINGS_MOST = 256 };

struct settings {
    struct reading_settings of;
    unsigned need;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    static const char *const needs[] = {"both", "values", NULL};
    struct settings *settings = into;

    reading_settings_read(reader, node, &settings->of);
    settings->need = node_choice(reader->predicates.problems, node, "need",
                                 needs, NEED_BOTH);
}

static bool is_alone_enough(const struct settings *settings,
                            const struct value_reading *reading)
{
    return reading->value_count >= 2 &&
           (settings->need == NEED_VALUES || reading->time_count >= 2);
}

/* Numbers of one row, or sentences of one field, section or area. */
static bool belong_together(const struct scope *scope,
                            const struct value_reading *a,
                            const struct value_reading *b)
{
    const struct facts *facts = scope->facts;
    const struct sentence *one = &facts->sentences[a->sentence];
    const struct sentence *other = &facts->sentences[b->sentence];

    if (one->number_cell != other->number_cell)
        return false;
    if (one->number_cell)
        return one->row_label == other->row_label &&
               one->row_label != NO_SENTENCE;
    return sentence_passage(facts, one)->measure ==
           sentence_passage(facts, other)->measure;
}

static bool are_enough(const struct settings *settings,
                       const struct scope *scope,
                       const struct value_reading *a,
                       const struct value_reading *b)
{
    if (!(a->families & b->families) || !belong_together(scope, a, b) ||
        !texts_differ(a->values, a->value_count, b->values, b->value_count))
        return false;
    return settings->need == NEED_VALUES ||
           (a->time_count && b->time_count &&
            texts_differ(a->times, a->time_count, b->times, b->time_count));
}

static void show(struct outcome *outcome, const struct scope *scope,
                 const struct value_reading *reading)
{
    outcome->found++;
    outcome_evidence(outcome, scope, SUPPORTS,
                     scope->facts->sentences[reading->sentence].span);
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    struct value_reading *readings = NULL, next;
    size_t count = 0, capacity = 0;

    for (size_t i = 0; outcome->found < 2 && count < READINGS_MOST &&
                       reading_next(&settings->of, scope, &i, &next);
         i++) {
        struct value_reading *reading;

        readings = arena_grow(scope->arena, readings, count, &capacity,
                              sizeof *readings);
        reading = &readings[count++];
        *reading = next;
        if (is_alone_enough(settings, reading)) {
            show(outcome, scope, reading);
            continue;
        }
        for (size_t j = 0; j + 1 < count; j++)
            if (are_enough(settings, scope, &readings[j], reading)) {
                show(outcome, scope, &readings[j]);
                show(outcome, scope, reading);
                break;
            }
    }
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
    if (outcome->found == 0)
        selection_searched(&settings->of.selection, scope, outcome);
}

static const char *const keys[] = {READING_KEYS, "need", NULL};

const struct check_kind check_series = {
    .name = "series",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
