/*
 * regex - patterns for what is made of characters: numbers, dates, reference
 * numbers, personnummer, placeholders.
 *
 * The only door to PCRE2. Patterns are UTF, compiled once; step limits are
 * set, and a limit that is hit is told apart from "no match". Not for words:
 * those are matched by lexicons (language/lexicon.h).
 */
#ifndef SKOLLINT_BASE_REGEX_H
#define SKOLLINT_BASE_REGEX_H

#include "base/str.h"

struct regex;

enum { REGEX_GROUPS = 16 };

enum regex_result { REGEX_NO, REGEX_YES, REGEX_LIMIT };

/*
 * Compile; NULL when the pattern is wrong, then *offset is the byte where
 * and `message` (256 bytes) says what in PCRE2's own words.
 */
struct regex *regex_new(struct str pattern, bool ignore_case, size_t *offset,
                        char message[256]);
void regex_free(struct regex *regex);

/*
 * Whether every match holds one and the same character, which a search can
 * look for first. A pattern without one is tried at each place of the text.
 */
bool regex_has_anchor(const struct regex *regex);

/* The JIT pays from the second document on, or from about 16 KiB of text. */
void regex_use_jit(struct regex *regex);

/*
 * The first match at or after byte `from`. groups[0] is the whole match,
 * then the captures; a group that took no part has a start of UINT32_MAX.
 * Safe to call from several threads at once. The text must be UTF-8.
 */
enum regex_result regex_find(const struct regex *regex, struct str text,
                             size_t from, struct span groups[REGEX_GROUPS]);

#endif
