/* expand - ranges in citations spelled out as of a day. */
#include "law/citation.h"
#include "law/register.h"

enum { RANGE_MOST = 256 };

static bool same_number(struct law_number a, struct law_number b)
{
    return law_number_compare(a, b) == 0;
}

/*
 * A lettered clause that neither end of the range points at, or one that is
 * no longer there: nobody meant it.
 */
static bool is_implied(int index, struct law_number number,
                       const struct citation_item *item, struct date date)
{
    struct law_number first = item->provision.clause, last = item->last;

    if (same_number(number, first) || same_number(number, last))
        return false;
    if (number.letter == '\0')
        return index >= 0 && !item->provision.open &&
               register_has_clauses(index) &&
               !register_exists(index, item->provision.chapter, number, date);
    if (first.letter != '\0' && number.value == first.value)
        return false;
    return last.letter == '\0' || number.value != last.value;
}

/* Every whole number between, for statutes whose clauses are not known. */
static size_t count_up(const struct citation_item *item,
                       struct law_number numbers[RANGE_MOST])
{
    struct law_number number = item->provision.clause;
    size_t count = 0;

    numbers[count++] = number;
    if (item->last.value - number.value < 100)
        while (number.value + 1 < item->last.value) {
            number.value++;
            number.letter = '\0';
            numbers[count++] = number;
        }
    numbers[count++] = item->last;
    return count;
}

/* The clauses of an item; its two ends always, also when they do not exist. */
static size_t spell_out(int index, const struct citation_item *item,
                        struct date date,
                        struct law_number numbers[RANGE_MOST])
{
    struct law_number first = item->provision.clause;
    size_t count;

    if (same_number(first, item->last)) {
        numbers[0] = first;
        return 1;
    }
    if (index < 0 || !register_has_clauses(index) || item->provision.open)
        return count_up(item, numbers);
    count = register_range(index, item->provision.chapter, first, item->last,
                           date, numbers + 1, RANGE_MOST - 2);
    if (count > RANGE_MOST - 2)
        count = RANGE_MOST - 2;
    if (count == 0 || !same_number(numbers[1], first)) {
        numbers[0] = first;
        count++;
    } else {
        for (size_t i = 0; i < count; i++)
            numbers[i] = numbers[i + 1];
    }
    if (!same_number(numbers[count - 1], item->last))
        numbers[count++] = item->last;
    return count;
}

static void add_provisions(struct citation *citation,
                           const struct citation_item *item, int index,
                           struct date date, size_t most)
{
    struct law_number numbers[RANGE_MOST];
    size_t count = spell_out(index, item, date, numbers);

    for (size_t i = 0; i < count && citation->provision_count < most; i++) {
        struct provision *provision =
            &citation->provisions[citation->provision_count++];

        *provision = item->provision;
        provision->statute = citation->id;
        provision->clause = numbers[i];
        provision->implied =
            count > 1 && is_implied(index, numbers[i], item, date);
    }
}

/* How many there will be, at most `most`. */
static size_t count_provisions(const struct citation *citation, int index,
                               struct date date, size_t most)
{
    struct law_number numbers[RANGE_MOST];
    size_t count = 0;

    for (size_t i = 0; i < citation->item_count && count < most; i++)
        count += spell_out(index, &citation->items[i], date, numbers);
    return count < most ? count : most;
}

size_t citation_on(struct arena *arena, struct citation *citation,
                   struct date date, size_t most)
{
    int index = register_find(citation->id);
    size_t count;

    if (index >= 0 && !citation->numbered &&
        citation->kind == CITATION_STATUTE) {
        index = register_on(index, date);
        citation->id = register_statute(index);
    }
    citation->provisions = NULL;
    citation->provision_count = 0;
    if (citation->kind == CITATION_PREPARATORY)
        return 0;
    count = count_provisions(citation, index, date, most);
    if (count == 0)
        return 0;
    citation->provisions =
        arena_alloc(arena, count * sizeof *citation->provisions);
    for (size_t i = 0; i < citation->item_count; i++)
        add_provisions(citation, &citation->items[i], index, date, count);
    return citation->provision_count;
}
