/*
 * label - where a form's labels may stand in a document, and how surely.
 *
 * A candidate is a stretch of words that looks like a label or a part of
 * one: whole, cut off at the end of its line, followed by an instruction, or
 * with the answer after it. Which of them are labels the path decides
 * (structure/path.h), since only the order of a form tells "Vilka effekter"
 * from "Vilka effekter".
 */
#ifndef SKOLLINT_STRUCTURE_LABEL_H
#define SKOLLINT_STRUCTURE_LABEL_H

#include "structure/reading.h"

struct label {
    int role;
    size_t block;
    size_t first, end; /* tokens, trailing instruction included */
    double score;      /* 0 to 1: how surely it is that label */
    bool begins;       /* it stands first in its block */
    bool whole;        /* nothing of the label is missing */
    bool numbered;     /* "Insats 1: …", which is in no form */
};

struct labels {
    struct label *items; /* in text order; rivals share `first` */
    size_t count, capacity;
};

/* All candidates for the rows of a family. */
struct labels labels_find(struct reading *reading, int family);

/*
 * How well the words [first, end) are the label of the form line: 1 when all
 * of it is there and nothing else, less for what is missing.
 */
double label_likeness(const struct reading *reading,
                      const struct form_line *line, size_t first, size_t end);

#endif
