/*
 * review - a rule set held against documents: results, points, the answer.
 *
 * What stands here is what every output writes; see the contract for the
 * meaning of each name. All strings and arrays live in the review's arena
 * and are ordered the same way for the same input.
 */
#ifndef SKOLLINT_REVIEW_REVIEW_H
#define SKOLLINT_REVIEW_REVIEW_H

#include "law/citation.h"
#include "rules/ruleset.h"
#include "structure/outline.h"

enum answer { ANSWER_NONE, ANSWER_READY, ANSWER_NOT_READY, ANSWER_PERSON };

const char *answer_name(enum answer answer); /* NULL for ANSWER_NONE */

/* One subject a criterion was judged for: an insats, a goal block, an area.*/
struct part {
    struct str subject;
    enum verdict verdict;
    struct str message;
    struct evidence *evidence;
    size_t evidence_count;
};

struct figure {
    struct str name;
    double value;
    double limit;
};

/* What has become of a result since an earlier run (--baseline). */
enum change {
    CHANGE_NONE, /* no gap then and none now, or no earlier run */
    CHANGE_NEW,
    CHANGE_SAME,
    CHANGE_CHANGED, /* a gap then and now, with another verdict */
    CHANGE_GONE,
    CHANGES
};

const char *change_name(enum change change); /* NULL for CHANGE_NONE */

/* What a settings file says of a result. */
enum disposition {
    DISPOSITION_OPEN,   /* nothing */
    DISPOSITION_OFF,    /* turned off: not judged */
    DISPOSITION_WAIVED, /* judged and shown, but an exception answers it */
    DISPOSITION_JUDGED  /* a person has answered what could not be told */
};

const char *disposition_name(enum disposition disposition); /* "open" … */

enum { RESULT_ID_DIGITS = 16 };

struct result {
    char id[RESULT_ID_DIGITS + 1]; /* hex; survives edits elsewhere */
    const struct criterion *criterion;
    enum verdict verdict;
    enum severity severity;
    enum confidence confidence;
    bool advisory; /* rated, but the form or the decision does not ask it */
    int point;     /* index into the reviewed document's points, or -1 */
    struct str message, reason, fix;
    struct evidence *evidence;
    size_t evidence_count;
    struct span *searched;
    size_t searched_count;
    struct part *parts;
    size_t part_count;
    struct figure *figures;
    size_t figure_count;
    enum disposition disposition;
    enum change change;
    const struct setting *setting; /* what decided it, or NULL */
    struct step *explain; /* NULL unless asked for */
    unsigned long long nanoseconds; /* that judging took; 0 unmeasured */
};

/* One thing to do at one place; what every output for people is built of. */
struct point {
    unsigned order; /* from 1: heaviest and surest first */
    enum severity severity;
    enum verdict verdict; /* the worst of its results; cannot_tell: look */
    bool open;            /* among the at most seven shown */
    struct str title, message, advice;
    struct span *places;
    size_t place_count;
    size_t *results; /* indexes into results */
    size_t result_count;
};

/* One document judged. A retold account is one too, with `within` set. */
struct reviewed {
    struct str id; /* "d1", "d1.a1" */
    int within;    /* index of the decision, or -1 */
    const struct document *document;
    const struct outline *outline;
    bool beside; /* read beside the others, not judged: an agreed plan */
    enum answer answer;
    struct str answer_reason; /* one sentence */
    struct str settings_note; /* what settings changed; or empty */
    size_t counts[SEVERITIES][VERDICTS]; /* waived ones left out */
    size_t off, waived, settled; /* results by disposition */
    size_t changes[CHANGES];     /* results by change */
    struct result *results;
    size_t result_count;
    struct point *points;
    size_t point_count;
    struct citations citations; /* of this document, ranges spelled out */
    struct date cited_on;       /* the day they are judged on */
    bool cited_on_assumed;      /* --today: the document has no date */
};

struct skipped {
    struct str path;
    struct failure why;
    bool named; /* a file the user named: could not be read, exit 3 */
};

/* What a run was asked; part of the output, so that it can be repeated. */
struct review_options {
    const char *mode;     /* "check" "audit" "compare" */
    const char *language; /* "sv" "en" */
    struct date today;
    struct date date; /* --date, for documents that do not say; or none */
    struct str profile; /* "auto", "kind-level"; empty: as settings say */
    bool show_personal_data;
    bool explain; /* keep the evaluation behind each verdict */
    unsigned long long (*clock)(void); /* nanoseconds; or NULL */
    const bool *asked; /* per criterion: a point of the decision at hand asks
                          for it; NULL without one */
};

struct review {
    struct arena *arena;
    const struct ruleset *ruleset;
    struct review_options options;
    struct reviewed *documents; /* a decision is followed by its accounts */
    size_t document_count;
    size_t document_capacity;
    size_t forgotten; /* so many first ones only count */
    struct skipped *skipped;
    size_t skipped_count;
    size_t skipped_capacity;
};

/*
 * After the last document: settings that had no effect on any document or
 * have expired, one after the other; NULL at the end.
 */
const struct setting *review_unused_setting(const struct review *review,
                                            size_t *index, bool *expired);

struct review *review_new(const struct ruleset *ruleset,
                          struct review_options options);
void review_free(struct review *review);

/*
 * Judge one document and add it, with the accounts it retells. The document
 * and outline must outlive the review. Pure: reads no file and no clock.
 */
void review_document(struct review *review, const struct document *document,
                     const struct outline *outline);

/* Add one that is only held against others, and not judged. */
void review_beside(struct review *review, const struct document *document,
                   const struct outline *outline);

/*
 * Let go of what the documents so far point to outside the review: they only
 * count from now on, for the exit status, the settings and the times.
 */
void review_forget(struct review *review);

void review_skip(struct review *review, struct str path, struct failure why,
                 bool named);

#endif
