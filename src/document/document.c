/* document - one normalised text, blocks over it, and the way back. */
#include "document/document.h"

#include "base/unicode.h"

const char *residue_name(enum residue_kind kind)
{
    static const char *const names[RESIDUE_KINDS] = {
        "tracked_insertion",  "tracked_deletion", "comment",
        "hidden_text",        "placeholder",      "instruction",
        "converter_artefact", "draft_mark",       "macro",
        "external_link",
    };

    return names[kind];
}

void document_free(struct document *document)
{
    if (document)
        arena_free(document->arena);
}

const struct source_run *document_run_at(const struct document *document,
                                         uint32_t offset)
{
    size_t low = 0, high = document->run_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (document->runs[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &document->runs[low - 1] : NULL;
}

struct source_place document_place(const struct document *document,
                                   uint32_t offset)
{
    const struct source_run *run = document_run_at(document, offset);
    struct source_place place = {.part = STR("")};

    if (run == NULL)
        return place;
    place.line = run->line;
    place.page = run->page;
    place.paragraph = run->paragraph;
    if (run->column)
        place.column =
            run->column + unicode_count(str_part(document->text, run->start,
                                                 offset - run->start));
    if (run->part < document->part_count)
        place.part = document->parts[run->part];
    return place;
}

struct str document_enclosure(const struct document *document,
                              uint32_t offset)
{
    for (size_t i = document->enclosure_count; i > 0; i--)
        if (offset >= document->enclosures[i - 1].start)
            return document->enclosures[i - 1].name;
    return STR("");
}

size_t document_block_at(const struct document *document, uint32_t offset)
{
    size_t low = 0, high = document->block_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (document->blocks[middle].span.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

struct str document_text(const struct document *document, struct span span)
{
    return span_text(document->text, span);
}

bool comment_is_settled(const struct comment *comment)
{
    return str_equal(comment->author, STR(COMMENT_AUTHOR)) &&
           (comment->resolved || comment->reply.length > 0);
}
