/* reading - a document while it is being understood. */
#include "structure/reading.h"

#include <string.h>

struct str token_str(const struct reading *reading, size_t token)
{
    const struct token *at = &reading->tokens->items[token];

    return str_part(reading->document->text, at->start, at->length);
}

char token_mark(const struct reading *reading, size_t token)
{
    const struct token *at = &reading->tokens->items[token];

    if (at->kind != TOKEN_MARK || at->length != 1)
        return '\0';
    return reading->document->text.at[at->start];
}

uint64_t token_key(const struct reading *reading, size_t token)
{
    return reading->keys[reading->tokens->items[token].word];
}

static void find_phrases(struct reading *reading)
{
    const struct lexicons *lexicons = reading->templates->lexicons;
    size_t lexicon_count = lexicons_count(lexicons);
    size_t *next;

    reading->hits =
        lexicons_match(lexicons, reading->tokens, reading->scratch);
    reading->lexicon_first = arena_alloc(
        reading->scratch, (lexicon_count + 1) * sizeof(size_t));
    reading->by_lexicon =
        arena_alloc(reading->scratch,
                    (reading->hits.count + 1) * sizeof(struct hit *));
    for (size_t i = 0; i < reading->hits.count; i++)
        reading->lexicon_first[reading->hits.items[i].lexicon + 1]++;
    for (size_t i = 0; i < lexicon_count; i++)
        reading->lexicon_first[i + 1] += reading->lexicon_first[i];
    next = arena_alloc(reading->scratch, (lexicon_count + 1) * sizeof *next);
    memcpy(next, reading->lexicon_first, lexicon_count * sizeof *next);
    for (size_t i = 0; i < reading->hits.count; i++)
        reading->by_lexicon[next[reading->hits.items[i].lexicon]++] =
            &reading->hits.items[i];
}

/* Where in by_lexicon the first hit at or after the token is. */
static size_t first_hit(const struct reading *reading, int lexicon,
                        size_t token, size_t *stop)
{
    size_t low = reading->lexicon_first[lexicon];
    size_t high = reading->lexicon_first[lexicon + 1];

    *stop = high;
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (reading->by_lexicon[middle]->first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct hit *phrase_in(const struct reading *reading, int lexicon,
                            size_t first, size_t end)
{
    size_t stop;

    if (lexicon < 0)
        return NULL;
    for (size_t i = first_hit(reading, lexicon, first, &stop);
         i < stop && reading->by_lexicon[i]->first < end; i++)
        if (reading->by_lexicon[i]->end <= end)
            return reading->by_lexicon[i];
    return NULL;
}

const struct hit *phrase_at(const struct reading *reading, int lexicon,
                            size_t first, size_t end)
{
    size_t stop;

    if (lexicon < 0)
        return NULL;
    for (size_t i = first_hit(reading, lexicon, first, &stop);
         i < stop && reading->by_lexicon[i]->first == first; i++)
        if (reading->by_lexicon[i]->end <= end)
            return reading->by_lexicon[i];
    return NULL;
}

size_t phrase_count(const struct reading *reading, int lexicon, size_t first,
                    size_t end)
{
    size_t stop, count = 0;

    if (lexicon < 0)
        return 0;
    for (size_t i = first_hit(reading, lexicon, first, &stop);
         i < stop && reading->by_lexicon[i]->first < end; i++)
        count += reading->by_lexicon[i]->end <= end;
    return count;
}

const struct hit *cue_in(const struct reading *reading, enum cue cue,
                         size_t first, size_t end)
{
    return phrase_in(reading, reading->templates->cues[cue], first, end);
}

const struct hit *cue_at(const struct reading *reading, enum cue cue,
                         size_t first, size_t end)
{
    return phrase_at(reading, reading->templates->cues[cue], first, end);
}

const struct dated *line_date(const struct reading *reading, size_t first,
                              size_t end)
{
    const struct outline *outline = reading->outline;
    size_t low = 0, high = outline->date_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (outline->dates[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < outline->date_count && outline->dates[low].end <= end)
        return &outline->dates[low];
    return NULL;
}

bool is_law_text(const struct reading *reading, const struct line *line)
{
    enum { LONGEST = 60, NEAR = 3 };
    size_t at = line->first;
    const struct hit *hit;

    while (at < line->end && !is_word(reading->tokens, at))
        at++;
    if (at == line->end || line->words > LONGEST ||
        reading->tokens->items[at].kind != TOKEN_NUMBER)
        return false;
    hit = cue_in(reading, CUE_LAW_WORD, at, line->end);
    return hit && hit->first <= at + NEAR;
}

size_t sentence_end(const struct reading *reading, size_t token, size_t end)
{
    while (token < end) {
        if (reading->tokens->items[token].flags & TOKEN_ENDS_SENTENCE)
            return token + 1;
        token++;
    }
    return end;
}

size_t words_in(const struct reading *reading, size_t first, size_t end)
{
    size_t count = 0;

    for (size_t i = first; i < end; i++)
        count += is_word(reading->tokens, i);
    return count;
}

struct span reading_span(const struct reading *reading, size_t first,
                         size_t end)
{
    const struct tokens *tokens = reading->tokens;

    if (first >= end)
        return (struct span){0, 0};
    while (end < tokens->count && !is_word(tokens, end) &&
           !(tokens->items[end].flags & TOKEN_AFTER_SPACE))
        end++;
    return token_span(tokens, first, end);
}

void paint_all(struct reading *reading, size_t first, size_t end,
               struct paint paint)
{
    for (size_t i = first; i < end; i++)
        reading->paint[i] = paint;
}

void paint_voice(struct reading *reading, size_t first, size_t end,
                 enum voice voice)
{
    for (size_t i = first; i < end; i++)
        reading->paint[i].voice = (uint8_t)voice;
}

void paint_role(struct reading *reading, size_t first, size_t end, int role)
{
    for (size_t i = first; i < end; i++)
        reading->paint[i].role = (int16_t)role;
}

void paint_area(struct reading *reading, size_t first, size_t end, int area)
{
    for (size_t i = first; i < end; i++)
        reading->paint[i].area = (int16_t)area;
}

static size_t next_word(const struct reading *reading, size_t at, size_t end)
{
    while (at < end && !is_word(reading->tokens, at))
        at++;
    return at;
}

bool same_words(const struct reading *reading, size_t a_first, size_t a_end,
                size_t b_first, size_t b_end)
{
    size_t a = next_word(reading, a_first, a_end);
    size_t b = next_word(reading, b_first, b_end);

    while (a < a_end && b < b_end) {
        if (token_key(reading, a) != token_key(reading, b))
            return false;
        a = next_word(reading, a + 1, a_end);
        b = next_word(reading, b + 1, b_end);
    }
    return a >= a_end && b >= b_end;
}

/* The token after "[bookmark: …]", or `at`. */
static size_t after_artefact(const struct reading *reading, size_t at,
                             size_t end)
{
    if (at + 2 >= end || token_mark(reading, at) != '[' ||
        cue_at(reading, CUE_ARTEFACT, at + 1, end) == NULL)
        return at;
    for (size_t i = at + 2; i < end; i++)
        if (token_mark(reading, i) == ']')
            return i + 1;
    return at;
}

static unsigned dots_in(struct str number)
{
    unsigned dots = 0;

    for (size_t i = 0; i < number.length; i++)
        dots += number.at[i] == '.';
    return dots;
}

/* "a)", "1.", "2.1", "e" where OCR saw a bullet: the token after it. */
static size_t after_enumerator(const struct reading *reading,
                               struct line *line, size_t at)
{
    const struct token *items = reading->tokens->items;
    bool closed = at + 1 < line->end && (token_mark(reading, at + 1) == ')' ||
                                         token_mark(reading, at + 1) == '.');

    if (at + 1 >= line->end)
        return at;
    if (items[at].kind == TOKEN_NUMBER) {
        struct str number = token_str(reading, at);

        if (number.length > 6 || (!closed && number.length > 2 &&
                                  dots_in(number) == 0))
            return at;
        if (!closed && !(items[at + 1].flags & TOKEN_CAPITAL))
            return at;
        line->depth = dots_in(number) + 1;
        return at + 1 + closed;
    }
    if (items[at].kind == TOKEN_WORD && items[at].length == 1 && closed &&
        at + 2 < line->end)
        return at + 2;
    if (reading->ocr && items[at].kind == TOKEN_WORD &&
        items[at].length == 1 && token_str(reading, at).at[0] == 'e' &&
        items[at + 1].flags & TOKEN_CAPITAL) {
        line->bulleted = true;
        return at + 1;
    }
    return at;
}

static void measure_line(const struct reading *reading, struct line *line)
{
    size_t at = after_artefact(reading, line->first, line->end), after;

    while (at < line->end && !is_word(reading->tokens, at) &&
           token_mark(reading, at) != '(' && token_mark(reading, at) != '[') {
        line->bulleted |= token_mark(reading, at) != '"';
        at++;
    }
    after = after_enumerator(reading, line, at);
    line->enumerated = after != at || line->bulleted;
    line->body = after < line->end ? after : line->first;
    line->words = words_in(reading, line->body, line->end);
}

static void measure_lines(struct reading *reading)
{
    const struct tokens *tokens = reading->tokens;

    reading->line_count = reading->document->block_count;
    reading->lines = arena_alloc(
        reading->scratch, (reading->line_count + 1) * sizeof *reading->lines);
    for (size_t i = 0; i < reading->line_count; i++) {
        struct line *line = &reading->lines[i];

        line->first = line->body = tokens->block_first[i];
        line->end = tokens->block_first[i + 1];
        measure_line(reading, line);
    }
}

struct reading *reading_new(struct outline *outline, struct arena *scratch)
{
    struct reading *reading = arena_alloc(scratch, sizeof *reading);
    const struct tokens *tokens = outline->tokens;
    struct paint own = {VOICE_OWN, NO_INDEX, NO_INDEX,
                        NO_INDEX,  NO_INDEX, NO_INDEX};

    reading->outline = outline;
    reading->document = outline->document;
    reading->templates = outline->templates;
    reading->tokens = tokens;
    reading->arena = outline->arena;
    reading->scratch = scratch;
    reading->ocr = outline->document->ocr;
    reading->keys = arena_alloc(
        reading->scratch, (tokens->word_count + 1) * sizeof *reading->keys);
    for (size_t i = 0; i < tokens->word_count; i++)
        reading->keys[i] = word_key(tokens->words[i], reading->ocr);
    reading->paint = arena_alloc(
        reading->scratch, (tokens->count + 1) * sizeof *reading->paint);
    paint_all(reading, 0, tokens->count, own);
    find_phrases(reading);
    measure_lines(reading);
    reading->title = reading->line_count;
    return reading;
}
