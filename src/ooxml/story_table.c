/* story - tables: rows, cells, merged, nested, inserted and deleted. */
#include "ooxml/story.h"

/* What went on from a paragraph whose mark is deleted ends here. */
static void end_carried(struct reading *reading)
{
    if (reading_paragraph(reading)->carried)
        reading_end_block(reading);
}

static void start_table(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *around = reading_cell(reading);

    (void)tag;
    end_carried(reading);
    if (reading->table == DEPTH) {
        story_skip(reading);
        return;
    }
    if (around)
        around->started = true; /* it is not empty: a table is in it */
    reading->cell[reading->table++] =
        (struct cell){.table = ++reading->tables, .started = true};
}

static void end_table(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading_cell(reading))
        reading->table--;
}

static void start_row(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    if (cell == NULL)
        return;
    cell->row++;
    cell->column = 1;
    cell->span = 0;
    cell->row_deleted = cell->row_inserted = false;
}

static void end_row(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    if (cell && cell->row && reading_is_gone(reading) &&
        (cell->row_deleted || cell->row_inserted))
        cell->row--;
}

static void start_row_properties(struct reading *reading,
                                 const struct xml_tag *tag)
{
    (void)tag;
    reading->properties = IN_ROW;
}

static void end_row_properties(struct reading *reading,
                               const struct xml_tag *tag)
{
    (void)tag;
    reading->properties = IN_NOTHING;
}

static void start_cell(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    if (cell == NULL)
        return;
    cell->column += cell->span;
    cell->span = 1;
    cell->started = cell->continued = false;
    cell->inserted = cell->deleted = false;
    cell->fill = PAINT_NONE;
}

static void end_cell(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    end_carried(reading);
    if (cell)
        cell->started = true; /* nothing between cells belongs to one */
}

static void start_cell_properties(struct reading *reading,
                                  const struct xml_tag *tag)
{
    (void)tag;
    reading->in_cell_properties = true;
}

static void end_cell_properties(struct reading *reading,
                                const struct xml_tag *tag)
{
    (void)tag;
    reading->in_cell_properties = false;
}

static void cell_span(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);
    unsigned span;

    if (cell && reading->in_cell_properties &&
        str_number(xml_value(tag, W_VAL), &span) && span > 0 && span < 1000)
        cell->span = span;
}

static void columns_before(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);
    unsigned columns;

    if (cell && reading->properties == IN_ROW &&
        str_number(xml_value(tag, W_VAL), &columns) && columns < 1000)
        cell->column += columns;
}

static void cell_merge(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    if (cell && reading->in_cell_properties)
        cell->continued = !str_equal(xml_value(tag, W_VAL), STR("restart"));
}

static void cell_inserted(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading_cell(reading))
        reading_cell(reading)->inserted = true;
}

static void cell_deleted(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading_cell(reading))
        reading_cell(reading)->deleted = true;
}

const struct story_row story_tables[] = {
    {W_TBL, start_table, end_table},
    {W_TR, start_row, end_row},
    {W_TR_PR, start_row_properties, end_row_properties},
    {W_TC, start_cell, end_cell},
    {W_TC_PR, start_cell_properties, end_cell_properties},
    {W_GRID_SPAN, cell_span, NULL},
    {W_GRID_BEFORE, columns_before, NULL},
    {W_V_MERGE, cell_merge, NULL},
    {W_H_MERGE, cell_merge, NULL},
    {W_CELL_INS, cell_inserted, NULL},
    {W_CELL_DEL, cell_deleted, NULL},
    {0},
};
