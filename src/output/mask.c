/* mask - personal data of one reviewed document, hidden wherever quoted. */
#include "output/mask.h"

#include "base/unicode.h"

#include <stdlib.h>

enum {
    DOT = 0x2022,
    DOTS = 3, /* for a whole text within a sentence of ours */
    LEAST_REPEATED = 5 /* bytes: a shorter text is found by chance */
};

static int by_start(const void *a, const void *b)
{
    const struct span *one = a, *two = b;

    if (one->start != two->start)
        return one->start < two->start ? -1 : 1;
    return (one->length > two->length) - (one->length < two->length);
}

static size_t personal_in(const struct evidence *evidence, size_t count,
                          struct span *into)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        if (evidence[i].personal) {
            if (into)
                into[found] = evidence[i].span;
            found++;
        }
    return found;
}

/* Counts them, and writes them when `into` is given. */
static size_t personal(const struct reviewed *reviewed, struct span *into)
{
    size_t found = 0;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];

        found += personal_in(result->evidence, result->evidence_count,
                             into ? into + found : NULL);
        for (size_t j = 0; j < result->part_count; j++)
            found += personal_in(result->parts[j].evidence,
                                 result->parts[j].evidence_count,
                                 into ? into + found : NULL);
    }
    return found;
}

struct mask mask_new(struct arena *arena, const struct reviewed *reviewed,
                     bool show)
{
    struct mask mask = {.text = reviewed->document->text};

    if (show)
        return mask;
    mask.count = personal(reviewed, NULL);
    if (mask.count == 0)
        return mask;
    mask.spans = arena_alloc(arena, mask.count * sizeof *mask.spans);
    personal(reviewed, mask.spans);
    qsort(mask.spans, mask.count, sizeof *mask.spans, by_start);
    return mask;
}

static void add_hidden(struct buf *into, struct str text)
{
    size_t length;

    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code_point = unicode_decode(text, at, &length);

        if (unicode_is_letter(code_point) || unicode_is_digit(code_point))
            buf_add_code_point(into, DOT);
        else
            buf_add(into, str_part(text, at, length));
    }
}

bool mask_add_span(struct buf *into, const struct mask *mask,
                   struct span span)
{
    uint32_t done = span.start, end = span_end(span);
    bool hidden = false;

    for (size_t i = 0; i < mask->count; i++) {
        struct span secret = mask->spans[i];
        uint32_t from = secret.start > done ? secret.start : done;
        uint32_t to = span_end(secret) < end ? span_end(secret) : end;

        if (from >= to)
            continue;
        buf_add(into, str_part(mask->text, done, from - done));
        add_hidden(into, str_part(mask->text, from, to - from));
        done = to;
        hidden = true;
    }
    buf_add(into, str_part(mask->text, done, end - done));
    return hidden;
}

size_t mask_hidden(const struct mask *mask, struct span span)
{
    uint32_t done = span.start, end = span_end(span);
    size_t hidden = 0;

    for (size_t i = 0; i < mask->count; i++) {
        struct span secret = mask->spans[i];
        uint32_t from = secret.start > done ? secret.start : done;
        uint32_t to = span_end(secret) < end ? span_end(secret) : end;

        if (from >= to)
            continue;
        hidden += to - from;
        done = to;
    }
    return hidden;
}

/* Length of the longest secret that stands at the byte; 0 when none does. */
static size_t secret_at(const struct mask *mask, struct str words, size_t at)
{
    struct str rest = str_part(words, at, words.length);
    size_t longest = 0;

    for (size_t i = 0; i < mask->count; i++) {
        struct str secret = span_text(mask->text, mask->spans[i]);

        if (secret.length >= LEAST_REPEATED && secret.length > longest &&
            str_starts(rest, secret))
            longest = secret.length;
    }
    return longest;
}

void mask_add_words(struct buf *into, const struct mask *mask,
                    struct str words)
{
    size_t done = 0;

    for (size_t at = 0; mask->count && at < words.length; at++) {
        size_t length = secret_at(mask, words, at);

        if (length == 0)
            continue;
        buf_add(into, str_part(words, done, at - done));
        for (int i = 0; i < DOTS; i++)
            buf_add_code_point(into, DOT);
        done = at + length;
        at = done - 1;
    }
    buf_add(into, str_part(words, done, words.length - done));
}
