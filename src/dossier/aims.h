/*
 * aims - the goals and problems that the reports of a dossier say; for
 * dossier/ aims files only.
 *
 * In a form they stand in boxes; in a report of free form they are what
 * stands under a heading, or in a sentence, that says so (rules/dossier).
 */
#ifndef SKOLLINT_DOSSIER_AIMS_H
#define SKOLLINT_DOSSIER_AIMS_H

#include "dossier/crossing.h"

enum { AIMS_MOST = 60, MATTERS_MOST = 64 };

/* A goal or a problem that a document says. */
struct aim {
    size_t place; /* in the dossier's list of documents */
    const struct sentence *sentence;
    size_t first; /* token, after what only says that it is a goal */
    bool problem;
};

struct aims {
    const struct crossing *crossing;
    struct aim items[AIMS_MOST];
    size_t count;
    int matters[MATTERS_MOST]; /* lexicons of what a sentence is about */
    size_t matter_count;
    int goal_heading, problem_heading, goal_says, problem_says, wants,
        generic; /* lexicons */
};

/* Those of all documents that are read, at most AIMS_MOST; in the arena. */
struct aims *aims_new(const struct crossing *crossing);

/* Whether a document of the dossier is the huvudman's; and whether it is a
   report of huvudman or unit at all. */
bool aims_is_owner(const struct aims *aims, size_t place);
bool aims_is_read(const struct aims *aims, size_t place);

#endif
