/*
 * finder - what reading a text for citations carries from run to run.
 *
 * Private to src/law.
 */
#ifndef SKOLLINT_LAW_FINDER_H
#define SKOLLINT_LAW_FINDER_H

#include "law/reader.h"

struct finder {
    struct arena *arena;
    struct citations found;
    size_t capacity;
    size_t provisions;
    struct date date; /* ranges are spelled out as of it */
    struct scan scan;
    struct reader reader;
    struct named_statute last; /* the one last named */
    uint32_t last_end;
    bool last_free; /* it was named alone: what follows may be of it */
    uint32_t context_at; /* where reader.context was written */
};

/* A statute named alone earlier in the sentence holds for what follows. */
bool finder_borrow(const struct finder *finder, uint32_t start,
                   struct named_statute *statute);

/*
 * Items before the first chapter have none: the chapter the text wrote last
 * or the only one that has them all; else they stay open.
 */
void finder_bind(struct finder *finder, struct citation *citation, int index);

/*
 * "2024-10-10 § 84", "den 10 oktober 2024 § 12": whether what was read at the
 * span is the paragraph of a day's minutes. No statute has so many sections
 * as there are years.
 */
bool reads_minutes(const struct reader *reader, struct span span);

/* Repairs count only when the register has what they lead to. */
bool repairs_hold(const struct citation *citation, int index);

#endif
