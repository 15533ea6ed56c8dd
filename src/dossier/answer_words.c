/* answer_words - whether a sentence is about what an ask is about. */
#include "dossier/looking.h"

enum { OWN_WORDS = 2 }; /* of an ask, when some must be found again */

/* The share of an ask's words that must be found: in a paragraph that gives
   a cause; in a sentence near its topic, in its section, and anywhere; in a
   paragraph of its section. */
#define ALIKE_AROUND    0.3
#define ALIKE_ON_TOPIC  0.15
#define ALIKE_IN_PLACE  0.3
#define ALIKE_ANYWHERE  0.34
#define ALIKE_PARAGRAPH 0.6

bool ask_place_has(const struct studied *account, struct ask_place place,
                   const struct sentence *sentence)
{
    if (!studied_own(account, sentence))
        return false;
    if (place.area != NO_INDEX)
        return passage_is_of(sentence_passage(account->facts, sentence),
                             place.area);
    return place.section.length == 0 ||
           span_overlap(place.section, sentence->span);
}

bool looking_in_scope(const struct looking *looking, size_t index)
{
    return ask_place_has(looking->account, looking->place,
                         looking_at(looking, index));
}

/* How much of the ask's own words the sentence has, and what is close. */
double looking_likeness(const struct looking *looking, size_t index)
{
    const struct sentence *sentence = looking_at(looking, index);
    size_t of, shared = studied_shared(
                   looking->decision, looking->ask->first, looking->ask->end,
                   looking->account, sentence->first_token,
                   sentence->end_token, looking->generic, &of);

    return of ? (double)shared / (double)of : 0;
}

static bool names_topic(const struct looking *looking, size_t index)
{
    const struct ask *ask = looking->ask;

    for (size_t i = 0; i < ask->topic_count; i++)
        if (studied_has(looking_at(looking, index), ask->topics[i]))
            return true;
    return false;
}

static bool is_beside(const struct looking *looking, size_t a, size_t b)
{
    return a < looking->account->facts->sentence_count &&
           looking_at(looking, a)->block == looking_at(looking, b)->block;
}

/* Whether the sentence is the heading of all that is looked in. */
static bool is_title(const struct looking *looking, size_t index)
{
    return span_overlap(looking->place.title,
                        looking_at(looking, index)->span);
}

/*
 * Whether what the ask is about is spoken of in the sentence's paragraph, or
 * just before it: by the sentence or the heading that leads to it. The next
 * paragraph is of something else.
 */
bool looking_on_topic(const struct looking *looking, size_t index)
{
    size_t i = index;

    if (looking->ask->topic_count == 0 || names_topic(looking, index))
        return true;
    while (is_beside(looking, i + 1, index))
        if (names_topic(looking, ++i))
            return true;
    for (i = index; i > 0 && is_beside(looking, i - 1, index); i--)
        if (names_topic(looking, i - 1))
            return true;
    return i > 0 && !is_title(looking, i - 1) && names_topic(looking, i - 1);
}

/* The tokens of the paragraph: its sentences speak of one thing. */
static void paragraph_of(const struct looking *looking, size_t index,
                         size_t *first_token, size_t *end_token)
{
    size_t block = looking_at(looking, index)->block, first = index,
           end = index + 1;

    while (first > 0 && looking_at(looking, first - 1)->block == block)
        first--;
    while (end < looking->account->facts->sentence_count &&
           looking_at(looking, end)->block == block)
        end++;
    *first_token = looking_at(looking, first)->first_token;
    *end_token = looking_at(looking, end - 1)->end_token;
}

static double likeness_around(const struct looking *looking, size_t index)
{
    size_t first, end, of, shared;

    paragraph_of(looking, index, &first, &end);
    shared = studied_shared(looking->decision, looking->ask->first,
                            looking->ask->end, looking->account, first, end,
                            looking->generic, &of);
    return of ? (double)shared / (double)of : 0;
}

/* How many of the ask's words besides those that tell its kind stand in
   tokens [first, end) of the account. */
static size_t shared_besides(const struct looking *looking, size_t first,
                             size_t end, size_t *of)
{
    const struct ask *ask = looking->ask;
    size_t before, after;
    size_t shared = studied_shared(looking->decision, ask->first, ask->cue,
                                   looking->account, first, end,
                                   looking->generic, &before) +
                    studied_shared(looking->decision, ask->cue_end, ask->end,
                                   looking->account, first, end,
                                   looking->generic, &after);

    *of = before + after;
    return shared;
}

/*
 * Whether the paragraph, or the heading over all, has some word of what is
 * asked: "åtgärder mot kränkningar" is not answered by any measure.
 */
bool looking_speaks_of_it(const struct looking *looking, size_t index)
{
    const struct ask *ask = looking->ask;
    size_t first, end, of;

    if (ask->topic_count || ask->cue_end <= ask->cue)
        return true;
    paragraph_of(looking, index, &first, &end);
    if (shared_besides(looking, first, end, &of) > 0 || of < OWN_WORDS)
        return true;
    tokens_in(looking->account->tokens, looking->place.title, &first, &end);
    return shared_besides(looking, first, end, &of) > 0;
}

/* Enough of the same words for an ask that is known by nothing else. */
bool looking_alike(const struct looking *looking, size_t index)
{
    double like = looking_likeness(looking, index);

    if (looking->ask->topic_count && looking_on_topic(looking, index))
        return like >= ALIKE_ON_TOPIC;
    if (looking->anywhere)
        return like >= ALIKE_ANYWHERE;
    return like >= ALIKE_IN_PLACE ||
           likeness_around(looking, index) >= ALIKE_PARAGRAPH;
}

bool looking_around(const struct looking *looking, size_t index)
{
    return likeness_around(looking, index) >= ALIKE_AROUND;
}
