/*
 * measured - the figures of a document, with what they measure, of whom and
 * when.
 *
 * What is measured, and of whom, is known by lexicons whose names begin with
 * "matt_" and "grupp_". A figure whose measure is not known is left out; one
 * whose group or time is not known says so.
 */
#ifndef SKOLLINT_DOSSIER_MEASURED_H
#define SKOLLINT_DOSSIER_MEASURED_H

#include "dossier/studied.h"

enum measured_unit { UNIT_PERCENT, UNIT_POINTS, UNIT_COUNT };

enum measured_kind {
    MEASURED_EXACT,
    MEASURED_ABOUT,    /* "drygt", "cirka" */
    MEASURED_AT_LEAST, /* "minst", or a goal that was reached */
    MEASURED_AT_MOST
};

/* When: the school year by the year it ends; 0 when not said. */
enum measured_term { TERM_YEAR, TERM_SPRING, TERM_AUTUMN, TERM_SCHOOL_YEAR };

struct measured {
    size_t document;  /* of the review */
    struct span span; /* the number with its unit */
    struct span sentence;
    double value;
    unsigned decimals;
    enum measured_unit unit;
    enum measured_kind kind;
    bool inverse;     /* the share that is not, or has not */
    bool either;      /* which side of the share is not sure */
    int measure;      /* lexicon */
    struct str group; /* made of names, sorted; empty: all of the huvudman */
    int year;
    enum measured_term term;
    struct str period; /* as it is shown */
};

struct measureds {
    struct measured *items;
    size_t count, capacity;
    size_t seen; /* numbers with a unit, also those of unknown measure */
};

/* Add those of one document, of its sentences and its tables. */
void measured_add(struct arena *arena, const struct studied *studied,
                  size_t document, struct measureds *all);

/* "behorig_nationellt": the measure's name without what marks it. */
struct str measured_name(const struct ruleset *ruleset, int measure);

/* The value as it compares: the share that has, never the one that has not. */
double measured_share(const struct measured *measured);

enum measured_match {
    MATCH_NONE,   /* not the same measure, group or time */
    MATCH_AGREES, /* the same, roundings and complements understood */
    MATCH_DIFFERS,
    MATCH_UNSURE /* differs, but one does not say when */
};

enum measured_match measured_compare(const struct measured *a,
                                     const struct measured *b);

#endif
