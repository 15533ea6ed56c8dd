/* check trend - a trend is said of a measure that has too few values. */
#include "check/kinds.h"
#include "check/readings.h"

enum { VALUES_MOST = 64 };

struct settings {
    struct reading_settings of;
    struct predicate *said;
    unsigned least; /* fewer different values make it a find */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    reading_settings_read(reader, node, &settings->of);
    settings->said = predicate_need(reader, node, "said");
    settings->least =
        node_number(reader->predicates.problems, node, "least", 3);
}

/*
 * Whether the value can stand behind the trend of the sentence: one that
 * gives values itself rests on those of its own paragraph and of the tables.
 */
static bool is_behind(const struct facts *facts, bool has_values,
                      size_t sentence, size_t of)
{
    return !has_values || facts->sentences[of].number_cell ||
           facts->sentences[of].block == facts->sentences[sentence].block;
}

/* How many different values are given for what the sentence speaks of. */
static unsigned count_values(const struct settings *settings,
                             const struct scope *scope, size_t sentence,
                             unsigned families)
{
    struct str values[VALUES_MOST];
    struct value_reading reading;
    bool has_values =
        reading_of(&settings->of, scope->facts, sentence, &reading);
    size_t count = 0;

    for (size_t i = 0; reading_next(&settings->of, scope, &i, &reading) &&
                       count + READING_PARTS < VALUES_MOST;
         i++)
        for (size_t j = 0;
             (reading.families & families) && j < reading.value_count; j++)
            if (is_behind(scope->facts, has_values, sentence,
                          reading.sentence) &&
                texts_differ(values, count, &reading.values[j], 1))
                values[count++] = reading.values[j];
    return (unsigned)count;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;

    for (size_t i = 0;
         selection_next(&settings->of.selection, scope, settings->said, &i);
         i++) {
        unsigned families =
            name_list_in(&settings->of.families, &facts->sentences[i]);

        if (families == 0 ||
            count_values(settings, scope, i, families) >= settings->least)
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS, facts->sentences[i].span);
        if (outcome->found == 4)
            break;
    }
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {READING_KEYS, "said", "least", NULL};

const struct check_kind check_trend = {
    .name = "trend",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
