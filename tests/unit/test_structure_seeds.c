/* structure: the seeds are understood; skipped where they are not at hand. */
#include <criterion/criterion.h>

#include "outline_text.h"

struct seed {
    struct arena *arena;
    struct templates *templates;
    struct document *document;
    struct outline *outline;
};

/* The seed whose name begins so; the test is skipped when it is not there. */
static struct seed seed_read(const char *name)
{
    struct seed seed = {.arena = arena_new()};
    struct str pattern =
        arena_format(seed.arena, "../shared/seeds/%s*", name);
    size_t mistakes;
    glob_t files;

    if (glob(pattern.at, 0, NULL, &files) || files.gl_pathc == 0) {
        printf("skipped: ../shared/seeds not found\n");
        cr_skip_test("skipped: ../shared/seeds not found");
    }
    seed.templates = all_templates(seed.arena, &mistakes);
    seed.document =
        input_read(str_from(files.gl_pathv[0]),
                   file_bytes(seed.arena, files.gl_pathv[0]), NULL);
    globfree(&files);
    cr_assert(seed.document != NULL);
    seed.outline = outline_new(seed.document, seed.templates);
    return seed;
}

static void seed_free(struct seed *seed)
{
    outline_free(seed->outline);
    document_free(seed->document);
    templates_free(seed->templates);
    arena_free(seed->arena);
}

static void expect_kind(const struct seed *seed, const char *kind,
                        const char *template, const char *level)
{
    const struct outline *outline = seed->outline;

    cr_expect(str_equal(outline->kind, str_from(kind)));
    cr_expect_eq(outline->kind_certainty, 2);
    cr_assert(outline->template != NULL);
    cr_expect(str_equal(template_id(outline->template), str_from(template)));
    cr_expect(str_equal(outline->level, str_from(level)), "level %s",
              outline->level.at);
}

static void expect_numbers(const struct measure *measure,
                           const char *const *numbers, size_t count)
{
    cr_assert_eq(measure->number_count, count);
    for (size_t i = 0; i < count; i++)
        cr_expect(str_equal(measure->numbers[i], str_from(numbers[i])));
}

static void expect_day(struct date date, const char *day)
{
    char text[DATE_TEXT];

    cr_expect_str_eq(date_print(date, text), day);
}

/* Fields of a role in a state. */
static size_t count_state(const struct outline *outline, const char *role,
                          enum field_state state)
{
    int wanted = templates_find_role(outline->templates, str_from(role));
    size_t count = 0;

    for (size_t i = 0; i < outline->measure_count; i++)
        for (size_t j = 0; j < outline->measures[i].field_count; j++) {
            const struct field *field = &outline->measures[i].fields[j];

            count += field->role == wanted && field->state == state;
        }
    return count;
}

Test(seeds, s000_is_one_measure_of_three_numbers_with_an_overwritten_label)
{
    static const char *const numbers[] = {"3.4", "3.5", "3.6"};
    struct seed seed = seed_read("000");
    const struct outline *outline = seed.outline;

    expect_kind(&seed, "slutredovisning", "slutredovisning-a", "huvudman");
    cr_assert_eq(outline->measure_count, 1);
    expect_numbers(&outline->measures[0], numbers, 3);
    cr_expect_eq(outline->measures[0].goal_count, 4);
    cr_expect_eq(count_state(outline, "deltagare", FIELD_FILLED), 1);
    cr_expect(str_equal(outline->huvudman.text, STR("Borlänge kommun")));
    cr_expect_eq(outline->date.span.length, 0);
    for (size_t i = 0; i < 3; i++)
        cr_expect_eq(outline->summary_fields[i].state, FIELD_FILLED);
    seed_free(&seed);
}

Test(seeds, s001_is_two_measures_of_a_unit)
{
    static const char *const first[] = {"3.8"}, *const second[] = {"3.10"};
    struct seed seed = seed_read("001");
    const struct outline *outline = seed.outline;

    expect_kind(&seed, "slutredovisning", "slutredovisning-b", "enhet");
    cr_assert_eq(outline->measure_count, 2);
    expect_numbers(&outline->measures[0], first, 1);
    expect_numbers(&outline->measures[1], second, 1);
    cr_expect(str_equal(outline->unit.text, STR("Introduktionsprogrammen")));
    seed_free(&seed);
}

Test(seeds, s002_is_two_measures_without_header)
{
    struct seed seed = seed_read("002");
    const struct outline *outline = seed.outline;

    expect_kind(&seed, "slutredovisning", "slutredovisning-c", "enhet");
    cr_assert_eq(outline->measure_count, 2);
    cr_expect_eq(outline->measures[0].number_count, 0);
    cr_expect_eq(outline->measures[0].goal_count, 3);
    cr_expect_eq(outline->measures[1].goal_count, 4);
    cr_expect_eq(outline->huvudman.span.length, 0);
    cr_expect_eq(outline->reference_number_count, 2);
    cr_expect_eq(count_state(outline, "malgrad", FIELD_FILLED), 0);
    seed_free(&seed);
}

Test(seeds, s003_is_one_measure_with_three_goal_blocks_and_placeholders)
{
    struct seed seed = seed_read("003");
    const struct outline *outline = seed.outline;

    expect_kind(&seed, "slutredovisning", "slutredovisning-c", "huvudman");
    cr_assert_eq(outline->measure_count, 1);
    cr_expect_eq(outline->measures[0].goal_blocks, 3);
    cr_expect_eq(outline->measures[0].goal_count, 3);
    cr_expect_eq(count_state(outline, "ej_uppnatt", FIELD_PLACEHOLDER), 3);
    cr_expect_eq(count_state(outline, "insats", FIELD_EMPTY), 1);
    cr_expect(str_equal(outline->huvudman.text, STR("Norbergs kommun")));
    expect_day(outline->date.date, "2023-08-25");
    seed_free(&seed);
}

Test(seeds, s004_is_a_decision_on_two_areas_read_through_ocr)
{
    struct seed seed = seed_read("004");
    const struct outline *outline = seed.outline;

    expect_kind(&seed, "beslut", "beslut-kvalitetsgranskning", "huvudman");
    cr_assert_eq(outline->area_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct area *area = &outline->areas[i];

        cr_expect_gt(area->law.length, 0);
        cr_expect_str_eq(area->rating, "low");
        cr_expect_eq(area->development_point_count, 1);
        cr_expect_gt(area->account.length, 900);
    }
    cr_expect_str_eq(outline->areas[0].outcome, "in_line");
    cr_expect_str_eq(outline->areas[1].outcome, "more_needed");
    expect_day(outline->previous_decision.date, "2023-02-02");
    expect_day(outline->deadline.date, "2023-08-21");
    expect_day(outline->received.date, "2023-08-10");
    cr_expect_eq(outline->date.span.length, 0);
    cr_expect_eq(outline->reference_number_count, 0);
    cr_expect(outline->front_lost);
    cr_assert_eq(outline->account_count, 2);
    cr_expect(str_equal(outline->accounts[1]->kind, STR("redovisning")));
    cr_expect_eq(outline->accounts[1]->within_area, 1);
    seed_free(&seed);
}
