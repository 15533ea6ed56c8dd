/*
 * prompt - the form's own words where they are nobody's answer.
 *
 * Boilerplate and instructions, also where an author copied them into an
 * answer or made a heading of them; "Klicka eller tryck här …".
 */
#ifndef SKOLLINT_STRUCTURE_PROMPT_H
#define SKOLLINT_STRUCTURE_PROMPT_H

#include "structure/reading.h"

/* Paints VOICE_TEMPLATE over copies of the family's text. */
void prompts_paint(struct reading *reading, int family);

/* Paints VOICE_PLACEHOLDER over sentences with a "[värde]" or a "…" in the
 * place of words: a frame that says nothing yet. Not in a scan. */
void frames_paint(struct reading *reading);

/* Whether a line holds such a sentence. */
bool frame_at(const struct reading *reading, const struct line *line);

/* Paints VOICE_PLACEHOLDER, and adds placeholders, instructions, draft marks
 * and converter residue to outline->residue, the reader's own first. */
void residue_find(struct reading *reading);

#endif
