/*
 * prompt_index - which lines of a form each of its long words stands in.
 *
 * Made once per family of forms, for exact words and for words read through
 * OCR, so that a copy of the form's text is known by its words.
 */
#ifndef SKOLLINT_STRUCTURE_PROMPT_INDEX_H
#define SKOLLINT_STRUCTURE_PROMPT_INDEX_H

#include "structure/template_data.h"

enum { PROMPT_SHORT_WORD = 3 }; /* bytes; longer words are counted */

/* The word with that key, or NULL. */
const struct prompt_word *prompt_index_find(const struct prompt_index *index,
                                            uint64_t key);

/* For all families; the lines must be tokenised. */
void prompt_indexes_make(struct templates *templates);

#endif
