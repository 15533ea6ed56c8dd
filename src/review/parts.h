/*
 * parts - what of a document a criterion is judged for, one verdict each:
 * the whole, each measure, each goal block, or each area.
 */
#ifndef SKOLLINT_REVIEW_PARTS_H
#define SKOLLINT_REVIEW_PARTS_H

#include "review/verdict.h"

enum { PARTS_MOST = 64 }; /* measures or areas beyond are not judged */

struct parts {
    struct judged_part items[PARTS_MOST];
    size_t count;
};

void parts_find(const struct judge *judge, const struct criterion *criterion,
                struct parts *parts);

/* The whole document as the one part. */
void parts_whole(const struct judge *judge, struct parts *parts);

/* Whether the parts are areas, where the worst or the best decides. */
bool parts_are_areas(const struct judge *judge,
                     const struct criterion *criterion);

enum rows { ROWS_THERE, ROWS_NOT_IN_FORM, ROWS_GONE };

/* Whether the boxes the criterion asks about are there at all. */
enum rows parts_rows(const struct judge *judge,
                     const struct criterion *criterion);

#endif
