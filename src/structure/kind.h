/*
 * kind - what sort of document it is, by its title, its letter, its words.
 */
#ifndef SKOLLINT_STRUCTURE_KIND_H
#define SKOLLINT_STRUCTURE_KIND_H

#include "structure/reading.h"

/* Sets kind, kind_certainty and kind_span by title or letter. */
void kind_by_title(struct reading *reading);

/* The same by the words of the body, where the title said nothing. */
void kind_by_body(struct reading *reading);

/* Sets the template of a kind that is no form. */
void kind_pick_template(struct reading *reading);

/* Sets outline->answers of an account, by its first lines or all of it. */
void kind_find_answered(struct reading *reading);

/* The family of the forms of a kind, or -1. */
int kind_family(const struct reading *reading, struct str kind);

/* How a document of its kind is read; an unknown one as a report. */
enum layout kind_layout(const struct reading *reading);

#endif
