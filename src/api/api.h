/*
 * api - what stands behind the opaque types of include/skollint.
 */
#ifndef SKOLLINT_API_API_H
#define SKOLLINT_API_API_H

#include "api/desks.h"
#include "dossier/dossiers.h"
#include "output/output.h"

#include <skollint/skollint.h>

struct rule_files {
    struct ruleset_file *items;
    size_t count, capacity;
};

struct skollint_rules {
    struct arena *arena; /* of what was added, and of the problems */
    int language;
    enum skollint_sets sets;
    struct rule_files added;
    struct problems problems;
    struct settings *settings; /* or NULL */
    struct ruleset *ruleset; /* NULL until finished, or with problems */
    struct desks *desks;     /* as long as there is a rule set */
    const struct texts *texts; /* of the rule set, else the built-in ones */
};

struct skollint_document {
    const struct skollint_rules *rules;
    struct document *document;
    struct outline *outline;
    struct document **before; /* as it was before each enclosure */
    size_t enclosures;
};

struct skollint_asked {
    const struct skollint_rules *rules;
    bool *criteria;
};

/* What was judged, with all that must live as long. */
struct part_review {
    struct review *review;
    struct skollint_document *document;
    struct part_review *next;
};

struct skollint_review {
    const struct skollint_rules *rules;
    struct review *all;       /* every document, in order */
    struct part_review *parts;  /* newest first; `all` points into them */
    size_t files;             /* documents that are not retold accounts */
    struct dossiers *dossiers; /* of compare and audit, or NULL */
};

/* Record a failure of the library for the caller; always false. */
bool api_fail(struct skollint_error *error, const struct failure *failure);

/* Add a document, which becomes the review's: judged, or only beside. */
typedef void (*api_reader)(struct review *review,
                           const struct document *document,
                           const struct outline *outline);
void api_add(struct skollint_review *review,
             struct skollint_document *document, api_reader read);

/* "YYYY-MM-DD" or NULL for no date; false with the reason. */
bool api_date(const char *text, struct date *date,
              struct skollint_error *error);

/* The exit status of what was judged; -1 when `fail_on` is not right. */
int api_status(const struct review *review, const struct dossiers *dossiers,
               const char *fail_on);

#endif
