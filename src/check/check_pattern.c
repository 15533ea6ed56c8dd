/* check pattern - characters of a certain shape, such as a personnummer. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    size_t pattern;          /* index into the patterns of the rules */
    struct predicate *where; /* on the sentence; NULL for any */
    bool luhn;               /* the digits must have a right check digit */
    bool sure;               /* and with a wrong one it is nothing at all */
    bool personal;           /* what is found is masked */
};

static size_t find_pattern(const struct check_reader *reader,
                           const struct node *node)
{
    struct str name = node_need(reader->predicates.problems, node, "match");

    for (size_t i = 0; i < reader->patterns->count; i++)
        if (str_equal(reader->patterns->names[i], name))
            return i;
    problems_add(reader->predicates.problems,
                 (struct problem){
                     .file = node->file,
                     .line = node->line,
                     .column = node->column,
                     .key = "rule-unknown-name",
                     .detail = name,
                     .nearest = nearest_name(name, reader->patterns->names,
                                             reader->patterns->count)});
    return 0;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    settings->pattern = find_pattern(reader, node);
    settings->luhn = node_bool(problems, node, "luhn", false);
    settings->sure = node_bool(problems, node, "sure", false);
    settings->personal = node_bool(problems, node, "personal", false);
    if (node_get(node, "where"))
        settings->where =
            predicate_read(&reader->predicates, node_get(node, "where"));
}

/* The Luhn check over the last ten digits of the text. */
static bool luhn_holds(struct str text)
{
    unsigned sum = 0, place = 0;

    for (size_t i = text.length; i-- > 0 && place < 10;) {
        unsigned digit;

        if (text.at[i] < '0' || text.at[i] > '9')
            continue;
        digit = (unsigned)(text.at[i] - '0') * (1 + place % 2);
        sum += digit > 9 ? digit - 9 : digit;
        place++;
    }
    return place == 10 && sum % 10 == 0;
}

/* The sentence the byte stands in; sentences never leave their passage. */
static bool sentence_fits(const struct settings *settings,
                          const struct scope *scope, uint32_t offset)
{
    size_t after = facts_sentence_at(scope->facts, offset + 1);

    if (after == 0)
        return settings->where == NULL;
    return settings->where == NULL ||
           column_has(scope->facts, settings->where, after - 1);
}

static void take_match(const struct settings *settings,
                       const struct scope *scope, struct outcome *outcome,
                       struct span span, size_t *doubtful)
{
    struct str text = document_text(scope->facts->document, span);

    bool wrong = settings->luhn && !luhn_holds(text);

    if (!sentence_fits(settings, scope, span.start) ||
        (wrong && settings->sure))
        return;
    if (wrong)
        (*doubtful)++;
    else
        outcome->found++;
    outcome_keep(outcome, scope,
                 (struct evidence){.role = SUPPORTS,
                                   .span = span,
                                   .personal = settings->personal});
}

static bool is_selected(const struct settings *settings,
                        const struct scope *scope, struct span span)
{
    const struct passage *passage =
        outline_passage_from(scope->facts->outline, span.start);

    return passage && span_inside(span, passage->span) &&
           selection_has(&settings->selection, scope, passage);
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct matches *matches =
        pattern_matches(scope->matches, settings->pattern);
    size_t doubtful = 0;

    outcome->limit = matches->limit;
    for (size_t i = 0; i < matches->count; i++)
        if (is_selected(settings, scope, matches->spans[i]))
            take_match(settings, scope, outcome, matches->spans[i],
                       &doubtful);
    outcome->of = outcome->found;
    if (outcome->found)
        outcome->truth = TRUTH_YES;
    else
        outcome->truth = doubtful ? TRUTH_UNKNOWN : TRUTH_NO;
}

static const char *const keys[] = {
    SELECTION_KEYS, "match", "where", "luhn", "sure", "personal", NULL};

const struct check_kind check_pattern = {
    .name = "pattern",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
