/*
 * selection - which sentences a check looks at.
 *
 *   in: [roll, …]      fields or sections of these roles (default: all)
 *   not_in: [roll, …]  but not these
 *   voice: [own, …]    whose words (default: own); "any" for all
 *   all_parts: true    the whole document also when a part is judged
 * A sentence outside the part that is judged is never looked at.
 */
#ifndef SKOLLINT_CHECK_SELECTION_H
#define SKOLLINT_CHECK_SELECTION_H

#include "check/check.h"
#include "facts/columns.h"

enum { ROLES_MOST = 64 };

struct selection {
    uint64_t roles;     /* bit per role; 0: every role and none */
    uint64_t not_roles;
    unsigned voices; /* bit per enum voice */
    bool all_parts;
};

/* The keys above, for a kind's list of keys. */
#define SELECTION_KEYS "in", "not_in", "voice", "all_parts"

void selection_read(const struct check_reader *reader,
                    const struct node *node, struct selection *selection);

/* Whether the passage is of the scope and of the selection. */
bool selection_has(const struct selection *selection,
                   const struct scope *scope, const struct passage *passage);

/*
 * The next sentence at or after *index that is selected and fulfils the
 * condition, where there is one; false at the end.
 */
bool selection_next(const struct selection *selection,
                    const struct scope *scope,
                    const struct predicate *where, size_t *index);

/* Add the fields and sections looked at to the outcome's searched. */
void selection_searched(const struct selection *selection,
                        const struct scope *scope, struct outcome *outcome);

#endif
