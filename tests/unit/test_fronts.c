/* kind and level: told from many first pages, as written down beside them. */
#include <criterion/criterion.h>

#include "outline_text.h"

/* What every school's document says sooner or later. */
static const char body[] =
    "\nHela texten handlar om skolan: eleverna möter lärare som planerar "
    "undervisningen tillsammans, och rektor följer deras arbete.\n";

struct front {
    struct str kind, level, text;
};

/* The next "== kind level" and the lines under it. */
static bool next_front(struct str *rest, struct front *front)
{
    struct str line = STR(""), mark = STR("== ");
    size_t length;

    while (str_cut(rest, '\n', &line) && !str_starts(line, mark))
        ;
    if (!str_starts(line, mark))
        return false;
    line = str_part(line, mark.length, line.length - mark.length);
    str_cut(&line, ' ', &front->kind);
    front->level = line;
    length = str_find(*rest, STR("\n== "), 0);
    if (length >= rest->length)
        length = rest->length - 1;
    front->text = str_part(*rest, 0, length + 1);
    *rest = str_part(*rest, length + 1, rest->length - length - 1);
    return true;
}

static bool is_told(const struct templates *templates,
                    const struct front *front)
{
    struct buf text = {0};
    struct document *document;
    struct outline *outline;
    bool unknown = str_equal(front->kind, STR("unknown")), told;

    buf_add(&text, front->text);
    if (!unknown)
        buf_add(&text, str_from(body));
    document = input_read(STR("front.txt"), buf_str(&text), NULL);
    outline = outline_new(document, templates);
    told = str_equal(outline->kind, front->kind) &&
           (unknown || str_equal(outline->level, front->level));
    if (!told)
        fprintf(stderr, "want %.*s %.*s, got %.*s %.*s:\n%.*s\n",
                (int)front->kind.length, front->kind.at,
                (int)front->level.length, front->level.at,
                (int)outline->kind.length, outline->kind.at,
                (int)outline->level.length, outline->level.at,
                (int)front->text.length, front->text.at);
    outline_free(outline);
    document_free(document);
    buf_free(&text);
    return told;
}

Test(fronts, kind_and_level_are_told_from_every_first_page)
{
    struct arena *arena = arena_new();
    size_t mistakes, count = 0, wrong = 0;
    struct templates *templates = all_templates(arena, &mistakes);
    struct str rest = file_bytes(arena, "tests/data/fronts.txt");
    struct front front;

    cr_assert_eq(mistakes, 0, "the template files have mistakes");
    for (; next_front(&rest, &front); count++)
        wrong += !is_told(templates, &front);
    cr_expect_gt(count, 75, "run the tests from the project's root");
    cr_expect_eq(wrong, 0, "%zu of %zu first pages", wrong, count);
    templates_free(templates);
    arena_free(arena);
}
