/*
 * label_numbered - "Insats 1: Handledning" on a line of its own before a
 * matrix: a label that stands in no form.
 */
#ifndef SKOLLINT_STRUCTURE_LABEL_NUMBERED_H
#define SKOLLINT_STRUCTURE_LABEL_NUMBERED_H

#include "structure/label.h"

/* Whether the line of that block begins so; then *label is set. */
bool numbered_label(const struct reading *reading, size_t block,
                    struct label *label);

/* Drops those that no matrix follows; others of the list are kept. */
void numbered_drop_lonely(const struct reading *reading,
                          struct labels *labels);

#endif
