/*
 * compare_words - what every output for people says of a comparison.
 *
 * `account` is the view of the account, `decision` that of the decision.
 */
#ifndef SKOLLINT_OUTPUT_COMPARE_WORDS_H
#define SKOLLINT_OUTPUT_COMPARE_WORDS_H

#include "dossier/dossiers.h"
#include "output/view.h"

enum { COMPARE_PASSAGES = 2 }; /* shown of an ask */

struct comparing_words {
    const struct comparison *comparison;
    struct view account, decision;
};

void compare_open(struct comparing_words *words, const struct output *output,
                  const struct comparison *comparison);
void compare_close(struct comparing_words *words);

/* "Redovisningen … bredvid beslutet …". */
void compare_add_title(struct buf *into, const struct comparing_words *words);

/* "ready" "not_ready" "needs_person", as the answer of a document. */
const char *compare_answer(const struct comparison *comparison);

/* The sentence after the answer. */
void compare_add_reason(struct buf *into,
                        const struct comparing_words *words);

/* The last day, and that nothing differs; nothing when neither is known. */
void compare_add_frame(struct buf *into, const struct comparing_words *words);

/* "Punkt 1 · AREA · i låg utsträckning". */
void compare_add_point(struct buf *into, const struct comparing_words *words,
                       const struct compared_area *area, size_t number);

/* "… eller both high and low results"; the decision's words when unknown. */
void compare_add_asked(struct buf *into, const struct comparing_words *words,
                       const struct asks *asks, size_t index);

/* "● gjort". */
void compare_add_progress(struct buf *into,
                          const struct comparing_words *words,
                          const struct ask *ask);

/* How many passages of an ask are worth showing. */
size_t compare_passages(const struct ask *ask);

/* "Så har det bedömts förut (samlingen har ett beslut, ingen praxis)". */
void compare_add_before(struct buf *into,
                        const struct comparing_words *words);

/* Where an earlier passage stands, and how it was judged. */
void compare_add_precedent(struct buf *into,
                           const struct comparing_words *words,
                           const struct precedent *precedent);

#endif
