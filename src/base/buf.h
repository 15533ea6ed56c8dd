/*
 * buf - bytes that grow: how every output and every text is built.
 *
 * A zeroed struct is an empty buffer. The bytes are always followed by a NUL
 * that does not count. Free with buf_free, or hand the bytes over with
 * buf_take.
 */
#ifndef SKOLLINT_BASE_BUF_H
#define SKOLLINT_BASE_BUF_H

#include "base/str.h"

struct buf {
    char *at;
    size_t length;
    size_t capacity;
};

void buf_add(struct buf *buf, struct str text);
void buf_add_text(struct buf *buf, const char *text); /* NUL-terminated */
void buf_add_byte(struct buf *buf, char byte);

/* One code point as UTF-8; an invalid one becomes U+FFFD. */
void buf_add_code_point(struct buf *buf, uint32_t code_point);

void buf_format(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Room for `more` bytes after the present ones, NUL not counted. */
void buf_reserve(struct buf *buf, size_t more);

/* Keep only the first `length` bytes; longer than it is changes nothing. */
void buf_cut(struct buf *buf, size_t length);

struct str buf_str(const struct buf *buf); /* borrowed until the next add */

/* The bytes, which the caller frees with free(); the buffer is empty after. */
char *buf_take(struct buf *buf);

void buf_free(struct buf *buf);

#endif
