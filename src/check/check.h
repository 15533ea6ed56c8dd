/*
 * check - one question to a document, answered yes, no or unknown.
 *
 * A check comes from a rule file as a map with one key, its kind:
 *   some: {in: [forbattring], where: [orsak, elever], least: 1}
 * and says what it found with evidence. all, any, none and at_least hold
 * other checks. The kinds are a closed set: one file each, one row in
 * check_kinds.c. A check never parses YAML after loading, prints, or knows
 * a Swedish word.
 */
#ifndef SKOLLINT_CHECK_CHECK_H
#define SKOLLINT_CHECK_CHECK_H

#include "check/patterns.h"
#include "facts/facts.h"
#include "law/citation.h"

/* Kleene's logic: unknown spreads unless the rest decides. */
enum truth { TRUTH_NO, TRUTH_UNKNOWN, TRUTH_YES };

const char *truth_name(enum truth truth); /* "no" "unknown" "yes" */

enum evidence_role { SUPPORTS, CONTRADICTS, CONTEXT };
const char *evidence_role_name(enum evidence_role role);

struct evidence {
    enum evidence_role role;
    struct span span;
    uint32_t focus; /* byte of the text where the telling words begin; or 0 */
    bool personal; /* to be masked in every output unless asked not to */
};

/* A value a check hands to the messages, {name} there. */
struct said {
    const char *name;
    struct str value;
};

struct check;

/* The evaluation as it went: a tree that --explain prints. */
struct step {
    struct str what;     /* of a part: its name */
    const struct check *check; /* of a check: how the rule file says it */
    const char *outcome; /* "yes" "no" "unknown" */
    size_t found, of;
    struct step *first, *next;
};

enum { NAMED_MOST = 16, SAID_MOST = 12 };

/* What a check came to, and with what; all in the scope's arena. */
struct outcome {
    enum truth truth;
    bool limit; /* a pattern hit its limit: the verdict is error */
    size_t found, of; /* {n} and {m} of the messages */
    struct str box;   /* {ruta}: the label of the first box that lacks it */
    struct str goals; /* {mal}: numbers of the goals that lack it, "2, 3" */
    struct evidence *evidence;
    size_t evidence_count, evidence_capacity;
    struct span *searched;
    size_t searched_count, searched_capacity;
    struct step *step;
    /* Checks with `as: name` that came to yes, for {?name:…}. */
    struct str *named;
    size_t named_count, named_capacity;
    struct said *said;
    size_t said_count, said_capacity;
};

/* What the citations of a document say; made by the review, once. */
struct cited {
    struct span *spans; /* of those that name provisions */
    size_t count;
    struct citations all;
};

/* A word that the law gave up, and the word that came instead. */
struct term {
    struct str name;
    int old, today;    /* lexicons */
    struct date since; /* the day of the change */
    struct str say_old, say_today;
};

enum { TERMS_MOST = 32 };

struct terms {
    struct term items[TERMS_MOST];
    size_t count;
};

/* The part of a document that is asked about. */
struct scope {
    struct arena *arena;
    const struct facts *facts;
    struct pattern_matches *matches; /* filled as checks ask */
    const struct cited *cited;
    const struct terms *terms;
    struct str kind, level; /* found, or as the user says */
    struct date date; /* the document's, or assumed; year 0 if neither */
    bool date_assumed;
    int measure, goal_block, area; /* NO_INDEX: not limited by it */
};

struct check_reader {
    struct predicate_reader predicates; /* arena, lexicons, marks, problems */
    const struct templates *templates;
    const struct patterns *patterns;
};

struct check_kind {
    const char *name;
    size_t size;             /* bytes of its settings */
    const char *const *keys; /* allowed keys, NULL-terminated */
    void (*read)(const struct check_reader *reader, const struct node *node,
                 void *settings);
    void (*run)(const void *settings, const struct scope *scope,
                struct outcome *outcome);
};

struct check {
    int kind; /* number among check_kinds */
    void *settings;
    struct str as; /* name for messages, or empty */
    const struct node *node;
    struct check *next; /* in a list */
};

/* Read a check; NULL with the problem reported when it is wrong. */
struct check *check_read(const struct check_reader *reader,
                         const struct node *node);

/* Run it; the outcome is filled, its step added as the last of `parent`. */
void check_run(const struct check *check, const struct scope *scope,
               struct outcome *outcome);

const struct check_kind *check_kind_of(const struct check *check);

/* A check in a line of --explain: its kind and its name. */
struct str check_title(struct arena *arena, const struct check *check);

/* Every kind, NULL-terminated; for lint, coverage and documentation. */
const struct check_kind *const *check_kinds(void);

/* For the kinds. */
void outcome_evidence(struct outcome *outcome, const struct scope *scope,
                      enum evidence_role role, struct span span);
void outcome_keep(struct outcome *outcome, const struct scope *scope,
                  struct evidence evidence);
void outcome_searched(struct outcome *outcome, const struct scope *scope,
                      struct span span);
/* Hand a value to the messages; the first of a name holds. */
void outcome_say(struct outcome *outcome, const struct scope *scope,
                 const char *name, struct str value);

/* Take over the names and values another outcome has for the messages. */
void outcome_take_names(struct outcome *outcome, const struct scope *scope,
                        const struct outcome *other);

#endif
