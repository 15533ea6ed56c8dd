/* problems - what is wrong in data files, all of it in one run. */
#include "base/problems.h"

enum { LONGEST_NAME = 63 };

void problems_add(struct problems *problems, struct problem problem)
{
    problem.file = arena_str(problems->arena, problem.file);
    problem.detail = arena_str(problems->arena, problem.detail);
    problem.nearest = arena_str(problems->arena, problem.nearest);
    problems->items =
        arena_grow(problems->arena, problems->items, problems->count,
                   &problems->capacity, sizeof *problems->items);
    problems->items[problems->count++] = problem;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t both = a < b ? a : b;

    return both < c ? both : c;
}

static size_t edit_distance(struct str a, struct str b)
{
    size_t row[LONGEST_NAME + 1];

    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t above = row[j];

            row[j] = least(above + 1, row[j - 1] + 1,
                           diagonal + (a.at[i - 1] != b.at[j - 1]));
            diagonal = above;
        }
    }
    return row[b.length];
}

struct str nearest_name(struct str word, const struct str *names,
                        size_t count)
{
    struct str nearest = {"", 0};
    size_t best = word.length / 3 + 1;

    if (word.length > LONGEST_NAME)
        return nearest;
    for (size_t i = 0; i < count; i++) {
        size_t distance;

        if (names[i].length > LONGEST_NAME)
            continue;
        distance = edit_distance(word, names[i]);
        if (distance < best + (nearest.length == 0)) {
            best = distance;
            nearest = names[i];
        }
    }
    return nearest;
}
