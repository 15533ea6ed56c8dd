/*
 * predicate - conditions on one sentence, as rule files write them.
 *
 *   orsak                        a lexicon or a mark of that name
 *   [orsak, elever]              all of them (a list means all)
 *   {all: […]} {any: […]} {none: […]}
 *   {near: 2, of: P}             P in this sentence or at most 2 away
 *   {before: 1, of: P}           P in one of the 1 sentences before it
 *   {after: 1, of: P}            P in one of the sentences after it
 *   {paragraph: P}               P in some sentence of the same block
 *   {under: P}                   P in the heading the sentence stands under
 *   {times: 2, of: name}         at least 2 hits of a lexicon
 *   {words: 4}                   at least 4 words
 *   {cell: number}               a table cell that holds a number
 *   {close: 6, of: [a, b]}       hits of both lexicons at most 6 words apart
 * Neighbours are looked for in the same field, section or area and in the
 * same voice, never further.
 *
 * A mark is a named predicate, worked out once per document in the order of
 * the files; it may use the marks before it.
 */
#ifndef SKOLLINT_FACTS_PREDICATE_H
#define SKOLLINT_FACTS_PREDICATE_H

#include "language/lexicon.h"

/* Names are lexicons, by index, and marks: LEXICONS_MOST + index. */
enum { MARKS_MOST = 192, NAMES_MOST = LEXICONS_MOST + MARKS_MOST };

enum predicate_kind {
    PREDICATE_NAME,
    PREDICATE_ALL,
    PREDICATE_ANY,
    PREDICATE_NONE,
    PREDICATE_NEAR,
    PREDICATE_PARAGRAPH,
    PREDICATE_UNDER,
    PREDICATE_TIMES,
    PREDICATE_WORDS,
    PREDICATE_CELL,
    PREDICATE_CLOSE,
    PREDICATE_RISES
};

/*
 * Kept small, and the conditions that one holds side by side: most of the
 * time with them goes into fetching them.
 */
struct predicate {
    const struct predicate *items; /* the conditions it holds */
    uint32_t count;
    uint32_t kind : 4; /* enum predicate_kind */
    uint32_t here : 1; /* PREDICATE_NEAR: the sentence itself counts */
    uint32_t number : 27; /* from 1; 0 for what stands within another */
    uint32_t least;       /* of _TIMES and _WORDS; words of _CLOSE */
    uint16_t name;        /* of _NAME, _TIMES, _CLOSE and _RISES */
    uint16_t other;       /* the second lexicon of PREDICATE_CLOSE */
    uint16_t back, ahead; /* sentences, of PREDICATE_NEAR */
};

struct marks {
    struct str names[MARKS_MOST];
    struct predicate *predicates[MARKS_MOST];
    size_t count;
    size_t predicate_count; /* that have a number, of marks and all others */
};

/* Where predicates are read: names are looked up here. */
struct predicate_reader {
    struct arena *arena;
    const struct lexicons *lexicons;
    struct marks *marks;
    struct problems *problems;
};

/* Read a predicate; NULL, with the problem reported, when it is wrong. */
struct predicate *predicate_read(const struct predicate_reader *reader,
                                 const struct node *node);

/* Read `marks:`, a map of name to predicate. */
void marks_read(const struct predicate_reader *reader,
                const struct node *map);

struct facts;

/* Whether the predicate holds for sentence number `index`. */
bool predicate_holds(const struct predicate *predicate,
                     const struct facts *facts, size_t index);

/*
 * The lexicon whose hit a reader would point at; -1 when the predicate holds
 * by no lexicon in the sentence itself, or does not hold.
 */
int predicate_shown(const struct predicate *predicate,
                    const struct facts *facts, size_t index);

#endif
