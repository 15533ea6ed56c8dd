/*
 * loading - how a rule set comes to be; for src/rules only.
 */
#ifndef SKOLLINT_RULES_LOADING_H
#define SKOLLINT_RULES_LOADING_H

#include "rules/ruleset.h"

/*
 * Files are read whole first and then part by part over all files, since a
 * criterion in one file may use a lexicon of another.
 */
struct loading {
    struct ruleset *ruleset;
    struct problems *problems;
    struct node **roots;
    size_t root_count;
};

/* Declared values: read, changed by settings, put where rules say $name. */
void loading_read_value(struct loading *loading, const struct node *node);
void loading_set_values(struct loading *loading);
void loading_put_values(struct loading *loading, struct node *node);

/* The settings' criteria and profile exist, and each is set once. */
void settings_check(const struct ruleset *ruleset, struct problems *problems);

/* A mistake at the node when no criterion has the id, with the nearest. */
void loading_need_criterion(const struct ruleset *ruleset,
                            const struct node *node, struct str id,
                            struct problems *problems);

/* Names that there are, and the mistake of one that is not among them. */
struct name_set {
    const char *key; /* with {detail} and {nearest} */
    const struct str *names;
    size_t count;
};

/* A mistake at the node, with the nearest, when `wanted` is not in the set. */
void loading_need_name(const struct node *node, struct str wanted,
                       struct name_set set, struct problems *problems);

/* What messages and examples of a criterion call by name exists. */
void criterion_check(struct loading *loading,
                     const struct criterion *criterion);

/* One entry of `patterns`, `points`, `families`, `words` or `terms`. */
void loading_read_pattern(struct loading *loading, const struct node *node);
void loading_read_point(struct loading *loading, const struct node *node);
void loading_read_family(struct loading *loading, const struct node *node);
void loading_read_word(struct loading *loading, const struct node *node);
void loading_read_term(struct loading *loading, const struct node *node);

#endif
