/* criterion - reading one criterion from its YAML node. */
#ifndef SKOLLINT_RULES_CRITERION_H
#define SKOLLINT_RULES_CRITERION_H

#include "rules/ruleset.h"

void criterion_read(struct ruleset *ruleset,
                    const struct check_reader *reader,
                    const struct node *node, struct criterion *criterion);

#endif
