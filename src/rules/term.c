/* term - reading a word that the law gave up from its YAML node. */
#include "rules/term.h"


static int read_lexicon(const struct lexicons *lexicons,
                        struct problems *problems, const struct node *node,
                        const char *key)
{
    struct str name = node_need(problems, node, key);
    int lexicon = lexicon_ask(lexicons, name);

    if (lexicon < 0 && node_get(node, key))
        node_problem(problems, node_get(node, key), "rule-unknown-lexicon",
                     NULL);
    return lexicon;
}

void term_read(struct terms *terms, const struct lexicons *lexicons,
               struct problems *problems, const struct node *node)
{
    static const char *const keys[] = {"old",     "today",     "since",
                                       "say_old", "say_today", NULL};
    struct term term = {.name = node->key};

    node_allow(problems, node, keys);
    if (terms->count == TERMS_MOST) {
        node_problem(problems, node, "rule-too-many-terms", "");
        return;
    }
    term.old = read_lexicon(lexicons, problems, node, "old");
    term.today = read_lexicon(lexicons, problems, node, "today");
    term.say_old = node_need(problems, node, "say_old");
    term.say_today = node_need(problems, node, "say_today");
    if (!date_parse(node_need(problems, node, "since"), &term.since))
        node_problem(problems, node, "rule-want-date", "since");
    terms->items[terms->count++] = term;
}
