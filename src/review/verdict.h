/* verdict - one part of a document judged, and parts rolled up. */
#ifndef SKOLLINT_REVIEW_VERDICT_H
#define SKOLLINT_REVIEW_VERDICT_H

#include "review/judge.h"

/* One part with all that the message and the evidence need. */
struct judged_part {
    struct scope scope;
    struct str subject;
    enum verdict verdict;
    bool doubtful; /* `doubt` decided: low confidence */
    bool sure;     /* not met, and `sure` holds: high confidence */
    const struct saying *reason; /* of a clause that decided */
    const char *reason_key;      /* or a text of the frame */
    struct outcome outcome;      /* of what decided */
    struct evidence already;     /* said elsewhere; an empty span if not */
};

void judge_part(const struct judge *judge,
                const struct criterion *criterion, struct judged_part *part);

/*
 * The contract's roll-up: not_applicable is left out; parts that cannot be
 * told are read once as met and once as not met, and decide only when both
 * give the same.
 */
enum verdict roll_up(const struct judged_part *parts, size_t count);

/* Partly, not met, cannot tell or error: something for a person to see. */
bool verdict_is_gap(enum verdict verdict);

/* The worst part decides, or the best. */
enum verdict roll_up_areas(const struct judged_part *parts, size_t count,
                           bool best);

#endif
