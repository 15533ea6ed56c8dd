/* texts - every sentence a person reads, per language, as data. */
#include "base/texts.h"

#include <stdio.h>
#include <string.h>

struct entry {
    struct str key;
    struct str text[TEXTS_LANGUAGES]; /* at is NULL when not given */
};

struct texts {
    struct arena *arena;
    struct entry *items;
    size_t count, capacity;
    uint32_t *slots; /* hash table of indexes + 1 */
    size_t slot_count;
};

static const char *const languages[] = {"sv", "en", NULL};

struct texts *texts_new(struct arena *arena)
{
    struct texts *texts = arena_alloc(arena, sizeof *texts);

    texts->arena = arena;
    return texts;
}

int texts_language(struct str name)
{
    for (int i = 0; languages[i]; i++)
        if (str_equal(name, str_from(languages[i])))
            return i;
    return -1;
}

static uint32_t *slot_of(const struct texts *texts, struct str key)
{
    size_t at = str_hash(key) & (texts->slot_count - 1);

    while (texts->slots[at] &&
           !str_equal(texts->items[texts->slots[at] - 1].key, key))
        at = (at + 1) & (texts->slot_count - 1);
    return &texts->slots[at];
}

static void rehash(struct texts *texts)
{
    texts->slot_count = texts->slot_count ? texts->slot_count * 2 : 256;
    texts->slots = arena_alloc(texts->arena,
                               texts->slot_count * sizeof *texts->slots);
    for (size_t i = 0; i < texts->count; i++)
        *slot_of(texts, texts->items[i].key) = (uint32_t)i + 1;
}

static void add(struct texts *texts, const struct node *node,
                struct problems *problems)
{
    struct entry entry = {.key = node->key};
    uint32_t *slot;

    node_allow(problems, node, languages);
    for (int i = 0; i < TEXTS_LANGUAGES; i++)
        entry.text[i] = node_need(problems, node, languages[i]);
    if (texts->count * 2 >= texts->slot_count)
        rehash(texts);
    slot = slot_of(texts, entry.key);
    if (*slot) {
        node_problem(problems, node, "rule-duplicate-name", NULL);
        return;
    }
    texts->items = arena_grow(texts->arena, texts->items, texts->count,
                              &texts->capacity, sizeof *texts->items);
    texts->items[texts->count++] = entry;
    *slot = (uint32_t)texts->count;
}

void texts_read(struct texts *texts, const struct node *root,
                struct problems *problems)
{
    const struct node *map = node_get(root, "texts");

    if (map == NULL || map->kind != NODE_MAP)
        return;
    for (const struct node *node = map->first; node; node = node->next)
        add(texts, node, problems);
}

static const struct entry *find(const struct texts *texts, struct str key)
{
    uint32_t index;

    if (texts->slot_count == 0)
        return NULL;
    index = *slot_of(texts, key);
    return index ? &texts->items[index - 1] : NULL;
}

bool texts_has(const struct texts *texts, int language, struct str key)
{
    const struct entry *entry = find(texts, key);

    return entry && entry->text[language].length > 0;
}

struct str texts_get(const struct texts *texts, int language, struct str key)
{
    const struct entry *entry = find(texts, key);

    if (entry == NULL)
        return key;
    if (entry->text[language].length)
        return entry->text[language];
    return entry->text[TEXTS_SV];
}

static struct str value_of(struct str name, const struct text_value *values,
                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(name, str_from(values[i].name)))
            return values[i].value;
    return STR("");
}

/* Offset of the brace that closes the one at `open`, or the end. */
static size_t closing(struct str text, size_t open)
{
    size_t depth = 0;

    for (size_t i = open; i < text.length; i++) {
        if (text.at[i] == '{')
            depth++;
        else if (text.at[i] == '}' && --depth == 0)
            return i;
    }
    return text.length;
}

static void fill_braces(struct buf *into, struct str inside,
                        const struct text_value *values, size_t count)
{
    char mark = inside.length ? inside.at[0] : '\0';
    struct str name, rest;

    if (mark != '?' && mark != '!') {
        buf_add(into, value_of(inside, values, count));
        return;
    }
    rest = str_part(inside, 1, inside.length);
    if (!str_cut(&rest, ':', &name) || rest.at == NULL)
        return;
    if ((value_of(name, values, count).length > 0) == (mark == '?'))
        texts_fill(into, rest, values, count);
}

void texts_fill(struct buf *into, struct str text,
                const struct text_value *values, size_t count)
{
    size_t from = 0, open, end;

    while ((open = str_find(text, STR("{"), from)) < text.length) {
        buf_add(into, str_part(text, from, open - from));
        end = closing(text, open);
        fill_braces(into, str_part(text, open + 1, end - open - 1), values,
                    count);
        from = end + 1;
    }
    buf_add(into, str_part(text, from, SIZE_MAX));
}

bool texts_ask(struct str text, const char *name)
{
    struct str wanted = str_from(name);

    for (size_t at = 0; (at = str_find(text, STR("{"), at)) < text.length;) {
        struct str rest = str_part(text, ++at, SIZE_MAX);
        char after;

        if (str_starts(rest, STR("?")) || str_starts(rest, STR("!")))
            rest = str_part(rest, 1, SIZE_MAX);
        if (!str_starts(rest, wanted) || rest.length == wanted.length)
            continue;
        after = rest.at[wanted.length];
        if (after == '}' || after == ':')
            return true;
    }
    return false;
}

void texts_say(struct buf *into, const struct texts *texts, int language,
               const char *key, const struct text_value *values, size_t count)
{
    texts_fill(into, texts_get(texts, language, str_from(key)), values,
               count);
}

void texts_failure(struct buf *into, const struct texts *texts, int language,
                   const struct failure *failure)
{
    char line[24] = "", column[24] = "";

    if (failure->line)
        snprintf(line, sizeof line, "%zu", failure->line);
    if (failure->column)
        snprintf(column, sizeof column, "%zu", failure->column);
    texts_say(into, texts, language, failure->key,
              (struct text_value[]){{"detail", str_from(failure->detail)},
                                    {"line", str_from(line)},
                                    {"column", str_from(column)}},
              3);
}
