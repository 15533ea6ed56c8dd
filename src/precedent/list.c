/* precedent list - what the store holds, counted and listed. */
#include "precedent/precedent.h"

static size_t count_of(struct statement *statement)
{
    size_t count = 0;

    while (ask_next(statement))
        count = (size_t)row_number(statement, 0);
    return count;
}

size_t precedent_count(struct store *store)
{
    return count_of(store_ask(store, "SELECT count(*) FROM decision"));
}

size_t precedent_count_about(struct store *store, struct str subject)
{
    struct statement *statement =
        store_ask(store, "SELECT count(DISTINCT decision) FROM area"
                         " WHERE subject = ?1");

    ask_text(statement, 1, subject);
    return count_of(statement);
}

static struct str kept_text(struct arena *arena, struct statement *statement,
                            int column)
{
    return arena_str(arena, row_text(statement, column));
}

static void list_areas(struct store *store, struct arena *arena,
                       struct kept *kept)
{
    struct statement *statement = store_ask(
        store, "SELECT name, subject, law, rating, outcome, intervention,"
               " (SELECT count(*) FROM passage WHERE area = area.id)"
               " FROM area WHERE decision = ?1 ORDER BY place");
    size_t capacity = 0;

    ask_number(statement, 1, kept->id);
    while (ask_next(statement)) {
        kept->areas = arena_grow(arena, kept->areas, kept->area_count,
                                 &capacity, sizeof *kept->areas);
        kept->areas[kept->area_count++] = (struct kept_area){
            .name = kept_text(arena, statement, 0),
            .subject = kept_text(arena, statement, 1),
            .law = kept_text(arena, statement, 2),
            .rating = kept_text(arena, statement, 3),
            .outcome = kept_text(arena, statement, 4),
            .intervention = kept_text(arena, statement, 5),
            .passages = (size_t)row_number(statement, 6),
        };
    }
}

struct kept *precedent_list(struct store *store, struct arena *arena,
                            size_t *count)
{
    struct statement *statement = store_ask(
        store, "SELECT id, sha256, name, organiser, school_forms, date,"
               " numbers FROM decision ORDER BY date IS NULL, date, name,"
               " sha256");
    struct kept *all = NULL;
    size_t capacity = 0;

    *count = 0;
    while (ask_next(statement)) {
        all = arena_grow(arena, all, *count, &capacity, sizeof *all);
        all[(*count)++] = (struct kept){
            .id = row_number(statement, 0),
            .sha256 = kept_text(arena, statement, 1),
            .name = kept_text(arena, statement, 2),
            .organiser = kept_text(arena, statement, 3),
            .school_forms = kept_text(arena, statement, 4),
            .date = kept_text(arena, statement, 5),
            .numbers = kept_text(arena, statement, 6),
        };
    }
    for (size_t i = 0; i < *count; i++)
        list_areas(store, arena, &all[i]);
    return all;
}
