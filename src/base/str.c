/* str - borrowed slices of bytes, and spans of a document's text. */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct str str_from(const char *text)
{
    return (struct str){text, text ? strlen(text) : 0};
}

bool str_equal(struct str a, struct str b)
{
    return a.length == b.length &&
           (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

int str_compare(struct str a, struct str b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common ? memcmp(a.at, b.at, common) : 0;

    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

static int compare(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

void str_sort(struct str *items, size_t count)
{
    if (count)
        qsort(items, count, sizeof *items, compare);
}

bool str_among(const struct str *items, size_t count, struct str text)
{
    return count && bsearch(&text, items, count, sizeof *items, compare);
}

bool str_starts(struct str text, struct str with)
{
    return text.length >= with.length &&
           str_equal(str_part(text, 0, with.length), with);
}

bool str_ends(struct str text, struct str with)
{
    return text.length >= with.length &&
           str_equal(str_part(text, text.length - with.length, with.length),
                     with);
}

struct str str_part(struct str text, size_t start, size_t length)
{
    if (start > text.length)
        start = text.length;
    if (length > text.length - start)
        length = text.length - start;
    /* A str of nothing may have no place to count from. */
    return (struct str){start ? text.at + start : text.at, length};
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct str str_trim(struct str text)
{
    while (text.length && is_blank(text.at[0]))
        text = str_part(text, 1, text.length);
    while (text.length && is_blank(text.at[text.length - 1]))
        text.length--;
    return text;
}

size_t str_find(struct str text, struct str needle, size_t from)
{
    const char *found;

    if (from > text.length || needle.length > text.length - from)
        return SIZE_MAX;
    if (needle.length == 0)
        return from;
    found = memmem(text.at + from, text.length - from, needle.at,
                   needle.length);
    return found ? (size_t)(found - text.at) : SIZE_MAX;
}

bool str_cut(struct str *rest, char mark, struct str *part)
{
    const char *found;

    if (rest->at == NULL)
        return false;
    found = rest->length ? memchr(rest->at, mark, rest->length) : NULL;
    if (found == NULL) {
        *part = *rest;
        *rest = (struct str){NULL, 0};
        return true;
    }
    *part = (struct str){rest->at, (size_t)(found - rest->at)};
    *rest = str_part(*rest, part->length + 1, rest->length);
    return true;
}

uint64_t str_hash(struct str text)
{
    uint64_t hash = STR_HASH_EMPTY;

    for (size_t i = 0; i < text.length; i++)
        hash = str_hash_add(hash, text.at[i]);
    return hash;
}

bool str_number(struct str text, unsigned *number)
{
    unsigned value = 0;

    if (text.length == 0 || text.length > 9)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        value = value * 10 + (unsigned)(text.at[i] - '0');
    }
    *number = value;
    return true;
}

bool span_inside(struct span inner, struct span outer)
{
    return inner.start >= outer.start && span_end(inner) <= span_end(outer);
}

bool span_overlap(struct span a, struct span b)
{
    return a.start < span_end(b) && b.start < span_end(a);
}

struct str span_text(struct str text, struct span span)
{
    return str_part(text, span.start, span.length);
}
