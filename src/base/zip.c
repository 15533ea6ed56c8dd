/* zip - the parts of a zip file that lies in memory. */
#include "base/zip.h"

#include "base/arena.h"
#include "base/limits.h"
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <unzip.h>

enum {
    NAME_LENGTH = 512,
    PIECE = 64 * 1024,
    RATIO_FROM = 1024 * 1024, /* smaller parts may be packed as they like */
    FLAG_ENCRYPTED = 1,
    STORED = 0,
    DEFLATED = 8
};

struct entry {
    struct str name;
    struct str folded; /* in lower case */
    unz64_file_pos place;
    uint64_t packed, size;
    uint64_t data; /* where its bytes begin in the file */
    unsigned long method, flags;
};

struct zip {
    struct arena *arena;
    struct str bytes;
    uint64_t position;
    unzFile file;
    struct entry *entries;
    size_t count, capacity;
    size_t *by_name; /* indexes, in order of folded names */
    uint64_t given;  /* bytes unpacked so far, of all parts */
};

static voidpf ZCALLBACK memory_open(voidpf self, const void *name, int mode)
{
    (void)name;
    (void)mode;
    return self;
}

static uLong ZCALLBACK memory_read(voidpf self, voidpf stream, void *into,
                                   uLong size)
{
    struct zip *zip = self;
    size_t left = zip->bytes.length - zip->position;

    (void)stream;
    if (size > left)
        size = left;
    if (size)
        memcpy(into, zip->bytes.at + zip->position, size);
    zip->position += size;
    return size;
}

static ZPOS64_T ZCALLBACK memory_tell(voidpf self, voidpf stream)
{
    (void)stream;
    return ((struct zip *)self)->position;
}

static long ZCALLBACK memory_seek(voidpf self, voidpf stream, ZPOS64_T offset,
                                  int origin)
{
    struct zip *zip = self;
    uint64_t base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                    : origin == ZLIB_FILEFUNC_SEEK_CUR ? zip->position
                                                       : zip->bytes.length;

    (void)stream;
    if (offset > zip->bytes.length || base > zip->bytes.length - offset)
        return -1;
    zip->position = base + offset;
    return 0;
}

static int ZCALLBACK memory_close(voidpf self, voidpf stream)
{
    (void)self;
    (void)stream;
    return 0;
}

static bool name_is_odd(struct str name)
{
    struct str rest = name, step;

    if (name.length == 0 || name.at[0] == '/' || !unicode_is_utf8(name))
        return true;
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.at[i] < ' ' || name.at[i] == '\\' ||
            name.at[i] == ':')
            return true;
    while (str_cut(&rest, '/', &step))
        if (str_equal(step, STR("..")) || str_equal(step, STR(".")))
            return true;
    return false;
}

static struct str fold(struct arena *arena, struct str name)
{
    struct str folded = arena_str(arena, name);

    for (size_t i = 0; i < folded.length; i++)
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            ((char *)folded.at)[i] = (char)(name.at[i] + 32);
    return folded;
}

/* Where the entry's bytes begin; false when its own header is damaged. */
static bool find_data(struct zip *zip, struct entry *entry)
{
    if (unzOpenCurrentFile2(zip->file, NULL, NULL, 1) != UNZ_OK)
        return false;
    entry->data = unzGetCurrentFileZStreamPos64(zip->file);
    unzCloseCurrentFile(zip->file);
    return entry->data <= zip->bytes.length &&
           entry->packed <= zip->bytes.length - entry->data;
}

static bool read_entry(struct zip *zip, struct failure *failure)
{
    struct entry entry = {0};
    unz_file_info64 info;
    char name[NAME_LENGTH + 1];

    if (unzGetCurrentFileInfo64(zip->file, &info, name, NAME_LENGTH, NULL, 0,
                                NULL, 0) != UNZ_OK ||
        unzGetFilePos64(zip->file, &entry.place) != UNZ_OK)
        return fail(failure, "zip-damaged", "%s", "");
    if (info.size_filename > NAME_LENGTH)
        return fail(failure, "zip-odd-name", "%s", "");
    name[info.size_filename] = '\0';
    entry.name = arena_str(zip->arena,
                           (struct str){name, info.size_filename});
    if (name_is_odd(entry.name))
        return fail(failure, "zip-odd-name", "%s", "");
    if (info.flag & FLAG_ENCRYPTED)
        return fail(failure, "zip-encrypted", "%s", name);
    if (info.compression_method != STORED &&
        info.compression_method != DEFLATED)
        return fail(failure, "zip-method", "%s", name);
    entry.folded = fold(zip->arena, entry.name);
    entry.packed = info.compressed_size;
    entry.size = info.uncompressed_size;
    entry.method = info.compression_method;
    if (!find_data(zip, &entry))
        return fail(failure, "zip-damaged", "%s", name);
    zip->entries = arena_grow(zip->arena, zip->entries, zip->count,
                              &zip->capacity, sizeof *zip->entries);
    zip->entries[zip->count++] = entry;
    return true;
}

static bool read_entries(struct zip *zip, struct failure *failure)
{
    unz_global_info64 info;
    int more;

    if (unzGetGlobalInfo64(zip->file, &info) != UNZ_OK)
        return fail(failure, "zip-damaged", "%s", "");
    if (info.number_entry > LIMIT_ZIP_ENTRIES)
        return fail(failure, "zip-too-many-entries", "%d",
                    LIMIT_ZIP_ENTRIES);
    if (info.number_entry == 0)
        return fail(failure, "zip-empty", "%s", "");
    for (more = unzGoToFirstFile(zip->file); more == UNZ_OK;
         more = unzGoToNextFile(zip->file)) {
        if (!read_entry(zip, failure))
            return false;
        if (zip->count > LIMIT_ZIP_ENTRIES)
            return fail(failure, "zip-too-many-entries", "%d",
                        LIMIT_ZIP_ENTRIES);
    }
    if (more != UNZ_END_OF_LIST_OF_FILE || zip->count == 0)
        return fail(failure, "zip-damaged", "%s", "");
    return true;
}

static int compare_names(const void *left, const void *right, void *self)
{
    const struct entry *entries = self;
    size_t a = *(const size_t *)left, b = *(const size_t *)right;

    return str_compare(entries[a].folded, entries[b].folded);
}

static int compare_data(const void *left, const void *right, void *self)
{
    const struct entry *entries = self;
    const struct entry *a = &entries[*(const size_t *)left];
    const struct entry *b = &entries[*(const size_t *)right];

    return (a->data > b->data) - (a->data < b->data);
}

/* No two of one name, none that shares bytes with another. */
static bool check_entries(struct zip *zip, struct failure *failure)
{
    size_t *order = arena_alloc(zip->arena, zip->count * sizeof *order);
    const struct entry *one, *next;

    for (size_t i = 0; i < zip->count; i++)
        order[i] = i;
    qsort_r(order, zip->count, sizeof *order, compare_data, zip->entries);
    for (size_t i = 0; i + 1 < zip->count; i++) {
        one = &zip->entries[order[i]];
        next = &zip->entries[order[i + 1]];
        if (one->data + one->packed > next->data)
            return fail(failure, "zip-overlap", "%s", one->name.at);
    }
    qsort_r(order, zip->count, sizeof *order, compare_names, zip->entries);
    for (size_t i = 0; i + 1 < zip->count; i++)
        if (str_equal(zip->entries[order[i]].folded,
                      zip->entries[order[i + 1]].folded))
            return fail(failure, "zip-duplicate", "%s",
                        zip->entries[order[i]].name.at);
    zip->by_name = order;
    return true;
}

struct zip *zip_open(struct str bytes, struct failure *failure)
{
    struct arena *arena = arena_new();
    struct zip *zip = arena_alloc(arena, sizeof *zip);
    zlib_filefunc64_def calls = {
        .zopen64_file = memory_open,
        .zread_file = memory_read,
        .ztell64_file = memory_tell,
        .zseek64_file = memory_seek,
        .zclose_file = memory_close,
        .zerror_file = memory_close,
        .opaque = zip,
    };

    *zip = (struct zip){.arena = arena, .bytes = bytes};
    zip->file = unzOpen2_64("", &calls);
    if (zip->file == NULL)
        fail(failure, "zip-truncated", "%s", "");
    else if (read_entries(zip, failure) && check_entries(zip, failure))
        return zip;
    zip_close(zip);
    return NULL;
}

void zip_close(struct zip *zip)
{
    if (zip == NULL)
        return;
    if (zip->file)
        unzClose(zip->file);
    arena_free(zip->arena);
}

size_t zip_count(const struct zip *zip)
{
    return zip->count;
}

struct str zip_name(const struct zip *zip, size_t index)
{
    return zip->entries[index].name;
}

size_t zip_find(const struct zip *zip, struct str name)
{
    struct arena *arena = arena_new();
    struct str folded = fold(arena, name);
    size_t low = 0, high = zip->count, found = SIZE_MAX;

    while (low < high && found == SIZE_MAX) {
        size_t middle = (low + high) / 2;
        size_t index = zip->by_name[middle];
        int order = str_compare(zip->entries[index].folded, folded);

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

static bool read_pieces(struct zip *zip, const struct entry *entry,
                        char *piece, zip_sink sink, void *self,
                        struct failure *failure)
{
    uint64_t size = 0;
    int length;

    while ((length = unzReadCurrentFile(zip->file, piece, PIECE)) > 0) {
        size += (uint64_t)length;
        zip->given += (uint64_t)length;
        if (!check_size(zip, entry, size, failure) ||
            !sink(self, (struct str){piece, (size_t)length}, failure))
            return false;
    }
    if (length < 0 || size != entry->size)
        return fail(failure, "zip-damaged", "%s", entry->name.at);
    return true;
}

bool zip_read(struct zip *zip, size_t index, zip_sink sink, void *self,
              struct failure *failure)
{
    struct entry *entry = &zip->entries[index];
    char *piece;
    bool read;

    if (!check_size(zip, entry, entry->size, failure))
        return false;
    if (unzGoToFilePos64(zip->file, &entry->place) != UNZ_OK ||
        unzOpenCurrentFile(zip->file) != UNZ_OK)
        return fail(failure, "zip-damaged", "%s", entry->name.at);
    piece = memory_alloc(PIECE);
    read = read_pieces(zip, entry, piece, sink, self, failure);
    free(piece);
    if (unzCloseCurrentFile(zip->file) == UNZ_CRCERROR && read)
        return fail(failure, "zip-wrong-checksum", "%s", entry->name.at);
    return read;
}
