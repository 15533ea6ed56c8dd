/* lexicon_match - every phrase of every lexicon, in one pass over tokens. */
#include "language/lexicon.h"
#include "language/lexicon_private.h"

#include <stdlib.h>
#include <string.h>

enum { SHORTEST_LOOSER = 5 }; /* shorter words are too alike when merged */

struct match {
    const struct lexicons *lexicons;
    const struct tokens *tokens;
    struct arena *arena;
    uint64_t *signs;   /* per word the sign of its elements */
    uint32_t *of_word; /* per word the first of its elements in `elements` */
    uint32_t *elements;
    size_t element_count, element_capacity;
    struct hit *hits;
    uint32_t *sources; /* per hit the phrase that made it */
    size_t hit_count, hit_capacity, source_capacity;
    bool *has;        /* per lexicon whether it made a hit */
    uint64_t *ahead;  /* per token the signs of the rest of its sentence */
    size_t *use; /* per phrase as written, or NULL */
};

static void add_element(struct match *match, uint32_t from, uint32_t element)
{
    for (size_t i = from; i < match->element_count; i++)
        if (match->elements[i] == element)
            return;
    match->elements =
        arena_grow(match->arena, match->elements, match->element_count,
                   &match->element_capacity, sizeof *match->elements);
    match->elements[match->element_count++] = element;
}

/* `hash` is that of the text alone, of a suffix from its end. */
static void add_by_key(struct match *match, uint32_t from, int level,
                       enum element_kind kind, struct str text,
                       uint64_t hash)
{
    const struct lexicons *lexicons = match->lexicons;

    hash = key_hash(hash, kind);
    if (!(lexicons->key_signs[level][hash % KEY_SIGNS / 64] >> hash % 64 & 1))
        return;
    for (const struct key *key =
             lexicons->keys[level][hash % KEY_BUCKETS];
         key; key = key->next)
        if (key->hash == hash && key->kind == kind &&
            str_equal(key->text, text))
            add_element(match, from, key->element);
}

static void add_level(struct match *match, uint32_t from, int level,
                      struct str form, struct str stem)
{
    uint64_t prefixes = match->lexicons->prefix_lengths[level];
    uint64_t suffixes = match->lexicons->suffix_lengths[level];
    uint64_t start = STR_HASH_EMPTY, end = STR_HASH_EMPTY;
    size_t longest = form.length < 63 ? form.length : 63;

    add_by_key(match, from, level, ELEMENT_EXACT, form, str_hash(form));
    add_by_key(match, from, level, ELEMENT_STEM, stem, str_hash(stem));
    for (size_t i = 1; i <= longest; i++) {
        start = str_hash_add(start, form.at[i - 1]);
        end = str_hash_add(end, form.at[form.length - i]);
        if (prefixes >> i & 1)
            add_by_key(match, from, level, ELEMENT_PREFIX,
                       (struct str){form.at, i}, start);
        if (suffixes >> i & 1)
            add_by_key(match, from, level, ELEMENT_SUFFIX,
                       (struct str){form.at + form.length - i, i}, end);
    }
}

/* The exact word first; only an OCR document is read more loosely. */
static void add_word_elements(struct match *match, uint32_t from,
                              const struct word *word)
{
    add_level(match, from, 0, word->lower, word->stem);
    if (!match->tokens->ocr)
        return;
    add_level(match, from, 1, word->loose,
              word_loose(match->arena, word->stem));
    if (word->loose.length >= SHORTEST_LOOSER)
        add_level(match, from, 2, word->looser,
                  word_looser(match->arena,
                              word_loose(match->arena, word->stem)));
}

static bool is_odd_one(const struct match *match,
                       const struct element *element,
                       const struct word *word, uint64_t letters)
{
    if (element->kind == ELEMENT_NUMBER)
        return word->kind == TOKEN_NUMBER &&
               shape_fits(element->shape, word->lower);
    return ((element->letters & ~letters) == 0 &&
            str_find(word->lower, element->text, 0) != SIZE_MAX) ||
           (match->tokens->ocr &&
            str_find(word->loose, element->loose, 0) != SIZE_MAX);
}

static void sort_elements(uint32_t *elements, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0 && elements[j - 1] > elements[j]; j--) {
            uint32_t element = elements[j];

            elements[j] = elements[j - 1];
            elements[j - 1] = element;
        }
}

/*
 * Capitals, which the token decides on, and the elements that no table
 * finds, tried one by one: they are few. In the order of the files.
 */
static void add_odd_ones(struct match *match, uint32_t from,
                         const struct word *word)
{
    const struct lexicons *lexicons = match->lexicons;
    uint64_t letters = letters_sign(word->lower);
    size_t before = match->element_count;

    add_by_key(match, from, 0, ELEMENT_CASE, word->lower,
               str_hash(word->lower));
    for (size_t i = 0; i < lexicons->odd_count; i++)
        if (is_odd_one(match, &lexicons->elements[lexicons->odd[i]], word,
                       letters))
            add_element(match, from, lexicons->odd[i]);
    sort_elements(match->elements + before, match->element_count - before);
}

/* Whether a one-word exception of the lexicon holds for the word. */
static bool is_excepted(const struct match *match, uint32_t from,
                        uint32_t lexicon)
{
    int unless = match->lexicons->unless[lexicon];

    for (size_t i = from; unless >= 0 && i < match->element_count; i++) {
        const struct element *element =
            &match->lexicons->elements[match->elements[i]];

        for (uint32_t j = 0; j < element->start_count; j++)
            if (element->starts[j].sign == 0 &&
                element->starts[j].lexicon == unless)
                return true;
    }
    return false;
}

/* Classes an element's one-word phrases put the word in; may cascade. */
static void add_classes(struct match *match, uint32_t from)
{
    const struct lexicons *lexicons = match->lexicons;

    for (size_t i = from; i < match->element_count; i++) {
        const struct element *element =
            &lexicons->elements[match->elements[i]];

        for (uint32_t j = 0; j < element->start_count; j++) {
            const struct start *start = &element->starts[j];
            uint32_t of = lexicons->class_of[start->lexicon];

            if (start->sign == 0 && of &&
                !is_excepted(match, from, start->lexicon))
                add_element(match, from, of - 1);
        }
    }
}

static void find_elements(struct match *match)
{
    const struct tokens *tokens = match->tokens;
    const bool *names = words_that_name(tokens, match->arena);
    uint32_t name = match->lexicons->name_element;

    match->of_word = arena_alloc(
        match->arena, (tokens->word_count + 1) * sizeof *match->of_word);
    match->signs = arena_alloc(
        match->arena, (tokens->word_count + 1) * sizeof *match->signs);
    for (size_t i = 0; i < tokens->word_count; i++) {
        uint32_t from = (uint32_t)match->element_count;

        match->of_word[i] = from;
        add_word_elements(match, from, &tokens->words[i]);
        add_odd_ones(match, from, &tokens->words[i]);
        if (name && names[i])
            add_element(match, from, name - 1);
        add_classes(match, from);
        for (size_t j = from; j < match->element_count; j++)
            match->signs[i] |= element_sign(match->elements[j]);
    }
    match->of_word[tokens->word_count] = (uint32_t)match->element_count;
}

/* Whether a token fulfils an element its word may fulfil. */
static bool fulfils(const struct match *match, size_t token,
                    uint32_t element)
{
    const struct element *of = &match->lexicons->elements[element];
    const struct token *at = &match->tokens->items[token];

    if (of->kind != ELEMENT_CASE)
        return true;
    return str_equal(
        str_part(match->tokens->document->text, at->start, at->length),
        of->text);
}

static bool fulfils_step(const struct match *match, size_t token,
                         const struct step_of *step)
{
    uint32_t word = match->tokens->items[token].word;

    if (!(match->signs[word] & step->sign))
        return false;
    for (uint32_t i = match->of_word[word]; i < match->of_word[word + 1]; i++)
        for (uint32_t j = 0; j < step->count; j++)
            if (match->elements[i] ==
                    match->lexicons->pool[step->first + j] &&
                fulfils(match, token, match->elements[i]))
                return true;
    return false;
}

/*
 * Match the steps from `step` on, the first of them at or after `token`.
 * Depth is at most the steps of a phrase (16). Returns the end, or 0.
 */
static size_t match_rest(const struct match *match,
                         const struct phrase *phrase, size_t step,
                         size_t token)
{
    const struct token *items = match->tokens->items;
    size_t words = 0;

    if (step == phrase->step_count)
        return token;
    for (; token < match->tokens->count; token++) {
        if (items[token - 1].flags & TOKEN_ENDS_SENTENCE)
            return 0;
        if (fulfils_step(match, token, &phrase->steps[step])) {
            size_t end = match_rest(match, phrase, step + 1, token + 1);

            if (end)
                return end;
        }
        if (phrase->steps[step].gap == 0)
            return 0;
        if (items[token].kind != TOKEN_MARK &&
            ++words > phrase->steps[step].gap)
            return 0;
    }
    return 0;
}

/* The rest of each sentence, from the last token to the first. */
static void look_ahead(struct match *match)
{
    const struct tokens *tokens = match->tokens;

    match->ahead = arena_alloc(match->arena, (tokens->count + 1) *
                                                 sizeof *match->ahead);
    for (size_t i = tokens->count; i-- > 0;)
        if (!(tokens->items[i].flags & TOKEN_ENDS_SENTENCE))
            match->ahead[i] = match->ahead[i + 1] |
                              match->signs[tokens->items[i + 1].word];
}

/* What of its sentence stands where the second step must be. */
static uint64_t next_signs(const struct match *match, size_t token,
                           const struct start *start)
{
    const struct token *items = match->tokens->items;

    if (start->gap || items[token].flags & TOKEN_ENDS_SENTENCE)
        return match->ahead[token];
    return match->signs[items[token + 1].word];
}

static bool is_known(const struct match *match, const struct hit *hit)
{
    for (size_t i = match->hit_count; i-- > 0;) {
        const struct hit *other = &match->hits[i];

        if (other->first != hit->first)
            return false;
        if (other->lexicon == hit->lexicon && other->end >= hit->end)
            return true;
    }
    return false;
}

static void add_hit(struct match *match, const struct phrase *phrase,
                    size_t first, size_t end)
{
    struct hit hit = {phrase->lexicon, (uint32_t)first, (uint32_t)end,
                      token_span(match->tokens, first, end)};

    if (match->use)
        match->use[phrase->source]++;
    match->has[hit.lexicon] = true;
    if (is_known(match, &hit))
        return;
    match->hits = arena_grow(match->arena, match->hits, match->hit_count,
                             &match->hit_capacity, sizeof *match->hits);
    match->hits[match->hit_count++] = hit;
}

static void match_starts(struct match *match, size_t token,
                         const struct element *element)
{
    for (uint32_t i = 0; i < element->start_count; i++) {
        const struct start *start = &element->starts[i];
        const struct phrase *phrase;
        size_t end = token + 1;

        if (start->sign && !(next_signs(match, token, start) & start->sign))
            continue;
        phrase = &match->lexicons->phrases[start->phrase];
        if (start->sign)
            end = match_rest(match, phrase, 1, token + 1);
        if (end)
            add_hit(match, phrase, token, end);
    }
}

static void match_at(struct match *match, size_t token)
{
    const struct lexicons *lexicons = match->lexicons;
    uint32_t word = match->tokens->items[token].word;

    for (uint32_t i = match->of_word[word]; i < match->of_word[word + 1];
         i++) {
        uint32_t element = match->elements[i];

        if (fulfils(match, token, element))
            match_starts(match, token, &lexicons->elements[element]);
    }
}

static bool overlaps_exception(const struct match *match, size_t index)
{
    const struct hit *hit = &match->hits[index];
    int unless = match->lexicons->unless[hit->lexicon];
    enum { REACH = 24 }; /* tokens: no phrase is longer */

    if (unless < 0 || !match->has[unless])
        return false;
    for (size_t i = index; i-- > 0 &&
                           match->hits[i].first + REACH >= hit->first;)
        if ((int)match->hits[i].lexicon == unless &&
            match->hits[i].end > hit->first)
            return true;
    for (size_t i = index + 1;
         i < match->hit_count && match->hits[i].first < hit->end; i++)
        if ((int)match->hits[i].lexicon == unless)
            return true;
    return false;
}

static struct hits without_exceptions(struct match *match)
{
    struct hits kept = {
        arena_alloc(match->arena, (match->hit_count + 1) * sizeof *kept.items),
        0};

    for (size_t i = 0; i < match->hit_count; i++)
        if (!overlaps_exception(match, i))
            kept.items[kept.count++] = match->hits[i];
    return kept;
}

static void match_all(struct match *match)
{
    match->has = arena_alloc(match->arena, LEXICONS_MOST);
    find_elements(match);
    look_ahead(match);
    for (size_t i = 0; i < match->tokens->count; i++)
        match_at(match, i);
}

struct hits lexicons_match(const struct lexicons *lexicons,
                           const struct tokens *tokens, struct arena *arena)
{
    struct match match = {
        .lexicons = lexicons, .tokens = tokens, .arena = arena};

    match_all(&match);
    return without_exceptions(&match);
}

struct phrase_use *lexicons_use(const struct lexicons *lexicons,
                                const struct tokens *tokens,
                                struct arena *arena, size_t *count)
{
    struct match match = {
        .lexicons = lexicons, .tokens = tokens, .arena = arena};
    struct phrase_use *use;

    match.use = arena_alloc(arena,
                            (lexicons->source_count + 1) * sizeof *match.use);
    match_all(&match);
    use = arena_alloc(arena, (lexicons->source_count + 1) * sizeof *use);
    for (size_t i = 0; i < lexicons->source_count; i++) {
        use[i] = lexicons->sources[i];
        use[i].hits = match.use[i];
    }
    *count = lexicons->source_count;
    return use;
}
