/* facts - a document's sentences and what stands in each, found once. */
#include "facts/facts.h"

#include "facts/columns.h"
#include "facts/tables.h"

enum { RUN_IN_WORDS = 3 };

const struct passage *sentence_passage(const struct facts *facts,
                                       const struct sentence *sentence)
{
    return &facts->outline->passages[sentence->passage];
}

size_t sentence_hits(const struct facts *facts,
                     const struct sentence *sentence, int lexicon)
{
    size_t count = 0, end = 0;

    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon != lexicon || hit->first < end)
            continue;
        count++;
        end = hit->end;
    }
    return count;
}

struct span sentence_hit(const struct facts *facts,
                         const struct sentence *sentence, int lexicon)
{
    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon == lexicon)
            return hit_span(facts->tokens, hit);
    }
    return sentence->span;
}

size_t facts_sentence_at(const struct facts *facts, uint32_t offset)
{
    size_t low = 0, high = facts->sentence_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (facts->sentences[middle].span.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t hit_from(const struct facts *facts, size_t token)
{
    size_t low = 0, high = facts->hits.count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (facts->hits.items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void take_hits(struct facts *facts, struct sentence *sentence)
{
    size_t at = hit_from(facts, sentence->first_token);

    sentence->first_hit = (uint32_t)at;
    while (at < facts->hits.count &&
           facts->hits.items[at].first < sentence->end_token)
        at++;
    sentence->hit_count = (uint32_t)at - sentence->first_hit;
}

static unsigned count_words(const struct tokens *tokens, size_t first,
                            size_t end)
{
    unsigned words = 0;

    for (size_t i = first; i < end; i++)
        words += tokens->items[i].kind == TOKEN_WORD;
    return words;
}

static void add_sentence(struct arena *arena, struct facts *facts,
                         size_t *capacity, struct sentence sentence)
{
    sentence.span = token_span(facts->tokens, sentence.first_token,
                               sentence.end_token);
    sentence.block = facts->tokens->items[sentence.first_token].block;
    sentence.words = count_words(facts->tokens, sentence.first_token,
                                 sentence.end_token);
    sentence.header = sentence.row_label = NO_SENTENCE;
    sentence.facts = facts;
    take_hits(facts, &sentence);
    facts->sentences =
        arena_grow(arena, facts->sentences, facts->sentence_count, capacity,
                   sizeof *facts->sentences);
    facts->sentences[facts->sentence_count++] = sentence;
}

static void split_passage(struct arena *arena, struct facts *facts,
                          size_t *capacity, size_t passage)
{
    size_t first, end;

    tokens_in(facts->tokens, facts->outline->passages[passage].span, &first,
              &end);
    for (size_t i = first; i < end; i++) {
        if (i + 1 < end &&
            !(facts->tokens->items[i].flags & TOKEN_ENDS_SENTENCE))
            continue;
        add_sentence(arena, facts, capacity,
                     (struct sentence){.first_token = (uint32_t)first,
                                       .end_token = (uint32_t)i + 1,
                                       .passage = (uint32_t)passage});
        first = i + 1;
    }
}

/* "Trygghet. Vi har frågat alla …": a heading within the paragraph. */
static bool begins_block(const struct facts *facts, size_t index)
{
    const struct sentence *at = &facts->sentences[index];

    return at->words > 0 && at->words <= RUN_IN_WORDS &&
           index + 1 < facts->sentence_count && at[1].block == at->block &&
           (index == 0 || at[-1].block != at->block);
}

static void find_headings(struct facts *facts)
{
    uint32_t line = NO_SENTENCE, run_in = NO_SENTENCE;

    for (uint32_t i = 0; i < facts->sentence_count; i++) {
        struct sentence *at = &facts->sentences[i];

        at->heading = NO_SENTENCE;
        if (sentence_passage(facts, at)->voice == VOICE_HEADING) {
            line = i;
            continue;
        }
        if (begins_block(facts, i))
            run_in = i;
        at->heading = run_in != NO_SENTENCE && run_in != i &&
                              facts->sentences[run_in].block == at->block
                          ? run_in
                          : line;
    }
}

struct facts *facts_new(struct arena *arena, const struct outline *outline,
                        const struct tokens *tokens, struct hits hits,
                        const struct lexicons *lexicons,
                        const struct marks *marks)
{
    struct facts *facts = arena_alloc(arena, sizeof *facts);
    size_t capacity = 0;

    *facts = (struct facts){.document = outline->document,
                            .outline = outline,
                            .tokens = tokens,
                            .hits = hits,
                            .lexicons = lexicons,
                            .marks = marks};
    for (size_t i = 0; i < outline->passage_count; i++)
        split_passage(arena, facts, &capacity, i);
    find_headings(facts);
    columns_make(arena, facts);
    facts_join_cells(facts);
    columns_mark(facts);
    return facts;
}
