/*
 * asks - a point of a decision taken apart into what it asks for.
 *
 * "Såväl låga som höga resultat eller skillnader mellan enheter" asks for
 * two things of which one is enough; "kartlägga behov och rikta åtgärder"
 * for two. What is asked for is known by words (rules/dossier); a sentence
 * that has none of them is one ask, compared by its own words.
 */
#ifndef SKOLLINT_DOSSIER_ASKS_H
#define SKOLLINT_DOSSIER_ASKS_H

#include "dossier/studied.h"

enum { ASKS_MOST = 24, TOPICS_MOST = 6, ASK_PASSAGES_MOST = 3 };

struct ask_passage {
    struct span span; /* in the account */
    double score;     /* how near, from 0 to 1 */
};

struct ask {
    struct span text;            /* in the decision */
    struct str title; /* what it asks for in our words; empty: its own */
    size_t first, end;           /* its tokens there */
    size_t cue, cue_end;         /* those of them that tell its kind */
    const struct ask_kind *kind; /* NULL: known by its own words only */
    int choice; /* asks with the same number: one is enough; -1 for none */
    int topics[TOPICS_MOST]; /* lexicons: what it is about */
    size_t topic_count;

    /* What the account says to it; by ask_answer. */
    enum progress progress;
    enum verdict verdict;
    struct str message;
    struct ask_passage passages[ASK_PASSAGES_MOST];
    size_t passage_count;
};

struct asks {
    struct ask *items;
    size_t count;
};

/* What a point asks for, in the order of its words; never none. */
struct asks asks_of(struct arena *arena, const struct studied *decision,
                    struct span point);

/*
 * Where in an account an answer is looked for: in an area, else in a section
 * whose heading is the area's name, else (a section without length) in all.
 */
struct ask_place {
    int area; /* of the account, or NO_INDEX */
    struct span section;
    struct span title; /* the heading of either; empty for all */
};

/* Whether a sentence of the account is its own words and stands there. */
bool ask_place_has(const struct studied *account, struct ask_place place,
                   const struct sentence *sentence);

/* Look for the answer there and set what the ask says of it. */
void ask_answer(struct arena *arena, const struct studied *decision,
                const struct studied *account, struct ask_place place,
                struct ask *ask);

#endif
