/* gather - the evidence of the parts becomes that of the result. */
#ifndef SKOLLINT_REVIEW_GATHER_H
#define SKOLLINT_REVIEW_GATHER_H

#include "review/parts.h"

enum { EVIDENCE_SHOWN = 6 };

bool evidence_is_heading(const struct judge *judge,
                         const struct evidence *evidence);

/*
 * Whether the evidence shows what is wrong; a heading may show where
 * something is, but not what is wrong with it.
 */
bool evidence_goes_wrong(const struct judge *judge,
                         const struct evidence *evidence);

/* Evidence and places searched of all parts, each part seen. */
void gather(const struct judge *judge, struct result *result,
            const struct parts *parts);

/* The contract: met and partly show evidence, not_met at least where. */
void gather_complete(const struct judge *judge, struct result *result);

#endif
