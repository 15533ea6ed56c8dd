/* encoding - bytes in the encodings Swedish texts come in, made UTF-8. */
#include "base/encoding.h"

#include <string.h>
#include <strings.h>

enum { GUESS_BYTES = 1024 };

static bool nul_at(struct str bytes, size_t parity)
{
    size_t nul = 0, other = 0;
    size_t looked = bytes.length < GUESS_BYTES ? bytes.length : GUESS_BYTES;

    if (looked == 0 || memchr(bytes.at, '\0', looked) == NULL)
        return false; /* nearly always */
    for (size_t i = 0; i < looked; i++) {
        if (bytes.at[i] != '\0')
            continue;
        if (i % 2 == parity)
            nul++;
        else
            other++;
    }
    return nul * 4 >= looked && other == 0 && nul > 0;
}

enum encoding encoding_guess(struct str bytes, size_t *mark)
{
    *mark = 2;
    if (str_starts(bytes, STR("\xFF\xFE")))
        return ENCODING_UTF16_LE;
    if (str_starts(bytes, STR("\xFE\xFF")))
        return ENCODING_UTF16_BE;
    *mark = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (nul_at(bytes, 1))
        return ENCODING_UTF16_LE;
    if (nul_at(bytes, 0))
        return ENCODING_UTF16_BE;
    return ENCODING_UTF8;
}

static uint32_t unit_at(struct str bytes, size_t i, enum encoding encoding)
{
    unsigned char first = (unsigned char)bytes.at[i];
    unsigned char second = (unsigned char)bytes.at[i + 1];

    return encoding == ENCODING_UTF16_LE ? (uint32_t)(first | second << 8)
                                         : (uint32_t)(first << 8 | second);
}

static size_t add_utf16(struct buf *into, struct str bytes,
                        enum encoding encoding)
{
    size_t i = 0;

    while (i + 2 <= bytes.length) {
        uint32_t unit = unit_at(bytes, i, encoding), low;

        if (unit < 0xD800 || unit > 0xDBFF) {
            buf_add_code_point(into, unit);
            i += 2;
            continue;
        }
        if (i + 4 > bytes.length)
            break;
        low = unit_at(bytes, i + 2, encoding);
        if (low < 0xDC00 || low > 0xDFFF) {
            buf_add_code_point(into, 0xFFFD);
            i += 2;
            continue;
        }
        buf_add_code_point(into, 0x10000 + ((unit - 0xD800) << 10) +
                                     (low - 0xDC00));
        i += 4;
    }
    return i;
}

/* The characters at 0x80 to 0x9F; five bytes have none. */
static uint32_t windows_1252(unsigned char byte)
{
    static const uint16_t table[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
    };

    return byte >= 0x80 && byte < 0xA0 ? table[byte - 0x80] : byte;
}

size_t encoding_add(struct buf *into, struct str bytes,
                    enum encoding encoding)
{
    if (encoding == ENCODING_UTF16_LE || encoding == ENCODING_UTF16_BE)
        return add_utf16(into, bytes, encoding);
    if (encoding == ENCODING_UTF8) {
        buf_add(into, bytes);
        return bytes.length;
    }
    for (size_t i = 0; i < bytes.length; i++)
        buf_add_code_point(into, windows_1252((unsigned char)bytes.at[i]));
    return bytes.length;
}

bool encoding_declared(struct str first, enum encoding *encoding)
{
    size_t end = str_find(first, STR("?>"), 0), at;
    char quote;
    struct str name;

    if (!str_starts(first, STR("<?xml")) || end == SIZE_MAX)
        return true;
    first = str_part(first, 0, end);
    at = str_find(first, STR("encoding"), 0);
    if (at == SIZE_MAX)
        return true;
    at += sizeof "encoding" - 1;
    while (at < first.length && strchr(" \t\r\n=", first.at[at]))
        at++;
    if (at >= first.length)
        return true;
    quote = first.at[at];
    first = str_part(first, at + 1, SIZE_MAX);
    if (!str_cut(&first, quote, &name) || name.length > 16)
        return false;
    if (strncasecmp(name.at, "utf", 3) == 0 ||
        strncasecmp(name.at, "us-ascii", 8) == 0)
        return true;
    *encoding = ENCODING_WINDOWS_1252;
    return strncasecmp(name.at, "iso-8859-1", 10) == 0 ||
           strncasecmp(name.at, "windows-1252", 12) == 0;
}
