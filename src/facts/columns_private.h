/* columns_private - what columns.c and places.c share. */
#ifndef SKOLLINT_FACTS_COLUMNS_PRIVATE_H
#define SKOLLINT_FACTS_COLUMNS_PRIVATE_H

#include "base/limits.h"
#include "facts/columns.h"

enum { PLACE_BUCKETS = 64 };

struct placed {
    struct place place;
    const uint64_t *column;
    struct placed *next;
};

struct columns {
    struct arena *arena;
    struct facts *facts;
    size_t words;                          /* of a column */
    uint64_t *of_name;                     /* NAMES_MOST columns */
    uint64_t *spare[LIMIT_YAML_DEPTH + 1]; /* one per depth, made when used */
    uint64_t *crossed; /* sentences that a hit begins in and goes on after */
    const uint64_t *
        *of_predicate; /* by their numbers, as they are asked for */
    struct placed *places[PLACE_BUCKETS];
};

/* Bytes of a column. */
static inline size_t columns_size(const struct columns *columns)
{
    return columns->words * sizeof(uint64_t);
}

#endif
