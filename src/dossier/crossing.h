/*
 * crossing - what several documents of a dossier say of the same thing.
 */
#ifndef SKOLLINT_DOSSIER_CROSSING_H
#define SKOLLINT_DOSSIER_CROSSING_H

#include "dossier/audit.h"
#include "dossier/studied.h"

/* Fill the dossier's cross findings and what could be compared. */
void crossing_find(struct arena *arena, const struct review *review,
                   struct dossier *dossier);

enum { CROSS_MOST = 200 };

/* A dossier being looked across. */
struct crossing {
    struct arena *arena;
    const struct review *review;
    struct dossier *dossier;
    struct studied **studied; /* one per document of the dossier */
};

void crossing_add(const struct crossing *crossing, struct cross cross);

/* School forms are kept apart; documents that name none may be of any. */
bool crossing_same_form(const struct crossing *crossing, size_t a, size_t b);

/* Each looks for its own kind. */
void crossing_figures(const struct crossing *crossing);
void crossing_texts(const struct crossing *crossing);
void crossing_points(const struct crossing *crossing);
void crossing_aims(const struct crossing *crossing);

#endif
