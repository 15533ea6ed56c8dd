/* lines - a document made of lines, one block each, for the unit tests. */
#ifndef SKOLLINT_TESTS_LINES_H
#define SKOLLINT_TESTS_LINES_H

#include "document/document.h"

/* The document owns a copy of the text; free with document_free. */
static inline struct document *document_of_lines(const char *text)
{
    struct arena *arena = arena_new();
    struct document *document = arena_alloc(arena, sizeof *document);
    struct str rest = arena_str(arena, str_from(text)), line;
    size_t capacity = 0;

    document->arena = arena;
    document->text = rest;
    document->format = STR("text");
    while (str_cut(&rest, '\n', &line)) {
        struct block block = {.kind = BLOCK_PARAGRAPH};

        block.span.start = (uint32_t)(line.at - document->text.at);
        block.span.length = (uint32_t)line.length;
        document->blocks =
            arena_grow(arena, document->blocks, document->block_count,
                       &capacity, sizeof block);
        document->blocks[document->block_count++] = block;
    }
    return document;
}

#endif
