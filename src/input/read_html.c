/* read_html - HTML: what a browser shows, as blocks. */
#include "base/encoding.h"
#include "base/unicode.h"
#include "base/xml_html.h"
#include "input/html_colour.h"
#include "input/reader.h"

#include <stdlib.h>

enum { DEPTH = 128, QUOTE_BYTES = 300 };

enum role {
    INLINE,
    BLOCK,
    HEADING,
    LIST,
    ITEM,
    TABLE,
    ROW,
    CELL,
    LEFT_OUT,
    DELETED
};

struct cell {
    uint32_t table, row, column, span;
    bool started;
};

struct reading {
    struct builder *builder;
    struct cell cell[DEPTH];
    size_t table, lists, items;
    uint32_t tables;
    unsigned heading;
    bool open, blank_before; /* white space came and has not been given */
    unsigned skip;
    bool deleted, hidden; /* why what is skipped is */
    struct buf skipped;
    enum paint paint[DEPTH]; /* per element that is open */
    size_t depth;
};

static enum role role_of(struct str name)
{
    static const struct {
        const char *name;
        enum role role;
    } roles[] = {
        {"p", BLOCK},           {"div", BLOCK},
        {"br", BLOCK},          {"section", BLOCK},
        {"article", BLOCK},     {"main", BLOCK},
        {"header", BLOCK},      {"footer", BLOCK},
        {"blockquote", BLOCK},  {"pre", BLOCK},
        {"dt", BLOCK},          {"dd", BLOCK},
        {"caption", BLOCK},     {"figcaption", BLOCK},
        {"address", BLOCK},     {"form", BLOCK},
        {"fieldset", BLOCK},    {"legend", BLOCK},
        {"hr", BLOCK},          {"body", BLOCK},
        {"nav", BLOCK},         {"h1", HEADING},
        {"h2", HEADING},        {"h3", HEADING},
        {"h4", HEADING},        {"h5", HEADING},
        {"h6", HEADING},        {"ul", LIST},
        {"ol", LIST},           {"li", ITEM},
        {"table", TABLE},       {"tr", ROW},
        {"td", CELL},           {"th", CELL},
        {"script", LEFT_OUT},   {"style", LEFT_OUT},
        {"head", LEFT_OUT},     {"template", LEFT_OUT},
        {"noscript", LEFT_OUT}, {"svg", LEFT_OUT},
        {"iframe", LEFT_OUT},   {"object", LEFT_OUT},
        {"del", DELETED},
    };

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (str_equal(name, str_from(roles[i].name)))
            return roles[i].role;
    return INLINE;
}

static void close_block(struct reading *reading)
{
    if (reading->open)
        builder_end(reading->builder);
    reading->open = false;
    reading->blank_before = false;
}

/* Of the innermost table; NULL outside of one, or deeper than we look. */
static struct cell *cell_of(struct reading *reading)
{
    return reading->table && reading->table <= DEPTH
               ? &reading->cell[reading->table - 1]
               : NULL;
}

static void open_block(struct reading *reading, size_t line)
{
    struct cell *cell = cell_of(reading);
    struct block block = {.kind = BLOCK_PARAGRAPH};

    if (reading->open)
        return;
    if (cell && cell->column) {
        block = (struct block){
            .kind = BLOCK_CELL,
            .table = cell->table,
            .row = cell->row,
            .column = cell->column,
            .flags = cell->started ? 0 : BLOCK_STARTS_CELL,
        };
        cell->started = true;
    } else if (reading->heading) {
        block.kind = BLOCK_HEADING;
        block.level = reading->heading;
    } else if (reading->items) {
        block.kind = BLOCK_LIST_ITEM;
        block.level = (unsigned)(reading->lists ? reading->lists : 1);
    }
    builder_begin(reading->builder, block);
    builder_text(reading->builder, STR(""),
                 (struct source){.line = (uint32_t)line});
    reading->open = true;
}

/* White space of any length is one space, and none where a block begins. */
static void add(struct reading *reading, struct str text, size_t line)
{
    struct source source = {.line = (uint32_t)line};
    uint32_t start;
    enum paint paint = reading->depth && reading->depth <= DEPTH
                           ? reading->paint[reading->depth - 1]
                           : PAINT_NONE;
    size_t from = 0, to;

    for (; from < text.length; from = to) {
        bool space = (unsigned char)text.at[from] <= ' ';

        for (to = from; to < text.length &&
                        ((unsigned char)text.at[to] <= ' ') == space;)
            to++;
        if (space) {
            reading->blank_before = reading->open;
            continue;
        }
        open_block(reading, line);
        if (reading->blank_before)
            builder_text(reading->builder, STR(" "), source);
        reading->blank_before = false;
        start = builder_offset(reading->builder);
        builder_text(reading->builder, str_part(text, from, to - from),
                     source);
        if (paint)
            builder_mark(reading->builder,
                         (enum mark_kind)(paint - PAINT_GREEN), start,
                         builder_offset(reading->builder));
    }
}

static void start_cell(struct cell *cell, const struct html_tag *tag)
{
    unsigned span;

    cell->column += cell->span;
    cell->span = 1;
    cell->started = false;
    if (str_number(html_value(tag, "colspan"), &span) && span > 0 &&
        span < 1000)
        cell->span = span;
}

static void start_role(struct reading *reading, enum role role,
                       const struct html_tag *tag)
{
    struct cell *cell = cell_of(reading);

    if (role == TABLE) {
        if (cell)
            cell->started = true;
        if (++reading->table <= DEPTH)
            *cell_of(reading) = (struct cell){.table = ++reading->tables};
    } else if (role == ROW && cell) {
        cell->row++;
        cell->column = 0;
        cell->span = 1;
    } else if (role == CELL && cell) {
        start_cell(cell, tag);
    } else if (role == HEADING) {
        reading->heading = (unsigned)(tag->name.at[1] - '0');
    } else if (role == LIST) {
        reading->lists++;
    } else if (role == ITEM) {
        reading->items++;
    }
}

/* An empty cell is given too, so that it can be seen to be empty. */
static void end_cell(struct reading *reading, size_t line)
{
    struct cell *cell = cell_of(reading);

    if (cell == NULL || cell->column == 0)
        return;
    if (!cell->started) {
        open_block(reading, line);
        close_block(reading);
    }
    cell->started = true;
}

static void end_role(struct reading *reading, enum role role, size_t line)
{
    if (role == TABLE && reading->table)
        reading->table--;
    else if (role == CELL)
        end_cell(reading, line);
    else if (role == HEADING)
        reading->heading = 0;
    else if (role == LIST && reading->lists)
        reading->lists--;
    else if (role == ITEM && reading->items)
        reading->items--;
}

static bool is_hidden(const struct html_tag *tag)
{
    struct str style = html_value(tag, "style");

    return html_value(tag, "hidden").at != NULL ||
           str_find(style, STR("display:none"), 0) != SIZE_MAX ||
           str_find(style, STR("display: none"), 0) != SIZE_MAX;
}

/* Elements inherit the colour of those around them. */
static void push_paint(struct reading *reading, const struct html_tag *tag)
{
    size_t depth = reading->depth++;
    enum paint paint = html_paint(tag);

    if (depth >= DEPTH)
        return;
    if (paint == PAINT_NONE && depth > 0)
        paint = reading->paint[depth - 1];
    reading->paint[depth] = paint;
}

static void on_start(void *self, const struct html_tag *tag)
{
    struct reading *reading = self;
    enum role role = role_of(tag->name);

    push_paint(reading, tag);
    if (reading->skip) {
        reading->skip++;
        return;
    }
    reading->hidden = is_hidden(tag);
    reading->deleted = role == DELETED;
    if (role == LEFT_OUT || reading->hidden || reading->deleted) {
        reading->skip = 1;
        return;
    }
    if (role == INLINE)
        return;
    close_block(reading);
    start_role(reading, role, tag);
}

/* What was hidden or deleted is no text, but must not be left in. */
static void end_skipped(struct reading *reading)
{
    uint32_t here = builder_offset(reading->builder);
    struct str quote = str_trim(buf_str(&reading->skipped));

    if (quote.length && (reading->hidden || reading->deleted))
        builder_residue(reading->builder,
                        reading->deleted ? RESIDUE_TRACKED_DELETION
                                         : RESIDUE_HIDDEN_TEXT,
                        quote, here, here);
    buf_cut(&reading->skipped, 0);
}

static void on_end(void *self, const struct html_tag *tag)
{
    struct reading *reading = self;
    enum role role = role_of(tag->name);

    if (reading->depth)
        reading->depth--;
    if (reading->skip) {
        if (--reading->skip == 0)
            end_skipped(reading);
        return;
    }
    if (role == INLINE)
        return;
    close_block(reading);
    end_role(reading, role, tag->line);
}

static void on_text(void *self, struct str text, size_t line)
{
    struct reading *reading = self;

    if (!reading->skip)
        add(reading, text, line);
    else if ((reading->hidden || reading->deleted) &&
             reading->skipped.length + text.length < QUOTE_BYTES)
        buf_add(&reading->skipped, text);
}

static bool read_html(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    static const struct html_handler handler = {on_start, on_end, on_text};
    struct reading *reading = memory_alloc(sizeof *reading);
    struct buf decoded = {0};
    size_t mark;
    enum encoding encoding = encoding_guess(bytes, &mark);
    bool read;

    (void)changes;
    *reading = (struct reading){.builder = builder};
    bytes = str_part(bytes, mark, SIZE_MAX);
    if (encoding == ENCODING_UTF8 && !unicode_is_utf8(bytes))
        encoding = ENCODING_WINDOWS_1252;
    if (encoding != ENCODING_UTF8) {
        encoding_add(&decoded, bytes, encoding);
        bytes = buf_str(&decoded);
    }
    builder_colour(builder);
    read = html_read(bytes, &handler, reading, failure);
    close_block(reading);
    buf_free(&reading->skipped);
    buf_free(&decoded);
    free(reading);
    return read;
}

/* Begins with a tag, and soon says that it is HTML. */
static bool knows(struct str first)
{
    static const struct str signs[] = {
        STR_INIT("<!DOCTYPE html"), STR_INIT("<!doctype html"),
        STR_INIT("<!DOCTYPE HTML"), STR_INIT("<html"), STR_INIT("<HTML")};
    size_t mark;

    encoding_guess(first, &mark);
    first = str_trim(str_part(first, mark, SIZE_MAX));
    if (!str_starts(first, STR("<")))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_find(first, signs[i], 0) != SIZE_MAX)
            return true;
    return false;
}

const struct reader reader_html = {
    .format = STR_INIT("html"),
    .knows = knows,
    .read = read_html,
};
