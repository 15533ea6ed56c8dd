/*
 * dates - days that are written in Swedish prose.
 *
 * "2023-08-25", "25 augusti 2023", "den 25 aug 2023", "25/8 2023", and a
 * month with its year ("juni 2023"). The names of the months are data
 * (`months` in rules/templates).
 */
#ifndef SKOLLINT_STRUCTURE_DATES_H
#define SKOLLINT_STRUCTURE_DATES_H

#include "base/date.h"
#include "language/tokens.h"
#include "structure/template.h"

/* A day, or a month (then date.day is 0), at the tokens [first, end). */
struct dated {
    struct date date;
    size_t first, end;
};

/* All of them in text order, in `arena`. They may cross a line's end. */
struct dated *dates_read(const struct templates *templates,
                         const struct tokens *tokens, struct arena *arena,
                         size_t *count);

#endif
