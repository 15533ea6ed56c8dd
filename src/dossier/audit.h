/*
 * audit - documents that belong together: a matrix, and what crosses them.
 *
 * Documents are grouped into dossiers by huvudman. What crosses documents is
 * said with both quotes, never as a fault: figures that agree or differ,
 * points that no document answers, text that stands in several.
 */
#ifndef SKOLLINT_DOSSIER_AUDIT_H
#define SKOLLINT_DOSSIER_AUDIT_H

#include "review/review.h"

/* One cell of the matrix: a document's verdict; -1 when not asked of it. */
struct matrix_row {
    const struct criterion *criterion;
    int *verdicts; /* one per document of the dossier */
};

enum cross_kind {
    CROSS_AGREES,
    CROSS_CONTRADICTS,
    CROSS_UNANSWERED,
    CROSS_REPEATED,
    CROSS_CANNOT_TELL
};

const char *cross_kind_name(enum cross_kind kind);

/* What a cross finding is about. */
enum cross_about {
    ABOUT_FIGURE,
    ABOUT_TEXT,  /* the same sentence in several documents */
    ABOUT_POINT, /* of a decision */
    ABOUT_GOAL,  /* of the huvudman in its units, or the other way round */
    ABOUT_PROBLEM,
    ABOUT_PLAN /* an account beside the plan it is of */
};

/* "figure" "text" "point" "goal" "problem" "plan". */
const char *cross_about_name(enum cross_about about);
/* Whether it is of the thread between huvudman and units. */

/* A quote that a cross finding rests on; empty texts where unknown. */
struct cross_evidence {
    size_t document; /* of the review */
    struct span span;
    struct str value, unit, measure, group, period;
};

struct cross {
    char id[17];
    enum cross_kind kind;
    enum cross_about about;
    struct str message;
    struct cross_evidence evidence[2];
    size_t evidence_count;
};

/* Whether it is of the thread between huvudman and units. */
bool cross_is_thread(const struct cross *cross);

struct dossier {
    bool plan; /* an account and, last, the plan it is held against */
    struct str huvudman; /* empty: not said in the documents */
    size_t *documents;   /* of the review, retold accounts too */
    size_t document_count;
    struct matrix_row *rows;
    size_t row_count;
    struct cross *cross;
    size_t cross_count, cross_capacity;
    size_t figures, compared; /* how many were seen, how many compared */
};

/*
 * Group the documents and look across them; all in `arena`. `huvudman` is
 * the one all belong to, or empty to go by what they say.
 */
struct dossier *audit_new(struct arena *arena, const struct review *review,
                          struct str huvudman, size_t *count);

#endif
