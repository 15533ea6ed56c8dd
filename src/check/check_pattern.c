/* check pattern - characters of a certain shape, such as a personnummer. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    const struct regex *regex;
    struct predicate *where; /* on the sentence; NULL for any */
    bool luhn;     /* the digits must have a right check digit */
    bool personal; /* what is found is masked */
};

static const struct regex *find_pattern(const struct check_reader *reader,
                                        const struct node *node)
{
    struct str name =
        node_need(reader->predicates.problems, node, "match");

    for (size_t i = 0; i < reader->patterns->count; i++)
        if (str_equal(reader->patterns->names[i], name))
            return reader->patterns->regexes[i];
    problems_add(reader->predicates.problems,
                 (struct problem){.file = node->file,
                                  .line = node->line,
                                  .column = node->column,
                                  .key = "rule-unknown-name",
                                  .detail = name,
                                  .nearest = nearest_name(
                                      name, reader->patterns->names,
                                      reader->patterns->count)});
    return NULL;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    settings->regex = find_pattern(reader, node);
    settings->luhn = node_bool(problems, node, "luhn", false);
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
           predicate_holds(settings->where, scope->facts, after - 1);
}

static void take_match(const struct settings *settings,
                       const struct scope *scope, struct outcome *outcome,
                       struct span span, size_t *doubtful)
{
    struct str text = document_text(scope->facts->document, span);

    if (!sentence_fits(settings, scope, span.start))
        return;
    if (settings->luhn && !luhn_holds(text))
        (*doubtful)++;
    else
        outcome->found++;
    outcome_keep(outcome, scope,
                 (struct evidence){.role = SUPPORTS,
                                   .span = span,
                                   .personal = settings->personal});
}

static void search_passage(const struct settings *settings,
                           const struct scope *scope,
                           struct outcome *outcome, struct span span,
                           size_t *doubtful)
{
    struct str text = str_part(scope->facts->document->text, 0,
                               span_end(span));
    struct span groups[REGEX_GROUPS];
    size_t from = span.start;

    while (from < text.length) {
        enum regex_result result =
            regex_find(settings->regex, text, from, groups);

        outcome->limit |= result == REGEX_LIMIT;
        if (result != REGEX_YES)
            return;
        take_match(settings, scope, outcome, groups[0], doubtful);
        from = span_end(groups[0]) + (groups[0].length == 0);
    }
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;
    size_t doubtful = 0;

    for (size_t i = 0; i < outline->passage_count; i++)
        if (selection_has(&settings->selection, scope,
                          &outline->passages[i]))
            search_passage(settings, scope, outcome,
                           outline->passages[i].span, &doubtful);
    outcome->of = outcome->found;
    if (outcome->found)
        outcome->truth = TRUTH_YES;
    else
        outcome->truth = doubtful ? TRUTH_UNKNOWN : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "match",    "where",
                                   "luhn",         "personal", NULL};

const struct check_kind check_pattern = {
    .name = "pattern",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
