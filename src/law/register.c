/* register - the statutes as the register knows them, day by day. */
#include "law/register.h"

#include "law/history.h"
#include "law/tables.h"

enum { NUMBER_MOST = LAW_KEY_CLAUSE_MOST };

static struct str pool(uint32_t offset)
{
    return str_from(law_pool + offset);
}

static uint32_t day_of(struct date date)
{
    return (uint32_t)(date.year * 10000 + date.month * 100 + date.day);
}

static struct date date_of(uint32_t day)
{
    return (struct date){(int)(day / 10000), (int)(day / 100 % 100),
                         (int)(day % 100)};
}

int register_find(struct statute_id id)
{
    for (uint32_t i = 0; i < law_statute_count; i++)
        if (statute_id_equal(law_statutes[i].id, id))
            return (int)i;
    return -1;
}

size_t register_statutes(void)
{
    return law_statute_count;
}

struct statute_id register_statute(int index)
{
    return law_statutes[index].id;
}

struct str register_name(int index)
{
    return pool(law_statutes[index].name);
}

int register_amended_by(struct statute_id id, struct date *in_force)
{
    uint32_t act = (uint32_t)id.year << 16 | id.number;

    if (id.series[0] != '\0' || id.number > UINT16_MAX)
        return -1;
    for (uint32_t i = 0; i < law_amendment_count; i++)
        if (law_amendments[i].act == act) {
            if (in_force != NULL)
                *in_force = date_of(law_amendments[i].in_force);
            return (int)law_amendments[i].statute;
        }
    return -1;
}

bool register_has_chapters(int index)
{
    return law_statutes[index].division == DIVIDED_CHAPTERS;
}

bool register_has_clauses(int index)
{
    return law_statutes[index].clause_count > 0;
}

struct date register_last_day(int index)
{
    return date_of(law_statutes[index].known_until);
}

/* The title among all the numbers known, by halving. */
static struct str known_title(uint32_t act)
{
    uint32_t low = 0, high = law_known_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (law_known[middle].act < act)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < law_known_count && law_known[low].act == act)
        return pool(law_known[low].title);
    return STR("");
}

struct str register_title(struct statute_id id)
{
    int index = register_find(id);

    if (index >= 0)
        return pool(law_statutes[index].title);
    if (id.series[0] != '\0' || id.number > UINT16_MAX)
        return STR("");
    return known_title((uint32_t)id.year << 16 | id.number);
}

int register_on(int index, struct date date)
{
    uint32_t day = day_of(date);

    for (uint32_t i = 0; day != 0 && i < law_statute_count; i++)
        if (day < law_statutes[index].applied_from &&
            law_statutes[i].successor == index)
            return register_on((int)i, date);
    return index;
}

static bool key_fits(struct law_number chapter, struct law_number clause)
{
    return chapter.value <= LAW_KEY_CHAPTER_MOST && clause.value <= NUMBER_MOST;
}

static uint32_t find_chapter(int index, uint32_t key)
{
    uint32_t first = law_statutes[index].first_chapter;

    for (uint32_t i = first; i < first + law_statutes[index].chapter_count;
         i++)
        if (law_chapters[i].key == key)
            return i;
    return UINT32_MAX;
}

bool register_knows(int index, struct law_number chapter,
                    struct law_number clause)
{
    uint32_t key, i;

    if (index < 0 || !key_fits(chapter, clause))
        return false;
    key = law_key(chapter, clause);
    if (clause.value == 0)
        return find_chapter(index, key) != UINT32_MAX;
    i = clause_lower(index, key);
    if (i < law_statutes[index].first_clause +
                law_statutes[index].clause_count &&
        law_clauses[i].key == key)
        return true;
    i = event_lower(index, key);
    return i < law_statutes[index].first_event +
                   law_statutes[index].event_count &&
           law_events[i].key == key;
}

/* On a day; day 0: the last one. */
static bool exists_on(int index, uint32_t key, uint32_t day)
{
    const struct law_clause *clause;

    if (day == 0)
        day = law_statutes[index].known_until;
    if (law_statutes[index].event_count > 0)
        return history_on(index, key, day).exists;
    clause = clause_on(index, key, day);
    return clause != NULL && clause->status != CLAUSE_REPEALED;
}

bool register_exists(int index, struct law_number chapter,
                     struct law_number clause, struct date date)
{
    return index >= 0 && key_fits(chapter, clause) &&
           exists_on(index, law_key(chapter, clause), day_of(date));
}

/*
 * Whether a range spelled out on a day holds the number: one that was
 * repealed still counts when it has no letter, as people count so.
 */
static bool listed_on(int index, uint32_t key, uint32_t day)
{
    if (exists_on(index, key, day))
        return true;
    if ((key & 31) != 0)
        return false;
    if (law_statutes[index].event_count == 0)
        return clause_on(index, key, 0) != NULL;
    if (day == 0)
        day = law_statutes[index].known_until;
    return history_on(index, key, day).ended != 0;
}

static struct law_number clause_of(uint32_t key)
{
    struct law_number number = {(uint16_t)(key >> 5 & 0xfff), '\0'};

    if ((key & 31) != 0)
        number.letter = (char)('a' + (key & 31) - 1);
    return number;
}

/* The next key above `key` in the tables of wordings and of events. */
static uint32_t next_key(int index, uint32_t key)
{
    const struct law_statute *statute = &law_statutes[index];
    uint32_t clause = clause_lower(index, key + 1);
    uint32_t event = event_lower(index, key + 1);
    uint32_t next = UINT32_MAX;

    if (clause < statute->first_clause + statute->clause_count)
        next = law_clauses[clause].key;
    if (event < statute->first_event + statute->event_count &&
        law_events[event].key < next)
        next = law_events[event].key;
    return next;
}

size_t register_range(int index, struct law_number chapter,
                      struct law_number first, struct law_number last,
                      struct date date, struct law_number *into, size_t most)
{
    uint32_t key, end, day = day_of(date);
    size_t count = 0;

    if (index < 0 || !key_fits(chapter, first))
        return 0;
    if (!key_fits(chapter, last))
        last = (struct law_number){NUMBER_MOST, 'z'};
    end = law_key(chapter, last);
    for (key = law_key(chapter, first); key <= end;
         key = next_key(index, key)) {
        if (!listed_on(index, key, day))
            continue;
        if (count < most)
            into[count] = clause_of(key);
        count++;
    }
    return count;
}

size_t register_chapters(int index, struct law_number *into, size_t most)
{
    const struct law_statute *statute = &law_statutes[index];
    size_t count = 0;

    for (uint32_t i = 0; i < statute->chapter_count; i++) {
        uint32_t key = law_chapters[statute->first_chapter + i].key;

        if (count < most)
            into[count] = clause_of(key >> 17);
        count++;
    }
    return count;
}

struct str register_chapter_title(int index, struct law_number chapter)
{
    struct law_number none = {0, '\0'};
    uint32_t found = UINT32_MAX;

    if (key_fits(chapter, none))
        found = find_chapter(index, law_key(chapter, none));
    return found == UINT32_MAX ? STR("") : pool(law_chapters[found].title);
}
