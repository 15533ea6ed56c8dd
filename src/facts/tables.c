/* tables - what the cells of a table say together. */
#include "facts/tables.h"

#include "facts/columns.h"
#include "language/shape.h"

enum { CELLS_MOST = 24, NUMBER_CELL_TOKENS = 4 };

/* One row of a table: its blocks in order. */
struct row {
    size_t first, count; /* blocks */
};

/* A table as it is read, row by row. */
struct grid {
    struct facts *facts;
    struct row header;
    size_t caption; /* sentence before the table, or NO_SENTENCE */
};

static const struct block *block_at(const struct facts *facts, size_t block)
{
    return &facts->document->blocks[block];
}

static bool same_row(const struct facts *facts, size_t a, size_t b)
{
    const struct block *one = block_at(facts, a), *other = block_at(facts, b);

    return other->kind == BLOCK_CELL && one->table == other->table &&
           one->row == other->row;
}

static struct row row_at(const struct facts *facts, size_t block)
{
    struct row row = {block, 1};

    while (row.first + row.count < facts->document->block_count &&
           same_row(facts, block, row.first + row.count))
        row.count++;
    return row;
}

/* The first sentence of a block; NO_SENTENCE when it has none. */
static size_t sentence_of(const struct facts *facts, size_t block)
{
    size_t i = facts_sentence_at(facts, block_at(facts, block)->span.start);

    if (i < facts->sentence_count && facts->sentences[i].block == block)
        return i;
    return NO_SENTENCE;
}

static void take_names(struct grid *grid, size_t into, size_t from)
{
    if (into != NO_SENTENCE && from != NO_SENTENCE)
        columns_take(grid->facts, into, from);
}

static bool is_number_cell(const struct facts *facts, size_t sentence)
{
    const struct sentence *at = &facts->sentences[sentence];
    const struct token *first = &facts->tokens->items[at->first_token];

    return at->end_token - at->first_token <= NUMBER_CELL_TOKENS &&
           first->kind == TOKEN_NUMBER &&
           shape_fits(SHAPE_VALUE, str_part(facts->document->text,
                                            first->start, first->length));
}

/*
 * The head of a cell's column, counted from the right, since the corner
 * above the labels is often not there.
 */
static size_t header_block(const struct grid *grid, struct row row,
                           size_t cell)
{
    size_t from_right = row.count - 1 - cell;

    if (grid->header.count == 0 || from_right >= grid->header.count)
        return SIZE_MAX;
    return grid->header.first + grid->header.count - 1 - from_right;
}

/* A head that is only a time goes on with what the head before it names. */
static void take_header(struct grid *grid, size_t sentence, size_t block)
{
    size_t header = sentence_of(grid->facts, block);

    take_names(grid, sentence, header);
    if (header != NO_SENTENCE)
        grid->facts->sentences[sentence].header = (uint32_t)header;
    while (header != NO_SENTENCE &&
           grid->facts->sentences[header].words <= 1 &&
           block > grid->header.first) {
        header = sentence_of(grid->facts, --block);
        take_names(grid, sentence, header);
    }
}

static void join_cell(struct grid *grid, struct row row, size_t cell)
{
    struct facts *facts = grid->facts;
    size_t sentence = sentence_of(facts, row.first + cell);
    size_t label = sentence_of(facts, row.first);
    size_t header = header_block(grid, row, cell);

    if (sentence == NO_SENTENCE)
        return;
    facts->sentences[sentence].number_cell = is_number_cell(facts, sentence);
    facts->sentences[sentence].row_label = (uint32_t)label;
    if (cell > 0)
        take_names(grid, sentence, label);
    else
        for (size_t i = 1; i < row.count; i++)
            take_names(grid, sentence, sentence_of(facts, row.first + i));
    if (header != SIZE_MAX)
        take_header(grid, sentence, header);
    if (facts->sentences[sentence].number_cell)
        take_names(grid, sentence, grid->caption);
}

static void join_row(struct grid *grid, struct row row)
{
    for (size_t i = 0; i < row.count && i < CELLS_MOST; i++)
        join_cell(grid, row, i);
}

static size_t caption_before(const struct facts *facts, size_t block)
{
    size_t i = facts_sentence_at(facts, block_at(facts, block)->span.start);

    if (i == 0 || i > facts->sentence_count)
        return NO_SENTENCE;
    /* What is still to be filled in says nothing of the table. */
    return sentence_passage(facts, &facts->sentences[i - 1])->voice ==
                   VOICE_PLACEHOLDER
               ? NO_SENTENCE
               : i - 1;
}

static bool begins_table(const struct facts *facts, struct row row,
                         struct row before)
{
    return before.count == 0 ||
           before.first + before.count != row.first ||
           (block_at(facts, before.first)->table !=
                block_at(facts, row.first)->table &&
            before.count + 1 != row.count && before.count != row.count);
}

void facts_join_cells(struct facts *facts)
{
    struct grid grid = {.facts = facts, .caption = NO_SENTENCE};
    struct row row = {0, 0}, before = {0, 0};

    for (size_t i = 0; i < facts->document->block_count; i += row.count) {
        row = (struct row){i, 1};
        if (block_at(facts, i)->kind != BLOCK_CELL)
            continue;
        row = row_at(facts, i);
        if (row.count < 3)
            continue;
        if (begins_table(facts, row, before)) {
            grid.header = row;
            grid.caption = caption_before(facts, row.first);
        } else {
            join_row(&grid, row);
        }
        before = row;
    }
}
