/*
 * fuzz_part - a Word file in which one part holds any bytes.
 */
#ifndef SKOLLINT_FUZZ_PART_H
#define SKOLLINT_FUZZ_PART_H

#include "../unit/docx.h"

/* Every place of the text must lead back to a place. */
static inline void fuzz_check(const struct document *document)
{
    for (size_t i = 0; i < document->block_count; i++) {
        struct span span = document->blocks[i].span;

        if (span_end(span) >= document->text.length)
            abort();
        if (document->text.at[span_end(span)] != '\n')
            abort();
    }
    for (size_t i = 0; i < document->residue_count; i++)
        if (span_end(document->residue[i].span) > document->text.length)
            abort();
    for (size_t i = 0; i < document->mark_count; i++)
        if (span_end(document->marks[i].span) > document->text.length)
            abort();
    for (size_t i = 0; i < document->comment_count; i++)
        if (span_end(document->comments[i].span) > document->text.length)
            abort();
    for (size_t i = 1; i < document->run_count; i++)
        if (document->runs[i].start < document->runs[i - 1].start)
            abort();
}

static inline void fuzz_file(struct str file)
{
    static const enum input_changes changes[] = {INPUT_ACCEPTED,
                                                 INPUT_REJECTED};
    struct failure why;

    for (size_t i = 0; i < 2; i++) {
        struct document *document =
            input_read_changes(STR("fuzz"), file, changes[i], &why);

        if (document)
            fuzz_check(document);
        document_free(document);
    }
}

#endif
