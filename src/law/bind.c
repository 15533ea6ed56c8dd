/* bind - statutes and chapters that were not written, but found. */
#include "law/finder.h"

#include <string.h>

#include "law/register.h"

enum { FREE_DISTANCE = 400, CONTEXT_DISTANCE = 4000 };

/* Whether a sentence ends between two places. */
static bool sentence_between(struct str text, uint32_t from, uint32_t to)
{
    for (uint32_t at = from; at + 1 < to; at++) {
        char next = text.at[at + 1];

        if (strchr(".!?", text.at[at]) != NULL && text.at[at] != '\0' &&
            (next == ' ' || next == '\n') && at + 2 < to &&
            (text.at[at + 2] & 0x20) == 0 && text.at[at + 2] >= 'A')
            return true;
        if (text.at[at] == '\n' && next == '\n')
            return true;
    }
    return false;
}

bool finder_borrow(const struct finder *finder, uint32_t start,
                   struct named_statute *statute)
{
    const struct reader *reader = &finder->reader;

    if (finder->last.index < 0 || start < finder->last_end ||
        start - finder->last_end > FREE_DISTANCE ||
        sentence_between(reader->text, finder->last_end, start))
        return false;
    if (!finder->last_free &&
        (register_has_chapters(finder->last.index) ||
         reader->items[0].provision.chapter.value != 0))
        return false;
    *statute = finder->last;
    return true;
}

/* The only chapter that has all the items; none if there is no such one. */
static struct law_number only_chapter(int index,
                                      const struct citation_item *items,
                                      size_t count)
{
    struct law_number chapters[80], only = {0, '\0'}, none = {0, '\0'};
    size_t chapter_count = register_chapters(index, chapters, 80);

    for (size_t i = 0; i < chapter_count && i < 80; i++) {
        bool all = true;

        for (size_t j = 0; j < count && j < 32 && all; j++)
            all = register_knows(index, chapters[i],
                                 items[j].provision.clause) &&
                  register_knows(index, chapters[i], items[j].last);
        if (all && only.value != 0)
            return none;
        if (all)
            only = chapters[i];
    }
    return only;
}

static bool chapter_fits(int index, struct law_number chapter,
                         const struct citation_item *items, size_t count)
{
    if (!register_has_clauses(index))
        return true;
    for (size_t i = 0; i < count; i++)
        if (!register_knows(index, chapter, items[i].provision.clause))
            return false;
    return true;
}

void finder_bind(struct finder *finder, struct citation *citation, int index)
{
    struct reader *reader = &finder->reader;
    struct law_number chapter = reader->context;
    size_t count = 0;

    while (count < citation->item_count &&
           citation->items[count].provision.chapter.value == 0)
        count++;
    if (count == 0 || index < 0 || !register_has_chapters(index))
        return;
    if (index != 0 || chapter.value == 0 ||
        citation->span.start - finder->context_at > CONTEXT_DISTANCE ||
        !chapter_fits(index, chapter, citation->items, count))
        chapter = only_chapter(index, citation->items, count);
    for (size_t i = 0; i < count; i++) {
        citation->items[i].provision.chapter = chapter;
        citation->items[i].provision.bound = chapter.value != 0;
        citation->items[i].provision.open = chapter.value == 0;
    }
    citation->open = chapter.value == 0;
}

bool repairs_hold(const struct citation *citation, int index)
{
    for (size_t i = 0; i < citation->item_count; i++) {
        const struct citation_item *item = &citation->items[i];
        struct law_number chapter = item->provision.chapter;

        if (!item->provision.repaired)
            continue;
        if (index < 0)
            return false;
        if (register_has_clauses(index) &&
            (!register_knows(index, chapter, item->provision.clause) ||
             !register_knows(index, chapter, item->last)))
            return false;
    }
    return true;
}
