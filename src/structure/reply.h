/*
 * reply - an account that answers a decision: its areas, and whose words.
 */
#ifndef SKOLLINT_STRUCTURE_REPLY_H
#define SKOLLINT_STRUCTURE_REPLY_H

#include "structure/reading.h"

/* outline->areas, and VOICE_DEMAND over what is quoted from the decision. */
void reply_read(struct reading *reading);

/*
 * What the authority says, in the words of somebody else's account: under a
 * heading that says so, in sentences that begin so, in quotes, and after a
 * line that ends in a colon and names the decision.
 */
void demands_find(struct reading *reading);

#endif
