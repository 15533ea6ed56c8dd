/*
 * encoding - bytes in the encodings Swedish texts come in, made UTF-8.
 */
#ifndef SKOLLINT_BASE_ENCODING_H
#define SKOLLINT_BASE_ENCODING_H

#include "base/buf.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_WINDOWS_1252 /* ISO 8859-1 too, which is a part of it */
};

/*
 * What encoding the bytes that begin a text are in: by byte order mark, by
 * the NUL bytes that UTF-16 has at every other place, else UTF-8. In *mark
 * the length of the byte order mark.
 */
enum encoding encoding_guess(struct str bytes, size_t *mark);

/*
 * Add the bytes as UTF-8 and return how many of them were used: all but an
 * odd byte or half a surrogate pair at the end, which must come again with
 * what follows. What is not valid UTF-16 becomes U+FFFD; bytes said to be
 * UTF-8 are added as they are.
 */
size_t encoding_add(struct buf *into, struct str bytes,
                    enum encoding encoding);

/*
 * Change the encoding to the one that an XML declaration at the beginning
 * names, if there is one; false when that is not known.
 */
bool encoding_declared(struct str first, enum encoding *encoding);

#endif
