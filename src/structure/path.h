/*
 * path - the best way through a form: which candidates are its labels.
 *
 * Dynamic programming over the candidates in text order. To go on in the
 * form is cheap, to skip rows nearly so; to come back to the first row is a
 * new measure, to come back to the goals a new goal block; to come back to
 * any other row is dear. Time is linear in the candidates.
 */
#ifndef SKOLLINT_STRUCTURE_PATH_H
#define SKOLLINT_STRUCTURE_PATH_H

#include "structure/label.h"

/* Keeps in `labels` only those on the path, in text order. */
void path_choose(struct reading *reading, struct labels *labels);

#endif
