/*
 * problems - what is wrong in data files, all of it in one run.
 *
 * A mistake in a rule file never stops the reading: it is added here with
 * file, line and column, and the next is looked for. The text is a key into
 * rules/frame.yaml, with what it calls {detail} and, where a name was not
 * known, the nearest name that is ({nearest}).
 */
#ifndef SKOLLINT_BASE_PROBLEMS_H
#define SKOLLINT_BASE_PROBLEMS_H

#include "base/arena.h"

struct problem {
    struct str file;
    size_t line;   /* from 1 */
    size_t column; /* code points from 1 */
    const char *key;
    struct str detail;
    struct str nearest; /* empty when nothing is near */
};

struct problems {
    struct arena *arena; /* the caller's: everything below lives there */
    struct problem *items;
    size_t count;
    size_t capacity;
};

void problems_add(struct problems *problems, struct problem problem);

/*
 * The name nearest to `word` by edit distance, at most a third of its length
 * away; empty if none is.
 */
struct str nearest_name(struct str word, const struct str *names,
                        size_t count);

#endif
