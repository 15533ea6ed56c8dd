/* prompt - the form's own words where they are nobody's answer. */
#include "structure/prompt.h"

#include "structure/prompt_index.h"

#include <stdlib.h>

enum {
    FEWEST = 5,  /* long words in a line that may be a copy */
    SHARE = 80,  /* percent of them that stand in one prompt */
    LONGEST = 80 /* words; no prompt is longer by much */
};

struct prompts {
    const struct reading *reading;
    const struct prompt_index *index;
};

static bool is_of(const struct form_line *line, int family)
{
    return line->family == family && line->use != LINE_AREA;
}

static void count_lines(const struct prompt_word *word, uint16_t counts[])
{
    for (int k = 0; k < PROMPT_SETS; k++)
        for (uint64_t bits = word->lines[k]; bits; bits &= bits - 1)
            counts[k * 64 + __builtin_ctzll(bits)]++;
}

/* Whether nearly all long words of a line stand in one line of the form. */
static bool is_copy(const struct prompts *prompts, const struct line *line)
{
    const struct reading *reading = prompts->reading;
    uint16_t counts[PROMPT_SETS * 64] = {0};
    size_t asked = 0, missed = 0;

    if (line->words > LONGEST)
        return false;
    for (size_t i = line->body; i < line->end; i++) {
        const struct prompt_word *word;

        if (!is_word(reading->tokens, i) ||
            reading->tokens->items[i].length <= PROMPT_SHORT_WORD)
            continue;
        asked++;
        word = prompt_index_find(prompts->index, token_key(reading, i));
        if (word)
            count_lines(word, counts);
        else if (++missed * 100 > (100 - SHARE) * line->words)
            return false;
    }
    if (asked < FEWEST)
        return false;
    for (size_t i = 0; i < PROMPT_SETS * 64; i++)
        if (counts[i] * 100u >= SHARE * asked)
            return true;
    return false;
}

static bool same_as_form(const struct reading *reading,
                         const struct line *line,
                         const struct form_line *prompt)
{
    const struct templates *templates = reading->templates;
    const uint64_t *keys = reading->ocr ? templates->loose : templates->plain;
    const struct tokens *form = templates->form;
    size_t at = line->body;
    uint32_t to = prompt->first;

    for (;;) {
        while (at < line->end && !is_word(reading->tokens, at))
            at++;
        while (to < prompt->end && !is_word(form, to))
            to++;
        if (at == line->end || to == prompt->end)
            return at == line->end && to == prompt->end;
        if (token_key(reading, at) != keys[form->items[to].word])
            return false;
        at++;
        to++;
    }
}

static bool is_prompt(const struct reading *reading, const struct line *line,
                      int family)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->line_count; i++)
        if (is_of(&templates->lines[i], family) &&
            same_as_form(reading, line, &templates->lines[i]))
            return true;
    return false;
}

void prompts_paint(struct reading *reading, int family)
{
    struct prompts prompts = {
        reading, &reading->templates->families[family].prompts[reading->ocr]};

    for (size_t i = 0; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];

        if (line->words == 0 || reading->paint[line->body].voice != VOICE_OWN)
            continue;
        if (is_prompt(reading, line, family) || is_copy(&prompts, line))
            paint_voice(reading, line->first, line->end, VOICE_TEMPLATE);
    }
}

struct finder {
    struct reading *reading;
    size_t capacity;
    uint8_t *taken; /* per token: some residue holds it already */
};

static void take(struct finder *finder, struct span span)
{
    const struct tokens *tokens = finder->reading->tokens;
    size_t first, end;

    tokens_in(tokens, span, &first, &end);
    for (size_t i = first; i < end; i++)
        finder->taken[i] = 1;
}

static void keep_residue(struct finder *finder, struct residue residue)
{
    struct outline *outline = finder->reading->outline;

    outline->residue =
        arena_grow(outline->arena, outline->residue, outline->residue_count,
                   &finder->capacity, sizeof residue);
    outline->residue[outline->residue_count++] = residue;
    take(finder, residue.span);
}

static void add_residue(struct finder *finder, enum residue_kind kind,
                        size_t first, struct span span)
{
    struct residue residue = {
        .kind = kind,
        .span = span,
        .quote = span_text(finder->reading->document->text, span)};

    if (!finder->taken[first])
        keep_residue(finder, residue);
}

/* The form's prompt: its words and the mark that ends them. */
static void find_placeholders(struct finder *finder)
{
    struct reading *reading = finder->reading;
    int lexicon = reading->templates->cues[CUE_PLACEHOLDER];
    size_t at = 0;
    const struct hit *hit;

    while ((hit = phrase_in(reading, lexicon, at, reading->tokens->count))) {
        size_t end = hit->end;

        at = hit->first + 1;
        if (reading->paint[hit->first].voice == VOICE_LABEL)
            continue;
        if (end < reading->tokens->count && token_mark(reading, end) == '.')
            end++;
        paint_voice(reading, hit->first, end, VOICE_PLACEHOLDER);
        add_residue(finder, RESIDUE_PLACEHOLDER, hit->first,
                    reading_span(reading, hit->first, end));
    }
    for (size_t i = 0; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];

        if (reading->document->blocks[i].flags & BLOCK_PLACEHOLDER)
            paint_voice(reading, line->first, line->end, VOICE_PLACEHOLDER);
    }
}

/* "[…]": an instruction to put something in, or what a converter left. */
static void find_brackets(struct finder *finder, const struct line *line)
{
    struct reading *reading = finder->reading;

    for (size_t i = line->first; i < line->end; i++) {
        size_t end = i + 1;
        bool artefact;

        if (token_mark(reading, i) != '[')
            continue;
        while (end < line->end && token_mark(reading, end) != ']')
            end++;
        if (end == line->end)
            return;
        artefact = cue_at(reading, CUE_ARTEFACT, i + 1, end) != NULL;
        if (artefact)
            paint_voice(reading, i, end + 1, VOICE_TEMPLATE);
        if (artefact || cue_at(reading, CUE_INSTRUCTION, i + 1, end))
            add_residue(finder,
                        artefact ? RESIDUE_CONVERTER_ARTEFACT
                                 : RESIDUE_INSTRUCTION,
                        i, token_span(reading->tokens, i, end + 1));
        i = end;
    }
}

static void find_drafts(struct finder *finder)
{
    struct reading *reading = finder->reading;
    int lexicon = reading->templates->cues[CUE_DRAFT];
    size_t at = 0;
    const struct hit *hit;

    while ((hit = phrase_in(reading, lexicon, at, reading->tokens->count))) {
        const struct line *line =
            &reading->lines[reading->tokens->items[hit->first].block];

        at = hit->first + 1;
        /* "Vi läste ett utkast" is no mark; "UTKAST" is. */
        if (line->words > 3 &&
            !(reading->tokens->items[hit->first].flags & TOKEN_ALL_CAPITALS))
            continue;
        add_residue(finder, RESIDUE_DRAFT_MARK, hit->first,
                    hit_span(finder->reading->tokens, hit));
    }
}

static int by_start(const void *a, const void *b)
{
    const struct residue *left = a, *right = b;

    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    return (int)left->kind - (int)right->kind;
}

void residue_find(struct reading *reading)
{
    struct outline *outline = reading->outline;
    const struct document *document = reading->document;
    struct finder finder = {.reading = reading};

    finder.taken = arena_alloc(reading->scratch, reading->tokens->count + 1);
    for (size_t i = 0; i < document->residue_count; i++)
        keep_residue(&finder, document->residue[i]);
    find_placeholders(&finder);
    for (size_t i = 0; i < reading->line_count; i++)
        find_brackets(&finder, &reading->lines[i]);
    frames_paint(reading);
    find_drafts(&finder);
    if (outline->residue_count)
        qsort(outline->residue, outline->residue_count,
              sizeof *outline->residue, by_start);
}
