/*
 * comparing - a comparison while it is made; for dossier/compare*.c only.
 */
#ifndef SKOLLINT_DOSSIER_COMPARING_H
#define SKOLLINT_DOSSIER_COMPARING_H

#include "dossier/compare.h"

struct comparing {
    struct arena *arena;
    const struct review *review;
    const struct studied *decision, *account;
    struct store *store;
};

/* Where the account speaks of an area of the decision. */
struct ask_place comparing_place(const struct comparing *comparing,
                                 const struct area *wanted);

/* Whether that is nowhere of its own. */
bool comparing_everywhere(struct ask_place place);

/* Whether no criterion holds yet for accounts of such a decision. */
bool comparing_unjudged(const struct comparing *comparing);

/* Fill the points of an area: what each asks for and what answers it. */
void comparing_points(const struct comparing *comparing,
                      const struct area *area, struct ask_place place,
                      struct compared_area *compared);

/* Set what a point says by what its asks do; said: its place has words. */
void comparing_sum_up(const struct comparing *comparing, bool said,
                      struct compared_point *point);

/*
 * Answers come in the order of the points. Where no word of a point is
 * known in the account, the paragraph that stands in its turn is its answer,
 * or may be: then a person must look.
 */
void comparing_in_order(const struct comparing *comparing,
                        struct ask_place place,
                        struct compared_area *compared);

#endif
