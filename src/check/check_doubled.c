/* check doubled - the same words twice in a row: "att att". */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    size_t least, most; /* words that are said twice */
    int alone;          /* lexicon of words that count also one by one */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;
    const struct node *alone = node_get(node, "alone");

    selection_read(reader, node, &settings->selection);
    settings->least = node_number(problems, node, "least", 2);
    settings->most = node_number(problems, node, "most", 5);
    settings->alone = -1;
    if (alone == NULL)
        return;
    settings->alone = lexicon_ask(reader->predicates.lexicons, alone->text);
    if (settings->alone < 0)
        node_problem(problems, alone, "rule-unknown-name", NULL);
}

static bool is_same(const struct tokens *tokens, size_t a, size_t b,
                    size_t count)
{
    /* Words with a capital letter again and again stand in tables. */
    for (size_t i = 0; i < count; i++)
        if (tokens->items[a + i].kind != TOKEN_WORD ||
            tokens->items[b + i].flags & TOKEN_CAPITAL ||
            tokens->items[a + i].word != tokens->items[b + i].word)
            return false;
    return true;
}

static bool hits_at(const struct facts *facts,
                    const struct sentence *sentence, int lexicon,
                    size_t token)
{
    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if ((int)hit->lexicon == lexicon && hit->first == token)
            return true;
    }
    return false;
}

/* How many words from the token on are said again at once; 0 for none. */
static size_t doubled_at(const struct settings *settings,
                         const struct facts *facts,
                         const struct sentence *sentence, size_t token)
{
    size_t left = sentence->end_token - token;

    for (size_t count = settings->most; count >= settings->least; count--)
        if (2 * count <= left &&
            is_same(facts->tokens, token, token + count, count))
            return count;
    return settings->alone >= 0 && left >= 2 &&
                   is_same(facts->tokens, token, token + 1, 1) &&
                   hits_at(facts, sentence, settings->alone, token)
               ? 1
               : 0;
}

static void search(const struct settings *settings, const struct scope *scope,
                   struct outcome *outcome, const struct sentence *sentence)
{
    for (size_t i = sentence->first_token; i < sentence->end_token; i++) {
        size_t count = doubled_at(settings, scope->facts, sentence, i);

        if (count == 0)
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS,
                         token_span(scope->facts->tokens, i, i + 2 * count));
        i += 2 * count - 1;
    }
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;

    for (size_t i = 0; selection_next(&settings->selection, scope, NULL, &i);
         i++)
        search(settings, scope, outcome, &scope->facts->sentences[i]);
    outcome->of = outcome->found;
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "least", "most", "alone",
                                   NULL};

const struct check_kind check_doubled = {
    .name = "doubled",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
