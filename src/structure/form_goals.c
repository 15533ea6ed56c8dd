/* form_goals - the goals, where they are said again, how far they are met. */
#include "structure/form_parts.h"
#include "structure/goal_words.h"

#include <string.h>

enum {
    GOALS_MOST = 200,  /* per measure */
    SHORT_SENTENCE = 12
};

struct goal_set {
    struct form *form;
    struct measure *measure;
    size_t first, end; /* its drafts */
    struct goal_words words[GOALS_MOST];
    size_t capacity;
};

/* Past "Mål 1." or "Delmål 2:", quotes and bullets. */
static size_t past_number(const struct reading *reading, size_t at,
                          size_t end, unsigned *number)
{
    size_t start = at;

    *number = 0;
    while (at < end && !is_word(reading->tokens, at))
        at++;
    if (at + 1 < end && cue_at(reading, CUE_GOAL_WORD, at, at + 1) &&
        str_number(token_str(reading, at + 1), number)) {
        at += 2;
        while (at < end && token_mark(reading, at) &&
               strchr(".:)-", token_mark(reading, at)))
            at++;
        return at;
    }
    return at < end ? at : start;
}

/* A line's number or bullet goes with what stands first in it. */
static size_t with_number(const struct reading *reading, size_t at)
{
    const struct line *line =
        &reading->lines[reading->tokens->items[at].block];

    return at == line->body ? line->first : at;
}

static void add_goal(struct goal_set *set, size_t first, size_t end,
                     int goal_block)
{
    struct reading *reading = set->form->reading;
    struct measure *measure = set->measure;
    unsigned number;
    size_t start = past_number(reading, first, end, &number);
    struct goal goal = {.goal_block = goal_block};

    if (measure->goal_count == GOALS_MOST ||
        words_in(reading, start, end) == 0)
        return;
    set->words[measure->goal_count] = goal_words_of(reading, start, end);
    goal.span = token_span(reading->tokens, start, end);
    for (size_t i = with_number(reading, first); i < end; i++)
        reading->paint[i].goal = (int16_t)measure->goal_count;
    measure->goals =
        arena_grow(reading->arena, measure->goals, measure->goal_count,
                   &set->capacity, sizeof goal);
    measure->goals[measure->goal_count++] = goal;
}

/* The part of a line that lies in the draft and is the author's. */
static bool own_part(const struct reading *reading, const struct draft *draft,
                     size_t block, size_t *first, size_t *end)
{
    const struct line *line = &reading->lines[block];

    *first = line->first > draft->first ? line->first : draft->first;
    *end = line->end < draft->end ? line->end : draft->end;
    if (*first == line->first && line->body < *end &&
        line->body > line->first)
        *first = line->body;
    return *first < *end && reading->paint[*first].voice == VOICE_OWN &&
           words_in(reading, *first, *end) > 0;
}

static size_t block_of(const struct reading *reading, size_t token)
{
    return token < reading->tokens->count
               ? reading->tokens->items[token].block
               : reading->line_count;
}

/* A single line: a goal per sentence, but "Målen är …" goes on with one. */
static void split_sentences(struct goal_set *set, size_t first, size_t end,
                            int goal_block)
{
    const struct reading *reading = set->form->reading;
    size_t at = first;

    while (at < end) {
        size_t stop = sentence_end(reading, at, end);
        unsigned number;

        while (stop < end && cue_at(reading, CUE_GOAL_CONTINUES, stop, end))
            stop = sentence_end(reading, stop, end);
        /* "Mål 1." is no sentence of its own. */
        if (past_number(reading, at, stop, &number) == stop && stop < end)
            stop = sentence_end(reading, stop, end);
        add_goal(set, at, stop, goal_block);
        at = stop;
    }
}

static void read_goals(struct goal_set *set, const struct draft *draft)
{
    const struct reading *reading = set->form->reading;
    size_t first, end, lines = 0, only = 0;

    for (size_t i = block_of(reading, draft->first);
         i < reading->line_count && reading->lines[i].first < draft->end; i++)
        if (own_part(reading, draft, i, &first, &end)) {
            lines++;
            only = i;
        }
    if (lines == 1) {
        own_part(reading, draft, only, &first, &end);
        split_sentences(set, first, end, draft->goal_block);
        return;
    }
    for (size_t i = block_of(reading, draft->first);
         i < reading->line_count && reading->lines[i].first < draft->end; i++)
        if (own_part(reading, draft, i, &first, &end) &&
            token_mark(reading, end - 1) != ':')
            add_goal(set, first, end, draft->goal_block);
}

/*
 * Which goal is said again at `at`; the goals of the same block first. Sets
 * *past to where it ends.
 */
static int repeated_goal(const struct goal_set *set, int goal_block,
                         size_t at, size_t end, size_t *past)
{
    const struct reading *reading = set->form->reading;
    size_t sentence = sentence_end(reading, at, end);

    for (int same = 1; same >= 0; same--)
        for (size_t i = 0; i < set->measure->goal_count; i++) {
            const struct goal_words *goal = &set->words[i];

            if ((set->measure->goals[i].goal_block == goal_block) != same)
                continue;
            *past = goal_words_past(reading, goal, at, end);
            if (*past > at)
                return (int)i;
            if (goal_words_alike(reading, goal, at, end))
                *past = end;
            else if (sentence < end &&
                     goal_words_alike(reading, goal, at, sentence))
                *past = sentence;
            else
                continue;
            return (int)i;
        }
    return NO_INDEX;
}

/* The only goal of a goal block, or NO_INDEX. */
static int only_goal(const struct measure *measure, int goal_block)
{
    int only = NO_INDEX;

    for (size_t i = 0; i < measure->goal_count; i++) {
        if (measure->goals[i].goal_block != goal_block)
            continue;
        if (only != NO_INDEX)
            return NO_INDEX;
        only = (int)i;
    }
    return only;
}

static void paint_goal(struct reading *reading, size_t first, size_t end,
                       int goal)
{
    for (size_t i = first; i < end; i++)
        reading->paint[i].goal = (int16_t)goal;
}

/* How far a stretch of words says that a goal is reached. */
static enum goal_status degree_in(const struct reading *reading, size_t first,
                                  size_t end)
{
    if (cue_in(reading, CUE_DEGREE_WAY, first, end))
        return GOAL_ON_THE_WAY;
    if (cue_in(reading, CUE_DEGREE_NOT, first, end))
        return GOAL_NOT_ACHIEVED;
    if (cue_in(reading, CUE_DEGREE_STARTED, first, end))
        return GOAL_STARTED;
    if (cue_in(reading, CUE_DEGREE_REACHED, first, end))
        return GOAL_ACHIEVED;
    return GOAL_UNKNOWN;
}

/* A sentence that says the degree and little else, or begins "Målet är". */
static void note_degree(const struct goal_set *set, int goal, size_t first,
                        size_t end)
{
    const struct reading *reading = set->form->reading;
    struct goal *of;

    while (first < end && !is_word(reading->tokens, first))
        first++;
    if (goal == NO_INDEX || first >= end)
        return;
    of = &set->measure->goals[goal];
    if (of->status != GOAL_UNKNOWN ||
        (words_in(reading, first, end) > SHORT_SENTENCE &&
         !cue_at(reading, CUE_GOAL_WORD, first, end)))
        return;
    of->status = degree_in(reading, first, end);
}

/*
 * One line of a field after the goals: what of it is a goal said again.
 * `fresh` while nothing has been said of the goal yet.
 */
static int read_line(struct goal_set *set, const struct draft *draft,
                     size_t block, int goal, bool *fresh)
{
    struct reading *reading = set->form->reading;
    size_t at, end, past;
    unsigned number;

    if (!own_part(reading, draft, block, &at, &end))
        return goal;
    for (;;) {
        size_t start = past_number(reading, at, end, &number);
        int again =
            repeated_goal(set, draft->goal_block, start, end, &past);

        if (again == NO_INDEX && number &&
            number <= set->measure->goal_count) {
            goal = (int)number - 1;
            *fresh = true;
        }
        if (again == NO_INDEX)
            break;
        goal = again;
        *fresh = true;
        at = with_number(reading, at);
        paint_voice(reading, at, past, VOICE_GOAL_REPEAT);
        paint_goal(reading, at, past, goal);
        at = past;
        if (at >= end)
            return goal;
    }
    paint_goal(reading, with_number(reading, at), end, goal);
    if (*fresh || cue_at(reading, CUE_GOAL_WORD, at, end))
        note_degree(set, goal, at, sentence_end(reading, at, end));
    *fresh = false;
    return goal;
}

static void read_field(struct goal_set *set, const struct draft *draft)
{
    const struct reading *reading = set->form->reading;
    int goal = only_goal(set->measure, draft->goal_block);
    bool fresh = goal != NO_INDEX;

    for (size_t i = block_of(reading, draft->first);
         i < reading->line_count && reading->lines[i].first < draft->end; i++)
        goal = read_line(set, draft, i, goal, &fresh);
}

static enum goal_status status_of(enum mark_kind mark)
{
    static const enum goal_status of[] = {[MARK_GREEN] = GOAL_ACHIEVED,
                                          [MARK_YELLOW] = GOAL_ON_THE_WAY,
                                          [MARK_RED] = GOAL_STARTED};

    return of[mark];
}

/* The first mark at or after a place; marks stand in text order. */
static size_t first_mark(const struct document *document, uint32_t start)
{
    size_t low = 0, high = document->mark_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (document->marks[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The goal that is painted where a colour stands gets its degree. */
static void read_colours(struct goal_set *set, const struct draft *draft)
{
    const struct reading *reading = set->form->reading;
    const struct document *document = reading->document;
    struct span field =
        token_span(reading->tokens, draft->first, draft->end);

    for (size_t i = first_mark(document, field.start);
         i < document->mark_count &&
         document->marks[i].span.start < span_end(field);
         i++) {
        const struct mark *mark = &document->marks[i];
        size_t first, end;
        int goal;

        tokens_in(reading->tokens, mark->span, &first, &end);
        if (first >= end)
            continue;
        goal = reading->paint[first].goal;
        if (goal == NO_INDEX)
            continue;
        set->measure->goals[goal].status = status_of(mark->kind);
        set->measure->goals[goal].by_colour = true;
    }
}

static void read_measure(struct goal_set *set)
{
    const struct draft *drafts = set->form->drafts.items;

    for (size_t i = set->first; i < set->end; i++)
        if (form_part(set->form, drafts[i].role) == ROW_GOALS)
            read_goals(set, &drafts[i]);
    for (size_t i = set->first; i < set->end; i++)
        if (form_part(set->form, drafts[i].role) == ROW_BLOCK)
            read_field(set, &drafts[i]);
    for (size_t i = set->first; i < set->end; i++) {
        enum row_part part = form_part(set->form, drafts[i].role);

        if (part == ROW_GOALS || part == ROW_BLOCK)
            read_colours(set, &drafts[i]);
    }
}

void form_read_goals(struct form *form)
{
    struct goal_set *set =
        arena_alloc(form->reading->arena, sizeof *set);
    const struct drafts *drafts = &form->drafts;

    set->form = form;
    while (set->end < drafts->count) {
        int measure = drafts->items[set->end].measure;

        set->first = set->end;
        while (set->end < drafts->count &&
               drafts->items[set->end].measure == measure)
            set->end++;
        if (measure == NO_INDEX)
            continue;
        set->measure = &form->reading->outline->measures[measure];
        set->capacity = 0;
        read_measure(set);
    }
}
