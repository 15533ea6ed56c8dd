/* keys - the words passages are found by. */
#include "precedent/keys.h"

#include "base/unicode.h"

enum { SHORTEST = 3 };

/* Letters and digits only: the tokenizer of the store splits at the rest. */
static struct str only_letters(struct arena *arena, struct str text)
{
    char *at = arena_alloc(arena, text.length + 1);
    size_t used = 0, length;

    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (unicode_is_letter(point) || unicode_is_digit(point))
            used += unicode_encode(point, at + used);
    }
    return (struct str){at, used};
}

struct str key_of(struct arena *arena, const struct word *word)
{
    struct str key = {"", 0};

    if (word->kind == TOKEN_MARK || word->lower.length < SHORTEST)
        return key;
    if (word->kind == TOKEN_NUMBER)
        return only_letters(arena, word->lower);
    key = only_letters(arena, word_loose(arena, word->stem));
    return key.length < SHORTEST ? STR("") : key;
}

struct str key_of_name(struct arena *arena, struct str name)
{
    return only_letters(arena, word_lower(arena, name));
}

struct str *keys_new(struct arena *arena, const struct tokens *tokens)
{
    struct str *keys =
        arena_alloc(arena, (tokens->word_count + 1) * sizeof *keys);

    for (size_t i = 0; i < tokens->word_count; i++)
        keys[i] = key_of(arena, tokens->words[i]);
    return keys;
}

void keys_add(struct buf *into, const struct tokens *tokens,
              const struct str *keys, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        struct str key = keys[tokens->items[i].word];

        if (key.length == 0)
            continue;
        if (into->length)
            buf_add_byte(into, ' ');
        buf_add(into, key);
    }
}
