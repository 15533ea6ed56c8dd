/* criterion_check - what a criterion's messages and examples call by name. */
#include "rules/loading.h"

/* What review and the checks fill in, beside `words` and each `as`. */
static const char *const filled[] = {
    "citat",   "citat2",      "plats",     "plats2",      "n",
    "m",       "k",           "ruta",      "mal",         "insats",
    "flera",   "malblock",    "redan",     "redan_plats", "redan_k",
    "gammalt", "gammalt_ord", "nytt",      "datum",       "aldrig",
    "upphavd", "annu_inte",   "annat",     "andrad",      "sfs",
    "rubrik",  "rubrik_nu",   "registret", "lagrum",      "del",
    NULL};

struct fillings {
    struct arena *arena;
    struct str *items;
    size_t count, capacity;
};

static void add(struct fillings *names, struct str name)
{
    names->items = arena_grow(names->arena, names->items, names->count,
                              &names->capacity, sizeof *names->items);
    names->items[names->count++] = name;
}

/* The names that the criterion gives its checks; depth is bounded by YAML. */
static void add_given(struct fillings *names, const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next) {
        if (child->kind == NODE_TEXT && str_equal(child->key, STR("as")))
            add(names, child->text);
        add_given(names, child);
    }
}

static void check_text(const struct fillings *names, const struct node *node,
                       struct problems *problems)
{
    struct str text = node->text;
    size_t open = 0;

    while ((open = str_find(text, STR("{"), open)) != SIZE_MAX) {
        size_t start = open + 1, end;

        if (start < text.length &&
            (text.at[start] == '?' || text.at[start] == '!'))
            start++;
        for (end = start;
             end < text.length && text.at[end] != ':' && text.at[end] != '}';)
            end++;
        loading_need_name(node, str_part(text, start, end - start),
                          (struct name_set){"rule-unknown-placeholder",
                                            names->items, names->count},
                          problems);
        open = end;
    }
}

static void check_texts(const struct fillings *names, const struct node *node,
                        struct problems *problems)
{
    if (node && node->kind == NODE_TEXT)
        check_text(names, node, problems);
    for (const struct node *child = node ? node->first : NULL; child;
         child = child->next)
        check_texts(names, child, problems);
}

static void check_messages(struct loading *loading,
                           const struct criterion *criterion)
{
    static const char *const keys[] = {"say",     "fix",         "fix_for",
                                       "applies", "cannot_tell", NULL};
    const struct ruleset *ruleset = loading->ruleset;
    struct fillings names = {.arena = ruleset->arena};

    for (const char *const *name = filled; *name; name++)
        add(&names, str_from(*name));
    for (size_t i = 0; i < ruleset->word_count; i++)
        add(&names, ruleset->words[i].name);
    add_given(&names, criterion->node);
    for (const char *const *key = keys; *key; key++)
        check_texts(&names, node_get(criterion->node, *key),
                    loading->problems);
}

static void check_example(struct loading *loading,
                          const struct example *example)
{
    const struct templates *templates = loading->ruleset->templates;
    const struct node *document = node_get(example->node, "document");

    if (example->fields == NULL)
        return;
    templates_need(templates, example->document,
                   document ? document : example->node, loading->problems);
    for (const struct node *field = example->fields->first; field;
         field = field->next)
        templates_need_role(templates, field->key, field, loading->problems);
}

void criterion_check(struct loading *loading,
                     const struct criterion *criterion)
{
    check_messages(loading, criterion);
    for (size_t i = 0; i < criterion->example_count; i++)
        check_example(loading, &criterion->examples[i]);
}
