/* heading - which lines are headings, and the sections they begin. */
#include "structure/heading.h"

#include "structure/prompt.h"

#include <string.h>

enum {
    LONGEST = 16, /* words of a heading in plain text */
    LONGEST_BYTES = 110,
    LONG_PARAGRAPH = 14 /* words that a heading without a blank precedes */
};

static const struct block *block_at(const struct reading *reading, size_t i)
{
    return &reading->document->blocks[i];
}

static bool ends_with_mark(const struct reading *reading,
                           const struct line *line, const char *marks)
{
    char mark = token_mark(reading, line->end - 1);

    return mark && strchr(marks, mark) != NULL;
}

/* Whether the line says more than one thing: a full stop, a date, columns. */
static bool is_running_text(const struct reading *reading,
                            const struct line *line)
{
    for (size_t i = line->body; i + 1 < line->end; i++)
        if (reading->tokens->items[i].flags & TOKEN_ENDS_SENTENCE)
            return true;
    return false;
}

static bool has_heading_shape(const struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];
    const struct block *block = block_at(reading, i);
    const struct token *first = &reading->tokens->items[line->body];

    if (line->words == 0 || line->words > LONGEST || line->bulleted ||
        block->span.length > LONGEST_BYTES)
        return false;
    if (first->kind == TOKEN_WORD && !(first->flags & TOKEN_CAPITAL))
        return false;
    if (first->kind == TOKEN_NUMBER && line->words == 1)
        return false;
    return !ends_with_mark(reading, line, ".,;!-") &&
           !is_running_text(reading, line);
}

static bool follows_blank(const struct reading *reading, size_t i)
{
    return i == 0 || block_at(reading, i)->flags & BLOCK_AFTER_BLANK ||
           block_at(reading, i)->kind != block_at(reading, i - 1)->kind;
}

/* A short line right before a paragraph and after the end of another. */
static bool heads_paragraph(const struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];

    if (i + 1 >= reading->line_count || i == 0)
        return false;
    return line[1].words >= LONG_PARAGRAPH && line->words <= LONGEST - 2 &&
           (line[-1].heading || ends_with_mark(reading, &line[-1], ".!?"));
}

/* "a) Att se alla elevers behov" over a paragraph that is no list. */
static bool heads_list(const struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];

    return line->enumerated && !line->bulleted && follows_blank(reading, i) &&
           i + 1 < reading->line_count && !line[1].enumerated &&
           line[1].words >= LONG_PARAGRAPH;
}

/*
 * Without a style the level is that of the number; else one below the last
 * heading that has a style, where the document has levels at all.
 */
static unsigned plain_level(const struct line *line,
                            const struct block *styled)
{
    if (line->depth)
        return line->depth;
    return styled && styled->level > 1 ? styled->level + 1 : 1;
}

/* "Dnr 43-2023:5120". */
static bool has_number(const struct reading *reading, const struct line *line)
{
    const struct hit *lead =
        cue_at(reading, CUE_REFERENCE, line->body, line->end);

    return lead && lead->end < line->end &&
           reading->tokens->items[line->end - 1].kind == TOKEN_NUMBER;
}

/* A line with the day or the one who decided belongs to the letter. */
static bool is_letter_line(const struct reading *reading,
                           const struct line *line)
{
    const struct hit *signer =
        cue_in(reading, CUE_SIGNER, line->body, line->end);

    if (cue_at(reading, CUE_OWN_DATE, line->body, line->end) ||
        has_number(reading, line) ||
        (signer && signer->end == line->end && line->words <= 6))
        return true;
    return line->words <= 8 && line->depth < 2 && /* not "1.1 Läget 2023" */
           line_date(reading, line->first, line->end) != NULL;
}

/* "3 kap. 5 § skollagen", "Rättslig reglering: 3 kap. 5 § skollagen". */
static bool says_law(const struct reading *reading, const struct line *line)
{
    const struct hit *lead =
        cue_at(reading, CUE_LAW_LEAD, line->body, line->end);

    return is_law_text(reading, line) ||
           (lead && words_in(reading, lead->end, line->end) > 0);
}

/* `styled` is the last heading with a style before it, or NULL. */
static unsigned heading_level(const struct reading *reading, size_t i,
                              const struct block *styled)
{
    const struct block *block = block_at(reading, i);
    const struct line *line = &reading->lines[i];

    if (line->first == line->end || says_law(reading, line) ||
        is_letter_line(reading, line) || frame_at(reading, line) ||
        cue_at(reading, CUE_TABLE_NAME, line->body, line->end))
        return 0;
    if (block->kind == BLOCK_HEADING)
        return block->level ? block->level : 1;
    if (block->kind == BLOCK_LIST_ITEM && line->depth == 0 &&
        !heads_list(reading, i))
        return 0;
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_LIST_ITEM)
        return 0;
    if (!has_heading_shape(reading, i))
        return 0;
    if (block->flags & BLOCK_BOLD)
        return plain_level(line, styled);
    if (ends_with_mark(reading, line, ":") && line->words > 3)
        return 0;
    if (!follows_blank(reading, i) && !heads_paragraph(reading, i))
        return 0;
    return plain_level(line, styled);
}

static bool is_running(const struct reading *reading, size_t i)
{
    enum { RUNNING = 8 };
    const struct line *line = &reading->lines[i];

    return block_at(reading, i)->kind != BLOCK_FOOTER &&
           (line->words >= RUNNING ||
            (line->words > 2 && token_mark(reading, line->end - 1) == '.'));
}

/* After the last running text names and enclosures follow, no headings. */
static size_t last_text(const struct reading *reading)
{
    size_t i = reading->line_count;

    while (i > 0 && !is_running(reading, i - 1))
        i--;
    return i;
}

void headings_find(struct reading *reading)
{
    size_t end = last_text(reading);
    const struct block *styled = NULL;

    for (size_t i = 0; i < end; i++) {
        reading->lines[i].heading = heading_level(reading, i, styled);
        if (block_at(reading, i)->kind == BLOCK_HEADING)
            styled = block_at(reading, i);
    }
}

/* A later line with the same words, numbers and page numbers aside. */
static bool comes_again(const struct reading *reading, size_t i)
{
    const struct line *line = &reading->lines[i];
    size_t end = line->end;

    while (end > line->body + 1 &&
           (!is_word(reading->tokens, end - 1) ||
            reading->tokens->items[end - 1].kind == TOKEN_NUMBER))
        end--;
    for (size_t j = i + 1; j < reading->line_count; j++)
        if (reading->lines[j].heading &&
            same_words(reading, line->body, end, reading->lines[j].body,
                       reading->lines[j].end))
            return true;
    return false;
}

void contents_find(struct reading *reading)
{
    enum { MOST_LINES = 60 };
    size_t i = 0, stop;

    while (i < reading->line_count &&
           !(reading->lines[i].words <= 2 && reading->lines[i].words &&
             cue_at(reading, CUE_CONTENTS, reading->lines[i].body,
                    reading->lines[i].end)))
        i++;
    if (i == reading->line_count)
        return;
    stop = i + 1;
    while (stop < reading->line_count && stop < i + MOST_LINES &&
           comes_again(reading, stop))
        stop++;
    for (; i < stop; i++) {
        reading->lines[i].heading = 0;
        paint_voice(reading, reading->lines[i].first, reading->lines[i].end,
                    VOICE_FRONT);
    }
}

int heading_role(const struct reading *reading, size_t block)
{
    const struct templates *templates = reading->templates;
    const struct line *line = &reading->lines[block];

    for (size_t i = 0; i < templates->section_count; i++)
        if (phrase_in(reading, templates->sections[i].names, line->body,
                      line->end))
            return templates->sections[i].role;
    return NO_INDEX;
}

/* The end of the section that begins at `block`, in tokens. */
static size_t section_end(const struct reading *reading, size_t block)
{
    unsigned level = reading->lines[block].heading;

    for (size_t i = block + 1; i < reading->line_count; i++)
        if (block_at(reading, i)->kind == BLOCK_NOTE ||
            (reading->lines[i].heading && reading->lines[i].heading <= level))
            return reading->lines[i].first;
    return reading->tokens->count;
}

static void add_section(struct reading *reading, size_t block,
                        size_t *capacity)
{
    struct outline *outline = reading->outline;
    const struct line *line = &reading->lines[block];
    size_t end = section_end(reading, block);
    struct section section = {
        .role = heading_role(reading, block),
        .heading = reading_span(reading, line->first, line->end),
        .level = line->heading,
    };

    if (end > line->end)
        section.body = reading_span(reading, line->end, end);
    else
        section.body.start = span_end(section.heading);
    outline->sections =
        arena_grow(reading->arena, outline->sections, outline->section_count,
                   capacity, sizeof section);
    outline->sections[outline->section_count++] = section;
    paint_voice(reading, line->first, line->end, VOICE_HEADING);
    if (section.role != NO_INDEX)
        paint_role(reading, line->first, end, section.role);
}

void sections_make(struct reading *reading, size_t from)
{
    size_t capacity = 0;

    for (size_t i = from; i < reading->line_count; i++)
        if (reading->lines[i].heading)
            add_section(reading, i, &capacity);
}
