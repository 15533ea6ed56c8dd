/* fit - whether a provision is about the subject it is cited for. */
#include "law/fit.h"

#include "law/history.h"
#include "law/register.h"
#include "law/tables.h"

static bool is_subject(const struct law_subject *entry, struct str subject)
{
    return str_equal(str_from(law_pool + entry->subject), subject);
}

bool law_fit_knows(struct str subject)
{
    for (uint32_t i = 0; i < law_subject_count; i++)
        if (is_subject(&law_subjects[i], subject))
            return true;
    return false;
}

static struct law_number number_of(uint32_t bits)
{
    struct law_number number = {(uint16_t)(bits >> 5), '\0'};

    if ((bits & 31) != 0)
        number.letter = (char)('a' + (bits & 31) - 1);
    return number;
}

size_t law_fit_provisions(struct str subject, struct provision *into,
                          size_t most)
{
    size_t count = 0;

    for (uint32_t i = 0; i < law_subject_count; i++) {
        const struct law_subject *entry = &law_subjects[i];

        if (!is_subject(entry, subject) || !entry->core)
            continue;
        if (count < most) {
            into[count] = (struct provision){
                .statute = law_statutes[entry->statute].id};
            into[count].chapter = number_of(entry->key >> 17);
            into[count].clause = number_of(entry->key & 0x1ffff);
        }
        count++;
    }
    return count;
}

/* A chapter as a whole, here or there, holds any clause in it. */
static bool same_place(uint32_t entry, uint32_t cited)
{
    return (cited & 0x1ffff) == 0 || (entry & 0x1ffff) == 0
               ? entry >> 17 == cited >> 17
               : entry == cited;
}

/* The key of what was cited, where it stands today; 0 when nowhere. */
static uint32_t key_today(int index, const struct provision *provision,
                          struct date date)
{
    uint32_t day = (uint32_t)(date.year * 10000 + date.month * 100 + date.day);
    uint32_t key = law_key(provision->chapter, provision->clause);

    if (law_statutes[index].event_count == 0 || provision->clause.value == 0)
        return key;
    if (!history_on(index, key, day).exists)
        return 0;
    return history_follow(index, key, day).key;
}

enum law_fit law_fit(struct str subject, const struct provision *provision,
                     struct date date, struct str *heading)
{
    int index = register_find(provision->statute);
    struct judgement judgement = register_judge(provision, date);
    enum law_fit fit = LAW_ELSEWHERE;
    uint32_t key;

    *heading = judgement.heading;
    if (index < 0 || provision->open || !law_fit_knows(subject) ||
        provision->chapter.value > LAW_KEY_CHAPTER_MOST ||
        provision->clause.value > LAW_KEY_CLAUSE_MOST)
        return LAW_CANNOT_SAY;
    key = key_today(index, provision, date);
    if (key == 0)
        return LAW_CANNOT_SAY;
    for (uint32_t i = 0; i < law_subject_count; i++)
        if (is_subject(&law_subjects[i], subject) &&
            (int)law_subjects[i].statute == index &&
            same_place(law_subjects[i].key, key)) {
            if (law_subjects[i].core)
                return LAW_FITS;
            fit = LAW_NEAR;
        }
    if (fit == LAW_ELSEWHERE && heading->length == 0)
        return LAW_CANNOT_SAY;
    return fit;
}

/* Whether what stands at `key` today once stood at the number `cited`. */
static bool stood_at(int index, uint32_t key, uint32_t cited)
{
    uint32_t end = law_statutes[index].first_event +
                   law_statutes[index].event_count;

    for (uint32_t i = event_lower(index, key);
         i < end && law_events[i].key == key; i++)
        if (law_events[i].action == ACTION_MOVED_IN &&
            law_events[i].other_key == cited)
            return true;
    return false;
}

bool law_fit_former(struct str subject, const struct provision *provision,
                    struct date date, struct str *heading)
{
    int index = register_find(provision->statute);
    struct judgement judgement = register_judge(provision, date);
    uint32_t key, cited;

    *heading = judgement.heading;
    if (index < 0 || provision->open || heading->length == 0 ||
        provision->clause.value == 0 ||
        provision->chapter.value > LAW_KEY_CHAPTER_MOST ||
        provision->clause.value > LAW_KEY_CLAUSE_MOST)
        return false;
    cited = law_key(provision->chapter, provision->clause);
    key = key_today(index, provision, date);
    for (uint32_t i = 0; i < law_subject_count; i++)
        if (is_subject(&law_subjects[i], subject) && law_subjects[i].core &&
            (int)law_subjects[i].statute == index && key != 0 &&
            key != law_subjects[i].key &&
            (stood_at(index, law_subjects[i].key, cited) ||
             law_subjects[i].key == cited))
            return true;
    return false;
}
