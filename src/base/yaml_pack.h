/*
 * yaml_pack - trees of nodes as bytes, so that what is built in needs no
 * parsing when the program starts.
 *
 * The bytes are for the machine they were made on (its byte order) and are
 * trusted: they are made while the program is built and never read from
 * outside.
 */
#ifndef SKOLLINT_BASE_YAML_PACK_H
#define SKOLLINT_BASE_YAML_PACK_H

#include "base/buf.h"
#include "base/yaml.h"

/* Add the tree and the hex SHA-256 (64 digits) of the file it came from. */
void yaml_pack(struct buf *into, const struct node *root,
               const char sha256[65]);

/*
 * The tree again, its nodes in `arena`, its texts in the bytes themselves,
 * which must outlive it.
 */
struct node *yaml_unpack(struct arena *arena, struct str file,
                         struct str packed);

/* The 64 digits given when it was packed; they lie in the bytes. */
struct str yaml_pack_sha256(struct str packed);

#endif
