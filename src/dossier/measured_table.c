/* measured_table - figures in tables: who in the rows, when in the columns. */
#include "dossier/finding.h"

#include "base/unicode.h"

enum { CAPTION_BLOCKS = 1, TABLE_CELLS = 4000 };

/* A table: its cells are blocks [first, end). */
struct table {
    size_t first, end;
    size_t caption, caption_end; /* tokens of what stands above it */
};

static const struct block *block_at(const struct finding *finding,
                                    size_t block)
{
    return &finding->studied->outline->document->blocks[block];
}

static void tokens_of(const struct finding *finding, size_t block,
                      size_t *first, size_t *end)
{
    *first = finding->studied->tokens->block_first[block];
    *end = finding->studied->tokens->block_first[block + 1];
}

/* The cell in a row and column of the table, or the table's end. */
static size_t cell_at(const struct finding *finding,
                      const struct table *table, uint32_t row,
                      uint32_t column)
{
    for (size_t i = table->first; i < table->end; i++)
        if (block_at(finding, i)->row == row &&
            block_at(finding, i)->column == column)
            return i;
    return table->end;
}

/* The time a header cell says, into the figure. */
static void take_time(struct finding *finding, size_t block,
                      struct measured *measured)
{
    tokens_of(finding, block, &finding->first, &finding->end);
    finding_times(finding);
    if (finding->time_count == 0 || measured->year)
        return;
    measured->year = finding->times[0].year;
    measured->term = finding->times[0].term;
}

static struct str block_words(const struct finding *finding, size_t block)
{
    return word_lower(finding->arena,
                      document_text(finding->studied->outline->document,
                                    block_at(finding, block)->span));
}

static void take_groups(struct finding *finding, size_t first, size_t end,
                        struct groups *groups)
{
    finding->first = first;
    finding->end = end;
    if (first < end)
        finding_groups(finding, first, (struct reach){first, end, true},
                       groups);
}

/* "Årskurs" over "7–9": what sort of group the first column names. */
static struct str sort_of_labels(const struct finding *finding,
                                 const struct table *table)
{
    const struct lexicons *lexicons = finding->ruleset->lexicons;
    size_t corner = cell_at(finding, table, 1, 1), first, end;

    if (corner == table->end)
        return STR("");
    tokens_of(finding, corner, &first, &end);
    for (size_t i = 0; i < lexicons_count(lexicons); i++) {
        struct str name = lexicon_name(lexicons, (int)i), part;

        if (!str_starts(name, STR("rubrik_")) ||
            !finding_hit(finding, (int)i, first, end))
            continue;
        str_cut(&name, '_', &part);
        return name;
    }
    return STR("");
}

/* Whether a label is of all: of words, each of which says nothing of whom. */
static bool is_whole(const struct finding *finding, size_t first, size_t end)
{
    bool words = false;

    for (size_t i = first; i < end; i++) {
        if (finding->studied->tokens->items[i].kind == TOKEN_WORD)
            words = true;
        else if (finding->studied->tokens->items[i].kind == TOKEN_NUMBER)
            return false;
        if (finding->studied->tokens->items[i].kind == TOKEN_WORD &&
            !finding_known(finding, i))
            return false;
    }
    return words;
}

/* Who a row is about: a known group, all, or what its first cell says. */
static void take_row(struct finding *finding, const struct table *table,
                     size_t row, struct groups *groups)
{
    struct groups own = {0};
    size_t first, end;

    tokens_of(finding, row, &first, &end);
    take_groups(finding, first, end, &own);
    if (own.count == 0 && !is_whole(finding, first, end))
        groups_add(&own, sort_of_labels(finding, table),
                   block_words(finding, row));
    for (size_t i = 0; i < own.count; i++)
        groups_add(groups, own.items[i].sort, own.items[i].name);
}

/* A column that says more than a time measures something of its own. */
static void take_head(struct finding *finding, size_t head,
                      struct groups *groups)
{
    size_t first, end;

    tokens_of(finding, head, &first, &end);
    take_groups(finding, first, end, groups);
    for (size_t i = first; i < end; i++) {
        if (finding->studied->tokens->items[i].kind != TOKEN_WORD ||
            finding_known(finding, i))
            continue;
        groups_add(groups, STR(""), block_words(finding, head));
        return;
    }
}

/* By a word above the table or the column, else by what is measured. */
static enum measured_unit unit_in(const struct finding *finding, size_t first,
                                  size_t end, bool decimals)
{
    if (finding_has(finding, "figur_procent", first, end))
        return UNIT_PERCENT;
    if (finding_has(finding, "figur_poang", first, end) ||
        finding_has(finding, "figur_poangmatt", first, end))
        return UNIT_POINTS;
    return decimals ? UNIT_PERCENT : UNIT_COUNT;
}

/* What the column says it measures, else what stands above the table. */
static void take_measure(struct finding *finding, const struct table *table,
                         size_t head, struct measured *measured,
                         struct groups *groups)
{
    tokens_of(finding, head, &finding->first, &finding->end);
    measured->measure = finding_measure(finding, finding->first);
    if (measured->measure < 0) {
        finding->first = table->caption;
        finding->end = table->caption_end;
        measured->measure = finding_measure(finding, table->caption);
        take_groups(finding, table->caption, table->caption_end, groups);
    }
    measured->unit = unit_in(finding, finding->first, finding->end,
                             measured->decimals > 0);
    measured->inverse =
        finding_has(finding, "figur_inte", finding->first, finding->end);
}

static void take_cell(struct finding *finding, const struct table *table,
                      size_t block)
{
    const struct block *cell = block_at(finding, block);
    struct measured measured = {.span = cell->span, .sentence = cell->span};
    size_t row = cell_at(finding, table, cell->row, 1);
    size_t head = cell_at(finding, table, 1, cell->column);
    struct groups groups = {0};
    size_t first, end;

    tokens_of(finding, block, &first, &end);
    if (row == table->end || head == table->end || end == first ||
        end > first + 2 ||
        !finding_number(finding_text(finding, first), &measured.value,
                        &measured.decimals))
        return;
    take_time(finding, head, &measured);
    take_time(finding, row, &measured);
    take_measure(finding, table, head, &measured, &groups);
    tokens_of(finding, block, &first, &end);
    if (finding_has(finding, "figur_procent", first, end))
        measured.unit = UNIT_PERCENT;
    if (measured.measure < 0 || measured.year <= 0 ||
        measured.unit == UNIT_COUNT)
        return;
    take_row(finding, table, row, &groups);
    take_head(finding, head, &groups);
    finding_own_unit(finding, &groups);
    measured.group = groups_join(finding->arena, &groups);
    finding->all->seen++;
    finding_keep(finding, measured);
}

static void read_table(struct finding *finding, struct table *table)
{
    size_t unused, above = table->first > CAPTION_BLOCKS
                               ? table->first - CAPTION_BLOCKS
                               : 0;

    while (above < table->first &&
           block_at(finding, above)->kind == BLOCK_CELL)
        above++;
    if (above == table->first || table->end - table->first > TABLE_CELLS)
        return;
    tokens_of(finding, above, &table->caption, &unused);
    tokens_of(finding, table->first - 1, &unused, &table->caption_end);
    for (size_t i = table->first; i < table->end; i++)
        if (block_at(finding, i)->row > 1 && block_at(finding, i)->column > 1)
            take_cell(finding, table, i);
}

void finding_tables(struct finding *finding)
{
    const struct document *document = finding->studied->outline->document;

    for (size_t i = 0; i < document->block_count;) {
        struct table table = {.first = i, .end = i};

        while (table.end < document->block_count &&
               document->blocks[table.end].kind == BLOCK_CELL &&
               document->blocks[table.end].table == document->blocks[i].table)
            table.end++;
        if (table.end > table.first)
            read_table(finding, &table);
        i = table.end > i ? table.end : i + 1;
    }
}
