/*
 * kind - what sort of document it is, by its title, its letter, its words.
 */
#ifndef SKOLLINT_STRUCTURE_KIND_H
#define SKOLLINT_STRUCTURE_KIND_H

#include "structure/reading.h"

/* Sets kind, kind_certainty and kind_span by title or letter. */
void kind_by_title(struct reading *reading);

/* The same by address, words and headings, where the title said nothing. */
void kind_by_body(struct reading *reading);

/* For kind.c and kind_body.c. `certainty`: 2 said, 1 inferred. */
void kind_decide(struct reading *reading, const struct kind *kind,
                 unsigned certainty, struct span span);

/* Words without which the document is of some other sort. */
bool kind_has_needs(const struct reading *reading, const struct kind *kind);

/* Whether headings of that many of the kind's groups are there. */
bool kind_has_sections(const struct reading *reading, const struct kind *kind,
                       size_t least);

/* Sets the template of a kind that is no form. */
void kind_pick_template(struct reading *reading);

/* Sets outline->answers of an account, by its first lines or all of it. */
void kind_find_answered(struct reading *reading);

/* The family of the forms of a kind, or -1. */
int kind_family(const struct reading *reading, struct str kind);

/* How a document of its kind is read; an unknown one as a report. */
enum layout kind_layout(const struct reading *reading);

#endif
