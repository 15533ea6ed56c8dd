/* builder - how a reader makes a document, block by block. */
#include "document/builder.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "document/content.h"

#include <stdlib.h>

struct builder {
    struct document *document;
    struct arena *arena; /* the document's */
    size_t part_capacity, problem_capacity;
    struct content front, body;
    bool in_front;
    struct content *asides; /* asides[n]: begun while n + 1 were open */
    size_t aside_count, aside_capacity;
    size_t open;       /* how many blocks are open */
    size_t blocks;     /* and how many there are in all */
    size_t text, runs; /* bytes and runs ever handed over */
    const char *full;  /* the limit that was passed, or NULL */
};

struct builder *builder_new(struct str path, struct str format)
{
    struct builder *builder = memory_alloc(sizeof *builder);
    struct arena *arena = arena_new();
    struct document *document = arena_alloc(arena, sizeof *document);

    *builder = (struct builder){.document = document, .arena = arena};
    document->arena = arena;
    document->path = arena_str(arena, path);
    document->format = arena_str(arena, format);
    return builder;
}

static void free_all_but_document(struct builder *builder)
{
    content_free(&builder->front);
    content_free(&builder->body);
    for (size_t i = 0; i < builder->aside_count; i++)
        content_free(&builder->asides[i]);
    free(builder->asides);
    free(builder);
}

void builder_free(struct builder *builder)
{
    if (builder == NULL)
        return;
    arena_free(builder->arena);
    free_all_but_document(builder);
}

uint32_t builder_part(struct builder *builder, struct str name)
{
    struct document *document = builder->document;

    document->parts =
        arena_grow(builder->arena, document->parts, document->part_count,
                   &builder->part_capacity, sizeof *document->parts);
    document->parts[document->part_count] = arena_str(builder->arena, name);
    return (uint32_t)document->part_count++;
}

/* The content at a depth of open blocks. */
static struct content *content_at(const struct builder *builder, size_t depth)
{
    if (depth > 0)
        return &builder->asides[depth - 1];
    return (struct content *)(builder->in_front ? &builder->front
                                                : &builder->body);
}

/* Where the next block would begin. */
static struct content *next_content(struct builder *builder)
{
    if (builder->open > builder->aside_count) {
        if (builder->aside_count == builder->aside_capacity) {
            builder->aside_capacity = builder->aside_capacity * 2 + 2;
            builder->asides =
                memory_resize(builder->asides, builder->aside_capacity *
                                                   sizeof *builder->asides);
        }
        builder->asides[builder->aside_count++] = (struct content){0};
    }
    return content_at(builder, builder->open);
}

/* Where the text of the innermost open block is. */
static struct content *open_content(const struct builder *builder)
{
    return content_at(builder, builder->open ? builder->open - 1 : 0);
}

void builder_section(struct builder *builder, enum builder_section section)
{
    if (builder->open == 0)
        builder->in_front = section == BUILDER_FRONT;
}

const char *builder_full(const struct builder *builder)
{
    return builder->full;
}

static void check_limits(struct builder *builder)
{
    if (builder->text > LIMIT_TEXT)
        builder->full = "text-too-large";
    else if (builder->blocks > LIMIT_BLOCKS)
        builder->full = "too-many-blocks";
    else if (builder->runs > LIMIT_RUNS)
        builder->full = "too-many-runs";
}

static bool same_cell(const struct block *a, const struct block *b)
{
    return a->kind == BLOCK_CELL && b->kind == BLOCK_CELL &&
           a->table == b->table && a->row == b->row && a->column == b->column;
}

/* A cell that begins with an empty paragraph begins with the next one. */
static void drop_empty_start(struct content *content, struct block *block)
{
    const struct block *last;

    if (content->block_count == 0)
        return;
    last = &content->blocks[content->block_count - 1];
    if (!same_cell(last, block) || last->span.length > 0)
        return;
    block->flags |= last->flags & BLOCK_STARTS_CELL;
    content->block_count--;
    buf_cut(&content->text, last->span.start);
    while (content->run_count &&
           content->runs[content->run_count - 1].start >= last->span.start)
        content->run_count--;
}

void builder_begin(struct builder *builder, struct block block)
{
    struct content *content = next_content(builder);

    drop_empty_start(content, &block);
    block.span = (struct span){(uint32_t)content->text.length, 0};
    content->open = block;
    content->is_open = true;
    content->open_run = content->run_count;
    content->open_mark = content->mark_count;
    builder->open++;
    builder->blocks++;
}

void builder_text(struct builder *builder, struct str utf8,
                  struct source source)
{
    struct content *content = open_content(builder);
    size_t runs = content->run_count;

    if (builder->open == 0 || builder->full)
        return;
    content_add_text(content, utf8, source);
    builder->text += utf8.length;
    builder->runs += content->run_count - runs;
    check_limits(builder);
}

void builder_flag(struct builder *builder, unsigned flags)
{
    if (builder->open)
        open_content(builder)->open.flags |= flags;
}

/* A header that was there before: each is given once. */
static bool said_before(const struct content *content)
{
    enum block_kind kind = content->open.kind;
    struct str text = buf_str(&content->text);
    struct str said = span_text(text, content->open.span);

    if (kind != BLOCK_HEADER && kind != BLOCK_FOOTER)
        return false;
    for (size_t i = content->block_count; i-- > 0;)
        if (content->blocks[i].kind == kind &&
            str_equal(span_text(text, content->blocks[i].span), said))
            return true;
    return false;
}

static void keep_block(struct builder *builder, struct content *content)
{
    if (content->blank)
        content->open.flags |= BLOCK_AFTER_BLANK;
    content->blank = false;
    content_add_block(content, content->open);
    buf_add_byte(&content->text, '\n');
    check_limits(builder);
}

static void drop_block(struct builder *builder, struct content *content)
{
    buf_cut(&content->text, content->open.span.start);
    content->run_count = content->open_run;
    content->mark_count = content->open_mark;
    content->blank = true;
    builder->blocks--;
}

void builder_end(struct builder *builder)
{
    struct content *content = open_content(builder), *aside;
    struct block *block = &content->open;
    uint32_t start = block->span.start;

    if (builder->open == 0)
        return;
    content_trim(content);
    block->span.length = (uint32_t)content->text.length - start;
    if (unicode_may_need_nfc(span_text(buf_str(&content->text), block->span)))
        content_compose(content);
    block->span.length = (uint32_t)content->text.length - start;
    if ((block->span.length || block->flags & BLOCK_STARTS_CELL) &&
        !said_before(content))
        keep_block(builder, content);
    else
        drop_block(builder, content);
    content->is_open = false;
    builder->open--;
    if (builder->aside_count <= builder->open)
        return;
    aside = &builder->asides[builder->open];
    if (aside->text.length || aside->residue_count)
        content_append(content, aside);
}

void builder_blank(struct builder *builder)
{
    if (builder->open == 0)
        content_at(builder, 0)->blank = true;
}

uint32_t builder_offset(const struct builder *builder)
{
    return (uint32_t)open_content(builder)->text.length;
}

static struct span between(uint32_t start, uint32_t end)
{
    return (struct span){start, end > start ? end - start : 0};
}

void builder_mark(struct builder *builder, enum mark_kind kind,
                  uint32_t start, uint32_t end)
{
    struct content *content = open_content(builder);
    struct mark *last = content->mark_count > content->open_mark
                            ? &content->marks[content->mark_count - 1]
                            : NULL;

    if (end <= start)
        return;
    if (last && last->kind == kind && span_end(last->span) == start)
        last->span.length = end - last->span.start;
    else
        content_add_mark(content, (struct mark){kind, between(start, end)});
}

void builder_residue(struct builder *builder, enum residue_kind kind,
                     struct str quote, uint32_t start, uint32_t end)
{
    builder->text += quote.length;
    builder->runs++;
    check_limits(builder);
    if (builder->full)
        return;
    content_add_residue(open_content(builder),
                        (struct residue){kind,
                                         arena_str(builder->arena, quote),
                                         between(start, end)});
}

void builder_comment(struct builder *builder, struct comment comment)
{
    builder->text += comment.text.length + comment.reply.length;
    builder->runs++;
    check_limits(builder);
    if (builder->full)
        return;
    comment.id = arena_str(builder->arena, comment.id);
    comment.author = arena_str(builder->arena, comment.author);
    comment.text = arena_str(builder->arena, comment.text);
    comment.reply = arena_str(builder->arena, comment.reply);
    content_add_comment(open_content(builder), comment);
}

void builder_problem(struct builder *builder, const char *key,
                     struct str detail)
{
    struct document *document = builder->document;

    for (size_t i = 0; i < document->problem_count; i++)
        if (str_equal(str_from(document->problems[i].key), str_from(key)))
            return;
    document->problems = arena_grow(
        builder->arena, document->problems, document->problem_count,
        &builder->problem_capacity, sizeof *document->problems);
    document->problems[document->problem_count++] =
        (struct reading_problem){key, arena_str(builder->arena, detail)};
}

void builder_quality(struct builder *builder, enum reading_quality quality)
{
    if (quality > builder->document->quality)
        builder->document->quality = quality;
}

void builder_ocr(struct builder *builder)
{
    builder->document->ocr = true;
}

void builder_colour(struct builder *builder)
{
    builder->document->carries_colour = true;
}

struct document *builder_finish(struct builder *builder, struct str bytes,
                                struct failure *failure)
{
    struct document *document = builder->document;

    while (builder->open)
        builder_end(builder);
    if (builder->full) {
        fail(failure, builder->full, "%s", "");
        builder_free(builder);
        return NULL;
    }
    content_prepend(&builder->body, &builder->front);
    content_move(&builder->body, document);
    hash_sha256(bytes, document->sha256);
    free_all_but_document(builder);
    return document;
}
