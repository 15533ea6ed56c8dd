/* lexicon_index - the tables by which words and phrases are found. */
#include "language/lexicon_private.h"

#include "base/buf.h"


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
    lexicons->lists[first].begins_pair = true;
    lexicons->lists[second].ends_pair = true;
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

static const struct step *steps_of(const struct lexicons *lexicons,
                                   size_t phrase)
{
    return &lexicons->steps[lexicons->phrases[phrase].steps];
}

/* A phrase whose second word comes right after is found by both words. */
static bool is_pair(const struct lexicons *lexicons, size_t phrase)
{
    return lexicons->phrases[phrase].step_count > 1 &&
           steps_of(lexicons, phrase)[1].gap == 0;
}

static void add_pairs(struct lexicons *lexicons, size_t phrase)
{
    const struct step *steps = steps_of(lexicons, phrase);
    const uint32_t *firsts = step_elements(lexicons, &steps[0]);
    const uint32_t *seconds = step_elements(lexicons, &steps[1]);

    for (uint32_t i = 0; i < steps[0].count; i++)
        for (uint32_t j = 0; j < steps[1].count; j++)
            add_pair(lexicons, firsts[i], seconds[j], phrase);
}

static void index_pairs(struct lexicons *lexicons)
{
    for (size_t i = 0; i < lexicons->phrase_count; i++)
        if (is_pair(lexicons, i))
            add_pairs(lexicons, i);
    sort_pairs(lexicons);
}

/* How many starts each element has, as places: the end of its own. */
static void count_starts(struct lexicons *lexicons)
{
    uint32_t sum = 0;

    for (size_t i = 0; i < lexicons->phrase_count; i++) {
        const struct step *first = steps_of(lexicons, i);
        const uint32_t *elements = step_elements(lexicons, first);

        for (uint32_t j = 0; !is_pair(lexicons, i) && j < first->count; j++)
            lexicons->lists[elements[j]].starts++;
    }
    for (size_t i = 0; i <= lexicons->element_count; i++)
        lexicons->lists[i].starts = (sum += lexicons->lists[i].starts);
    lexicons->starts =
        arena_alloc(lexicons->arena, (sum + 1) * sizeof *lexicons->starts);
}

/* All other phrases by their first word alone; the last is put last. */
static void index_starts(struct lexicons *lexicons)
{
    count_starts(lexicons);
    for (size_t i = lexicons->phrase_count; i-- > 0;) {
        const struct step *steps = steps_of(lexicons, i);
        const uint32_t *elements = step_elements(lexicons, &steps[0]);
        struct start start = {.phrase = (uint32_t)i,
                              .lexicon = lexicons->phrases[i].lexicon};

        if (lexicons->phrases[i].step_count > 1)
            start.second = steps[1];
        for (uint32_t j = 0; !is_pair(lexicons, i) && j < steps[0].count; j++)
            lexicons->starts[--lexicons->lists[elements[j]].starts] = start;
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

/* Which classes each element's phrases of one word put a word in. */
static void index_classes(struct lexicons *lexicons)
{
    size_t count = 0, capacity = 0;

    for (size_t i = 0; i <= lexicons->element_count; i++) {
        struct element_lists *lists = &lexicons->lists[i];

        lists[0].classes = (uint32_t)count;
        if (i == lexicons->element_count)
            break;
        for (uint32_t j = lists[0].starts; j < lists[1].starts; j++) {
            const struct start *start = &lexicons->starts[j];
            uint32_t class_of = lexicons->class_of[start->lexicon];

            if (start->second.count || class_of == 0)
                continue;
            lexicons->classes =
                arena_grow(lexicons->arena, lexicons->classes, count,
                           &capacity, sizeof *lexicons->classes);
            lexicons->classes[count++] =
                (struct class_of_element){class_of - 1, start->lexicon};
        }
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

/* The keys of one level while they are gathered. */
struct gathered {
    struct arena *arena;
    struct keys *keys;
    struct gathered_key {
        struct str text;
        uint64_t hash;
        uint32_t element;
        enum element_kind kind;
    } *items;
    size_t count, capacity;
};

static void gather(struct gathered *gathered, struct str text,
                   enum element_kind kind, size_t element)
{
    uint64_t hash = key_hash(
        kind == ELEMENT_SUFFIX ? hash_back(text) : str_hash(text), kind);
    struct keys *keys = gathered->keys;

    gathered->items =
        arena_grow(gathered->arena, gathered->items, gathered->count,
                   &gathered->capacity, sizeof *gathered->items);
    gathered->items[gathered->count++] =
        (struct gathered_key){text, hash, (uint32_t)element, kind};
    keys->signs[hash % KEY_SIGNS / 64] |= (uint64_t)1 << hash % 64;
    if (text.length >= 64)
        return;
    if (kind == ELEMENT_PREFIX)
        keys->prefix_lengths |= (uint64_t)1 << text.length;
    if (kind == ELEMENT_SUFFIX)
        keys->suffix_lengths |= (uint64_t)1 << text.length;
}

/* The last of a bucket comes first, and their texts in the same order. */
static void sort_keys(const struct gathered *gathered)
{
    struct keys *keys = gathered->keys;
    struct buf texts = {0};

    keys->items = arena_alloc(gathered->arena,
                              (gathered->count + 1) * sizeof *keys->items);
    for (size_t i = 0; i < gathered->count; i++)
        keys->from[gathered->items[i].hash % KEY_BUCKETS]++;
    for (uint32_t i = 0, sum = 0; i <= KEY_BUCKETS; i++)
        keys->from[i] = (sum += keys->from[i]);
    for (uint32_t i = 0; i < gathered->count; i++)
        keys->items[--keys->from[gathered->items[i].hash % KEY_BUCKETS]]
            .element = i;
    for (size_t i = 0; i < gathered->count; i++) {
        const struct gathered_key *key =
            &gathered->items[keys->items[i].element];

        keys->items[i] = (struct key){
            .hash = (uint32_t)(key->hash >> 32),
            .element = key->element,
            .text = (uint32_t)texts.length,
            .length = (uint32_t)key->text.length & 0xFFFFFFF,
            .kind = key->kind & 0xF,
        };
        buf_add(&texts, key->text);
    }
    keys->texts = arena_str(gathered->arena, buf_str(&texts)).at;
    buf_free(&texts);
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
    const struct element *of = &lexicons->elements[element];

    if (of->kind != ELEMENT_NUMBER && of->kind != ELEMENT_CONTAINS)
        return;
    lexicons->odd =
        arena_grow(lexicons->arena, lexicons->odd, lexicons->odd_count,
                   &lexicons->odd_capacity, sizeof *lexicons->odd);
    lexicons->odd[lexicons->odd_count++] = (struct odd){
        .letters = of->shape ? 0 : letters_sign(of->text),
        .element = element,
        .shape = of->shape,
    };
}

/* One with its own capitals is compared in lower case first. */
static void gather_keys(struct lexicons *lexicons, uint32_t element,
                        struct gathered levels[KEY_LEVELS])
{
    const struct element *of = &lexicons->elements[element];
    struct str loose;

    if (of->kind == ELEMENT_CASE) {
        gather(&levels[0], word_lower(lexicons->arena, of->text), of->kind,
               element);
        return;
    }
    loose = word_loose(lexicons->arena, of->text);
    gather(&levels[0], of->text, of->kind, element);
    gather(&levels[1], loose, of->kind, element);
    gather(&levels[2], word_looser(lexicons->arena, loose), of->kind,
           element);
}

static void index_elements(struct lexicons *lexicons)
{
    struct gathered levels[KEY_LEVELS] = {0};

    for (int level = 0; level < KEY_LEVELS; level++) {
        levels[level].arena = lexicons->arena;
        levels[level].keys = lexicons->keys[level] =
            arena_alloc(lexicons->arena, sizeof *lexicons->keys[level]);
    }
    for (uint32_t i = 0; i < lexicons->element_count; i++) {
        struct element *element = &lexicons->elements[i];

        add_odd(lexicons, i);
        if (element->kind == ELEMENT_CONTAINS)
            element->loose = word_loose(lexicons->arena, element->text);
        else if (element->kind != ELEMENT_NUMBER &&
                 element->kind != ELEMENT_CLASS &&
                 element->kind != ELEMENT_NAME)
            gather_keys(lexicons, i, levels);
    }
    for (int level = 0; level < KEY_LEVELS; level++)
        sort_keys(&levels[level]);
}

void lexicons_finish(struct lexicons *lexicons, struct problems *problems)
{
    lexicons->lists =
        arena_alloc(lexicons->arena,
                    (lexicons->element_count + 1) * sizeof *lexicons->lists);
    index_pairs(lexicons);
    index_starts(lexicons);
    resolve_classes(lexicons, problems);
    index_classes(lexicons);
    index_elements(lexicons);
    lexicons_free(lexicons);
}
