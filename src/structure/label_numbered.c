/* label_numbered - a measure's number and name before its matrix. */
#include "structure/label_numbered.h"

enum { LONGEST_NAME = 16, LINES_BETWEEN = 3 };

static int first_row(const struct templates *templates)
{
    int role = 0;

    while (role < (int)templates->role_count &&
           templates->roles[role].part != ROW_FIRST)
        role++;
    return role;
}

bool numbered_label(const struct reading *reading, size_t block,
                    struct label *label)
{
    const struct line *line = &reading->lines[block];
    const struct hit *hit =
        cue_at(reading, CUE_MEASURE_NUMBER, line->body, line->end);
    size_t end;

    if (hit == NULL || line->words > LONGEST_NAME ||
        reading->document->blocks[block].kind == BLOCK_CELL)
        return false;
    for (end = hit->end; end < line->end && !is_word(reading->tokens, end);)
        end++;
    *label = (struct label){.role = first_row(reading->templates),
                            .block = block,
                            .first = line->body,
                            .end = end,
                            .score = 0.6,
                            .begins = true,
                            .whole = true,
                            .numbered = true};
    return true;
}

/* It heads a matrix only when the first rows of one come right after it. */
static bool heads_matrix(const struct reading *reading,
                         const struct labels *labels, size_t i)
{
    const struct label *own = &labels->items[i];
    const struct label *next = own + 1;

    return i + 1 < labels->count &&
           next->block <= own->block + LINES_BETWEEN &&
           (reading->templates->roles[next->role].part == ROW_SHARED ||
            reading->templates->roles[next->role].part == ROW_BESIDE);
}

void numbered_drop_lonely(const struct reading *reading,
                          struct labels *labels)
{
    size_t kept = 0;

    for (size_t i = 0; i < labels->count; i++)
        if (!labels->items[i].numbered || heads_matrix(reading, labels, i))
            labels->items[kept++] = labels->items[i];
    labels->count = kept;
}
