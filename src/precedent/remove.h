/* remove - what is kept of a decision, taken out again without a trace. */
#ifndef SKOLLINT_PRECEDENT_REMOVE_H
#define SKOLLINT_PRECEDENT_REMOVE_H

#include "precedent/store.h"

/* Count each key of a passage once, up or down, in how common it is. */
void precedent_count_keys(struct store *store, struct arena *arena,
                          struct str stems, int64_t by);

/* Take out one decision, within a transaction. */
void precedent_forget(struct store *store, struct arena *arena, int64_t id);

#endif
