/* zip_write - a zip file put together in memory. */
#include "base/zip_write.h"

#include "base/arena.h"
#include "base/zip_directory.h"

#include <stdlib.h>
#include <zlib.h>

enum {
    HEADER = 0x04034B50,
    ENTRY = 0x02014B50,
    END = 0x06054B50,
    VERSION = 20,         /* needs deflate */
    UTF8_NAME = 0x0800,   /* flag: the name is UTF-8 */
    SIZES_AFTER = 0x0008, /* flag: sizes stand after the bytes */
    DAY = 0x0021          /* 1980-01-01, the first there is */
};

struct zip_writer {
    struct buf *into;
    size_t start; /* where the zip file begins in `into` */
    struct buf list;
    unsigned count;
};

struct part {
    struct str name;
    struct str packed;
    size_t size;
    uint32_t checksum;
    unsigned method, flags;
};

struct zip_writer *zip_writer_new(struct buf *into)
{
    struct zip_writer *writer = memory_alloc(sizeof *writer);

    *writer = (struct zip_writer){.into = into, .start = into->length};
    return writer;
}

static void add_16(struct buf *into, unsigned value)
{
    buf_add_byte(into, (char)(value & 0xFF));
    buf_add_byte(into, (char)(value >> 8 & 0xFF));
}

static void add_32(struct buf *into, size_t value)
{
    add_16(into, (unsigned)(value & 0xFFFF));
    add_16(into, (unsigned)(value >> 16 & 0xFFFF));
}

/* What a part's own header and its line in the list have in common. */
static void add_common(struct buf *into, const struct part *part)
{
    add_16(into, VERSION);
    add_16(into, part->flags);
    add_16(into, part->method);
    add_16(into, 0); /* midnight */
    add_16(into, DAY);
    add_32(into, part->checksum);
    add_32(into, part->packed.length);
    add_32(into, part->size);
    add_16(into, (unsigned)part->name.length);
    add_16(into, 0); /* nothing extra */
}

static void add_part(struct zip_writer *writer, const struct part *part)
{
    size_t offset = writer->into->length - writer->start;

    add_32(writer->into, HEADER);
    add_common(writer->into, part);
    buf_add(writer->into, part->name);
    buf_add(writer->into, part->packed);
    add_32(&writer->list, ENTRY);
    add_16(&writer->list, VERSION);
    add_common(&writer->list, part);
    add_16(&writer->list, 0); /* no comment */
    add_16(&writer->list, 0); /* first disk */
    add_16(&writer->list, 0); /* nothing to say of its content */
    add_32(&writer->list, 0);
    add_32(&writer->list, offset);
    buf_add(&writer->list, part->name);
    writer->count++;
}

void zip_writer_add(struct zip_writer *writer, struct str name,
                    struct str bytes)
{
    z_stream stream = {.next_in = (Bytef *)bytes.at,
                       .avail_in = (uInt)bytes.length};
    uLong most;
    char *packed;

    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS,
                     8, Z_DEFAULT_STRATEGY) != Z_OK)
        abort(); /* only for want of memory */
    most = deflateBound(&stream, (uLong)bytes.length);
    packed = memory_alloc(most);
    stream.next_out = (Bytef *)packed;
    stream.avail_out = (uInt)most;
    deflate(&stream, Z_FINISH);
    add_part(writer,
             &(struct part){
                 .name = name,
                 .packed = {packed, most - stream.avail_out},
                 .size = bytes.length,
                 .checksum = (uint32_t)crc32(0, (const Bytef *)bytes.at,
                                             (uInt)bytes.length),
                 .method = ZIP_DEFLATED_PART,
                 .flags = UTF8_NAME,
             });
    deflateEnd(&stream);
    free(packed);
}

void zip_writer_copy(struct zip_writer *writer, const struct zip *zip,
                     size_t index)
{
    struct zip_packed packed = zip_packed(zip, index);

    add_part(writer, &(struct part){
                         .name = zip_name(zip, index),
                         .packed = packed.bytes,
                         .size = (size_t)packed.size,
                         .checksum = packed.checksum,
                         .method = packed.method,
                         .flags = packed.flags & ~(unsigned)SIZES_AFTER,
                     });
}

void zip_writer_finish(struct zip_writer *writer)
{
    size_t list = writer->into->length - writer->start;

    buf_add(writer->into, buf_str(&writer->list));
    add_32(writer->into, END);
    add_16(writer->into, 0);
    add_16(writer->into, 0);
    add_16(writer->into, writer->count);
    add_16(writer->into, writer->count);
    add_32(writer->into, writer->list.length);
    add_32(writer->into, list);
    add_16(writer->into, 0);
    buf_free(&writer->list);
    free(writer);
}
