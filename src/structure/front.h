/*
 * front - who a document is from, of what level, when, and its numbers.
 */
#ifndef SKOLLINT_STRUCTURE_FRONT_H
#define SKOLLINT_STRUCTURE_FRONT_H

#include "structure/reading.h"

/* Where title block and letterhead end: sets reading->front_end. */
void front_find_end(struct reading *reading);

/* Paints what of it the author did not write as text: VOICE_FRONT. */
void front_paint(struct reading *reading);

/* outline->huvudman and unit. */
void owner_find(struct reading *reading);

/*
 * Whether the huvudman is a company or foundation that has a line of its
 * own: then a school's name in another line is what it runs.
 */
bool owner_is_private(const struct reading *reading);

/* Different names of schools in the whole text, counted up to `most`. */
size_t unit_count(const struct reading *reading, size_t most);

/* The name of the one school that a stretch names, or an empty span. */
struct span unit_in(const struct reading *reading, size_t first, size_t end);

/* Whether a stretch holds words that make a name a huvudman's. */
bool owner_in(const struct reading *reading, size_t first, size_t end);

/* outline->level and level_span; after owner_find and the measures. */
void level_find(struct reading *reading);

/* outline->school_forms. */
void school_forms_find(struct reading *reading);

/* outline->date: the document's own. */
void own_date_find(struct reading *reading);

/*
 * outline->not_before, for a document without a date: the school year or
 * year its title block names, else three years before the latest school
 * year in the text, since no plan reaches further.
 */
void not_before_find(struct reading *reading);

/* outline->previous_decision, deadline and received. */
void decision_dates_find(struct reading *reading);

/* outline->reference_numbers. */
void references_find(struct reading *reading);

#endif
