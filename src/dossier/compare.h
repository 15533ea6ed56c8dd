/*
 * compare - an account held against the decision it answers.
 *
 * Area by area and point by point: what each point asks for, what the
 * account says to it, and whether that is done, begun or planned. It reads
 * text; it says nothing of what the authority will think.
 */
#ifndef SKOLLINT_DOSSIER_COMPARE_H
#define SKOLLINT_DOSSIER_COMPARE_H

#include "dossier/asks.h"
#include "precedent/precedent.h"

enum { COMPARE_WARNINGS = 5 };

struct compare_warning {
    const char *code; /* "school_form_differs" … */
    struct str message;
};

struct compared_point {
    struct span text; /* in the decision */
    enum verdict verdict;
    struct str message;
    struct asks asks;
};

struct compared_criterion {
    const struct criterion *criterion;
    enum verdict verdict;
};

struct compared_area {
    const struct area *area; /* of the decision */
    int account;             /* index of the account's area, or NO_INDEX */
    struct compared_point *points;
    size_t point_count;
    struct compared_criterion *criteria;
    size_t criterion_count;
    struct precedents precedents;
};

struct comparison {
    size_t report, decision; /* documents of the review */
    struct compare_warning warnings[COMPARE_WARNINGS];
    size_t warning_count;
    struct compared_area *areas;
    size_t area_count;
    size_t stored; /* decisions in the store */
    bool has_store;
};

/* All in `arena`. `store` may be NULL. */
struct comparison *comparison_new(struct arena *arena,
                                  const struct review *review, size_t report,
                                  size_t decision, struct store *store);

/* All points answered, one or more left open, or something between. */
enum verdict comparison_verdict(const struct comparison *comparison);

/* How many points have that verdict. */
size_t comparison_count(const struct comparison *comparison,
                        enum verdict verdict);

#endif
