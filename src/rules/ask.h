/*
 * ask - what a point of a decision may ask for, and what answers it.
 *
 * Read from `asks:` in the rule files:
 *   asks:
 *     orsaker:
 *       title: {sv: orsaker till resultaten, en: causes of the results}
 *       asked: krav_orsak       # a lexicon: its words in a point ask for it
 *       done: orsak_till_resultat      # a sentence of the account answers
 *       done_own: orsak_saker   # or this, where its paragraph has words in
 *                               # common with what the point asks for
 *       done_too: …             # and another one must say this as well
 *       begun: sokt_orsak       # or answers in part
 *       planned: [analysord, plan]     # or only promises
 * An ask with `topic: lexicon` and nothing else narrows the other asks of
 * its sentence: what answers them must stand close to one of these words.
 */
#ifndef SKOLLINT_RULES_ASK_H
#define SKOLLINT_RULES_ASK_H

#include "rules/ruleset.h"

/* Add one; mistakes go to problems. Lexicons and marks must be complete. */
void ask_read(struct ruleset *ruleset,
              const struct predicate_reader *predicates,
              const struct node *node);

#endif
