/* pdf - the words of a PDF, or of the images in it. */
#include "cli/pdf.h"

#include "cli/run.h"

#include <ctype.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FIRST_BYTES = 1024,
    TEXT_SECONDS = 60,
    PAGE_SECONDS = 120,
    PAGES_MOST = 500,  /* that are read as images */
    WORDS_FEWEST = 12, /* on a page, or there is an image instead */
    ODD_PERCENT = 10,  /* of the words: letters that no font explains */
    THREADS_MOST = 16,
    TABLE_BYTES = 1 << 29,
    IMAGE_BYTES = 1 << 28
};

bool pdf_ocr_of(const char *word, enum pdf_ocr *ocr)
{
    *ocr = PDF_OCR_AUTO;
    if (word == NULL || strcmp(word, "auto") == 0)
        return true;
    *ocr = strcmp(word, "always") == 0 ? PDF_OCR_ALWAYS : PDF_OCR_NEVER;
    return *ocr == PDF_OCR_ALWAYS || strcmp(word, "never") == 0;
}

bool pdf_is(const struct bytes *bytes)
{
    size_t length = bytes->length < FIRST_BYTES ? bytes->length : FIRST_BYTES;

    return bytes->at && memmem(bytes->at, length, "%PDF-", 5) != NULL;
}

static bool explain(struct skollint_error *why, const char *key,
                    const char *detail)
{
    *why = (struct skollint_error){0};
    snprintf(why->key, sizeof why->key, "%s", key);
    snprintf(why->detail, sizeof why->detail, "%s", detail);
    return false;
}

/* Why a program gave nothing; `package` is where it comes from. */
static bool explain_end(struct skollint_error *why, enum run_end end,
                        const char *package, const char *key)
{
    if (end == RUN_ABSENT)
        return explain(why, "pdf-program-absent", package);
    if (end == RUN_LATE)
        return explain(why, "pdf-late", "");
    if (end == RUN_LARGE)
        return explain(why, "pdf-large", "");
    return explain(why, key, "");
}

/* What the text layer is like. */
struct layer {
    size_t pages, words, odd;
};

static bool is_odd(const char *word)
{
    /* U+FFFD, and letters of a font's own (U+E000 to U+F8FF). */
    return strstr(word, "\xEF\xBF\xBD") != NULL ||
           ((unsigned char)word[0] == 0xEE ||
            ((unsigned char)word[0] == 0xEF &&
             (unsigned char)word[1] <= 0xA3));
}

static struct layer weigh(const struct bytes *table)
{
    struct layer layer = {0};
    const char *row = table->at, *end;
    char word[64];

    for (; row && *row; row = end ? end + 1 : NULL) {
        const char *text = row;

        end = strchr(row, '\n');
        if (strncmp(row, "1\t", 2) == 0)
            layer.pages++;
        if (strncmp(row, "5\t", 2) != 0)
            continue;
        for (int i = 0; i < 11 && text; i++)
            text = (text = strchr(text, '\t')) ? text + 1 : NULL;
        if (text == NULL)
            continue;
        snprintf(word, sizeof word, "%.*s",
                 end ? (int)(end - text < 60 ? end - text : 60) : 60, text);
        layer.words++;
        layer.odd += is_odd(word);
    }
    return layer;
}

static bool is_poor(struct layer layer)
{
    return layer.words < layer.pages * WORDS_FEWEST ||
           layer.odd * 100 > layer.words * ODD_PERCENT;
}

static bool read_layer(int pdf, struct bytes *table,
                       struct skollint_error *why)
{
    static const char *const words[] = {"pdftotext", "-q", "-tsv", "-enc",
                                        "UTF-8",     "-",  "-",    NULL};
    struct run_limits limits = {TEXT_SECONDS, TABLE_BYTES};
    int output = run_memory(NULL, 0);
    enum run_end end;

    if (output < 0)
        return explain(why, "pdf-unreadable", "");
    end = run_program(words, pdf, output, limits);
    if (end != RUN_DONE || !run_bytes(output, table)) {
        close(output);
        return explain_end(why, end, "poppler-utils", "pdf-unreadable");
    }
    close(output);
    return true;
}

/* Pages that several threads read as images. */
struct scan {
    const struct bytes *pdf;
    size_t pages, next;
    struct bytes *tables; /* one per page */
    enum run_end end;     /* the first that was not RUN_DONE */
    const char *package;  /* of the program that ended so */
    size_t at;            /* and on which page */
    pthread_mutex_t lock;
};

static enum run_end scan_page(const struct scan *scan, size_t page, int pdf,
                              struct bytes *table, const char **package)
{
    static const char *const read[] = {"tesseract", "stdin", "stdout", "-l",
                                       "swe",       "tsv",   NULL};
    char number[24];
    const char *const draw[] = {"pdftoppm", "-q", "-r",   "300",
                                "-gray",    "-f", number, "-l",
                                number,     "-",  NULL};
    struct run_limits limits = {PAGE_SECONDS, IMAGE_BYTES};
    int image = run_memory(NULL, 0), text = run_memory(NULL, 0);
    enum run_end end = RUN_FAILED;

    snprintf(number, sizeof number, "%zu", page + 1);
    (void)scan;
    if (image >= 0 && text >= 0) {
        *package = "poppler-utils";
        end = run_program(draw, pdf, image, limits);
        if (end == RUN_DONE) {
            *package = "tesseract-ocr";
            end = run_program(read, image, text, limits);
        }
        if (end == RUN_DONE && !run_bytes(text, table))
            end = RUN_FAILED;
    }
    close(image);
    close(text);
    return end;
}

static void *scan_pages(void *context)
{
    struct scan *scan = context;
    int pdf = run_memory(scan->pdf->at, scan->pdf->length);

    pthread_mutex_lock(&scan->lock);
    while (scan->next < scan->pages && scan->end == RUN_DONE) {
        size_t page = scan->next++;
        struct bytes table = {0};
        const char *package = "";
        enum run_end end;

        pthread_mutex_unlock(&scan->lock);
        end = scan_page(scan, page, pdf, &table, &package);
        pthread_mutex_lock(&scan->lock);
        scan->tables[page] = table;
        if (end != RUN_DONE && scan->end == RUN_DONE) {
            scan->end = end;
            scan->package = package;
            scan->at = page + 1;
        }
    }
    pthread_mutex_unlock(&scan->lock);
    close(pdf);
    return NULL;
}

/* The tables of all pages as one. */
static void join(struct scan *scan, struct bytes *table)
{
    size_t length = 0, at = 0;

    for (size_t i = 0; i < scan->pages; i++)
        length += scan->tables[i].length;
    table->at = malloc(length + 1);
    if (table->at == NULL)
        abort();
    for (size_t i = 0; i < scan->pages; i++) {
        if (scan->tables[i].length)
            memcpy(table->at + at, scan->tables[i].at,
                   scan->tables[i].length);
        at += scan->tables[i].length;
        free(scan->tables[i].at);
    }
    table->at[length] = '\0';
    table->length = length;
}

static void run_threads(struct scan *scan)
{
    pthread_t threads[THREADS_MOST];
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = 0;

    while (count < THREADS_MOST && count + 1 < scan->pages &&
           (long)count + 1 < processors &&
           pthread_create(&threads[count], NULL, scan_pages, scan) == 0)
        count++;
    scan_pages(scan);
    for (size_t i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

static bool read_images(const struct bytes *pdf, size_t pages,
                        struct bytes *table, struct skollint_error *why)
{
    struct scan scan = {.pdf = pdf, .pages = pages, .end = RUN_DONE};
    char page[24];

    if (pages > PAGES_MOST)
        return explain(why, "pdf-many-pages", "");
    scan.tables = calloc(pages + 1, sizeof *scan.tables);
    if (scan.tables == NULL)
        abort();
    pthread_mutex_init(&scan.lock, NULL);
    run_threads(&scan);
    pthread_mutex_destroy(&scan.lock);
    join(&scan, table);
    free(scan.tables);
    if (scan.end == RUN_DONE)
        return true;
    free(table->at);
    *table = (struct bytes){0};
    snprintf(page, sizeof page, "%zu", scan.at);
    if (scan.end == RUN_FAILED)
        return explain(why, "pdf-scan-failed", page);
    return explain_end(why, scan.end, scan.package, "pdf-scan-failed");
}

bool pdf_words(const struct bytes *pdf, enum pdf_ocr ocr, struct bytes *table,
               bool *scanned, struct skollint_error *why)
{
    int memory = run_memory(pdf->at, pdf->length);
    struct layer layer;
    bool done = memory >= 0 && read_layer(memory, table, why);

    if (memory < 0)
        explain(why, "pdf-unreadable", "");
    else
        close(memory);
    *scanned = false;
    if (!done)
        return false;
    layer = weigh(table);
    if (ocr == PDF_OCR_NEVER || (ocr == PDF_OCR_AUTO && !is_poor(layer)))
        return true;
    free(table->at);
    *table = (struct bytes){0};
    *scanned = true;
    return read_images(pdf, layer.pages, table, why);
}
