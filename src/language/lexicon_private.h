/*
 * lexicon_private - how lexicons are kept; for language/lexicon*.c only.
 *
 * An element is what one word of a phrase asks of a token. Elements are
 * shared by all phrases, and which of them a word fulfils is worked out once
 * per distinct word.
 */
#ifndef SKOLLINT_LANGUAGE_LEXICON_PRIVATE_H
#define SKOLLINT_LANGUAGE_LEXICON_PRIVATE_H

#include "language/lexicon.h"
#include "language/shape.h"
#include "language/wordbook.h"

enum { NAME_SLOTS = 2 * LEXICONS_MOST };
enum {
    ELEMENT_BUCKETS = 4096,
    KEY_BUCKETS = 4096,
    KEY_LEVELS = 3,
    KEY_SIGNS = 1 << 16,
    SIGN_BITS = 256,
    PAIR_BUCKETS = 4096,
    PAIR_SIGNS = 1 << 18
};

enum element_kind {
    ELEMENT_EXACT,
    ELEMENT_STEM,
    ELEMENT_PREFIX,
    ELEMENT_SUFFIX,
    ELEMENT_CONTAINS,
    ELEMENT_CASE,
    ELEMENT_NUMBER,
    ELEMENT_CLASS,
    ELEMENT_NAME
};

/*
 * Signs rule out what cannot be at one glance: a bit per element (mod
 * SIGN_BITS). No bit in common: no element in common.
 */
struct sign {
    uint64_t bits[SIGN_BITS / 64];
};

static inline void sign_add(struct sign *sign, uint32_t element)
{
    sign->bits[element % SIGN_BITS / 64] |= (uint64_t)1 << element % 64;
}

static inline bool sign_has(const struct sign *sign, uint32_t element)
{
    return sign->bits[element % SIGN_BITS / 64] >> element % 64 & 1;
}

static inline void sign_join(struct sign *sign, const struct sign *other)
{
    for (size_t i = 0; i < SIGN_BITS / 64; i++)
        sign->bits[i] |= other->bits[i];
}

static inline bool signs_meet(const struct sign *a, const struct sign *b)
{
    uint64_t common = 0;

    for (size_t i = 0; i < SIGN_BITS / 64; i++)
        common |= a->bits[i] & b->bits[i];
    return common != 0;
}

/* What a word is in a set of lexicons; its elements in the order found. */
struct word_elements {
    const uint32_t *items;
    uint32_t count;
    struct sign sign;
};

/* In `arena`; classes of words among them. */
struct word_reading {
    bool ocr;  /* through the noise of a scan */
    bool name; /* as what the document uses as a proper name */
};
struct word_elements lexicons_know(const struct lexicons *lexicons,
                                   const struct word *word,
                                   struct word_reading as,
                                   struct arena *arena);

/* A phrase of one word, or with a gap after its first. */
struct start {
    struct start *next;
    struct sign sign; /* of the second step */
    uint32_t phrase;
    uint16_t lexicon;
    bool alone; /* there is no second step */
};

/* A phrase by its first two words, which stand side by side. */
struct pair {
    uint32_t first, second; /* elements */
    uint32_t phrase;
};

struct element {
    enum element_kind kind;
    struct start *starts; /* phrases that begin with it, in file order */
    struct str text, loose, looser;
    int lexicon;      /* of a class */
    uint64_t letters; /* sign of the bytes that a word must hold */
    enum shape shape; /* of a number */
    uint32_t next_in_bucket;
};

struct step_of {
    struct sign sign;      /* of its alternatives */
    uint32_t first, count; /* alternatives, in the pool */
    uint16_t gap;          /* words that may stand before it */
};

struct phrase {
    uint32_t lexicon;
    uint32_t source; /* index into sources: the phrase as written */
    struct step_of *steps;
    size_t step_count;
};

/* An entry of the tables that find elements by a word's key. */
struct key {
    struct key *next;
    uint64_t hash;
    struct str text;
    enum element_kind kind;
    uint32_t element;
};

struct lexicons {
    struct arena *arena;
    struct stemmer *stemmer;
    struct str names[LEXICONS_MOST];
    uint16_t name_slots[NAME_SLOTS];  /* index into names + 1; hashed */
    int unless[LEXICONS_MOST];        /* lexicon of exceptions, or -1 */
    bool *asked;                      /* per lexicon: rules ask for its hits */
    uint32_t class_of[LEXICONS_MOST]; /* element + 1 of "@name", or 0 */
    size_t count;
    struct element *elements;
    size_t element_count, element_capacity;
    uint32_t buckets[ELEMENT_BUCKETS]; /* element + 1 */
    uint32_t *pool;                    /* elements of the steps */
    size_t pool_count, pool_capacity;
    struct phrase *phrases;
    size_t phrase_count, phrase_capacity;
    struct phrase_use *sources;
    size_t source_count, source_capacity;
    uint32_t *odd; /* elements that no table of keys can find: numbers and */
    size_t odd_count, odd_capacity;            /* parts of words */
    uint32_t name_element;                     /* "=*" + 1, or 0 */
    struct key *keys[KEY_LEVELS][KEY_BUCKETS]; /* exact, loose, looser */
    /* A bit per hash (mod KEY_SIGNS) that some key has: most words have none
       of the keys they are asked for, which this small table shows. */
    uint64_t key_signs[KEY_LEVELS][KEY_SIGNS / 64];
    uint64_t prefix_lengths[KEY_LEVELS], suffix_lengths[KEY_LEVELS];
    struct pair *pairs; /* by bucket, where the bucket's are: */
    uint32_t pairs_from[PAIR_BUCKETS + 1];
    size_t pair_count, pair_capacity;
    uint64_t pair_signs[PAIR_SIGNS / 64]; /* likewise, of pairs */
};

/*
 * Per word whether it is a proper name: it stands with a capital inside some
 * sentence, and nowhere without one. In `arena`; tokens->word_count of them.
 */
bool *words_that_name(const struct tokens *tokens, struct arena *arena);

/*
 * What keeps a phrase from matching as it was meant: a key of a text, NULL
 * when nothing does, and the word at fault, in `text`.
 */
struct phrase_fault {
    const char *key;
    struct str word;
};
struct phrase_fault phrase_find_fault(struct str text);

/* Read a phrase into the lexicon of that index; false when it is none. */
bool phrase_read(struct lexicons *lexicons, int lexicon, struct str text);

/* The hash of a key's text, byte by byte; of a suffix from its end. */
static inline uint64_t key_hash(uint64_t hash, enum element_kind kind)
{
    return hash ^ kind;
}

static inline uint32_t pair_hash(uint32_t first, uint32_t second)
{
    uint64_t both = (uint64_t)first << 32 | second;

    return (uint32_t)(both * UINT64_C(0x9E3779B97F4A7C15) >> 32);
}

/* From the least on; for few. */
static inline void sort_numbers(uint32_t *numbers, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && numbers[j - 1] > numbers[j]; j--) {
            uint32_t number = numbers[j];

            numbers[j] = numbers[j - 1];
            numbers[j - 1] = number;
        }
}

/* A bit per byte of the text (mod 64). */
uint64_t letters_sign(struct str text);

#endif
