/* loading_values - declared values, changed by settings within their range. */
#include "rules/loading.h"

#include <stdlib.h>

void loading_read_value(struct loading *loading, const struct node *node)
{
    static const char *const keys[] = {"default", "least", "most", "why",
                                       NULL};
    struct ruleset *ruleset = loading->ruleset;
    struct value value = {.name = node->key};

    node_allow(loading->problems, node, keys);
    value.text = node_need(loading->problems, node, "default");
    value.least = node_decimal(loading->problems, node, "least", 0);
    value.most = node_decimal(loading->problems, node, "most", 0);
    ruleset->values =
        arena_grow(ruleset->arena, ruleset->values, ruleset->value_count,
                   &ruleset->value_capacity, sizeof value);
    ruleset->values[ruleset->value_count++] = value;
}

static struct value *find_value(const struct ruleset *ruleset,
                                struct str name)
{
    for (size_t i = 0; i < ruleset->value_count; i++)
        if (str_equal(ruleset->values[i].name, name))
            return &ruleset->values[i];
    return NULL;
}

static bool is_number_between(struct str text, double least, double most)
{
    char *end;
    double number = strtod(text.at, &end);

    return text.length && *end == '\0' && number >= least && number <= most;
}

static void complain_of_name(struct loading *loading,
                             const struct setting_value *setting)
{
    const struct ruleset *ruleset = loading->ruleset;
    struct str *names = arena_alloc(
        ruleset->arena, (ruleset->value_count + 1) * sizeof *names);

    for (size_t i = 0; i < ruleset->value_count; i++)
        names[i] = ruleset->values[i].name;
    problems_add(loading->problems,
                 (struct problem){
                     .file = setting->node->file,
                     .line = setting->node->line,
                     .column = setting->node->column,
                     .key = "rule-unknown-name",
                     .detail = setting->name,
                     .nearest = nearest_name(setting->name, names,
                                             ruleset->value_count)});
}

/* A value that does not exist, is out of range, or is so already. */
static void set_value(struct loading *loading,
                      const struct setting_value *setting)
{
    struct ruleset *ruleset = loading->ruleset;
    struct value *value = find_value(ruleset, setting->name);

    if (value == NULL) {
        complain_of_name(loading, setting);
        return;
    }
    if (str_equal(value->text, setting->text)) {
        node_problem(loading->problems, setting->node,
                     "setting-changes-nothing", setting->name.at);
        return;
    }
    if (!is_number_between(setting->text, value->least, value->most)) {
        node_problem(loading->problems, setting->node,
                     "setting-out-of-range",
                     arena_format(ruleset->arena, "%g–%g", value->least,
                                  value->most)
                         .at);
        return;
    }
    value->text = setting->text;
    value->changed = true;
}

void loading_set_values(struct loading *loading)
{
    const struct settings *settings = loading->ruleset->settings;

    for (size_t i = 0; settings && i < settings->value_count; i++)
        set_value(loading, &settings->values[i]);
}

/* Put declared values where criteria say $name; depth is bounded by YAML. */
void loading_put_values(struct loading *loading, struct node *node)
{
    const struct value *value;

    for (struct node *child = node->first; child; child = child->next)
        loading_put_values(loading, child);
    if (node->kind != NODE_TEXT || node->text.length == 0 ||
        node->text.at[0] != '$')
        return;
    value = find_value(loading->ruleset,
                       str_part(node->text, 1, node->text.length));
    if (value)
        node->text = value->text;
    else
        node_problem(loading->problems, node, "rule-unknown-name", NULL);
}
