/* studied - a judged document with its words at hand again. */
#include "dossier/studied.h"

#include "precedent/keys.h"

enum { SHORTEST_KEY = 4, STEM_KEY = 5, LONG_KEY = 9, ALIKE = 8 };

struct studied *studied_new(struct arena *arena, const struct review *review,
                            size_t index)
{
    struct studied *studied = arena_alloc(arena, sizeof *studied);
    const struct ruleset *ruleset = review->ruleset;
    const struct reviewed *reviewed = &review->documents[index];
    struct tokens *tokens = tokens_new(arena, reviewed->document);
    struct hits hits = lexicons_match(ruleset->lexicons, tokens, arena);

    *studied = (struct studied){
        .review = review,
        .reviewed = reviewed,
        .outline = reviewed->outline,
        .tokens = tokens,
        .facts = facts_new(arena, reviewed->outline, tokens, hits,
                           ruleset->lexicons, &ruleset->marks),
        .progress = progress_marks_of(&ruleset->marks),
        .keys = keys_new(arena, tokens),
    };
    return studied;
}

bool studied_own(const struct studied *studied,
                 const struct sentence *sentence)
{
    enum voice voice = sentence_passage(studied->facts, sentence)->voice;

    return voice == VOICE_OWN || voice == VOICE_RETOLD;
}

bool studied_has(const struct sentence *sentence, int name)
{
    return sentence_has(sentence, name);
}

struct str studied_say(struct arena *arena, const struct review *review,
                       const char *key, const struct text_value *values,
                       size_t count)
{
    int language = texts_language(str_from(review->options.language));
    struct buf text = {0};
    struct str said;

    texts_say(&text, review->ruleset->texts, language < 0 ? 0 : language, key,
              values, count);
    said = arena_str(arena, buf_str(&text));
    buf_free(&text);
    return said;
}

/* Whether a hit of the lexicon covers the token. */
static bool is_generic(const struct studied *studied, size_t token,
                       int generic)
{
    const struct hits *hits = &studied->facts->hits;
    size_t low = 0, high = hits->count;

    if (generic < 0)
        return false;
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (hits->items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < hits->count && hits->items[low].first == token; low++)
        if ((int)hits->items[low].lexicon == generic)
            return true;
    return false;
}

static struct str key_at(const struct studied *studied, size_t token,
                         int generic)
{
    const struct token *at = &studied->tokens->items[token];
    struct str key = studied->keys[at->word];

    if (at->kind != TOKEN_WORD || key.length < SHORTEST_KEY ||
        is_generic(studied, token, generic))
        return STR("");
    return key;
}

/*
 * The same, a word and a longer one made of it ("kväll", "kvällskurs"), or
 * long words that begin alike: "vägledning", "vägledare".
 */
static bool is_related(struct str a, struct str b)
{
    if (str_equal(a, b))
        return true;
    if ((a.length >= STEM_KEY && str_starts(b, a)) ||
        (b.length >= STEM_KEY && str_starts(a, b)))
        return true;
    return a.length >= LONG_KEY && b.length >= LONG_KEY &&
           str_equal(str_part(a, 0, ALIKE), str_part(b, 0, ALIKE));
}

static bool has_key(const struct studied *studied, size_t first, size_t end,
                    struct str key)
{
    for (size_t i = first; i < end; i++)
        if (is_related(studied->keys[studied->tokens->items[i].word], key))
            return true;
    return false;
}

size_t studied_shared(const struct studied *one, size_t first, size_t end,
                      const struct studied *other, size_t other_first,
                      size_t other_end, int generic, size_t *of)
{
    size_t shared = 0;

    *of = 0;
    for (size_t i = first; i < end; i++) {
        struct str key = key_at(one, i, generic);

        if (key.length == 0 || has_key(one, first, i, key))
            continue;
        ++*of;
        shared += has_key(other, other_first, other_end, key);
    }
    return shared;
}

struct str studied_owner_key(struct arena *arena, struct str name)
{
    struct str loose = word_loose(arena, word_lower(arena, str_trim(name)));
    struct buf text = {0};
    struct str key;

    for (size_t i = 0; i < loose.length; i++)
        if (loose.at[i] != 's' || i + 1 == loose.length ||
            loose.at[i + 1] != ' ')
            buf_add_byte(&text, loose.at[i]);
    key = key_of_name(arena, buf_str(&text));
    buf_free(&text);
    return key;
}
