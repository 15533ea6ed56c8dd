/* read_pages: printed pages become paragraphs, headings and tables again. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buf.h"
#include "input/input.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static struct buf table;

static double dots = 1; /* of the page, to a point */

static void page(void)
{
    buf_format(&table, "1\t1\t0\t0\t0\t0\t0\t0\t600\t%.0f\t-1\t#\n",
               840 * dots);
}

/* A line of words at a place, `high` points high, 5 points a letter. */
static void line(double left, double top, double high, const char *text)
{
    struct str rest = str_from(text), word;

    buf_format(&table, "4\t1\t0\t0\t0\t0\t%.2f\t%.2f\t1\t1\t-1\t#\n", left,
               top);
    while (str_cut(&rest, ' ', &word)) {
        double wide = 5.0 * (double)word.length;

        buf_format(&table,
                   "5\t1\t0\t0\t0\t0\t%.2f\t%.2f\t%.2f\t%.2f\t100\t%.*s\n",
                   left * dots, top * dots, wide * dots, high * dots,
                   (int)word.length, word.at);
        left += wide + 5;
    }
}

static struct document *read(void)
{
    struct failure failure = {0};
    struct document *document = input_read_pages(
        STR("a.pdf"), STR("%PDF"), buf_str(&table), INPUT_PRINTED, &failure);

    cr_assert(document != NULL, "%s", failure.key);
    buf_free(&table);
    return document;
}

static const char *text_of(const struct document *document, size_t block)
{
    static char text[400];

    cr_assert(block < document->block_count);
    snprintf(text, sizeof text, "%.*s",
             (int)document->blocks[block].span.length,
             document->text.at + document->blocks[block].span.start);
    return text;
}

static const char body[] =
    "This line of the text is as full as the lines of a page can be, so";

Test(read_pages, lines_of_a_paragraph_are_joined_and_words_mended)
{
    struct document *document;

    page();
    line(70, 100, 12, body);
    line(70, 114, 12,
         "what follows belongs to it, with a word that was hyphen-");
    line(70, 128, 12, "ated at the end of its line.");
    line(70, 156, 12, body);
    line(70, 170, 12, "the next one is another.");
    document = read();
    cr_expect(eq(sz, document->block_count, 2));
    cr_expect(strstr(text_of(document, 0), "was hyphenated at") != NULL);
    document_free(document);
}

Test(read_pages, a_hyphen_after_a_capital_was_written)
{
    struct document *document;

    page();
    line(70, 100, 12, body);
    line(70, 114, 12, "what follows is taught by the teachers who are all NO-");
    line(70, 128, 12, "teachers or \xC3\x84-");
    line(70, 142, 12, "teachers.");
    document = read();
    cr_expect(strstr(text_of(document, 0),
                     "all NO-teachers or \xC3\x84-teachers.") != NULL,
              "%s", text_of(document, 0));
    document_free(document);
}

Test(read_pages, what_is_said_on_every_page_is_said_once)
{
    struct document *document;

    for (int i = 1; i <= 3; i++) {
        char number[16];

        page();
        line(70, 30, 12, "Diary 2024:17");
        line(70, 200, 12, body);
        line(70, 214, 12,
             i < 3 ? "and it goes on over the edge of" : "the end.");
        snprintf(number, sizeof number, "Page %d of 3", i);
        line(280, 800, 12, number);
    }
    document = read();
    cr_expect(eq(sz, document->block_count, 4));
    cr_expect(eq(str, (char *)text_of(document, 0), "Diary 2024:17"));
    cr_expect(document->blocks[0].kind == BLOCK_HEADER);
    cr_expect(str_find(document->text, STR("Page"), 0) == SIZE_MAX);
    cr_expect(
        eq(sz, document_place(document, document->blocks[3].span.start).page,
           3));
    document_free(document);
}

Test(read_pages, rows_are_cells_and_larger_letters_a_heading)
{
    struct document *document;

    page();
    line(70, 60, 18, "A heading");
    line(70, 100, 12, body);
    line(70, 114, 12, "a table.");
    for (int i = 0; i < 2; i++) {
        line(70, 140 + 16 * i, 12, "North");
        line(200, 140 + 16 * i, 12, "93,1");
        line(300, 140 + 16 * i, 12, "94,0");
    }
    document = read();
    cr_expect(document->blocks[0].kind == BLOCK_HEADING);
    cr_expect(eq(u32, document->blocks[0].level, 1));
    cr_expect(eq(sz, document->block_count, 8));
    cr_expect(document->blocks[7].kind == BLOCK_CELL);
    cr_expect(eq(u32, document->blocks[7].row, 2));
    cr_expect(eq(u32, document->blocks[7].column, 3));
    document_free(document);
}

Test(read_pages, a_label_that_begins_every_page_stays)
{
    static const char *const names[] = {"The first", "Another", "A third"};
    struct document *document;

    for (int i = 0; i < 3; i++) {
        page();
        line(70, 30, 10, "The authority");
        line(70, 70, 12, "Name of the measure");
        line(70, 86, 12, names[i]);
        line(70, 110, 12, body);
    }
    document = read();
    cr_expect(eq(sz, document->block_count, 10));
    cr_expect(eq(str, (char *)text_of(document, 7), "Name of the measure"));
    document_free(document);
}

Test(read_pages, a_table_given_column_by_column_is_read_row_by_row)
{
    static const char *const columns[3][6] = {
        {"Area", "North", "Measures against", "what is said", "South"},
        {"Outcome", "Done", "Left", NULL, "Done"},
        {"Last day", "None", "2025-04-30", NULL, "None"}};
    struct document *document;

    page();
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 5; j++)
            if (columns[i][j])
                line(70 + 150 * i, 100 + 12 * j, 11, columns[i][j]);
    line(70, 200, 12, body);
    document = read();
    cr_assert(eq(sz, document->block_count, 13));
    cr_expect(eq(str, (char *)text_of(document, 6),
                 "Measures against what is said"));
    cr_expect(eq(str, (char *)text_of(document, 8), "2025-04-30"));
    cr_expect(eq(u32, document->blocks[8].row, 3));
    cr_expect(eq(u32, document->blocks[8].column, 3));
    cr_expect(document->blocks[12].kind == BLOCK_PARAGRAPH);
    document_free(document);
}

Test(read_pages, a_cell_left_empty_moves_no_other)
{
    struct document *document;

    page();
    for (int i = 0; i < 3; i++) {
        line(70, 100 + 16 * i, 12, "North");
        if (i != 1)
            line(200, 100 + 16 * i, 12, "93,1");
        line(300, 100 + 16 * i, 12, "94,0");
    }
    document = read();
    cr_assert(eq(sz, document->block_count, 8));
    cr_expect(eq(u32, document->blocks[4].row, 2));
    cr_expect(eq(u32, document->blocks[4].column, 3));
    document_free(document);
}

Test(read_pages, a_table_goes_on_over_the_edge_of_the_page)
{
    static const char *const names[] = {"North", "South", "East"};
    struct document *document;

    for (int i = 0; i < 3; i++) {
        if (i != 1)
            page();
        line(70, i < 2 ? 700 + 20 * i : 80, 12, names[i]);
        line(200, i < 2 ? 700 + 20 * i : 80, 12, "93,1");
        line(300, i < 2 ? 700 + 20 * i : 80, 12, "94,0");
    }
    line(70, 120, 12, body);
    document = read();
    cr_assert(eq(sz, document->block_count, 10));
    cr_expect(eq(u32, document->blocks[8].row, 3));
    cr_expect(eq(u32, document->blocks[8].column, 3));
    cr_expect(eq(u32, document->blocks[8].table, 1));
    document_free(document);
}

Test(read_pages, running_text_in_two_columns_is_no_table)
{
    static const char *const lines[] = {
        "This is the text of a column that", "goes on line after line until",
        "the column ends, and it is not", "read across the page at all."};
    struct document *document;

    page();
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 4; j++)
            line(70 + 240 * i, 100 + 14 * j, 12, lines[j]);
    document = read();
    cr_assert(eq(sz, document->block_count, 2));
    cr_expect(strstr(text_of(document, 0), "until the column") != NULL);
    document_free(document);
}

Test(read_pages, a_page_number_beside_other_words_is_no_text)
{
    static const char *const numbers[] = {"1 (3)", "2 (3)", "3 (3)"};
    struct document *document;

    for (int i = 0; i < 3; i++) {
        page();
        line(70, 30, 12, "The authority");
        line(480, 30, 12, numbers[i]);
        line(70, 200, 12, body);
    }
    document = read();
    cr_expect(eq(sz, document->block_count, 4));
    cr_expect(str_find(document->text, STR("(3)"), 0) == SIZE_MAX);
    document_free(document);
}

Test(read_pages, a_page_of_dots_goes_on_with_a_page_of_points)
{
    struct document *document;

    page();
    line(70, 700, 12, body);
    line(70, 714, 12, body);
    dots = 4;
    page();
    line(70, 100, 12, "the sentence goes on over the edge to this page and");
    line(70, 114, 12, "ends on it.");
    line(70, 142, 12, body);
    dots = 1;
    document = read();
    cr_expect(eq(sz, document->block_count, 2));
    cr_expect(strstr(text_of(document, 0), "so the sentence") != NULL);
    document_free(document);
}

Test(read_pages, a_bullet_and_its_text_are_one_item)
{
    struct document *document;

    page();
    line(70, 100, 12, body);
    line(70, 114, 12, "these things.");
    line(80, 140, 12, "-");
    line(95, 140, 12, "The first thing to be done");
    line(80, 160, 12, "-");
    line(95, 160, 12, "The second");
    document = read();
    cr_expect(eq(sz, document->block_count, 3));
    cr_expect(document->blocks[1].kind == BLOCK_LIST_ITEM);
    cr_expect(eq(str, (char *)text_of(document, 2), "- The second"));
    document_free(document);
}

Test(read_pages, a_numbered_line_is_a_heading_in_larger_letters_alone)
{
    struct document *document;

    page();
    line(70, 60, 16, "2. Results of the year");
    line(70, 100, 12, body);
    line(70, 114, 12, "these things.");
    line(70, 140, 12, "1. The first thing to be done");
    line(70, 160, 12, body);
    document = read();
    cr_expect(document->blocks[0].kind == BLOCK_HEADING);
    cr_expect(document->blocks[2].kind == BLOCK_LIST_ITEM);
    document_free(document);
}

Test(read_pages, the_front_of_a_letter_keeps_its_lines)
{
    static const char *const front[] = {
        "The municipality of the North",
        "Department of schools, on the level of the owner",
        "The schools in the north and those by the river, all of them",
        "2025-08-14"};
    struct document *document;

    page();
    for (int i = 0; i < 4; i++)
        line(70, 100 + 14 * i, 12, front[i]);
    line(70, 180, 12, body);
    line(70, 194, 12, "the text begins here.");
    document = read();
    cr_expect(eq(sz, document->block_count, 5));
    for (int i = 0; i < 4; i++) {
        cr_expect(document->blocks[i].kind == BLOCK_PARAGRAPH, "%d", i);
        cr_expect(eq(str, (char *)text_of(document, (size_t)i),
                     (char *)(size_t)front[i]));
    }
    document_free(document);
}

Test(read_pages, rows_that_are_no_words_do_no_harm)
{
    static const char *const tables[] = {
        "", "\t\t\t\n", "5\t1\t1\t1\t1\t1\t1\t1\t1\t1\t1\tbefore any page\n",
        "1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t-1\t\n5\t1\t1\t1\t1\t1\t9e9\t-"
        "3\tx\t\t\tword\n",
        "5\n1\t2\n\xFF\xFE"};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        document_free(input_read_pages(STR("a.pdf"), STR("%PDF"),
                                       str_from(tables[i]), INPUT_SCANNED,
                                       NULL));
}
