/*
 * names - where a name in running text begins and ends.
 */
#ifndef SKOLLINT_STRUCTURE_NAMES_H
#define SKOLLINT_STRUCTURE_NAMES_H

#include "structure/reading.h"

/* Whether the token can be a word of a name: a capital, and no "För". */
bool name_word(const struct reading *reading, size_t token);

/* Whether a name can go on from the token before. OCR breaks lines. */
bool name_goes_on(const struct reading *reading, size_t token);

/* The first word of a name that ends before `token`, or `token`. */
size_t name_before(const struct reading *reading, size_t token, size_t most);

/* The end of a name that begins at `token`, or `token`. */
size_t name_after(const struct reading *reading, size_t token, size_t most);

#endif
