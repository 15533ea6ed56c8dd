/* read_text: how plain text of every make becomes blocks. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buf.h"
#include "input/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct document *read_bytes(struct str bytes)
{
    struct failure why = {0};
    struct document *document = input_read(STR("a.txt"), bytes, &why);

    cr_assert(document != NULL, "%s", why.key);
    return document;
}

static struct document *read_string(const char *text)
{
    return read_bytes(str_from(text));
}

static void expect_blocks(const struct document *document, const char *shape)
{
    static const char letters[] = "HPLCTFNB";
    char found[256] = "";

    for (size_t i = 0; i < document->block_count && i < 255; i++)
        found[i] = letters[document->blocks[i].kind];
    cr_expect(eq(str, found, (char *)shape));
}

static void expect_block(const struct document *document, size_t index,
                         const char *text)
{
    struct str found;

    cr_assert(lt(sz, index, document->block_count));
    found = document_text(document, document->blocks[index].span);
    cr_expect(str_equal(found, str_from(text)), "[%.*s]", (int)found.length,
              found.at);
}

static void expect_failure(struct str bytes, const char *key)
{
    struct failure why = {0};

    cr_expect(input_read(STR("a"), bytes, &why) == NULL);
    cr_expect(eq(str, why.key, (char *)key));
}

Test(read_text, the_same_text_in_four_encodings_is_the_same_document)
{
    static const struct str texts[] = {
        STR_INIT("Målet är nått."),
        STR_INIT("\xEF\xBB\xBFMålet är nått."),
        STR_INIT("M\xE5let \xE4r n\xE5tt."),
        STR_INIT(
            "\xFF\xFEM\0\xE5\0l\0e\0t\0 \0\xE4\0r\0 \0n\0\xE5\0t\0t\0.\0"),
        STR_INIT("\0M\0\xE5\0l\0e\0t\0 \0\xE4\0r\0 \0n\0\xE5\0t\0t\0."),
        STR_INIT("Ma\xCC\x8Alet a\xCC\x88r na\xCC\x8Att."),
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct document *document = read_bytes(texts[i]);

        expect_block(document, 0, "Målet är nått.");
        document_free(document);
    }
}

Test(read_text, every_kind_of_line_end_ends_a_line)
{
    struct document *document = read_string("ett\r\ntvå\rtre\nfyra");

    expect_blocks(document, "PPPP");
    cr_expect(
        eq(sz, document_place(document, document->blocks[3].span.start).line,
           4));
    document_free(document);
}

Test(read_text, a_line_that_begins_with_a_tab_is_a_cell_of_one_table)
{
    struct document *document =
        read_string("\tProblem\n\tDet saknas\nmer\n\t \nannat\n");

    expect_blocks(document, "CCPCP");
    expect_block(document, 3, "");
    cr_expect(eq(u32, document->blocks[0].table, 1));
    cr_expect(eq(u32, document->blocks[3].table, 1));
    cr_expect(eq(u32, document->blocks[3].row, 3));
    cr_expect(ne(uint, document->blocks[3].flags & BLOCK_STARTS_CELL, 0));
    cr_expect(eq(
        sz, document_place(document, document->blocks[1].span.start).column,
        2));
    document_free(document);
}

Test(read_text, tabs_inside_a_line_part_the_cells_of_a_row)
{
    struct document *document =
        read_string("Skola\t2024\nVallen\t81,5\n\nSlut\n");

    expect_blocks(document, "CCCCP");
    cr_expect(eq(u32, document->blocks[3].row, 2));
    cr_expect(eq(u32, document->blocks[3].column, 2));
    cr_expect(eq(
        sz, document_place(document, document->blocks[3].span.start).column,
        8));
    document_free(document);
}

Test(read_text, columns_set_with_spaces_are_cells_and_a_letterhead_is_none)
{
    struct document *document =
        read_string("Storby kommun              Dnr 7/24\n\n"
                    "Skola         2023    2024\n"
                    "Stora Vallen   198     204   \n"
                    "Alla                   215\n"
                    "\nSlut. Och   mer.\n");

    expect_blocks(document, "HCCCCCCCCP");
    expect_block(document, 4, "Stora Vallen");
    expect_block(document, 8, "215");
    cr_expect(eq(u32, document->blocks[6].column, 3));
    document_free(document);
}

/* CPU time to read a line of so many cells. */
static double row_cost(const char *cell, size_t cells)
{
    struct buf text = {0};
    struct document *document;
    clock_t before;
    double cost;

    for (size_t i = 0; i < cells; i++)
        buf_add_text(&text, cell);
    buf_add_text(&text, "slut\n");
    before = clock();
    document = read_string(buf_str(&text).at);
    cost = (double)(clock() - before) / CLOCKS_PER_SEC;
    cr_expect(gt(sz, document->block_count, cells));
    document_free(document);
    buf_free(&text);
    return cost;
}

Test(read_text, a_row_of_very_many_cells_takes_linear_time)
{
    static const char *const cells[] = {"ab   ", "ab\t"};

    for (size_t i = 0; i < 2; i++) {
        double once = row_cost(cells[i], 4000);
        double more = row_cost(cells[i], 64000);

        /* 16 times the cells: 256 times the time if it were quadratic. */
        cr_expect(more < 100 * once + 0.1, "%zu: %.3f s, then %.3f s", i,
                  once, more);
    }
}

Test(read_text, what_a_converter_left_is_recorded_and_stays_in_the_text)
{
    struct document *document = read_string("\t[bookmark: _Hlk1]Namn\n");

    expect_block(document, 0, "[bookmark: _Hlk1]Namn");
    cr_assert(eq(sz, document->residue_count, 1));
    cr_expect(eq(int, document->residue[0].kind, RESIDUE_CONVERTER_ARTEFACT));
    cr_expect(str_equal(document_text(document, document->residue[0].span),
                        STR("[bookmark: _Hlk1]")));
    document_free(document);
}

Test(read_text, wrapped_lines_are_joined_and_keep_their_places)
{
    struct document *document = read_string(
        "Inledning\n\n"
        "Nämnden har under hösten följt upp hur skolorna arbetar med\n"
        "närvaron, och rektorerna har redovisat vilka orsaker de ser\n"
        "till att frånvaron ökar. Det gäller främst de äldre eleverna\n"
        "i fyra av skolorna.\n\n"
        "- En första punkt som är så lång att den behöver fortsätta på\n"
        "  nästa rad.\n"
        "- En andra punkt.\n\n"
        "Arbetet fortsätter under våren med samma frågor och samma\n\n"
        "personer som under hösten.\n");

    expect_blocks(document, "HPLLP");
    expect_block(document, 3, "- En andra punkt.");
    expect_block(document, 4,
                 "Arbetet fortsätter under våren med samma frågor och samma "
                 "personer som under hösten.");
    cr_expect(
        eq(sz,
           document_place(document, document->blocks[4].span.start + 65).line,
           14));
    document_free(document);
}

Test(read_text, words_cut_at_the_end_of_a_line_are_whole_again)
{
    struct document *document = read_string(
        "Nämnden har under hösten följt upp hur skolorna arbetar med när-\n"
        "varon, och rektorerna har redovisat orsaker inom läs- och skriv-\n"
        "utveckling. Det gäller främst de äldre eleverna i årskurs 7-\n"
        "9, och i någon mån även eleverna i årskurserna 4–6, för vilka läs-\n"
        "och skrivutvecklingen är god.\n");

    expect_block(
        document, 0,
        "Nämnden har under hösten följt upp hur skolorna arbetar med "
        "närvaron, och rektorerna har redovisat orsaker inom läs- och "
        "skrivutveckling. Det gäller främst de äldre eleverna i årskurs 7-9, "
        "och i någon mån även eleverna i årskurserna 4–6, för vilka läs- och "
        "skrivutvecklingen är god.");
    document_free(document);
}

Test(read_text, what_the_edges_of_pages_say_parts_no_sentence)
{
    struct document *document = read_string(
        "Nämnden 1 (3)\n\n"
        "Nämnden har under hösten följt upp hur skolorna arbetar med\n"
        "närvaron, och rektorerna har redovisat vilka orsaker de ser\n"
        "till att frånvaron\n\n"
        "Box 1, 111 11 Storstad\n\f"
        "Nämnden 2 (3)\n\n"
        "ökar. Det gäller främst de äldre eleverna.\n\n"
        "Box 1, 111 11 Storstad\n\f"
        "Nämnden 3 (3)\n\n"
        "Av redovisningen framgår inte vad som har gjorts åt det hela.\n\n"
        "Box 1, 111 11 Storstad\n");

    expect_blocks(document, "PPF");
    expect_block(
        document, 0,
        "Nämnden har under hösten följt upp hur skolorna arbetar med "
        "närvaron, och rektorerna har redovisat vilka orsaker de ser "
        "till att frånvaron ökar. Det gäller främst de äldre "
        "eleverna.");
    cr_expect(
        eq(sz, document_place(document, document->blocks[1].span.start).page,
           3));
    document_free(document);
}

Test(read_text, a_label_at_the_top_of_every_page_stays)
{
    struct document *document =
        read_string("Namn på insats\nEtt namn\nDatum\n\f"
                    "Namn på insats\nEtt annat\nKlart\n");

    expect_blocks(document, "PPPPPP");
    document_free(document);
    document = read_string("Sida 1\nNamn på insats\nEtt namn\nDatum\n\f"
                           "Sida 2\nNamn på insats\nEtt annat\nKlart\n");
    expect_blocks(document, "PPPPPP");
    document_free(document);
}

Test(read_text, lines_that_are_paragraphs_are_not_joined)
{
    struct document *document = read_string(
        "Rektor följer upp.\nrutiner saknas\nNämnden beslutar om medel.\n"
        "En mycket lång rad som går långt utöver vad någon radbredd skulle "
        "tillåta eftersom den är ett helt stycke i sig och inte bruten "
        "någonstans alls.\n");

    expect_blocks(document, "PPPP");
    document_free(document);
}

Test(read_text, headings_are_seen_by_their_form)
{
    struct document *document = read_string(
        "# Kvalitetsrapport\n\nText under rubriken.\n\n## Resultat\n\n"
        "Mer text.\n\n2 Analys\n\nÄnnu mer text.\n\nUppföljning\n\n"
        "Och text.\n\nslutord utan versal\n\nText.\n\n2024-05-02\n\nSlut\n");

    expect_blocks(document, "HPHPHPHPPPPP");
    expect_block(document, 0, "Kvalitetsrapport");
    cr_expect(eq(uint, document->blocks[2].level, 2));
    cr_expect(eq(sz, document_place(document, 0).column, 3));
    document_free(document);
}

Test(read_text, text_that_an_ocr_program_read_is_recognised)
{
    char text[4000] = "";
    struct document *document;

    for (int i = 0; i < 5; i++)
        snprintf(text + i * 130, sizeof text - (size_t)i * 130, "%-129s\n",
                 "Huvudmannen har paborjat ett arbete som ligger i linje med "
                 "vad som behovs, och kvaliteten foljs upp av skolorna");
    document = read_string(text);
    cr_expect(document->ocr);
    cr_expect(eq(int, document->quality, READING_LIMITED));
    document_free(document);
}

Test(read_text, english_is_not_taken_for_ocr)
{
    char text[4000] = "";
    struct document *document;

    for (int i = 0; i < 5; i++)
        snprintf(
            text + i * 130, sizeof text - (size_t)i * 130, "%-129s\n",
            "The school has begun to look into the causes of absence and "
            "will know more when the work is done next week");
    document = read_string(text);
    cr_expect(not(document->ocr));
    document_free(document);
}

Test(read_text, what_is_no_document_says_what_to_do)
{
    expect_failure(STR(""), "input-empty");
    expect_failure(STR(" \n\t\n"), "input-no-text");
    expect_failure(STR("{\\rtf1\\ansi text}"), "input-rtf");
    expect_failure(STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1zzz"),
                   "input-old-office");
    expect_failure(STR("%PDF-1.7 x"), "input-pdf");
    expect_failure(STR("\x89PNG\r\n\x1A\n"), "input-image");
    expect_failure(STR("a\0b\0\0\0c\x01\x02"), "input-binary");
    cr_expect(not(input_known(STR("\x7F"
                                  "ELF\x02\x01\x01\0\0"),
                              NULL)));
    cr_expect(input_known(STR("Redovisning"), NULL));
}

Test(read_text, a_line_of_a_hundred_megabytes_is_one_clear_failure)
{
    size_t length = 100u << 20;
    char *text = malloc(length);

    cr_assert(text != NULL);
    for (size_t i = 0; i < length; i++)
        text[i] = 'a';
    expect_failure((struct str){text, length}, "text-too-large");
    free(text);
}

Test(read_text, every_byte_of_every_seed_has_its_place)
{
    static const char *const names[] = {
        "000_529fcb9b7f541ad7", "001_5118b74fa538bba9",
        "002_8b8633edd9fe94a9", "003_35e1c39c7a23c275",
        "004_9598bfa37e8790b7",
    };
    static char bytes[100000];
    char path[100];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        FILE *file;
        struct document *document;
        struct source_place last = {0};

        snprintf(path, sizeof path, "../shared/seeds/%s.txt", names[i]);
        file = fopen(path, "rb");
        if (file == NULL) {
            fputs("skipped: ../shared/seeds not found\n", stderr);
            cr_skip_test();
        }
        document = read_bytes(
            (struct str){bytes, fread(bytes, 1, sizeof bytes, file)});
        fclose(file);
        for (uint32_t at = 0; at < document->text.length; at++) {
            struct source_place place = document_place(document, at);

            cr_assert(place.line >= last.line && place.column > 0);
            last = place;
        }
        document_free(document);
    }
}
