/* check goals - something is said of each goal. */
#include "check/kinds.h"
#include "check/selection.h"
#include "check/stems.h"

#include <stdio.h>

struct settings {
    struct selection selection;
    struct predicate *where;
    double share;   /* of the goals, above 0 */
    bool status;    /* a colour or a word at the goal is enough */
    bool reached;   /* its colour for reached is enough */
    bool only_one;  /* a single goal owns every sentence */
    unsigned stems; /* so many shared content words link; 0: they never do */
    int number;     /* lexicon "goal n", or -1 */
    int generic;    /* lexicon of words that link nothing, or -1 */
    int every;      /* lexicon "all the goals": of each of them, or -1 */
    unsigned if_none; /* enum truth when there are no goals */
};

static int read_lexicon(const struct check_reader *reader,
                        const struct node *node, const char *key)
{
    const struct node *entry = node_get(node, key);
    int lexicon;

    if (entry == NULL)
        return -1;
    lexicon = lexicon_ask(reader->predicates.lexicons, entry->text);
    if (lexicon < 0)
        node_problem(reader->predicates.problems, entry, "rule-unknown-name",
                     NULL);
    return lexicon;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    static const char *const truths[] = {"no", "unknown", "yes", NULL};
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    if (node_get(node, "where"))
        settings->where =
            predicate_read(&reader->predicates, node_get(node, "where"));
    settings->share = node_decimal(problems, node, "share", 1);
    settings->status = node_bool(problems, node, "status", false);
    settings->reached = node_bool(problems, node, "reached", false);
    settings->only_one = node_bool(problems, node, "only_one", true);
    settings->stems = node_number(problems, node, "stems", 0);
    settings->number = read_lexicon(reader, node, "number");
    settings->generic = read_lexicon(reader, node, "generic");
    settings->every = read_lexicon(reader, node, "every");
    if (node_get(node, "if_none") == NULL)
        node_problem(problems, node, "rule-missing-key",
                     "if_none: no|unknown|yes");
    settings->if_none =
        node_choice(problems, node, "if_none", truths, TRUTH_NO);
}

struct asked {
    const struct settings *settings;
    const struct scope *scope;
    const struct measure *measure;
    size_t index;              /* of the goal in its measure */
    size_t number_in_document; /* from 1, when goals are counted through */
};

/* "2", and the 2 of "M2". */
static struct str last_digits(struct str text)
{
    size_t first = text.length;

    while (first > 0 && text.at[first - 1] >= '0' &&
           text.at[first - 1] <= '9')
        first--;
    return str_part(text, first, text.length);
}

/* Whether the sentence names the goal by its number, "mål 2". */
static bool by_number(const struct asked *asked,
                      const struct sentence *sentence)
{
    const struct facts *facts = asked->scope->facts;

    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];
        const struct token *last = &facts->tokens->items[hit->end - 1];
        unsigned number;

        if ((int)hit->lexicon == asked->settings->number &&
            str_number(last_digits(str_part(facts->document->text,
                                            last->start, last->length)),
                       &number) &&
            number == asked->index + 1)
            return true;
    }
    return false;
}

static bool by_stems(const struct asked *asked,
                     const struct sentence *sentence)
{
    const struct facts *facts = asked->scope->facts;
    size_t first, end, shown;

    tokens_in(facts->tokens, asked->measure->goals[asked->index].span, &first,
              &end);
    return stems_shared(facts, first, end, sentence->first_token,
                        sentence->end_token, asked->settings->generic,
                        &shown) >= asked->settings->stems;
}

static bool is_about(const struct asked *asked, size_t index)
{
    const struct settings *settings = asked->settings;
    const struct sentence *sentence = &asked->scope->facts->sentences[index];
    const struct passage *passage =
        sentence_passage(asked->scope->facts, sentence);
    int block = asked->measure->goals[asked->index].goal_block;

    if (passage->goal_block != NO_INDEX && passage->goal_block != block)
        return false;
    if (passage->goal == (int)asked->index ||
        (settings->only_one && asked->measure->goal_count == 1))
        return true;
    if (settings->number >= 0 && by_number(asked, sentence))
        return true;
    if (sentence_has(sentence, settings->every))
        return true;
    return settings->stems && by_stems(asked, sentence);
}

static bool is_answered(const struct asked *asked, struct outcome *outcome)
{
    const struct settings *settings = asked->settings;
    const struct goal *goal = &asked->measure->goals[asked->index];

    if ((settings->status && goal->status != GOAL_UNKNOWN) ||
        (settings->reached && goal->by_colour &&
         goal->status == GOAL_ACHIEVED)) {
        outcome_evidence(outcome, asked->scope, SUPPORTS, goal->span);
        return true;
    }
    for (size_t i = 0;
         settings->where && selection_next(&settings->selection, asked->scope,
                                           settings->where, &i);
         i++) {
        if (!is_about(asked, i))
            continue;
        outcome_evidence(outcome, asked->scope, SUPPORTS,
                         asked->scope->facts->sentences[i].span);
        return true;
    }
    return false;
}

/* Goals are told by number only where one measure numbers them. */
static void note_unanswered(const struct asked *asked,
                            struct outcome *outcome)
{
    outcome_searched(outcome, asked->scope,
                     asked->measure->goals[asked->index].span);
    if (asked->scope->facts->outline->measure_count > 1)
        return;
    outcome->goals = arena_format(
        asked->scope->arena, "%.*s%s%zu", (int)outcome->goals.length,
        outcome->goals.length ? outcome->goals.at : "",
        outcome->goals.length ? ", " : "", asked->number_in_document);
}

static void run_measure(struct asked asked, struct outcome *outcome)
{
    struct scope scope = *asked.scope;

    for (size_t i = 0; i < asked.measure->goal_count; i++) {
        int block = asked.measure->goals[i].goal_block;

        if (scope.goal_block != NO_INDEX && block != NO_INDEX &&
            block != scope.goal_block)
            continue;
        asked.index = i;
        asked.number_in_document = i + 1;
        outcome->of++;
        if (is_answered(&asked, outcome))
            outcome->found++;
        else
            note_unanswered(&asked, outcome);
    }
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        struct scope part = *scope;

        if (scope->measure != NO_INDEX && scope->measure != (int)i)
            continue;
        part.measure = (int)i;
        run_measure((struct asked){.settings = settings,
                                   .scope = &part,
                                   .measure = &outline->measures[i]},
                    outcome);
    }
    if (outcome->of == 0)
        outcome->truth = (enum truth)settings->if_none;
    else
        outcome->truth =
            outcome->found > 0 && (double)outcome->found >=
                                      settings->share * (double)outcome->of
                ? TRUTH_YES
                : TRUTH_NO;
}

static const char *const keys[] = {
    SELECTION_KEYS, "where",  "share",   "status", "reached", "only_one",
    "stems",        "number", "generic", "every",  "if_none", NULL};

const struct check_kind check_goals = {
    .name = "goals",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
