/* read_text - plain text: cells after TABs, wrapped lines, headings. */
#include "base/encoding.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "input/lines.h"
#include "input/reader.h"
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
    uint32_t tables;     /* so far */
    uint32_t table, row; /* the one table of lines that begin with a TAB */
    uint32_t row_table, row_row; /* the table of lines of several cells */
    bool in_row;                 /* the line before was one of them */
    bool cells_seen;
    bool open;          /* a block is open and may go on */
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

static void close_block(struct reading *reading)
{
    if (reading->open)
        builder_end(reading->builder);
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

    if (!line_has_heading_form(line->text))
        return false;
    while (lines_next(&lines, &next) && next.blank)
        around.blanks_after++;
    if (!next.blank)
        around.next = next.text;
    return line_is_heading(&around);
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
    add_text(reading, line, skip, line->text.length);
    reading->open = true;
    reading->open_heading = block.kind == BLOCK_HEADING;
}

/* Whether a line goes on with the paragraph of the line before it. */
static bool goes_on(const struct reading *reading, const struct line *line)
{
    struct str before = reading->before.text;

    if (!reading->open || !reading->layout.wrapped || reading->open_heading ||
        line->text.at[0] == '#' || line_bullet(line->text, &reading->layout))
        return false;
    if (line_begins_small(line->text) && !line_ends_sentence(before))
        return true;
    return reading->blanks == 0 &&
           line_is_full(before, line->text, &reading->layout);
}

static void join_line(struct reading *reading, const struct line *line)
{
    const struct line *before = &reading->before;

    builder_text(reading->builder, STR(" "),
                 source_at(reading, before, before->text.length));
    add_text(reading, line, 0, line->text.length);
}

static void read_line(struct reading *reading, const struct line *line,
                      const struct lines *after)
{
    bool row = !line->cell && line_is_row(line->text, reading->in_row);

    if (!line->cell && !row && goes_on(reading, line)) {
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

static void read_lines(struct reading *reading, struct str text)
{
    struct lines lines = lines_of(text);
    struct line line;

    while (lines_next(&lines, &line) && !builder_full(reading->builder)) {
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

/* Holds no NUL, and few other control characters where it begins. */
static bool looks_like_text(struct str text)
{
    struct str first = str_part(text, 0, INPUT_FIRST_BYTES);
    size_t odd = 0, mark;
    enum encoding encoding = encoding_guess(first, &mark);

    if (encoding == ENCODING_UTF16_LE || encoding == ENCODING_UTF16_BE)
        return true;
    if (text.length && memchr(text.at, '\0', text.length))
        return false;
    for (size_t i = 0; i < first.length; i++) {
        unsigned char byte = (unsigned char)first.at[i];

        odd +=
            (byte < ' ' && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F;
    }
    return odd * 50 <= first.length;
}

/*
 * The text as UTF-8: the bytes themselves when they are, else decoded into
 * `into`. Bytes that are not UTF-8 are Windows-1252.
 */
static struct str decode(struct str bytes, struct buf *into)
{
    size_t mark;
    enum encoding encoding = encoding_guess(bytes, &mark);

    bytes = str_part(bytes, mark, SIZE_MAX);
    if (encoding == ENCODING_UTF8 && unicode_is_utf8(bytes))
        return bytes;
    if (encoding == ENCODING_UTF8)
        encoding = ENCODING_WINDOWS_1252;
    encoding_add(into, bytes, encoding);
    return buf_str(into);
}

static bool read_text(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    struct reading reading = {.builder = builder};
    struct buf decoded = {0};
    struct str text;

    (void)changes;
    if (bytes.length > LIMIT_TEXT)
        return fail(failure, "text-too-large", "%s", "");
    text = decode(bytes, &decoded);
    if (!looks_like_text(text)) {
        buf_free(&decoded);
        return fail(failure, "input-binary", "%s", "");
    }
    reading.layout = layout_of(text);
    read_lines(&reading, text);
    buf_free(&decoded);
    return true;
}

const struct reader reader_text = {
    .format = STR_INIT("text"),
    .by_lines = true,
    .knows = looks_like_text,
    .read = read_text,
};
