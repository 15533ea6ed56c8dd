/* read_odt - OpenDocument texts, as LibreOffice saves them. */
#include "base/buf.h"
#include "base/zip.h"
#include "input/odt_names.h"
#include "input/odt_styles.h"
#include "input/reader.h"

enum { DEPTH = 64 };

struct cell {
    uint32_t table, row, column, span;
    bool started;
    enum paint paint;
};

struct reading {
    struct builder *builder;
    struct xml *xml;
    struct odt_styles styles;
    uint32_t part, paragraphs, tables;
    bool in_body, margins; /* margins: headers and footers are read */
    enum block_kind margin;
    struct cell cell[DEPTH];
    size_t table, lists, notes, boxes;
    const struct odt_style *span[DEPTH]; /* of the paragraph, then spans */
    size_t spans;
    size_t paragraph; /* so many are open, one in the other */
    unsigned skip;
    struct buf comment;
    bool in_comment, changes;
};

static struct cell *cell_of(struct reading *reading)
{
    return reading->table ? &reading->cell[reading->table - 1] : NULL;
}

static struct block block_of(struct reading *reading,
                             const struct xml_tag *tag)
{
    struct block block = {.kind = BLOCK_PARAGRAPH};
    struct cell *cell = cell_of(reading);
    struct str name = xml_value(tag, ODT_TEXT_STYLE_NAME);
    const struct odt_style *style = odt_styles_find(&reading->styles, name);
    unsigned level;

    if (reading->margins) {
        block.kind = reading->margin;
    } else if (reading->notes) {
        block.kind = BLOCK_NOTE;
    } else if (reading->boxes) {
        block.kind = BLOCK_TEXT_BOX;
    } else if (cell) {
        block =
            (struct block){.kind = BLOCK_CELL,
                           .table = cell->table,
                           .row = cell->row,
                           .column = cell->column,
                           .flags = cell->started ? 0 : BLOCK_STARTS_CELL};
        cell->started = true;
    } else if (tag->number == ODT_TEXT_H || str_equal(name, STR("Title")) ||
               (style && style->title)) {
        block.kind = BLOCK_HEADING;
        block.level = 1;
        if (str_number(xml_value(tag, ODT_TEXT_OUTLINE_LEVEL), &level) &&
            level > 0)
            block.level = level;
    } else if (reading->lists) {
        block.kind = BLOCK_LIST_ITEM;
        block.level = (unsigned)reading->lists;
    }
    return block;
}

static void push_style(struct reading *reading, struct str name)
{
    if (reading->spans < DEPTH)
        reading->span[reading->spans] =
            odt_styles_find(&reading->styles, name);
    reading->spans++;
}

static struct source source_of(const struct reading *reading, uint64_t offset,
                               uint32_t length)
{
    return (struct source){.paragraph = reading->paragraphs,
                           .part = reading->part,
                           .offset = offset,
                           .length = length};
}

static void start_paragraph(struct reading *reading,
                            const struct xml_tag *tag)
{
    if (reading->paragraph == DEPTH) {
        xml_stop(reading->xml, "xml-too-deep");
        return;
    }
    reading->paragraphs++;
    reading->paragraph++;
    builder_begin(reading->builder, block_of(reading, tag));
    builder_text(reading->builder, STR(""), source_of(reading, 0, 0));
    push_style(reading, xml_value(tag, ODT_TEXT_STYLE_NAME));
}

static void end_paragraph(struct reading *reading)
{
    if (reading->paragraph == 0)
        return;
    reading->paragraph--;
    reading->spans--;
    builder_end(reading->builder);
}

static void add(struct reading *reading, struct str text, uint64_t offset,
                uint32_t length)
{
    uint32_t start = builder_offset(reading->builder);
    enum paint paint = PAINT_NONE;
    struct cell *cell = cell_of(reading);
    bool hidden = false;

    for (size_t i = 0; i < reading->spans && i < DEPTH; i++) {
        if (reading->span[i] == NULL)
            continue;
        if (reading->span[i]->paint)
            paint = reading->span[i]->paint;
        hidden |= reading->span[i]->hidden;
    }
    if (hidden) {
        builder_residue(reading->builder, RESIDUE_HIDDEN_TEXT,
                        str_part(text, 0, 300), start, start);
        return;
    }
    builder_text(reading->builder, text, source_of(reading, offset, length));
    if (paint == PAINT_NONE && cell)
        paint = cell->paint;
    if (paint)
        builder_mark(reading->builder, (enum mark_kind)(paint - PAINT_GREEN),
                     start, builder_offset(reading->builder));
}

static void add_spaces(struct reading *reading, const struct xml_tag *tag)
{
    unsigned count;

    if (!str_number(xml_value(tag, ODT_TEXT_C), &count) || count > 100)
        count = 1;
    for (; count > 0; count--)
        add(reading, STR(" "), 0, 0);
}

static void start_table(struct reading *reading)
{
    if (reading->table == DEPTH) {
        reading->skip = 1;
        return;
    }
    if (cell_of(reading))
        cell_of(reading)->started = true;
    reading->cell[reading->table++] =
        (struct cell){.table = ++reading->tables, .span = 1};
}

static void start_cell(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = cell_of(reading);
    const struct odt_style *style;

    if (cell == NULL)
        return;
    cell->column += cell->span;
    cell->span = 1; /* covered cells follow, and are counted */
    cell->started = false;
    style = odt_styles_find(&reading->styles,
                            xml_value(tag, ODT_TABLE_STYLE_NAME));
    cell->paint = style ? style->paint : PAINT_NONE;
}

/* The body begins, or a header or footer. */
static void start_story(struct reading *reading, const struct xml_tag *tag)
{
    bool footer = tag->number == ODT_STYLE_FOOTER;

    reading->in_body = true;
    if (!reading->margins)
        return;
    reading->margin = footer ? BLOCK_FOOTER : BLOCK_HEADER;
    builder_section(reading->builder, footer ? BUILDER_BODY : BUILDER_FRONT);
}

static void start_in_body(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = cell_of(reading);

    switch (tag->number) {
    case ODT_TEXT_P:
    case ODT_TEXT_H:
        start_paragraph(reading, tag);
        break;
    case ODT_TEXT_SPAN:
        push_style(reading, xml_value(tag, ODT_TEXT_STYLE_NAME));
        break;
    case ODT_TEXT_S:
        add_spaces(reading, tag);
        break;
    case ODT_TEXT_TAB:
    case ODT_TEXT_LINE_BREAK:
        add(reading, STR(" "), 0, 0);
        break;
    case ODT_TEXT_LIST:
        reading->lists++;
        break;
    case ODT_TEXT_NOTE:
        reading->notes++;
        break;
    case ODT_DRAW_TEXT_BOX:
        reading->boxes++;
        break;
    case ODT_TABLE_TABLE:
        start_table(reading);
        break;
    case ODT_TABLE_ROW:
        if (cell) {
            cell->row++;
            cell->column = 0;
            cell->span = 1;
        }
        break;
    case ODT_TABLE_CELL:
        start_cell(reading, tag);
        break;
    case ODT_TABLE_COVERED_CELL:
        if (cell)
            cell->column++;
        break;
    default:
        break;
    }
}

/* Whether what is in the element is no text of the document. */
static bool is_skipped(struct reading *reading, const struct xml_tag *tag)
{
    reading->in_comment = tag->number == ODT_OFFICE_ANNOTATION;
    reading->changes = tag->number == ODT_TEXT_TRACKED_CHANGES;
    return reading->in_comment || reading->changes ||
           tag->number == ODT_TEXT_NOTE_CITATION ||
           tag->number == ODT_TABLE_COVERED_CELL;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (reading->skip)
        reading->skip++;
    else if (!reading->in_body &&
             (reading->margins ? tag->number == ODT_STYLE_HEADER ||
                                     tag->number == ODT_STYLE_FOOTER
                               : tag->number == ODT_OFFICE_BODY))
        start_story(reading, tag);
    else if (!reading->in_body)
        odt_styles_take(&reading->styles, tag);
    else {
        start_in_body(reading, tag);
        if (is_skipped(reading, tag))
            reading->skip = 1;
    }
}

static void end_skipped(struct reading *reading)
{
    uint32_t here = builder_offset(reading->builder);

    if (reading->in_comment)
        builder_residue(reading->builder, RESIDUE_COMMENT,
                        str_trim(buf_str(&reading->comment)), here, here);
    if (reading->changes)
        builder_residue(reading->builder, RESIDUE_TRACKED_DELETION,
                        str_trim(buf_str(&reading->comment)), here, here);
    reading->in_comment = reading->changes = false;
    buf_cut(&reading->comment, 0);
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (reading->skip) {
        if (--reading->skip == 0)
            end_skipped(reading);
        return;
    }
    if (!reading->in_body)
        return;
    if (tag->number == ODT_TEXT_P || tag->number == ODT_TEXT_H)
        end_paragraph(reading);
    else if (tag->number == ODT_TEXT_SPAN && reading->spans)
        reading->spans--;
    else if (tag->number == ODT_TEXT_LIST && reading->lists)
        reading->lists--;
    else if (tag->number == ODT_TEXT_NOTE && reading->notes)
        reading->notes--;
    else if (tag->number == ODT_DRAW_TEXT_BOX && reading->boxes)
        reading->boxes--;
    else if (tag->number == ODT_TABLE_TABLE && reading->table)
        reading->table--;
    else if (tag->number == ODT_STYLE_HEADER ||
             tag->number == ODT_STYLE_FOOTER)
        reading->in_body = false;
    if (builder_full(reading->builder))
        xml_stop(reading->xml, builder_full(reading->builder));
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct reading *reading = self;

    if (reading->skip) {
        if ((reading->in_comment || reading->changes) &&
            reading->comment.length + text.length < 300)
            buf_add(&reading->comment, text);
    } else if (reading->in_body && reading->paragraph) {
        add(reading, text, offset, length);
    }
}

static bool push(void *self, struct str piece, struct failure *failure)
{
    return xml_push(self, piece, failure);
}

static bool read_part(struct reading *reading, struct zip *zip,
                      struct str name, struct failure *failure)
{
    static const struct xml_handler handler = {&odt_names, on_start, on_end,
                                               on_text};
    size_t index = zip_find(zip, name);
    bool read;

    if (index == SIZE_MAX)
        return reading->margins ||
               fail(failure, "word-part-missing", "%s", name.at);
    reading->part = builder_part(reading->builder, name);
    reading->paragraphs = 0;
    reading->xml = xml_new(&handler, reading);
    read = zip_read(zip, index, push, reading->xml, failure) &&
           xml_close(reading->xml, failure);
    xml_free(reading->xml);
    return read;
}

static bool read_parts(struct builder *builder, struct zip *zip,
                       struct failure *failure)
{
    struct arena *arena = arena_new();
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    bool read;

    reading->builder = builder;
    reading->styles.arena = arena;
    read = read_part(reading, zip, STR("content.xml"), failure);
    reading->in_body = false;
    reading->margins = true;
    read = read && read_part(reading, zip, STR("styles.xml"), failure);
    builder_section(builder, BUILDER_BODY);
    buf_free(&reading->comment);
    arena_free(arena);
    return read;
}

static bool read_odt(struct builder *builder, struct str bytes,
                     enum input_changes changes, struct failure *failure)
{
    struct zip *zip = zip_open(bytes, failure);
    bool read;

    (void)changes;
    builder_colour(builder);
    read = zip && read_parts(builder, zip, failure);
    zip_close(zip);
    return read;
}

/* The first entry is stored as it is, and says what the file is. */
static bool knows(struct str first)
{
    return str_starts(first, STR("PK\x03\x04")) &&
           str_equal(str_part(first, 30, 8), STR("mimetype")) &&
           str_starts(str_part(first, 38, 64),
                      STR("application/vnd.oasis.opendocument.text"));
}

const struct reader reader_odt = {
    .format = STR_INIT("odt"),
    .knows = knows,
    .read = read_odt,
};
