/* answer - what an account says to one ask of a decision. */
#include "dossier/looking.h"

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
    const struct sentence *sentence = looking_at(looking, index);

    *too = false;
    if (looking->anywhere && looking->school >= 0 &&
        !studied_has(sentence, looking->school))
        return PROGRESS_NONE;
    if (kind == NULL)
        return looking_alike(looking, index) ? told_at(looking, sentence)
                                             : PROGRESS_NONE;
    if (!looking_on_topic(looking, index) ||
        !looking_speaks_of_it(looking, index))
        return PROGRESS_NONE;
    if (looking->anywhere && looking_likeness(looking, index) <= 0)
        return PROGRESS_NONE;
    *too = holds(looking, kind->done_too, index);
    if (holds(looking, kind->done, index) ||
        (holds(looking, kind->done_own, index) &&
         looking_around(looking, index)))
        return studied_has(sentence, looking->later) ? PROGRESS_BEGUN
                                                     : PROGRESS_DONE;
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

        if (!looking_in_scope(looking, i))
            continue;
        progress = progress_at(looking, i, &too);
        if (progress == wanted || (wanted == PROGRESS_DONE && too) ||
            (wanted == PROGRESS_BEGUN && progress == PROGRESS_DONE))
            keep(ask, looking_at(looking, i)->span,
                 looking_likeness(looking, i));
    }
}

/* An enclosure may hold what is not in the text. */
static bool points_elsewhere(const struct looking *looking)
{
    int enclosure = looking->account->review->ruleset->enclosure;

    for (size_t i = 0; i < looking->account->facts->sentence_count; i++)
        if (looking_in_scope(looking, i) &&
            studied_has(looking_at(looking, i), enclosure))
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
         looking_at(looking, i)->block == looking_at(looking, index)->block;
         i++)
        if (progress_of(&looking->account->progress,
                        looking_at(looking, i)) == PROGRESS_PLANNED ||
            studied_has(looking_at(looking, i), looking->later))
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

        if (!looking_in_scope(looking, i))
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
