/* remove - what is kept of a decision, taken out again without a trace. */
#include "precedent/remove.h"

#include "precedent/precedent.h"

enum { CHECKSUM_LEAST = 8 };

/* A key that no passage has any longer tells of one that was removed. */
static void drop_unused_key(struct store *store, struct str key)
{
    struct statement *statement =
        store_ask(store, "DELETE FROM stem WHERE stem = ?1 AND passages <= 0");

    ask_text(statement, 1, key);
    ask_run(statement);
}

/* Each key of a passage counts once in how common it is. */
void precedent_count_keys(struct store *store, struct arena *arena,
                          struct str stems, int64_t by)
{
    struct str all = arena_str(arena, stems), rest = all, key;
    struct statement *statement;

    while (str_cut(&rest, ' ', &key)) {
        size_t before = (size_t)(key.at - all.at);
        size_t at = str_find(all, key, 0);
        bool again = false;

        /* Whole keys only: "elev" stands inside "elevh". */
        for (; at < before && !again; at = str_find(all, key, at + 1))
            again = (at == 0 || all.at[at - 1] == ' ') &&
                    all.at[at + key.length] == ' ';
        if (again)
            continue;
        statement = store_ask(store, "INSERT INTO stem VALUES(?1,?2) "
                                     "ON CONFLICT(stem) DO UPDATE SET "
                                     "passages = passages + ?2");
        ask_text(statement, 1, key);
        ask_number(statement, 2, by);
        ask_run(statement);
        if (by < 0)
            drop_unused_key(store, key);
    }
}

void precedent_forget(struct store *store, struct arena *arena, int64_t id)
{
    static const char *const sql[] = {
        "INSERT INTO word(word, rowid, subject, stems) SELECT 'delete',"
        " passage.id, passage.subject, stems FROM passage JOIN area"
        " ON area = area.id WHERE decision = ?1",
        "DELETE FROM passage WHERE area IN"
        " (SELECT id FROM area WHERE decision = ?1)",
        "DELETE FROM verdict WHERE area IN"
        " (SELECT id FROM area WHERE decision = ?1)",
        "DELETE FROM area WHERE decision = ?1",
        "DELETE FROM decision WHERE id = ?1"};
    struct statement *statement =
        store_ask(store, "SELECT stems FROM passage JOIN area"
                         " ON area = area.id WHERE decision = ?1");

    ask_number(statement, 1, id);
    while (ask_next(statement))
        precedent_count_keys(store, arena, row_text(statement, 0), -1);
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        statement = store_ask(store, sql[i]);
        ask_number(statement, 1, id);
        ask_run(statement);
    }
}

/* The decisions that `which` names; their ids in *ids. */
static size_t find(struct store *store, struct arena *arena, struct str which,
                   int64_t **ids)
{
    struct statement *statement = store_ask(
        store, "SELECT id FROM decision WHERE name = ?1"
               " OR (?2 AND substr(sha256, 1, length(?1)) = ?1)"
               " OR instr(', ' || numbers || ',', ', ' || ?1 || ',') > 0");
    size_t count = 0, capacity = 0;

    ask_text(statement, 1, which);
    ask_number(statement, 2, which.length >= CHECKSUM_LEAST);
    while (ask_next(statement)) {
        *ids = arena_grow(arena, *ids, count, &capacity, sizeof **ids);
        (*ids)[count++] = row_number(statement, 0);
    }
    return count;
}

bool precedent_remove(struct store *store, struct str which, size_t *count,
                      struct failure *failure)
{
    struct arena *arena = arena_new();
    int64_t *ids = NULL;
    bool done;

    *count = 0;
    if (!store_begin(store, failure)) {
        arena_free(arena);
        return false;
    }
    *count = which.length ? find(store, arena, which, &ids) : 0;
    for (size_t i = 0; i < *count; i++)
        precedent_forget(store, arena, ids[i]);
    /* The index keeps the words of what was deleted until it is merged. */
    if (*count)
        ask_run(
            store_ask(store, "INSERT INTO word(word) VALUES('optimize')"));
    done = store_commit(store, failure);
    arena_free(arena);
    return done;
}
