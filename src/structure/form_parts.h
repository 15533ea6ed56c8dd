/*
 * form_parts - the steps of reading a form, each in a file of its own.
 */
#ifndef SKOLLINT_STRUCTURE_FORM_PARTS_H
#define SKOLLINT_STRUCTURE_FORM_PARTS_H

#include "structure/form.h"

enum row_part form_part(const struct form *form, int role);
void form_add(struct form *form, struct draft draft);

/*
 * Cells: the name of an area without its label, an answer that was written
 * over its label, two labels that share one answer.
 */
void form_share_cells(struct form *form, int family);

/* The summary: which prompt a stretch answers when all stand together. */
void form_share_summary(struct form *form);

/* Goals, where they are repeated, and how far they are reached. */
void form_read_goals(struct form *form);

/* The fields of measures and summary, states, names and numbers. */
void form_make_fields(struct form *form);

/*
 * The block where the row of the cell `block` begins, when only numbers stand
 * before it in the row; else the block itself.
 */
size_t form_row_start(const struct reading *reading, size_t block);

#endif
