/*
 * reply_private - the areas of an account while they are found; for
 * structure/reply*.c only.
 */
#ifndef SKOLLINT_STRUCTURE_REPLY_PRIVATE_H
#define SKOLLINT_STRUCTURE_REPLY_PRIVATE_H

#include "structure/decision_area.h"

/* How a heading is told to be an area's; the first way that finds any. */
enum way {
    WAY_MAIN,   /* it names a main subject */
    WAY_NUMBER, /* "Utvecklingsområde 2" */
    WAY_NAMED,  /* its words are those of an area named above */
    WAY_TWIN,   /* the same heading comes first under several */
    WAY_SERIES, /* they are numbered, and so many were spoken of above */
    WAY_CELL,   /* a main subject in the first column of a table */
    WAY_OTHER,  /* it names any other subject */
    WAY_WEAK,   /* a word of a main subject, at the top level */
    WAYS
};

struct areas {
    struct reading *reading;
    struct parts parts;
    size_t part_capacity, area_capacity;
    unsigned top;    /* the highest level a heading has */
    unsigned lowest; /* and the lowest, by style */
    bool numbered;   /* headings have levels by their numbers, "2.1" */
};

/* The subject that the line names in that way, or NO_INDEX. */
int areas_subject_in(const struct reading *reading, const struct line *line,
                     enum way way);

/* The area that is of the subject already, or NO_INDEX. */
int areas_of_subject(const struct areas *areas, int subject);

/* A new area of that name; NO_INDEX when there are too many. */
int areas_add(struct areas *areas, struct span name, int subject);

/* Blocks that are about the area. */
void areas_add_part(struct areas *areas, size_t block, size_t end_block,
                    int area);

/*
 * Whether a line ends the open area, which `first` began (NULL: no heading
 * did): a closing, or a heading as high. Where no heading is lower than the
 * area's, those within it look like it.
 */
bool areas_end(const struct areas *areas, size_t block,
               const struct line *first);

/* No area has a heading: the letter may be about one that it names. */
void areas_find_single(struct areas *areas);

/* A main subject without a heading of its own may have a weaker one. */
void areas_add_weak(struct areas *areas);

/*
 * Where only one main subject has a heading of its own, what stands before it
 * under a loose heading of another ("Resultat") is that one's.
 */
void areas_add_loose(struct areas *areas);

#endif
