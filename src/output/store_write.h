/*
 * store_write - what the store of earlier decisions holds, in words or JSON.
 *
 * Always with how many decisions it holds, never with a score for people:
 * one decision is no practice.
 */
#ifndef SKOLLINT_OUTPUT_STORE_WRITE_H
#define SKOLLINT_OUTPUT_STORE_WRITE_H

#include "precedent/precedent.h"

struct store_output {
    struct store *store;
    const struct texts *texts;
    const struct ruleset *ruleset;
    int language;
    size_t width; /* code points in a line of text; 0 for 80 */
    struct str words; /* that are searched for */
    bool json;
};

void store_write_list(struct buf *into, const struct store_output *output);
void store_write_found(struct buf *into, const struct store_output *output);
void store_write_agreement(struct buf *into,
                           const struct store_output *output);

/* "2023-02-02, dnr SI 2022:1, beslut.txt rad 85 · mer behövdes" */
void precedent_add_source(struct buf *into, const struct texts *texts,
                          int language, const struct precedent *precedent);

#endif
