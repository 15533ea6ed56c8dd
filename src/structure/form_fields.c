/* form_fields - the boxes of a form as they were filled in. */
#include "structure/form_parts.h"

/* What a converter left is no text: its words stand in the template's voice.*/
static bool is_artefact(const struct reading *reading, size_t token)
{
    size_t start = token;

    if (reading->paint[token].voice != VOICE_TEMPLATE)
        return false;
    while (start > 0 && token - start < 4 &&
           token_mark(reading, start) != '[')
        start--;
    return token_mark(reading, start) == '[' &&
           cue_at(reading, CUE_ARTEFACT, start + 1, token + 1);
}

static enum field_state state_of(const struct reading *reading,
                                 const struct draft *draft)
{
    size_t counts[VOICE_FRONT + 1] = {0};

    for (size_t i = draft->first; i < draft->end; i++)
        if (is_word(reading->tokens, i) && !is_artefact(reading, i))
            counts[reading->paint[i].voice]++;
    if (counts[VOICE_OWN])
        return FIELD_FILLED;
    if (counts[VOICE_PLACEHOLDER])
        return FIELD_PLACEHOLDER;
    if (counts[VOICE_GOAL_REPEAT] || counts[VOICE_TEMPLATE] ||
        counts[VOICE_LABEL] || counts[VOICE_HEADING])
        return FIELD_REPEATS_LABEL;
    return FIELD_EMPTY;
}

static struct field field_of(const struct reading *reading,
                             const struct draft *draft)
{
    struct field field = {.role = draft->role,
                          .goal_block = draft->goal_block,
                          .state = state_of(reading, draft)};

    field.label =
        token_span(reading->tokens, draft->label_first, draft->label_end);
    field.content = token_span(reading->tokens, draft->first, draft->end);
    if (field.content.length == 0)
        field.content.start = draft->label_end > draft->label_first
                                  ? span_end(field.label)
                                  : field.content.start;
    return field;
}

/* Two digits at most on both sides of one point: the number of an insats. */
static bool is_number(struct str text)
{
    size_t dot = str_find(text, STR("."), 0);
    unsigned before, after;

    return dot != SIZE_MAX && dot <= 2 && text.length - dot <= 3 &&
           str_number(str_part(text, 0, dot), &before) &&
           str_number(str_part(text, dot + 1, text.length), &after);
}

/* "Insats 2, …": the word makes a whole number the insats's own. */
static bool is_named_number(const struct reading *reading,
                            const struct draft *draft, size_t at)
{
    enum { WORDS_BEFORE = 4 };
    size_t from =
        at > draft->first + WORDS_BEFORE ? at - WORDS_BEFORE : draft->first;
    const struct hit *hit = cue_in(reading, CUE_MEASURE_NUMBER, from, at + 1);

    return hit && hit->end == at + 1;
}

static void find_numbers(const struct reading *reading,
                         struct measure *measure, const struct draft *draft)
{
    size_t capacity = 0;

    for (size_t i = draft->first; i < draft->end; i++) {
        struct str text = token_str(reading, i);

        if (reading->tokens->items[i].kind != TOKEN_NUMBER ||
            !(is_number(text) || is_named_number(reading, draft, i)) ||
            (i > draft->first && token_mark(reading, i - 1) == '%') ||
            (i + 1 < draft->end && token_mark(reading, i + 1) == '%'))
            continue;
        measure->numbers =
            arena_grow(reading->arena, measure->numbers,
                       measure->number_count, &capacity, sizeof text);
        measure->numbers[measure->number_count++] = text;
    }
}

/* The first line with words, without the number it begins with. */
static void find_name(const struct reading *reading, struct measure *measure,
                      const struct draft *draft)
{
    const struct hit *named;
    size_t at = draft->first, end;

    while (at < draft->end && (!is_word(reading->tokens, at) ||
                               reading->paint[at].voice != VOICE_OWN ||
                               is_number(token_str(reading, at))))
        at++;
    named = cue_at(reading, CUE_MEASURE_NUMBER, at, draft->end);
    for (end = named ? named->end : at;
         end < draft->end && !is_word(reading->tokens, end);)
        end++;
    if (end < draft->end)
        at = end;
    if (at == draft->end)
        return;
    end = reading->lines[reading->tokens->items[at].block].end;
    if (end > draft->end)
        end = draft->end;
    measure->name.span = token_span(reading->tokens, at, end);
    measure->name.text = document_text(reading->document, measure->name.span);
}

static void add_field(struct form *form, const struct draft *draft,
                      struct field **fields, size_t *count, size_t *capacity)
{
    *fields = arena_grow(form->reading->arena, *fields, *count, capacity,
                         sizeof **fields);
    (*fields)[(*count)++] = field_of(form->reading, draft);
}

static void close_measure(struct form *form, int index, size_t first,
                          size_t end)
{
    struct measure *measure = &form->reading->outline->measures[index];

    measure->span = token_span(form->reading->tokens, first, end);
}

/* "Insats {n}" with the number put in. */
static struct str numbered(struct reading *reading, struct str name,
                           size_t number)
{
    size_t at = str_find(name, STR("{n}"), 0);

    if (at == SIZE_MAX)
        return name;
    return arena_format(reading->arena, "%.*s%zu%.*s", (int)at, name.at,
                        number, (int)(name.length - at - 3),
                        name.at + at + 3);
}

static void add_titles(struct reading *reading)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < reading->outline->measure_count; i++) {
        struct measure *measure = &reading->outline->measures[i];

        measure->title = numbered(reading, templates->path_measure, i + 1);
        measure->goal_block_titles = arena_alloc(
            reading->arena, measure->goal_blocks * sizeof(struct str));
        for (size_t j = 0; j < measure->goal_blocks; j++)
            measure->goal_block_titles[j] =
                numbered(reading, templates->path_goal_block, j + 1);
    }
}

void form_make_fields(struct form *form)
{
    struct outline *outline = form->reading->outline;
    size_t measure_capacity = 0, summary_capacity = 0;
    size_t first = 0, end = 0;
    int now = NO_INDEX;

    add_titles(form->reading);
    for (size_t i = 0; i < form->drafts.count; i++) {
        const struct draft *draft = &form->drafts.items[i];
        struct measure *measure;
        enum row_part part = form_part(form, draft->role);

        if (part == ROW_AREA || outline->templates->roles[draft->role].head)
            continue;
        if (draft->measure == NO_INDEX) {
            add_field(form, draft, &outline->summary_fields,
                      &outline->summary_field_count, &summary_capacity);
            continue;
        }
        measure = &outline->measures[draft->measure];
        if (draft->measure != now) {
            now = draft->measure;
            first = draft->label_first;
            end = draft->end;
            measure_capacity = 0;
        }
        if (draft->end > end)
            end = draft->end;
        add_field(form, draft, &measure->fields, &measure->field_count,
                  &measure_capacity);
        if (part == ROW_FIRST) {
            find_numbers(form->reading, measure, draft);
            find_name(form->reading, measure, draft);
        }
        close_measure(form, now, first, end);
    }
}
