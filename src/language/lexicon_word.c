/* lexicon_word - which elements of the lexicons a word fulfils. */
#include "language/lexicon_private.h"

enum { SHORTEST_LOOSER = 5 }; /* shorter words are too alike when merged */

struct knowing {
    const struct lexicons *lexicons;
    const struct word *word;
    struct arena *arena;
    struct word_reading as;
    uint32_t *items;
    size_t count, capacity;
    bool cased; /* some of them are for capitals */
};

static void add_element(struct knowing *knowing, uint32_t element)
{
    for (size_t i = 0; i < knowing->count; i++)
        if (knowing->items[i] == element)
            return;
    knowing->items =
        arena_grow(knowing->arena, knowing->items, knowing->count,
                   &knowing->capacity, sizeof *knowing->items);
    knowing->items[knowing->count++] = element;
}

/* `hash` is that of the text alone, of a suffix from its end. */
static void add_by_key(struct knowing *knowing, int level,
                       enum element_kind kind, struct str text, uint64_t hash)
{
    const struct keys *keys = knowing->lexicons->keys[level];
    const uint32_t *from;

    hash = key_hash(hash, kind);
    if (!(keys->signs[hash % KEY_SIGNS / 64] >> hash % 64 & 1))
        return;
    from = &keys->from[hash % KEY_BUCKETS];
    for (uint32_t i = from[0]; i < from[1]; i++) {
        const struct key *key = &keys->items[i];

        if (key->hash == (uint32_t)(hash >> 32) && key->kind == kind &&
            str_equal((struct str){keys->texts + key->text, key->length},
                      text))
            add_element(knowing, key->element);
    }
}

/* Whether the word is one of the lexicons', and not only a part of it. */
static bool add_level(struct knowing *knowing, int level, struct str form,
                      struct str stem)
{
    uint64_t prefixes = knowing->lexicons->keys[level]->prefix_lengths;
    uint64_t suffixes = knowing->lexicons->keys[level]->suffix_lengths;
    uint64_t start = STR_HASH_EMPTY, end = STR_HASH_EMPTY;
    size_t longest = form.length < 63 ? form.length : 63;
    size_t before = knowing->count;
    bool known;

    add_by_key(knowing, level, ELEMENT_EXACT, form, str_hash(form));
    add_by_key(knowing, level, ELEMENT_STEM, stem, str_hash(stem));
    known = knowing->count > before;
    for (size_t i = 1; i <= longest; i++) {
        start = str_hash_add(start, form.at[i - 1]);
        end = str_hash_add(end, form.at[form.length - i]);
        if (prefixes >> i & 1)
            add_by_key(knowing, level, ELEMENT_PREFIX,
                       (struct str){form.at, i}, start);
        if (suffixes >> i & 1)
            add_by_key(knowing, level, ELEMENT_SUFFIX,
                       (struct str){form.at + form.length - i, i}, end);
    }
    return known;
}

/*
 * The exact word first; only an OCR document is read more loosely, and most
 * loosely only what is no word as it stands: "skolan" is not "skalan".
 */
static void add_word_elements(struct knowing *knowing)
{
    const struct word *word = knowing->word;
    struct str loose;
    bool known = add_level(knowing, 0, word->lower, word->stem);

    if (!knowing->as.ocr)
        return;
    loose = word_loose(knowing->arena, word->stem);
    known |= add_level(knowing, 1, word->loose, loose);
    if (!known && word->loose.length >= SHORTEST_LOOSER)
        add_level(knowing, 2, word->looser,
                  word_looser(knowing->arena, loose));
}

static bool is_odd_one(const struct knowing *knowing, const struct odd *odd,
                       uint64_t letters)
{
    const struct word *word = knowing->word;
    const struct element *element;

    if (odd->shape)
        return word->kind == TOKEN_NUMBER &&
               shape_fits(odd->shape, word->lower);
    if (odd->letters & ~letters && !knowing->as.ocr)
        return false;
    element = &knowing->lexicons->elements[odd->element];
    return str_find(word->lower, element->text, 0) != SIZE_MAX ||
           (knowing->as.ocr &&
            str_find(word->loose, element->loose, 0) != SIZE_MAX);
}

/*
 * Capitals, which the token decides on, and the elements that no table
 * finds, tried one by one: they are few. In the order of the files.
 */
static void add_odd_ones(struct knowing *knowing)
{
    const struct lexicons *lexicons = knowing->lexicons;
    struct str lower = knowing->word->lower;
    uint64_t letters = letters_sign(lower);
    size_t before = knowing->count;

    add_by_key(knowing, 0, ELEMENT_CASE, lower, str_hash(lower));
    knowing->cased = knowing->count > before;
    for (size_t i = 0; i < lexicons->odd_count; i++)
        if (is_odd_one(knowing, &lexicons->odd[i], letters))
            add_element(knowing, lexicons->odd[i].element);
    if (knowing->count)
        sort_numbers(knowing->items + before, knowing->count - before);
}

/* Whether a one-word exception of the lexicon holds for the word. */
static bool is_excepted(const struct knowing *knowing, uint32_t lexicon)
{
    const struct lexicons *lexicons = knowing->lexicons;
    int unless = lexicons->unless[lexicon];

    for (size_t i = 0; unless >= 0 && i < knowing->count; i++) {
        const struct element_lists *lists =
            &lexicons->lists[knowing->items[i]];

        for (uint32_t j = lists[0].starts; j < lists[1].starts; j++) {
            const struct start *start = &lexicons->starts[j];

            if (start->second.count == 0 && (int)start->lexicon == unless)
                return true;
        }
    }
    return false;
}

/* Classes an element's one-word phrases put the word in; may cascade. */
static void add_classes(struct knowing *knowing)
{
    const struct lexicons *lexicons = knowing->lexicons;

    for (size_t i = 0; i < knowing->count; i++) {
        const struct element_lists *lists =
            &lexicons->lists[knowing->items[i]];

        for (uint32_t j = lists[0].classes; j < lists[1].classes; j++)
            if (!is_excepted(knowing, lexicons->classes[j].lexicon))
                add_element(knowing, lexicons->classes[j].element);
    }
}

struct word_elements lexicons_know(const struct lexicons *lexicons,
                                   const struct word *word,
                                   struct word_reading as,
                                   struct arena *arena)
{
    struct knowing knowing = {
        .lexicons = lexicons, .word = word, .arena = arena, .as = as};
    struct word_elements known;

    add_word_elements(&knowing);
    add_odd_ones(&knowing);
    if (as.name)
        add_element(&knowing, lexicons->name_element - 1);
    add_classes(&knowing);
    known = (struct word_elements){.items = knowing.items,
                                   .count = (uint32_t)knowing.count,
                                   .cased = knowing.cased};
    for (size_t i = 0; i < knowing.count; i++)
        known.sign |= element_sign(knowing.items[i]);
    return known;
}
