/* text_blocks - lines of plain text as paragraphs, headings and cells. */
#include "input/text_blocks.h"

#include "base/unicode.h"
#include "input/joint.h"
#include "input/lines.h"
#include "input/text_edges.h"
#include "input/text_heading.h"

#include <string.h>

/* How many code points of a line were counted, up to a byte of it. */
struct counted {
    uint32_t line;
    size_t offset, points;
};

/* Where the reading of one text is. */
struct reading {
    struct builder *builder;
    struct layout layout;
    struct text_edges edges;
    size_t edge;         /* of these the next */
    uint32_t tables;     /* so far */
    uint32_t table, row; /* the one table of lines that begin with a TAB */
    uint32_t row_table, row_row; /* the table of lines of several cells */
    bool in_row;                 /* the line before was one of them */
    bool cells_seen;
    bool open;          /* a block is open and may go on */
    size_t held;        /* bytes of a hyphen that ends it, not yet added */
    bool open_heading;  /* and it is a heading */
    struct line before; /* the last line that was not blank */
    size_t blanks;      /* blank lines since */
    struct counted counted;
};

/* Columns are counted on from the place before, when the line is the same. */
static struct source source_at(struct reading *reading,
                               const struct line *line, size_t offset)
{
    struct counted *counted = &reading->counted;

    if (counted->line != line->number || counted->offset > offset)
        *counted = (struct counted){.line = line->number};
    counted->points += unicode_count(
        str_part(line->text, counted->offset, offset - counted->offset));
    counted->offset = offset;
    return (struct source){
        .line = line->number,
        .column = 1 + (uint32_t)counted->points,
        .page = line->page,
    };
}

/*
 * "[bookmark: _GoBack]" and the like: what a converter left of something
 * that has no text. Returns its length, 0 when there is none here.
 */
static size_t artefact_length(struct str text)
{
    static const struct str words[] = {
        STR_INIT("[bookmark:"),   STR_INIT("[image:"),
        STR_INIT("[picture:"),    STR_INIT("[footnoteRef:"),
        STR_INIT("[commentRef:"),
    };
    const char *end;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!str_starts(text, words[i]))
            continue;
        end = memchr(text.at, ']', text.length);
        return end ? (size_t)(end - text.at) + 1 : 0;
    }
    return 0;
}

/* Bytes [from, end) of a line into the open block. */
static void add_text(struct reading *reading, const struct line *line,
                     size_t from, size_t end)
{
    struct str text = str_part(line->text, 0, end), quote;
    uint32_t start;

    for (size_t i = from; i < end; i++) {
        if (text.at[i] != '[')
            continue;
        quote = str_part(text, i, artefact_length(str_part(text, i, end)));
        if (quote.length == 0)
            continue;
        builder_text(reading->builder, str_part(text, from, i - from),
                     source_at(reading, line, from));
        start = builder_offset(reading->builder);
        builder_text(reading->builder, quote, source_at(reading, line, i));
        builder_residue(reading->builder, RESIDUE_CONVERTER_ARTEFACT, quote,
                        start, builder_offset(reading->builder));
        from = i + quote.length;
        i = from - 1;
    }
    builder_text(reading->builder, str_part(text, from, end - from),
                 source_at(reading, line, from));
}

/* The end of a line without the space after it. */
static size_t text_end(struct str text)
{
    size_t end = text.length;

    while (end > 0 && text.at[end - 1] == ' ')
        end--;
    return end;
}

/* The text of a line that may go on: a hyphen at its end waits. */
static void add_line(struct reading *reading, const struct line *line,
                     size_t from)
{
    size_t end = text_end(line->text);
    struct str text = str_part(line->text, 0, end);

    reading->held = 0;
    if (reading->layout.wrapped && joint_of(text, STR("a")) != JOINT_SPACE)
        reading->held = joint_mark(text);
    if (from + reading->held > end)
        reading->held = 0;
    add_text(reading, line, from,
             reading->held ? end - reading->held : line->text.length);
}

static void add_held(struct reading *reading)
{
    const struct line *line = &reading->before;
    size_t end = text_end(line->text);

    if (reading->held)
        add_text(reading, line, end - reading->held, end);
    reading->held = 0;
}

static void close_block(struct reading *reading)
{
    if (reading->open) {
        add_held(reading);
        builder_end(reading->builder);
    }
    reading->open = false;
}

/* The cells of a line, from byte `from`, as a row. */
static void add_cells(struct reading *reading, const struct line *line,
                      size_t from, uint32_t table, uint32_t row)
{
    char separator = line_separator(line->text);
    uint32_t column = 1;
    size_t end, next;

    for (;; from = next) {
        end = line_gap(line->text, separator, from, &next);
        builder_begin(reading->builder,
                      (struct block){.kind = BLOCK_CELL,
                                     .table = table,
                                     .row = row,
                                     .column = column++,
                                     .flags = BLOCK_STARTS_CELL});
        add_text(reading, line, from, end);
        builder_end(reading->builder);
        if (end == line->text.length)
            return;
    }
}

/* A line that begins with a TAB is a row of the one running table. */
static void read_cell_line(struct reading *reading, const struct line *line)
{
    if (reading->table == 0)
        reading->table = ++reading->tables;
    add_cells(reading, line, 1, reading->table, ++reading->row);
}

/* A line of several cells: rows that follow one another are one table. */
static void read_row(struct reading *reading, const struct line *line)
{
    if (!reading->in_row) {
        reading->row_table = ++reading->tables;
        reading->row_row = 0;
    }
    add_cells(reading, line, 0, reading->row_table, ++reading->row_row);
}

/* Edges before the line are passed; lines are asked for in order. */
static bool is_edge(const struct reading *reading, size_t *edge,
                    const struct line *line)
{
    const struct text_edges *edges = &reading->edges;

    while (*edge < edges->count &&
           edges->items[*edge].line.number < line->number)
        ++*edge;
    return *edge < edges->count &&
           edges->items[*edge].line.number == line->number;
}

static bool is_heading(const struct reading *reading, const struct line *line,
                       const struct lines *after)
{
    struct surroundings around = {
        .before = str_trim(reading->before.text),
        .blanks = reading->blanks,
        .cells_seen = reading->cells_seen,
        .wrapped = reading->layout.wrapped,
    };
    struct lines lines = *after;
    struct line next = {.blank = true};
    size_t edge = reading->edge;

    if (!line_has_heading_form(line->text))
        return false;
    while (lines_next(&lines, &next) &&
           (next.blank || is_edge(reading, &edge, &next)))
        around.blanks_after++;
    if (!next.blank)
        around.next = next.text;
    /* "(1 kap. 9 § skollagen)" under a heading stands for a blank. */
    around.blanks_after += line_in_parentheses(around.next);
    /* A full line was broken for want of room. */
    return !(around.wrapped && around.blanks_after == 0 &&
             line_is_full(line->text, next.text, &reading->layout)) &&
           line_is_heading(&around);
}

static void read_paragraph(struct reading *reading, const struct line *line,
                           const struct lines *after)
{
    struct block block = {.kind = BLOCK_PARAGRAPH};
    size_t skip;
    unsigned depth = line_marked_heading(line->text, &skip);

    if (depth || is_heading(reading, line, after)) {
        block.kind = BLOCK_HEADING;
        block.level = depth ? depth : line_heading_level(line->text);
    } else if (line_bullet(line->text, &reading->layout)) {
        block.kind = BLOCK_LIST_ITEM;
        block.level = 1;
    }
    builder_begin(reading->builder, block);
    add_line(reading, line, skip);
    reading->open = true;
    reading->open_heading = block.kind == BLOCK_HEADING;
}

/* Whether a line goes on with the paragraph of the line before it. */
static bool goes_on(const struct reading *reading, const struct line *line,
                    const struct lines *after)
{
    struct str before = reading->before.text;

    if (!reading->open || !reading->layout.wrapped || reading->open_heading ||
        line->text.at[0] == '#' || line_bullet(line->text, &reading->layout))
        return false;
    if (line_begins_small(line->text) && !line_ends_sentence(before))
        return true;
    return reading->blanks == 0 &&
           line_is_full(before, line->text, &reading->layout) &&
           !(line_ends_sentence(before) && is_heading(reading, line, after));
}

static void join_line(struct reading *reading, const struct line *line)
{
    const struct line *before = &reading->before;
    struct str text = str_part(before->text, 0, text_end(before->text));
    enum joint joint = joint_of(text, str_trim(line->text));

    if (joint == JOINT_MENDED && reading->held)
        reading->held = 0;
    add_held(reading);
    if (joint == JOINT_SPACE)
        builder_text(reading->builder, STR(" "),
                     source_at(reading, before, before->text.length));
    add_line(reading, line, 0);
}

static void read_line(struct reading *reading, const struct line *line,
                      const struct lines *after)
{
    bool row = !line->cell && line_is_row(line->text, reading->in_row);

    if (!line->cell && !row && goes_on(reading, line, after)) {
        join_line(reading, line);
        return;
    }
    close_block(reading);
    if (reading->blanks)
        builder_blank(reading->builder);
    if (line->cell)
        read_cell_line(reading, line);
    else if (row)
        read_row(reading, line);
    else
        read_paragraph(reading, line, after);
    reading->in_row = row;
    reading->cells_seen |= line->cell;
}

/* What is said at the edge of every page is said once. */
static void add_edges(struct reading *reading, bool footer)
{
    for (size_t i = 0; i < reading->edges.count; i++) {
        const struct text_edge *edge = &reading->edges.items[i];

        if (!edge->first || edge->footer != footer)
            continue;
        builder_begin(
            reading->builder,
            (struct block){.kind = footer ? BLOCK_FOOTER : BLOCK_HEADER});
        builder_text(reading->builder, edge->line.text,
                     source_at(reading, &edge->line, 0));
        builder_end(reading->builder);
    }
}

static void read_lines(struct reading *reading, struct str text)
{
    struct lines lines = lines_of(text);
    struct line line;

    while (lines_next(&lines, &line) && !builder_full(reading->builder)) {
        if (is_edge(reading, &reading->edge, &line))
            continue;
        if (line.blank) {
            reading->blanks++;
            reading->in_row = false;
            continue;
        }
        read_line(reading, &line, &lines);
        reading->before = line;
        reading->blanks = 0;
    }
    close_block(reading);
}

void text_add_blocks(struct builder *builder, struct str text)
{
    struct arena *arena = arena_new();
    struct reading reading = {
        .builder = builder,
        .layout = layout_of(text),
        .edges = text_edges_of(arena, text),
    };

    add_edges(&reading, false);
    read_lines(&reading, text);
    add_edges(&reading, true);
    arena_free(arena);
}
