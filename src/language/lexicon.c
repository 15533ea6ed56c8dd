/* lexicon - named lists of phrases: what they are made of, and names. */
#include "language/lexicon.h"

#include "language/lexicon_private.h"

#include <string.h>

struct lexicons *lexicons_new(struct arena *arena)
{
    struct lexicons *lexicons = arena_alloc(arena, sizeof *lexicons);

    lexicons->arena = arena;
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

static struct start start_of(const struct lexicons *lexicons, size_t index)
{
    const struct phrase *phrase = &lexicons->phrases[index];
    struct start start = {.phrase = (uint32_t)index,
                          .lexicon = (uint16_t)phrase->lexicon,
                          .alone = phrase->step_count == 1};

    if (!start.alone) {
        start.sign = phrase->steps[1].sign;
        start.gap = phrase->steps[1].gap;
    }
    return start;
}

/* The elements a phrase may begin with; *count of them. */
static const uint32_t *first_elements(const struct lexicons *lexicons,
                                      size_t phrase, uint32_t *count)
{
    const struct step_of *step = &lexicons->phrases[phrase].steps[0];

    *count = step->count;
    return &lexicons->pool[step->first];
}

/* Counted first, so that all starts of an element lie side by side. */
static void index_phrases(struct lexicons *lexicons)
{
    struct element *elements = lexicons->elements;
    const uint32_t *firsts;
    uint32_t count;

    for (size_t i = 0; i < lexicons->phrase_count; i++) {
        firsts = first_elements(lexicons, i, &count);
        for (uint32_t j = 0; j < count; j++)
            elements[firsts[j]].start_count++;
    }
    for (size_t i = 0; i < lexicons->element_count; i++) {
        elements[i].starts =
            arena_alloc(lexicons->arena,
                        elements[i].start_count * sizeof *elements[i].starts);
        elements[i].start_count = 0;
    }
    for (size_t i = 0; i < lexicons->phrase_count; i++) {
        firsts = first_elements(lexicons, i, &count);
        for (uint32_t j = 0; j < count; j++) {
            struct element *element = &elements[firsts[j]];

            element->starts[element->start_count++] = start_of(lexicons, i);
        }
    }
}

static void resolve_classes(struct lexicons *lexicons,
                            struct problems *problems)
{
    for (size_t i = 0; i < lexicons->element_count; i++) {
        struct element *element = &lexicons->elements[i];

        if (element->kind != ELEMENT_CLASS)
            continue;
        element->lexicon = lexicon_find(lexicons, element->text);
        if (element->lexicon < 0)
            problems_add(problems,
                         (struct problem){.file = STR("lexicons"),
                                          .key = "rule-unknown-lexicon",
                                          .detail = element->text,
                                          .nearest = nearest_name(
                                              element->text, lexicons->names,
                                              lexicons->count)});
        else
            lexicons->class_of[element->lexicon] = (uint32_t)i + 1;
    }
}

/* Of the text from its end. */
static uint64_t hash_back(struct str text)
{
    uint64_t hash = STR_HASH_EMPTY;

    while (text.length)
        hash = str_hash_add(hash, text.at[--text.length]);
    return hash;
}

static void add_key(struct lexicons *lexicons, int level, struct str key,
                    uint32_t element)
{
    const struct element *of = &lexicons->elements[element];
    struct key *entry = arena_alloc(lexicons->arena, sizeof *entry);
    uint64_t hash =
        key_hash(of->kind == ELEMENT_SUFFIX ? hash_back(key) : str_hash(key),
                 of->kind);

    entry->hash = hash;
    entry->text = key;
    entry->kind = of->kind;
    entry->element = element;
    entry->next = lexicons->keys[level][hash % KEY_BUCKETS];
    lexicons->keys[level][hash % KEY_BUCKETS] = entry;
    lexicons->key_signs[level][hash % KEY_SIGNS / 64] |= (uint64_t)1
                                                         << hash % 64;
    if (key.length >= 64)
        return;
    if (of->kind == ELEMENT_PREFIX)
        lexicons->prefix_lengths[level] |= (uint64_t)1 << key.length;
    if (of->kind == ELEMENT_SUFFIX)
        lexicons->suffix_lengths[level] |= (uint64_t)1 << key.length;
}

uint64_t letters_sign(struct str text)
{
    uint64_t sign = 0;

    for (size_t i = 0; i < text.length; i++)
        sign |= (uint64_t)1 << ((unsigned char)text.at[i] % 64);
    return sign;
}

static void add_odd(struct lexicons *lexicons, uint32_t element)
{
    enum element_kind kind = lexicons->elements[element].kind;

    if (kind != ELEMENT_NUMBER && kind != ELEMENT_CONTAINS)
        return;
    lexicons->odd =
        arena_grow(lexicons->arena, lexicons->odd, lexicons->odd_count,
                   &lexicons->odd_capacity, sizeof *lexicons->odd);
    lexicons->odd[lexicons->odd_count++] = element;
}

static void index_elements(struct lexicons *lexicons)
{
    for (uint32_t i = 0; i < lexicons->element_count; i++) {
        struct element *element = &lexicons->elements[i];

        add_odd(lexicons, i);
        if (element->kind == ELEMENT_NUMBER ||
            element->kind == ELEMENT_CLASS || element->kind == ELEMENT_NAME)
            continue;
        /* One with its own capitals is compared in lower case first. */
        element->loose = element->kind == ELEMENT_CASE
                             ? word_lower(lexicons->arena, element->text)
                             : word_loose(lexicons->arena, element->text);
        element->looser = word_looser(lexicons->arena, element->loose);
        element->letters = letters_sign(element->text);
        if (element->kind == ELEMENT_CASE)
            add_key(lexicons, 0, element->loose, i);
        if (element->kind == ELEMENT_CASE ||
            element->kind == ELEMENT_CONTAINS)
            continue;
        add_key(lexicons, 0, element->text, i);
        add_key(lexicons, 1, element->loose, i);
        add_key(lexicons, 2, element->looser, i);
    }
}

void lexicons_finish(struct lexicons *lexicons, struct problems *problems)
{
    index_phrases(lexicons);
    resolve_classes(lexicons, problems);
    index_elements(lexicons);
    lexicons_free(lexicons);
}
