/*
 * passages - the paint, as runs of one voice and place in one block.
 */
#ifndef SKOLLINT_STRUCTURE_PASSAGES_H
#define SKOLLINT_STRUCTURE_PASSAGES_H

#include "structure/reading.h"

/* Makes outline->passages of the tokens [first, end). */
void passages_make(struct reading *reading, size_t first, size_t end);

/* Gives each field of the outline the passages of its content. */
void passages_give_fields(struct reading *reading);

#endif
