/* pdf_layer - the words of a PDF's text layer, by pdftotext. */
#include "cli/pdf_layer.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    SECONDS = 60,
    TABLE_BYTES = 1 << 29,
    PAGES_FEWEST = 16, /* a program takes as long to start as to read them */
    PARTS_MOST = 8
};

/* A stretch of pages that one program reads. */
struct part {
    const struct bytes *pdf;
    size_t first, last; /* from 1; the last 0 when it goes on to the end */
    enum run_end end;
    struct bytes table;
};

static void *read_part(void *context)
{
    struct part *part = context;
    char first[24], last[24];
    const char *const words[] = {"pdftotext", "-q", "-tsv", "-enc",
                                 "UTF-8",     "-f", first,  "-l",
                                 last,        "-",  "-",    NULL};
    struct run_limits limits = {SECONDS, TABLE_BYTES};
    int input = run_memory(part->pdf->at, part->pdf->length);
    int output = run_memory(NULL, 0);

    snprintf(first, sizeof first, "%zu", part->first);
    snprintf(last, sizeof last, "%zu", part->last);
    part->end = RUN_FAILED;
    if (input >= 0 && output >= 0)
        part->end = run_program(words, input, output, limits);
    if (part->end == RUN_DONE && !run_bytes(output, &part->table))
        part->end = RUN_FAILED;
    close(input);
    close(output);
    return NULL;
}

/*
 * Pages that stand open in the file. Those of some PDFs are packed and not
 * seen, and pages may stand there that are no longer used.
 */
static size_t pages_seen(const struct bytes *pdf)
{
    static const char name[] = "/Page";
    const char *at = pdf->at, *end = pdf->at + pdf->length;
    size_t count = 0;

    while ((at = memmem(at, (size_t)(end - at), name, sizeof name - 1))) {
        at += sizeof name - 1;
        count += at < end && strchr("/ \r\n>", *at) != NULL;
    }
    return count;
}

static size_t divide(const struct bytes *pdf, unsigned programs,
                     struct part parts[PARTS_MOST])
{
    size_t pages = programs > 1 ? pages_seen(pdf) : 0;
    size_t count = pages / PAGES_FEWEST;

    if (count > programs)
        count = programs;
    if (count > PARTS_MOST)
        count = PARTS_MOST;
    if (count == 0)
        count = 1;
    for (size_t i = 0; i < count; i++)
        parts[i] = (struct part){
            .pdf = pdf,
            .first = pages * i / count + 1,
            .last = i + 1 < count ? pages * (i + 1) / count : 0,
        };
    return count;
}

/* All at once; the first in this thread. */
static void read_parts(struct part *parts, size_t count)
{
    pthread_t threads[PARTS_MOST];
    bool started[PARTS_MOST] = {false};

    for (size_t i = 1; i < count; i++)
        started[i] =
            pthread_create(&threads[i], NULL, read_part, &parts[i]) == 0;
    for (size_t i = 0; i < count; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
        else
            read_part(&parts[i]);
}

/* The tables as one; the end is that of the first part that was not done. */
static enum run_end join(struct part *parts, size_t count,
                         struct bytes *table)
{
    enum run_end end = parts[0].end;

    *table = parts[0].table;
    for (size_t i = 1; i < count; i++) {
        const struct bytes *more = &parts[i].table;

        if (end == RUN_DONE)
            end = parts[i].end;
        if (more->at == NULL)
            continue;
        table->at = realloc(table->at, table->length + more->length + 1);
        if (table->at == NULL)
            abort();
        memcpy(table->at + table->length, more->at, more->length + 1);
        table->length += more->length;
        free(more->at);
    }
    if (end != RUN_DONE)
        free(table->at);
    return end;
}

enum run_end pdf_layer(const struct bytes *pdf, unsigned programs,
                       struct bytes *table)
{
    struct part parts[PARTS_MOST];
    size_t count = divide(pdf, programs, parts);
    enum run_end end;

    read_parts(parts, count);
    end = join(parts, count, table);
    /* There may be fewer pages than were seen. */
    return end == RUN_FAILED && count > 1 ? pdf_layer(pdf, 1, table) : end;
}
