/* judge - one criterion held against one document. */
#ifndef SKOLLINT_REVIEW_JUDGE_H
#define SKOLLINT_REVIEW_JUDGE_H

#include "review/review.h"

/* What is the same for every criterion of a document. */
struct judge {
    struct arena *arena;   /* the review's: what a result keeps */
    struct arena *scratch; /* gone when the document is judged */
    const struct ruleset *ruleset;
    const struct review_options *options;
    const struct outline *outline;
    const struct facts *facts;
    struct pattern_matches *matches;
    struct cited cited;
    struct date date; /* the document's, --date or --today */
    bool date_assumed;
    int language;
    struct str kind, level; /* found, or as --profile says */
};

/* An account that answers what no criterion asks yet. */
bool is_unjudged(const struct outline *outline);

/* The verdict with its evidence, message, reason and advice. */
void judge_criterion(const struct judge *judge,
                     const struct criterion *criterion,
                     struct result *result);

#endif
