/* join - a document and its enclosures, to be read as one. */
#include "document/join.h"

#include <string.h>

struct joining {
    const struct document *enclosure;
    struct document *joined;
    uint32_t shift; /* where the enclosure's text begins */
};

static void join_text(struct joining *joining, const struct document *body)
{
    struct str added = joining->enclosure->text;
    size_t length = body->text.length + added.length;
    char *text = arena_alloc(joining->joined->arena, length + 1);

    memcpy(text, body->text.at, body->text.length);
    memcpy(text + body->text.length, added.at, added.length);
    joining->joined->text = (struct str){text, length};
}

static void join_blocks(struct joining *joining, const struct document *body)
{
    const struct document *enclosure = joining->enclosure;
    struct document *joined = joining->joined;
    uint32_t tables = 0;

    joined->blocks =
        arena_alloc(joined->arena,
                    (body->block_count + enclosure->block_count + 1) *
                        sizeof *joined->blocks);
    for (size_t i = 0; i < body->block_count; i++) {
        joined->blocks[i] = body->blocks[i];
        if (body->blocks[i].table > tables)
            tables = body->blocks[i].table;
    }
    for (size_t i = 0; i < enclosure->block_count; i++) {
        struct block block = enclosure->blocks[i];

        block.span.start += joining->shift;
        if (block.table)
            block.table += tables;
        joined->blocks[joined->block_count++] = block;
    }
}

/* The runs lose their bytes: the file's own parts are not these. */
static void join_runs(struct joining *joining, const struct document *body,
                      uint32_t part)
{
    const struct document *enclosure = joining->enclosure;
    struct document *joined = joining->joined;

    joined->runs = arena_alloc(
        joined->arena, (body->run_count + enclosure->run_count + 1) *
                           sizeof *joined->runs);
    for (size_t i = 0; i < body->run_count; i++)
        joined->runs[i] = body->runs[i];
    for (size_t i = 0; i < enclosure->run_count; i++) {
        struct source_run run = enclosure->runs[i];

        run.start += joining->shift;
        run.part = part;
        run.offset = 0;
        run.length = 0;
        joined->runs[joined->run_count++] = run;
    }
}

static struct str file_name(struct str path)
{
    size_t start = path.length;

    while (start > 0 && path.at[start - 1] != '/')
        start--;
    return str_part(path, start, path.length);
}

static uint32_t join_names(struct joining *joining,
                           const struct document *body)
{
    struct document *joined = joining->joined;
    struct str name =
        arena_str(joined->arena, file_name(joining->enclosure->path));

    joined->parts = arena_alloc(joined->arena, (body->part_count + 1) *
                                                   sizeof *joined->parts);
    for (size_t i = 0; i < body->part_count; i++)
        joined->parts[i] = body->parts[i];
    joined->parts[joined->part_count] = name;
    joined->enclosures =
        arena_alloc(joined->arena, (body->enclosure_count + 1) *
                                       sizeof *joined->enclosures);
    for (size_t i = 0; i < body->enclosure_count; i++)
        joined->enclosures[i] = body->enclosures[i];
    joined->enclosures[joined->enclosure_count++] =
        (struct enclosure){name, joining->shift};
    return (uint32_t)joined->part_count++;
}

struct document *document_join(const struct document *body,
                               const struct document *enclosure)
{
    struct arena *arena = arena_new();
    struct document *joined = arena_alloc(arena, sizeof *joined);
    struct joining joining = {enclosure, joined,
                              (uint32_t)body->text.length};

    *joined = *body;
    joined->arena = arena;
    join_text(&joining, body);
    join_blocks(&joining, body);
    join_runs(&joining, body, join_names(&joining, body));
    joined->ocr |= enclosure->ocr;
    if (enclosure->quality > joined->quality)
        joined->quality = enclosure->quality;
    return joined;
}
