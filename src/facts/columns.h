/*
 * columns - sets of sentences as bits, a bit per sentence in text order.
 *
 * Conditions are worked out for 64 sentences at a time, each once for a
 * document and only when it is asked for.
 */
#ifndef SKOLLINT_FACTS_COLUMNS_H
#define SKOLLINT_FACTS_COLUMNS_H

#include "facts/facts.h"

/* Make the columns: each sentence has the lexicons that hit in it. */
void columns_make(struct arena *arena, struct facts *facts);

/* Let a sentence have what hits in another one too. */
void columns_take(const struct facts *facts, size_t into, size_t from);

/* Give the sentences the marks that hold for them. */
void columns_mark(const struct facts *facts);

/* The sentences that fulfil a condition as predicate_read gave it. */
const uint64_t *column_of(const struct facts *facts,
                          const struct predicate *predicate);

/* Whether the sentence is one of those; what predicate_holds says. */
bool column_has(const struct facts *facts, const struct predicate *predicate,
                size_t index);

enum { PLACE_ROLES = 64 };

/* Which sentences are meant: of these roles and voices, and of that part. */
struct place {
    uint64_t roles; /* bit per role; 0: every role and none */
    uint64_t not_roles;
    unsigned voices;               /* bit per enum voice */
    int measure, goal_block, area; /* NO_INDEX: not limited by it */
};

bool place_has(const struct place *place, const struct passage *passage);
const uint64_t *column_of_place(const struct facts *facts,
                                const struct place *place);

/*
 * The first sentence at or after *index that is in all of the columns, of
 * which the second may be NULL; false at the end.
 */
bool columns_next(const struct facts *facts, const uint64_t *column,
                  const uint64_t *other, size_t *index);

#endif
