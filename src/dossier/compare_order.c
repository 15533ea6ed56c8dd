/* compare_order - answers read by the order in which they stand. */
#include "dossier/comparing.h"

enum { PARAGRAPHS_MOST = 60, POINTS_MOST = 40 };

#define WORTH_ANSWERED 1.0  /* a paragraph that answers in words we know */
#define WORTH_IN_STEP  2.0  /* one of as many as there are points */
#define WORTH_TURN     0.05 /* one that has nothing but its turn */
#define ALIKE_ENOUGH   0.25 /* of a point's words, for its answer to be done */

struct paragraph {
    size_t first, end; /* sentences of the account */
};

struct order {
    const struct comparing *comparing;
    struct compared_area *compared;
    struct ask_place place;
    struct paragraph paragraphs[PARAGRAPHS_MOST];
    size_t paragraph_count;
    double worth[POINTS_MOST][PARAGRAPHS_MOST];
    int turn[POINTS_MOST]; /* per point its paragraph, or NO_INDEX */
    int generic, empty, later, done, undone; /* lexicons */
};

static const struct sentence *sentence_at(const struct order *order,
                                          size_t index)
{
    return &order->comparing->account->facts->sentences[index];
}

static bool find_paragraphs(struct order *order)
{
    const struct studied *account = order->comparing->account;
    size_t block = SIZE_MAX;

    for (size_t i = 0; i < account->facts->sentence_count; i++) {
        if (!ask_place_has(account, order->place, sentence_at(order, i)))
            continue;
        if (sentence_at(order, i)->block != block) {
            if (order->paragraph_count == PARAGRAPHS_MOST)
                return false;
            block = sentence_at(order, i)->block;
            order->paragraphs[order->paragraph_count++].first = i;
        }
        order->paragraphs[order->paragraph_count - 1].end = i + 1;
    }
    return order->paragraph_count > 0;
}

static struct span span_of(const struct order *order, size_t paragraph)
{
    const struct paragraph *at = &order->paragraphs[paragraph];

    return token_span(order->comparing->account->tokens,
                      sentence_at(order, at->first)->first_token,
                      sentence_at(order, at->end - 1)->end_token);
}

/* The share of what the point asks for in words that the paragraph has. */
static double likeness(const struct order *order, size_t point,
                       size_t paragraph)
{
    const struct paragraph *at = &order->paragraphs[paragraph];
    const struct studied *decision = order->comparing->decision;
    size_t first, end, of, shared;

    tokens_in(decision->tokens, order->compared->points[point].text, &first,
              &end);
    shared = studied_shared(decision, first, end, order->comparing->account,
                            sentence_at(order, at->first)->first_token,
                            sentence_at(order, at->end - 1)->end_token,
                            order->generic, &of);
    return of ? (double)shared / (double)of : 0;
}

static bool is_answered_in(const struct order *order, size_t point,
                           size_t paragraph)
{
    const struct asks *asks = &order->compared->points[point].asks;

    for (size_t i = 0; i < asks->count; i++)
        for (size_t j = 0; asks->items[i].verdict != VERDICT_NOT_MET &&
                           j < asks->items[i].passage_count;
             j++)
            if (span_overlap(span_of(order, paragraph),
                             asks->items[i].passages[j].span))
                return true;
    return false;
}

/*
 * Pair points and paragraphs, neither order changed, for the most worth; one
 * without a pair stays alone.
 */
static void take_turns(struct order *order)
{
    double best[POINTS_MOST + 1][PARAGRAPHS_MOST + 1] = {{0}};
    size_t i = order->compared->point_count, j = order->paragraph_count;

    for (size_t p = 1; p <= i; p++)
        for (size_t q = 1; q <= j; q++) {
            double with = best[p - 1][q - 1] + order->worth[p - 1][q - 1];
            double without = best[p - 1][q] > best[p][q - 1] ? best[p - 1][q]
                                                             : best[p][q - 1];

            best[p][q] = with > without ? with : without;
        }
    while (i > 0 && j > 0)
        if (best[i][j] == best[i][j - 1]) {
            j--;
        } else if (best[i][j] == best[i - 1][j]) {
            order->turn[--i] = NO_INDEX;
        } else {
            order->turn[--i] = (int)--j;
        }
    while (i > 0)
        order->turn[--i] = NO_INDEX;
}

/* As many paragraphs as points: each is in its own turn. */
static bool is_in_step(const struct order *order)
{
    return order->compared->point_count == order->paragraph_count;
}

static bool find_order(struct order *order)
{
    if (order->compared->point_count > POINTS_MOST || !find_paragraphs(order))
        return false;
    for (size_t i = 0; i < order->compared->point_count; i++)
        for (size_t j = 0; j < order->paragraph_count; j++)
            order->worth[i][j] =
                WORTH_TURN + likeness(order, i, j) +
                (is_in_step(order) && i == j   ? WORTH_IN_STEP
                 : is_answered_in(order, i, j) ? WORTH_ANSWERED
                                               : 0);
    take_turns(order);
    return true;
}

/* What a paragraph tells of what it is about. */
struct told {
    enum progress most; /* what is furthest along, said by `where` */
    size_t where;       /* sentence */
    bool more;          /* something remains */
    bool undone;        /* something is said not to be done */
    bool half;          /* in the same breath as something that is */
};

static struct told told_in(const struct order *order, size_t paragraph)
{
    const struct paragraph *at = &order->paragraphs[paragraph];
    struct told told = {.where = at->first};

    for (size_t i = at->first; i < at->end; i++) {
        const struct sentence *sentence = sentence_at(order, i);
        enum progress progress =
            progress_of(&order->comparing->account->progress, sentence);

        if (studied_has(sentence, order->later))
            progress = PROGRESS_PLANNED;
        told.more |=
            progress == PROGRESS_PLANNED || progress == PROGRESS_BEGUN;
        told.half |= studied_has(sentence, order->undone) &&
                     studied_has(sentence, order->done);
        told.undone |= studied_has(sentence, order->undone) ||
                       studied_has(sentence, order->empty);
        if (progress > told.most) {
            told.most = progress;
            told.where = i;
        }
    }
    return told;
}

/* How near the point a paragraph is: by its topic, or by its words. */
static double nearness(const struct order *order, size_t point,
                       size_t paragraph)
{
    const struct paragraph *at = &order->paragraphs[paragraph];
    const struct ask *ask = &order->compared->points[point].asks.items[0];

    for (size_t i = at->first; i < at->end; i++)
        for (size_t j = 0; j < ask->topic_count; j++)
            if (studied_has(sentence_at(order, i), ask->topics[j]))
                return ALIKE_ENOUGH;
    return likeness(order, point, paragraph);
}

/* Whether some other point is answered in its turn, in words we know. */
static bool is_order_kept(const struct order *order, size_t point)
{
    for (size_t i = 0; i < order->compared->point_count; i++)
        if (i != point && order->turn[i] != NO_INDEX &&
            is_answered_in(order, i, (size_t)order->turn[i]))
            return is_in_step(order);
    return false;
}

/* Whether the paragraph holds what answers such an ask, of whatever. */
static bool is_of_kind(const struct order *order, size_t point)
{
    const struct ask_kind *kind =
        order->compared->points[point].asks.items[0].kind;
    const struct paragraph *at = &order->paragraphs[order->turn[point]];

    for (size_t i = at->first; kind && kind->done && i < at->end; i++)
        if (predicate_holds(kind->done, order->comparing->account->facts, i))
            return true;
    return false;
}

/*
 * In words of its own, on its topic, or by an order that is kept, the point
 * is answered. In no word of it, or where words that would answer it are
 * known and not there, a person must look.
 */
static enum verdict verdict_of(const struct order *order, size_t point,
                               struct told told)
{
    double near = nearness(order, point, (size_t)order->turn[point]);
    bool known = order->compared->points[point].asks.items[0].kind != NULL;

    if (is_in_step(order) && is_of_kind(order, point))
        return told.more || told.undone ? VERDICT_PARTLY : VERDICT_MET;
    if (told.most == PROGRESS_PLANNED)
        return VERDICT_NOT_MET;
    if (told.half && near > 0)
        return VERDICT_PARTLY;
    if (told.most == PROGRESS_NONE)
        return !told.undone && (is_in_step(order) || near > 0)
                   ? VERDICT_CANNOT_TELL
                   : VERDICT_NOT_MET;
    if (near <= 0 && !is_order_kept(order, point))
        return VERDICT_CANNOT_TELL;
    if (told.most == PROGRESS_BEGUN || told.more || told.undone)
        return VERDICT_PARTLY;
    if (known)
        return VERDICT_CANNOT_TELL;
    return near >= ALIKE_ENOUGH || is_order_kept(order, point)
               ? VERDICT_MET
               : VERDICT_PARTLY;
}

/* Whether an answer in words we know was found to some part of the point. */
static bool has_words(const struct compared_point *point)
{
    for (size_t i = 0; i < point->asks.count; i++)
        if (point->asks.items[i].passage_count)
            return true;
    return false;
}

/* Of a point that is answered in part, what no words are known for. */
static bool is_open(const struct ask *ask, bool answered)
{
    return ask->verdict == VERDICT_NOT_MET && ask->passage_count == 0 &&
           (!answered || ask->kind == NULL);
}

static void answer_in_turn(const struct order *order, size_t point)
{
    static const char *const keys[VERDICTS] = {
        [VERDICT_MET] = "ask-done",
        [VERDICT_PARTLY] = "ask-begun",
        [VERDICT_NOT_MET] = "ask-planned",
        [VERDICT_CANNOT_TELL] = "ask-look"};
    const struct comparing *comparing = order->comparing;
    struct compared_point *compared = &order->compared->points[point];
    struct told told = told_in(order, (size_t)order->turn[point]);
    enum verdict verdict = verdict_of(order, point, told);
    bool answered = has_words(compared);

    if (told.most == PROGRESS_NONE && verdict == VERDICT_NOT_MET)
        return;
    if (verdict == VERDICT_MET)
        told.most = PROGRESS_DONE;
    for (size_t i = 0; i < compared->asks.count; i++) {
        struct ask *ask = &compared->asks.items[i];

        if (!is_open(ask, answered))
            continue;
        ask->passages[ask->passage_count++] =
            (struct ask_passage){sentence_at(order, told.where)->span, 0};
        ask->progress = told.most;
        ask->verdict = verdict;
        ask->message = studied_say(comparing->arena, comparing->review,
                                   keys[verdict], NULL, 0);
    }
    comparing_sum_up(comparing, true, compared);
    if (compared->verdict == VERDICT_CANNOT_TELL)
        compared->message = studied_say(comparing->arena, comparing->review,
                                        "point-look", NULL, 0);
}

void comparing_in_order(const struct comparing *comparing,
                        struct ask_place place,
                        struct compared_area *compared)
{
    const struct lexicons *lexicons = comparing->review->ruleset->lexicons;
    struct order *order = arena_alloc(comparing->arena, sizeof *order);

    *order = (struct order){
        .comparing = comparing,
        .compared = compared,
        .place = place,
        .generic = lexicon_find(lexicons, STR("ask_generic")),
        .empty = lexicon_find(lexicons, STR("ask_empty")),
        .later = lexicon_find(lexicons, STR("ask_later")),
        .done = lexicon_find(lexicons, STR("gjort")),
        .undone = lexicon_find(lexicons, STR("ogjort")),
    };
    if (!find_order(order))
        return;
    for (size_t i = 0; i < compared->point_count; i++)
        if (order->turn[i] != NO_INDEX &&
            compared->points[i].verdict != VERDICT_MET)
            answer_in_turn(order, i);
}
