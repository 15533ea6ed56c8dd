/*
 * store - earlier decisions in one SQLite file.
 *
 * The only door to SQLite, and the only place where the library touches a
 * file: the one it is given, which must exist (an empty file becomes a
 * store). Whoever makes the file makes it private. A transaction that was
 * cut off leaves nothing behind; several programs may write at once, they
 * wait for each other.
 */
#ifndef SKOLLINT_PRECEDENT_STORE_H
#define SKOLLINT_PRECEDENT_STORE_H

#include "base/arena.h"
#include "base/fail.h"

enum { STORE_FORMAT = 1 }; /* raised when the tables change */

struct store;

/*
 * Open; NULL with the reason: not there, not a store, made by a newer
 * program, damaged. One store is for one thread at a time.
 */
struct store *store_open(const char *path, struct failure *failure);
void store_close(struct store *store); /* NULL is fine */

/* Everything between is done together or not at all. */
bool store_begin(struct store *store, struct failure *failure);
bool store_commit(struct store *store, struct failure *failure);
void store_roll_back(struct store *store);

/*
 * A statement, kept and used again by its text: `sql` must live as long as
 * the store. NULL when it could not be made; everything below accepts NULL
 * and then does nothing.
 */
struct statement;
struct statement *store_ask(struct store *store, const char *sql);

/* Values for ?1, ?2 …; the text must live until the last row is read. */
void ask_text(struct statement *statement, int at, struct str text);
void ask_text_or_null(struct statement *statement, int at, struct str text);
void ask_number(struct statement *statement, int at, int64_t number);

/* The next row; false when there is none, or it failed. */
bool ask_next(struct statement *statement);

/* Run it to its end, for what gives no rows. */
bool ask_run(struct statement *statement);

/* Columns of the row, from 0; a text lives until the next row. */
struct str row_text(struct statement *statement, int column);
int64_t row_number(struct statement *statement, int column);

/* The id of the row that was last inserted. */
int64_t store_last_id(const struct store *store);

/* True unless something has failed since store_begin or store_open. */
bool store_sound(struct store *store, struct failure *failure);

#endif
