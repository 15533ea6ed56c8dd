/*
 * asked - which criteria the points of a decision ask for.
 */
#ifndef SKOLLINT_DOSSIER_ASKED_H
#define SKOLLINT_DOSSIER_ASKED_H

#include "review/review.h"

/*
 * Set asked[i] for each criterion of the rule set that a point of document
 * `decision` asks for. Of things one of which is enough none is set.
 */
void asked_add(bool *asked, const struct review *review, size_t decision);

#endif
