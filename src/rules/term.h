/* term - reading a word that the law gave up from its YAML node. */
#ifndef SKOLLINT_RULES_TERM_H
#define SKOLLINT_RULES_TERM_H

#include "check/check.h"

/* Add one; mistakes go to `problems`. The lexicons must be complete. */
void term_read(struct terms *terms, const struct lexicons *lexicons,
               struct problems *problems, const struct node *node);

#endif
