/*
 * rules_write - the rule set in words: its list, one criterion, its mistakes.
 */
#ifndef SKOLLINT_OUTPUT_RULES_WRITE_H
#define SKOLLINT_OUTPUT_RULES_WRITE_H

#include "base/problems.h"
#include "rules/ruleset.h"

/* One line per criterion under its family: "ST-07  Mål som inte …". */
void rules_write_list(struct buf *into, const struct ruleset *ruleset,
                      int language);

/* One criterion as a colleague would explain it; `width` 0 is 80. */
void rules_write_criterion(struct buf *into, const struct ruleset *ruleset,
                           int language, const struct criterion *criterion,
                           size_t width);

/* "FILE:LINE:COLUMN: what is wrong", one line each, in the order found. */
void rules_write_problems(struct buf *into, const struct texts *texts,
                          int language, const struct problems *problems);

/* Patterns without a sure character in them, a line each; `known` ones not. */
void rules_write_warnings(struct buf *into, const struct ruleset *ruleset,
                          int language, const struct patterns *known);

/* Each limit with its value and what is said when it is passed. */
void rules_write_limits(struct buf *into, const struct texts *texts,
                        int language);

#endif
