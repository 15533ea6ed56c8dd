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

static void take_groups(struct finding *finding, size_t first, size_t end,
                        struct str groups[GROUPS_MOST], size_t *count)
{
    finding->first = first;
    finding->end = end;
    if (first < end)
        finding_groups(finding, first, (struct reach){first, end}, groups,
                       count);
}

/* Who a row is about: a known group, all, or what its first cell says. */
static void take_row(struct finding *finding, size_t row,
                     struct str groups[GROUPS_MOST], size_t *count)
{
    size_t before = *count, first, end;

    tokens_of(finding, row, &first, &end);
    take_groups(finding, first, end, groups, count);
    if (*count == before && !finding_has(finding, "figur_alla", first, end) &&
        *count < GROUPS_MOST)
        groups[(*count)++] = word_lower(
            finding->arena, document_text(finding->studied->outline->document,
                                          block_at(finding, row)->span));
}

/* A column that says more than a time measures something of its own. */
static void take_head(struct finding *finding, size_t head,
                      struct str groups[GROUPS_MOST], size_t *count)
{
    size_t first, end;

    tokens_of(finding, head, &first, &end);
    for (size_t i = first; i < end && *count < GROUPS_MOST; i++) {
        const struct token *token = &finding->studied->tokens->items[i];

        if (token->kind != TOKEN_WORD ||
            finding_has(finding, "tid_var", i, i + 1) ||
            finding_has(finding, "tid_host", i, i + 1) ||
            finding_has(finding, "tid_ord", i, i + 1))
            continue;
        groups[(*count)++] = word_lower(
            finding->arena, document_text(finding->studied->outline->document,
                                          block_at(finding, head)->span));
        return;
    }
}

static void take_cell(struct finding *finding, const struct table *table,
                      size_t block)
{
    const struct block *cell = block_at(finding, block);
    struct measured measured = {.span = cell->span, .sentence = cell->span};
    size_t row = cell_at(finding, table, cell->row, 1);
    size_t head = cell_at(finding, table, 1, cell->column);
    struct str groups[GROUPS_MOST];
    size_t count = 0, first, end;

    tokens_of(finding, block, &first, &end);
    if (row == table->end || head == table->end || end == first ||
        end > first + 2 ||
        !finding_number(finding_text(finding, first), &measured.value,
                        &measured.decimals))
        return;
    take_time(finding, head, &measured);
    take_time(finding, row, &measured);
    finding->first = table->caption;
    finding->end = table->caption_end;
    measured.measure = finding_measure(finding, table->caption);
    measured.unit = finding_has(finding, "figur_procent", table->caption,
                                table->caption_end) ||
                            finding_has(finding, "figur_procent", first, end)
                        ? UNIT_PERCENT
                    : finding_has(finding, "figur_poang", table->caption,
                                  table->caption_end)
                        ? UNIT_POINTS
                        : UNIT_COUNT;
    if (measured.measure < 0 || measured.year == 0 ||
        measured.unit == UNIT_COUNT)
        return;
    measured.inverse = finding_has(finding, "figur_inte", table->caption,
                                   table->caption_end);
    take_groups(finding, table->caption, table->caption_end, groups, &count);
    take_row(finding, row, groups, &count);
    take_head(finding, head, groups, &count);
    measured.group = finding_join(finding->arena, groups, count);
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
