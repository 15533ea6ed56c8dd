/* node - what stands at a place of a rule file, or what is wrong with it. */
#include "base/buf.h"
#include "base/yaml.h"

const struct node *node_get(const struct node *map, const char *key)
{
    struct str wanted = str_from(key);

    if (map == NULL || map->kind != NODE_MAP)
        return NULL;
    for (const struct node *entry = map->first; entry; entry = entry->next)
        if (str_equal(entry->key, wanted))
            return entry;
    return NULL;
}

static void problem_near(struct problems *problems, const struct node *at,
                         const char *key, struct str detail,
                         struct str nearest)
{
    problems_add(problems, (struct problem){.file = at->file,
                                            .line = at->line,
                                            .column = at->column,
                                            .key = key,
                                            .detail = detail,
                                            .nearest = nearest});
}

void node_problem(struct problems *problems, const struct node *at,
                  const char *key, const char *detail)
{
    problem_near(problems, at, key, detail ? str_from(detail) : at->text,
                 STR(""));
}

static struct str nearest_of(struct str word, const char *const *names)
{
    struct str list[64];
    size_t count = 0;

    for (; names[count] && count < 64; count++)
        list[count] = str_from(names[count]);
    return nearest_name(word, list, count);
}

static bool among(struct str word, const char *const *names)
{
    for (; *names; names++)
        if (str_equal(word, str_from(*names)))
            return true;
    return false;
}

void node_allow(struct problems *problems, const struct node *map,
                const char *const *allowed)
{
    if (map == NULL)
        return;
    if (map->kind != NODE_MAP) {
        node_problem(problems, map, "rule-want-map", NULL);
        return;
    }
    for (const struct node *entry = map->first; entry; entry = entry->next)
        if (!among(entry->key, allowed))
            problem_near(problems, entry, "rule-unknown-key", entry->key,
                         nearest_of(entry->key, allowed));
}

struct str node_text(struct problems *problems, const struct node *map,
                     const char *key, const char *otherwise)
{
    const struct node *entry = node_get(map, key);

    if (entry && entry->kind == NODE_TEXT)
        return entry->text;
    if (entry)
        node_problem(problems, entry, "rule-want-text", key);
    return str_from(otherwise);
}

struct str node_need(struct problems *problems, const struct node *map,
                     const char *key)
{
    if (map && node_get(map, key) == NULL)
        node_problem(problems, map, "rule-missing-key", key);
    return node_text(problems, map, key, "");
}

unsigned node_number(struct problems *problems, const struct node *map,
                     const char *key, unsigned otherwise)
{
    const struct node *entry = node_get(map, key);
    unsigned number;

    if (entry == NULL)
        return otherwise;
    if (entry->kind == NODE_TEXT && str_number(entry->text, &number))
        return number;
    node_problem(problems, entry, "rule-want-number", key);
    return otherwise;
}

double node_decimal(struct problems *problems, const struct node *map,
                    const char *key, double otherwise)
{
    const struct node *entry = node_get(map, key);
    struct str whole, rest;
    unsigned left = 0, right = 0;
    double scale = 1;

    if (entry == NULL)
        return otherwise;
    rest = entry->text;
    if (entry->kind == NODE_TEXT && str_cut(&rest, '.', &whole) &&
        str_number(whole, &left) &&
        (rest.at == NULL || str_number(rest, &right))) {
        for (size_t i = 0; rest.at && i < rest.length; i++)
            scale *= 10;
        return left + right / scale;
    }
    node_problem(problems, entry, "rule-want-number", key);
    return otherwise;
}

bool node_bool(struct problems *problems, const struct node *map,
               const char *key, bool otherwise)
{
    const struct node *entry = node_get(map, key);

    if (entry == NULL)
        return otherwise;
    if (entry->kind == NODE_TEXT && str_equal(entry->text, STR("true")))
        return true;
    if (entry->kind == NODE_TEXT && str_equal(entry->text, STR("false")))
        return false;
    node_problem(problems, entry, "rule-want-bool", key);
    return otherwise;
}

struct str *node_texts(struct arena *arena, struct problems *problems,
                       const struct node *map, const char *key,
                       size_t *count)
{
    const struct node *entry = node_get(map, key);
    const struct node *item;
    struct str *texts;

    *count = 0;
    if (entry == NULL)
        return NULL;
    if (entry->kind == NODE_TEXT) {
        texts = arena_alloc(arena, sizeof *texts);
        texts[(*count)++] = entry->text;
        return texts;
    }
    if (entry->kind == NODE_MAP) {
        node_problem(problems, entry, "rule-want-list", key);
        return NULL;
    }
    texts = arena_alloc(arena, (entry->count + 1) * sizeof *texts);
    for (item = entry->first; item; item = item->next) {
        if (item->kind == NODE_TEXT)
            texts[(*count)++] = item->text;
        else
            node_problem(problems, item, "rule-want-text", key);
    }
    return texts;
}

void node_wrong_choice(struct problems *problems, const struct node *at,
                       struct str word, const char *const *names)
{
    struct buf list = {0};

    for (; *names; names++) {
        buf_add_text(&list, *names);
        if (names[1])
            buf_add_text(&list, ", ");
    }
    problem_near(problems, at, "rule-wrong-choice", word, buf_str(&list));
    buf_free(&list);
}

unsigned node_choice(struct problems *problems, const struct node *map,
                     const char *key, const char *const *names,
                     unsigned otherwise)
{
    const struct node *entry = node_get(map, key);

    if (entry == NULL)
        return otherwise;
    for (unsigned i = 0; entry->kind == NODE_TEXT && names[i]; i++)
        if (str_equal(entry->text, str_from(names[i])))
            return i;
    node_wrong_choice(problems, entry, entry->text, names);
    return otherwise;
}
