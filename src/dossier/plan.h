/*
 * plan - an account held against the plan that was agreed.
 *
 * What the form asks to be copied from the plan is looked for there word for
 * word, and each numbered measure of the plan is looked for in the account.
 * It asks; it never says that what was agreed should have been worded
 * otherwise.
 */
#ifndef SKOLLINT_DOSSIER_PLAN_H
#define SKOLLINT_DOSSIER_PLAN_H

#include "dossier/audit.h"

/*
 * A dossier of the two documents of the review, without a matrix: the plan
 * is its last. All in `arena`.
 */
struct dossier plan_compare(struct arena *arena, const struct review *review,
                            size_t report, size_t plan);

#endif
