/* text - what becomes of the text of a Word document on its way in. */
#include "base/unicode.h"
#include "ooxml/reading.h"

struct paragraph *reading_paragraph(struct reading *reading)
{
    return &reading->paragraph[reading->box];
}

struct cell *reading_cell(struct reading *reading)
{
    size_t around = reading->box ? reading->box_table[reading->box - 1] : 0;

    return reading->table > around ? &reading->cell[reading->table - 1]
                                   : NULL;
}

bool reading_is_gone(struct reading *reading)
{
    bool inserted = reading->inserted > 0, deleted = reading->deleted > 0;

    for (size_t i = 0; i < reading->table; i++) {
        inserted |= reading->cell[i].row_inserted | reading->cell[i].inserted;
        deleted |= reading->cell[i].row_deleted | reading->cell[i].deleted;
    }
    return reading->changes == WORD_ACCEPTED ? deleted : inserted;
}

static bool is_inserted(const struct reading *reading)
{
    bool inserted = reading->inserted > 0;

    for (size_t i = 0; i < reading->table; i++)
        inserted |= reading->cell[i].row_inserted | reading->cell[i].inserted;
    return inserted;
}

/* As much of a quote as a person needs, whole characters. */
static void add_quote(struct buf *quote, struct str text)
{
    size_t length, room;

    if (quote->length >= QUOTE_BYTES)
        return;
    room = QUOTE_BYTES - quote->length;
    if (text.length > room) {
        while (room > 0 && ((unsigned char)text.at[room] & 0xC0) == 0x80)
            room--;
        text.length = room;
    }
    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (unicode_is_space(point))
            buf_add_byte(quote, ' ');
        else if (!unicode_is_invisible(point))
            buf_add(quote, str_part(text, i, length));
    }
}

static void end_finding(struct reading *reading, enum finding finding)
{
    static const enum residue_kind kinds[FINDINGS] = {
        RESIDUE_TRACKED_INSERTION, RESIDUE_TRACKED_DELETION,
        RESIDUE_HIDDEN_TEXT, RESIDUE_PLACEHOLDER};
    struct stretch *stretch = &reading->found[finding];
    struct str quote = str_trim(buf_str(&stretch->quote));

    if (!stretch->open)
        return;
    stretch->open = false;
    if (quote.length || finding == FOUND_INSERTED || finding == FOUND_DELETED)
        builder_residue(reading->builder, kinds[finding], quote,
                        stretch->start, stretch->end);
    buf_cut(&stretch->quote, 0);
}

void reading_end_findings(struct reading *reading)
{
    for (int finding = 0; finding < FINDINGS; finding++)
        end_finding(reading, (enum finding)finding);
}

static void found(struct reading *reading, enum finding finding,
                  struct str text, uint32_t start, uint32_t end)
{
    struct stretch *stretch = &reading->found[finding];

    if (stretch->open && stretch->end != start)
        end_finding(reading, finding);
    if (!stretch->open)
        stretch->start = start;
    stretch->open = true;
    stretch->end = end;
    add_quote(&stretch->quote, text);
}

static enum block_kind kind_of(struct reading *reading, bool in_cell,
                               const struct paragraph *paragraph)
{
    static const enum block_kind stories[] = {
        [STORY_HEADER] = BLOCK_HEADER,
        [STORY_FOOTER] = BLOCK_FOOTER,
        [STORY_NOTE] = BLOCK_NOTE,
    };

    if (reading->story != STORY_BODY)
        return stories[reading->story];
    if (in_cell)
        return BLOCK_CELL;
    if (reading->box)
        return BLOCK_TEXT_BOX;
    if (paragraph->heading)
        return BLOCK_HEADING;
    return paragraph->numbered ? BLOCK_LIST_ITEM : BLOCK_PARAGRAPH;
}

static void complete(struct paragraph *paragraph, const struct style *plain)
{
    const struct style *style = paragraph->style ? paragraph->style : plain;

    if (paragraph->outline == -1)
        paragraph->outline = style->outline;
    paragraph->heading = paragraph->outline >= 0 && paragraph->outline < 9;
    if (paragraph->numbered < 0) {
        paragraph->numbered = style->numbered;
        paragraph->list_level = style->list_level;
    }
}

void reading_begin_block(struct reading *reading)
{
    struct paragraph *paragraph = reading_paragraph(reading);
    struct cell *cell = reading_cell(reading);
    struct block block = {0};

    if (paragraph->begun)
        return;
    complete(paragraph, &reading->styles->plain);
    block.kind = kind_of(reading, cell != NULL, paragraph);
    if (block.kind == BLOCK_HEADING)
        block.level = (unsigned)paragraph->outline + 1;
    else if (block.kind == BLOCK_LIST_ITEM)
        block.level = (unsigned)paragraph->list_level + 1;
    if (block.kind == BLOCK_CELL) {
        block.table = cell->table;
        block.row = cell->row;
        block.column = cell->column;
        block.flags = cell->started ? 0 : BLOCK_STARTS_CELL;
        cell->started = true;
    }
    reading_end_findings(reading);
    builder_begin(reading->builder, block);
    paragraph->begun = true;
    paragraph->letters = paragraph->bold = paragraph->prompt = 0;
    paragraph->last = '\0';
}

static struct source source_of(const struct reading *reading, uint64_t offset,
                               uint32_t length)
{
    return (struct source){
        .paragraph = reading->paragraphs,
        .part = reading->part,
        .offset = offset,
        .length = length,
    };
}

/* An empty cell is given too, so that it can be seen to be empty. */
static void give_empty_cell(struct reading *reading)
{
    struct cell *cell = reading_cell(reading);

    if (reading->story != STORY_BODY || cell == NULL || cell->started ||
        cell->continued || reading_is_gone(reading))
        return;
    reading_begin_block(reading);
    builder_text(reading->builder, STR(""), source_of(reading, 0, 0));
}

void reading_end_block(struct reading *reading)
{
    struct paragraph *paragraph = reading_paragraph(reading);

    reading_end_findings(reading);
    if (!paragraph->begun)
        give_empty_cell(reading);
    if (!paragraph->begun) {
        builder_blank(reading->builder);
    } else {
        if (paragraph->letters && paragraph->bold == paragraph->letters)
            builder_flag(reading->builder, BLOCK_BOLD);
        if (paragraph->letters && paragraph->prompt == paragraph->letters)
            builder_flag(reading->builder, BLOCK_PLACEHOLDER);
        builder_end(reading->builder);
    }
    paragraph->begun = false;
    paragraph->carried = false;
    paragraph->breaks = false;
}

static size_t count_letters(struct str text)
{
    size_t letters = 0;

    for (size_t i = 0; i < text.length; i++)
        letters += (unsigned char)text.at[i] > ' ';
    return letters;
}

/*
 * Text after a line break is a block of its own, like the next paragraph;
 * but a heading is one, and so is a sentence that goes on.
 */
static void place_break(struct reading *reading, struct str text)
{
    struct paragraph *paragraph = reading_paragraph(reading);
    size_t length;
    uint32_t first = unicode_decode(text, 0, &length);
    bool goes_on = unicode_is_letter(first) && !unicode_is_upper(first) &&
                   paragraph->last != '.' && paragraph->last != ':' &&
                   paragraph->last != '!' && paragraph->last != '?';

    if (unicode_is_space(first))
        return;
    paragraph->breaks = false;
    if (!paragraph->begun)
        return;
    if (paragraph->heading || goes_on) {
        builder_text(reading->builder, STR(" "), source_of(reading, 0, 0));
        return;
    }
    reading_end_block(reading);
    reading_begin_block(reading);
}

/* The colour it is shown in: runs over paragraphs over cells. */
static void mark(struct reading *reading, uint32_t start, uint32_t end)
{
    const struct paragraph *paragraph = reading_paragraph(reading);
    const struct cell *cell = reading_cell(reading);
    enum paint paint = look_paint(&reading->run);

    if (paragraph->heading && cell == NULL)
        return;
    if (paint == PAINT_NONE)
        paint = paragraph->fill;
    if (paint == PAINT_NONE && cell)
        paint = cell->fill;
    if (paint != PAINT_NONE)
        builder_mark(reading->builder, (enum mark_kind)(paint - PAINT_GREEN),
                     start, end);
}

/* Text that shows: into the block, with all that is to be said of it. */
static void add_shown(struct reading *reading, struct str text,
                      uint64_t offset, uint32_t length)
{
    struct paragraph *paragraph = reading_paragraph(reading);
    size_t letters = count_letters(text);
    uint32_t start, end;

    if (paragraph->breaks)
        place_break(reading, text);
    reading_begin_block(reading);
    start = builder_offset(reading->builder);
    builder_text(reading->builder, text, source_of(reading, offset, length));
    end = builder_offset(reading->builder);
    mark(reading, start, end);
    paragraph->letters += letters;
    if (reading->run.bold)
        paragraph->bold += letters;
    if (text.length)
        paragraph->last = text.at[text.length - 1];
    if (reading->control)
        builder_flag(reading->builder, BLOCK_CONTROL);
    if (reading->prompts) {
        paragraph->prompt += letters;
        found(reading, FOUND_PROMPT, text, start, end);
    }
    if (is_inserted(reading) && reading->changes == WORD_ACCEPTED)
        found(reading, FOUND_INSERTED, text, start, end);
}

void reading_add(struct reading *reading, struct str text, uint64_t offset,
                 uint32_t length)
{
    uint32_t here = builder_offset(reading->builder);

    if (text.length == 0)
        return;
    if (reading_is_gone(reading)) {
        if (reading->changes == WORD_ACCEPTED)
            found(reading, FOUND_DELETED, text, here, here);
    } else if (reading->run.hidden) {
        found(reading, FOUND_HIDDEN, text, here, here);
    } else {
        add_shown(reading, text, offset, length);
    }
}

void reading_break(struct reading *reading)
{
    if (!reading_is_gone(reading) && !reading->run.hidden)
        reading_paragraph(reading)->breaks = true;
}
