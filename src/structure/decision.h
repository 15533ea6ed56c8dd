/*
 * decision - a decision of the authority: its areas, and what came of each.
 */
#ifndef SKOLLINT_STRUCTURE_DECISION_H
#define SKOLLINT_STRUCTURE_DECISION_H

#include "structure/reading.h"

/* outline->areas, and the voices of a decision. */
void decision_read(struct reading *reading);

/* An outline for each account that the decision retells. */
void accounts_make(struct reading *reading);

#endif
