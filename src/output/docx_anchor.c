/* docx_anchor - where in its Word file a span of a document stands. */
#include "output/docx_anchor.h"

/* How many bytes of the text a run covers. */
static uint32_t run_text(const struct document *document,
                         const struct source_run *run)
{
    const struct source_run *next = run + 1;

    return next < document->runs + document->run_count
               ? next->start - run->start
               : (uint32_t)document->text.length - run->start;
}

/* The byte of the part where a byte of the text comes from. */
static uint64_t source_of(const struct document *document,
                          const struct source_run *run, uint32_t offset)
{
    uint32_t along = offset - run->start;

    if (run_text(document, run) < run->length)
        return run->offset; /* one character, written as an entity */
    return run->offset + (along < run->length ? along : run->length);
}

/* The part of a span that lies in its first block: comments do not cross. */
static struct span in_block(const struct document *document, struct span span)
{
    const struct block *block =
        &document->blocks[document_block_at(document, span.start)];
    uint32_t end = span_end(block->span);

    if (span_end(span) > end && span.start < end)
        span.length = end - span.start;
    return span;
}

/* Without the blanks around it: a run that is split leaves them alone. */
static struct span trimmed(const struct document *document, struct span span)
{
    struct str text = document_text(document, span);
    struct str kept = str_trim(text);

    return (struct span){span.start + (uint32_t)(kept.at - text.at),
                         (uint32_t)kept.length};
}

void docx_anchor(struct annotation *annotation,
                 const struct document *document, struct span span)
{
    const struct source_run *first, *last;
    uint32_t start, end;

    if (document->block_count == 0 || span.length == 0)
        return;
    span = trimmed(document, in_block(document, span));
    if (span.length == 0)
        return;
    start = span.start;
    end = span_end(span);
    first = document_run_at(document, start);
    last = document_run_at(document, end - 1);
    if (first == NULL || last == NULL)
        return;
    for (; first < last && first->length == 0; start = first->start)
        first++;
    for (; last > first && last->length == 0; last--)
        end = last->start;
    if (first->length == 0 || first->part >= document->part_count ||
        first->part != last->part)
        return;
    annotation->part = document->parts[first->part];
    annotation->start = source_of(document, first, start);
    annotation->end = run_text(document, last) < last->length
                          ? last->offset + last->length
                          : source_of(document, last, end);
}
