/* content - bringing a block into NFC without losing the way back. */
#include "document/content.h"

#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>

/* A block as it was, and how far it has been gone through. */
struct composing {
    struct content *content;
    struct str text; /* of the block, before */
    struct source_run *runs;
    size_t run_count, next_run;
    bool broken; /* the next piece needs a run of its own */
};

/* The run as it would stand had it begun at byte `at` of the old text. */
static struct source_run run_from(const struct composing *composing,
                                  const struct source_run *run, size_t at)
{
    size_t begin = run->start - composing->content->open.span.start;
    struct source_run moved = *run;

    if (run->column)
        moved.column += (uint32_t)unicode_count(
            str_part(composing->text, begin, at - begin));
    if (run->length > at - begin) {
        moved.offset += at - begin;
        moved.length -= (uint32_t)(at - begin);
    }
    return moved;
}

/* The last run holds what has been added since it, and no more. */
static void end_run(struct content *content)
{
    struct source_run *run = &content->runs[content->run_count - 1];
    size_t covered = content->text.length - run->start;

    if (run->length > covered)
        run->length = (uint32_t)covered;
}

/* A letter and its marks, in NFC, with a run where one has to begin. */
static void add_piece(struct composing *composing, size_t at, size_t length)
{
    struct content *content = composing->content;
    uint32_t start = content->open.span.start;
    struct str piece = str_part(composing->text, at, length);
    size_t new_start = content->text.length;
    struct source_run run;
    bool changed;

    unicode_add_nfc(&content->text, piece);
    changed = !str_equal(
        piece, str_part(buf_str(&content->text), new_start, SIZE_MAX));
    buf_cut(&content->text, new_start);
    while (composing->next_run < composing->run_count &&
           composing->runs[composing->next_run].start - start <= at) {
        composing->next_run++;
        composing->broken = true;
    }
    if (composing->next_run && (composing->broken || changed)) {
        run = run_from(composing, &composing->runs[composing->next_run - 1],
                       at);
        run.start = (uint32_t)new_start;
        if (changed && run.length > length)
            run.length = (uint32_t)length;
        if (!composing->broken && content->run_count > content->open_run)
            end_run(content);
        content_add_run(content, run);
    }
    composing->broken = changed;
    unicode_add_nfc(&content->text, piece);
}

/* The first byte after the letter at `at` and the marks that follow it. */
static size_t piece_end(struct str text, size_t at)
{
    size_t length;

    unicode_decode(text, at, &length);
    for (at += length; at < text.length; at += length)
        if (!unicode_is_combining(unicode_decode(text, at, &length)))
            break;
    return at;
}

/* A place in the block follows its text; ends stay at the end. */
static void move_places(struct content *content, uint32_t from, uint32_t to)
{
    uint32_t by = from - to;

    for (size_t i = content->open_mark; i < content->mark_count; i++) {
        struct span *span = &content->marks[i].span;

        if (span->start >= from)
            span->start -= by;
        else if (span_end(*span) >= from)
            span->length -= by;
    }
    for (size_t i = content->residue_count; i-- > 0;) {
        struct span *span = &content->residue[i].span;

        if (span_end(*span) < from)
            break;
        if (span->start >= from)
            span->start -= by;
        else
            span->length -= by;
    }
}

void content_compose(struct content *content)
{
    uint32_t start = content->open.span.start;
    struct composing composing = {.content = content};
    struct buf old = {0};

    buf_add(&old, str_part(buf_str(&content->text), start, SIZE_MAX));
    composing.text = buf_str(&old);
    composing.run_count = content->run_count - content->open_run;
    composing.runs =
        memory_alloc((composing.run_count + 1) * sizeof *composing.runs);
    if (composing.run_count)
        memcpy(composing.runs, content->runs + content->open_run,
               composing.run_count * sizeof *composing.runs);
    content->run_count = content->open_run;
    buf_cut(&content->text, start);
    for (size_t at = 0, end; at < old.length; at = end) {
        uint32_t place;

        end = piece_end(composing.text, at);
        place = (uint32_t)content->text.length;
        add_piece(&composing, at, end - at);
        if (content->text.length - place != end - at)
            move_places(content, place + (uint32_t)(end - at),
                        (uint32_t)content->text.length);
    }
    free(composing.runs);
    buf_free(&old);
}
