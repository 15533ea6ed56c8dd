/*
 * ruleset - templates, lexicons, marks, criteria and texts, ready to use.
 *
 * Read from YAML files as bytes; all mistakes of all files are collected in
 * one run. A rule set with mistakes does not exist. Immutable once loaded,
 * and safe to use from several threads at once. rules/README.md describes
 * the files.
 */
#ifndef SKOLLINT_RULES_RULESET_H
#define SKOLLINT_RULES_RULESET_H

#include "base/texts.h"
#include "check/check.h"
#include "rules/settings.h"

/* One text in each language; Swedish is always there. */
struct saying {
    struct str text[TEXTS_LANGUAGES];
};

enum verdict {
    VERDICT_MET,
    VERDICT_PARTLY,
    VERDICT_NOT_MET,
    VERDICT_CANNOT_TELL,
    VERDICT_NOT_APPLICABLE,
    VERDICT_ERROR,
    VERDICTS
};

enum severity { SEVERITY_MUST, SEVERITY_SHOULD, SEVERITY_ADVICE, SEVERITIES };

enum confidence { CONFIDENCE_HIGH, CONFIDENCE_MEDIUM, CONFIDENCE_LOW };

const char *verdict_name(enum verdict verdict);    /* "met" … */
const char *severity_name(enum severity severity); /* "must" … */
const char *confidence_name(enum confidence confidence);

/* A severity for a document kind, or for a kind at one level. */
struct weight {
    struct str kind;
    struct str level; /* empty: any */
    enum severity severity;
};

/* A condition with what is said when it decides. */
struct clause {
    struct check *check;
    struct saying reason;
};

/* What a criterion is judged for, one verdict each, then rolled up. */
enum per { PER_DOCUMENT, PER_MEASURE, PER_GOAL_BLOCK, PER_AREA };

enum { ROWS_MOST = 8, CLAUSES_MOST = 8, WEIGHTS_MOST = 16, LAW_MOST = 8 };

struct example {
    enum verdict expect;
    struct str name;
    struct str document; /* template id for `fields`, or empty */
    struct str text;     /* the whole document as text, or empty */
    const struct node *fields; /* role: text, in the template's order */
    struct str date;
    const struct node *node;
};

struct criterion {
    struct str id;     /* "ST-09" */
    struct str name;   /* "lardomar" */
    struct str family; /* "struktur" */
    struct saying title, question, why, enough, not_enough;
    struct str law[LAW_MOST];
    size_t law_count;
    struct str source;
    struct str point; /* results with one point id are one thing to do */
    unsigned order;   /* in the catalogue, from 0 */
    struct weight weights[WEIGHTS_MOST];
    size_t weight_count;
    int asked_by; /* role: where the form lacks it, only advice; or -1 */
    struct str level;   /* only documents of that level; empty: any */
    struct str subject; /* only areas of that subject; empty: any */
    int rows[ROWS_MOST]; /* roles without which there is nothing to judge */
    size_t row_count;
    enum per per;
    bool best_part;    /* the best area decides instead of the worst */
    bool if_found;     /* a find is the problem (SE, FO-04 …) */
    bool enclosure;    /* "see enclosure" makes the answer unknown */
    struct predicate *enclosure_about; /* only one about this, or NULL */
    enum confidence confidence;
    struct clause applies[CLAUSES_MOST]; /* `no`: not applicable */
    size_t apply_count;
    struct check *met, *partly, *doubt;
    struct check *sure; /* the text itself says so: not_met is high */
    struct check *already;     /* what is shown beside when not met */
    struct check *advice_when; /* then what is missing is advice only */
    struct clause cannot_tell[CLAUSES_MOST];
    size_t cannot_tell_count;
    struct saying say[VERDICTS];
    struct saying fix;
    struct str fix_kind; /* another fix for this kind of document */
    struct saying fix_for;
    struct example *examples;
    size_t example_count;
    const struct node *node;
};

/* A thing to do that gathers results; the title a list of points shows. */
struct point_kind {
    struct str id;
    struct saying title;
};

struct family {
    struct str id;
    struct saying title;
};

/* A word that differs by school form: {elever} is barn in forskola. */
struct word_choice {
    struct str name;
    struct saying usual;
    struct str form; /* school form with a word of its own, or empty */
    struct saying in_form;
};

/* A declared number a settings file may change within its range. */
struct value {
    struct str name;
    struct str text;
    double least, most;
    bool changed;
};

/* What a point of a decision may ask for; see rules/ask.h. */
struct ask_kind {
    struct str id;
    struct saying title;
    int asked, topic; /* lexicons, or -1 */
    struct str *criteria; /* ids: must, where a point asks for it */
    size_t criterion_count;
    const struct node *criteria_node; /* where they are written, or NULL */
    struct predicate *done, *done_own, *done_too; /* or NULL */
    struct predicate *begun, *planned;            /* or NULL */
};

/* A rule file as it was written. */
struct ruleset_file {
    struct str path;
    struct str bytes;
};

struct ruleset {
    struct arena *arena;
    struct str id, version;
    char sha256[65]; /* over the paths and hashes of all files */
    struct texts *texts;
    struct lexicons *lexicons;
    struct templates *templates;
    struct marks marks;
    struct patterns patterns;
    struct terms terms;
    struct value *values;
    size_t value_count, value_capacity;
    struct family *families;
    size_t family_count, family_capacity;
    struct word_choice *words;
    size_t word_count, word_capacity;
    struct point_kind *points;
    size_t point_count, point_capacity;
    struct criterion *criteria; /* in the catalogue's order */
    size_t criterion_count, criterion_capacity;
    struct ask_kind *asks;
    size_t ask_count, ask_capacity;
    const struct settings *settings; /* or NULL */
    int enclosure; /* name of the mark for "see enclosure", or -1 */
};

/*
 * Load from files, whose bytes need not outlive the call. Mistakes go to
 * `problems`, whose arena is the caller's; with any, NULL is returned.
 */
struct ruleset *ruleset_new(const struct ruleset_file *files, size_t count,
                            struct problems *problems);

/*
 * The same with a municipality's settings (NULL for none), which must
 * outlive the rule set: values, labels and headings change what is loaded.
 */
struct ruleset *ruleset_with(const struct ruleset_file *files, size_t count,
                             const struct settings *settings,
                             struct problems *problems);
void ruleset_free(struct ruleset *ruleset); /* NULL is fine */

/*
 * The two steps of the above. What is read lies wholly in `arena` and points
 * to nothing else: it can be kept as bytes. Opened, it is a rule set in an
 * arena of its own or the same, which ruleset_free frees, whatever becomes
 * of it: NULL when the settings do not fit, which goes to `problems`.
 */
struct ruleset *ruleset_read(struct arena *arena,
                             const struct ruleset_file *files, size_t count,
                             const struct settings *settings,
                             struct problems *problems);
struct ruleset *ruleset_open(struct arena *arena, const struct ruleset *read,
                             const struct settings *settings,
                             struct problems *problems);

const struct criterion *ruleset_criterion(const struct ruleset *ruleset,
                                          struct str id);

/* The text in the language, in Swedish when it lacks it. */
struct str saying_in(const struct saying *saying, int language);

/* Read {sv: …, en: …} or a plain text (Swedish only). */
struct saying saying_read(struct problems *problems, const struct node *map,
                          const char *key, bool needed);

#endif
