/*
 * arena - memory that is freed all at once.
 *
 * Every long-lived object (document, rule set, review) has one arena; all it
 * points to lives there and is freed by one call. Sizes are bounded first by
 * base/limits.h, so running out of memory is not an ordinary error: it ends
 * the process with one line on standard error.
 */
#ifndef SKOLLINT_BASE_ARENA_H
#define SKOLLINT_BASE_ARENA_H

#include "base/str.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is fine */

/*
 * An arena in memory of the caller's, itself included, and never beyond it:
 * what is asked for when that is full ends the process.
 */
struct arena *arena_within(void *memory, size_t size);

/*
 * Walk the pieces such an arena gave out: the first when `after` is NULL,
 * else the next after the end of one. NULL at the end; *size in bytes.
 */
char *arena_piece(const struct arena *arena, char *after, size_t *size);

/* `size` zeroed bytes, aligned for any type. Lives as long as the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy of text that is also NUL-terminated. */
struct str arena_str(struct arena *arena, struct str text);

/* Hand over memory from memory_alloc: it is freed with the arena. */
void arena_keep(struct arena *arena, void *memory);

/* As printf, into a new NUL-terminated str. */
struct str arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes given out so far. */
size_t arena_size(const struct arena *arena);

/* For arena_grow: the array, which is full, with room for more. */
void *arena_move(struct arena *arena, void *items, size_t count,
                 size_t *capacity, size_t item_size);

/*
 * Room for one more item at the end of an array of `count` items, which is
 * not cleared. Returns the array, moved when it was full (then *capacity has
 * grown). Use:
 *   list->items = arena_grow(arena, list->items, list->count,
 *                            &list->capacity, sizeof *list->items);
 *   list->items[list->count++] = item;
 */
static inline void *arena_grow(struct arena *arena, void *items, size_t count,
                               size_t *capacity, size_t item_size)
{
    return count < *capacity
               ? items
               : arena_move(arena, items, count, capacity, item_size);
}

/* malloc and realloc that end the process instead of returning NULL. */
void *memory_alloc(size_t size);
void *memory_resize(void *memory, size_t size);

#endif
