/* provision - what a citation names: statute, chapter, clause and its parts. */
#include "law/provision.h"

#include <string.h>

int law_number_compare(struct law_number a, struct law_number b)
{
    if (a.value != b.value)
        return a.value < b.value ? -1 : 1;
    return (a.letter > b.letter) - (a.letter < b.letter);
}

bool statute_id_equal(struct statute_id a, struct statute_id b)
{
    return a.year == b.year && a.number == b.number &&
           strcmp(a.series, b.series) == 0;
}

void law_number_print(struct buf *into, struct law_number number)
{
    if (number.value == 0)
        return;
    buf_format(into, "%u", (unsigned)number.value);
    if (number.letter != '\0')
        buf_format(into, " %c", number.letter);
}

void statute_id_print(struct buf *into, struct statute_id id)
{
    if (id.year == 0)
        return;
    if (id.series[0] != '\0')
        buf_format(into, "%s ", id.series);
    buf_format(into, "%u:%u", (unsigned)id.year, (unsigned)id.number);
}
