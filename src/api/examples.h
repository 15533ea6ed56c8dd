/*
 * examples - rules proved by the examples they carry.
 */
#ifndef SKOLLINT_API_EXAMPLES_H
#define SKOLLINT_API_EXAMPLES_H

#include "rules/ruleset.h"

struct examples_tally {
    size_t run;      /* examples judged */
    size_t blanked;  /* met examples judged again without their evidence */
    size_t problems;
};

/*
 * Judge every example of a criterion and add to the tally. A problem is an
 * example with another verdict, a met that stays met without its evidence, a
 * verdict the criterion can give that no example reaches. Each adds a line
 * to `report` in the language: "FILE:LINE: ID what".
 */
void examples_run(const struct ruleset *ruleset, int language,
                  const struct criterion *criterion, struct buf *report,
                  struct examples_tally *tally);

#endif
