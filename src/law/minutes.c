/* minutes - what looks like a section, and is of a day's minutes. */
#include "law/finder.h"

bool reads_minutes(const struct reader *reader, struct span span)
{
    enum { FIRST_YEAR = 1000 };
    const char *at = reader->text.at + span.start;

    if (span.start > 1 && (at[-1] == '-' || at[-1] == '/') &&
        at[-2] >= '0' && at[-2] <= '9')
        return true;
    return reader->item_count > 0 &&
           reader->items[0].provision.clause.value >= FIRST_YEAR;
}
