/*
 * zip_write - a zip file put together in memory.
 *
 * Parts are new, or copied from another zip file exactly as they are packed
 * there. All carry the same fixed day, so that the same parts give the same
 * bytes.
 */
#ifndef SKOLLINT_BASE_ZIP_WRITE_H
#define SKOLLINT_BASE_ZIP_WRITE_H

#include "base/buf.h"
#include "base/zip.h"

struct zip_writer;

struct zip_writer *zip_writer_new(struct buf *into);

/* A new part, packed. */
void zip_writer_add(struct zip_writer *writer, struct str name,
                    struct str bytes);

/* The part of another zip file, packed bytes and all. */
void zip_writer_copy(struct zip_writer *writer, const struct zip *zip,
                     size_t index);

/* Write the list of parts, and free. */
void zip_writer_finish(struct zip_writer *writer);

#endif
