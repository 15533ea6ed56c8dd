/* lexicon_phrase - one phrase of a lexicon, from text to steps. */
#include "language/lexicon_private.h"

#include <string.h>

enum { LONGEST_PHRASE = 16, OPTIONAL_MOST = 6, WIDEST_GAP = 12 };

static bool is_same(const struct element *a, const struct element *b)
{
    return a->kind == b->kind && str_equal(a->text, b->text);
}

static uint32_t intern(struct lexicons *lexicons, struct element element)
{
    uint64_t hash = str_hash(element.text) ^ element.kind;

    for (uint32_t i = lexicons->buckets[hash % ELEMENT_BUCKETS]; i;
         i = lexicons->elements[i - 1].next_in_bucket)
        if (is_same(&lexicons->elements[i - 1], &element))
            return i - 1;
    element.next_in_bucket = lexicons->buckets[hash % ELEMENT_BUCKETS];
    lexicons->elements = arena_grow(
        lexicons->arena, lexicons->elements, lexicons->element_count,
        &lexicons->element_capacity, sizeof *lexicons->elements);
    lexicons->elements[lexicons->element_count++] = element;
    lexicons->buckets[hash % ELEMENT_BUCKETS] =
        (uint32_t)lexicons->element_count;
    return (uint32_t)lexicons->element_count - 1;
}

/* One alternative of a word in a phrase: "ord*", "=IM", "@name" ... */
static uint32_t read_element(struct lexicons *lexicons, struct str text)
{
    struct element element = {.kind = ELEMENT_EXACT};
    bool open_start = str_starts(text, STR("*")) && text.length > 1;
    bool open_end = str_ends(text, STR("*")) && text.length > 1;

    element.shape = shape_of_name(text);
    if (element.shape) {
        element.kind = ELEMENT_NUMBER;
    } else if (str_starts(text, STR("@"))) {
        element.kind = ELEMENT_CLASS;
        element.text = str_part(text, 1, text.length);
        return intern(lexicons, element);
    } else if (str_equal(text, STR("=*"))) {
        element.kind = ELEMENT_NAME;
        lexicons->name_element = intern(lexicons, element) + 1;
        return lexicons->name_element - 1;
    } else if (str_starts(text, STR("=")) && text.length > 1) {
        element.kind = ELEMENT_CASE;
        element.text = str_part(text, 1, text.length);
        return intern(lexicons, element);
    } else if (open_start && open_end && text.length > 2) {
        element.kind = ELEMENT_CONTAINS;
        text = str_part(text, 1, text.length - 2);
    } else if (open_start) {
        element.kind = ELEMENT_SUFFIX;
        text = str_part(text, 1, text.length);
    } else if (open_end) {
        element.kind = ELEMENT_PREFIX;
        text.length--;
    } else if (str_ends(text, STR("~")) && text.length > 1) {
        element.kind = ELEMENT_STEM;
        text.length--;
    } else if (str_ends(text, STR("-")) && text.length > 1) {
        text.length--; /* "läs- och": a token has no hyphen at its end */
    }
    element.text = word_lower(lexicons->arena, text);
    if (element.kind == ELEMENT_STEM)
        element.text =
            word_stem(lexicons->arena, lexicons->stemmer, element.text);
    return intern(lexicons, element);
}

static struct step read_step(struct lexicons *lexicons, struct str word,
                             unsigned gap)
{
    struct step step = {.first = (uint32_t)lexicons->pool_count,
                        .gap = (uint8_t)gap};
    struct str rest = word, one;
    struct str bar = str_part(word, str_find(word, STR("|"), 0), 1);
    uint32_t element;

    if (str_equal(word, STR("|")))
        rest = STR("");
    while (str_cut(&rest, '|', &one)) {
        lexicons->pool =
            arena_grow(lexicons->arena, lexicons->pool, lexicons->pool_count,
                       &lexicons->pool_capacity, sizeof *lexicons->pool);
        element = read_element(lexicons, one.length ? one : bar);
        lexicons->pool[lexicons->pool_count++] = element;
        step.count++;
    }
    if (step.count == 1)
        step.first = lexicons->pool[--lexicons->pool_count];
    return step;
}

static bool read_gap(struct str word, unsigned *gap)
{
    if (!str_starts(word, STR("..")))
        return false;
    if (word.length == 2) {
        *gap = 3;
        return true;
    }
    return str_number(str_part(word, 2, word.length), gap) &&
           *gap <= WIDEST_GAP;
}

static bool is_mark(char byte)
{
    switch (byte) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '%':
    case '"':
    case '?':
    case '!':
        return true;
    default:
        return false;
    }
}

/* ".|,|och": marks and words to choose between. */
static bool has_choice_of_marks(struct str word)
{
    struct str rest = word, one;
    bool found = false;

    while (str_cut(&rest, '|', &one)) {
        for (size_t i = 0; one.length > 1 && i < one.length; i++)
            if (is_mark(one.at[i]))
                return false;
        found |= one.length == 1 && is_mark(one.at[0]);
    }
    return found && word.length > 1;
}

/* "=IM" and "@name" are never split, unless they hold a full stop. */
static bool is_whole(struct str word)
{
    char first = word.at[0];

    if (has_choice_of_marks(word))
        return true;
    return (first == '=' || first == '@' || first == '*' || first == '#') &&
           word.length > 1 && memchr(word.at, '.', word.length) == NULL;
}

/*
 * Split what a rule writer wrote as one word into the tokens it will meet:
 * "p.g.a." is p . g . a . and "30%" is 30 %.
 */
static size_t split_word(struct str word, struct str parts[LONGEST_PHRASE])
{
    size_t count = 0, from = is_whole(word) ? word.length : 0;

    for (size_t i = from; i < word.length && count < LONGEST_PHRASE - 1;
         i++) {
        if (!is_mark(word.at[i]))
            continue;
        if (i > from)
            parts[count++] = str_part(word, from, i - from);
        parts[count++] = str_part(word, i, 1);
        from = i + 1;
    }
    if (count == 0)
        parts[count++] = word;
    else if (from < word.length && count < LONGEST_PHRASE)
        parts[count++] = str_part(word, from, word.length - from);
    return count;
}

/* A phrase as written: its steps, and which of them may be left out. */
struct written {
    struct step steps[LONGEST_PHRASE];
    int optional[LONGEST_PHRASE]; /* number of its [word], or -1 */
    size_t count;
    unsigned optional_count;
};

static bool add_word(struct lexicons *lexicons, struct written *written,
                     struct str word, unsigned gap, int optional)
{
    struct str parts[LONGEST_PHRASE];
    size_t count = split_word(word, parts);

    if (written->count + count > LONGEST_PHRASE)
        return false;
    for (size_t i = 0; i < count; i++) {
        written->optional[written->count] = optional;
        written->steps[written->count++] =
            read_step(lexicons, parts[i], i ? 0 : gap);
    }
    return true;
}

static bool read_written(struct lexicons *lexicons, struct written *written,
                         struct str text)
{
    struct str rest = text, word;
    unsigned gap = 0;

    written->count = 0;
    written->optional_count = 0;
    while (str_cut(&rest, ' ', &word)) {
        int optional = -1;

        if (word.length == 0 || read_gap(word, &gap))
            continue;
        if (str_starts(word, STR("..")))
            return false; /* a gap wider than any */
        if (word.length > 2 && word.at[0] == '[' &&
            str_ends(word, STR("]"))) {
            optional = (int)written->optional_count++;
            word = str_part(word, 1, word.length - 2);
        }
        if (!add_word(lexicons, written, word, gap, optional))
            return false;
        gap = 0;
    }
    return written->count > 0 && gap == 0 &&
           written->optional_count <= OPTIONAL_MOST;
}

/*
 * Keep the phrase without the words that `left_out` names by bits; a gap
 * before a word that is left out stands before the next. False when nothing
 * is left.
 */
static bool keep_variant(struct lexicons *lexicons, struct phrase phrase,
                         const struct written *written, unsigned left_out)
{
    uint8_t gap = 0;

    phrase.steps = (uint32_t)lexicons->step_count;
    for (size_t i = 0; i < written->count; i++) {
        struct step step = written->steps[i];

        if (step.gap == 0)
            step.gap = gap;
        gap = 0;
        if (written->optional[i] >= 0 &&
            left_out >> written->optional[i] & 1) {
            gap = step.gap;
            continue;
        }
        lexicons->steps =
            arena_grow(lexicons->arena, lexicons->steps, lexicons->step_count,
                       &lexicons->step_capacity, sizeof *lexicons->steps);
        lexicons->steps[lexicons->step_count++] = step;
        phrase.step_count++;
    }
    if (phrase.step_count == 0)
        return false;
    lexicons->phrases =
        arena_grow(lexicons->arena, lexicons->phrases, lexicons->phrase_count,
                   &lexicons->phrase_capacity, sizeof *lexicons->phrases);
    lexicons->phrases[lexicons->phrase_count++] = phrase;
    return true;
}

static bool read_variants(struct lexicons *lexicons, int lexicon,
                          struct str text)
{
    struct phrase phrase = {.lexicon = (uint16_t)lexicon,
                            .source = (uint32_t)lexicons->source_count};
    struct written written;

    if (!read_written(lexicons, &written, text))
        return false;
    for (unsigned i = 0; i < 1u << written.optional_count; i++)
        if (!keep_variant(lexicons, phrase, &written, i))
            return false;
    return true;
}

/* "ord ett / ord två": phrases that stand on one line. */
bool phrase_read(struct lexicons *lexicons, int lexicon, struct str text)
{
    size_t from = 0, slash;

    while ((slash = str_find(text, STR(" / "), from)) != SIZE_MAX) {
        if (!read_variants(lexicons, lexicon,
                           str_part(text, from, slash - from)))
            return false;
        from = slash + 3;
    }
    if (!read_variants(lexicons, lexicon,
                       str_part(text, from, text.length - from)))
        return false;
    lexicons->sources =
        arena_grow(lexicons->arena, lexicons->sources, lexicons->source_count,
                   &lexicons->source_capacity, sizeof *lexicons->sources);
    lexicons->sources[lexicons->source_count++] =
        (struct phrase_use){lexicons->names[lexicon], text, 0};
    return true;
}
