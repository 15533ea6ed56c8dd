/* finding - how figures are read out of one stretch of text; for dossier/
 * measured*.c only. */
#ifndef SKOLLINT_DOSSIER_FINDING_H
#define SKOLLINT_DOSSIER_FINDING_H

#include "dossier/measured.h"

enum {
    FIGURES_MOST = 24, /* of one sentence */
    TIMES_MOST = 24,
    NEAR_TOKENS = 7, /* a group just after its figure */
    GROUPS_MOST = 24
};

struct when {
    size_t token;
    int year;
    enum measured_term term;
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
};

struct str finding_text(const struct finding *finding, size_t token);

/* The first hit of a lexicon that begins in tokens [first, end), or NULL. */
const struct hit *finding_hit(const struct finding *finding, int lexicon,
                              size_t first, size_t end);
bool finding_has(const struct finding *finding, const char *name,
                 size_t first, size_t end);
int finding_lexicon(const struct finding *finding, const char *name);

/* "19,6" "80": digits with at most one comma or full stop. */
bool finding_number(struct str text, double *value, unsigned *decimals);

/* The times and the figures in the finding's tokens. */
void finding_times(struct finding *finding);
void finding_figures(struct finding *finding);

/* The tokens a figure has to itself: up to the next, back to the last. */
struct reach {
    size_t before, after;
};

/* The measure that stands nearest to a token; -1 when none is known. */
int finding_measure(const struct finding *finding, size_t figure);
void finding_groups(const struct finding *finding, size_t figure,
                    struct reach reach, struct str groups[GROUPS_MOST],
                    size_t *count);
struct str finding_join(struct arena *arena, const struct str *groups,
                        size_t count);
void finding_keep(struct finding *finding, struct measured measured);

/* Figures in tables; called by measured_add. */
void finding_tables(struct finding *finding);

#endif
