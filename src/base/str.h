/*
 * str - borrowed slices of bytes, and spans of a document's text.
 *
 * A str never owns what it points to and need not end in NUL. A span is the
 * same idea without the pointer: bytes in a document's normalised text.
 */
#ifndef SKOLLINT_BASE_STR_H
#define SKOLLINT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
    const char *at;
    size_t length; /* bytes */
};

/* Bytes [start, start + length) of a normalised text, counted from 0. */
struct span {
    uint32_t start;
    uint32_t length;
};

/* A str of a string literal; STR_INIT is for static tables. */
#define STR_INIT(literal) {literal, sizeof(literal) - 1}
#define STR(literal) ((struct str)STR_INIT(literal))

/* A str over a NUL-terminated string; NULL gives the empty str. */
struct str str_from(const char *text);

bool str_equal(struct str a, struct str b);

/* Order by bytes, shorter first where one begins the other; as memcmp. */
int str_compare(struct str a, struct str b);

/* Put into that order, and whether a text is among some in that order. */
void str_sort(struct str *items, size_t count);
bool str_among(const struct str *items, size_t count, struct str text);

bool str_starts(struct str text, struct str with);
bool str_ends(struct str text, struct str with);

/* The part from byte `start`, at most `length` bytes; clamped to text. */
struct str str_part(struct str text, size_t start, size_t length);

/* Without ASCII white space at both ends. */
struct str str_trim(struct str text);

/* Offset of the first `needle` at or after `from`, or SIZE_MAX. */
size_t str_find(struct str text, struct str needle, size_t from);

/*
 * Cut the part before the first `mark` off the front of *rest and return it;
 * without a mark, all that is left. False when nothing was left to cut.
 */
bool str_cut(struct str *rest, char mark, struct str *part);

/* A 64-bit hash (FNV-1a), the same on every machine. */
uint64_t str_hash(struct str text);

/* The same byte by byte: from that of nothing to that of one byte more. */
#define STR_HASH_EMPTY UINT64_C(14695981039346656037)
static inline uint64_t str_hash_add(uint64_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * UINT64_C(1099511628211);
}

/* A whole number of ASCII digits only, up to 9 of them; else false. */
bool str_number(struct str text, unsigned *number);

static inline uint32_t span_end(struct span span)
{
    return span.start + span.length;
}

/* Whether `inner` lies wholly in `outer`. */
bool span_inside(struct span inner, struct span outer);

/* Whether the two share at least one byte. */
bool span_overlap(struct span a, struct span b);

/* The bytes of `text` that the span names. */
struct str span_text(struct str text, struct span span);

#endif
