/*
 * hash - SHA-256 of bytes, to say which file and which rules were used.
 *
 * The only door to libmd.
 */
#ifndef SKOLLINT_BASE_HASH_H
#define SKOLLINT_BASE_HASH_H

#include "base/str.h"

enum { HASH_TEXT = 65 }; /* 64 hex digits and their NUL */

/* Lower-case hex digits of the bytes' SHA-256 into `hex`. */
void hash_sha256(struct str bytes, char hex[HASH_TEXT]);

#endif
