/*
 * looking - looking for the answer to one ask; for dossier/answer files only.
 */
#ifndef SKOLLINT_DOSSIER_LOOKING_H
#define SKOLLINT_DOSSIER_LOOKING_H

#include "dossier/asks.h"

struct looking {
    const struct studied *decision, *account;
    const struct ask *ask;
    struct ask_place place;
    int generic, empty, later; /* lexicons */
    bool anywhere;             /* the account has no section for the area */
    int school; /* mark that a sentence from anywhere must have, or -1 */
};

static inline const struct sentence *looking_at(const struct looking *looking,
                                                size_t index)
{
    return &looking->account->facts->sentences[index];
}

/* Whether sentence number `index` is where the answer is looked for. */
bool looking_in_scope(const struct looking *looking, size_t index);

/* The share of the ask's own words that the sentence has, from 0 to 1. */
double looking_likeness(const struct looking *looking, size_t index);

/*
 * Whether the sentence is about what is asked: by its topics, by some word
 * besides those that tell its kind, and (for an ask known by its own words
 * only) by enough of them.
 */
bool looking_on_topic(const struct looking *looking, size_t index);
bool looking_speaks_of_it(const struct looking *looking, size_t index);
bool looking_alike(const struct looking *looking, size_t index);

/* Whether its paragraph has enough of them for a cause to be of it. */
bool looking_around(const struct looking *looking, size_t index);

#endif
