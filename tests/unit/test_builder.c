/* builder: what becomes of text on its way into a document. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "document/builder.h"

static struct builder *start(void)
{
    return builder_new(STR("a.docx"), STR("docx"));
}

static struct document *finish(struct builder *builder)
{
    struct failure why = {0};
    struct document *document = builder_finish(builder, STR("abc"), &why);

    cr_assert(document != NULL, "%s", why.key);
    return document;
}

static void paragraph(struct builder *builder, const char *text)
{
    builder_begin(builder, (struct block){.kind = BLOCK_PARAGRAPH});
    builder_text(builder, str_from(text),
                 (struct source){.line = 1, .column = 1});
    builder_end(builder);
}

static void expect_text(const struct document *document, const char *text)
{
    cr_expect(str_equal(document->text, str_from(text)), "[%.*s]",
              (int)document->text.length, document->text.at);
}

Test(builder, white_space_at_the_ends_is_dropped_and_inside_stays)
{
    struct builder *builder = start();
    struct document *document;

    paragraph(builder, " \t ett  två\xC2\xA0"
                       "tre \n ");
    document = finish(builder);
    expect_text(document, "ett  två tre\n");
    document_free(document);
}

Test(builder, invisible_characters_are_dropped_and_places_stay_exact)
{
    struct builder *builder = start();
    struct document *document;

    paragraph(builder, "el\xC2\xADhälsa\xE2\x80\x8B och \x01stöd");
    document = finish(builder);
    expect_text(document, "elhälsa och stöd\n");
    cr_expect(eq(sz, document_place(document, 0).column, 1));
    cr_expect(eq(sz, document_place(document, 2).column, 4));
    cr_expect(eq(sz, document_place(document, 8).column, 10));
    cr_expect(eq(sz, document_place(document, 13).column, 16));
    document_free(document);
}

Test(builder, decomposed_letters_are_composed_with_columns_kept)
{
    struct builder *builder = start();
    struct document *document;
    uint32_t begin;

    builder_begin(builder, (struct block){.kind = BLOCK_PARAGRAPH});
    builder_text(builder,
                 STR("ma\xCC\x8A"
                     "l o\xCC\x88 "),
                 (struct source){.line = 3, .column = 1});
    begin = builder_offset(builder);
    builder_text(builder, STR("grön"),
                 (struct source){.line = 3, .column = 9});
    builder_mark(builder, MARK_GREEN, begin, builder_offset(builder));
    builder_end(builder);
    document = finish(builder);
    expect_text(document, "mål ö grön\n");
    cr_expect(eq(sz, document_place(document, 3).column, 4), "the l");
    cr_expect(eq(sz, document_place(document, 5).column, 6), "the o");
    cr_expect(eq(sz, document_place(document, 8).column, 9), "the g");
    cr_expect(str_equal(document_text(document, document->marks[0].span),
                        STR("grön")));
    document_free(document);
}

Test(builder, an_empty_block_is_kept_only_when_it_starts_a_cell)
{
    struct builder *builder = start();
    struct document *document;

    paragraph(builder, "ett");
    paragraph(builder, "  ");
    paragraph(builder, "två");
    builder_begin(builder, (struct block){.kind = BLOCK_CELL,
                                          .table = 1,
                                          .row = 1,
                                          .column = 1,
                                          .flags = BLOCK_STARTS_CELL});
    builder_end(builder);
    document = finish(builder);
    expect_text(document, "ett\ntvå\n\n");
    cr_assert(eq(sz, document->block_count, 3));
    cr_expect(ne(uint, document->blocks[1].flags & BLOCK_AFTER_BLANK, 0));
    cr_expect(eq(u32, document->blocks[2].span.length, 0));
    document_free(document);
}

Test(builder, a_cell_begins_with_its_first_paragraph_that_has_text)
{
    struct builder *builder = start();
    struct document *document;
    struct block cell = {.kind = BLOCK_CELL,
                         .table = 1,
                         .row = 1,
                         .column = 2,
                         .flags = BLOCK_STARTS_CELL};

    builder_begin(builder, cell);
    builder_end(builder);
    cell.flags = 0;
    builder_begin(builder, cell);
    builder_text(builder, STR("svar"), (struct source){.paragraph = 2});
    builder_end(builder);
    document = finish(builder);
    expect_text(document, "svar\n");
    cr_expect(ne(uint, document->blocks[0].flags & BLOCK_STARTS_CELL, 0));
    document_free(document);
}

Test(builder, a_text_box_comes_after_the_paragraph_around_it)
{
    struct builder *builder = start();
    struct document *document;

    builder_begin(builder, (struct block){.kind = BLOCK_PARAGRAPH});
    builder_text(builder, STR("före "), (struct source){0});
    builder_begin(builder, (struct block){.kind = BLOCK_TEXT_BOX});
    builder_text(builder, STR("i rutan"), (struct source){.paragraph = 2});
    builder_mark(builder, MARK_RED, 0, 7);
    builder_end(builder);
    builder_text(builder, STR("efter"), (struct source){0});
    builder_end(builder);
    document = finish(builder);
    expect_text(document, "före efter\ni rutan\n");
    cr_expect(str_equal(document_text(document, document->marks[0].span),
                        STR("i rutan")));
    cr_expect(eq(sz, document_place(document, 13).paragraph, 2));
    document_free(document);
}

Test(builder, the_front_stands_first_though_it_is_read_last)
{
    struct builder *builder = start();
    struct document *document;
    uint32_t part;

    paragraph(builder, "text");
    builder_section(builder, BUILDER_FRONT);
    part = builder_part(builder, STR("word/header1.xml"));
    for (int i = 0; i < 2; i++) {
        builder_begin(builder, (struct block){.kind = BLOCK_HEADER});
        builder_text(builder, STR("Åsmyra kommun"),
                     (struct source){.part = part, .paragraph = 1});
        builder_end(builder);
    }
    builder_section(builder, BUILDER_BODY);
    document = finish(builder);
    expect_text(document, "Åsmyra kommun\ntext\n");
    cr_expect(eq(sz, document_place(document, 0).paragraph, 1));
    cr_expect(eq(sz, document_place(document, 15).line, 1));
    document_free(document);
}

Test(builder, runs_hold_bytes_of_the_part_or_one_character)
{
    struct builder *builder = start();
    struct document *document;

    builder_begin(builder, (struct block){.kind = BLOCK_PARAGRAPH});
    builder_text(builder, STR("mål"),
                 (struct source){.offset = 10, .length = 4});
    builder_text(builder, STR(" & "),
                 (struct source){.offset = 14, .length = 3});
    builder_text(builder, STR("&"),
                 (struct source){.offset = 17, .length = 5});
    builder_text(builder, STR("x\xC2\xA0y  "),
                 (struct source){.offset = 22, .length = 6});
    builder_end(builder);
    document = finish(builder);
    expect_text(document, "mål & &x y\n");
    cr_assert(eq(sz, document->run_count, 5));
    cr_expect(eq(u32, document->runs[0].length, 7));
    cr_expect(eq(u32, document->runs[1].length, 5));
    cr_expect(eq(u32, document->runs[2].length, 1));
    cr_expect(eq(u32, document->runs[3].length, 2));
    cr_expect(eq(u64, document->runs[4].offset, 25));
    cr_expect(eq(u32, document->runs[4].length, 1));
    document_free(document);
}

Test(builder, the_hash_is_of_the_bytes)
{
    struct builder *builder = start();
    struct document *document;

    paragraph(builder, "x");
    document = finish(builder);
    cr_expect(eq(str, document->sha256,
                 "ba7816bf8f01cfea414140de5dae2223"
                 "b00361a396177a9cb410ff61f20015ad"));
    document_free(document);
}

Test(builder, a_text_over_the_limit_is_refused)
{
    struct builder *builder = start();
    struct failure why = {0};
    static char text[1 << 20];

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = 'a';
    builder_begin(builder, (struct block){.kind = BLOCK_PARAGRAPH});
    for (int i = 0; i < 65; i++)
        builder_text(builder, (struct str){text, sizeof text},
                     (struct source){0});
    cr_expect(builder_full(builder) != NULL);
    cr_expect(builder_finish(builder, STR(""), &why) == NULL);
    cr_expect(eq(str, why.key, "text-too-large"));
}
