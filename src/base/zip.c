/* zip - the parts of a zip file that lies in memory. */
#include "base/zip.h"

#include "base/limits.h"
#include "base/zip_directory.h"

#include <stdlib.h>
#include <zlib.h>

enum {
    PIECE = 64 * 1024,
    RATIO_FROM = 1024 * 1024 /* smaller parts may be packed as they like */
};

struct zip {
    struct arena *arena;
    struct str bytes;
    struct zip_directory directory;
    uint64_t given; /* bytes unpacked so far, of all parts */
};

struct zip *zip_open(struct str bytes, struct failure *failure)
{
    struct arena *arena = arena_new();
    struct zip *zip = arena_alloc(arena, sizeof *zip);

    *zip = (struct zip){.arena = arena, .bytes = bytes};
    if (zip_directory_read(&zip->directory, arena, bytes, failure))
        return zip;
    zip_close(zip);
    return NULL;
}

void zip_close(struct zip *zip)
{
    if (zip)
        arena_free(zip->arena);
}

size_t zip_count(const struct zip *zip)
{
    return zip->directory.count;
}

struct str zip_name(const struct zip *zip, size_t index)
{
    return zip->directory.items[index].name;
}

size_t zip_find(const struct zip *zip, struct str name)
{
    const struct zip_directory *directory = &zip->directory;
    struct arena *arena = arena_new();
    struct str folded = zip_fold(arena, name);
    size_t low = 0, high = directory->count, found = SIZE_MAX;

    while (low < high && found == SIZE_MAX) {
        size_t middle = (low + high) / 2;
        size_t index = directory->by_name[middle];
        int order = str_compare(directory->items[index].folded, folded);

        if (order == 0)
            found = index;
        else if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    arena_free(arena);
    return found;
}

struct zip_packed zip_packed(const struct zip *zip, size_t index)
{
    const struct entry *entry = &zip->directory.items[index];

    return (struct zip_packed){
        str_part(zip->bytes, entry->data, entry->packed),
        entry->size,
        entry->checksum,
        entry->method,
        entry->flags,
    };
}

/* What is being unpacked, and how far it has come. */
struct unpacking {
    struct zip *zip;
    const struct entry *entry;
    zip_sink sink;
    void *self;
    uint64_t size;
    uint32_t checksum;
};

/* Whether so much may come out of the entry. */
static bool check_size(const struct zip *zip, const struct entry *entry,
                       uint64_t size, struct failure *failure)
{
    if (size > LIMIT_ZIP_PART || zip->given > LIMIT_ZIP_PART)
        return fail(failure, "zip-part-too-large", "%s", entry->name.at);
    if (size > RATIO_FROM && size / LIMIT_ZIP_RATIO > entry->packed)
        return fail(failure, "zip-ratio", "%s", entry->name.at);
    return true;
}

static bool give(struct unpacking *unpacking, struct str piece,
                 struct failure *failure)
{
    unpacking->size += piece.length;
    unpacking->zip->given += piece.length;
    unpacking->checksum = (uint32_t)crc32(
        unpacking->checksum, (const Bytef *)piece.at, (uInt)piece.length);
    return check_size(unpacking->zip, unpacking->entry, unpacking->size,
                      failure) &&
           unpacking->sink(unpacking->self, piece, failure);
}

static bool give_stored(struct unpacking *unpacking, struct str packed,
                        struct failure *failure)
{
    for (size_t at = 0; at < packed.length; at += PIECE)
        if (!give(unpacking, str_part(packed, at, PIECE), failure))
            return false;
    return true;
}

static bool give_deflated(struct unpacking *unpacking, struct str packed,
                          struct failure *failure)
{
    z_stream stream = {.next_in = (Bytef *)packed.at,
                       .avail_in = (uInt)packed.length};
    char *piece = memory_alloc(PIECE);
    bool good = inflateInit2(&stream, -MAX_WBITS) == Z_OK;
    int state = Z_OK;

    while (good && state == Z_OK) {
        stream.next_out = (Bytef *)piece;
        stream.avail_out = PIECE;
        state = inflate(&stream, Z_NO_FLUSH);
        if (stream.avail_out < PIECE)
            good =
                give(unpacking, (struct str){piece, PIECE - stream.avail_out},
                     failure);
    }
    if (good && state != Z_STREAM_END)
        good = fail(failure, "zip-damaged", "%s", unpacking->entry->name.at);
    inflateEnd(&stream);
    free(piece);
    return good;
}

bool zip_read(struct zip *zip, size_t index, zip_sink sink, void *self,
              struct failure *failure)
{
    const struct entry *entry = &zip->directory.items[index];
    struct str packed = str_part(zip->bytes, entry->data, entry->packed);
    struct unpacking unpacking = {zip, entry, sink, self, 0, 0};

    if (!check_size(zip, entry, entry->size, failure) ||
        !(entry->method == ZIP_STORED_PART
              ? give_stored(&unpacking, packed, failure)
              : give_deflated(&unpacking, packed, failure)))
        return false;
    if (unpacking.size != entry->size)
        return fail(failure, "zip-damaged", "%s", entry->name.at);
    if (unpacking.checksum != entry->checksum)
        return fail(failure, "zip-wrong-checksum", "%s", entry->name.at);
    return true;
}
