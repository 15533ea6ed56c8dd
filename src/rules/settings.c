/* settings - what a municipality has chosen: .skollint.yaml as data. */
#include "rules/settings.h"

static const char *const kind_names[] = {"off", "exception", "judged"};

const char *setting_kind_name(enum setting_kind kind)
{
    return kind_names[kind];
}

static struct date read_date(struct problems *problems,
                             const struct node *node, const char *key)
{
    struct date date = {0, 0, 0};
    const struct node *entry = node_get(node, key);

    if (entry == NULL)
        node_problem(problems, node, "rule-missing-key", key);
    else if (!date_parse(entry->text, &date))
        node_problem(problems, entry, "setting-date", NULL);
    return date;
}

/* A text that must say something. */
static struct str need(struct problems *problems, const struct node *node,
                       const char *key)
{
    struct str text = node_need(problems, node, key);
    const struct node *entry = node_get(node, key);

    if (entry && entry->kind == NODE_TEXT && str_trim(text).length == 0)
        node_problem(problems, entry, "setting-empty", key);
    return text;
}

static void add(struct settings *settings, struct setting setting)
{
    settings->items =
        arena_grow(settings->arena, settings->items, settings->count,
                   &settings->capacity, sizeof *settings->items);
    settings->items[settings->count++] = setting;
}

static struct setting read_common(struct problems *problems,
                                  const struct node *node,
                                  enum setting_kind kind)
{
    struct setting setting = {.kind = kind, .node = node};

    setting.criterion = need(problems, node, "criterion");
    setting.reason = need(problems, node, "reason");
    setting.document = node_text(problems, node, "document", "");
    setting.by = setting.verdict = STR("");
    return setting;
}

static void read_off(struct settings *settings, struct problems *problems,
                     const struct node *node)
{
    static const char *const keys[] = {"criterion", "reason", "document",
                                       NULL};

    node_allow(problems, node, keys);
    add(settings, read_common(problems, node, SETTING_OFF));
}

static void read_exception(struct settings *settings,
                           struct problems *problems,
                           const struct node *node)
{
    static const char *const keys[] = {"criterion", "reason",  "document",
                                       "by",        "expires", NULL};
    struct setting setting = read_common(problems, node, SETTING_EXCEPTION);

    node_allow(problems, node, keys);
    setting.by = need(problems, node, "by");
    setting.until = read_date(problems, node, "expires");
    add(settings, setting);
}

static void read_judged(struct settings *settings, struct problems *problems,
                        const struct node *node)
{
    static const char *const keys[] = {"criterion", "reason",  "document",
                                       "by",        "decided", "verdict",
                                       NULL};
    static const char *const verdicts[] = {"met", "partly", "not_met",
                                           "not_applicable", NULL};
    struct setting setting = read_common(problems, node, SETTING_JUDGED);

    node_allow(problems, node, keys);
    setting.by = need(problems, node, "by");
    setting.until = read_date(problems, node, "decided");
    setting.verdict = node_need(problems, node, "verdict");
    node_choice(problems, node, "verdict", verdicts, 0);
    add(settings, setting);
}

static void each(struct settings *settings, struct problems *problems,
                 const struct node *root, const char *key,
                 void (*read)(struct settings *, struct problems *,
                              const struct node *))
{
    const struct node *list = node_get(root, key);

    if (list && list->kind != NODE_LIST) {
        node_problem(problems, list, "rule-want-list", key);
        return;
    }
    for (const struct node *item = list ? list->first : NULL; item;
         item = item->next)
        read(settings, problems, item);
}

static void read_values(struct settings *settings, const struct node *map)
{
    for (const struct node *item = map ? map->first : NULL; item;
         item = item->next) {
        settings->values =
            arena_grow(settings->arena, settings->values,
                       settings->value_count, &settings->value_capacity,
                       sizeof *settings->values);
        settings->values[settings->value_count++] =
            (struct setting_value){item->key, item->text, item};
    }
}

static void read_all(struct settings *settings, struct problems *problems,
                     const struct node *root)
{
    static const char *const keys[] = {
        "format", "profile",    "off",    "values", "labels",
        "headings", "rules", "exceptions", "judged", NULL};
    unsigned format = node_number(problems, root, "format", 1);

    node_allow(problems, root, keys);
    if (format != 1)
        node_problem(problems, node_get(root, "format"), "rule-format",
                     NULL);
    node_text(problems, root, "profile", "");
    settings->profile = node_get(root, "profile");
    each(settings, problems, root, "off", read_off);
    each(settings, problems, root, "exceptions", read_exception);
    each(settings, problems, root, "judged", read_judged);
    read_values(settings, node_get(root, "values"));
    settings->labels = node_get(root, "labels");
    settings->headings = node_get(root, "headings");
    settings->rules = node_texts(settings->arena, problems, root, "rules",
                                 &settings->rule_count);
}

struct settings *settings_read(struct str path, struct str bytes,
                               struct problems *problems)
{
    struct arena *arena = arena_new();
    struct settings *settings = arena_alloc(arena, sizeof *settings);
    size_t before = problems->count;
    struct node *root = yaml_read(arena, path, bytes, problems);

    settings->arena = arena;
    settings->path = arena_str(arena, path);
    if (root)
        read_all(settings, problems, root);
    if (problems->count == before)
        return settings;
    settings_free(settings);
    return NULL;
}

void settings_free(struct settings *settings)
{
    if (settings)
        arena_free(settings->arena);
}

bool settings_change_rules(const struct settings *settings)
{
    return settings && (settings->value_count || settings->labels ||
                        settings->headings);
}
