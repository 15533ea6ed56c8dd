/*
 * read_pages - printed pages made into paragraphs, headings and tables.
 *
 * Lines that were one paragraph are joined again, also over a page break,
 * and words that were cut at a line's end are mended.
 */
#include "base/limits.h"
#include "base/unicode.h"
#include "input/joint.h"
#include "input/lines.h"
#include "input/page_groups.h"
#include "input/page_tables.h"
#include "input/reader.h"

enum {
    SURE_PERCENT = 75, /* an OCR program's mean certainty below this is low */
    TABLE_BYTES = 1 << 29 /* a table of words is no larger */
};

struct reading {
    struct builder *builder;
    const struct pages *pages;
    struct groups groups;
};

static struct source source_of(const struct page_line *line)
{
    return (struct source){.page = line->page};
}

static void add_paragraph(struct reading *reading, const struct group *group)
{
    const struct page_line *lines = reading->pages->lines;
    struct str text;
    enum joint joint;

    for (size_t i = group->first; i < group->end; i++) {
        const struct page_line *after = NULL;

        if (lines[i].edge != EDGE_NONE)
            continue;
        for (size_t j = i + 1; j < group->end && after == NULL; j++)
            if (lines[j].edge == EDGE_NONE)
                after = &lines[j];
        text = lines[i].text;
        joint = after ? joint_of(text, after->text) : JOINT_NONE;
        if (joint == JOINT_MENDED)
            text.length -= joint_mark(text);
        builder_text(reading->builder, text, source_of(&lines[i]));
        if (joint == JOINT_SPACE)
            builder_text(reading->builder, STR(" "), source_of(&lines[i]));
    }
}

static void add_row(struct reading *reading, const struct group *group,
                    uint32_t table, uint32_t row)
{
    for (size_t i = group->first; i < group->end; i++) {
        const struct page_line *line = &reading->pages->lines[i];

        if (line->edge != EDGE_NONE)
            continue;
        builder_begin(reading->builder,
                      (struct block){.kind = BLOCK_CELL,
                                     .table = table,
                                     .row = row,
                                     .column = line->column,
                                     .flags = BLOCK_STARTS_CELL});
        builder_text(reading->builder, line->text, source_of(line));
        builder_end(reading->builder);
    }
}

static void add_groups(struct reading *reading)
{
    uint32_t table = 0, row = 0;

    for (size_t i = 0; i < reading->groups.count; i++) {
        const struct group *group = &reading->groups.items[i];
        struct block block = {.kind = BLOCK_PARAGRAPH};

        if (group->row) {
            if (i == 0 ||
                reading->groups.items[i - 1].row + 1 != group->row) {
                table++;
                row = 0;
            }
            add_row(reading, group, table, ++row);
            continue;
        }
        if (group->heading)
            block = (struct block){.kind = BLOCK_HEADING,
                                   .level = group->heading};
        else if (group->bullet)
            block = (struct block){.kind = BLOCK_LIST_ITEM, .level = 1};
        if (group->room)
            builder_blank(reading->builder);
        builder_begin(reading->builder, block);
        add_paragraph(reading, group);
        builder_end(reading->builder);
    }
}

/* What is said at the edge of every page is said once. */
static void add_edges(struct reading *reading, enum edge edge,
                      enum block_kind kind)
{
    for (size_t i = 0; i < reading->pages->count; i++) {
        const struct page_line *line = &reading->pages->lines[i];

        if (line->edge != edge)
            continue;
        builder_begin(reading->builder, (struct block){.kind = kind});
        builder_text(reading->builder, line->text, source_of(line));
        builder_end(reading->builder);
    }
}

bool read_pages(struct builder *builder, struct str table, bool scanned,
                struct failure *failure)
{
    struct arena *arena = arena_new();
    struct reading reading = {.builder = builder};
    struct pages *pages;

    if (table.length > TABLE_BYTES || !unicode_is_utf8(table)) {
        arena_free(arena);
        return fail(failure, "text-too-large", "%s", "");
    }
    pages = pages_read(arena, table);
    reading.pages = pages;
    pages_mark_edges(pages);
    pages_find_tables(arena, pages);
    reading.groups = groups_of(arena, pages, scanned);
    add_edges(&reading, EDGE_HEADER, BLOCK_HEADER);
    add_groups(&reading);
    add_edges(&reading, EDGE_FOOTER, BLOCK_FOOTER);
    if (scanned)
        builder_ocr(builder);
    if (scanned && pages->certainty < SURE_PERCENT) {
        builder_problem(builder, "input-scan-uncertain", STR(""));
        builder_quality(builder, READING_LIMITED);
    }
    arena_free(arena);
    return true;
}
