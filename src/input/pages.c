/* pages - the lines of printed pages, with where they stand on them. */
#include "input/pages.h"

#include "base/buf.h"
#include "base/limits.h"

enum {
    COLUMNS = 12,
    LEVEL_PAGE = 1,
    LEVEL_BLOCK = 2,
    LEVEL_PARAGRAPH = 3,
    LEVEL_LINE = 4,
    LEVEL_WORD = 5,
    PAGE_HEIGHT = 842, /* points; pages of dots and of points are alike */
    PAGES_MOST = 100000
};

struct table {
    struct arena *arena;
    struct pages *pages;
    size_t line_capacity, word_capacity, page_capacity;
    struct buf text; /* of the line that is open */
    struct page_line line;
    double scale; /* of the page, to points */
    double certain;
};

/* "12.5" without regard to any locale; 0 when it is no number. */
static double decimal(struct str text)
{
    double value = 0, scale = 1;
    bool fraction = false;

    for (size_t i = 0; i < text.length && i < 24; i++) {
        char byte = text.at[i];

        if (byte == '.' && !fraction) {
            fraction = true;
        } else if (byte >= '0' && byte <= '9') {
            value = value * 10 + (byte - '0');
            scale *= fraction ? 10 : 1;
        } else {
            break;
        }
    }
    return value / scale;
}

static void end_line(struct table *table)
{
    struct pages *pages = table->pages;

    if (table->text.length) {
        table->line.text = arena_str(table->arena, buf_str(&table->text));
        pages->lines =
            arena_grow(table->arena, pages->lines, pages->count,
                       &table->line_capacity, sizeof *pages->lines);
        pages->lines[pages->count++] = table->line;
    }
    buf_cut(&table->text, 0);
    table->line = (struct page_line){0};
}

static void begin_page(struct table *table, double height)
{
    struct pages *pages = table->pages;

    if (pages->page_count == PAGES_MOST)
        return;
    pages->heights =
        arena_grow(table->arena, pages->heights, pages->page_count,
                   &table->page_capacity, sizeof *pages->heights);
    pages->heights[pages->page_count++] = height > 0 ? PAGE_HEIGHT : 0;
    table->scale = height > 0 ? PAGE_HEIGHT / height : 1;
}

static void add_word(struct table *table, const struct str *columns)
{
    struct page_line *line = &table->line;
    struct pages *pages = table->pages;
    struct str word = str_trim(columns[11]);
    double left = decimal(columns[6]) * table->scale;
    double top = decimal(columns[7]) * table->scale;
    double right = left + decimal(columns[8]) * table->scale;
    double bottom = top + decimal(columns[9]) * table->scale;

    if (word.length == 0 || pages->page_count == 0)
        return;
    if (table->text.length == 0) {
        line->left = left;
        line->top = top;
        line->page = pages->page_count;
        line->first_word = pages->word_count;
    } else {
        buf_add_byte(&table->text, ' ');
    }
    buf_add(&table->text, word);
    if (top < line->top)
        line->top = top;
    if (right > line->right)
        line->right = right;
    if (bottom > line->bottom)
        line->bottom = bottom;
    table->certain += decimal(columns[10]);
    line->word_count++;
    pages->words = arena_grow(table->arena, pages->words, pages->word_count,
                              &table->word_capacity, sizeof *pages->words);
    pages->words[pages->word_count++] = (struct page_word){word, left, right};
}

static void read_row(struct table *table, struct str row)
{
    struct str columns[COLUMNS] = {{0}}, rest = row;
    unsigned level;

    for (int i = 0; i < COLUMNS - 1; i++)
        if (!str_cut(&rest, '\t', &columns[i]))
            return;
    columns[COLUMNS - 1] = rest;
    if (!str_number(columns[0], &level))
        return;
    if (level < LEVEL_WORD)
        end_line(table);
    if (level == LEVEL_PAGE)
        begin_page(table, decimal(columns[9]));
    else if (level == LEVEL_WORD)
        add_word(table, columns);
}

struct pages *pages_read(struct arena *arena, struct str text)
{
    struct pages *pages = arena_alloc(arena, sizeof *pages);
    struct table table = {.arena = arena, .pages = pages};
    struct str row;

    while (str_cut(&text, '\n', &row) && pages->count < LIMIT_BLOCKS)
        read_row(&table, row);
    end_line(&table);
    buf_free(&table.text);
    if (pages->word_count)
        pages->certainty = table.certain / (double)pages->word_count;
    return pages;
}
