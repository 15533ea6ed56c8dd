/*
 * dossiers - what several documents say together: comparisons and dossiers.
 */
#ifndef SKOLLINT_DOSSIER_DOSSIERS_H
#define SKOLLINT_DOSSIER_DOSSIERS_H

#include "dossier/audit.h"
#include "dossier/compare.h"

struct dossiers {
    struct comparison **comparisons;
    size_t comparison_count, comparison_capacity;
    struct dossier *items; /* of an audit, or an account and its plan */
    size_t count;
};

#endif
