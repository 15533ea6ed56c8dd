/*
 * zip_maker - zip files for tests, right ones and those that lie.
 */
#ifndef SKOLLINT_TESTS_ZIP_MAKER_H
#define SKOLLINT_TESTS_ZIP_MAKER_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum zip_making {
    ZIP_STORED = 1,
    ZIP_DESCRIPTOR = 2, /* sizes come after the data */
    ZIP_64 = 4,         /* sizes in the ZIP64 field */
    ZIP_ENCRYPTED = 8,  /* says it is */
    ZIP_WRONG_CRC = 16,
    ZIP_WRONG_SIZE = 32, /* says it is larger than it is */
    ZIP_WRONG_METHOD = 64,
    ZIP_SAME_DATA = 128, /* its data are those of the entry before */
    ZIP_NO_DATA = 256    /* the part of the file is cut out */
};

struct zip_maker {
    struct buf file, central;
    size_t count;
    size_t last_header; /* offset of the local header before */
};

static inline void zip_number(struct buf *into, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        buf_add_byte(into, (char)(value >> (8 * i) & 255));
}

static inline struct str zip_pack(struct str content, unsigned making)
{
    uLong bound = compressBound(content.length) + 64;
    char *packed = malloc(bound);
    z_stream stream = {0};

    if (making & ZIP_STORED) {
        if (content.length)
            memcpy(packed, content.at, content.length);
        return (struct str){packed, content.length};
    }
    deflateInit2(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = (unsigned char *)content.at;
    stream.avail_in = (uInt)content.length;
    stream.next_out = (unsigned char *)packed;
    stream.avail_out = (uInt)bound;
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return (struct str){packed, stream.total_out};
}

/* What the local and the central header have in common. */
static inline void zip_fields(struct buf *into, unsigned making, uint32_t crc,
                              size_t packed, size_t size, size_t name)
{
    bool far = making & ZIP_64;
    unsigned flags = (making & ZIP_ENCRYPTED ? 1u : 0) |
                     (making & ZIP_DESCRIPTOR ? 8u : 0) | 0x800u;

    zip_number(into, far ? 45 : 20, 2);
    zip_number(into, flags, 2);
    zip_number(into,
               making & ZIP_WRONG_METHOD ? 14
               : making & ZIP_STORED     ? 0
                                         : 8,
               2);
    zip_number(into, 0x21 << 16, 4);
    zip_number(into, crc, 4);
    zip_number(into, far ? 0xFFFFFFFF : packed, 4);
    zip_number(into, far ? 0xFFFFFFFF : size, 4);
    zip_number(into, name, 2);
    zip_number(into, far ? 20 : 0, 2);
}

static inline void zip_far_sizes(struct buf *into, size_t packed, size_t size)
{
    zip_number(into, 1, 2);
    zip_number(into, 16, 2);
    zip_number(into, size, 8);
    zip_number(into, packed, 8);
}

static inline void zip_add(struct zip_maker *maker, const char *name,
                           struct str content, unsigned making)
{
    struct str packed = zip_pack(content, making);
    size_t length = strlen(name), header = maker->file.length;
    size_t size = content.length + (making & ZIP_WRONG_SIZE ? 10 : 0);
    uint32_t crc = (uint32_t)crc32(0, (const unsigned char *)content.at,
                                   (uInt)content.length);
    bool later = making & ZIP_DESCRIPTOR;

    crc ^= making & ZIP_WRONG_CRC ? 0xFF : 0;
    if (making & ZIP_SAME_DATA) {
        header = maker->last_header;
    } else {
        zip_number(&maker->file, 0x04034B50, 4);
        zip_fields(&maker->file, making, later ? 0 : crc,
                   later ? 0 : packed.length, later ? 0 : size, length);
        buf_add_text(&maker->file, name);
        if (making & ZIP_64)
            zip_far_sizes(&maker->file, packed.length, size);
        if (!(making & ZIP_NO_DATA))
            buf_add(&maker->file, packed);
        if (later) {
            zip_number(&maker->file, 0x08074B50, 4);
            zip_number(&maker->file, crc, 4);
            zip_number(&maker->file, packed.length, 4);
            zip_number(&maker->file, size, 4);
        }
    }
    zip_number(&maker->central, 0x02014B50, 4);
    zip_number(&maker->central, 45, 2);
    zip_fields(&maker->central, making, crc, packed.length, size, length);
    zip_number(&maker->central, 0, 2);
    zip_number(&maker->central, 0, 2);
    zip_number(&maker->central, 0, 2);
    zip_number(&maker->central, 0, 4);
    zip_number(&maker->central, header, 4);
    buf_add_text(&maker->central, name);
    if (making & ZIP_64)
        zip_far_sizes(&maker->central, packed.length, size);
    maker->count++;
    maker->last_header = header;
    free((char *)packed.at);
}

/* The whole file; it lives until zip_maker_free. */
static inline struct str zip_finish(struct zip_maker *maker)
{
    size_t at = maker->file.length;

    buf_add(&maker->file, buf_str(&maker->central));
    zip_number(&maker->file, 0x06054B50, 4);
    zip_number(&maker->file, 0, 4);
    zip_number(&maker->file, maker->count, 2);
    zip_number(&maker->file, maker->count, 2);
    zip_number(&maker->file, maker->central.length, 4);
    zip_number(&maker->file, at, 4);
    zip_number(&maker->file, 0, 2);
    return buf_str(&maker->file);
}

static inline void zip_maker_free(struct zip_maker *maker)
{
    buf_free(&maker->file);
    buf_free(&maker->central);
}

#endif
