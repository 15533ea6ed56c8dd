/* lexicon_index - the tables by which words and phrases are found. */
#include "language/lexicon_private.h"

static void add_start(struct lexicons *lexicons, uint32_t element,
                      size_t phrase)
{
    const struct phrase *of = &lexicons->phrases[phrase];
    struct element *first = &lexicons->elements[element];
    struct start *start = arena_alloc(lexicons->arena, sizeof *start);

    *start = (struct start){.next = first->starts,
                            .phrase = (uint32_t)phrase,
                            .lexicon = (uint16_t)of->lexicon,
                            .alone = of->step_count == 1};
    if (!start->alone)
        start->sign = of->steps[1].sign;
    first->starts = start;
}

static void add_pair(struct lexicons *lexicons, uint32_t first,
                     uint32_t second, size_t phrase)
{
    uint32_t hash = pair_hash(first, second);

    lexicons->pairs =
        arena_grow(lexicons->arena, lexicons->pairs, lexicons->pair_count,
                   &lexicons->pair_capacity, sizeof *lexicons->pairs);
    lexicons->pairs[lexicons->pair_count++] =
        (struct pair){first, second, (uint32_t)phrase};
    lexicons->pair_signs[hash % PAIR_SIGNS / 64] |= (uint64_t)1 << hash % 64;
}

static uint32_t bucket_of(const struct pair *pair)
{
    return pair_hash(pair->first, pair->second) % PAIR_BUCKETS;
}

/* Side by side by bucket, each bucket's from its own place on. */
static void sort_pairs(struct lexicons *lexicons)
{
    struct pair *sorted = arena_alloc(
        lexicons->arena, (lexicons->pair_count + 1) * sizeof *sorted);
    uint32_t *from = lexicons->pairs_from;

    for (size_t i = 0; i < lexicons->pair_count; i++)
        from[bucket_of(&lexicons->pairs[i])]++;
    for (uint32_t i = 0, sum = 0; i <= PAIR_BUCKETS; i++)
        from[i] = (sum += from[i]);
    for (size_t i = 0; i < lexicons->pair_count; i++)
        sorted[--from[bucket_of(&lexicons->pairs[i])]] = lexicons->pairs[i];
    lexicons->pairs = sorted;
}

/* A phrase whose second word comes right after is found by both words. */
static void index_phrase(struct lexicons *lexicons, size_t phrase)
{
    const struct phrase *of = &lexicons->phrases[phrase];
    const uint32_t *firsts = &lexicons->pool[of->steps[0].first];

    for (uint32_t i = 0; i < of->steps[0].count; i++) {
        const struct step_of *second = &of->steps[1];

        if (of->step_count == 1 || second->gap) {
            add_start(lexicons, firsts[i], phrase);
            continue;
        }
        for (uint32_t j = 0; j < second->count; j++)
            add_pair(lexicons, firsts[i], lexicons->pool[second->first + j],
                     phrase);
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
    for (size_t i = lexicons->phrase_count; i-- > 0;) /* each is put first */
        index_phrase(lexicons, i);
    sort_pairs(lexicons);
    resolve_classes(lexicons, problems);
    index_elements(lexicons);
    lexicons_free(lexicons);
}
