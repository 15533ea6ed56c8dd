/* answer - what an account says to one ask of a decision. */
#include "dossier/asks.h"

enum { OWN_WORDS = 2 }; /* of an ask, when some must be found again */

/* The share of an ask's words that must be found: in a paragraph that gives
   a cause; in a sentence near its topic, in its section, and anywhere; in a
   paragraph of its section. */
#define ALIKE_AROUND    0.3
#define ALIKE_ON_TOPIC  0.15
#define ALIKE_IN_PLACE  0.3
#define ALIKE_ANYWHERE  0.34
#define ALIKE_PARAGRAPH 0.6

struct looking {
    const struct studied *decision, *account;
    const struct ask *ask;
    struct ask_place place;
    int generic, empty, later; /* lexicons */
    bool anywhere;             /* the account has no section for the area */
    int school; /* mark that a sentence from anywhere must have, or -1 */
};

static const struct sentence *sentence_at(const struct looking *looking,
                                          size_t index)
{
    return &looking->account->facts->sentences[index];
}

bool ask_place_has(const struct studied *account, struct ask_place place,
                   const struct sentence *sentence)
{
    if (!studied_own(account, sentence))
        return false;
    if (place.area != NO_INDEX)
        return passage_is_of(sentence_passage(account->facts, sentence),
                             place.area);
    return place.section.length == 0 ||
           span_overlap(place.section, sentence->span);
}

static bool in_scope(const struct looking *looking, size_t index)
{
    return ask_place_has(looking->account, looking->place,
                         sentence_at(looking, index));
}

/* How much of the ask's own words the sentence has, and what is close. */
static double likeness(const struct looking *looking, size_t index)
{
    const struct sentence *sentence = sentence_at(looking, index);
    size_t of, shared = studied_shared(
                   looking->decision, looking->ask->first, looking->ask->end,
                   looking->account, sentence->first_token,
                   sentence->end_token, looking->generic, &of);

    return of ? (double)shared / (double)of : 0;
}

static bool names_topic(const struct looking *looking, size_t index)
{
    const struct ask *ask = looking->ask;

    for (size_t i = 0; i < ask->topic_count; i++)
        if (studied_has(sentence_at(looking, index), ask->topics[i]))
            return true;
    return false;
}

static bool is_beside(const struct looking *looking, size_t a, size_t b)
{
    return a < looking->account->facts->sentence_count &&
           sentence_at(looking, a)->block == sentence_at(looking, b)->block;
}

/* Whether the sentence is the heading of all that is looked in. */
static bool is_title(const struct looking *looking, size_t index)
{
    return span_overlap(looking->place.title,
                        sentence_at(looking, index)->span);
}

/*
 * Whether what the ask is about is spoken of in the sentence's paragraph, or
 * just before it: by the sentence or the heading that leads to it. The next
 * paragraph is of something else.
 */
static bool is_on_topic(const struct looking *looking, size_t index)
{
    size_t i = index;

    if (looking->ask->topic_count == 0 || names_topic(looking, index))
        return true;
    while (is_beside(looking, i + 1, index))
        if (names_topic(looking, ++i))
            return true;
    for (i = index; i > 0 && is_beside(looking, i - 1, index); i--)
        if (names_topic(looking, i - 1))
            return true;
    return i > 0 && !is_title(looking, i - 1) && names_topic(looking, i - 1);
}

/* The tokens of the paragraph: its sentences speak of one thing. */
static void paragraph_of(const struct looking *looking, size_t index,
                         size_t *first_token, size_t *end_token)
{
    size_t block = sentence_at(looking, index)->block, first = index,
           end = index + 1;

    while (first > 0 && sentence_at(looking, first - 1)->block == block)
        first--;
    while (end < looking->account->facts->sentence_count &&
           sentence_at(looking, end)->block == block)
        end++;
    *first_token = sentence_at(looking, first)->first_token;
    *end_token = sentence_at(looking, end - 1)->end_token;
}

static double likeness_around(const struct looking *looking, size_t index)
{
    size_t first, end, of, shared;

    paragraph_of(looking, index, &first, &end);
    shared = studied_shared(looking->decision, looking->ask->first,
                            looking->ask->end, looking->account, first, end,
                            looking->generic, &of);
    return of ? (double)shared / (double)of : 0;
}

/* How many of the ask's words besides those that tell its kind stand in
   tokens [first, end) of the account. */
static size_t shared_besides(const struct looking *looking, size_t first,
                             size_t end, size_t *of)
{
    const struct ask *ask = looking->ask;
    size_t before, after;
    size_t shared = studied_shared(looking->decision, ask->first, ask->cue,
                                   looking->account, first, end,
                                   looking->generic, &before) +
                    studied_shared(looking->decision, ask->cue_end, ask->end,
                                   looking->account, first, end,
                                   looking->generic, &after);

    *of = before + after;
    return shared;
}

/*
 * Whether the paragraph, or the heading over all, has some word of what is
 * asked: "åtgärder mot kränkningar" is not answered by any measure.
 */
static bool speaks_of_it(const struct looking *looking, size_t index)
{
    const struct ask *ask = looking->ask;
    size_t first, end, of;

    if (ask->topic_count || ask->cue_end <= ask->cue)
        return true;
    paragraph_of(looking, index, &first, &end);
    if (shared_besides(looking, first, end, &of) > 0 || of < OWN_WORDS)
        return true;
    tokens_in(looking->account->tokens, looking->place.title, &first, &end);
    return shared_besides(looking, first, end, &of) > 0;
}

/* Enough of the same words for an ask that is known by nothing else. */
static bool is_alike(const struct looking *looking, size_t index)
{
    double like = likeness(looking, index);

    if (looking->ask->topic_count && is_on_topic(looking, index))
        return like >= ALIKE_ON_TOPIC;
    if (looking->anywhere)
        return like >= ALIKE_ANYWHERE;
    return like >= ALIKE_IN_PLACE ||
           likeness_around(looking, index) >= ALIKE_PARAGRAPH;
}

static bool holds(const struct looking *looking,
                  const struct predicate *predicate, size_t index)
{
    return predicate &&
           predicate_holds(predicate, looking->account->facts, index);
}

/* "görs i september" may be a habit, or still to come. */
static enum progress told_at(const struct looking *looking,
                             const struct sentence *sentence)
{
    enum progress progress =
        progress_of(&looking->account->progress, sentence);

    return progress == PROGRESS_DONE && studied_has(sentence, looking->later)
               ? PROGRESS_BEGUN
               : progress;
}

/* What one sentence is for the ask; *too: it is what must come beside. */
static enum progress progress_at(const struct looking *looking, size_t index,
                                 bool *too)
{
    const struct ask_kind *kind = looking->ask->kind;
    const struct sentence *sentence = sentence_at(looking, index);

    *too = false;
    if (looking->anywhere && looking->school >= 0 &&
        !studied_has(sentence, looking->school))
        return PROGRESS_NONE;
    if (kind == NULL)
        return is_alike(looking, index) ? told_at(looking, sentence)
                                        : PROGRESS_NONE;
    if (!is_on_topic(looking, index) || !speaks_of_it(looking, index))
        return PROGRESS_NONE;
    if (looking->anywhere && likeness(looking, index) <= 0)
        return PROGRESS_NONE;
    *too = holds(looking, kind->done_too, index);
    if (holds(looking, kind->done, index) ||
        (holds(looking, kind->done_own, index) &&
         likeness_around(looking, index) >= ALIKE_AROUND))
        return PROGRESS_DONE;
    if (studied_has(sentence, looking->empty))
        return PROGRESS_NONE;
    if (holds(looking, kind->begun, index))
        return PROGRESS_BEGUN;
    if (holds(looking, kind->planned, index))
        return PROGRESS_PLANNED;
    return PROGRESS_NONE;
}

/* Keep the nearest few, the nearest first and of these the first. */
static void keep(struct ask *ask, struct span span, double score)
{
    size_t at = ask->passage_count;

    while (at > 0 && ask->passages[at - 1].score < score)
        at--;
    if (at == ASK_PASSAGES_MOST)
        return;
    if (ask->passage_count < ASK_PASSAGES_MOST)
        ask->passage_count++;
    for (size_t i = ask->passage_count - 1; i > at; i--)
        ask->passages[i] = ask->passages[i - 1];
    ask->passages[at] = (struct ask_passage){span, score};
}

static void keep_at(const struct looking *looking, struct ask *ask,
                    enum progress wanted)
{
    bool too;

    ask->passage_count = 0;
    for (size_t i = 0; i < looking->account->facts->sentence_count; i++) {
        enum progress progress;

        if (!in_scope(looking, i))
            continue;
        progress = progress_at(looking, i, &too);
        if (progress == wanted || (wanted == PROGRESS_DONE && too) ||
            (wanted == PROGRESS_BEGUN && progress == PROGRESS_DONE))
            keep(ask, sentence_at(looking, i)->span, likeness(looking, i));
    }
}

/* An enclosure may hold what is not in the text. */
static bool points_elsewhere(const struct looking *looking)
{
    int enclosure = looking->account->review->ruleset->enclosure;

    for (size_t i = 0; i < looking->account->facts->sentence_count; i++)
        if (in_scope(looking, i) &&
            studied_has(sentence_at(looking, i), enclosure))
            return true;
    return false;
}

static void decide(const struct looking *looking, struct ask *ask,
                   bool done_too)
{
    ask->verdict = ask->progress == PROGRESS_DONE    ? VERDICT_MET
                   : ask->progress == PROGRESS_BEGUN ? VERDICT_PARTLY
                                                     : VERDICT_NOT_MET;
    if (ask->progress == PROGRESS_DONE && ask->kind && ask->kind->done_too &&
        !done_too)
        ask->verdict = VERDICT_PARTLY;
    if (ask->verdict == VERDICT_NOT_MET && points_elsewhere(looking))
        ask->verdict = VERDICT_CANNOT_TELL;
}

static const char *message_key(const struct ask *ask)
{
    static const char *const keys[] = {"ask-none", "ask-planned", "ask-begun",
                                       "ask-done"};

    if (ask->verdict == VERDICT_CANNOT_TELL)
        return "ask-enclosure";
    if (ask->progress == PROGRESS_DONE && ask->verdict == VERDICT_PARTLY)
        return "ask-half";
    return keys[ask->progress];
}

/* Whether the paragraph after the sentence goes on with what will come. */
static bool goes_on_planned(const struct looking *looking, size_t index)
{
    const struct facts *facts = looking->account->facts;

    for (size_t i = index + 1;
         i < facts->sentence_count &&
         sentence_at(looking, i)->block == sentence_at(looking, index)->block;
         i++)
        if (progress_of(&looking->account->progress,
                        sentence_at(looking, i)) == PROGRESS_PLANNED)
            return true;
    return false;
}

/*
 * The most that is said of the ask. One known by its own words only is not
 * done where what is done is followed by what remains.
 */
static enum progress most_said(const struct looking *looking, bool *done_too)
{
    enum progress most = PROGRESS_NONE;
    bool too;

    *done_too = false;
    for (size_t i = 0; i < looking->account->facts->sentence_count; i++) {
        enum progress progress;

        if (!in_scope(looking, i))
            continue;
        progress = progress_at(looking, i, &too);
        *done_too |= too;
        if (progress == PROGRESS_DONE && looking->ask->kind == NULL &&
            goes_on_planned(looking, i))
            progress = PROGRESS_BEGUN;
        if (progress > most)
            most = progress;
    }
    return most;
}

void ask_answer(struct arena *arena, const struct studied *decision,
                const struct studied *account, struct ask_place place,
                struct ask *ask)
{
    struct looking looking = {
        .decision = decision,
        .account = account,
        .ask = ask,
        .place = place,
        .generic = lexicon_find(decision->review->ruleset->lexicons,
                                STR("ask_generic")),
        .empty = lexicon_find(decision->review->ruleset->lexicons,
                              STR("ask_empty")),
        .later = lexicon_find(decision->review->ruleset->lexicons,
                              STR("ask_later")),
        .anywhere = place.area == NO_INDEX && place.section.length == 0,
        .school = name_index(&decision->review->ruleset->marks, NULL,
                             STR("ask_anywhere")),
    };
    bool done_too;

    ask->progress = most_said(&looking, &done_too);
    if (ask->progress != PROGRESS_NONE)
        keep_at(&looking, ask, ask->progress);
    decide(&looking, ask, done_too);
    ask->message =
        studied_say(arena, decision->review, message_key(ask), NULL, 0);
}
