/*
 * desks - what is kept from one document to the next, one for each thread.
 *
 * The words that were met stay known: reports have most of theirs in common.
 * Documents point into it, so it is freed with the rules, after them.
 */
#ifndef SKOLLINT_API_DESKS_H
#define SKOLLINT_API_DESKS_H

#include "language/wordbook.h"
#include "rules/ruleset.h"

struct desks;

struct desk {
    struct wordbook *book; /* of the lexicons of templates and criteria */
    struct arena *arena;
    struct desk *next;
};

struct desks *desks_new(const struct ruleset *ruleset);
void desks_free(struct desks *desks); /* NULL is fine */

/* A desk that nobody uses, until it is given back. From any thread. */
struct desk *desk_take(struct desks *desks);
void desk_give(struct desks *desks, struct desk *desk);

#endif
