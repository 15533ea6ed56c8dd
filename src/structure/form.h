/*
 * form - a filled-in form: measures with their fields, and what comes after.
 */
#ifndef SKOLLINT_STRUCTURE_FORM_H
#define SKOLLINT_STRUCTURE_FORM_H

#include "structure/label.h"

/* A field while its text is still being found. */
struct draft {
    int role;
    int measure;    /* NO_INDEX outside measures */
    int goal_block; /* NO_INDEX for the whole measure */
    size_t label_first, label_end; /* equal when overwritten */
    size_t first, end;             /* tokens of its content */
};

struct drafts {
    struct draft *items;
    size_t count, capacity;
};

struct form {
    struct reading *reading;
    struct labels labels;
    struct drafts drafts; /* in text order */
    size_t measure_count, measure_capacity;
    size_t first; /* token of the first label */
    size_t end;   /* token where the body ends: notes follow */
};

/*
 * Read the document as a form of that family: outline->measures with fields
 * and names, summary_fields, and the paint. Returns how many labels there
 * are; with none, nothing is made.
 */
size_t form_read(struct reading *reading, int family);

#endif
