/* desks - what is kept from one document to the next, one for each thread. */
#include "api/desks.h"

#include <pthread.h>
#include <stdlib.h>

struct desks {
    const struct ruleset *ruleset;
    pthread_mutex_t lock;
    struct desk *free;
};

struct desks *desks_new(const struct ruleset *ruleset)
{
    struct desks *desks = memory_alloc(sizeof *desks);

    *desks = (struct desks){.ruleset = ruleset};
    pthread_mutex_init(&desks->lock, NULL);
    return desks;
}

void desks_free(struct desks *desks)
{
    struct desk *next;

    if (desks == NULL)
        return;
    for (struct desk *desk = desks->free; desk; desk = next) {
        next = desk->next;
        wordbook_close(desk->book);
        arena_free(desk->arena);
    }
    pthread_mutex_destroy(&desks->lock);
    free(desks);
}

/* In an arena that it lies in itself. */
static struct desk *desk_new(const struct ruleset *ruleset)
{
    const struct lexicons *sets[] = {ruleset->lexicons,
                                     templates_lexicons(ruleset->templates)};
    struct arena *arena = arena_new();
    struct desk *desk = arena_alloc(arena, sizeof *desk);

    desk->arena = arena;
    desk->book = wordbook_new(arena, sets, 2, WORDBOOK_USUAL);
    return desk;
}

struct desk *desk_take(struct desks *desks)
{
    struct desk *desk;

    pthread_mutex_lock(&desks->lock);
    desk = desks->free;
    if (desk)
        desks->free = desk->next;
    pthread_mutex_unlock(&desks->lock);
    return desk ? desk : desk_new(desks->ruleset);
}

void desk_give(struct desks *desks, struct desk *desk)
{
    pthread_mutex_lock(&desks->lock);
    desk->next = desks->free;
    desks->free = desk;
    pthread_mutex_unlock(&desks->lock);
}
