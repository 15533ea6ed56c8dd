/* lexicon_match - every phrase of every lexicon, in one pass over tokens. */
#include "language/lexicon.h"
#include "language/lexicon_private.h"

#include <stdlib.h>
#include <string.h>

struct match {
    const struct lexicons *lexicons;
    const struct tokens *tokens;
    struct arena *arena;
    const struct word_elements **of; /* per word */
    struct hit *hits;
    size_t hit_count, hit_capacity;
    struct latest *latest; /* per lexicon */
    uint32_t *last; /* per element the last token of the sentence that may
                       fulfil it; before the sentence when none does */
    struct candidate {
        uint32_t phrase;
        uint16_t lexicon;
        bool alone; /* a phrase of one word */
    } *candidates; /* phrases that may begin with an element */
    size_t candidate_count, candidate_capacity;
    size_t *use; /* per phrase as written, or NULL */
    const bool *wanted; /* per lexicon, or NULL for all */
};

/* The longest hit of a lexicon at the token where it was last found. */
struct latest {
    uint32_t first, end; /* end 0: none yet */
};

/*
 * From the book, where it looks words up in these lexicons; but what is a
 * name only this document tells.
 */
static void find_elements(struct match *match)
{
    const struct tokens *tokens = match->tokens;
    size_t set = wordbook_set(tokens->book, match->lexicons);
    const bool *names = match->lexicons->name_element
                            ? words_that_name(tokens, match->arena)
                            : NULL;

    match->of = arena_alloc(match->arena,
                            (tokens->word_count + 1) * sizeof *match->of);
    for (size_t i = 0; i < tokens->word_count; i++) {
        bool is_name = names && names[i];
        struct word_elements *own;

        if (!is_name && set != WORDBOOK_SETS) {
            match->of[i] = &tokens->words[i]->of[set];
            continue;
        }
        own = arena_alloc(match->arena, sizeof *own);
        *own = lexicons_know(
            match->lexicons, tokens->words[i],
            (struct word_reading){.ocr = tokens->ocr, .name = is_name},
            match->arena);
        match->of[i] = own;
    }
}

static const struct word_elements *elements_at(const struct match *match,
                                               size_t token)
{
    return match->of[match->tokens->items[token].word];
}

/* Whether a token fulfils an element its word may fulfil. */
static bool fulfils(const struct match *match, size_t token, uint32_t element)
{
    const struct element *of = &match->lexicons->elements[element];
    const struct token *at = &match->tokens->items[token];

    if (!elements_at(match, token)->cased || of->kind != ELEMENT_CASE)
        return true;
    return str_equal(
        str_part(match->tokens->document->text, at->start, at->length),
        of->text);
}

static bool fulfils_step(const struct match *match, size_t token,
                         const struct step *step)
{
    const struct word_elements *of = elements_at(match, token);
    const uint32_t *wanted = step_elements(match->lexicons, step);

    for (uint32_t i = 0; i < step->count; i++)
        for (uint32_t j = 0;
             of->sign & element_sign(wanted[i]) && j < of->count; j++)
            if (of->items[j] == wanted[i] &&
                fulfils(match, token, wanted[i]))
                return true;
    return false;
}

/*
 * Match the steps from `step` on, the first of them at or after `token`.
 * Depth is at most the steps of a phrase (16). Returns where it ends, or 0.
 */
static size_t match_rest(const struct match *match, const struct step *step,
                         const struct step *end, size_t token)
{
    const struct token *items = match->tokens->items;
    size_t words = 0;

    if (step == end)
        return token;
    for (; token < match->tokens->count; token++) {
        if (items[token - 1].flags & TOKEN_ENDS_SENTENCE)
            return 0;
        if (fulfils_step(match, token, step)) {
            size_t after = match_rest(match, step + 1, end, token + 1);

            if (after)
                return after;
        }
        if (step->gap == 0)
            return 0;
        if (items[token].kind != TOKEN_MARK && ++words > step->gap)
            return 0;
    }
    return 0;
}

/* The end of the sentence that begins at `first`. */
static size_t sentence_end(const struct tokens *tokens, size_t first)
{
    while (first < tokens->count &&
           !(tokens->items[first].flags & TOKEN_ENDS_SENTENCE))
        first++;
    return first + 1 < tokens->count ? first + 1 : tokens->count;
}

/* Where in a sentence each element may be fulfilled for the last time. */
static void look_ahead(struct match *match, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct word_elements *of = elements_at(match, i);

        for (uint32_t j = 0; j < of->count; j++)
            match->last[of->items[j]] = (uint32_t)i;
    }
}

/* Whether the rest of the sentence may hold what the step wants. */
static bool is_ahead(const struct match *match, const struct step *step,
                     size_t token)
{
    const uint32_t *wanted = step_elements(match->lexicons, step);

    for (uint32_t i = 0; i < step->count; i++)
        if (match->last[wanted[i]] > token)
            return true;
    return false;
}

static void add_hit(struct match *match, const struct candidate *candidate,
                    size_t first, size_t end)
{
    struct hit hit = {(uint32_t)first, (uint32_t)end, candidate->lexicon};
    struct latest *latest = &match->latest[hit.lexicon];

    if (match->use)
        match->use[match->lexicons->phrases[candidate->phrase].source]++;
    if (latest->end && latest->first == hit.first && latest->end >= hit.end)
        return;
    *latest = (struct latest){hit.first, hit.end};
    match->hits = arena_grow(match->arena, match->hits, match->hit_count,
                             &match->hit_capacity, sizeof *match->hits);
    match->hits[match->hit_count++] = hit;
}

static void add_candidate(struct match *match, struct candidate candidate)
{
    if (match->wanted && !match->wanted[candidate.lexicon])
        return;
    match->candidates =
        arena_grow(match->arena, match->candidates, match->candidate_count,
                   &match->candidate_capacity, sizeof *match->candidates);
    match->candidates[match->candidate_count++] = candidate;
}

/* Into file order; they are few. */
static void sort_candidates(struct candidate *items, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j && items[j - 1].phrase > items[j].phrase; j--) {
            struct candidate candidate = items[j];

            items[j] = items[j - 1];
            items[j - 1] = candidate;
        }
}

/* Phrases that begin with the two elements, which stand side by side. */
static void add_pairs(struct match *match, uint32_t first, uint32_t second,
                      size_t token)
{
    const struct lexicons *lexicons = match->lexicons;
    uint32_t hash = pair_hash(first, second);
    const uint32_t *from = &lexicons->pairs_from[hash % PAIR_BUCKETS];

    if (!(lexicons->pair_signs[hash % PAIR_SIGNS / 64] >> hash % 64 & 1))
        return;
    for (uint32_t i = from[0]; i < from[1]; i++) {
        const struct pair *pair = &lexicons->pairs[i];

        if (pair->first == first && pair->second == second &&
            fulfils(match, token + 1, second))
            add_candidate(match,
                          (struct candidate){
                              pair->phrase,
                              lexicons->phrases[pair->phrase].lexicon,
                              false});
    }
}

/* The phrases that may begin with the element, in file order. */
static void find_candidates(struct match *match, size_t token, uint32_t first)
{
    const struct lexicons *lexicons = match->lexicons;
    const struct element_lists *lists = &lexicons->lists[first];
    bool last = match->tokens->items[token].flags & TOKEN_ENDS_SENTENCE ||
                token + 1 == match->tokens->count;
    const struct word_elements *next =
        last ? NULL : elements_at(match, token + 1);

    match->candidate_count = 0;
    for (uint32_t i = lists[0].starts; i < lists[1].starts; i++) {
        const struct start *start = &lexicons->starts[i];
        bool alone = start->second.count == 0;

        if (alone || is_ahead(match, &start->second, token))
            add_candidate(match, (struct candidate){start->phrase,
                                                    (uint16_t)start->lexicon,
                                                    alone});
    }
    for (uint32_t i = 0; next && lists->begins_pair && i < next->count; i++)
        if (lexicons->lists[next->items[i]].ends_pair)
            add_pairs(match, first, next->items[i], token);
    sort_candidates(match->candidates, match->candidate_count);
}

/* The end of the phrase that begins at the token, or 0. */
static size_t match_phrase(const struct match *match,
                           const struct phrase *phrase, size_t token)
{
    const struct step *steps = &match->lexicons->steps[phrase->steps];
    const struct step *end = steps + phrase->step_count;

    if (steps[1].gap)
        return match_rest(match, steps + 1, end, token + 1);
    return match_rest(match, steps + 2, end, token + 2);
}

static void try_candidates(struct match *match, size_t token)
{
    for (size_t i = 0; i < match->candidate_count; i++) {
        const struct candidate *candidate = &match->candidates[i];
        size_t end;

        if (i && candidate[-1].phrase == candidate->phrase)
            continue;
        end = candidate->alone
                  ? token + 1
                  : match_phrase(
                        match, &match->lexicons->phrases[candidate->phrase],
                        token);
        if (end)
            add_hit(match, candidate, token, end);
    }
}

static void match_at(struct match *match, size_t token)
{
    const struct word_elements *of = elements_at(match, token);

    for (uint32_t i = 0; i < of->count; i++) {
        if (!fulfils(match, token, of->items[i]))
            continue;
        find_candidates(match, token, of->items[i]);
        try_candidates(match, token);
    }
}

static void match_all(struct match *match)
{
    size_t end;

    match->latest =
        arena_alloc(match->arena, LEXICONS_MOST * sizeof *match->latest);
    match->last = arena_alloc(
        match->arena, match->lexicons->element_count * sizeof *match->last);
    match->hits = arena_grow(match->arena, NULL, 0, &match->hit_capacity,
                             sizeof *match->hits);
    find_elements(match);
    for (size_t first = 0; first < match->tokens->count; first = end) {
        end = sentence_end(match->tokens, first);
        look_ahead(match, first, end);
        for (size_t i = first; i < end; i++)
            match_at(match, i);
    }
}

struct hits lexicons_match(const struct lexicons *lexicons,
                           const struct tokens *tokens, struct arena *arena)
{
    struct match match = {
        .lexicons = lexicons, .tokens = tokens, .arena = arena};

    match_all(&match);
    return hits_without_exceptions(
        lexicons, (struct hits){match.hits, match.hit_count});
}

/* Per lexicon whether rules ask for it, or for one that it limits. */
static bool *find_wanted(const struct lexicons *lexicons, struct arena *arena)
{
    bool *wanted = arena_alloc(arena, LEXICONS_MOST);

    memcpy(wanted, lexicons->asked, LEXICONS_MOST);
    for (size_t i = 0; i < lexicons->count; i++)
        if (lexicons->asked[i] && lexicons->unless[i] >= 0)
            wanted[lexicons->unless[i]] = true;
    return wanted;
}

struct hits lexicons_match_asked(const struct lexicons *lexicons,
                                 const struct tokens *tokens,
                                 struct arena *arena)
{
    struct match match = {.lexicons = lexicons,
                          .tokens = tokens,
                          .arena = arena,
                          .wanted = find_wanted(lexicons, arena)};

    match_all(&match);
    return hits_without_exceptions(
        lexicons, (struct hits){match.hits, match.hit_count});
}

struct phrase_use *lexicons_use(const struct lexicons *lexicons,
                                const struct tokens *tokens,
                                struct arena *arena, size_t *count)
{
    struct match match = {
        .lexicons = lexicons, .tokens = tokens, .arena = arena};
    struct phrase_use *use;

    match.use =
        arena_alloc(arena, (lexicons->source_count + 1) * sizeof *match.use);
    match_all(&match);
    use = arena_alloc(arena, (lexicons->source_count + 1) * sizeof *use);
    for (size_t i = 0; i < lexicons->source_count; i++) {
        use[i] = lexicons->sources[i];
        use[i].hits = match.use[i];
    }
    *count = lexicons->source_count;
    return use;
}
