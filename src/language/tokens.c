/* tokens - a document's words, each folded and stemmed once. */
#include "language/tokens.h"

#include "base/unicode.h"

#include <string.h>

struct scan {
    struct arena *arena;
    struct tokens *tokens;
    struct stemmer *stemmer;
    struct str text;
    size_t capacity;
    size_t word_capacity;
    uint32_t *slots; /* hash table of word index + 1 */
    size_t slot_count;
};

static uint32_t point_at(const struct scan *scan, size_t at, size_t end,
                         size_t *length)
{
    *length = 0;
    return at < end ? unicode_decode(scan->text, at, length) : 0;
}

static bool is_letter_at(const struct scan *scan, size_t at, size_t end)
{
    size_t length;
    uint32_t point = point_at(scan, at, end, &length);

    return length && unicode_is_letter(point);
}

static bool is_digit_at(const struct scan *scan, size_t at, size_t end)
{
    return at < end && unicode_is_digit((unsigned char)scan->text.at[at]);
}

static bool joins_word(uint32_t point)
{
    return point == '-' || point == 0x2010 || point == 0x2011 ||
           point == '\'' || point == 0x2019;
}

/* The end of a word that begins at `at`: letters, digits, inner hyphens. */
static size_t word_end(const struct scan *scan, size_t at, size_t end)
{
    size_t length;

    while (at < end) {
        uint32_t point = point_at(scan, at, end, &length);

        if (unicode_is_letter(point) || unicode_is_digit(point))
            at += length;
        else if (joins_word(point) &&
                 (is_letter_at(scan, at + length, end) ||
                  is_digit_at(scan, at + length, end)))
            at += length;
        else
            break;
    }
    return at;
}

static bool joins_number(uint32_t point)
{
    return point == '.' || point == ',' || point == ':' || point == '/' ||
           unicode_is_dash(point);
}

static size_t number_end(const struct scan *scan, size_t at, size_t end)
{
    size_t length;

    while (at < end) {
        uint32_t point = point_at(scan, at, end, &length);

        if (unicode_is_digit(point))
            at += length;
        else if (joins_number(point) && is_digit_at(scan, at + length, end))
            at += length;
        else
            break;
    }
    return at;
}

static uint32_t *slot_of(struct scan *scan, struct str lower)
{
    size_t at = str_hash(lower) & (scan->slot_count - 1);

    while (scan->slots[at] &&
           !str_equal(scan->tokens->words[scan->slots[at] - 1].lower, lower))
        at = (at + 1) & (scan->slot_count - 1);
    return &scan->slots[at];
}

static void rehash(struct scan *scan)
{
    scan->slot_count = scan->slot_count ? scan->slot_count * 2 : 1024;
    scan->slots =
        arena_alloc(scan->arena, scan->slot_count * sizeof *scan->slots);
    for (size_t i = 0; i < scan->tokens->word_count; i++)
        *slot_of(scan, scan->tokens->words[i].lower) = (uint32_t)i + 1;
}

static void add_keys(struct scan *scan, struct word *word)
{
    word->stem = word->loose = word->looser = word->lower;
    if (word->kind != TOKEN_WORD)
        return;
    word->stem = word_stem(scan->arena, scan->stemmer, word->lower);
    if (!scan->tokens->ocr)
        return;
    word->loose = word_loose(scan->arena, word->lower);
    word->looser = word_looser(scan->arena, word->loose);
}

static uint32_t intern(struct scan *scan, struct str text, uint8_t kind)
{
    char small[64];
    size_t used = 0, length;
    struct str lower = text;
    uint32_t *slot;
    struct word word = {.kind = kind};

    if (kind == TOKEN_WORD && text.length <= sizeof small / 2) {
        for (size_t i = 0; i < text.length; i += length) {
            uint32_t point = unicode_decode(text, i, &length);

            used += unicode_encode(unicode_lower(point), small + used);
        }
        lower = (struct str){small, used};
    } else if (kind == TOKEN_WORD) {
        lower = word_lower(scan->arena, text);
    }
    if (scan->tokens->word_count * 2 >= scan->slot_count)
        rehash(scan);
    slot = slot_of(scan, lower);
    if (*slot)
        return *slot - 1;
    word.lower = arena_str(scan->arena, lower);
    add_keys(scan, &word);
    scan->tokens->words = arena_grow(
        scan->arena, scan->tokens->words, scan->tokens->word_count,
        &scan->word_capacity, sizeof *scan->tokens->words);
    scan->tokens->words[scan->tokens->word_count++] = word;
    *slot = (uint32_t)scan->tokens->word_count;
    return *slot - 1;
}

static uint8_t capital_flags(struct str text)
{
    size_t length, letters = 0, capitals = 0;
    uint8_t flags = 0;

    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (!unicode_is_letter(point))
            continue;
        letters++;
        if (!unicode_is_upper(point))
            break;
        if (i == 0)
            flags |= TOKEN_CAPITAL;
        capitals++;
    }
    if (letters >= 2 && capitals == letters)
        flags |= TOKEN_ALL_CAPITALS;
    return flags;
}

static void add_token(struct scan *scan, struct token token)
{
    struct tokens *tokens = scan->tokens;
    struct str text = str_part(scan->text, token.start, token.length);

    if (token.kind == TOKEN_WORD) {
        struct str core = text;

        token.flags |= capital_flags(text);
        if (token.flags & TOKEN_SUSPENDED)
            core.length--;
        token.word = intern(scan, core, token.kind);
    } else {
        token.word = intern(scan, text, token.kind);
    }
    tokens->items = arena_grow(scan->arena, tokens->items, tokens->count,
                               &scan->capacity, sizeof *tokens->items);
    tokens->items[tokens->count++] = token;
}

/* OCR reads ö as 6 and l as |: "6kat", "|ata" are words. */
static bool starts_noised_word(const struct scan *scan, size_t at, size_t end)
{
    return scan->tokens->ocr && at + 1 < end &&
           (scan->text.at[at] == '6' || scan->text.at[at] == '|') &&
           is_letter_at(scan, at + 1, end);
}

/* The token that begins at `at`, which is no white space. */
static struct token token_at(const struct scan *scan, size_t at, size_t end)
{
    struct token token = {.start = (uint32_t)at, .kind = TOKEN_MARK};
    size_t length;
    uint32_t point = point_at(scan, at, end, &length);
    size_t stop = at + length;

    if (unicode_is_letter(point) || starts_noised_word(scan, at, end)) {
        token.kind = TOKEN_WORD;
        stop = word_end(scan, at + length, end);
        if (stop < end && scan->text.at[stop] == '-') {
            token.flags |= TOKEN_SUSPENDED;
            stop++;
        }
    } else if (unicode_is_digit(point)) {
        token.kind = TOKEN_NUMBER;
        stop = number_end(scan, at, end);
    }
    token.length = (uint32_t)(stop - at);
    return token;
}

static void scan_block(struct scan *scan, size_t block)
{
    struct span span = scan->tokens->document->blocks[block].span;
    size_t at = span.start, end = span_end(span), length;
    uint8_t flags = TOKEN_AFTER_SPACE | TOKEN_STARTS_BLOCK;

    while (at < end) {
        uint32_t point = point_at(scan, at, end, &length);
        struct token token;

        if (unicode_is_space(point)) {
            flags |= TOKEN_AFTER_SPACE;
            at += length;
            continue;
        }
        token = token_at(scan, at, end);
        token.block = (uint32_t)block;
        token.flags |= flags;
        add_token(scan, token);
        at += token.length;
        flags = 0;
    }
}

static size_t letters_in(const struct tokens *tokens, size_t index)
{
    return unicode_count(tokens->words[tokens->items[index].word].lower);
}

static char mark_of(const struct tokens *tokens, size_t index)
{
    const struct token *token = &tokens->items[index];

    if (token->kind != TOKEN_MARK || token->length != 1)
        return '\0';
    return tokens->document->text.at[token->start];
}

/*
 * Whether a full stop ends its sentence: not inside "p.g.a.", not after a
 * single letter or a short word before a number ("kap. 3"); also where the
 * space was forgotten ("verksamhet.Det").
 */
static bool stop_ends(const struct tokens *tokens, size_t index)
{
    const struct token *next = &tokens->items[index + 1];
    const struct token *before = index ? &tokens->items[index - 1] : NULL;
    bool word_before = before && before->kind == TOKEN_WORD;

    if (!(next->flags & TOKEN_AFTER_SPACE))
        return word_before && next->flags & TOKEN_CAPITAL &&
               !(next->flags & TOKEN_ALL_CAPITALS) && next->length > 1 &&
               letters_in(tokens, index - 1) >= 3;
    if (next->kind == TOKEN_WORD && !(next->flags & TOKEN_CAPITAL))
        return false;
    if (word_before && (letters_in(tokens, index - 1) == 1 ||
                        (index > 1 && mark_of(tokens, index - 2) == '.' &&
                         !(before->flags & TOKEN_AFTER_SPACE))))
        return false;
    if (word_before && next->kind == TOKEN_NUMBER)
        return letters_in(tokens, index - 1) > 4;
    return true;
}

static bool ends_sentence(const struct tokens *tokens, size_t index)
{
    const struct token *token = &tokens->items[index];
    char mark = mark_of(tokens, index);

    if (index + 1 == tokens->count ||
        tokens->items[index + 1].block != token->block)
        return true;
    if (mark == '.')
        return stop_ends(tokens, index);
    return (mark == '!' || mark == '?') &&
           tokens->items[index + 1].flags & TOKEN_AFTER_SPACE;
}

/*
 * Room for what a text of this length usually holds, so that the arrays are
 * not moved while they grow: in Swedish a token takes 5.8 bytes and a word
 * is new every 16.
 */
static void make_room(struct scan *scan)
{
    enum { PER_TOKEN = 5, PER_WORD = 14, AT_LEAST = 64, AT_MOST = 1 << 20 };
    size_t length = scan->text.length < AT_MOST ? scan->text.length : AT_MOST;

    scan->capacity = length / PER_TOKEN + AT_LEAST;
    scan->tokens->items = arena_alloc(
        scan->arena, scan->capacity * sizeof *scan->tokens->items);
    scan->word_capacity = length / PER_WORD + AT_LEAST;
    scan->tokens->words = arena_alloc(
        scan->arena, scan->word_capacity * sizeof *scan->tokens->words);
}

struct tokens *tokens_new(struct arena *arena,
                          const struct document *document)
{
    struct tokens *tokens = arena_alloc(arena, sizeof *tokens);
    struct scan scan = {.arena = arena,
                        .tokens = tokens,
                        .text = document->text,
                        .stemmer = stemmer_new()};

    tokens->document = document;
    tokens->ocr = document->ocr;
    make_room(&scan);
    tokens->block_first = arena_alloc(
        arena, (document->block_count + 1) * sizeof *tokens->block_first);
    for (size_t i = 0; i < document->block_count; i++) {
        tokens->block_first[i] = (uint32_t)tokens->count;
        scan_block(&scan, i);
    }
    tokens->block_first[document->block_count] = (uint32_t)tokens->count;
    for (size_t i = 0; i < tokens->count; i++)
        if (ends_sentence(tokens, i))
            tokens->items[i].flags |= TOKEN_ENDS_SENTENCE;
    stemmer_free(scan.stemmer);
    return tokens;
}

void tokens_in(const struct tokens *tokens, struct span span, size_t *first,
               size_t *end)
{
    size_t low = 0, high = tokens->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (tokens->items[middle].start < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (low < tokens->count && tokens->items[low].start +
                                          tokens->items[low].length <=
                                      span_end(span))
        low++;
    *end = low;
}

struct span token_span(const struct tokens *tokens, size_t first, size_t end)
{
    uint32_t start, stop;

    if (first >= end)
        return (struct span){0, 0};
    start = tokens->items[first].start;
    stop = tokens->items[end - 1].start + tokens->items[end - 1].length;
    return (struct span){start, stop - start};
}
