/* pdf - the words of a PDF, or of the images in it. */
#include "cli/pdf.h"

#include "cli/pdf_layer.h"
#include "cli/pdf_scan.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FIRST_BYTES = 1024,
    WORDS_FEWEST = 12, /* on a page, or there is an image instead */
    ODD_PERCENT = 10   /* of the words: letters that no font explains */
};

bool pdf_ocr_of(const char *word, enum pdf_ocr *ocr)
{
    *ocr = PDF_OCR_AUTO;
    if (word == NULL || strcmp(word, "auto") == 0)
        return true;
    *ocr = strcmp(word, "always") == 0 ? PDF_OCR_ALWAYS : PDF_OCR_NEVER;
    return *ocr == PDF_OCR_ALWAYS || strcmp(word, "never") == 0;
}

struct pdf_how pdf_how(const char *ocr, unsigned jobs)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct pdf_how how = {.programs = jobs};

    pdf_ocr_of(ocr, &how.ocr);
    if (jobs == 0)
        how.programs = processors < 1 ? 1 : (unsigned)processors;
    return how;
}

bool pdf_is(const struct bytes *bytes)
{
    size_t length = bytes->length < FIRST_BYTES ? bytes->length : FIRST_BYTES;

    return bytes->at && memmem(bytes->at, length, "%PDF-", 5) != NULL;
}

static bool is_odd(const char *word, size_t length)
{
    /* U+FFFD, and letters of a font's own (U+E000 to U+F8FF). */
    return memmem(word, length, "\xEF\xBF\xBD", 3) != NULL ||
           (unsigned char)word[0] == 0xEE ||
           ((unsigned char)word[0] == 0xEF && (unsigned char)word[1] <= 0xA3);
}

/* The text layer: what it is like, and its pages. */
struct layer {
    struct pdf_page *pages;
    size_t count, capacity, words, odd;
};

static void add_page(struct layer *layer, const char *row)
{
    if (layer->count == layer->capacity) {
        layer->capacity = layer->capacity ? layer->capacity * 2 : 16;
        layer->pages =
            realloc(layer->pages, layer->capacity * sizeof *layer->pages);
        if (layer->pages == NULL)
            abort();
    }
    layer->pages[layer->count++] =
        (struct pdf_page){.rows = row, .image = PDF_IF_DRAWN};
}

/* The text of a word is what follows the last TAB of its row. */
static void add_word(struct layer *layer, const char *row, const char *end)
{
    const char *tab = memrchr(row, '\t', (size_t)(end - row));

    if (tab == NULL || layer->count == 0)
        return;
    layer->words++;
    layer->odd += is_odd(tab + 1, (size_t)(end - tab - 1));
    layer->pages[layer->count - 1].image = PDF_TEXT;
}

static struct layer weigh(const struct bytes *table)
{
    const char *last = table->at + table->length;
    struct layer layer = {0};

    for (const char *row = table->at, *end; row < last; row = end + 1) {
        end = memchr(row, '\n', (size_t)(last - row));
        if (end == NULL)
            end = last;
        if (strncmp(row, "1\t", 2) == 0)
            add_page(&layer, row);
        else if (strncmp(row, "5\t", 2) == 0)
            add_word(&layer, row, end);
        if (layer.count)
            layer.pages[layer.count - 1].length =
                (size_t)((end < last ? end + 1 : last) -
                         layer.pages[layer.count - 1].rows);
    }
    return layer;
}

static bool is_poor(const struct layer *layer)
{
    return layer->words < layer->count * WORDS_FEWEST ||
           layer->odd * 100 > layer->words * ODD_PERCENT;
}

static size_t scans(const struct layer *layer)
{
    size_t count = 0;

    for (size_t i = 0; i < layer->count; i++)
        count += layer->pages[i].scan.at != NULL;
    return count;
}

/* The tables of all pages as one, those of scans in place of text. */
static void join(const struct layer *layer, struct bytes *table)
{
    size_t length = 0;
    char *at, *begins;

    for (size_t i = 0; i < layer->count; i++)
        length += layer->pages[i].length + layer->pages[i].scan.length;
    at = begins = malloc(length + 1);
    if (at == NULL)
        abort();
    for (size_t i = 0; i < layer->count; i++) {
        const struct pdf_page *page = &layer->pages[i];
        bool image = page->scan.at != NULL;

        at = mempcpy(at, image ? page->scan.at : page->rows,
                     image ? page->scan.length : page->length);
    }
    *at = '\0';
    free(table->at);
    *table = (struct bytes){begins, (size_t)(at - begins)};
}

bool pdf_words(const struct bytes *pdf, struct pdf_how how,
               struct bytes *table, bool *scanned, struct skollint_error *why)
{
    enum run_end end = pdf_layer(pdf, how.programs, table);
    struct layer layer;
    bool done, images;

    *scanned = false;
    if (end != RUN_DONE)
        return pdf_explain_end(why, end, "poppler-utils", "pdf-unreadable",
                               "");
    layer = weigh(table);
    images = how.ocr == PDF_OCR_ALWAYS || is_poor(&layer);
    for (size_t i = 0; i < layer.count && images; i++)
        layer.pages[i].image = PDF_AS_IMAGE;
    done = how.ocr == PDF_OCR_NEVER ||
           pdf_scan(pdf, layer.pages, layer.count, why);
    *scanned = done && scans(&layer) > 0;
    if (*scanned)
        join(&layer, table);
    for (size_t i = 0; i < layer.count; i++)
        free(layer.pages[i].scan.at);
    free(layer.pages);
    if (!done)
        free(table->at);
    return done;
}
