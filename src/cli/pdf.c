/* pdf - the words of a PDF, or of the images in it. */
#include "cli/pdf.h"

#include "cli/pdf_scan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FIRST_BYTES = 1024,
    TEXT_SECONDS = 60,
    WORDS_FEWEST = 12, /* on a page, or there is an image instead */
    ODD_PERCENT = 10,  /* of the words: letters that no font explains */
    TABLE_BYTES = 1 << 29
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

static bool is_odd(const char *word)
{
    /* U+FFFD, and letters of a font's own (U+E000 to U+F8FF). */
    return strstr(word, "\xEF\xBF\xBD") != NULL ||
           ((unsigned char)word[0] == 0xEE ||
            ((unsigned char)word[0] == 0xEF &&
             (unsigned char)word[1] <= 0xA3));
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

static void add_word(struct layer *layer, const char *row, const char *end)
{
    char word[64];

    for (int i = 0; i < 11 && row; i++)
        row = (row = strchr(row, '\t')) ? row + 1 : NULL;
    if (row == NULL || layer->count == 0)
        return;
    snprintf(word, sizeof word, "%.*s",
             end ? (int)(end - row < 60 ? end - row : 60) : 60, row);
    layer->words++;
    layer->odd += is_odd(word);
    layer->pages[layer->count - 1].image = PDF_TEXT;
}

static struct layer weigh(const struct bytes *table)
{
    struct layer layer = {0};

    for (const char *row = table->at, *end; row && *row;
         row = end ? end + 1 : NULL) {
        end = strchr(row, '\n');
        if (strncmp(row, "1\t", 2) == 0)
            add_page(&layer, row);
        else if (strncmp(row, "5\t", 2) == 0)
            add_word(&layer, row, end);
        if (layer.count)
            layer.pages[layer.count - 1].length =
                (size_t)((end ? end + 1 : table->at + table->length) -
                         layer.pages[layer.count - 1].rows);
    }
    return layer;
}

static bool is_poor(const struct layer *layer)
{
    return layer->words < layer->count * WORDS_FEWEST ||
           layer->odd * 100 > layer->words * ODD_PERCENT;
}

static bool read_layer(const struct bytes *pdf, struct bytes *table,
                       struct skollint_error *why)
{
    static const char *const words[] = {"pdftotext", "-q", "-tsv", "-enc",
                                        "UTF-8",     "-",  "-",    NULL};
    struct run_limits limits = {TEXT_SECONDS, TABLE_BYTES};
    int input = run_memory(pdf->at, pdf->length);
    int output = run_memory(NULL, 0);
    enum run_end end = RUN_FAILED;

    if (input >= 0 && output >= 0)
        end = run_program(words, input, output, limits);
    if (end == RUN_DONE && !run_bytes(output, table))
        end = RUN_FAILED;
    close(input);
    close(output);
    return end == RUN_DONE ||
           pdf_explain_end(why, end, "poppler-utils", "pdf-unreadable", "");
}

/* The tables of all pages as one; *scanned: some were read as images. */
static void join(const struct layer *layer, struct bytes *table,
                 bool *scanned)
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

        *scanned |= image;
        at = mempcpy(at, image ? page->scan.at : page->rows,
                     image ? page->scan.length : page->length);
    }
    *at = '\0';
    free(table->at);
    *table = (struct bytes){begins, (size_t)(at - begins)};
}

bool pdf_words(const struct bytes *pdf, enum pdf_ocr ocr, struct bytes *table,
               bool *scanned, struct skollint_error *why)
{
    struct layer layer;
    bool done, images;

    *scanned = false;
    if (!read_layer(pdf, table, why))
        return false;
    layer = weigh(table);
    images = ocr == PDF_OCR_ALWAYS || is_poor(&layer);
    for (size_t i = 0; i < layer.count && images; i++)
        layer.pages[i].image = PDF_AS_IMAGE;
    done =
        ocr == PDF_OCR_NEVER || pdf_scan(pdf, layer.pages, layer.count, why);
    if (done && ocr != PDF_OCR_NEVER)
        join(&layer, table, scanned);
    for (size_t i = 0; i < layer.count; i++)
        free(layer.pages[i].scan.at);
    free(layer.pages);
    if (!done)
        free(table->at);
    return done;
}
