/*
 * yaml - rule files as a tree of nodes that know where they stand.
 *
 * The only door to libyaml. Read by events into an arena. Refused, as
 * problems: anchors, aliases, tags, several documents in one file, duplicate
 * keys, nesting over 32, files over 4 MiB. Scalars have no guessed type: the
 * reader of a value says what it wants. A `null` or an empty plain scalar is
 * the empty text.
 */
#ifndef SKOLLINT_BASE_YAML_H
#define SKOLLINT_BASE_YAML_H

#include "base/problems.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct str text;   /* of a text node */
    struct node *first; /* of a list or map, in file order */
    struct node *next;  /* the next item or entry, or NULL */
    struct str key;     /* of an entry in a map */
    size_t count;       /* items or entries */
    struct str file;
    size_t line; /* from 1; of the key for an entry of a map */
    size_t column;
};

/*
 * Read a file's bytes. Returns the root, or NULL when the file could not be
 * read as YAML at all (then problems has at least one more). The tree lives
 * in `arena`; the bytes need not outlive the call.
 */
struct node *yaml_read(struct arena *arena, struct str file, struct str bytes,
                       struct problems *problems);

/* The entry with that key, or NULL; NULL too when `map` is NULL or no map. */
const struct node *node_get(const struct node *map, const char *key);

/* Report a mistake at a node. `detail` may be NULL for the node's text. */
void node_problem(struct problems *problems, const struct node *at,
                  const char *key, const char *detail);

/*
 * Report every key of `map` that is not among `allowed` (NULL-terminated),
 * with the nearest that is, and a node that is no map.
 */
void node_allow(struct problems *problems, const struct node *map,
                const char *const *allowed);

/* The entry's text; `otherwise` when absent; a problem when not a text. */
struct str node_text(struct problems *problems, const struct node *map,
                     const char *key, const char *otherwise);

/* As node_text, but absence is a problem and gives the empty str. */
struct str node_need(struct problems *problems, const struct node *map,
                     const char *key);

/* A whole number of at most 9 digits; a problem when it is anything else. */
unsigned node_number(struct problems *problems, const struct node *map,
                     const char *key, unsigned otherwise);

/* A decimal number such as 0.6 or 12; a problem when it is anything else. */
double node_decimal(struct problems *problems, const struct node *map,
                    const char *key, double otherwise);

/* `true` or `false` and nothing else. */
bool node_bool(struct problems *problems, const struct node *map,
               const char *key, bool otherwise);

/*
 * The entry as a list of texts: a text counts as a list of one, absence as
 * none. The array lives in `arena`.
 */
struct str *node_texts(struct arena *arena, struct problems *problems,
                       const struct node *map, const char *key,
                       size_t *count);

/* The problem of a word that is none of `names` (NULL-terminated): all told. */
void node_wrong_choice(struct problems *problems, const struct node *at,
                       struct str word, const char *const *names);

/*
 * Index of the entry's text among `names` (NULL-terminated); without the
 * entry, or with the problem of a wrong choice, `otherwise`.
 */
unsigned node_choice(struct problems *problems, const struct node *map,
                     const char *key, const char *const *names,
                     unsigned otherwise);

#endif
