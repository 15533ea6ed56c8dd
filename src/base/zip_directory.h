/*
 * zip_directory - the list of the parts of a zip file, read and checked.
 *
 * For base/zip.c alone.
 */
#ifndef SKOLLINT_BASE_ZIP_DIRECTORY_H
#define SKOLLINT_BASE_ZIP_DIRECTORY_H

#include "base/arena.h"
#include "base/fail.h"

enum { ZIP_STORED_PART = 0, ZIP_DEFLATED_PART = 8 }; /* entry.method */

struct entry {
    struct str name;
    struct str folded; /* in lower case */
    uint64_t packed, size;
    uint64_t header; /* where its own header begins in the file */
    uint64_t data;   /* and its bytes */
    uint32_t checksum;
    unsigned method, flags;
};

struct zip_directory {
    struct entry *items;
    size_t count, capacity;
    size_t *by_name; /* indexes, in order of folded names */
};

/* False with the reason; what it is made of lives in the arena. */
bool zip_directory_read(struct zip_directory *directory, struct arena *arena,
                        struct str bytes, struct failure *failure);

/* In lower case (ASCII), as Word compares names. */
struct str zip_fold(struct arena *arena, struct str name);

#endif
