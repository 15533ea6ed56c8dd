/*
 * words - the words of the grammar of citations, found while scanning.
 *
 * Compared in lower case and without diacritics, as scanners lose them;
 * abbreviations only as they are written.
 */
#ifndef SKOLLINT_LAW_WORDS_H
#define SKOLLINT_LAW_WORDS_H

#include "law/scan.h"

/*
 * Read the word at *at into `piece`. Returns where it ends; or 0 when the
 * grammar does not know it, and moves *at past it.
 */
size_t word_read(struct str text, size_t *at, struct piece *piece);

/*
 * Past the word at `at` when its first letter and its length alone show that
 * it begins no citation; else `at`. Nearly every word ends here.
 */
size_t word_skip(struct str text, size_t at);

/* Whether the word ends as names of statutes do ("...förordningen"). */
bool word_is_statute_like(struct str word);

#endif
