/* loading_data - the small things rule files declare by name. */
#include "rules/loading.h"
#include "rules/term.h"

void loading_read_pattern(struct loading *loading, const struct node *node)
{
    struct patterns *patterns = &loading->ruleset->patterns;
    char message[256];
    size_t offset;
    struct regex *regex;

    if (patterns->count == PATTERNS_MOST || node->kind != NODE_TEXT) {
        node_problem(loading->problems, node, "rule-want-text", NULL);
        return;
    }
    regex = regex_new(node->text, false, &offset, message);
    if (regex == NULL) {
        node_problem(loading->problems, node, "rule-pattern", message);
        return;
    }
    regex_free(regex);
    patterns->names[patterns->count] = node->key;
    patterns->sources[patterns->count++] = node->text;
}

void loading_read_point(struct loading *loading, const struct node *node)
{
    struct ruleset *ruleset = loading->ruleset;
    struct point_kind point = {.id = node->key};

    point.title = saying_read(loading->problems, node, "title", true);
    ruleset->points =
        arena_grow(ruleset->arena, ruleset->points, ruleset->point_count,
                   &ruleset->point_capacity, sizeof point);
    ruleset->points[ruleset->point_count++] = point;
}

void loading_read_family(struct loading *loading, const struct node *node)
{
    struct ruleset *ruleset = loading->ruleset;
    struct family family = {.id = node->key};

    family.title = saying_read(loading->problems, node, "title", true);
    ruleset->families =
        arena_grow(ruleset->arena, ruleset->families, ruleset->family_count,
                   &ruleset->family_capacity, sizeof family);
    ruleset->families[ruleset->family_count++] = family;
}

void loading_read_word(struct loading *loading, const struct node *node)
{
    struct ruleset *ruleset = loading->ruleset;
    struct word_choice word = {.name = node->key, .form = STR("")};

    word.usual = saying_read(loading->problems, node, "usual", true);
    for (const struct node *form = node->first; form; form = form->next) {
        if (str_equal(form->key, STR("usual")))
            continue;
        word.form = form->key;
        word.in_form =
            saying_read(loading->problems, node, form->key.at, true);
    }
    ruleset->words =
        arena_grow(ruleset->arena, ruleset->words, ruleset->word_count,
                   &ruleset->word_capacity, sizeof word);
    ruleset->words[ruleset->word_count++] = word;
}

void loading_read_term(struct loading *loading, const struct node *node)
{
    term_read(&loading->ruleset->terms, loading->ruleset->lexicons,
              loading->problems, node);
}
