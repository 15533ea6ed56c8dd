/*
 * fit - whether a provision is about the subject it is cited for.
 *
 * Which provisions carry which subject is data (rules/law/subjects.tsv),
 * written in today's numbers; a citation of another day is followed to where
 * its content stands now before the two are compared.
 */
#ifndef SKOLLINT_LAW_FIT_H
#define SKOLLINT_LAW_FIT_H

#include "base/date.h"
#include "law/provision.h"

enum law_fit {
    LAW_FITS,
    LAW_NEAR,      /* not the first one would cite, but not off */
    LAW_ELSEWHERE, /* the register's heading shows another subject */
    LAW_CANNOT_SAY /* unknown subject, provision, or heading */
};

/* The heading of what was cited goes into *heading when it is known. */
enum law_fit law_fit(struct str subject, const struct provision *provision,
                     struct date date, struct str *heading);

/*
 * Whether the provision bears a number that the subject's provision had on
 * other days, but not on this one: the trap of an old (or too new) number.
 * What it was about instead goes into *heading.
 */
bool law_fit_former(struct str subject, const struct provision *provision,
                    struct date date, struct str *heading);

bool law_fit_knows(struct str subject);

/* The provisions one would cite for a subject today; fills `most`. */
size_t law_fit_provisions(struct str subject, struct provision *into,
                          size_t most);

#endif
