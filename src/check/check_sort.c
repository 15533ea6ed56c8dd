/* check sort - the document is of one of these kinds, and levels. */
#include "check/kinds.h"

struct settings {
    struct str *kinds;
    size_t kind_count;
    struct str *levels;
    size_t level_count;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    struct arena *arena = reader->predicates.arena;
    struct problems *problems = reader->predicates.problems;

    settings->kinds =
        node_texts(arena, problems, node, "is", &settings->kind_count);
    settings->levels =
        node_texts(arena, problems, node, "level", &settings->level_count);
}

/* An empty list leaves everything in. */
static bool is_among(struct str text, const struct str *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(texts[i], text))
            return true;
    return count == 0;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;

    outcome->truth =
        is_among(outline->kind, settings->kinds, settings->kind_count) &&
                is_among(outline->level, settings->levels,
                         settings->level_count)
            ? TRUTH_YES
            : TRUTH_NO;
}

static const char *const keys[] = {"is", "level", NULL};

const struct check_kind check_sort = {
    .name = "sort",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
