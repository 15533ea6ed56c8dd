/* pdf_scan - pages of a PDF read as images, by pdftoppm and tesseract. */
#include "cli/pdf_scan.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    PAGE_SECONDS = 120,
    PAGES_MOST = 500, /* that are read as images */
    THREADS_MOST = 16,
    IMAGE_BYTES = 1 << 28,
    DARK = 160, /* a dot is drawn when it is darker than this */
    DRAWN_MOST =
        500 /* nothing is drawn when fewer dots than one of so many are */
};

/* Pages that several threads read as images. */
struct scan {
    const struct bytes *pdf;
    struct pdf_page *pages;
    size_t count, next;
    enum run_end end;    /* the first that was not RUN_DONE */
    const char *package; /* of the program that ended so */
    size_t at;           /* and on which page */
    pthread_mutex_t lock;
};

bool pdf_explain(struct skollint_error *why, const char *key,
                 const char *detail)
{
    *why = (struct skollint_error){0};
    snprintf(why->key, sizeof why->key, "%s", key);
    snprintf(why->detail, sizeof why->detail, "%s", detail);
    return false;
}

bool pdf_explain_end(struct skollint_error *why, enum run_end end,
                     const char *package, const char *key, const char *detail)
{
    if (end == RUN_ABSENT)
        return pdf_explain(why, "pdf-program-absent", package);
    if (end == RUN_LATE)
        return pdf_explain(why, "pdf-late", "");
    if (end == RUN_LARGE)
        return pdf_explain(why, "pdf-large", "");
    return pdf_explain(why, key, detail);
}

/* The page as a grey image of so many dots an inch, into `image`. */
static enum run_end draw(int pdf, size_t page, const char *dots, int image)
{
    char number[24];
    const char *const words[] = {"pdftoppm", "-q", "-r",   dots,
                                 "-gray",    "-f", number, "-l",
                                 number,     "-",  NULL};

    snprintf(number, sizeof number, "%zu", page + 1);
    return run_program(words, pdf, image,
                       (struct run_limits){PAGE_SECONDS, IMAGE_BYTES});
}

/* Whether enough of an image is dark that something may stand there. */
static bool is_drawn(const struct bytes *image)
{
    size_t dark = 0;

    for (size_t i = 0; i < image->length; i++)
        dark += (unsigned char)image->at[i] < DARK;
    return dark * DRAWN_MOST > image->length;
}

/* *drawn: whether anything stands on the page, seen from afar. */
static enum run_end look(int pdf, size_t page, bool *drawn)
{
    int image = run_memory(NULL, 0);
    struct bytes dots = {0};
    enum run_end end = RUN_FAILED;

    if (image >= 0)
        end = draw(pdf, page, "20", image);
    if (end == RUN_DONE && !run_bytes(image, &dots))
        end = RUN_FAILED;
    close(image);
    *drawn = is_drawn(&dots);
    free(dots.at);
    return end;
}

static enum run_end read_page(int pdf, size_t page, struct bytes *table,
                              const char **package)
{
    static const char *const words[] = {"tesseract", "stdin", "stdout", "-l",
                                        "swe",       "tsv",   NULL};
    int image = run_memory(NULL, 0), text = run_memory(NULL, 0);
    enum run_end end = RUN_FAILED;

    if (image >= 0 && text >= 0) {
        end = draw(pdf, page, "300", image);
        if (end == RUN_DONE) {
            *package = "tesseract-ocr";
            end = run_program(words, image, text,
                              (struct run_limits){PAGE_SECONDS, IMAGE_BYTES});
        }
        if (end == RUN_DONE && !run_bytes(text, table))
            end = RUN_FAILED;
    }
    close(image);
    close(text);
    return end;
}

/* One page; outside of the lock, as no other thread has it. */
static enum run_end scan_page(struct scan *scan, size_t at, int pdf,
                              const char **package)
{
    struct pdf_page *page = &scan->pages[at];
    enum run_end end = RUN_DONE;
    bool drawn = page->image == PDF_AS_IMAGE;

    *package = "poppler-utils";
    if (page->image == PDF_IF_DRAWN)
        end = look(pdf, at, &drawn);
    if (end != RUN_DONE || !drawn)
        return end;
    return read_page(pdf, at, &page->scan, package);
}

static void *scan_pages(void *context)
{
    struct scan *scan = context;
    int pdf = run_memory(scan->pdf->at, scan->pdf->length);

    pthread_mutex_lock(&scan->lock);
    while (scan->next < scan->count && scan->end == RUN_DONE) {
        size_t page = scan->next++;
        const char *package;
        enum run_end end;

        pthread_mutex_unlock(&scan->lock);
        end = scan_page(scan, page, pdf, &package);
        pthread_mutex_lock(&scan->lock);
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

static void run_threads(struct scan *scan, size_t images)
{
    pthread_t threads[THREADS_MOST];
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = 0;

    while (count < THREADS_MOST && count + 1 < images &&
           (long)count + 1 < processors &&
           pthread_create(&threads[count], NULL, scan_pages, scan) == 0)
        count++;
    scan_pages(scan);
    for (size_t i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
}

bool pdf_scan(const struct bytes *pdf, struct pdf_page *pages, size_t count,
              struct skollint_error *why)
{
    struct scan scan = {
        .pdf = pdf, .pages = pages, .count = count, .end = RUN_DONE};
    size_t images = 0;
    char page[24];

    for (size_t i = 0; i < count; i++)
        images += pages[i].image != PDF_TEXT;
    if (images == 0)
        return true;
    if (images > PAGES_MOST)
        return pdf_explain(why, "pdf-many-pages", "");
    pthread_mutex_init(&scan.lock, NULL);
    run_threads(&scan, images);
    pthread_mutex_destroy(&scan.lock);
    if (scan.end == RUN_DONE)
        return true;
    snprintf(page, sizeof page, "%zu", scan.at);
    return pdf_explain_end(why, scan.end, scan.package, "pdf-scan-failed",
                           page);
}
