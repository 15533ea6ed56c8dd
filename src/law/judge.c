/* judge - what a provision meant on a day. */
#include "law/history.h"
#include "law/register.h"
#include "law/tables.h"

static uint32_t day_of(struct date date)
{
    return (uint32_t)(date.year * 10000 + date.month * 100 + date.day);
}

static struct date date_of(uint32_t day)
{
    return (struct date){(int)(day / 10000), (int)(day / 100 % 100),
                         (int)(day % 100)};
}

static struct law_number number_of(uint32_t bits)
{
    struct law_number number = {(uint16_t)(bits >> 5), '\0'};

    if ((bits & 31) != 0)
        number.letter = (char)('a' + (bits & 31) - 1);
    return number;
}

const char *law_status_name(enum law_status status)
{
    static const char *const names[LAW_STATUSES] = {
        "in_force", "repealed", "not_yet", "never", "unknown",
    };

    return names[status];
}

static void set_now(struct judgement *judgement, int index, uint32_t key)
{
    judgement->now = (struct provision){.statute = law_statutes[index].id};
    judgement->now.chapter = number_of(key >> 17);
    judgement->now.clause = number_of(key & 0x1ffff);
}

static struct str heading_of(int index, uint32_t key, uint32_t day)
{
    const struct law_clause *clause = clause_on(index, key, day);

    if (clause == NULL || clause->status == CLAUSE_REPEALED)
        return STR("");
    return str_from(law_pool + clause->heading);
}

static void note(struct judgement *judgement, const char *key, uint32_t day,
                 uint32_t act)
{
    judgement->note = key;
    judgement->changed = date_of(day);
    judgement->act = act;
}

/* The act itself on a day: before its first, after its last. */
static bool judge_statute(const struct law_statute *statute, uint32_t day,
                          struct judgement *judgement)
{
    if (day < statute->from) {
        judgement->status = LAW_NOT_YET;
        judgement->off = true;
        note(judgement, "law-act-not-yet", statute->from, 0);
        return true;
    }
    if (statute->to != 0 && day >= statute->to) {
        judgement->status = LAW_REPEALED;
        judgement->off = true;
        note(judgement, "law-act-repealed", statute->to, 0);
        if (statute->successor >= 0)
            judgement->now.statute = law_statutes[statute->successor].id;
        return true;
    }
    judgement->status = LAW_IN_FORCE;
    if (day < statute->applied_from)
        note(judgement, "law-act-not-applied", statute->applied_from, 0);
    return false;
}

/* Items in the n-th subclause (from 1) of "0,2,0"; -1 past the last. */
static int items_in(struct str counts, unsigned subclause)
{
    struct str part;
    unsigned number = 0;

    for (unsigned i = 1; str_cut(&counts, ',', &part); i++)
        if (i == subclause)
            return str_number(part, &number) ? (int)number : 0;
    return -1;
}

static bool item_exists(struct str counts, unsigned subclause, unsigned item)
{
    int count;

    if (subclause != 0)
        return items_in(counts, subclause) >= (int)item;
    for (unsigned i = 1; (count = items_in(counts, i)) >= 0; i++)
        if (count >= (int)item)
            return true;
    return false;
}

/* Whether the clause has the subclause and the item that are cited. */
static void judge_parts(const struct law_clause *clause,
                        const struct provision *provision, uint32_t day,
                        struct judgement *judgement)
{
    struct str counts;

    if (clause == NULL || clause->subclauses == 0 ||
        (provision->subclause == 0 && provision->item == 0))
        return;
    counts = str_from(law_pool + clause->subclauses);
    if (day < clause->from) {
        if (provision->subclause > 1 || provision->item > 0)
            note(judgement, "law-part-earlier-wording", clause->from,
                 clause->act);
        return;
    }
    if ((provision->subclause == 0 ||
         items_in(counts, provision->subclause) >= 0) &&
        (provision->item == 0 ||
         item_exists(counts, provision->subclause, provision->item)))
        return;
    judgement->off = true;
    note(judgement, "law-no-such-part", 0, 0);
}

static const struct law_applied *applied_on(int index, uint32_t key,
                                            uint32_t day)
{
    for (uint32_t i = 0; i < law_applied_count; i++) {
        const struct law_applied *rule = &law_applied[i];
        bool chapter = (rule->key & 0x1ffff) == 0;

        if ((int)rule->statute == index && day >= rule->from &&
            day <= rule->until &&
            (chapter ? rule->key == key >> 17 << 17 : rule->key == key))
            return rule;
    }
    return NULL;
}

/* A number that is not there on the day: was it before, will it be? */
static void judge_absent(int index, uint32_t key,
                         const struct history *history,
                         struct judgement *judgement)
{
    struct destiny destiny;

    judgement->off = true;
    if (history->chapter == CHAPTER_EARLIER) {
        judgement->status = LAW_UNKNOWN;
        judgement->off = false;
        note(judgement, "law-earlier-chapter", history->begins,
             history->begins_act);
    } else if (history->ended != 0) {
        judgement->status = LAW_REPEALED;
        note(judgement, "law-repealed", history->ended, history->ended_act);
        if (history->moved_to == 0)
            return;
        destiny = history_follow(index, history->moved_to, history->ended);
        if (destiny.key == 0)
            return;
        judgement->note = "law-moved";
        judgement->heading_now =
            heading_of(index, destiny.key, law_statutes[index].known_until);
        set_now(judgement, index, destiny.key);
    } else if (history->begins != 0) {
        judgement->status = LAW_NOT_YET;
        note(judgement, "law-not-yet", history->begins, history->begins_act);
        judgement->heading_now = heading_of(index, key, history->begins);
    } else {
        judgement->status = LAW_NEVER;
        note(judgement, "law-never", 0, 0);
    }
}

/* A number that is there: does it still mean the same? */
static void judge_present(int index, uint32_t key, uint32_t day,
                          struct judgement *judgement)
{
    struct destiny destiny = history_follow(index, key, day);
    uint32_t last = law_statutes[index].known_until;

    judgement->status = LAW_IN_FORCE;
    judgement->heading_now = heading_of(index, key, last);
    if (destiny.date != 0 && destiny.date <= last) {
        if (destiny.key == 0) {
            note(judgement, "law-repealed-since", destiny.date, destiny.act);
            return;
        }
        note(judgement, "law-moved-since", destiny.date, destiny.act);
        judgement->heading = heading_of(index, destiny.key, last);
        set_now(judgement, index, destiny.key);
        return;
    }
    judgement->heading = heading_of(index, key, day);
}

/* Statutes of which every change is known. */
static void judge_by_events(int index, const struct provision *provision,
                            uint32_t key, uint32_t day,
                            struct judgement *judgement)
{
    struct history history = history_on(index, key, day);
    const struct law_applied *rule = applied_on(index, key, day);

    if (!history.exists && rule != NULL && history.ended == rule->from)
        history = history_on(index, key, rule->from - 1);
    if (!history.exists) {
        judge_absent(index, key, &history, judgement);
        return;
    }
    judge_present(index, key, day, judgement);
    if (rule != NULL) {
        note(judgement, "law-transitional", rule->from, rule->act);
        judgement->until = date_of(rule->until);
    }
    judge_parts(clause_on(index, key, day), provision, day, judgement);
}

/* Statutes of which the present wording is known, and its acts. */
static void judge_by_wording(int index, const struct provision *provision,
                             uint32_t key, uint32_t day,
                             struct judgement *judgement)
{
    const struct law_clause *clause = clause_on(index, key, day);
    uint32_t year = day / 10000, act_year;

    if (clause == NULL) {
        judgement->status = LAW_NEVER;
        judgement->off = true;
        note(judgement, "law-never", 0, 0);
        return;
    }
    act_year = clause->act >> 16;
    judgement->heading = heading_of(index, key, day);
    judgement->heading_now = judgement->heading;
    if (clause->from != 0 ? day < clause->from : year <= act_year &&
            clause->act != ((uint32_t)law_statutes[index].id.year << 16 |
                            law_statutes[index].id.number)) {
        judgement->status = LAW_UNKNOWN;
        judgement->knows = true;
        judgement->last_known = LAW_IN_FORCE;
        note(judgement, "law-earlier-wording", clause->from, clause->act);
        return;
    }
    if (clause->status == CLAUSE_NOT_LAW) {
        judgement->status = LAW_UNKNOWN;
        note(judgement, "law-not-law", 0, 0);
        return;
    }
    if (clause->status != CLAUSE_REPEALED) {
        judge_parts(clause, provision, day, judgement);
        return;
    }
    judgement->status = LAW_REPEALED;
    judgement->off = true;
    note(judgement, "law-repealed", clause->from, clause->act);
}

/* A chapter as a whole. */
static void judge_chapter(int index, const struct provision *provision,
                          uint32_t key, uint32_t day,
                          struct judgement *judgement)
{
    struct history history = history_on(index, key, day);
    const struct law_applied *rule = applied_on(index, key, day);

    judgement->heading = register_chapter_title(index, provision->chapter);
    judgement->heading_now = judgement->heading;
    if (rule != NULL) {
        note(judgement, "law-transitional", rule->from, rule->act);
        judgement->until = date_of(rule->until);
        return;
    }
    if (history.chapter == CHAPTER_AS_NOW &&
        register_knows(index, provision->chapter, provision->clause))
        return;
    judgement->heading = STR("");
    if (history.chapter == CHAPTER_AS_NOW)
        history = (struct history){.exists = false};
    judge_absent(index, key, &history, judgement);
}

/* "2 a kap." is no chapter of this act, but was one of the act before. */
static void look_in_old_act(int index, const struct provision *provision,
                            struct judgement *judgement)
{
    struct law_number none = {0, '\0'};

    for (uint32_t i = 0; i < law_statute_count; i++)
        if (law_statutes[i].successor == index &&
            !register_knows(index, provision->chapter, none) &&
            register_knows((int)i, provision->chapter, none)) {
            judgement->note = "law-old-act";
            judgement->now.statute = law_statutes[i].id;
        }
}

static void judge_provision(int index, const struct provision *provision,
                            uint32_t day, struct judgement *judgement)
{
    const struct law_statute *statute = &law_statutes[index];
    bool fits = provision->chapter.value <= LAW_KEY_CHAPTER_MOST &&
                provision->clause.value <= LAW_KEY_CLAUSE_MOST;
    uint32_t key = fits ? law_key(provision->chapter, provision->clause) : 0;

    if (provision->open || statute->clause_count == 0) {
        judgement->status = LAW_UNKNOWN;
        note(judgement, provision->open ? "law-open" : "law-no-clauses", 0,
             0);
        return;
    }
    if (key == 0) {
        judgement->status = LAW_NEVER;
        judgement->off = true;
        note(judgement, "law-never", 0, 0);
    } else if (provision->clause.value == 0) {
        judge_chapter(index, provision, key, day, judgement);
    } else if (statute->event_count > 0) {
        judge_by_events(index, provision, key, day, judgement);
    } else {
        judge_by_wording(index, provision, key, day, judgement);
    }
    if (judgement->status == LAW_NEVER)
        look_in_old_act(index, provision, judgement);
}

/* Past the last day nothing is claimed; what was last known is kept. */
static void doubt(struct judgement *judgement, uint32_t last)
{
    judgement->known_until = date_of(last);
    if (judgement->status == LAW_UNKNOWN)
        return;
    judgement->last_known = judgement->status;
    judgement->knows = true;
    judgement->status = LAW_UNKNOWN;
    if (judgement->note == NULL || judgement->last_known == LAW_NEVER)
        judgement->note = "law-after-last-day";
    judgement->off = false;
}

struct judgement register_judge(const struct provision *provision,
                                struct date date)
{
    struct judgement judgement = {.status = LAW_UNKNOWN};
    int index = register_find(provision->statute);
    uint32_t day = day_of(date), last = law_statutes[0].known_until;
    struct date in_force;

    judgement.known_until = date_of(last);
    if (register_amended_by(provision->statute, &in_force) >= 0) {
        judgement.status = date_compare(date, in_force) < 0 ? LAW_NOT_YET
                                                            : LAW_IN_FORCE;
    } else if (index < 0) {
        judgement.note = "law-no-statute";
        if (register_title(provision->statute).length == 0)
            return judgement;
        judgement.status = LAW_IN_FORCE;
        judgement.note = NULL;
        if (provision->chapter.value != 0 || provision->clause.value != 0) {
            judgement.status = LAW_UNKNOWN;
            judgement.note = "law-no-clauses";
        }
    } else {
        if (law_statutes[index].known_until != 0)
            last = law_statutes[index].known_until;
        if (!judge_statute(&law_statutes[index], day, &judgement) &&
            (provision->chapter.value != 0 || provision->clause.value != 0))
            judge_provision(index, provision, day, &judgement);
    }
    if (day > last)
        doubt(&judgement, last);
    return judgement;
}
