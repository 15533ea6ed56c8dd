/*
 * check column - in the tables that have a column with such a head, enough
 * rows have something to say in it.
 */
#include "check/kinds.h"
#include "check/names.h"
#include "check/selection.h"

enum { TABLES_MOST = 64 };

struct settings {
    struct selection selection;
    struct predicate *head;
    int empty;    /* lexicon of cells that say nothing; or -1 */
    double least; /* share of the rows, from 0 to 1 */
    unsigned rows; /* fewer in all make no table */
};

struct tables {
    uint32_t items[TABLES_MOST];
    size_t count;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;

    selection_read(reader, node, &settings->selection);
    settings->head = predicate_need(reader, node, "head");
    settings->empty = lexicon_read_key(reader, node, "empty");
    settings->least = node_decimal(problems, node, "least", 1);
    settings->rows = node_number(problems, node, "rows", 2);
}

static uint32_t table_of(const struct facts *facts, size_t sentence)
{
    return facts->document->blocks[facts->sentences[sentence].block].table;
}

static bool is_under_head(const struct settings *settings,
                          const struct facts *facts, size_t sentence)
{
    uint32_t header = facts->sentences[sentence].header;

    return header != NO_SENTENCE &&
           column_has(facts, settings->head, header);
}

/* By its own words: a cell has those of its row and column too. */
static bool says_nothing(const struct facts *facts, size_t sentence,
                         int lexicon)
{
    return sentence_hits(facts, &facts->sentences[sentence], lexicon) > 0;
}

static bool has_table(const struct tables *tables, uint32_t table)
{
    for (size_t i = 0; i < tables->count; i++)
        if (tables->items[i] == table)
            return true;
    return false;
}

static struct tables find_tables(const struct settings *settings,
                                 const struct scope *scope)
{
    const struct facts *facts = scope->facts;
    struct tables tables = {.count = 0};

    for (size_t i = 0;
         selection_next(&settings->selection, scope, NULL, &i) &&
         tables.count < TABLES_MOST;
         i++)
        if (is_under_head(settings, facts, i) &&
            !has_table(&tables, table_of(facts, i)))
            tables.items[tables.count++] = table_of(facts, i);
    return tables;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct facts *facts = scope->facts;
    struct tables tables = find_tables(settings, scope);

    for (size_t i = 0;
         tables.count &&
         selection_next(&settings->selection, scope, NULL, &i);
         i++) {
        const struct sentence *sentence = &facts->sentences[i];

        outcome->of += sentence->row_label == i &&
                       has_table(&tables, table_of(facts, i));
        if (!is_under_head(settings, facts, i) ||
            says_nothing(facts, i, settings->empty))
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS, sentence->span);
    }
    outcome->truth =
        outcome->of >= settings->rows &&
                (double)outcome->found >= settings->least * (double)outcome->of
            ? TRUTH_YES
            : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "head", "empty", "least",
                                   "rows", NULL};

const struct check_kind check_column = {
    .name = "column",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
