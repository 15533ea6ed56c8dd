/* hash - SHA-256 of bytes, to say which file and which rules were used. */
#include "base/hash.h"

#include <sha2.h>

void hash_sha256(struct str bytes, char hex[HASH_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_LENGTH];
    SHA2_CTX context;

    SHA256Init(&context);
    if (bytes.length)
        SHA256Update(&context, (const uint8_t *)bytes.at, bytes.length);
    SHA256Final(digest, &context);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[i * 2] = digits[digest[i] >> 4];
        hex[i * 2 + 1] = digits[digest[i] & 15];
    }
    hex[HASH_TEXT - 1] = '\0';
}
