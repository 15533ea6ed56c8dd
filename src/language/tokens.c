/* tokens - a document's words, each folded and stemmed once. */
#include "language/tokens.h"

#include "base/unicode.h"
#include "language/wordbook.h"

#include <string.h>

struct scan {
    struct arena *arena;
    struct tokens *tokens;
    struct wordbook *book, *spare; /* spare: once the book is full */
    size_t number;                 /* of the document in the book */
    struct str text;
    size_t capacity;
    size_t word_capacity;
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
        else if (joins_word(point) && (is_letter_at(scan, at + length, end) ||
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

static const struct form *find_form(struct scan *scan, struct str text,
                                    enum token_kind kind)
{
    const struct form *form =
        wordbook_form(scan->book, text, kind, scan->tokens->ocr);

    if (form)
        return form;
    if (scan->spare == NULL)
        scan->spare = wordbook_over(scan->arena, scan->book);
    return wordbook_form(scan->spare, text, kind, scan->tokens->ocr);
}

/* Which of the document's words it is. */
static uint32_t index_of(struct scan *scan, struct entry *entry)
{
    struct tokens *tokens = scan->tokens;

    if (entry->document == scan->number)
        return entry->index;
    entry->document = scan->number;
    entry->index = (uint32_t)tokens->word_count;
    tokens->words = arena_grow(scan->arena, tokens->words, tokens->word_count,
                               &scan->word_capacity, sizeof *tokens->words);
    tokens->words[tokens->word_count++] = &entry->word;
    return entry->index;
}

static void add_token(struct scan *scan, struct token token)
{
    struct tokens *tokens = scan->tokens;
    struct str text = str_part(scan->text, token.start, token.length);
    const struct form *form;

    if (token.flags & TOKEN_SUSPENDED)
        text.length--;
    form = find_form(scan, text, (enum token_kind)token.kind);
    token.flags |= form->flags;
    token.word = index_of(scan, form->entry);
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

/* How far a token from there may go: to `end`, or between two letters. */
static size_t reach(const struct scan *scan, size_t at, size_t end)
{
    if (end - at <= TOKEN_LONGEST)
        return end;
    end = at + TOKEN_LONGEST;
    while (((unsigned char)scan->text.at[end] & 0xC0) == 0x80)
        end--;
    return end;
}

/* The token that begins at `at`, which is no white space. */
static struct token token_at(const struct scan *scan, size_t at, size_t end)
{
    struct token token = {.start = (uint32_t)at, .kind = TOKEN_MARK};
    size_t length;
    uint32_t point = point_at(scan, at, end, &length);
    size_t stop = at + length;

    end = reach(scan, at, end);
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
    token.length = (unsigned)(stop - at) & TOKEN_LONGEST;
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
    return unicode_count(tokens->words[tokens->items[index].word]->lower);
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
    struct wordbook *book = wordbook_new(arena, NULL, 0, SIZE_MAX);
    struct tokens *tokens = tokens_with(arena, document, book);

    wordbook_close(book);
    return tokens;
}

struct tokens *tokens_with(struct arena *arena,
                           const struct document *document,
                           struct wordbook *book)
{
    struct tokens *tokens = arena_alloc(arena, sizeof *tokens);
    struct scan scan = {.arena = arena,
                        .tokens = tokens,
                        .text = document->text,
                        .book = book,
                        .number = wordbook_begin(book)};

    tokens->document = document;
    tokens->book = book;
    tokens->ocr = document->ocr;
    make_room(&scan);
    tokens->block_first = arena_alloc(arena, (document->block_count + 1) *
                                                 sizeof *tokens->block_first);
    for (size_t i = 0; i < document->block_count; i++) {
        tokens->block_first[i] = (uint32_t)tokens->count;
        scan_block(&scan, i);
    }
    tokens->block_first[document->block_count] = (uint32_t)tokens->count;
    for (size_t i = 0; i < tokens->count; i++)
        if (ends_sentence(tokens, i))
            tokens->items[i].flags |= TOKEN_ENDS_SENTENCE;
    wordbook_close(scan.spare);
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
    while (low < tokens->count &&
           tokens->items[low].start + tokens->items[low].length <=
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
