/*
 * zip - the parts of a zip file that lies in memory.
 *
 * Over zlib alone: Debian's minizip cannot read the sizes of ZIP64 entries,
 * and checks nothing of what follows. What a Word file never is (encrypted,
 * with two parts of one name, with parts that overlap, with names that point
 * elsewhere) is refused when it is opened. Parts come in pieces and are
 * never whole in memory; limits: LIMIT_ZIP_ENTRIES, _PART, _RATIO.
 */
#ifndef SKOLLINT_BASE_ZIP_H
#define SKOLLINT_BASE_ZIP_H

#include "base/fail.h"

struct zip;

/* NULL with the reason. The bytes must outlive it. */
struct zip *zip_open(struct str bytes, struct failure *failure);
void zip_close(struct zip *zip); /* NULL is fine */

size_t zip_count(const struct zip *zip);
struct str zip_name(const struct zip *zip, size_t index);

/* The part of that name, ASCII letters in either case; else SIZE_MAX. */
size_t zip_find(const struct zip *zip, struct str name);

/* A part as it is packed, for zip_write alone; not checked. */
struct zip_packed {
    struct str bytes;
    uint64_t size; /* unpacked */
    uint32_t checksum;
    unsigned method, flags;
};
struct zip_packed zip_packed(const struct zip *zip, size_t index);

/* Takes a piece of a part; false stops, with its own reason in `failure`. */
typedef bool (*zip_sink)(void *self, struct str piece,
                         struct failure *failure);

/*
 * Give all of a part to the sink, in pieces. False with the reason when the
 * part is damaged, too large or too tightly packed; what the sink was given
 * until then must not be used.
 */
bool zip_read(struct zip *zip, size_t index, zip_sink sink, void *self,
              struct failure *failure);

#endif
