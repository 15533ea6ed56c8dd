/*
 * template_read - the parts of reading template files that are shared.
 */
#ifndef SKOLLINT_STRUCTURE_TEMPLATE_READ_H
#define SKOLLINT_STRUCTURE_TEMPLATE_READ_H

#include "structure/template_data.h"

/*
 * The phrases under `key` as a lexicon named by the map's key and `key`; -1
 * without any.
 */
int template_phrases(struct templates *templates, const struct node *map,
                     const char *key, struct problems *problems);

/* Whether there is no room for one more; then it is a problem. */
bool template_full(const struct node *at, size_t count, size_t most,
                   struct problems *problems);

/* Months, names of schools and owners, patterns of reference numbers. */
void template_names_read(struct templates *templates,
                         const struct node *root, struct problems *problems);

#endif
