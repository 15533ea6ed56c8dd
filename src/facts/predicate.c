/* predicate - whether a condition holds for a sentence. */
#include "facts/predicate.h"

#include "facts/facts.h"

bool facts_same_place(const struct facts *facts, size_t a, size_t b)
{
    const struct passage *one =
        sentence_passage(facts, &facts->sentences[a]);
    const struct passage *other =
        sentence_passage(facts, &facts->sentences[b]);

    return one->role == other->role && one->measure == other->measure &&
           one->goal_block == other->goal_block &&
           one->area == other->area && one->voice == other->voice;
}

static bool holds_at(const struct predicate *predicate,
                     const struct facts *facts, size_t index, size_t other)
{
    return facts_same_place(facts, index, other) &&
           predicate_holds(predicate->items, facts, other);
}

static bool holds_near(const struct predicate *predicate,
                       const struct facts *facts, size_t index)
{
    if (predicate->here && predicate_holds(predicate->items, facts, index))
        return true;
    for (size_t i = 1; i <= predicate->back && i <= index; i++)
        if (holds_at(predicate, facts, index, index - i))
            return true;
    for (size_t i = 1;
         i <= predicate->ahead && index + i < facts->sentence_count; i++)
        if (holds_at(predicate, facts, index, index + i))
            return true;
    return false;
}

static bool holds_in_paragraph(const struct predicate *predicate,
                               const struct facts *facts, size_t index)
{
    size_t block = facts->sentences[index].block, first = index;

    while (first > 0 && facts->sentences[first - 1].block == block)
        first--;
    for (size_t i = first; i < facts->sentence_count &&
                           facts->sentences[i].block == block;
         i++)
        if (predicate_holds(predicate->items, facts, i))
            return true;
    return false;
}

static bool holds_list(const struct predicate *predicate,
                       const struct facts *facts, size_t index)
{
    bool wanted = predicate->kind != PREDICATE_ALL;

    for (uint32_t i = 0; i < predicate->count; i++)
        if (predicate_holds(&predicate->items[i], facts, index) == wanted)
            return predicate->kind == PREDICATE_ANY;
    return predicate->kind != PREDICATE_ANY;
}

/* Whether a hit of each lexicon begin at most so many tokens apart. */
static bool holds_close(const struct predicate *predicate,
                        const struct facts *facts,
                        const struct sentence *sentence)
{
    const struct hit *hits = &facts->hits.items[sentence->first_hit];

    for (size_t i = 0; i < sentence->hit_count; i++) {
        if (hits[i].lexicon != predicate->name)
            continue;
        for (size_t j = 0; j < sentence->hit_count; j++)
            if (hits[j].lexicon == predicate->other &&
                hits[j].first <= hits[i].end + predicate->least &&
                hits[i].first <= hits[j].end + predicate->least)
                return true;
    }
    return false;
}

/* The number a token is; false for none, and for one with a fraction. */
static bool is_count(const struct facts *facts, size_t token,
                     unsigned *number)
{
    const struct tokens *tokens = facts->outline->tokens;
    const struct token *item = &tokens->items[token];

    return item->kind == TOKEN_NUMBER &&
           str_number(tokens->words[item->word]->lower, number);
}

/* "43 av 50": the first number of the hit is less than its last. */
static bool rises(const struct facts *facts, const struct hit *hit)
{
    unsigned first, last;

    return is_count(facts, hit->first, &first) &&
           is_count(facts, hit->end - 1, &last) && first < last;
}

static bool holds_rising(const struct predicate *predicate,
                         const struct facts *facts,
                         const struct sentence *sentence)
{
    const struct hit *hits = &facts->hits.items[sentence->first_hit];

    for (size_t i = 0; i < sentence->hit_count; i++)
        if (hits[i].lexicon == predicate->name && rises(facts, &hits[i]))
            return true;
    return false;
}

bool predicate_holds(const struct predicate *predicate,
                     const struct facts *facts, size_t index)
{
    const struct sentence *sentence = &facts->sentences[index];

    if (predicate == NULL)
        return false;
    switch (predicate->kind) {
    case PREDICATE_NAME:
        return sentence_has(sentence, (int)predicate->name);
    case PREDICATE_NEAR:
        return holds_near(predicate, facts, index);
    case PREDICATE_PARAGRAPH:
        return holds_in_paragraph(predicate, facts, index);
    case PREDICATE_UNDER:
        return sentence->heading != NO_SENTENCE &&
               predicate_holds(predicate->items, facts, sentence->heading);
    case PREDICATE_TIMES:
        return sentence_hits(facts, sentence, (int)predicate->name) >=
               predicate->least;
    case PREDICATE_WORDS:
        return sentence->words >= predicate->least;
    case PREDICATE_CELL:
        return sentence->number_cell;
    case PREDICATE_CLOSE:
        return holds_close(predicate, facts, sentence);
    case PREDICATE_RISES:
        return holds_rising(predicate, facts, sentence);
    default:
        return holds_list(predicate, facts, index);
    }
}

/* Look through marks to the lexicon that made them hold. */
static int shown_name(unsigned name, const struct facts *facts, size_t index)
{
    if (name < LEXICONS_MOST)
        return (int)name;
    return predicate_shown(facts->marks->predicates[name - LEXICONS_MOST],
                           facts, index);
}

int predicate_shown(const struct predicate *predicate,
                    const struct facts *facts, size_t index)
{
    if (predicate == NULL || !predicate_holds(predicate, facts, index))
        return -1;
    if (predicate->kind == PREDICATE_NAME ||
        predicate->kind == PREDICATE_TIMES ||
        predicate->kind == PREDICATE_CLOSE ||
        predicate->kind == PREDICATE_RISES)
        return shown_name(predicate->name, facts, index);
    if (predicate->kind != PREDICATE_ALL && predicate->kind != PREDICATE_ANY)
        return -1;
    for (uint32_t i = 0; i < predicate->count; i++) {
        int shown = predicate_shown(&predicate->items[i], facts, index);

        if (shown >= 0)
            return shown;
    }
    return -1;
}
