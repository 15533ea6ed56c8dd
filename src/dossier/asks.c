/* asks - a point of a decision taken apart into what it asks for. */
#include "dossier/asks.h"

#include <stdlib.h>

enum { OWN_WORDS = 2 }; /* that make an ask of its own */

/* A word of the point that asks for something. */
struct cue {
    const struct ask_kind *kind;
    size_t first, end; /* tokens */
};

struct taking {
    const struct studied *decision;
    const struct sentence *sentence;
    struct cue cues[ASKS_MOST];
    size_t cue_count;
    int topics[TOPICS_MOST];
    size_t topic_count;
    int either, both, together, boundary, generic, loose; /* lexicons */
    int language;
    int choices; /* numbers given out so far */
    struct asks asks;
};

static const struct hit *hit_of(const struct facts *facts,
                                const struct sentence *sentence, int lexicon)
{
    for (size_t i = 0; lexicon >= 0 && i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon == lexicon && hit->end <= sentence->end_token)
            return hit;
    }
    return NULL;
}

static int by_place(const void *a, const void *b)
{
    const struct cue *one = a, *other = b;

    if (one->first != other->first)
        return one->first < other->first ? -1 : 1;
    if (one->end != other->end)
        return one->end < other->end ? -1 : 1;
    return (one->kind > other->kind) - (one->kind < other->kind);
}

static void find_cues(struct taking *taking)
{
    const struct facts *facts = taking->decision->facts;
    const struct ruleset *ruleset = taking->decision->review->ruleset;

    taking->cue_count = taking->topic_count = 0;
    for (size_t i = 0; i < ruleset->ask_count; i++) {
        const struct ask_kind *kind = &ruleset->asks[i];
        const struct hit *hit =
            hit_of(facts, taking->sentence,
                   kind->topic >= 0 ? kind->topic : kind->asked);

        if (hit == NULL)
            continue;
        if (kind->topic >= 0) {
            if (taking->topic_count < TOPICS_MOST)
                taking->topics[taking->topic_count++] = kind->topic;
        } else if (taking->cue_count < ASKS_MOST) {
            taking->cues[taking->cue_count++] =
                (struct cue){kind, hit->first, hit->end};
        }
    }
    qsort(taking->cues, taking->cue_count, sizeof *taking->cues, by_place);
}

/* Whether a hit of the lexicon stands in tokens [first, end). */
static bool stands_between(const struct taking *taking, int lexicon,
                           size_t first, size_t end)
{
    const struct facts *facts = taking->decision->facts;

    for (size_t i = 0; lexicon >= 0 && i < taking->sentence->hit_count; i++) {
        const struct hit *hit =
            &facts->hits.items[taking->sentence->first_hit + i];

        if ((int)hit->lexicon == lexicon && hit->first >= first &&
            hit->end <= end)
            return true;
    }
    return false;
}

static bool is_boundary(const struct taking *taking, size_t token)
{
    const struct tokens *tokens = taking->decision->tokens;
    const struct token *at = &tokens->items[token];

    if (at->kind == TOKEN_MARK)
        return tokens->document->text.at[at->start] == ',' ||
               tokens->document->text.at[at->start] == ';';
    return stands_between(taking, taking->boundary, token, token + 1);
}

/* Where the words of a cue begin: after what parts them from the last. */
static size_t start_of(const struct taking *taking, size_t index)
{
    const struct cue *cue = &taking->cues[index];
    size_t from =
        index ? taking->cues[index - 1].end : taking->sentence->first_token;

    if (index == 0)
        return from;
    if (from > cue->first)
        return SIZE_MAX; /* the same words ask for both */
    for (size_t i = cue->first; i > from; i--)
        if (is_boundary(taking, i - 1))
            return i;
    return cue->first;
}

/* Marks, words between parts, and small words that say nothing alone. */
static bool is_loose(const struct taking *taking, size_t token)
{
    return taking->decision->tokens->items[token].kind == TOKEN_MARK ||
           is_boundary(taking, token) ||
           stands_between(taking, taking->loose, token, token + 1);
}

/* "Huvudmannen behöver fortsätta arbetet med": who must, not what. */
static bool is_lead(const struct taking *taking, size_t token)
{
    return token < taking->cues[0].first &&
           stands_between(taking, taking->generic, token, token + 1);
}

/* Leave out at both ends what is no part of what is asked for. */
static void trim(const struct taking *taking, size_t *first, size_t *end)
{
    for (size_t i = *first; taking->cue_count && i < taking->cues[0].first;
         i++)
        if (is_lead(taking, i))
            *first = i;
    while (*first + 1 < *end &&
           (is_loose(taking, *first) ||
            (taking->cue_count && is_lead(taking, *first))))
        ++*first;
    while (*end > *first + 1 && is_loose(taking, *end - 1))
        --*end;
}

static struct ask *add_ask(struct taking *taking, size_t first, size_t end,
                           const struct ask_kind *kind)
{
    struct ask *ask;

    if (taking->asks.count == ASKS_MOST)
        return NULL;
    ask = &taking->asks.items[taking->asks.count++];
    trim(taking, &first, &end);
    *ask = (struct ask){
        .text = token_span(taking->decision->tokens, first, end),
        .first = first,
        .end = end,
        .title = kind ? saying_in(&kind->title, taking->language) : STR(""),
        .kind = kind,
        .choice = -1,
        .topic_count = taking->topic_count,
    };
    for (size_t i = 0; i < taking->topic_count; i++)
        ask->topics[i] = taking->topics[i];
    return ask;
}

static size_t own_words(const struct taking *taking, size_t first, size_t end)
{
    size_t of;

    studied_shared(taking->decision, first, end, taking->decision, 0, 0,
                   taking->generic, &of);
    return of;
}

/* "se till att reglerna är kända och följs upp": what comes before "och". */
static void add_before_cues(struct taking *taking)
{
    size_t first = taking->sentence->first_token, end = taking->cues[0].first;
    size_t cues = taking->cue_count;

    while (end > first &&
           !stands_between(taking, taking->together, end - 1, end))
        end--;
    taking->cue_count = 0; /* it has none, and keeps all its words */
    if (end > first + 1 && own_words(taking, first, end - 1) >= OWN_WORDS)
        add_ask(taking, first, end - 1, NULL);
    taking->cue_count = cues;
}

static void add_cued(struct taking *taking)
{
    size_t first = taking->sentence->first_token;
    struct ask *before = NULL;

    for (size_t i = 0; i < taking->cue_count; i++) {
        size_t start = start_of(taking, i), end = SIZE_MAX;
        struct ask *ask;

        if (start != SIZE_MAX)
            first = start;
        for (size_t j = i + 1; j < taking->cue_count && end == SIZE_MAX; j++)
            end = start_of(taking, j);
        ask = add_ask(taking, first,
                      end == SIZE_MAX ? taking->sentence->end_token : end,
                      taking->cues[i].kind);
        if (ask) {
            ask->cue = taking->cues[i].first;
            ask->cue_end = taking->cues[i].end;
        }
        if (ask && before &&
            stands_between(taking, taking->either, taking->cues[i - 1].end,
                           taking->cues[i].first)) {
            if (before->choice < 0)
                before->choice = taking->choices++;
            ask->choice = before->choice;
        } else if (ask && before && start == SIZE_MAX) {
            ask->choice = before->choice;
        }
        before = ask;
    }
}

/*
 * A sentence known by its own words only. "både för A och för B" is two
 * asks; without such a word it is one.
 */
static void add_uncued(struct taking *taking)
{
    const struct sentence *sentence = taking->sentence;
    const struct hit *both =
        hit_of(taking->decision->facts, sentence, taking->both);
    size_t cut = sentence->end_token;

    for (size_t i = both ? both->end : cut; i < sentence->end_token; i++)
        if (stands_between(taking, taking->together, i, i + 1)) {
            cut = i;
            break;
        }
    if (cut + 1 >= sentence->end_token) {
        add_ask(taking, sentence->first_token, sentence->end_token, NULL);
        return;
    }
    add_ask(taking, both->end, cut, NULL);
    add_ask(taking, cut + 1, sentence->end_token, NULL);
}

/* "både för A och för B" is two asks, though both are of one kind. */
static bool is_of_both(const struct taking *taking)
{
    const struct hit *both =
        hit_of(taking->decision->facts, taking->sentence, taking->both);

    return both && taking->cue_count == 1 &&
           taking->cues[0].first >= both->end;
}

struct asks asks_of(struct arena *arena, const struct studied *decision,
                    struct span point)
{
    const struct facts *facts = decision->facts;
    const struct lexicons *lexicons = decision->review->ruleset->lexicons;
    int language =
        texts_language(str_from(decision->review->options.language));
    struct taking taking = {
        .decision = decision,
        .either = lexicon_find(lexicons, STR("ask_either")),
        .both = lexicon_find(lexicons, STR("ask_both")),
        .together = lexicon_find(lexicons, STR("ask_together")),
        .boundary = lexicon_find(lexicons, STR("ask_boundary")),
        .generic = lexicon_find(lexicons, STR("ask_generic")),
        .loose = lexicon_find(lexicons, STR("ask_loose")),
        .language = language < 0 ? 0 : language,
        .asks = {.items = arena_alloc(arena, ASKS_MOST * sizeof(struct ask))},
    };
    size_t first, end, from = facts_sentence_at(facts, point.start);

    /* A bullet before the point belongs to its first sentence. */
    for (size_t i = from ? from - 1 : 0;
         i < facts->sentence_count &&
         facts->sentences[i].span.start < span_end(point);
         i++) {
        taking.sentence = &facts->sentences[i];
        if (!span_overlap(taking.sentence->span, point))
            continue;
        find_cues(&taking);
        if (is_of_both(&taking)) {
            add_uncued(&taking);
        } else if (taking.cue_count) {
            add_before_cues(&taking);
            add_cued(&taking);
        } else if (own_words(&taking, taking.sentence->first_token,
                             taking.sentence->end_token) >= OWN_WORDS)
            add_uncued(&taking);
    }
    if (taking.asks.count)
        return taking.asks;
    tokens_in(decision->tokens, point, &first, &end);
    taking.asks.items[taking.asks.count++] =
        (struct ask){.text = point, .first = first, .end = end, .choice = -1};
    return taking.asks;
}
