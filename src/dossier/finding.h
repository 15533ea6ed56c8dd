/* finding - how figures are read out of one stretch of text; for dossier/
 * measured*.c only. */
#ifndef SKOLLINT_DOSSIER_FINDING_H
#define SKOLLINT_DOSSIER_FINDING_H

#include "dossier/measured.h"

enum {
    FIGURES_MOST = 24, /* of one sentence */
    TIMES_MOST = 24,
    NEAR_TOKENS = 7,    /* a group just after its figure */
    UNKNOWN_TOKENS = 4, /* how far what leads to a group reaches */
    UNKNOWN_LETTERS = 4,
    GROUPS_MOST = 24
};

/* What the whole is called, where parts of it have names. */
#define GROUP_ALL "alla"

enum { YEAR_RELATIVE = -1 }; /* "året innan": not known which */

struct when {
    size_t token;
    int year; /* or YEAR_RELATIVE */
    enum measured_term term;
};

struct group {
    struct str sort, name; /* "kon", "flickor" */
};

/* Of whom a figure is, sorted by name. */
struct groups {
    struct group items[GROUPS_MOST + 1];
    size_t count;
};

/* What a figure leaves to the sentence after it: "Av pojkarna var det …". */
struct carried {
    size_t sentence; /* its number; SIZE_MAX when nothing is carried */
    int measure;
    enum measured_unit unit;
    bool inverse;
    int year;
    enum measured_term term;
    struct groups groups;
    bool narrow; /* not of all in the unit */
};

/* One sentence, or a cell, being read. */
struct finding {
    struct arena *arena;
    const struct studied *studied;
    const struct ruleset *ruleset;
    size_t document;
    size_t first, end; /* tokens */
    struct when times[TIMES_MOST];
    size_t time_count;
    size_t figures[FIGURES_MOST]; /* tokens */
    size_t figure_count;
    struct measureds *all;
    struct carried carried;
};

struct str finding_text(const struct finding *finding, size_t token);

/* The first hit of a lexicon that begins in tokens [first, end), or NULL. */
const struct hit *finding_hit(const struct finding *finding, int lexicon,
                              size_t first, size_t end);
bool finding_has(const struct finding *finding, const char *name,
                 size_t first, size_t end);
int finding_lexicon(const struct finding *finding, const char *name);

/* Whether some lexicon of figures, groups or times covers the token. */
bool finding_known(const struct finding *finding, size_t token);

/* "19,6" "80": digits with at most one comma or full stop. */
bool finding_number(struct str text, double *value, unsigned *decimals);

/* Whether a word after the number says what it is a number of. */
bool finding_has_unit(const struct finding *finding, size_t token);

/* The times and the figures in the finding's tokens. */
void finding_times(struct finding *finding);
void finding_figures(struct finding *finding);

/* When figure number `index` is of; year 0 when it is not said. */
void finding_set_time(const struct finding *finding, size_t index,
                      struct measured *measured);

/* "Då var det …": the time that the sentence before number `index` has. */
void finding_time_before(struct finding *finding, size_t index);

/* The tokens a figure has to itself: up to the next, back to the last. */
struct reach {
    size_t before, after;
    bool last; /* no other figure follows */
};

/* The measure that stands nearest to a token; -1 when none is known. */
int finding_measure(const struct finding *finding, size_t figure);
void finding_groups(const struct finding *finding, size_t figure,
                    struct reach reach, struct groups *groups);
void finding_own_unit(const struct finding *finding, struct groups *groups);
/* Whether they are more than a unit and what is always measured. */
bool finding_is_narrow(const struct finding *finding,
                       const struct groups *groups);
void groups_add(struct groups *groups, struct str sort, struct str name);
/* Those of the sorts that `groups` has none of. */
void groups_inherit(struct groups *groups, const struct groups *from);
/* "I hela kommunen". */
bool groups_say_all(const struct groups *groups);
struct str groups_join(struct arena *arena, const struct groups *groups);
void finding_keep(struct finding *finding, struct measured measured);

/* Figures in tables; called by measured_add. */
void finding_tables(struct finding *finding);

#endif
