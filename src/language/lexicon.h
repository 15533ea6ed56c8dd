/*
 * lexicon - named lists of phrases, all matched in one pass over the tokens.
 *
 * A phrase is words with one space between. In a phrase
 *   ord        that word, in any case          ord~   any inflection of it
 *   ord*       begins with ord                 *ord   ends with ord
 *   *ord*      holds ord                       =ORD   that word, case as is
 *   =*         a name: always with a capital   [ord]  may be left out
 *   a|b|c      one of them
 *   ..         up to 3 words between           ..5    up to 5 between
 *   #          a number                        @name  a word that lexicon
 *   #year      a year (1950 to 2079)                  name has on its own
 *   #schoolyear  2022/2023, 22/23              #date  2024-09-12
 *   #value     a number that is no year, school year or date
 *   a b / c d  two phrases on one line
 * Marks are words of their own ("%", "p . g . a ." is written p.g.a.). A
 * match never leaves its sentence. In an OCR document words are compared by
 * their loose keys. Written in rules/lexicons as
 *   lexicons:
 *     orsak: {means: {sv: …, en: …}, phrases: […], unless: […]}
 * where a hit that overlaps an `unless` phrase is no hit; an `unless` of one
 * word also keeps that word out of @name.
 */
#ifndef SKOLLINT_LANGUAGE_LEXICON_H
#define SKOLLINT_LANGUAGE_LEXICON_H

#include "base/yaml.h"
#include "language/tokens.h"

enum { LEXICONS_MOST = 640 };

struct lexicons;

/*
 * There are four times as many of them as tokens, so they are kept small. No
 * text has more tokens than bytes, and LIMIT_TEXT is 26 bits of them.
 */
struct hit {
    __extension__ uint64_t first : 27, end : 27; /* tokens */
    __extension__ uint64_t lexicon : 10;
};

struct hits {
    struct hit *items; /* by first token, then lexicon, longest first */
    size_t count;
};

/*
 * The lexicons live in `arena`. Phrases from several files may be added
 * under one name. lexicons_finish resolves @names; then no more is added.
 */
struct lexicons *lexicons_new(struct arena *arena);
/* Frees what is needed until lexicons_finish, which does so too. */
void lexicons_free(struct lexicons *lexicons);
void lexicons_read(struct lexicons *lexicons, const struct node *map,
                   struct problems *problems);
/* Add one lexicon from phrases given elsewhere (labels, titles …). */
int lexicons_add(struct lexicons *lexicons, struct str name,
                 const struct str *phrases, size_t count,
                 const struct node *at, struct problems *problems);
void lexicons_finish(struct lexicons *lexicons, struct problems *problems);

/* Index of a lexicon, or -1. */
int lexicon_find(const struct lexicons *lexicons, struct str name);
/* The same for a rule that asks for its hits, which are then found. */
int lexicon_ask(const struct lexicons *lexicons, struct str name);
struct str lexicon_name(const struct lexicons *lexicons, int lexicon);
size_t lexicons_count(const struct lexicons *lexicons);
/* Whether one of its phrases is written just so. */
bool lexicon_has_phrase(const struct lexicons *lexicons, int lexicon,
                        struct str phrase);
/* All names, for the nearest one; lexicons_count of them. */
const struct str *lexicons_names(const struct lexicons *lexicons);

/* What of the text it is. */
static inline struct span hit_span(const struct tokens *tokens,
                                   const struct hit *hit)
{
    return token_span(tokens, hit->first, hit->end);
}

/* Every hit in the document; in `arena`. One pass, linear in the tokens. */
struct hits lexicons_match(const struct lexicons *lexicons,
                           const struct tokens *tokens, struct arena *arena);

/* Only the hits of lexicons that rules ask for, by lexicon_ask. */
struct hits lexicons_match_asked(const struct lexicons *lexicons,
                                 const struct tokens *tokens,
                                 struct arena *arena);

/*
 * How often each phrase made a hit in the document, in file order: which
 * words a set of documents rests on. In `arena`.
 */
struct phrase_use {
    struct str lexicon, phrase;
    size_t hits;
};
struct phrase_use *lexicons_use(const struct lexicons *lexicons,
                                const struct tokens *tokens,
                                struct arena *arena, size_t *count);

#endif
