/* ask - what a point of a decision may ask for, and what answers it. */
#include "rules/ask.h"

static int read_lexicon(const struct predicate_reader *reader,
                        const struct node *node, const char *key)
{
    struct str name = node_text(reader->problems, node, key, "");
    int lexicon = lexicon_ask(reader->lexicons, name);

    if (lexicon < 0 && node_get(node, key))
        node_problem(reader->problems, node_get(node, key),
                     "rule-unknown-lexicon", NULL);
    return lexicon;
}

static struct predicate *read_predicate(const struct predicate_reader *reader,
                                        const struct node *node,
                                        const char *key)
{
    const struct node *at = node_get(node, key);

    return at ? predicate_read(reader, at) : NULL;
}

void ask_read(struct ruleset *ruleset,
              const struct predicate_reader *predicates,
              const struct node *node)
{
    static const char *const keys[] = {
        "title", "asked",   "done",  "done_own", "done_too",
        "begun", "planned", "topic", "criteria", NULL};
    struct ask_kind kind = {.id = node->key};

    node_allow(predicates->problems, node, keys);
    kind.topic = read_lexicon(predicates, node, "topic");
    kind.asked = read_lexicon(predicates, node, "asked");
    if (kind.topic < 0) {
        kind.title = saying_read(predicates->problems, node, "title", true);
        node_need(predicates->problems, node, "asked");
    }
    kind.criteria = node_texts(ruleset->arena, predicates->problems, node,
                               "criteria", &kind.criterion_count);
    kind.criteria_node = node_get(node, "criteria");
    kind.done = read_predicate(predicates, node, "done");
    kind.done_own = read_predicate(predicates, node, "done_own");
    kind.done_too = read_predicate(predicates, node, "done_too");
    kind.begun = read_predicate(predicates, node, "begun");
    kind.planned = read_predicate(predicates, node, "planned");
    ruleset->asks =
        arena_grow(ruleset->arena, ruleset->asks, ruleset->ask_count,
                   &ruleset->ask_capacity, sizeof kind);
    ruleset->asks[ruleset->ask_count++] = kind;
}
