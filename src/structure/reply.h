/*
 * reply - an account that answers a decision: its areas, and whose words.
 */
#ifndef SKOLLINT_STRUCTURE_REPLY_H
#define SKOLLINT_STRUCTURE_REPLY_H

#include "structure/reading.h"

/* outline->areas, and VOICE_DEMAND over what is quoted from the decision. */
void reply_read(struct reading *reading);

#endif
