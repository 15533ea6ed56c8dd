/*
 * facts - a document's sentences and what stands in each, found once.
 *
 * A sentence lies in one passage, so it has one voice and one place in the
 * structure. What it holds is said by names: lexicons that hit in it, and
 * marks, which are conditions over lexicons and earlier marks (rules/facts).
 * Checks never look at words again; they ask for names.
 */
#ifndef SKOLLINT_FACTS_FACTS_H
#define SKOLLINT_FACTS_FACTS_H

#include "facts/predicate.h"
#include "structure/outline.h"

#define NO_SENTENCE UINT32_MAX

/*
 * There is one per 70 bytes of text, so they are kept small.
 * In a table a cell has what its row's label, its column's head and the words
 * above the table have; the first cell of a row has what the whole row has.
 */
struct sentence {
    struct span span;
    uint32_t first_token, end_token;
    uint32_t passage; /* index into the outline's passages */
    uint32_t block;
    uint32_t first_hit, hit_count; /* the hits that begin in it */
    unsigned words : 31;           /* words of letters */
    bool number_cell : 1; /* a table cell that holds a number and little else */
    uint32_t header; /* sentence of the cell's column head, or NO_SENTENCE */
    uint32_t row_label; /* sentence of the first cell of its row, likewise */
    uint32_t heading; /* sentence of the nearest heading above, likewise: a
                         line of its own, or a few words that begin a block */
    const struct facts *facts; /* whose it is */
};

struct facts {
    const struct document *document;
    const struct outline *outline;
    const struct tokens *tokens;
    struct hits hits;
    const struct marks *marks;
    const struct lexicons *lexicons;
    struct sentence *sentences; /* in text order */
    size_t sentence_count;
    struct columns *columns; /* facts/columns.h */
};

/* In `arena`; all arguments must outlive the facts. */
struct facts *facts_new(struct arena *arena, const struct outline *outline,
                        const struct tokens *tokens, struct hits hits,
                        const struct lexicons *lexicons,
                        const struct marks *marks);

const struct passage *sentence_passage(const struct facts *facts,
                                       const struct sentence *sentence);

/* How many hits of a lexicon begin in the sentence, none inside another. */
size_t sentence_hits(const struct facts *facts,
                     const struct sentence *sentence, int lexicon);

/* The first hit of a lexicon in the sentence; the sentence itself if none. */
struct span sentence_hit(const struct facts *facts,
                         const struct sentence *sentence, int lexicon);

/* Whether the sentence has a lexicon or mark; never for -1. */
bool sentence_has(const struct sentence *sentence, int name);

/* Whether two sentences stand in the same field, section or area. */
bool facts_same_place(const struct facts *facts, size_t a, size_t b);

/* The first sentence that begins at or after the byte. */
size_t facts_sentence_at(const struct facts *facts, uint32_t offset);

#endif
