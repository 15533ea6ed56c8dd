/* history - what became of a clause's number, event by event. */
#include "law/history.h"

enum { MOVES_MOST = 16 };

uint32_t clause_lower(int statute, uint32_t key)
{
    uint32_t low = law_statutes[statute].first_clause;
    uint32_t high = low + law_statutes[statute].clause_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (law_clauses[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t event_lower(int statute, uint32_t key)
{
    uint32_t low = law_statutes[statute].first_event;
    uint32_t high = low + law_statutes[statute].event_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (law_events[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t clause_end(int statute)
{
    return law_statutes[statute].first_clause +
           law_statutes[statute].clause_count;
}

static uint32_t event_end(int statute)
{
    return law_statutes[statute].first_event +
           law_statutes[statute].event_count;
}

const struct law_clause *clause_on(int statute, uint32_t key, uint32_t day)
{
    const struct law_clause *found = NULL;
    uint32_t end = clause_end(statute);

    for (uint32_t i = clause_lower(statute, key);
         i < end && law_clauses[i].key == key; i++)
        if (found == NULL || law_clauses[i].from <= day)
            found = &law_clauses[i];
    return found;
}

/* What the chapter of a key was on a day; dates into `history`. */
static void chapter_on(int statute, uint32_t key, uint32_t day,
                       struct history *history)
{
    uint32_t chapter = key >> 17 << 17, end = event_end(statute);
    bool repealed_ever = false, ended = false;

    for (uint32_t i = event_lower(statute, chapter);
         i < end && law_events[i].key == chapter; i++) {
        const struct law_event *event = &law_events[i];
        bool ends = event->action == ACTION_REPEALED_CHAPTER;

        if (event->date > day) {
            if (!ends && history->begins == 0) {
                history->begins = event->date;
                history->begins_act = event->act;
                if (!ended)
                    history->chapter = repealed_ever ? CHAPTER_EARLIER
                                                     : CHAPTER_NOT_YET;
            }
            repealed_ever |= ends;
            continue;
        }
        repealed_ever |= ends;
        ended = ends;
        history->chapter = ends ? CHAPTER_GONE : CHAPTER_AS_NOW;
        if (ends) {
            history->ended = event->date;
            history->ended_act = event->act;
        }
    }
}

/* Whether a number stood in the act from the start, by its first event. */
static bool at_start(int statute, uint32_t key)
{
    uint32_t first = event_lower(statute, key);
    const struct law_clause *clause = clause_on(statute, key, 0);

    if (first < event_end(statute) && law_events[first].key == key)
        return law_events[first].action != ACTION_NEW &&
               law_events[first].action != ACTION_MOVED_IN;
    return clause != NULL && clause->since <= law_statutes[statute].from;
}

static void apply_event(struct history *history, const struct law_event *event)
{
    switch (event->action) {
    case ACTION_REPEALED:
    case ACTION_MOVED:
        history->exists = false;
        history->ended = event->date;
        history->ended_act = event->act;
        history->moved_to = event->other_key;
        break;
    case ACTION_MOVED_IN:
    case ACTION_NEW:
        history->exists = true;
        history->since = event->date;
        history->since_act = event->act;
        break;
    default:
        break;
    }
}

struct history history_on(int statute, uint32_t key, uint32_t day)
{
    const struct law_clause *clause = clause_on(statute, key, 0);
    struct history history = {.exists = at_start(statute, key),
                              .since = law_statutes[statute].from};
    uint32_t end = event_end(statute);

    history.ever = history.exists;
    chapter_on(statute, key, day, &history);
    if (!history.exists && clause != NULL && clause->since != 0) {
        history.ever = true;
        history.exists = clause->since <= day;
        if (history.exists) {
            history.since = clause->since;
            history.since_act = clause->since_act;
        } else if (history.begins == 0) {
            history.begins = clause->since;
            history.begins_act = clause->since_act;
        }
    }
    for (uint32_t i = event_lower(statute, key);
         i < end && law_events[i].key == key; i++) {
        const struct law_event *event = &law_events[i];

        history.ever |= event->action != ACTION_CHANGED;
        if (event->date <= day)
            apply_event(&history, event);
        else if ((history.begins == 0 || event->date < history.begins) &&
                 (event->action == ACTION_NEW ||
                  event->action == ACTION_MOVED_IN)) {
            history.begins = event->date;
            history.begins_act = event->act;
        }
    }
    if (history.chapter != CHAPTER_AS_NOW)
        history.exists = false;
    return history;
}

/* The first end of a number after a day; a move before a repeal. */
static const struct law_event *next_end(int statute, uint32_t key,
                                        uint32_t day)
{
    uint32_t chapter = key >> 17 << 17, end = event_end(statute);
    const struct law_event *found = NULL;

    for (uint32_t i = event_lower(statute, key);
         i < end && law_events[i].key == key; i++) {
        const struct law_event *event = &law_events[i];

        if (event->date <= day || (event->action != ACTION_REPEALED &&
                                   event->action != ACTION_MOVED))
            continue;
        if (found == NULL || (event->date == found->date &&
                              event->action == ACTION_MOVED))
            found = event;
    }
    for (uint32_t i = event_lower(statute, chapter);
         i < end && law_events[i].key == chapter; i++)
        if (law_events[i].date > day &&
            law_events[i].action == ACTION_REPEALED_CHAPTER &&
            (found == NULL || law_events[i].date < found->date))
            found = &law_events[i];
    return found;
}

struct destiny history_follow(int statute, uint32_t key, uint32_t day)
{
    struct destiny destiny = {.key = key};

    for (unsigned moves = 0; moves < MOVES_MOST; moves++) {
        const struct law_event *event = next_end(statute, destiny.key, day);

        if (event == NULL)
            break;
        if (destiny.date == 0 || event->action != ACTION_MOVED) {
            destiny.date = event->date;
            destiny.act = event->act;
        }
        destiny.key = event->action == ACTION_MOVED ? event->other_key : 0;
        day = event->date;
        if (destiny.key == 0)
            break;
    }
    return destiny;
}
