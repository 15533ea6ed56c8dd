/*
 * precedent - decisions kept, found again and counted.
 *
 * What is kept of a decision: its areas with provisions, rating and outcome,
 * the points it asks for, the sentences of the account it retells, and the
 * verdicts our criteria give that account. Nothing here ranks a school: a
 * passage is shown with how it was judged and with how many decisions there
 * are to look among.
 */
#ifndef SKOLLINT_PRECEDENT_PRECEDENT_H
#define SKOLLINT_PRECEDENT_PRECEDENT_H

#include "precedent/store.h"
#include "review/review.h"

enum precedent_added {
    PRECEDENT_ADDED,
    PRECEDENT_KNOWN,   /* the same content, read by the same rules */
    PRECEDENT_RENEWED, /* the same content, read anew by other rules */
    PRECEDENT_NONE     /* not a decision with areas: nothing was kept */
};

/*
 * Keep document number `index` of a review, with the accounts that follow
 * it. Within store_begin and store_commit; false when the store failed.
 */
bool precedent_add(struct store *store, const struct review *review,
                   size_t index, enum precedent_added *added,
                   struct failure *failure);

/*
 * Remove the decisions whose checksum begins with `which` (8 digits or
 * more), or whose reference number or name is `which`. All in one
 * transaction of its own; *count is how many.
 */
bool precedent_remove(struct store *store, struct str which, size_t *count,
                      struct failure *failure);

/* How many decisions there are, and how many with that subject. */
size_t precedent_count(struct store *store);
size_t precedent_count_about(struct store *store, struct str subject);

/* One decision and its areas, for a list. Texts live in `arena`. */
struct kept_area {
    struct str name, subject, law, rating, outcome, intervention;
    size_t passages;
};

struct kept {
    int64_t id;
    struct str sha256, name, organiser, school_forms, date, numbers;
    struct kept_area *areas;
    size_t area_count;
};

struct kept *precedent_list(struct store *store, struct arena *arena,
                            size_t *count);

/* A passage found, with how its area was judged. */
struct precedent {
    int64_t decision, passage;
    struct str name, organiser, date, numbers; /* of the decision */
    struct str area, subject, rating, outcome;
    struct str voice;    /* "account" "point" "outcome" "rating" */
    struct str progress; /* "done" "begun" "planned" or empty */
    struct str text;
    size_t line, page; /* in the decision; 0 unknown */
    double score;      /* how alike, from 0 to 1; never for people */
};

struct precedents {
    struct precedent *items; /* closest first */
    size_t count;
};

/* The passages nearest to some words, `most` of them. */
struct precedents precedent_search(struct store *store, struct arena *arena,
                                   struct str words, size_t most);

/*
 * The passages of earlier accounts about the same subject that are closest
 * to these stretches of a document. `progress` ("planned" …, may be empty)
 * is what most of it is: the same is closer. `without` is the checksum of a
 * decision to leave out, or empty.
 */
struct precedents_asked {
    struct str subject, progress, without;
    const struct tokens *tokens;
    const struct span *spans;
    size_t span_count, most;
};

struct precedents precedent_closest(struct store *store, struct arena *arena,
                                    const struct precedents_asked *asked);

/* How a criterion's verdicts go with the outcomes of their areas. */
struct agreement {
    struct str criterion;
    size_t counts[2][VERDICTS]; /* [0] more was needed, [1] accepted */
};

struct agreement *precedent_agree(struct store *store, struct arena *arena,
                                  size_t *count);

#endif
