/* zip_directory - the list of the parts of a zip file, read and checked. */
#include "base/zip_directory.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <stdlib.h>

enum {
    NAME_LENGTH = 512,
    END_RECORD = 22, /* bytes of the record that ends the file */
    FAR_LOCATOR = 20,
    FAR_RECORD = 56,
    CENTRAL_RECORD = 46, /* bytes before the name */
    LOCAL_RECORD = 30,
    FLAG_ENCRYPTED = 1
};

/* Where the list is, as the end of the file tells it. */
struct listing {
    struct str bytes;
    struct arena *arena;
    uint64_t start, length, count;
    uint64_t shift; /* bytes before the zip file proper */
};

/* A number of `length` bytes, the lowest first; 0 beyond the end. */
static uint64_t number_at(struct str bytes, uint64_t at, unsigned length)
{
    uint64_t value = 0;

    if (at > bytes.length || length > bytes.length - at)
        return 0;
    for (unsigned i = length; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.at[at + i];
    return value;
}

static bool name_is_odd(struct str name)
{
    struct str rest = name, step;

    if (name.length == 0 || name.length > NAME_LENGTH || name.at[0] == '/' ||
        !unicode_is_utf8(name))
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

struct str zip_fold(struct arena *arena, struct str name)
{
    struct str folded = arena_str(arena, name);

    for (size_t i = 0; i < folded.length; i++)
        if (name.at[i] >= 'A' && name.at[i] <= 'Z')
            ((char *)folded.at)[i] = (char)(name.at[i] + 32);
    return folded;
}

/* Sizes that need more than 32 bits stand in a field of their own. */
static void read_far_sizes(struct entry *entry, struct str extra)
{
    size_t at = 0;

    while (extra.length - at >= 4) {
        uint64_t id = number_at(extra, at, 2);
        struct str field =
            str_part(extra, at + 4, number_at(extra, at + 2, 2));
        uint64_t *values[] = {&entry->size, &entry->packed, &entry->header};

        at += 4 + field.length;
        if (id != 1)
            continue;
        for (size_t i = 0, from = 0; i < 3; i++) {
            if (*values[i] != UINT32_MAX || field.length - from < 8)
                continue;
            *values[i] = number_at(field, from, 8);
            from += 8;
        }
        return;
    }
}

/* The part's own header agrees with the list, and its bytes are there. */
static bool find_data(struct str bytes, struct entry *entry)
{
    uint64_t name = number_at(bytes, entry->header + 26, 2);

    if (entry->header > bytes.length ||
        bytes.length - entry->header < LOCAL_RECORD ||
        number_at(bytes, entry->header, 4) != 0x04034B50 ||
        number_at(bytes, entry->header + 8, 2) != entry->method ||
        !str_equal(str_part(bytes, entry->header + LOCAL_RECORD, name),
                   entry->name))
        return false;
    entry->data = entry->header + LOCAL_RECORD + name +
                  number_at(bytes, entry->header + 28, 2);
    return entry->data <= bytes.length &&
           entry->packed <= bytes.length - entry->data;
}

static bool check_entry(const struct listing *listing, struct entry *entry,
                        struct failure *failure)
{
    if (name_is_odd(entry->name))
        return fail(failure, "zip-odd-name", "%s", "");
    entry->name = arena_str(listing->arena, entry->name);
    if (entry->flags & FLAG_ENCRYPTED)
        return fail(failure, "zip-encrypted", "%s", entry->name.at);
    if (entry->method != ZIP_STORED_PART &&
        entry->method != ZIP_DEFLATED_PART)
        return fail(failure, "zip-method", "%s", entry->name.at);
    entry->folded = zip_fold(listing->arena, entry->name);
    if (!find_data(listing->bytes, entry) ||
        (entry->method == ZIP_STORED_PART && entry->packed != entry->size))
        return fail(failure, "zip-damaged", "%s", entry->name.at);
    return true;
}

/* Read the entry at *at of the list, and move past it. */
static bool read_entry(const struct listing *listing, uint64_t *at,
                       struct entry *entry, struct failure *failure)
{
    struct str list =
        str_part(listing->bytes, 0, listing->start + listing->length);
    uint64_t name = number_at(list, *at + 28, 2);
    uint64_t extra = number_at(list, *at + 30, 2);
    uint64_t length =
        CENTRAL_RECORD + name + extra + number_at(list, *at + 32, 2);

    if (*at > list.length || length > list.length - *at ||
        number_at(list, *at, 4) != 0x02014B50)
        return fail(failure, "zip-damaged", "%s", "");
    *entry = (struct entry){
        .name = str_part(list, *at + CENTRAL_RECORD, name),
        .flags = (unsigned)number_at(list, *at + 8, 2),
        .method = (unsigned)number_at(list, *at + 10, 2),
        .checksum = (uint32_t)number_at(list, *at + 16, 4),
        .packed = number_at(list, *at + 20, 4),
        .size = number_at(list, *at + 24, 4),
        .header = number_at(list, *at + 42, 4),
    };
    read_far_sizes(entry, str_part(list, *at + CENTRAL_RECORD + name, extra));
    entry->header += listing->shift;
    *at += length;
    return check_entry(listing, entry, failure);
}

static bool read_entries(const struct listing *listing,
                         struct zip_directory *directory,
                         struct failure *failure)
{
    uint64_t at = listing->start;

    if (listing->count > LIMIT_ZIP_ENTRIES)
        return fail(failure, "zip-too-many-entries", "%d", LIMIT_ZIP_ENTRIES);
    if (listing->count == 0)
        return fail(failure, "zip-empty", "%s", "");
    while (directory->count < listing->count) {
        directory->items =
            arena_grow(listing->arena, directory->items, directory->count,
                       &directory->capacity, sizeof *directory->items);
        if (!read_entry(listing, &at, &directory->items[directory->count++],
                        failure))
            return false;
    }
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
static bool check_entries(const struct listing *listing,
                          struct zip_directory *directory,
                          struct failure *failure)
{
    struct entry *items = directory->items;
    size_t count = directory->count;
    size_t *order = arena_alloc(listing->arena, count * sizeof *order);

    for (size_t i = 0; i < count; i++)
        order[i] = i;
    qsort_r(order, count, sizeof *order, compare_data, items);
    for (size_t i = 0; i + 1 < count; i++)
        if (items[order[i]].data + items[order[i]].packed >
            items[order[i + 1]].header)
            return fail(failure, "zip-overlap", "%s",
                        items[order[i]].name.at);
    qsort_r(order, count, sizeof *order, compare_names, items);
    for (size_t i = 0; i + 1 < count; i++)
        if (str_equal(items[order[i]].folded, items[order[i + 1]].folded))
            return fail(failure, "zip-duplicate", "%s",
                        items[order[i]].name.at);
    directory->by_name = order;
    return true;
}

/* Where the record that ends the file begins; SIZE_MAX when it is not. */
static size_t find_end(struct str bytes)
{
    size_t at = bytes.length < END_RECORD ? 0 : bytes.length - END_RECORD + 1;

    while (at-- > 0 && bytes.length - at <= END_RECORD + UINT16_MAX)
        if (number_at(bytes, at, 4) == 0x06054B50 &&
            at + END_RECORD + number_at(bytes, at + 20, 2) <= bytes.length)
            return at;
    return SIZE_MAX;
}

/* Large files tell the same in a record before it, with longer numbers. */
static void read_far_end(struct listing *listing, size_t *end)
{
    struct str bytes = listing->bytes;
    uint64_t at;

    if (*end < FAR_LOCATOR + FAR_RECORD ||
        number_at(bytes, *end - FAR_LOCATOR, 4) != 0x07064B50)
        return;
    at = number_at(bytes, *end - FAR_LOCATOR + 8, 8);
    if (at > *end - FAR_LOCATOR - FAR_RECORD ||
        number_at(bytes, at, 4) != 0x06064B50)
        return;
    listing->count = number_at(bytes, at + 32, 8);
    listing->length = number_at(bytes, at + 40, 8);
    listing->start = number_at(bytes, at + 48, 8);
    *end = at;
}

static bool find_listing(struct listing *listing, struct failure *failure)
{
    struct str bytes = listing->bytes;
    size_t end = find_end(bytes);

    if (end == SIZE_MAX)
        return fail(failure, "zip-truncated", "%s", "");
    listing->count = number_at(bytes, end + 10, 2);
    listing->length = number_at(bytes, end + 12, 4);
    listing->start = number_at(bytes, end + 16, 4);
    read_far_end(listing, &end);
    if (listing->length > end || listing->start > end - listing->length)
        return fail(failure, "zip-damaged", "%s", "");
    listing->shift = end - listing->length - listing->start;
    listing->start += listing->shift;
    return true;
}

bool zip_directory_read(struct zip_directory *directory, struct arena *arena,
                        struct str bytes, struct failure *failure)
{
    struct listing listing = {.bytes = bytes, .arena = arena};

    return find_listing(&listing, failure) &&
           read_entries(&listing, directory, failure) &&
           check_entries(&listing, directory, failure);
}
