/* answer - what an account says to one ask of a decision. */
#include "dossier/asks.h"

enum { NEAR_SENTENCES = 2 };

struct looking {
    const struct studied *decision, *account;
    const struct ask *ask;
    int area;
    int generic, empty; /* lexicons */
    bool anywhere;      /* the account has no section for the area */
    int school; /* mark that a sentence from anywhere must have, or -1 */
};

static const struct sentence *sentence_at(const struct looking *looking,
                                          size_t index)
{
    return &looking->account->facts->sentences[index];
}

static bool in_scope(const struct looking *looking, size_t index)
{
    const struct sentence *sentence = sentence_at(looking, index);

    return studied_own(looking->account, sentence) &&
           (looking->anywhere ||
            passage_is_of(sentence_passage(looking->account->facts, sentence),
                          looking->area));
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

/*
 * Whether what the ask is about is spoken of in the sentence, before it, or
 * further on in its paragraph: the next paragraph is of something else.
 */
static bool is_on_topic(const struct looking *looking, size_t index)
{
    const struct ask *ask = looking->ask;
    size_t from = index > NEAR_SENTENCES ? index - NEAR_SENTENCES : 0;

    if (ask->topic_count == 0)
        return true;
    for (size_t i = from; i <= index + NEAR_SENTENCES &&
                          i < looking->account->facts->sentence_count;
         i++) {
        if (!in_scope(looking, i) ||
            (i > index && sentence_at(looking, i)->block !=
                              sentence_at(looking, index)->block))
            continue;
        for (size_t j = 0; j < ask->topic_count; j++)
            if (studied_has(sentence_at(looking, i), ask->topics[j]))
                return true;
    }
    return false;
}

/* Enough of the same words for an ask that is known by nothing else. */
static bool is_alike(const struct looking *looking, size_t index)
{
    double like = likeness(looking, index);

    if (looking->ask->topic_count && is_on_topic(looking, index))
        return like >= 0.15;
    return like >= 0.34;
}

static bool holds(const struct looking *looking,
                  const struct predicate *predicate, size_t index)
{
    return predicate &&
           predicate_holds(predicate, looking->account->facts, index);
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
        return is_alike(looking, index)
                   ? progress_of(&looking->account->progress, sentence)
                   : PROGRESS_NONE;
    if (!is_on_topic(looking, index))
        return PROGRESS_NONE;
    if (looking->anywhere && likeness(looking, index) <= 0)
        return PROGRESS_NONE;
    *too = holds(looking, kind->done_too, index);
    if (holds(looking, kind->done, index))
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
        if (progress == wanted || (wanted == PROGRESS_DONE && too))
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

void ask_answer(struct arena *arena, const struct studied *decision,
                const struct studied *account, int area, struct ask *ask)
{
    struct looking looking = {
        .decision = decision,
        .account = account,
        .ask = ask,
        .area = area,
        .generic = lexicon_find(decision->review->ruleset->lexicons,
                                STR("ask_generic")),
        .empty = lexicon_find(decision->review->ruleset->lexicons,
                              STR("ask_empty")),
        .anywhere = area == NO_INDEX,
        .school = name_index(&decision->review->ruleset->marks, NULL,
                             STR("ask_anywhere")),
    };
    bool done_too = false, too;

    ask->progress = PROGRESS_NONE;
    for (size_t i = 0; i < account->facts->sentence_count; i++) {
        enum progress progress;

        if (!in_scope(&looking, i))
            continue;
        progress = progress_at(&looking, i, &too);
        done_too |= too;
        if (progress > ask->progress)
            ask->progress = progress;
    }
    if (ask->progress != PROGRESS_NONE)
        keep_at(&looking, ask, ask->progress);
    decide(&looking, ask, done_too);
    ask->message =
        studied_say(arena, decision->review, message_key(ask), NULL, 0);
}
