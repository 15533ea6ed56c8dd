/* decision - stub. */
#include "structure/decision.h"
void decision_read(struct reading *reading) { (void)reading; }
void accounts_make(struct reading *reading) { (void)reading; }
