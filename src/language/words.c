/* words - lower-case forms, stems and the loose keys that see through OCR. */
#include "base/unicode.h"
#include "language/tokens.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

struct stemmer {
    struct sb_stemmer *snowball;
};

struct stemmer *stemmer_new(void)
{
    struct stemmer *stemmer = memory_alloc(sizeof *stemmer);

    stemmer->snowball = sb_stemmer_new("swedish", "UTF_8");
    if (stemmer->snowball == NULL)
        abort();
    return stemmer;
}

void stemmer_free(struct stemmer *stemmer)
{
    if (stemmer == NULL)
        return;
    sb_stemmer_delete(stemmer->snowball);
    free(stemmer);
}

/* ASCII and Latin-1 letters, none of them capital: nearly every word. */
static bool is_lower(struct str text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte < 0x80 ? byte >= 'A' && byte <= 'Z'
                        : byte != 0xC3 || i + 1 == text.length ||
                              (unsigned char)text.at[++i] < 0xA0)
            return false;
    }
    return true;
}

struct str word_lower(struct arena *arena, struct str text)
{
    /* Lower case may take more bytes than capitals, but never over twice. */
    char *lower;
    size_t used = 0, length;

    if (is_lower(text))
        return text;
    lower = arena_alloc(arena, text.length * 2 + 4);
    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        used += unicode_encode(unicode_lower(point), lower + used);
    }
    return (struct str){lower, used};
}

struct str word_stem(struct arena *arena, struct stemmer *stemmer,
                     struct str lower)
{
    const sb_symbol *stem =
        sb_stemmer_stem(stemmer->snowball, (const sb_symbol *)lower.at,
                        (int)lower.length);
    struct str text = {(const char *)stem,
                       (size_t)sb_stemmer_length(stemmer->snowball)};

    return stem ? arena_str(arena, text) : lower;
}

static char loose_letter(uint32_t point)
{
    switch (point) {
    case 0xE5: /* å */
    case 0xE4: /* ä */
    case 0xE0: /* à */
        return 'a';
    case 0xF6: /* ö */
    case 0xF8: /* ø */
    case 0xE9: /* é */
    case '6':
        return 'o';
    case '|':
        return 'l';
    default:
        return '\0';
    }
}

/* Add a letter, but not a vowel twice: "hoéga" and "höga" are one key. */
static void add_letter(char *key, size_t *used, char letter)
{
    if ((letter == 'a' || letter == 'o') && *used &&
        key[*used - 1] == letter)
        return;
    key[(*used)++] = letter;
}

struct str word_loose(struct arena *arena, struct str lower)
{
    char *key = arena_alloc(arena, lower.length + 4);
    size_t used = 0, length;

    for (size_t i = 0; i < lower.length; i += length) {
        uint32_t point = unicode_decode(lower, i, &length);
        char letter = loose_letter(point);

        if (letter == '\0' && point < 0x80)
            letter = (char)point;
        if (letter) {
            add_letter(key, &used, letter);
        } else {
            memcpy(key + used, lower.at + i, length);
            used += length;
        }
    }
    return (struct str){key, used};
}

struct str word_looser(struct arena *arena, struct str loose)
{
    char *key = arena_alloc(arena, loose.length + 1);
    size_t used = 0;

    for (size_t i = 0; i < loose.length; i++) {
        char letter = loose.at[i];

        add_letter(key, &used,
                   letter == 'd' || letter == 'o' ? 'a' : letter);
    }
    return (struct str){key, used};
}
