/*
 * progress - whether a sentence tells of what is done, begun or planned.
 *
 * By the marks progress_done, progress_begun and progress_planned of the
 * rule set; a sentence that tells of several is what is furthest along.
 */
#ifndef SKOLLINT_PRECEDENT_PROGRESS_H
#define SKOLLINT_PRECEDENT_PROGRESS_H

#include "facts/facts.h"

enum progress {
    PROGRESS_NONE,
    PROGRESS_PLANNED,
    PROGRESS_BEGUN,
    PROGRESS_DONE,
    PROGRESSES
};

/* "none" "planned" "begun" "done", as in JSON. */
const char *progress_name(enum progress progress);

/* The names looked up once. */
struct progress_marks {
    int name[PROGRESSES]; /* as names_have takes them; -1 when not there */
};

struct progress_marks progress_marks_of(const struct marks *marks);

enum progress progress_of(const struct progress_marks *marks,
                          const struct sentence *sentence);

/* The index of a mark or lexicon for names_have; -1 when there is none. */
int name_index(const struct marks *marks, const struct lexicons *lexicons,
               struct str name);

#endif
