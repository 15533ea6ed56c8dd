/* arena - memory that is freed all at once. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_CHUNK = 4 * 1024,
    LARGEST_CHUNK = 1024 * 1024,
    PIECE_HEAD = 16, /* before a piece of an arena within other memory */
    BIG = 256 * 1024, /* from here on memory is asked for piece by piece */
    FORMAT_USUAL = 256 /* bytes: what is formatted is nearly never longer */
};

struct chunk {
    struct chunk *next;
    size_t size;
    size_t used;
    alignas(max_align_t) char bytes[];
};

/*
 * A big piece: untouched pages cost nothing, and an array that grows is
 * moved by the system instead of being copied and left behind.
 */
struct big {
    struct big *next, *previous;
    alignas(max_align_t) char bytes[];
};

struct kept {
    struct kept *next;
    void *memory;
};

struct arena {
    struct chunk *chunk;
    struct kept *kept;
    struct big *big;
    size_t given;
    bool within; /* all of it lies in memory of the caller's */
};

void *memory_alloc(size_t size)
{
    return memory_resize(NULL, size);
}

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size ? size : 1);

    if (resized == NULL) {
        fputs("skollint: out of memory\n", stderr);
        abort();
    }
    return resized;
}

static size_t round_up(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

struct arena *arena_new(void)
{
    struct arena *arena = memory_alloc(sizeof *arena);

    *arena = (struct arena){0};
    return arena;
}

struct arena *arena_within(void *memory, size_t size)
{
    struct arena *arena = memory;
    struct chunk *chunk = (struct chunk *)(void *)((char *)memory +
                                                   round_up(sizeof *arena));

    *arena = (struct arena){.chunk = chunk, .within = true};
    chunk->next = NULL;
    chunk->size = size - round_up(sizeof *arena) - sizeof *chunk;
    chunk->used = 0;
    return arena;
}

char *arena_piece(const struct arena *arena, char *after, size_t *size)
{
    char *head = after ? after : arena->chunk->bytes;

    if (head >= arena->chunk->bytes + arena->chunk->used)
        return NULL;
    memcpy(size, head, sizeof *size);
    return head + PIECE_HEAD;
}

void arena_free(struct arena *arena)
{
    struct chunk *chunk, *next;

    if (arena == NULL || arena->within)
        return;
    for (struct kept *kept = arena->kept; kept; kept = kept->next)
        free(kept->memory);
    for (struct big *big = arena->big, *after; big; big = after) {
        after = big->next;
        free(big);
    }
    for (chunk = arena->chunk; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    free(arena);
}

/*
 * A quarter more than was given out: as many documents are held at once,
 * what an arena has and never uses counts.
 */
static size_t chunk_size(const struct arena *arena)
{
    size_t size = round_up(arena->given / 4);

    if (size < FIRST_CHUNK)
        return FIRST_CHUNK;
    return size < LARGEST_CHUNK ? size : LARGEST_CHUNK;
}

static void add_chunk(struct arena *arena, size_t size)
{
    size_t usual = chunk_size(arena), room = size > usual ? size : usual;
    struct chunk *chunk =
        memory_alloc(arena->within ? SIZE_MAX : sizeof *chunk + room);

    chunk->next = arena->chunk;
    chunk->size = room;
    chunk->used = 0;
    arena->chunk = chunk;
}

/* Put a big piece, new or moved, where its neighbours find it. */
static void link_big(struct arena *arena, struct big *big)
{
    if (big->previous)
        big->previous->next = big;
    else
        arena->big = big;
    if (big->next)
        big->next->previous = big;
}

static void *alloc_big(struct arena *arena, size_t size)
{
    struct big *big = calloc(1, sizeof *big + size);

    if (big == NULL)
        memory_resize(NULL, SIZE_MAX); /* ends the process */
    big->next = arena->big;
    link_big(arena, big);
    return big->bytes;
}

/*
 * Room for what is written before it is read: not cleared, unless it is big
 * (then it comes cleared, at no cost).
 */
static void *give(struct arena *arena, size_t size)
{
    size_t rounded = round_up(size);
    struct chunk *chunk = arena->chunk;
    char *memory;

    if (arena->within)
        rounded += PIECE_HEAD;
    arena->given += rounded;
    if (rounded >= BIG && !arena->within)
        return alloc_big(arena, rounded);
    if (chunk == NULL || chunk->size - chunk->used < rounded) {
        add_chunk(arena, rounded);
        chunk = arena->chunk;
    }
    memory = chunk->bytes + chunk->used;
    chunk->used += rounded;
    if (!arena->within)
        return memory;
    rounded -= PIECE_HEAD;
    memcpy(memory, &rounded, sizeof rounded);
    return memory + PIECE_HEAD;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *memory = give(arena, size);

    return round_up(size) < BIG || arena->within ? memset(memory, 0, size)
                                                 : memory;
}

void arena_keep(struct arena *arena, void *memory)
{
    struct kept *kept = arena_alloc(arena, sizeof *kept);

    *kept = (struct kept){arena->kept, memory};
    arena->kept = kept;
}

struct str arena_str(struct arena *arena, struct str text)
{
    char *copy = give(arena, text.length + 1);

    if (text.length)
        memcpy(copy, text.at, text.length);
    copy[text.length] = '\0';
    return (struct str){copy, text.length};
}

struct str arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;
    char first[FORMAT_USUAL];
    struct str text;
    int length;
    char *room;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(first, sizeof first, format, arguments);
    if (length < 0)
        length = 0;
    if ((size_t)length < sizeof first) {
        text = arena_str(arena, (struct str){first, (size_t)length});
    } else {
        room = give(arena, (size_t)length + 1);
        vsnprintf(room, (size_t)length + 1, format, again);
        text = (struct str){room, (size_t)length};
    }
    va_end(again);
    va_end(arguments);
    return text;
}

size_t arena_size(const struct arena *arena)
{
    return arena->given;
}

/* Make the piece that is an array's larger, and only that. */
static void *grow_big(struct arena *arena, void *items, size_t size)
{
    struct big *big =
        (struct big *)((char *)items - offsetof(struct big, bytes));

    big = memory_resize(big, sizeof *big + size);
    link_big(arena, big);
    return big->bytes;
}

void *arena_move(struct arena *arena, void *items, size_t count,
                 size_t *capacity, size_t item_size)
{
    size_t old_size = round_up(*capacity * item_size), size;
    char *moved;

    *capacity = *capacity ? *capacity * 2 : 8;
    size = round_up(*capacity * item_size);
    if (old_size >= BIG && !arena->within) {
        arena->given += size - old_size;
        return grow_big(arena, items, size);
    }
    moved = give(arena, size);
    if (count)
        memcpy(moved, items, count * item_size);
    return moved;
}
