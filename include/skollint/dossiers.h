/*
 * dossiers - documents that belong together, and decisions kept from before.
 */
#ifndef SKOLLINT_DOSSIERS_H
#define SKOLLINT_DOSSIERS_H

#include <skollint/review.h>

#pragma GCC visibility push(default)

struct skollint_store;

/*
 * A store of earlier decisions: one SQLite file, which must exist; an empty
 * file becomes a store. Make it private (0600) before. The one part of the
 * library that touches a file. For one thread at a time. NULL with the
 * reason.
 */
struct skollint_store *skollint_store_open(const struct skollint_rules *rules,
                                           const char *path,
                                           struct skollint_error *error);
void skollint_store_close(struct skollint_store *store); /* NULL is fine */

/* What skollint_store_add did with the decisions of a review. */
struct skollint_added {
    size_t added, known, renewed; /* new; as before; read by newer rules */
    size_t none;                  /* documents that are no such decisions */
};

/*
 * Keep all decisions of a review: whole or not at all. False with the
 * reason, and then nothing of the review was kept.
 */
bool skollint_store_add(struct skollint_store *store,
                        const struct skollint_review *review,
                        struct skollint_added *added,
                        struct skollint_error *error);

/*
 * Remove decisions by the first 8 digits or more of their checksum, by
 * reference number or by file name. *count is how many.
 */
bool skollint_store_remove(struct skollint_store *store, const char *which,
                           size_t *count, struct skollint_error *error);

enum skollint_store_what {
    SKOLLINT_STORE_LIST,
    SKOLLINT_STORE_SEARCH, /* for `words` */
    SKOLLINT_STORE_AGREE   /* our verdicts beside the authority's outcomes */
};

/* As text ("text") or JSON ("json"); NULL with the reason. */
char *skollint_store_write(struct skollint_store *store,
                           enum skollint_store_what what, const char *words,
                           const char *format, size_t width, size_t *size,
                           struct skollint_error *error);

/*
 * Hold the documents of a review against decisions: the first `decisions`
 * documents that were added are the decisions, the rest answer them. The
 * store may be NULL. What is found is part of all that is written of the
 * review, and of its status.
 */
void skollint_review_compare(struct skollint_review *review,
                             size_t decisions, struct skollint_store *store);

/*
 * Hold the documents of a review against the plan that was agreed, which is
 * the review's last document from then on, and is not judged.
 */
void skollint_review_plan(struct skollint_review *review,
                          struct skollint_document *plan);

/*
 * Group the documents of a review by huvudman and look across them.
 * `huvudman` is the one all belong to, or NULL to go by what they say.
 */
void skollint_review_audit(struct skollint_review *review,
                           const char *huvudman);

#pragma GCC visibility pop

#endif
