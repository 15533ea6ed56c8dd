/* check dated - a word is used that the law had given up by then. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    struct predicate *unless; /* such a sentence may use the old word */
    bool sure;                /* only where today's word should have stood */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    selection_read(reader, node, &settings->selection);
    settings->sure =
        node_bool(reader->predicates.problems, node, "sure", false);
    if (node_get(node, "unless"))
        settings->unless =
            predicate_read(&reader->predicates, node_get(node, "unless"));
}

static bool has(const struct scope *scope, size_t index, int lexicon)
{
    return sentence_has(&scope->facts->sentences[index], lexicon);
}

static bool stands_anywhere(const struct scope *scope, int lexicon)
{
    for (size_t i = 0; i < scope->facts->sentence_count; i++)
        if (has(scope, i, lexicon))
            return true;
    return false;
}

/* A year before the change stands in the sentence. */
static bool speaks_of_before(const struct scope *scope, size_t index,
                             int year)
{
    const struct sentence *sentence = &scope->facts->sentences[index];

    for (size_t i = sentence->first_token; i < sentence->end_token; i++) {
        const struct token *token = &scope->facts->tokens->items[i];
        struct str text = str_part(scope->facts->document->text, token->start,
                                   token->length);
        unsigned number;

        if (token->kind == TOKEN_NUMBER && text.length >= 4 &&
            str_number(str_part(text, 0, 4), &number) && number > 1990 &&
            (int)number < year)
            return true;
    }
    return false;
}

/* The words are about a time when today's word was there to be used. */
static bool is_sure(const struct scope *scope, const struct term *term,
                    size_t index)
{
    struct date date =
        scope->date_assumed ? scope->facts->outline->not_before : scope->date;

    return date.year != 0 && date_compare(date, term->since) >= 0 &&
           !stands_anywhere(scope, term->today) &&
           !speaks_of_before(scope, index, term->since.year);
}

static void note(struct outcome *outcome, const struct scope *scope,
                 const struct term *term, size_t index)
{
    const struct facts *facts = scope->facts;
    struct span hit =
        sentence_hit(facts, &facts->sentences[index], term->old);
    char date[DATE_TEXT];

    outcome_say(outcome, scope, "gammalt",
                document_text(facts->document, hit));
    outcome_say(outcome, scope, "gammalt_ord", term->say_old);
    outcome_say(outcome, scope, "nytt", term->say_today);
    outcome_say(
        outcome, scope, "datum",
        arena_str(scope->arena, str_from(date_print(term->since, date))));
    outcome->found++;
    outcome_keep(outcome, scope,
                 (struct evidence){.role = SUPPORTS,
                                   .span = facts->sentences[index].span,
                                   .focus = hit.start});
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct terms *terms = scope->terms;

    for (size_t i = 0; selection_next(&settings->selection, scope, NULL, &i);
         i++)
        for (size_t j = 0; j < terms->count; j++)
            if (has(scope, i, terms->items[j].old) &&
                (settings->unless == NULL ||
                 !column_has(scope->facts, settings->unless, i)) &&
                (!settings->sure || is_sure(scope, &terms->items[j], i)))
                note(outcome, scope, &terms->items[j], i);
    outcome->of = outcome->found;
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "unless", "sure", NULL};

const struct check_kind check_dated = {
    .name = "dated",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
