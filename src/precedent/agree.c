/* agree - how a criterion's verdicts go with the inspectorate's outcomes. */
#include "precedent/precedent.h"

static int verdict_of(struct str name)
{
    for (int i = 0; i < VERDICTS; i++)
        if (str_equal(name, str_from(verdict_name((enum verdict)i))))
            return i;
    return VERDICT_ERROR;
}

struct agreement *precedent_agree(struct store *store, struct arena *arena,
                                  size_t *count)
{
    struct statement *statement = store_ask(
        store, "SELECT criterion, verdict,"
               " outcome IN ('sufficient', 'in_line', 'remedied'), count(*)"
               " FROM verdict JOIN area ON area = area.id"
               " WHERE outcome IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1");
    struct agreement *all = NULL;
    size_t capacity = 0;

    *count = 0;
    while (ask_next(statement)) {
        struct str criterion = row_text(statement, 0);
        int verdict = verdict_of(row_text(statement, 1));
        bool accepted = row_number(statement, 2) != 0;

        if (*count == 0 || !str_equal(all[*count - 1].criterion, criterion)) {
            all = arena_grow(arena, all, *count, &capacity, sizeof *all);
            all[(*count)++] =
                (struct agreement){.criterion = arena_str(arena, criterion)};
        }
        all[*count - 1].counts[accepted][verdict] =
            (size_t)row_number(statement, 3);
    }
    return all;
}
