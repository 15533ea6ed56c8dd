/*
 * wordbook - the words that were met so far, and what is known of each.
 *
 * A word is lower-cased, stemmed, given its loose keys and looked up in sets
 * of lexicons only the first time it is met: documents that are read with one
 * book, one after the other, share what they have in common. For one thread
 * at a time; what it gave out may be read by all as long as its arena lives.
 */
#ifndef SKOLLINT_LANGUAGE_WORDBOOK_H
#define SKOLLINT_LANGUAGE_WORDBOOK_H

#include "language/tokens.h"

enum { WORDBOOK_SETS = 2, WORDBOOK_USUAL = 1 << 15 };

struct lexicons;
struct wordbook;

/*
 * A book in `arena` that looks words up in `count` sets of lexicons and takes
 * up so many forms at most.
 */
struct wordbook *wordbook_new(struct arena *arena,
                              const struct lexicons *const *sets,
                              size_t count, size_t most);
/* One without bounds, for what a full one did not take up. */
struct wordbook *wordbook_over(struct arena *arena,
                               const struct wordbook *full);
void wordbook_close(
    struct wordbook *book); /* it adds no more; NULL is fine */

/* Where in word.of the elements of that set are, or WORDBOOK_SETS. */
size_t wordbook_set(const struct wordbook *book,
                    const struct lexicons *lexicons);

/* A word as it was written: flags of its capitals, and the word it is. */
struct form {
    struct str text;
    struct entry *entry;
    uint64_t hash;
    uint8_t flags;
};

/* A word, and where the document that is being read has it. */
struct entry {
    struct word word;
    uint64_t hash;
    size_t document; /* number of the last document that has it */
    uint32_t index;  /* among the words of that one */
};

/* Begin the next document: its number, which no other one has. */
size_t wordbook_begin(struct wordbook *book);

/*
 * The form, added when it is new; NULL when it is new and the book is full.
 * `ocr` forms are kept apart from the others.
 */
const struct form *wordbook_form(struct wordbook *book, struct str text,
                                 enum token_kind kind, bool ocr);

#endif
