/*
 * keys - the words passages are found by: stems without their accents, so
 * that a scanned text and a clean one have the same.
 */
#ifndef SKOLLINT_PRECEDENT_KEYS_H
#define SKOLLINT_PRECEDENT_KEYS_H

#include "base/buf.h"
#include "language/tokens.h"

/*
 * The key of a word, made of letters and digits; empty for words that are
 * too short to tell anything, and for marks. In `arena`.
 */
struct str key_of(struct arena *arena, const struct word *word);

/* Any name as one key: "rektors-ledarskap" gives "rektorsledarskap". */
struct str key_of_name(struct arena *arena, struct str name);

/* The keys of tokens [first, end) with spaces between; `keys` holds one key
 * per word of the document, made by keys_new. */
struct str *keys_new(struct arena *arena, const struct tokens *tokens);
void keys_add(struct buf *into, const struct tokens *tokens,
              const struct str *keys, size_t first, size_t end);

#endif
