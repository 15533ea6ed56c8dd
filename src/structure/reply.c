/* reply - stub. */
#include "structure/reply.h"
void reply_read(struct reading *reading) { (void)reading; }
