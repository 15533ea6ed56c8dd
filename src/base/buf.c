/* buf - bytes that grow: how every output and every text is built. */
#include "base/buf.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_reserve(struct buf *buf, size_t more)
{
    size_t wanted = buf->length + more + 1;

    if (wanted <= buf->capacity)
        return;
    if (wanted < buf->capacity * 2)
        wanted = buf->capacity * 2;
    if (wanted < 64)
        wanted = 64;
    buf->at = memory_resize(buf->at, wanted);
    buf->capacity = wanted;
}

void buf_add(struct buf *buf, struct str text)
{
    buf_reserve(buf, text.length);
    if (text.length)
        memcpy(buf->at + buf->length, text.at, text.length);
    buf->length += text.length;
    buf->at[buf->length] = '\0';
}

void buf_add_text(struct buf *buf, const char *text)
{
    buf_add(buf, str_from(text));
}

void buf_add_byte(struct buf *buf, char byte)
{
    buf_add(buf, (struct str){&byte, 1});
}

void buf_add_code_point(struct buf *buf, uint32_t code_point)
{
    char bytes[4];
    size_t length = unicode_encode(code_point, bytes);

    buf_add(buf, (struct str){bytes, length});
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list arguments, again;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        buf_reserve(buf, (size_t)length);
        vsnprintf(buf->at + buf->length, (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}

void buf_cut(struct buf *buf, size_t length)
{
    if (length >= buf->length)
        return;
    buf->length = length;
    buf->at[length] = '\0';
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->at ? buf->at : "", buf->length};
}

char *buf_take(struct buf *buf)
{
    char *bytes;

    buf_reserve(buf, 0);
    buf->at[buf->length] = '\0';
    bytes = buf->at;
    *buf = (struct buf){0};
    return bytes;
}

void buf_free(struct buf *buf)
{
    free(buf->at);
    *buf = (struct buf){0};
}
