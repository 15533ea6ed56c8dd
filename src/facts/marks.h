/* marks - every mark of every sentence, worked out 64 sentences at a time. */
#ifndef SKOLLINT_FACTS_MARKS_H
#define SKOLLINT_FACTS_MARKS_H

#include "facts/facts.h"

/* Give all sentences the names of the marks that hold for them. */
void facts_add_marks(struct arena *arena, struct facts *facts);

#endif
