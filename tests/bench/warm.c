/*
 * warm - how long reading and judging take in a process that is warm.
 *
 *   warm FILE…
 *
 * For each file a line "BYTES READ JUDGE ANNOTATE PATH": bytes of its text,
 * and milliseconds of CPU for reading and understanding it, for judging it
 * by all criteria, and for writing the Word file with comments: the least of
 * several rounds.
 */
#include <skollint/skollint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 15, LARGE = 200000, ROUNDS_LARGE = 3 };

struct bytes {
    char *at;
    size_t size;
};

static bool read_bytes(const char *path, struct bytes *bytes)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return false;
    fseek(file, 0, SEEK_END);
    bytes->size = (size_t)ftell(file);
    rewind(file);
    bytes->at = malloc(bytes->size + 1);
    if (bytes->at == NULL)
        abort();
    bytes->size = fread(bytes->at, 1, bytes->size, file);
    return fclose(file) == 0;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static bool write_copy(const struct skollint_review *review,
                       const struct bytes *bytes)
{
    struct skollint_look look = {.end = 1,
                                 .whole = true,
                                 .source = bytes->at,
                                 .source_size = bytes->size};
    size_t size;
    char *copy = skollint_review_write(review, "docx", &look, &size, NULL);

    skollint_text_free(copy);
    return copy != NULL;
}

static bool measure(const struct skollint_rules *rules, const char *path)
{
    struct skollint_options options = {.today = "2026-01-31"};
    double read = 1e9, judge = 1e9, annotate = 1e9;
    struct skollint_error error;
    struct bytes bytes;
    size_t length = 0;

    if (!read_bytes(path, &bytes))
        return false;
    for (int i = 0; i < (bytes.size < LARGE ? ROUNDS : ROUNDS_LARGE); i++) {
        double began = now(), understood, judged;
        struct skollint_document *document = skollint_document_new(
            rules, path, bytes.at, bytes.size, &error);
        struct skollint_review *review =
            skollint_review_new(rules, &options, &error);

        if (document == NULL || review == NULL)
            return false;
        understood = now();
        skollint_document_text(document, &length);
        skollint_review_add(review, document);
        judged = now();
        if (!write_copy(review, &bytes))
            return false;
        annotate = least(annotate, now() - judged);
        judge = least(judge, judged - understood);
        read = least(read, understood - began);
        skollint_review_free(review);
    }
    free(bytes.at);
    printf("%zu %.4f %.4f %.4f %s\n", length, read, judge, annotate, path);
    return true;
}

int main(int count, char **paths)
{
    struct skollint_rules *rules =
        skollint_rules_new("sv", SKOLLINT_BUILT_IN);
    bool right = skollint_rules_finish(rules);

    for (int i = 1; right && i < count; i++)
        right = measure(rules, paths[i]);
    skollint_rules_free(rules);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
