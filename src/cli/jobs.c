/* jobs - files read and judged by several threads, handed over in order. */
#include "cli/jobs.h"

#include "cli/ends.h"

#include <pthread.h>
#include <stdlib.h>

enum { AHEAD = 8 }; /* files per thread that may wait to be handed over */

struct slot {
    struct skollint_review *review;
    struct skollint_error why;
    bool ready;
};

struct shop {
    const struct jobs_task *task;
    struct slot *slots; /* one per file */
    size_t next;        /* the first file nobody has begun */
    size_t handed;      /* files handed over */
    size_t ahead;       /* how far `next` may run before `handed` */
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

static void judge(const struct jobs_task *task, const struct file *file,
                  struct slot *slot)
{
    struct pdf_how how = task->pdf;
    struct skollint_document *document;

    if (task->files->count > 1 && task->threads > 1)
        how.programs = 1;
    document = open_document(task->rules, file->path, how, &slot->why);
    if (document == NULL)
        return;
    if (task->with && (size_t)(file - task->files->items) >= task->bare &&
        !beside_enclose(task->rules, task->with, how, document,
                        &slot->why)) {
        skollint_document_free(document);
        return;
    }
    slot->review =
        skollint_review_new(task->rules, task->options, &slot->why);
    if (slot->review)
        skollint_review_add(slot->review, document);
    else
        skollint_document_free(document);
}

static void *work(void *context)
{
    struct shop *shop = context;
    const struct files *files = shop->task->files;

    ends_hold(); /* they are for the thread that hands over */
    pthread_mutex_lock(&shop->lock);
    while (shop->next < files->count) {
        size_t mine = shop->next;

        if (mine >= shop->handed + shop->ahead) {
            pthread_cond_wait(&shop->changed, &shop->lock);
            continue;
        }
        shop->next++;
        pthread_mutex_unlock(&shop->lock);
        judge(shop->task, &files->items[mine], &shop->slots[mine]);
        pthread_mutex_lock(&shop->lock);
        shop->slots[mine].ready = true;
        pthread_cond_broadcast(&shop->changed);
    }
    pthread_mutex_unlock(&shop->lock);
    return NULL;
}

static void hand_over(struct shop *shop, jobs_done done, void *context)
{
    const struct files *files = shop->task->files;

    for (size_t i = 0; i < files->count; i++) {
        pthread_mutex_lock(&shop->lock);
        while (!shop->slots[i].ready)
            pthread_cond_wait(&shop->changed, &shop->lock);
        shop->handed = i + 1;
        pthread_cond_broadcast(&shop->changed);
        pthread_mutex_unlock(&shop->lock);
        done(context, &files->items[i], shop->slots[i].review,
             &shop->slots[i].why);
    }
}

static void run_alone(const struct jobs_task *task, jobs_done done,
                      void *context)
{
    for (size_t i = 0; i < task->files->count; i++) {
        struct slot slot = {0};

        judge(task, &task->files->items[i], &slot);
        done(context, &task->files->items[i], slot.review, &slot.why);
    }
}

void jobs_run(const struct jobs_task *task, jobs_done done, void *context)
{
    struct shop shop = {.task = task, .ahead = task->threads * AHEAD};
    pthread_t *threads;
    unsigned started = 0;

    if (task->threads < 2 || task->files->count < 2) {
        run_alone(task, done, context);
        return;
    }
    pthread_mutex_init(&shop.lock, NULL);
    pthread_cond_init(&shop.changed, NULL);
    shop.slots = calloc(task->files->count, sizeof *shop.slots);
    threads = calloc(task->threads, sizeof *threads);
    if (shop.slots == NULL || threads == NULL)
        abort();
    while (started < task->threads &&
           pthread_create(&threads[started], NULL, work, &shop) == 0)
        started++;
    if (started)
        hand_over(&shop, done, context);
    else
        run_alone(task, done, context);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
    free(shop.slots);
    pthread_cond_destroy(&shop.changed);
    pthread_mutex_destroy(&shop.lock);
}
