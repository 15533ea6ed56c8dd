/* lexicon - named lists of phrases: what they are made of, and names. */
#include "language/lexicon.h"

#include "language/lexicon_private.h"

#include <string.h>

enum { LONGEST_PHRASE = 16, OPTIONAL_MOST = 6 };

struct lexicons *lexicons_new(struct arena *arena)
{
    struct lexicons *lexicons = arena_alloc(arena, sizeof *lexicons);

    lexicons->arena = arena;
    lexicons->stemmer = stemmer_new();
    return lexicons;
}

void lexicons_free(struct lexicons *lexicons)
{
    if (lexicons == NULL)
        return;
    stemmer_free(lexicons->stemmer);
    lexicons->stemmer = NULL;
}

int lexicon_find(const struct lexicons *lexicons, struct str name)
{
    for (size_t i = 0; i < lexicons->count; i++)
        if (str_equal(lexicons->names[i], name))
            return (int)i;
    return -1;
}

struct str lexicon_name(const struct lexicons *lexicons, int lexicon)
{
    return lexicons->names[lexicon];
}

size_t lexicons_count(const struct lexicons *lexicons)
{
    return lexicons->count;
}

const struct str *lexicons_names(const struct lexicons *lexicons)
{
    return lexicons->names;
}

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
    lexicons->elements =
        arena_grow(lexicons->arena, lexicons->elements,
                   lexicons->element_count, &lexicons->element_capacity,
                   sizeof *lexicons->elements);
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
    }
    element.text = word_lower(lexicons->arena, text);
    if (element.kind == ELEMENT_STEM)
        element.text =
            word_stem(lexicons->arena, lexicons->stemmer, element.text);
    return intern(lexicons, element);
}

static void add_step(struct lexicons *lexicons, struct phrase *phrase,
                     struct str word, unsigned gap)
{
    struct step_of *step = &phrase->steps[phrase->step_count++];
    struct str rest = word, one;

    step->gap = (uint16_t)gap;
    step->first = (uint32_t)lexicons->pool_count;
    if (str_equal(word, STR("|")))
        rest = STR("");
    while (str_cut(&rest, '|', &one)) {
        lexicons->pool =
            arena_grow(lexicons->arena, lexicons->pool,
                       lexicons->pool_count, &lexicons->pool_capacity,
                       sizeof *lexicons->pool);
        lexicons->pool[lexicons->pool_count++] =
            read_element(lexicons, one.length ? one : STR("|"));
        step->count++;
    }
}

static bool read_gap(struct str word, unsigned *gap)
{
    if (!str_starts(word, STR("..")))
        return false;
    if (word.length == 2) {
        *gap = 3;
        return true;
    }
    return str_number(str_part(word, 2, word.length), gap) && *gap <= 12;
}

/*
 * Split what a rule writer wrote as one word into the tokens it will meet:
 * "p.g.a." is p . g . a . and "30%" is 30 %.
 */
static size_t split_word(struct str word, struct str parts[LONGEST_PHRASE])
{
    size_t count = 0, from = 0;

    if (strchr("=@*#", word.at[0]) && word.length > 1 &&
        memchr(word.at, '.', word.length) == NULL)
        from = word.length;
    for (size_t i = from; i < word.length && count < LONGEST_PHRASE - 1; i++) {
        bool mark = strchr(".,;:()%\"?!", word.at[i]) != NULL;

        if (!mark)
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

static bool add_word(struct lexicons *lexicons, struct phrase *phrase,
                     struct str word, unsigned gap)
{
    struct str parts[LONGEST_PHRASE];
    size_t count = split_word(word, parts);

    if (phrase->step_count + count > LONGEST_PHRASE)
        return false;
    for (size_t i = 0; i < count; i++)
        add_step(lexicons, phrase, parts[i], i ? 0 : gap);
    return true;
}

static void keep_phrase(struct lexicons *lexicons, const struct phrase *made)
{
    struct phrase phrase = *made;

    phrase.steps = arena_alloc(lexicons->arena,
                               phrase.step_count * sizeof *phrase.steps);
    memcpy(phrase.steps, made->steps,
           phrase.step_count * sizeof *phrase.steps);
    lexicons->phrases = arena_grow(
        lexicons->arena, lexicons->phrases, lexicons->phrase_count,
        &lexicons->phrase_capacity, sizeof *lexicons->phrases);
    lexicons->phrases[lexicons->phrase_count++] = phrase;
}

/* Read a phrase; bit n of `left_out` drops the n-th [word]. */
static bool read_variant(struct lexicons *lexicons, struct phrase *phrase,
                         struct str text, unsigned left_out,
                         unsigned *optional_count)
{
    struct str rest = text, word;
    unsigned gap = 0;

    *optional_count = 0;
    phrase->step_count = 0;
    while (str_cut(&rest, ' ', &word)) {
        if (word.length == 0 || read_gap(word, &gap))
            continue;
        if (word.length > 2 && word.at[0] == '[' &&
            str_ends(word, STR("]"))) {
            if (left_out >> (*optional_count)++ & 1)
                continue;
            word = str_part(word, 1, word.length - 2);
        }
        if (!add_word(lexicons, phrase, word, gap))
            return false;
        gap = 0;
    }
    return phrase->step_count > 0 && gap == 0;
}

static bool read_variants(struct lexicons *lexicons, int lexicon,
                          struct str text)
{
    struct step_of steps[LONGEST_PHRASE];
    struct phrase phrase = {.lexicon = (uint32_t)lexicon,
                            .source = (uint32_t)lexicons->source_count,
                            .steps = steps};
    unsigned optional = 0, count = 1;

    for (unsigned left_out = 0; left_out < count; left_out++) {
        memset(steps, 0, sizeof steps);
        if (!read_variant(lexicons, &phrase, text, left_out, &optional))
            return false;
        if (optional > OPTIONAL_MOST)
            return false;
        count = 1u << optional;
        keep_phrase(lexicons, &phrase);
    }
    return true;
}

/* "ord ett / ord två": phrases that stand on one line. */
static bool read_phrase(struct lexicons *lexicons, int lexicon,
                        struct str text)
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
    lexicons->sources = arena_grow(
        lexicons->arena, lexicons->sources, lexicons->source_count,
        &lexicons->source_capacity, sizeof *lexicons->sources);
    lexicons->sources[lexicons->source_count++] =
        (struct phrase_use){lexicons->names[lexicon], text, 0};
    return true;
}

static int find_or_add(struct lexicons *lexicons, struct str name)
{
    int found = lexicon_find(lexicons, name);

    if (found >= 0)
        return found;
    if (lexicons->count == LEXICONS_MOST)
        return -1;
    lexicons->names[lexicons->count] = name;
    lexicons->unless[lexicons->count] = -1;
    return (int)lexicons->count++;
}

int lexicons_add(struct lexicons *lexicons, struct str name,
                 const struct str *phrases, size_t count,
                 const struct node *at, struct problems *problems)
{
    int lexicon = find_or_add(lexicons, name);

    if (lexicon < 0) {
        node_problem(problems, at, "rule-too-many-lexicons", NULL);
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        if (!read_phrase(lexicons, lexicon, phrases[i]))
            node_problem(problems, at, "rule-phrase", phrases[i].at);
    return lexicon;
}

static void read_unless(struct lexicons *lexicons, int lexicon,
                        const struct node *node, struct problems *problems)
{
    size_t count;
    struct str *phrases =
        node_texts(lexicons->arena, problems, node, "unless", &count);

    if (count == 0)
        return;
    lexicons->unless[lexicon] = lexicons_add(
        lexicons,
        arena_format(lexicons->arena, "%s (unless)",
                     lexicons->names[lexicon].at),
        phrases, count, node, problems);
}

static void read_one(struct lexicons *lexicons, const struct node *node,
                     struct problems *problems)
{
    static const char *const keys[] = {"means", "phrases", "unless", NULL};
    size_t count;
    struct str *phrases;
    int lexicon;

    node_allow(problems, node, keys);
    if (node_get(node, "phrases") == NULL)
        node_problem(problems, node, "rule-missing-key", "phrases");
    phrases = node_texts(lexicons->arena, problems, node, "phrases", &count);
    lexicon =
        lexicons_add(lexicons, node->key, phrases, count, node, problems);
    if (lexicon >= 0)
        read_unless(lexicons, lexicon, node, problems);
}

void lexicons_read(struct lexicons *lexicons, const struct node *map,
                   struct problems *problems)
{
    if (map == NULL)
        return;
    if (map->kind != NODE_MAP) {
        node_problem(problems, map, "rule-want-map", NULL);
        return;
    }
    for (const struct node *node = map->first; node; node = node->next)
        read_one(lexicons, node, problems);
}

static void add_start(struct lexicons *lexicons, uint32_t element,
                      uint32_t phrase)
{
    struct element *at = &lexicons->elements[element];
    struct start *start = arena_alloc(lexicons->arena, sizeof *start);

    start->phrase = phrase;
    start->next = at->starts;
    at->starts = start;
}

static void index_phrases(struct lexicons *lexicons)
{
    for (size_t i = lexicons->phrase_count; i-- > 0;) {
        const struct phrase *phrase = &lexicons->phrases[i];
        const struct step_of *step = &phrase->steps[0];

        for (uint32_t j = 0; j < step->count; j++)
            add_start(lexicons, lexicons->pool[step->first + j], (uint32_t)i);
    }
}

static void resolve_classes(struct lexicons *lexicons,
                            struct problems *problems)
{
    for (size_t i = 0; i < lexicons->element_count; i++) {
        struct element *element = &lexicons->elements[i];

        if (element->kind != ELEMENT_CLASS)
            continue;
        element->lexicon = lexicon_find(lexicons, element->text);
        if (element->lexicon < 0)
            problems_add(problems,
                         (struct problem){.file = STR("lexicons"),
                                          .key = "rule-unknown-lexicon",
                                          .detail = element->text,
                                          .nearest = nearest_name(
                                              element->text, lexicons->names,
                                              lexicons->count)});
        else
            lexicons->class_of[element->lexicon] = (uint32_t)i + 1;
    }
}

static void add_key(struct lexicons *lexicons, int level, struct str key,
                    uint32_t element)
{
    const struct element *of = &lexicons->elements[element];
    struct key *entry = arena_alloc(lexicons->arena, sizeof *entry);
    uint64_t hash = str_hash(key) ^ of->kind;

    entry->text = key;
    entry->kind = of->kind;
    entry->element = element;
    entry->next = lexicons->keys[level][hash % KEY_BUCKETS];
    lexicons->keys[level][hash % KEY_BUCKETS] = entry;
    if (key.length >= 64)
        return;
    if (of->kind == ELEMENT_PREFIX)
        lexicons->prefix_lengths[level] |= (uint64_t)1 << key.length;
    if (of->kind == ELEMENT_SUFFIX)
        lexicons->suffix_lengths[level] |= (uint64_t)1 << key.length;
}

static void add_odd(struct lexicons *lexicons, uint32_t element)
{
    enum element_kind kind = lexicons->elements[element].kind;

    if (kind != ELEMENT_NUMBER && kind != ELEMENT_CASE &&
        kind != ELEMENT_CONTAINS)
        return;
    lexicons->odd =
        arena_grow(lexicons->arena, lexicons->odd, lexicons->odd_count,
                   &lexicons->odd_capacity, sizeof *lexicons->odd);
    lexicons->odd[lexicons->odd_count++] = element;
}

static void index_elements(struct lexicons *lexicons)
{
    for (uint32_t i = 0; i < lexicons->element_count; i++) {
        struct element *element = &lexicons->elements[i];

        add_odd(lexicons, i);
        if (element->kind == ELEMENT_NUMBER || element->kind == ELEMENT_CLASS)
            continue;
        /* One with its own capitals is compared in lower case first. */
        element->loose =
            element->kind == ELEMENT_CASE
                ? word_lower(lexicons->arena, element->text)
                : word_loose(lexicons->arena, element->text);
        element->looser = word_looser(lexicons->arena, element->loose);
        if (element->kind == ELEMENT_CASE || element->kind == ELEMENT_CONTAINS)
            continue;
        add_key(lexicons, 0, element->text, i);
        add_key(lexicons, 1, element->loose, i);
        add_key(lexicons, 2, element->looser, i);
    }
}

void lexicons_finish(struct lexicons *lexicons, struct problems *problems)
{
    index_phrases(lexicons);
    resolve_classes(lexicons, problems);
    index_elements(lexicons);
}
