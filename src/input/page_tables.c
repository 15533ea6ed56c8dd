/* page_tables - the tables of printed pages, by where their words stand. */
#include "input/page_tables.h"

#include "base/buf.h"
#include "base/unicode.h"
#include "input/joint.h"
#include "input/lines.h"
#include "input/page_bands.h"

#include <stdlib.h>

enum {
    ROWS_FEWEST = 2,
    PROSE_BANDS = 4, /* columns of running text are no table */
    PROSE_LETTERS = 18
};

/* In heights of the letters: the most room between two rows. */
static const double row_gap = 2.5;

/* Those of one table that are not yet in their place. */
struct cells {
    size_t next, end;
};

struct search {
    struct arena *arena;
    struct pages *pages;
    struct page_line *lines; /* the cells found on the page */
    size_t count, capacity;
    size_t first;     /* line of the page */
    size_t *table_of; /* per line of it: the table that took it, from 1 */
    struct cells *tables;
    size_t table_count, table_capacity;
    uint32_t row;       /* rows so far, on all pages */
    struct lanes lanes; /* of the table that ended the page before */
};

/* A run of bands with lanes in common. */
struct run {
    const struct band *bands;
    size_t count, rows; /* of those with more than one part */
    struct lanes lanes;
};

/* Whether a band may stand in a table right after the run. */
static bool fits(const struct run *run, const struct band *band,
                 struct lanes *lanes)
{
    const struct band *last = &run->bands[run->count - 1];
    unsigned before = lanes_inner(&run->lanes);

    if (band->top - last->bottom > row_gap * band_height(last) ||
        (band->parts == 1 && !band_goes_on(band) &&
         lanes_column(&run->lanes, band->words[0].word) == 0))
        return false;
    *lanes = run->lanes;
    lanes_keep_off(lanes, band);
    return lanes_inner(lanes) > 0 &&
           (run->rows < ROWS_FEWEST || lanes_inner(lanes) >= before);
}

/* The run from a band on, in lanes that `rows` rows before it had. */
static struct run run_from(const struct bands *bands, size_t first,
                           struct lanes lanes, size_t rows)
{
    struct run run = {&bands->items[first], 1, rows + 1, lanes};

    lanes_keep_off(&run.lanes, run.bands);
    while (first + run.count < bands->count &&
           fits(&run, &run.bands[run.count], &lanes)) {
        run.rows += run.bands[run.count].parts > 1;
        run.lanes = lanes;
        run.count++;
    }
    return run;
}

/* Whether two or more columns are running text, line after line. */
static bool is_prose(const struct run *run)
{
    size_t lines[LANES_MOST + 1] = {0}, small[LANES_MOST + 1] = {0};
    size_t letters[LANES_MOST + 1] = {0}, prose = 0;

    if (run->count < PROSE_BANDS)
        return false;
    for (size_t i = 0; i < run->count; i++) {
        unsigned before = LANES_MOST + 1;

        for (size_t j = 0; j < run->bands[i].count; j++) {
            const struct page_word *word = run->bands[i].words[j].word;
            unsigned column = lanes_column(&run->lanes, word);

            letters[column] += unicode_count(word->text);
            if (column == before)
                continue;
            lines[column]++;
            small[column] += line_begins_small(word->text);
            before = column;
        }
    }
    for (unsigned i = 0; i <= LANES_MOST; i++)
        prose +=
            letters[i] > PROSE_LETTERS * lines[i] && small[i] * 2 > lines[i];
    return prose > 1;
}

/* The row that is being put together. */
struct row {
    struct buf texts[LANES_MOST + 1];
    struct page_line cells[LANES_MOST + 1];
};

static void add_to_cell(struct search *search, struct row *row,
                        unsigned column, const struct placed *placed)
{
    const struct page_line *line = &search->pages->lines[placed->line];
    struct page_line *cell = &row->cells[column];
    struct buf *text = &row->texts[column];

    if (text->length == 0)
        *cell = (struct page_line){
            .left = placed->word->left, .top = line->top, .page = line->page};
    else if (line->top <= cell->top)
        buf_add_byte(text, ' ');
    else
        joint_add(text, placed->word->text);
    buf_add(text, placed->word->text);
    if (placed->word->right > cell->right)
        cell->right = placed->word->right;
    if (line->bottom > cell->bottom)
        cell->bottom = line->bottom;
}

static void end_row(struct search *search, struct row *row)
{
    search->row++;
    for (unsigned i = 0; i <= LANES_MOST; i++) {
        struct page_line *cell = &row->cells[i];

        if (row->texts[i].length == 0)
            continue;
        cell->text = arena_str(search->arena, buf_str(&row->texts[i]));
        cell->row = search->row;
        cell->column = i + 1;
        search->lines =
            arena_grow(search->arena, search->lines, search->count,
                       &search->capacity, sizeof *search->lines);
        search->lines[search->count++] = *cell;
        buf_cut(&row->texts[i], 0);
    }
}

/* Whether a band goes on with the cells of the row before it. */
static bool continues(const struct run *run, const struct band *band,
                      const struct row *row)
{
    unsigned first = lanes_column(&run->lanes, band->words[0].word);
    unsigned last =
        lanes_column(&run->lanes, band->words[band->count - 1].word);

    return first == last ||
           (band_goes_on(band) && row->texts[first].length &&
            !line_ends_sentence(buf_str(&row->texts[first])));
}

static void add_table(struct search *search, const struct run *run)
{
    struct row row = {0};

    search->tables =
        arena_grow(search->arena, search->tables, search->table_count,
                   &search->table_capacity, sizeof *search->tables);
    search->tables[search->table_count++].next = search->count;
    for (size_t i = 0; i < run->count; i++) {
        const struct band *band = &run->bands[i];

        if (i && !continues(run, band, &row))
            end_row(search, &row);
        for (size_t j = 0; j < band->count; j++) {
            add_to_cell(search, &row,
                        lanes_column(&run->lanes, band->words[j].word),
                        &band->words[j]);
            search->table_of[band->words[j].line - search->first] =
                search->table_count;
        }
    }
    end_row(search, &row);
    search->tables[search->table_count - 1].end = search->count;
    for (unsigned i = 0; i <= LANES_MOST; i++)
        buf_free(&row.texts[i]);
}

/* Whether the page begins with more rows of the table before it. */
static bool goes_over(const struct search *search, const struct bands *bands)
{
    struct lanes lanes = search->lanes;

    if (bands->count == 0 || bands->items[0].parts < 2 ||
        lanes_inner(&lanes) == 0)
        return false;
    lanes_keep_off(&lanes, &bands->items[0]);
    return lanes_inner(&lanes) == lanes_inner(&search->lanes);
}

static void search_page(struct search *search, size_t end)
{
    struct bands bands =
        bands_of(search->arena, search->pages, search->first, end);
    bool over = goes_over(search, &bands);
    struct lanes before = search->lanes;
    size_t i = 0;

    search->lanes = lanes_all();
    while (i < bands.count) {
        struct run run;

        if (bands.items[i].parts < 2) {
            i++;
            continue;
        }
        over = over && i == 0;
        run = over ? run_from(&bands, i, before, ROWS_FEWEST)
                   : run_from(&bands, i, lanes_all(), 0);
        if (run.rows < ROWS_FEWEST) {
            i++;
            continue;
        }
        i += run.count;
        if (is_prose(&run))
            continue;
        search->row += !over; /* rows of another table never follow on */
        add_table(search, &run);
        if (i == bands.count)
            search->lanes = run.lanes;
    }
}

/* The lines of a page, with the cells where the first of a table stood. */
static void put_in_place(struct search *search, struct page_line *lines,
                         size_t *count, size_t end)
{
    for (size_t i = search->first; i < end; i++) {
        size_t table = search->table_of[i - search->first];
        struct cells *cells;

        if (table == 0) {
            lines[(*count)++] = search->pages->lines[i];
            continue;
        }
        cells = &search->tables[table - 1];
        while (cells->next < cells->end)
            lines[(*count)++] = search->lines[cells->next++];
    }
}

void pages_find_tables(struct arena *arena, struct pages *pages)
{
    struct search search = {
        .arena = arena, .pages = pages, .lanes = lanes_all()};
    /* A cell takes a word or more of what was there. */
    struct page_line *lines = arena_alloc(
        arena, (pages->count + pages->word_count + 1) * sizeof *lines);
    size_t count = 0;

    while (search.first < pages->count) {
        size_t end = search.first;

        while (end < pages->count &&
               pages->lines[end].page == pages->lines[search.first].page)
            end++;
        search.table_of =
            arena_alloc(arena, (end - search.first) * sizeof(size_t));
        search.table_count = search.count = 0;
        search_page(&search, end);
        put_in_place(&search, lines, &count, end);
        search.first = end;
    }
    pages->lines = lines;
    pages->count = count;
}
