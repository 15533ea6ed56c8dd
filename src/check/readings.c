/* readings - the values a document gives for each measure, with times. */
#include "check/readings.h"

#include "language/shape.h"

void reading_settings_read(const struct check_reader *reader,
                           const struct node *node,
                           struct reading_settings *settings)
{
    selection_read(reader, node, &settings->selection);
    settings->families = name_list_read(reader, node, "families", true);
    settings->times = name_list_read(reader, node, "times", true);
    settings->since = lexicon_read_key(reader, node, "since");
    settings->values = lexicon_read_key(reader, node, "values");
    settings->labels = lexicon_read_key(reader, node, "labels");
    if (node_get(node, "where"))
        settings->where = predicate_need(reader, node, "where");
}

static void add_text(struct str *texts, size_t *count, struct str text)
{
    for (size_t i = 0; i < *count; i++)
        if (str_equal(texts[i], text))
            return;
    if (*count < READING_PARTS)
        texts[(*count)++] = text;
}

static void add_value(const struct facts *facts, size_t token,
                      struct value_reading *reading)
{
    const struct token *at = &facts->tokens->items[token];
    struct str text = str_part(facts->document->text, at->start, at->length);

    if (at->kind == TOKEN_NUMBER && shape_fits(SHAPE_VALUE, text))
        add_text(reading->values, &reading->value_count, text);
}

/* Where several times are written as one, the inner of them is left out. */
static void add_times(const struct reading_settings *settings,
                      const struct facts *facts, size_t sentence,
                      struct value_reading *reading)
{
    const struct sentence *at = &facts->sentences[sentence];
    size_t end = 0;

    for (size_t i = 0; i < at->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[at->first_hit + i];

        for (size_t j = 0; j < settings->times.count; j++)
            if ((int)hit->lexicon == settings->times.items[j] &&
                hit->first >= end) {
                add_text(reading->times, &reading->time_count,
                         document_text(facts->document,
                                       hit_span(facts->tokens, hit)));
                end = hit->end;
            }
    }
}

static void add_hits(const struct reading_settings *settings,
                     const struct facts *facts, size_t sentence,
                     struct value_reading *reading)
{
    const struct sentence *at = &facts->sentences[sentence];

    for (size_t i = 0; i < at->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[at->first_hit + i];

        if ((int)hit->lexicon != settings->values)
            continue;
        for (size_t token = hit->first; token < hit->end; token++)
            add_value(facts, token, reading);
        if (reading->value_count == 0)
            add_text(
                reading->values, &reading->value_count,
                document_text(facts->document, hit_span(facts->tokens, hit)));
    }
}

/* Whether the token is of a name, as the number in "åk 6" is. */
static bool is_label(const struct reading_settings *settings,
                     const struct facts *facts,
                     const struct sentence *sentence, size_t token)
{
    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon == settings->labels && token >= hit->first &&
            token < hit->end)
            return true;
    }
    return false;
}

/* A bare number beside values counts too: "79 procent, jämfört med 74". */
static void add_bare(const struct reading_settings *settings,
                     const struct facts *facts, size_t sentence,
                     struct value_reading *reading)
{
    const struct sentence *at = &facts->sentences[sentence];

    if (reading->value_count == 0)
        return;
    for (size_t i = at->first_token; i < at->end_token; i++)
        if (!is_label(settings, facts, at, i))
            add_value(facts, i, reading);
}

/* "Året innan var det 49 procent" speaks of what the sentence before names. */
static unsigned families_of(const struct reading_settings *settings,
                            const struct facts *facts, size_t sentence)
{
    const struct sentence *at = &facts->sentences[sentence];
    unsigned families = name_list_in(&settings->families, at);

    if (families || at->number_cell || sentence == 0 ||
        at[-1].block != at->block)
        return families;
    return name_list_in(&settings->families, at - 1);
}

bool reading_of(const struct reading_settings *settings,
                const struct facts *facts, size_t sentence,
                struct value_reading *reading)
{
    const struct sentence *at = &facts->sentences[sentence];

    *reading = (struct value_reading){.sentence = sentence};
    reading->families = families_of(settings, facts, sentence);
    if (reading->families == 0 ||
        (settings->where && !column_has(facts, settings->where, sentence)))
        return false;
    if (at->number_cell)
        add_value(facts, at->first_token, reading);
    else
        add_hits(settings, facts, sentence, reading);
    if (!at->number_cell)
        add_bare(settings, facts, sentence, reading);
    add_times(settings, facts, sentence, reading);
    if (at->header != NO_SENTENCE)
        add_times(settings, facts, at->header, reading);
    /* "mot 92 procent förra året" speaks of this year too. */
    if (sentence_has(at, settings->since))
        add_text(reading->times, &reading->time_count, STR(""));
    return reading->value_count > 0;
}

bool reading_next(const struct reading_settings *settings,
                  const struct scope *scope, size_t *index,
                  struct value_reading *reading)
{
    for (;
         selection_next(&settings->selection, scope, settings->where, index);
         (*index)++)
        if (reading_of(settings, scope->facts, *index, reading))
            return true;
    return false;
}

bool texts_differ(const struct str *some, size_t count,
                  const struct str *others, size_t other_count)
{
    for (size_t i = 0; i < other_count; i++) {
        bool found = false;

        for (size_t j = 0; j < count; j++)
            found |= str_equal(some[j], others[i]);
        if (!found)
            return true;
    }
    return false;
}
