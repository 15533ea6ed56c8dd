/* words - the words of the grammar of citations, found while scanning. */
#include "law/words.h"

#include <string.h>

#include "base/unicode.h"

enum { WORD_MOST = 31 }; /* no word of the tables is longer */

/* A word as it is compared, and its hash as in tables.awk. */
struct folded {
    char at[WORD_MOST];
    size_t length; /* may be over WORD_MOST: then it is no word of ours */
    uint32_t hash;
};

static void add_letter(struct folded *folded, char letter)
{
    folded->hash = folded->hash * 31 + (uint8_t)letter;
    if (folded->length < WORD_MOST)
        folded->at[folded->length] = letter;
    folded->length++;
}

/* The base letter of U+00C0 to U+00FF, by the second byte of its UTF-8. */
static char base_letter(uint8_t second)
{
    static const char bases[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuyts"
                                "aaaaaaaceeeeiiiidnooooo\0ouuuuyty";

    return bases[second & 0x3f];
}

/* Fold more letters, from `at` on; returns where they end. */
static size_t fold_more(struct str text, size_t at, struct folded *folded)
{
    while (at < text.length) {
        uint8_t byte = (uint8_t)text.at[at];
        char lower = (char)(byte | 0x20);

        if (byte < 0x80) {
            if (lower < 'a' || lower > 'z')
                break;
            add_letter(folded, lower);
            at++;
        } else if (byte == 0xc3 && at + 1 < text.length &&
                   base_letter((uint8_t)text.at[at + 1]) != '\0') {
            add_letter(folded, base_letter((uint8_t)text.at[at + 1]));
            at += 2;
        } else if (byte == 0xc2 && at + 1 < text.length &&
                   (uint8_t)text.at[at + 1] == 0xad) {
            at += 2; /* a soft hyphen */
        } else if (byte == 0xcc && at + 1 < text.length) {
            at += 2; /* a combining mark: dropped like any diacritic */
        } else if (byte > 0xc3 && byte < 0xd0 && at + 1 < text.length) {
            add_letter(folded, '?');
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

static size_t fold_letters(struct str text, size_t at, struct folded *folded)
{
    folded->length = 0;
    folded->hash = 0;
    return fold_more(text, at, folded);
}

static const struct law_word *find_word(const struct folded *folded,
                                        struct str exact)
{
    unsigned first = (unsigned)folded->at[0] - 'a';
    uint32_t slot = folded->hash % LAW_WORD_SLOTS;

    if (folded->length == 0 || folded->length > WORD_MOST || first >= 26 ||
        (law_word_lengths[first] >> folded->length & 1) == 0)
        return NULL;
    for (; law_word_slots[slot] != 0; slot = (slot + 1) % LAW_WORD_SLOTS) {
        const struct law_word *word = &law_words[law_word_slots[slot] - 1];

        if (word->length != folded->length ||
            memcmp(law_pool + word->folded, folded->at, word->length) != 0)
            continue;
        if (word->exact == 0 ||
            str_equal(exact, str_from(law_pool + word->exact)))
            return word;
        return NULL;
    }
    return NULL;
}

static char second_letter(struct str text, size_t at)
{
    return at < text.length && (text.at[at] | 0x20) >= 'a' &&
                   (text.at[at] | 0x20) <= 'z'
               ? text.at[at]
               : '\0';
}

/* "t.o.m": on past points, while letters follow. */
static size_t fold_pointed(struct str text, size_t at, struct folded *folded)
{
    while (folded->length <= 4 && at + 1 < text.length &&
           text.at[at] == '.' && second_letter(text, at + 1))
        at = fold_more(text, at + 1, folded);
    return at;
}

/* "skol-" at the end of a line and "lagen" on the next: one word. */
static size_t fold_broken(struct str text, size_t at, struct folded *folded)
{
    if (at + 2 < text.length && text.at[at] == '-' &&
        text.at[at + 1] == '\n' && text.at[at + 2] >= 'a' &&
        text.at[at + 2] <= 'z')
        return fold_more(text, at + 2, folded);
    return 0;
}

/* "Lgr 22", "Lgr22", "Lpfö-18": a name once its year follows. */
static size_t fold_year(struct str text, size_t at, struct folded *folded)
{
    size_t start;

    if (at < text.length && (text.at[at] == ' ' || text.at[at] == '-'))
        at++;
    start = at;
    while (at < text.length && text.at[at] >= '0' && text.at[at] <= '9' &&
           at - start < 5)
        add_letter(folded, text.at[at++]);
    return at - start == 2 || at - start == 4 ? at : 0;
}

static void set_word(struct piece *piece, const struct law_word *word,
                     struct str text, const struct folded *folded)
{
    piece->kind = word->kind;
    piece->how = word->how;
    piece->value = word->value;
    if ((uint8_t)text.at[piece->start] <= 'Z')
        piece->flags |= PIECE_CAPITAL;
    if (folded->length == 1)
        piece->letter = folded->at[0];
}

static bool may_touch_digits(const struct law_word *word)
{
    return word->kind == WORD_CHAPTER || word->kind == WORD_ARTICLE ||
           word->kind == WORD_ITEM || word->kind == WORD_SUBCLAUSE ||
           word->kind == WORD_PAGE || word->kind == WORD_CLAUSE;
}

static bool is_digit(struct str text, size_t at)
{
    return at < text.length && text.at[at] >= '0' && text.at[at] <= '9';
}

/* A letter alone, or the sign that a scanner takes for two of them. */
static size_t read_letter(struct str text, size_t start, size_t end,
                          struct piece *piece, const struct folded *folded)
{
    if (is_digit(text, end))
        return 0;
    if ((uint8_t)text.at[start] <= 'Z')
        piece->flags |= PIECE_CAPITAL;
    piece->letter = folded->at[0];
    if (end - start == 1)
        piece->kind = PIECE_LETTER;
    else if (end - start == 2 && memcmp(text.at + start, "SS", 2) == 0)
        piece->kind = PIECE_REPAIR;
    else
        return 0;
    piece->value = (uint32_t)(end - start);
    return end;
}

size_t word_skip(struct str text, size_t at)
{
    size_t end = at, letters = 0;
    uint8_t byte, first = (uint8_t)text.at[at];

    if (first == 0xc3 && at + 1 < text.length)
        first = (uint8_t)base_letter((uint8_t)text.at[at + 1]);
    first |= 0x20;
    while (end < text.length) {
        byte = (uint8_t)text.at[end];
        if (byte < 0x80 && ((byte | 0x20) < 'a' || (byte | 0x20) > 'z'))
            break;
        if (byte >= 0x80 && byte != 0xc3)
            return at; /* what has to be looked at closely */
        end += byte < 0x80 ? 1 : 2;
        letters++;
    }
    if (end > text.length || letters < 3 || first < 'a' || first > 'z' ||
        (end < text.length && text.at[end] == '-'))
        return at;
    if (letters > WORD_MOST ||
        (law_word_openings[first - 'a'] >> letters & 1) == 0)
        return end;
    return at;
}

size_t word_read(struct str text, size_t *at, struct piece *piece)
{
    struct folded folded, longer;
    size_t start = *at, end = fold_letters(text, start, &folded), further;
    const struct law_word *word;

    if (folded.length <= 2)
        end = fold_pointed(text, end, &folded);
    *at = end > start ? end : start + 1;
    word = find_word(&folded, str_part(text, start, end - start));
    if (word == NULL && end < text.length && text.at[end] == '-') {
        longer = folded;
        further = fold_broken(text, end, &longer);
        if (further > 0)
            word = find_word(&longer, str_part(text, start, 0));
        if (word != NULL)
            end = further;
    }
    if (word != NULL && word->kind == WORD_CURRICULUM) {
        end = fold_year(text, end, &folded);
        word = end > 0 ? find_word(&folded, str_part(text, start, end - start))
                       : NULL;
    }
    if (word == NULL)
        return read_letter(text, start, *at, piece, &folded);
    if (is_digit(text, end) && !may_touch_digits(word))
        return 0;
    set_word(piece, word, text, &folded);
    return end;
}

bool word_is_statute_like(struct str word)
{
    struct folded folded;
    size_t end = fold_letters(word, 0, &folded), length;

    if (end < word.length || folded.length > WORD_MOST * 4)
        return false;
    for (const uint32_t *tail = law_tails; *tail != 0; tail++) {
        struct str name = str_from(law_pool + *tail);

        length = folded.length < WORD_MOST ? folded.length : WORD_MOST;
        if (folded.length <= WORD_MOST &&
            str_ends((struct str){folded.at, length}, name))
            return true;
    }
    return false;
}
