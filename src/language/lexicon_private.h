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

enum {
    NAME_SLOTS = 2 * LEXICONS_MOST,
    ELEMENT_BUCKETS = 4096,
    KEY_BUCKETS = 4096,
    KEY_LEVELS = 3,
    KEY_SIGNS = 1 << 16,
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

/* What a word is in a set of lexicons; its elements in the order found. */
struct word_elements {
    const uint32_t *items;
    uint32_t count;
    bool cased;    /* of some the token's capitals decide */
    uint64_t sign; /* a bit per element (mod 64): rules out most others */
};

static inline uint64_t element_sign(uint32_t element)
{
    return (uint64_t)1 << element % 64;
}

/* In `arena`; classes of words among them. */
struct word_reading {
    bool ocr;  /* through the noise of a scan */
    bool name; /* as what the document uses as a proper name */
};
struct word_elements lexicons_know(const struct lexicons *lexicons,
                                   const struct word *word,
                                   struct word_reading as,
                                   struct arena *arena);

struct element {
    enum element_kind kind;
    enum shape shape; /* of a number */
    struct str text;
    struct str loose; /* of a part of words */
    int lexicon;      /* of a class */
    uint32_t next_in_bucket;
};

/* What one word of a phrase may be. */
struct step {
    uint32_t first;                /* into the pool; the only one itself */
    uint32_t count : 24, gap : 8; /* gap: words that may stand before it */
};

struct phrase {
    uint32_t source; /* index into sources: the phrase as written */
    uint32_t steps;  /* the first of them */
    uint16_t lexicon, step_count;
};

/* A phrase of one word, or with a gap after its first. */
struct start {
    uint32_t phrase;
    uint32_t lexicon;
    struct step second; /* of no alternatives: there is no second step */
};

/* A lexicon that an element alone puts a word in, as a class. */
struct class_of_element {
    uint32_t element; /* the class */
    uint32_t lexicon;
};

/* Where an element's lists begin; they end where those of the next do. */
struct element_lists {
    uint32_t starts, classes;
    bool begins_pair, ends_pair;
};

/* A phrase by its first two words, which stand side by side. */
struct pair {
    uint32_t first, second; /* elements */
    uint32_t phrase;
};

/* An element by a word's key, whose text is in the table's texts. */
struct key {
    uint32_t hash; /* the upper half */
    uint32_t element;
    uint32_t text;
    uint32_t length : 28, kind : 4;
};

struct keys {
    uint32_t from[KEY_BUCKETS + 1]; /* a bucket's keys, side by side */
    struct key *items;
    const char *texts;
    /* A bit per hash (mod KEY_SIGNS) that some key has: most words have none
       of the keys they are asked for, which this small table shows. */
    uint64_t signs[KEY_SIGNS / 64];
    uint64_t prefix_lengths, suffix_lengths;
};

/* A number or a part of words, which no table of keys can find. */
struct odd {
    uint64_t letters; /* sign of the bytes that a word must hold */
    uint32_t element;
    enum shape shape; /* of a number */
};

/*
 * What is looked at for every word lies close together, apart from the texts
 * that it was made of: a program that reads one document meets most of it for
 * the first time, and then each line of memory costs more than what is done
 * with it.
 */
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
    uint32_t *pool;                    /* alternatives of the steps */
    size_t pool_count, pool_capacity;
    struct step *steps; /* of the phrases */
    size_t step_count, step_capacity;
    struct phrase *phrases;
    size_t phrase_count, phrase_capacity;
    struct phrase_use *sources;
    size_t source_count, source_capacity;
    uint32_t name_element; /* "=*" + 1, or 0 */
    /* What lexicons_finish makes of them: */
    struct element_lists *lists; /* per element, and one more */
    struct start *starts;        /* of each element in file order */
    struct class_of_element *classes;
    struct keys *keys[KEY_LEVELS]; /* exact, loose, looser */
    struct odd *odd;
    size_t odd_count, odd_capacity;
    struct pair *pairs; /* by bucket, where the bucket's are: */
    uint32_t pairs_from[PAIR_BUCKETS + 1];
    size_t pair_count, pair_capacity;
    uint64_t pair_signs[PAIR_SIGNS / 64]; /* a bit per hash, as of keys */
};

/* What the step's word may be: elements, step->count of them. */
static inline const uint32_t *step_elements(const struct lexicons *lexicons,
                                            const struct step *step)
{
    return step->count == 1 ? &step->first : &lexicons->pool[step->first];
}

/*
 * Per word whether it is a proper name: it stands with a capital inside some
 * sentence, and nowhere without one. In `arena`; tokens->word_count of them.
 */
bool *words_that_name(const struct tokens *tokens, struct arena *arena);

/* The hits that no exception of their lexicon overlaps, in the same place. */
struct hits hits_without_exceptions(const struct lexicons *lexicons,
                                    struct hits hits);

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
