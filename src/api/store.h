/* store - what stands behind struct skollint_store. */
#ifndef SKOLLINT_API_STORE_H
#define SKOLLINT_API_STORE_H

#include "api/api.h"
#include "precedent/precedent.h"

struct skollint_store {
    const struct skollint_rules *rules;
    struct store *store;
};

#endif
