/* structure: documents of our own are understood as written down. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/unicode.h"
#include "document/builder.h"
#include "outline_text.h"

/* The line where two texts begin to differ, for the message. */
static size_t first_difference(struct str a, struct str b, struct str *left,
                               struct str *right)
{
    size_t line = 1;

    while (str_cut(&a, '\n', left) | str_cut(&b, '\n', right)) {
        if (!str_equal(*left, *right))
            return line;
        *left = *right = STR("");
        line++;
    }
    return 0;
}

static bool check_case(const struct templates *templates, const char *folder)
{
    struct arena *arena = arena_new();
    struct str path = arena_format(arena, "%s/document.txt", folder);
    struct str want = file_bytes(
        arena, arena_format(arena, "%s/outline.txt", folder).at);
    struct str left = STR(""), right = STR("");
    struct buf text = {0};
    struct document *document =
        input_read(path, file_bytes(arena, path.at), NULL);
    struct outline *outline;
    size_t line;

    cr_assert(document != NULL, "%s cannot be read", path.at);
    outline = outline_new(document, templates);
    outline_text(&text, outline);
    line = first_difference(want, buf_str(&text), &left, &right);
    if (line)
        fprintf(stderr, "%s, line %zu\n  want %.*s\n  got  %.*s\n", folder,
                line, (int)left.length, left.at, (int)right.length,
                right.at);
    buf_free(&text);
    outline_free(outline);
    document_free(document);
    arena_free(arena);
    return line == 0;
}

Test(structure, every_case_is_understood_as_written_down)
{
    struct arena *arena = arena_new();
    size_t mistakes, wrong = 0;
    struct templates *templates = all_templates(arena, &mistakes);
    glob_t cases;

    cr_assert_eq(mistakes, 0, "the template files have mistakes");
    glob("tests/data/outline/*", 0, NULL, &cases);
    cr_assert_gt(cases.gl_pathc, 10, "run the tests from the project's root");
    for (size_t i = 0; i < cases.gl_pathc; i++)
        wrong += !check_case(templates, cases.gl_pathv[i]);
    globfree(&cases);
    cr_expect_eq(wrong, 0, "%zu cases differ", wrong);
    templates_free(templates);
    arena_free(arena);
}

/* A document made by hand: rows of cells as Word gives them. */
struct maker {
    struct builder *builder;
    uint32_t table, row;
};

static struct maker maker_new(void)
{
    return (struct maker){builder_new(STR("made.docx"), STR("docx")), 0, 0};
}

static void add_block(struct maker *maker, struct block block,
                      const char *text)
{
    builder_begin(maker->builder, block);
    builder_text(maker->builder, str_from(text), (struct source){0});
    builder_end(maker->builder);
}

static void add_line(struct maker *maker, const char *text)
{
    add_block(maker, (struct block){.kind = BLOCK_PARAGRAPH}, text);
}

static void add_heading(struct maker *maker, unsigned level, const char *text)
{
    add_block(maker, (struct block){.kind = BLOCK_HEADING, .level = level},
              text);
}

static void add_cell(struct maker *maker, uint32_t column, unsigned flags,
                     const char *text)
{
    add_block(maker,
              (struct block){.kind = BLOCK_CELL,
                             .table = maker->table,
                             .row = maker->row,
                             .column = column,
                             .flags = BLOCK_STARTS_CELL | flags},
              text);
}

/* A row with the label to the left and the answer to the right. */
static void add_row(struct maker *maker, const char *label,
                    const char *answer)
{
    maker->row++;
    add_cell(maker, 1, 0, label);
    add_cell(maker, 2, 0, answer);
}

static struct document *finish(struct maker *maker)
{
    struct failure failure = {0};
    struct document *document =
        builder_finish(maker->builder, STR("bytes"), &failure);

    cr_assert(document != NULL, "%s", failure.key);
    return document;
}

/* What a test works with: templates, one document, its outline. */
struct read {
    struct arena *arena;
    struct templates *templates;
    struct document *document;
    struct outline *outline;
};

static struct read read_document(struct document *document)
{
    struct read read = {.arena = arena_new(), .document = document};
    size_t mistakes;

    read.templates = all_templates(read.arena, &mistakes);
    read.outline = outline_new(document, read.templates);
    return read;
}

static struct read read_text(const char *text)
{
    return read_document(input_read(STR("-"), str_from(text), NULL));
}

static void read_free(struct read *read)
{
    outline_free(read->outline);
    document_free(read->document);
    templates_free(read->templates);
    arena_free(read->arena);
}

static const struct field *field_of(const struct outline *outline,
                                    size_t measure, const char *role)
{
    const struct measure *of = &outline->measures[measure];
    int wanted = templates_find_role(outline->templates, str_from(role));

    for (size_t i = 0; i < of->field_count; i++)
        if (of->fields[i].role == wanted)
            return &of->fields[i];
    return NULL;
}

static void expect_content(const struct outline *outline, size_t measure,
                           const char *role, const char *text)
{
    const struct field *field = field_of(outline, measure, role);
    struct str content;

    cr_assert(field != NULL, "no field %s", role);
    content = document_text(outline->document, field->content);
    cr_expect(str_equal(content, str_from(text)), "%s: '%.*s'", role,
              (int)content.length, content.at);
}

static void add_two_column_form(struct maker *maker)
{
    add_line(maker, "Hällsjö kommun, huvudmannanivå");
    add_heading(maker, 1,
                "Slutredovisning av insatser inom ramen för Samverkan för "
                "bästa skola");
    maker->table = 1;
    add_row(maker, "Välj utvecklingsområde:",
            "Styrning och utveckling av verksamheten");
    add_row(maker,
            "Namn på insats (ange nummer och namn enligt överenskommelse om "
            "insatser) Antal deltagare i insatsen och deras funktioner.",
            "1.2 Stöd till förvaltningen");
    add_row(maker, "Problem angivna i åtgärdsplanen.", "Resultaten sjunker.");
    add_row(maker, "Orsaker till problemen angivna i åtgärdsplanen.",
            "Ingen frågar varför.");
    add_row(maker, "Mål angivna i åtgärdsplanen.", "Vi vet varför.");
    add_row(maker, "I vilken utsträckning har ni nått målen?",
            "Vi vet varför.");
    add_row(maker,
            "Vilka synliga förbättringar ser ni i förhållande till målen?",
            "Vi frågar.");
    add_row(maker, "Mål som inte uppnåtts och vad det beror på.", "");
    add_row(maker, "Vilka lärdomar har ni gjort under förbättringsarbetet?",
            "Fråga.");
}

Test(structure, label_beside_answer_in_two_columns)
{
    struct maker maker = maker_new();
    struct read read;

    add_two_column_form(&maker);
    read = read_document(finish(&maker));
    cr_assert_eq(read.outline->measure_count, 1);
    cr_expect(str_equal(read.outline->measures[0].area,
                        STR("Styrning och utveckling av verksamheten")));
    expect_content(read.outline, 0, "insats", "1.2 Stöd till förvaltningen");
    expect_content(read.outline, 0, "problem", "Resultaten sjunker.");
    expect_content(read.outline, 0, "forbattring", "Vi frågar.");
    cr_expect_eq(field_of(read.outline, 0, "ej_uppnatt")->state, FIELD_EMPTY);
    cr_expect_eq(field_of(read.outline, 0, "malgrad")->state,
                 FIELD_REPEATS_LABEL);
    read_free(&read);
}

Test(structure, a_day_signed_right_after_the_last_row_is_the_documents_own)
{
    struct maker maker = maker_new();
    struct read read;

    add_two_column_form(&maker);
    add_row(&maker, "Datum för slutredovisning",
            "Klicka eller tryck här för att ange datum.");
    add_line(&maker, "Norrby den 28 september 2023");
    add_line(&maker, "Eva Ek, skolchef");
    read = read_document(finish(&maker));
    cr_expect_eq(read.outline->date.date.year, 2023);
    cr_expect_eq(read.outline->date.date.day, 28);
    read_free(&read);
}

Test(structure, colour_on_a_repeated_goal_is_its_degree)
{
    struct maker maker = maker_new();
    struct read read;
    uint32_t start, end;

    add_line(&maker, "Slutredovisning av insatser inom ramen för Samverkan "
                     "för bästa skola");
    maker.table = 1;
    add_row(&maker, "Mål angivna i åtgärdsplanen.", "Alla läser varje dag.");
    maker.row++;
    add_cell(&maker, 1, 0, "I vilken utsträckning har ni nått målen?");
    builder_begin(maker.builder,
                  (struct block){.kind = BLOCK_CELL,
                                 .table = 1,
                                 .row = maker.row,
                                 .column = 2,
                                 .flags = BLOCK_STARTS_CELL});
    start = builder_offset(maker.builder);
    builder_text(maker.builder, STR("Alla läser varje dag."),
                 (struct source){0});
    end = builder_offset(maker.builder);
    builder_mark(maker.builder, MARK_YELLOW, start, end);
    builder_end(maker.builder);
    builder_colour(maker.builder);
    read = read_document(finish(&maker));
    cr_assert_eq(read.outline->measure_count, 1);
    cr_assert_eq(read.outline->measures[0].goal_count, 1);
    cr_expect_eq(read.outline->measures[0].goals[0].status,
                 GOAL_ON_THE_WAY);
    cr_expect(read.outline->measures[0].goals[0].by_colour);
    read_free(&read);
}

Test(structure, content_control_that_shows_its_prompt_is_a_placeholder)
{
    struct maker maker = maker_new();
    struct read read;

    add_line(&maker, "Slutredovisning av insatser inom ramen för Samverkan "
                     "för bästa skola");
    maker.table = 1;
    add_row(&maker, "Mål angivna i åtgärdsplanen.", "Alla läser.");
    maker.row++;
    add_cell(&maker, 1, 0, "Mål som inte uppnåtts och vad det beror på.");
    add_cell(&maker, 2, BLOCK_CONTROL | BLOCK_PLACEHOLDER,
             "Här skriver du din text");
    read = read_document(finish(&maker));
    cr_expect_eq(field_of(read.outline, 0, "ej_uppnatt")->state,
                 FIELD_PLACEHOLDER);
    read_free(&read);
}

Test(structure, areas_bear_the_names_given_above_and_share_what_follows)
{
    struct maker maker = maker_new();
    struct read read;

    add_line(&maker, "Sörby kommun");
    add_heading(&maker, 1, "Redovisning av vidtagna åtgärder");
    add_line(&maker, "Områdena i beslutet är Leken på gården samt Huvudmannens "
                     "insyn, och vi tar dem i den ordningen.");
    add_heading(&maker, 1, "Leken på gården");
    add_line(&maker, "Vi har byggt en ny gård.");
    add_heading(&maker, 1, "Det vi såg");
    add_line(&maker, "Barnen leker mer.");
    add_heading(&maker, 1, "Huvudmannens insyn");
    add_line(&maker, "Styrelsen läser en rapport varje termin.");
    add_heading(&maker, 1, "Det som är kvar");
    add_line(&maker, "Vi frågar barnen igen i maj.");
    read = read_document(finish(&maker));
    cr_assert_eq(read.outline->area_count, 2);
    cr_expect(str_equal(read.outline->areas[0].name.text,
                        STR("Leken på gården")));
    cr_expect_eq(read.outline->passages[read.outline->passage_count - 1].area,
                 ANY_AREA);
    read_free(&read);
}

Test(structure, headings_by_style_give_areas_their_end)
{
    struct maker maker = maker_new();
    struct read read;

    add_line(&maker, "Sörby kommun");
    add_heading(&maker, 1, "Redovisning av vidtagna åtgärder");
    add_heading(&maker, 2, "Analys av studieresultat och trygghet");
    add_line(&maker, "Vi har sökt orsakerna i undervisningen.");
    add_heading(&maker, 3, "Analys per skola");
    add_line(&maker, "Skillnaderna beror på behörigheten.");
    add_heading(&maker, 2, "Kompensatoriskt arbete");
    add_line(&maker, "Nyanlända elever får mer tid.");
    add_heading(&maker, 2, "Om kommunen");
    add_line(&maker, "Sörby ligger vid en sjö.");
    read = read_document(finish(&maker));
    cr_assert_eq(read.outline->area_count, 2);
    cr_expect(str_equal(read.outline->areas[0].subject, STR("analys")));
    cr_expect(
        str_equal(read.outline->areas[1].subject, STR("kompensatoriskt")));
    cr_expect_eq(read.outline->passages[read.outline->passage_count - 1].area,
                 ANY_AREA);
    read_free(&read);
}

Test(structure, results_told_before_the_only_named_area_are_one_too)
{
    struct maker maker = maker_new();
    struct read read;

    add_line(&maker, "Sörby kommun");
    add_heading(&maker, 1, "Redovisning av vidtagna åtgärder");
    add_heading(&maker, 1, "Resultat");
    add_line(&maker, "14 av 24 elever når målen i svenska.");
    add_heading(&maker, 1, "Trygghet");
    add_line(&maker, "Korridoren är otrygg för att den är trång.");
    add_heading(&maker, 1, "Det kompensatoriska arbetet");
    add_line(&maker, "Nyanlända elever får mer tid.");
    read = read_document(finish(&maker));
    cr_assert_eq(read.outline->area_count, 2);
    cr_expect(str_equal(read.outline->areas[1].subject, STR("analys")));
    cr_expect(str_equal(
        document_text(read.document, read.outline->areas[1].name.span),
        STR("Resultat")));
    read_free(&read);
}

/* Every byte that is no white space stands in exactly one passage. */
static void expect_cover(const struct outline *outline)
{
    struct str text = outline->document->text;
    uint32_t at = 0;

    for (size_t i = 0; i < outline->passage_count; i++) {
        const struct passage *passage = &outline->passages[i];
        const struct block *block =
            &outline->document->blocks[passage->block];

        cr_assert_geq(passage->span.start, at);
        for (; at < passage->span.start; at++)
            cr_assert(strchr(" \n", text.at[at]), "byte %u is left out", at);
        cr_assert(span_inside(passage->span, block->span));
        at = span_end(passage->span);
    }
    for (; at < text.length; at++)
        cr_assert(strchr(" \n", text.at[at]), "byte %u is left out", at);
}

Test(structure, passages_cover_the_text_in_order)
{
    static const char *const texts[] = {
        "", "…", "\t\n\t–\n", "a)", "Mål:", "((((\"\"\"",
        "Slutredovisning av insatser\n\tMål angivna i åtgärdsplanen.",
        "Beslut\n\nPå Skolinspektionens vägnar\n\n3 kap.",
        "Redovisning av vidtagna åtgärder\n\nSkolinspektionen skriver:\n",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct document *document =
            input_read(STR("-"), str_from(texts[i]), NULL);
        struct read read;

        if (document == NULL)
            continue;
        read = read_document(document);
        expect_cover(read.outline);
        read_free(&read);
    }
}

Test(structure, path_names_measure_goal_and_row)
{
    struct read read = read_text(
        "Slutredovisning av insatser inom ramen för Samverkan för bästa "
        "skola\n\n\tNamn på insats (ange nummer och namn enligt "
        "överenskommelse om insatser)\n\t1.1 Ett\n\tMål angivna i "
        "åtgärdsplanen.\n\tEleverna läser.\n\tVilka synliga förbättringar "
        "ser ni i förhållande till målen?\n\tDe läser.\n\tMål angivna i "
        "åtgärdsplanen.\n\tEleverna skriver.\n\tNamn på insats (ange nummer "
        "och namn enligt överenskommelse om insatser)\n\t1.2 Två\n");
    struct str path[8];
    const struct goal *goal = &read.outline->measures[0].goals[1];

    cr_assert_eq(read.outline->measure_count, 2);
    cr_assert_eq(outline_path(read.outline, goal->span.start, path), 3);
    cr_expect(str_equal(path[0], STR("Insats 1")));
    cr_expect(str_equal(path[1], STR("Mål 2")));
    cr_expect(str_equal(path[2], STR("Mål")));
    read_free(&read);
}

Test(structure, a_document_of_one_line_a_thousand_times_is_read_in_time)
{
    struct buf text = {0};
    struct read read;

    buf_add_text(&text, "Slutredovisning av insatser inom ramen för "
                        "Samverkan för bästa skola\n");
    for (int i = 0; i < 20000; i++)
        buf_add_text(&text, "\tMål angivna i åtgärdsplanen.\n\tAlla läser "
                            "varje dag.\n");
    read = read_text(text.at);
    cr_expect_geq(read.outline->measure_count, 1);
    expect_cover(read.outline);
    read_free(&read);
    buf_free(&text);
}

Test(structure, numbers_and_days_that_could_not_be_read_are_counted)
{
    struct maker maker = maker_new();
    struct read read;

    add_heading(&maker, 1, "Kvalitetsrapport 2023/2024");
    add_line(&maker, "Mötet den 4 maj 2024 samlade 12 elever, 82 %. Värdet "
                     "blev 17, och 25/8 är en dag utan år.");
    add_line(&maker, "1. En punkt är inget tal.");
    read = read_document(finish(&maker));
    cr_expect_eq(read.outline->numbers_of, 4, "2023/2024, 12, 82 and 17");
    cr_expect_eq(read.outline->numbers_seen, 3, "17 of what?");
    cr_expect_eq(read.outline->days_of, 2);
    cr_expect_eq(read.outline->days_seen, 1);
    read_free(&read);
}

Test(structure, a_looser_heading_before_or_after_the_named_area_is_one_too)
{
    const char *const headings[][2] = {
        {"Vår analys", "Kompensatoriskt arbete"},
        {"Analys av studieresultat", "Stöd till elever som har det svårast"},
    };

    for (size_t i = 0; i < 2; i++) {
        struct maker maker = maker_new();
        struct read read;

        add_line(&maker, "Sörby kommun");
        add_heading(&maker, 1, "Redovisning av vidtagna åtgärder");
        add_heading(&maker, 1, headings[i][0]);
        add_line(&maker, "Vi har sökt orsakerna i undervisningen.");
        add_heading(&maker, 1, headings[i][1]);
        add_line(&maker, "Nyanlända elever får mer tid.");
        read = read_document(finish(&maker));
        cr_assert_eq(read.outline->area_count, 2);
        cr_expect(outline_has_main_area(read.outline));
        cr_expect(!str_equal(read.outline->areas[0].subject,
                             read.outline->areas[1].subject));
        read_free(&read);
    }
}

Test(structure, an_area_goes_on_past_headings_that_look_like_its_own)
{
    /* Title, areas, and what stands within them. */
    static const unsigned levels[][3] = {{1, 1, 1}, {3, 3, 3}, {1, 2, 2},
                                         {1, 2, 3}};

    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        const unsigned *level = levels[i];
        struct maker maker = maker_new();
        struct read read;
        struct str first;

        add_line(&maker, "Sörby kommun");
        add_heading(&maker, level[0], "Redovisning av vidtagna åtgärder");
        add_heading(&maker, level[1],
                    "Huvudmannens analys av studieresultat och trygghet");
        add_line(&maker, "Vi har sökt orsakerna i undervisningen.");
        builder_blank(maker.builder);
        add_line(&maker, "Det gick till så");
        add_line(&maker, "Rektorerna gick igenom resultaten med lärarna.");
        add_heading(&maker, level[2], "Vad vi har kommit fram till");
        add_line(&maker, "Rasterna är otrygga.");
        add_heading(&maker, level[1], "Huvudmannens kompensatoriska arbete");
        add_line(&maker, "Nyanlända elever får mer tid.");
        read = read_document(finish(&maker));
        cr_assert_eq(read.outline->area_count, 2);
        first = document_text(read.document, read.outline->areas[0].span);
        cr_expect(str_ends(first, STR("otrygga.")), "%zu: %.*s", i,
                  (int)first.length, first.at);
        read_free(&read);
    }
}

Test(structure, names_after_the_text_are_no_headings_whatever_the_footer_says)
{
    struct maker maker = maker_new();
    struct read read;

    add_heading(&maker, 3, "Redovisning av vidtagna åtgärder");
    add_heading(&maker, 3, "Resultat hittills");
    add_line(&maker, "Rasterna är trygga för de flesta av eleverna nu.");
    builder_blank(maker.builder);
    add_line(&maker, "För barnens och utbildningens nämnd");
    builder_blank(maker.builder);
    add_line(&maker, "Nämndens ordförande");
    add_block(&maker, (struct block){.kind = BLOCK_FOOTER},
              "Sörby kommun, Box 1, 111 11 Sörby, telefon 08-00 00 00");
    read = read_document(finish(&maker));
    cr_assert_gt(read.outline->section_count, 0);
    for (size_t i = 0; i < read.outline->section_count; i++) {
        struct span heading = read.outline->sections[i].heading;
        struct str text = document_text(read.document, heading);

        cr_expect(!str_starts(text, STR("För")), "%.*s", (int)text.length,
                  text.at);
    }
    read_free(&read);
}

/* A paragraph with so many letters of two bytes after each number. */
static struct read read_far_apart(size_t letters, const char *const *numbers,
                                  size_t count)
{
    struct maker maker = maker_new();
    struct buf line = {0};
    struct read read;

    for (size_t i = 0; i < count; i++) {
        buf_add_text(&line, "enligt dnr ");
        buf_add_text(&line, numbers[i]);
        for (size_t j = 0; j < letters; j++)
            buf_add_text(&line, j % 7 ? "\xC3\xA4" : " ");
    }
    buf_add_byte(&line, '\0');
    add_heading(&maker, 1, "Redovisning");
    add_line(&maker, line.at);
    read = read_document(finish(&maker));
    buf_free(&line);
    return read;
}

Test(structure, numbers_of_cases_are_found_wherever_they_stand_in_a_paragraph)
{
    static const char *const numbers[] = {
        "SI 2019:8145", "7.4.2-2021:1127", "BUN 2024/31", "43-2018:8145",
        "2021:118",     "U2023/01234/S",   "12-2021",
    };
    enum { COUNT = sizeof numbers / sizeof *numbers };

    for (size_t letters = 1; letters < 120; letters += 13) {
        struct read read = read_far_apart(letters, numbers, COUNT);
        const struct outline *outline = read.outline;

        cr_assert_eq(outline->reference_number_count, COUNT, "%zu at %zu",
                     outline->reference_number_count, letters);
        for (size_t i = 0; i < COUNT; i++) {
            bool there = false;

            for (size_t j = 0; j < COUNT; j++)
                there |= str_equal(outline->reference_numbers[j].text,
                                   str_from(numbers[i]));
            cr_expect(there, "%s", numbers[i]);
        }
        read_free(&read);
    }
}

Test(structure, every_block_of_every_case_has_a_path_that_is_text)
{
    struct arena *arena = arena_new();
    size_t mistakes;
    struct templates *templates = all_templates(arena, &mistakes);
    glob_t cases;

    glob("tests/data/outline/*/document.txt", 0, NULL, &cases);
    for (size_t i = 0; i < cases.gl_pathc; i++) {
        struct str file = str_from(cases.gl_pathv[i]);
        struct document *document =
            input_read(file, file_bytes(arena, file.at), NULL);
        struct outline *outline = outline_new(document, templates);
        struct str path[8];

        for (size_t j = 0; j < document->block_count; j++) {
            size_t count = outline_path(
                outline, document->blocks[j].span.start, path);

            for (size_t k = 0; k < count; k++)
                cr_expect(unicode_is_utf8(path[k]), "%s", file.at);
        }
        outline_free(outline);
        document_free(document);
    }
    globfree(&cases);
    templates_free(templates);
    arena_free(arena);
}
