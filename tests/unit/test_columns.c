/* columns: sets of sentences, held against sentences asked one by one. */
#include "base/buf.h"
#include "facts/columns.h"
#include "input/input.h"
#include "rules/embedded.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <glob.h>
#include <stdio.h>

static struct facts *facts_of(struct arena *arena,
                              const struct ruleset *ruleset,
                              const struct outline *outline)
{
    struct hits hits =
        lexicons_match(ruleset->lexicons, outline->tokens, arena);

    return facts_new(arena, outline, outline->tokens, hits, ruleset->lexicons,
                     &ruleset->marks);
}

static void expect_marks(const struct facts *facts, const char *path)
{
    for (size_t mark = 0; mark < facts->marks->count; mark++)
        for (size_t i = 0; i < facts->sentence_count; i++) {
            const struct predicate *predicate =
                facts->marks->predicates[mark];
            bool holds = predicate_holds(predicate, facts, i);

            cr_expect_eq(column_has(facts, predicate, i), holds,
                         "%s: %s of sentence %zu", path,
                         facts->marks->names[mark].at, i);
            cr_expect_eq(
                sentence_has(&facts->sentences[i], LEXICONS_MOST + (int)mark),
                holds);
        }
}

static void expect_place(const struct facts *facts, struct place place)
{
    const uint64_t *column = column_of_place(facts, &place);
    size_t next = 0;

    for (size_t i = 0; i < facts->sentence_count; i++) {
        size_t found = i;

        if (!place_has(&place, sentence_passage(facts, &facts->sentences[i])))
            continue;
        cr_expect(columns_next(facts, column, NULL, &next));
        cr_expect(eq(sz, next, found));
        next++;
    }
    cr_expect(not(columns_next(facts, column, NULL, &next)));
    cr_expect_eq(column, column_of_place(facts, &place));
}

static void expect_places(const struct facts *facts)
{
    struct place all = {.voices = ~0u,
                        .measure = NO_INDEX,
                        .goal_block = NO_INDEX,
                        .area = NO_INDEX};

    expect_place(facts, all);
    for (int i = 0; i < PLACE_ROLES; i++) {
        struct place place = all;

        place.roles = (uint64_t)1 << i;
        expect_place(facts, place);
        place.not_roles = place.roles;
        place.roles = 0;
        place.voices = 1u << VOICE_OWN;
        place.measure = i;
        expect_place(facts, place);
        place.goal_block = 0;
        expect_place(facts, place);
        place.measure = place.goal_block = NO_INDEX;
        place.area = i;
        expect_place(facts, place);
    }
}

static struct document *document_at(const char *path)
{
    struct buf bytes = {0};
    char part[4096];
    size_t length;
    struct document *document;
    FILE *file = fopen(path, "rb");

    cr_assert_not_null(file);
    while ((length = fread(part, 1, sizeof part, file)) > 0)
        buf_add(&bytes, (struct str){part, length});
    fclose(file);
    document = input_read(str_from(path), buf_str(&bytes), NULL);
    buf_free(&bytes);
    cr_assert_not_null(document);
    return document;
}

Test(columns, say_what_each_sentence_of_every_sample_says)
{
    struct problems problems = {.arena = arena_new()};
    struct ruleset *ruleset =
        ruleset_open(arena_new(), &embedded_ruleset, NULL, &problems);
    glob_t samples;

    glob("samples/*.txt", 0, NULL, &samples);
    cr_assert_gt(samples.gl_pathc, 5,
                 "run the tests from the project's root");
    for (size_t i = 0; i < samples.gl_pathc; i++) {
        struct arena *arena = arena_new();
        struct document *document = document_at(samples.gl_pathv[i]);
        struct outline *outline = outline_new(document, ruleset->templates);
        struct facts *facts = facts_of(arena, ruleset, outline);

        expect_marks(facts, samples.gl_pathv[i]);
        expect_places(facts);
        arena_free(arena);
        outline_free(outline);
        document_free(document);
    }
    globfree(&samples);
    ruleset_free(ruleset);
    arena_free(problems.arena);
}
