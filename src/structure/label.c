/* label - where a form's labels may stand, and how surely. */
#include "structure/label.h"
#include "structure/label_numbered.h"

#include <string.h>

enum {
    SHORT_LABEL = 2, /* words: such a label needs more than its words */
    LONGEST_LOOK_AHEAD = 4,
    LONGEST_TAIL = 12 /* words of an instruction that follows a label */
};

/* How far a label and the words from a place on go together. */
struct fit {
    size_t matched; /* words of the label that were found */
    size_t end;     /* token after the last of them */
    bool complete;  /* the label's last word was among them */
    bool whole_end; /* all of its parenthesis too */
};

struct walk {
    const struct reading *reading;
    const struct templates *templates;
    const uint64_t *label_keys; /* per word of the form text */
    bool *begins_none; /* per distinct word: no label that is looked for */
};

static struct walk walk_over(const struct reading *reading)
{
    const struct templates *templates = reading->templates;

    return (struct walk){
        .reading = reading,
        .templates = templates,
        .label_keys = reading->ocr ? templates->loose : templates->plain};
}

static struct str form_of(const struct word *word, bool ocr)
{
    return ocr ? word->looser : word->lower;
}

static bool is_inflected(struct str a, struct str b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    size_t same = 0;

    while (same < shorter && a.at[same] == b.at[same])
        same++;
    return same >= 5 && a.length - same <= 4 && b.length - same <= 4;
}

/* The same word, or another inflection of a long one. */
static bool is_same(const struct walk *walk, size_t token, uint32_t of_label)
{
    const struct tokens *tokens = walk->reading->tokens;
    const struct tokens *form = walk->templates->form;
    uint32_t word = tokens->items[token].word;
    uint32_t other = form->items[of_label].word;
    bool ocr = walk->reading->ocr;

    if (walk->reading->keys[word] == walk->label_keys[other])
        return true;
    return is_inflected(form_of(tokens->words[word], ocr),
                        form_of(form->words[other], ocr));
}

static size_t skip_marks(const struct tokens *tokens, size_t at, size_t end)
{
    while (at < end && !is_word(tokens, at))
        at++;
    return at;
}

/*
 * Find a pair of equal words soon after two that differ, by leaving out as
 * few as can be on both sides.
 */
static bool resume(const struct walk *walk, size_t *token, size_t end,
                   uint32_t *of_label, uint32_t label_end)
{
    const struct tokens *tokens = walk->reading->tokens;

    for (unsigned cost = 1; cost <= LONGEST_LOOK_AHEAD; cost++) {
        for (unsigned left = 0; left <= cost && left <= 2; left++) {
            size_t at = *token;
            uint32_t label = *of_label;

            for (unsigned i = 0; i < left; i++)
                at = skip_marks(tokens, at + 1, end);
            for (unsigned i = 0; i < cost - left; i++)
                label = (uint32_t)skip_marks(walk->templates->form, label + 1,
                                             label_end);
            if (at < end && label < label_end && is_same(walk, at, label)) {
                *token = at;
                *of_label = label;
                return true;
            }
        }
    }
    return false;
}

static struct fit fit_label(const struct walk *walk,
                            const struct form_line *line, size_t first,
                            size_t end)
{
    const struct tokens *tokens = walk->reading->tokens;
    const struct tokens *form = walk->templates->form;
    uint32_t label = line->first;
    size_t at = first, missed = 0;
    struct fit fit = {.end = first};

    while (at < end && label < line->end) {
        if (!is_same(walk, at, label)) {
            /* Labels differ from each other in single words: allow few. */
            if (++missed > 1 + line->words / 6 ||
                !resume(walk, &at, end, &label, line->end))
                break;
        }
        fit.matched += label < line->core_end;
        fit.end = at + 1;
        at = skip_marks(tokens, at + 1, end);
        label = (uint32_t)skip_marks(form, label + 1, line->end);
        fit.complete |= label >= line->core_end;
    }
    fit.whole_end = label >= line->end;
    return fit;
}

double label_likeness(const struct reading *reading,
                      const struct form_line *line, size_t first, size_t end)
{
    struct walk walk = walk_over(reading);
    struct fit fit = fit_label(&walk, line, first, end);
    size_t words = words_in(reading, first, end);
    size_t most = words > line->words ? words : line->words;

    return most ? (double)fit.matched / (double)most : 0;
}

/* What stands right after a label. */
enum after {
    AFTER_NOTHING,  /* the end of the block */
    AFTER_MARK,     /* . : ? ! ) */
    AFTER_CAPITAL,  /* a new beginning without a mark */
    AFTER_SENTENCE, /* the sentence goes on */
    AFTER_PAREN     /* an instruction in parentheses */
};

static enum after what_follows(const struct reading *reading, size_t at,
                               size_t end)
{
    const struct token *items = reading->tokens->items;

    if (at >= end)
        return AFTER_NOTHING;
    if (token_mark(reading, at) == '(')
        return AFTER_PAREN;
    if (token_mark(reading, at) && strchr(".:?!);", token_mark(reading, at)))
        return at + 1 >= end ? AFTER_NOTHING : AFTER_MARK;
    if (items[at].kind == TOKEN_NUMBER || items[at].flags & TOKEN_CAPITAL)
        return AFTER_CAPITAL;
    return AFTER_SENTENCE;
}

/* Past the marks that close a label. */
static size_t past_marks(const struct reading *reading, size_t at, size_t end)
{
    while (at < end && token_mark(reading, at) &&
           strchr(".:?!);", token_mark(reading, at)) &&
           !(at && token_mark(reading, at) == '('))
        at++;
    return at;
}

/* The token after the parenthesis that opens at `at`, or `at`. */
static size_t past_parenthesis(const struct reading *reading, size_t at,
                               size_t end)
{
    for (size_t i = at; i < end && i < at + 60; i++)
        if (token_mark(reading, i) == ')')
            return past_marks(reading, i + 1, end);
    return at;
}

/* The end of a label's own tail that this form words in another way. */
static size_t past_tail(const struct reading *reading, size_t at, size_t end)
{
    size_t words = 0;

    for (size_t i = at; i < end && words <= LONGEST_TAIL; i++) {
        char mark = token_mark(reading, i);

        words += is_word(reading->tokens, i);
        if (mark && strchr(".:?", mark))
            return past_marks(reading, i, end);
    }
    return at;
}

static double whole_score(const struct form_line *line, const struct fit *fit,
                          enum after after, bool firm)
{
    double share = line->words ? (double)fit->matched / line->words : 0;

    if (share > 1)
        share = 1;
    if (line->words <= SHORT_LABEL) {
        if (after == AFTER_NOTHING || after == AFTER_PAREN)
            return firm ? 0.85 : 0.4;
        if (after == AFTER_MARK)
            return firm ? 0.7 : 0.3;
        return firm && after == AFTER_CAPITAL ? 0.4 : 0;
    }
    if (after != AFTER_SENTENCE)
        return share;
    return line->words >= 4 && firm ? 0.5 * share : 0;
}

/* A label that was cut off at the end of its line or before a mark. */
static double part_score(const struct form_line *line, const struct fit *fit,
                         enum after after, bool firm)
{
    double share = line->words ? (double)fit->matched / line->words : 0;

    if (fit->matched < 2 || line->words <= SHORT_LABEL)
        return 0;
    if (after == AFTER_NOTHING || after == AFTER_PAREN)
        return share >= 0.25 || fit->matched >= 3 ? 0.45 + 0.4 * share : 0;
    if (after == AFTER_MARK && fit->matched >= 3 && share >= 0.4)
        return 0.35 + 0.45 * share;
    /* Or it goes on in other words. */
    if (firm && fit->matched >= 5 &&
        (share >= 0.7 || (share >= 0.5 && fit->matched >= 8)))
        return 0.5 * share;
    return 0;
}

static void add_label(struct reading *reading, struct labels *labels,
                      struct label label)
{
    for (size_t i = labels->count; i-- > 0;) {
        struct label *other = &labels->items[i];

        if (other->first != label.first)
            break;
        if (other->role != label.role)
            continue;
        /* Of two that fit as well the longer leaves nothing behind. */
        if (label.score > other->score + 0.05 ||
            (label.score >= other->score - 0.05 && label.end > other->end))
            *other = label;
        return;
    }
    labels->items = arena_grow(reading->scratch, labels->items, labels->count,
                               &labels->capacity, sizeof *labels->items);
    labels->items[labels->count++] = label;
}

/* Whether the place alone speaks for a label: a cell, "a)", bold, heading. */
static bool is_firm(const struct reading *reading, size_t block, size_t at)
{
    const struct block *of = &reading->document->blocks[block];
    const struct line *line = &reading->lines[block];

    if (at != line->body)
        return false;
    return line->enumerated || of->kind == BLOCK_HEADING ||
           of->flags & (BLOCK_STARTS_CELL | BLOCK_BOLD);
}

static void try_line(struct reading *reading, const struct walk *walk,
                     struct labels *labels, const struct form_line *line,
                     size_t block, size_t first)
{
    size_t end = reading->lines[block].end;
    struct fit fit = fit_label(walk, line, first, end);
    struct label label = {.role = line->role, .block = block, .first = first};
    bool firm = is_firm(reading, block, first);
    enum after after;

    if (fit.matched == 0)
        return;
    after = what_follows(reading, fit.end, end);
    label.end = past_marks(reading, fit.end, end);
    label.begins = first == reading->lines[block].body;
    label.whole = fit.complete;
    label.score = fit.complete ? whole_score(line, &fit, after, firm)
                               : part_score(line, &fit, after, firm);
    if (label.score <= 0)
        return;
    if (label.end < end && token_mark(reading, label.end) == '(')
        label.end = past_parenthesis(reading, label.end, end);
    else if (after == AFTER_SENTENCE)
        label.end = past_tail(reading, label.end, end);
    add_label(reading, labels, label);
}

/* The first or second word of the label: enough to try it. */
static bool may_begin(const struct walk *walk, const struct form_line *line,
                      size_t token)
{
    uint32_t second;

    if (is_same(walk, token, line->first))
        return true;
    second = (uint32_t)skip_marks(walk->templates->form, line->first + 1,
                                  line->core_end);
    return line->words > 4 && second < line->core_end &&
           is_same(walk, token, second);
}

/* Every label that may begin at a token. Returns the end of the surest. */
static size_t try_place(struct reading *reading, const struct walk *walk,
                        struct labels *labels, int family, size_t block,
                        size_t token)
{
    const struct templates *templates = reading->templates;
    bool *begins_none =
        &walk->begins_none[reading->tokens->items[token].word];
    size_t before = labels->count, end = token, begun = 0;
    double best = 0;

    if (*begins_none)
        return token;
    for (size_t i = 0; i < templates->line_count; i++) {
        const struct form_line *line = &templates->lines[i];

        if (line->family != family || line->use != LINE_LABEL ||
            line->role < 0 || line->first >= line->end)
            continue;
        if (!may_begin(walk, line, token))
            continue;
        begun++;
        try_line(reading, walk, labels, line, block, token);
    }
    *begins_none = begun == 0;
    for (size_t i = before; i < labels->count; i++)
        if (labels->items[i].score > best) {
            best = labels->items[i].score;
            end = labels->items[i].end;
        }
    return end;
}

/* The start of the next sentence that is in the block, or its end. */
static size_t next_sentence(const struct reading *reading, size_t token,
                            size_t end)
{
    token = sentence_end(reading, token, end);
    return skip_marks(reading->tokens, token, end);
}

static size_t try_numbered(struct reading *reading, struct labels *labels,
                           size_t block)
{
    struct label label;

    if (!numbered_label(reading, block, &label))
        return reading->lines[block].body;
    add_label(reading, labels, label);
    return label.end;
}

struct labels labels_find(struct reading *reading, int family)
{
    struct walk walk = walk_over(reading);
    struct labels labels = {0};

    walk.begins_none =
        arena_alloc(reading->scratch, reading->tokens->word_count + 1);
    for (size_t i = 0; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];
        size_t at = skip_marks(reading->tokens,
                               try_numbered(reading, &labels, i), line->end);

        while (at < line->end) {
            size_t end = try_place(reading, &walk, &labels, family, i, at);

            at = end > at ? skip_marks(reading->tokens, end, line->end)
                          : next_sentence(reading, at, line->end);
        }
    }
    numbered_drop_lonely(reading, &labels);
    return labels;
}
