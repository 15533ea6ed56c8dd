/* store - earlier decisions in one SQLite file. */
#include "precedent/store.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

enum {
    APPLICATION = 0x534B4F4C, /* "SKOL": whose file it is */
    STATEMENTS = 40,
    WAIT_MS = 20000
};

struct statement {
    struct store *store;
    const char *sql;
    sqlite3_stmt *made;
};

struct store {
    sqlite3 *database;
    struct statement statements[STATEMENTS];
    size_t count;
    int trouble; /* the first SQLite code that was no success */
};

static const char schema[] =
    "CREATE TABLE decision(id INTEGER PRIMARY KEY,"
    " sha256 TEXT NOT NULL UNIQUE, rules TEXT NOT NULL,"
    " name TEXT NOT NULL, template TEXT, level TEXT, organiser TEXT,"
    " school_forms TEXT, date TEXT, previous TEXT, numbers TEXT);"
    "CREATE TABLE area(id INTEGER PRIMARY KEY,"
    " decision INTEGER NOT NULL REFERENCES decision, place INTEGER NOT NULL,"
    " name TEXT NOT NULL, subject TEXT NOT NULL, law TEXT, rating TEXT,"
    " outcome TEXT, intervention TEXT);"
    "CREATE INDEX area_decision ON area(decision);"
    "CREATE TABLE verdict(area INTEGER NOT NULL REFERENCES area,"
    " criterion TEXT NOT NULL, verdict TEXT NOT NULL,"
    " PRIMARY KEY(area, criterion)) WITHOUT ROWID;"
    "CREATE TABLE passage(id INTEGER PRIMARY KEY,"
    " area INTEGER NOT NULL REFERENCES area, voice TEXT NOT NULL,"
    " progress TEXT, text TEXT NOT NULL, line INTEGER, page INTEGER,"
    " subject TEXT NOT NULL, stems TEXT NOT NULL);"
    "CREATE INDEX passage_area ON passage(area);"
    "CREATE VIRTUAL TABLE word USING fts5(subject, stems, content='passage',"
    " content_rowid='id', detail=column,"
    " tokenize='unicode61 remove_diacritics 0');"
    "CREATE TABLE stem(stem TEXT PRIMARY KEY, passages INTEGER NOT NULL)"
    " WITHOUT ROWID;";

static bool say_why(int code, struct failure *failure)
{
    switch (code & 0xFF) {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return fail(failure, "store-no-access", "%s", "");
    case SQLITE_NOTADB:
        return fail(failure, "store-foreign", "%s", "");
    case SQLITE_CORRUPT:
        return fail(failure, "store-damaged", "%s", "");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(failure, "store-busy", "%s", "");
    case SQLITE_FULL:
        return fail(failure, "store-full", "%s", "");
    default:
        return fail(failure, "store-failed", "%s", sqlite3_errstr(code));
    }
}

static bool note(struct store *store, int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return true;
    if (store->trouble == SQLITE_OK)
        store->trouble = code;
    return false;
}

static bool run(struct store *store, const char *sql)
{
    return note(store, sqlite3_exec(store->database, sql, NULL, NULL, NULL));
}

bool store_sound(struct store *store, struct failure *failure)
{
    if (store->trouble == SQLITE_OK)
        return true;
    return say_why(store->trouble, failure);
}

static int64_t number_of(struct store *store, const char *sql)
{
    struct statement *statement = store_ask(store, sql);
    int64_t number = ask_next(statement) ? row_number(statement, 0) : -1;

    if (statement)
        sqlite3_reset(statement->made);
    return number;
}

/* Make the tables in a file that has none yet. */
static bool make_tables(struct store *store, struct failure *failure)
{
    if (!store_begin(store, failure))
        return false;
    if (number_of(store, "SELECT count(*) FROM sqlite_master") == 0) {
        run(store, schema);
        run(store, "PRAGMA application_id=0x534B4F4C");
        run(store, "PRAGMA user_version=1");
    }
    return store_commit(store, failure);
}

static bool check_owner(struct store *store, struct failure *failure)
{
    int64_t tables, application, format;

    tables = number_of(store, "SELECT count(*) FROM sqlite_master");
    if (tables < 0)
        return store_sound(store, failure);
    if (tables == 0 && !make_tables(store, failure))
        return false;
    application = number_of(store, "PRAGMA application_id");
    format = number_of(store, "PRAGMA user_version");
    if (application != APPLICATION)
        return fail(failure, "store-foreign", "%s", "");
    if (format > STORE_FORMAT)
        return fail(failure, "store-newer", "%s", "");
    return store_sound(store, failure);
}

struct store *store_open(const char *path, struct failure *failure)
{
    struct store *store = memory_alloc(sizeof *store);

    memset(store, 0, sizeof *store);
    if (!note(store,
              sqlite3_open_v2(path, &store->database,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
                                  SQLITE_OPEN_NOFOLLOW,
                              NULL)) ||
        store->database == NULL) {
        store_sound(store, failure);
        store_close(store);
        return NULL;
    }
    sqlite3_extended_result_codes(store->database, 1);
    sqlite3_busy_timeout(store->database, WAIT_MS);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0,
                      NULL);
    /* What is removed is gone, and nothing is written anywhere else. */
    run(store, "PRAGMA secure_delete=ON");
    run(store, "PRAGMA temp_store=MEMORY");
    run(store, "PRAGMA synchronous=FULL");
    run(store, "PRAGMA cache_size=-16384");
    if (!check_owner(store, failure)) {
        store_close(store);
        return NULL;
    }
    return store;
}

void store_close(struct store *store)
{
    if (store == NULL)
        return;
    for (size_t i = 0; i < store->count; i++)
        sqlite3_finalize(store->statements[i].made);
    sqlite3_close(store->database);
    free(store);
}

bool store_begin(struct store *store, struct failure *failure)
{
    store->trouble = SQLITE_OK;
    run(store, "BEGIN IMMEDIATE");
    return store_sound(store, failure);
}

bool store_commit(struct store *store, struct failure *failure)
{
    if (store->trouble == SQLITE_OK)
        run(store, "COMMIT");
    if (store->trouble == SQLITE_OK)
        return true;
    store_sound(store, failure);
    store_roll_back(store);
    return false;
}

void store_roll_back(struct store *store)
{
    for (size_t i = 0; i < store->count; i++)
        sqlite3_reset(store->statements[i].made);
    if (!sqlite3_get_autocommit(store->database))
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
}

int64_t store_last_id(const struct store *store)
{
    return sqlite3_last_insert_rowid(store->database);
}

struct statement *store_ask(struct store *store, const char *sql)
{
    struct statement *statement;

    for (size_t i = 0; i < store->count; i++) {
        statement = &store->statements[i];
        if (statement->sql != sql && strcmp(statement->sql, sql) != 0)
            continue;
        sqlite3_reset(statement->made);
        sqlite3_clear_bindings(statement->made);
        return statement;
    }
    if (store->count == STATEMENTS) {
        note(store, SQLITE_NOMEM);
        return NULL;
    }
    statement = &store->statements[store->count];
    *statement = (struct statement){.store = store, .sql = sql};
    if (!note(store, sqlite3_prepare_v3(store->database, sql, -1,
                                        SQLITE_PREPARE_PERSISTENT,
                                        &statement->made, NULL)))
        return NULL;
    store->count++;
    return statement;
}

void ask_text(struct statement *statement, int at, struct str text)
{
    if (statement)
        sqlite3_bind_text64(statement->made, at, text.length ? text.at : "",
                            text.length, SQLITE_STATIC, SQLITE_UTF8);
}

void ask_text_or_null(struct statement *statement, int at, struct str text)
{
    if (text.length)
        ask_text(statement, at, text);
    else if (statement)
        sqlite3_bind_null(statement->made, at);
}

void ask_number(struct statement *statement, int at, int64_t number)
{
    if (statement)
        sqlite3_bind_int64(statement->made, at, number);
}

bool ask_next(struct statement *statement)
{
    int code;

    if (statement == NULL)
        return false;
    code = sqlite3_step(statement->made);
    note(statement->store, code);
    if (code != SQLITE_ROW)
        sqlite3_reset(statement->made);
    return code == SQLITE_ROW;
}

bool ask_run(struct statement *statement)
{
    while (ask_next(statement))
        ;
    return statement && statement->store->trouble == SQLITE_OK;
}

struct str row_text(struct statement *statement, int column)
{
    const unsigned char *text = sqlite3_column_text(statement->made, column);

    return (struct str){
        text ? (const char *)text : "",
        text ? (size_t)sqlite3_column_bytes(statement->made, column) : 0};
}

int64_t row_number(struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->made, column);
}
