/* lexicon - named lists of phrases: what they are made of, and names. */
#include "language/lexicon.h"

#include "language/lexicon_private.h"

#include <string.h>

struct lexicons *lexicons_new(struct arena *arena)
{
    struct lexicons *lexicons = arena_alloc(arena, sizeof *lexicons);

    lexicons->arena = arena;
    lexicons->asked = arena_alloc(arena, LEXICONS_MOST);
    lexicons->stemmer = stemmer_new();
    return lexicons;
}

void lexicons_free(struct lexicons *lexicons)
{
    if (lexicons == NULL)
        return;
    stemmer_free(lexicons->stemmer);
    lexicons->stemmer = NULL;
}

/* Where a name is in the table of names, or would be. */
static size_t name_slot(const struct lexicons *lexicons, struct str name)
{
    size_t at = str_hash(name) % NAME_SLOTS;

    while (lexicons->name_slots[at] &&
           !str_equal(lexicons->names[lexicons->name_slots[at] - 1], name))
        at = (at + 1) % NAME_SLOTS;
    return at;
}

int lexicon_find(const struct lexicons *lexicons, struct str name)
{
    return (int)lexicons->name_slots[name_slot(lexicons, name)] - 1;
}

int lexicon_ask(const struct lexicons *lexicons, struct str name)
{
    int lexicon = lexicon_find(lexicons, name);

    if (lexicon >= 0)
        lexicons->asked[lexicon] = true;
    return lexicon;
}

struct str lexicon_name(const struct lexicons *lexicons, int lexicon)
{
    return lexicons->names[lexicon];
}

bool lexicon_has_phrase(const struct lexicons *lexicons, int lexicon,
                        struct str phrase)
{
    for (size_t i = 0; i < lexicons->source_count; i++)
        if (str_equal(lexicons->sources[i].lexicon,
                      lexicons->names[lexicon]) &&
            str_equal(lexicons->sources[i].phrase, phrase))
            return true;
    return false;
}

size_t lexicons_count(const struct lexicons *lexicons)
{
    return lexicons->count;
}

const struct str *lexicons_names(const struct lexicons *lexicons)
{
    return lexicons->names;
}

static int find_or_add(struct lexicons *lexicons, struct str name)
{
    int found = lexicon_find(lexicons, name);

    if (found >= 0)
        return found;
    if (lexicons->count == LEXICONS_MOST)
        return -1;
    lexicons->name_slots[name_slot(lexicons, name)] =
        (uint16_t)(lexicons->count + 1);
    lexicons->names[lexicons->count] = name;
    lexicons->unless[lexicons->count] = -1;
    return (int)lexicons->count++;
}

int lexicons_add(struct lexicons *lexicons, struct str name,
                 const struct str *phrases, size_t count,
                 const struct node *at, struct problems *problems)
{
    int lexicon = find_or_add(lexicons, name);

    if (lexicon < 0) {
        node_problem(problems, at, "rule-too-many-lexicons", NULL);
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        if (!phrase_read(lexicons, lexicon, phrases[i]))
            node_problem(problems, at, "rule-phrase", phrases[i].at);
    return lexicon;
}

/* Each phrase by itself, at its own place in the file. */
static void find_faults(const struct lexicons *lexicons,
                        const struct node *phrases, struct problems *problems)
{
    const struct node *first = phrases;

    if (phrases && phrases->kind == NODE_LIST)
        first = phrases->first;
    for (const struct node *node = first; node; node = node->next) {
        struct phrase_fault fault = {NULL, STR("")};

        if (node->kind == NODE_TEXT)
            fault = phrase_find_fault(node->text);
        if (fault.key)
            node_problem(problems, node, fault.key,
                         arena_str(lexicons->arena, fault.word).at);
        if (first == phrases)
            break;
    }
}

static void read_unless(struct lexicons *lexicons, int lexicon,
                        const struct node *node, struct problems *problems)
{
    size_t count;
    struct str *phrases =
        node_texts(lexicons->arena, problems, node, "unless", &count);

    if (count == 0)
        return;
    lexicons->unless[lexicon] =
        lexicons_add(lexicons,
                     arena_format(lexicons->arena, "%s (unless)",
                                  lexicons->names[lexicon].at),
                     phrases, count, node, problems);
}

static void read_one(struct lexicons *lexicons, const struct node *node,
                     struct problems *problems)
{
    static const char *const keys[] = {"means", "phrases", "unless", NULL};
    size_t count;
    struct str *phrases;
    int lexicon;

    node_allow(problems, node, keys);
    find_faults(lexicons, node_get(node, "phrases"), problems);
    find_faults(lexicons, node_get(node, "unless"), problems);
    if (node_get(node, "phrases") == NULL)
        node_problem(problems, node, "rule-missing-key", "phrases");
    phrases = node_texts(lexicons->arena, problems, node, "phrases", &count);
    lexicon =
        lexicons_add(lexicons, node->key, phrases, count, node, problems);
    if (lexicon >= 0)
        read_unless(lexicons, lexicon, node, problems);
}

void lexicons_read(struct lexicons *lexicons, const struct node *map,
                   struct problems *problems)
{
    if (map == NULL)
        return;
    if (map->kind != NODE_MAP) {
        node_problem(problems, map, "rule-want-map", NULL);
        return;
    }
    for (const struct node *node = map->first; node; node = node->next)
        read_one(lexicons, node, problems);
}
