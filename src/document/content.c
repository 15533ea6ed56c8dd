/* content - a stretch of a document that is being built. */
#include "document/content.h"

#include <stdlib.h>
#include <string.h>

/* Room for `more` further items at the end. */
static void *room(void *items, size_t count, size_t more, size_t *capacity,
                  size_t size)
{
    if (count + more <= *capacity)
        return items;
    while (*capacity < count + more)
        *capacity = *capacity ? *capacity * 2 : 16;
    return memory_resize(items, *capacity * size);
}

void content_add_block(struct content *content, struct block block)
{
    content->blocks = room(content->blocks, content->block_count, 1,
                           &content->block_capacity, sizeof *content->blocks);
    content->blocks[content->block_count++] = block;
}

void content_add_mark(struct content *content, struct mark mark)
{
    content->marks = room(content->marks, content->mark_count, 1,
                          &content->mark_capacity, sizeof *content->marks);
    content->marks[content->mark_count++] = mark;
}

void content_add_residue(struct content *content, struct residue residue)
{
    content->residue =
        room(content->residue, content->residue_count, 1,
             &content->residue_capacity, sizeof *content->residue);
    content->residue[content->residue_count++] = residue;
}

void content_add_comment(struct content *content, struct comment comment)
{
    content->comments =
        room(content->comments, content->comment_count, 1,
             &content->comment_capacity, sizeof *content->comments);
    content->comments[content->comment_count++] = comment;
}

void content_add_run(struct content *content, struct source_run run)
{
    content->runs = room(content->runs, content->run_count, 1,
                         &content->run_capacity, sizeof *content->runs);
    content->runs[content->run_count++] = run;
}

static void shift(struct content *content, uint32_t by)
{
    for (size_t i = 0; i < content->block_count; i++)
        content->blocks[i].span.start += by;
    for (size_t i = 0; i < content->mark_count; i++)
        content->marks[i].span.start += by;
    for (size_t i = 0; i < content->residue_count; i++)
        content->residue[i].span.start += by;
    for (size_t i = 0; i < content->comment_count; i++)
        content->comments[i].span.start += by;
    for (size_t i = 0; i < content->run_count; i++)
        content->runs[i].start += by;
}

/* Copy items in after or before those that are there. */
static void *join(void *items, size_t *count, size_t *capacity,
                  const void *more, size_t more_count, size_t size,
                  bool before)
{
    char *at;

    if (more_count == 0)
        return items;
    items = room(items, *count, more_count, capacity, size);
    at = items;
    if (before)
        memmove(at + more_count * size, at, *count * size);
    else
        at += *count * size;
    memcpy(at, more, more_count * size);
    *count += more_count;
    return items;
}

static void join_all(struct content *content, struct content *more,
                     bool before)
{
    content->blocks =
        join(content->blocks, &content->block_count, &content->block_capacity,
             more->blocks, more->block_count, sizeof *more->blocks, before);
    content->marks =
        join(content->marks, &content->mark_count, &content->mark_capacity,
             more->marks, more->mark_count, sizeof *more->marks, before);
    content->residue = join(
        content->residue, &content->residue_count, &content->residue_capacity,
        more->residue, more->residue_count, sizeof *more->residue, before);
    content->comments =
        join(content->comments, &content->comment_count,
             &content->comment_capacity, more->comments, more->comment_count,
             sizeof *more->comments, before);
    content->runs =
        join(content->runs, &content->run_count, &content->run_capacity,
             more->runs, more->run_count, sizeof *more->runs, before);
}

void content_append(struct content *content, struct content *more)
{
    shift(more, (uint32_t)content->text.length);
    join_all(content, more, false);
    buf_add(&content->text, buf_str(&more->text));
    content_free(more);
}

void content_prepend(struct content *content, struct content *more)
{
    size_t length = more->text.length;

    if (length == 0 && more->residue_count == 0)
        return;
    shift(content, (uint32_t)length);
    join_all(content, more, true);
    buf_reserve(&content->text, length);
    memmove(content->text.at + length, content->text.at,
            content->text.length + 1);
    if (length)
        memcpy(content->text.at, more->text.at, length);
    content->text.length += length;
    content_free(more);
}

void content_free(struct content *content)
{
    buf_free(&content->text);
    free(content->blocks);
    free(content->marks);
    free(content->residue);
    free(content->comments);
    free(content->runs);
    *content = (struct content){0};
}

static int by_place(struct span a, struct span b)
{
    if (a.start != b.start)
        return a.start < b.start ? -1 : 1;
    return (a.length > b.length) - (a.length < b.length);
}

static int compare_marks(const void *left, const void *right)
{
    const struct mark *a = left, *b = right;
    int order = by_place(a->span, b->span);

    return order ? order : (int)a->kind - (int)b->kind;
}

static int compare_residue(const void *left, const void *right)
{
    const struct residue *a = left, *b = right;
    int order = by_place(a->span, b->span);

    if (order == 0)
        order = (int)a->kind - (int)b->kind;
    return order ? order : str_compare(a->quote, b->quote);
}

void content_move(struct content *content, struct document *document)
{
    if (content->mark_count)
        qsort(content->marks, content->mark_count, sizeof *content->marks,
              compare_marks);
    if (content->residue_count)
        qsort(content->residue, content->residue_count,
              sizeof *content->residue, compare_residue);
    document->text.length = content->text.length;
    document->text.at = buf_take(&content->text);
    document->blocks = content->blocks;
    document->block_count = content->block_count;
    document->marks = content->marks;
    document->mark_count = content->mark_count;
    document->residue = content->residue;
    document->residue_count = content->residue_count;
    document->comments = content->comments;
    document->comment_count = content->comment_count;
    document->runs = content->runs;
    document->run_count = content->run_count;
    arena_keep(document->arena, (char *)document->text.at);
    arena_keep(document->arena, content->blocks);
    arena_keep(document->arena, content->marks);
    arena_keep(document->arena, content->residue);
    arena_keep(document->arena, content->comments);
    arena_keep(document->arena, content->runs);
    *content = (struct content){0};
}
