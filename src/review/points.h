/*
 * points - results gathered into things to do, heaviest and surest first.
 */
#ifndef SKOLLINT_REVIEW_POINTS_H
#define SKOLLINT_REVIEW_POINTS_H

#include "review/judge.h"

enum { POINTS_OPEN = 7 }; /* never more: seven is a morning's work */

/* Fill reviewed->points and each result's point, from its results. */
void points_make(const struct judge *judge, struct reviewed *reviewed);

#endif
