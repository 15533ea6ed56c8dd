/* unicode - UTF-8 and what skollint needs to know of characters. */
#include "base/unicode.h"

#include <stdlib.h>
#include <utf8proc.h>

static bool continues(struct str text, size_t offset)
{
    return offset < text.length &&
           ((unsigned char)text.at[offset] & 0xC0) == 0x80;
}

static uint32_t six_bits(struct str text, size_t offset)
{
    return (unsigned char)text.at[offset] & 0x3F;
}

static bool is_scalar(uint32_t value, uint32_t least)
{
    return value >= least && value <= 0x10FFFF &&
           !(value >= 0xD800 && value <= 0xDFFF);
}

uint32_t unicode_decode_long(struct str text, size_t offset, size_t *length)
{
    unsigned char lead = (unsigned char)text.at[offset];
    uint32_t value;

    *length = 1;
    if (lead >= 0xC2 && lead <= 0xDF && continues(text, offset + 1)) {
        *length = 2;
        return (lead & 0x1Fu) << 6 | six_bits(text, offset + 1);
    }
    if ((lead & 0xF0) == 0xE0 && continues(text, offset + 1) &&
        continues(text, offset + 2)) {
        value = (lead & 0x0Fu) << 12 | six_bits(text, offset + 1) << 6 |
                six_bits(text, offset + 2);
        if (!is_scalar(value, 0x800))
            return UNICODE_INVALID;
        *length = 3;
        return value;
    }
    if ((lead & 0xF8) == 0xF0 && continues(text, offset + 1) &&
        continues(text, offset + 2) && continues(text, offset + 3)) {
        value = (lead & 0x07u) << 18 | six_bits(text, offset + 1) << 12 |
                six_bits(text, offset + 2) << 6 | six_bits(text, offset + 3);
        if (!is_scalar(value, 0x10000))
            return UNICODE_INVALID;
        *length = 4;
        return value;
    }
    return UNICODE_INVALID;
}

size_t unicode_encode(uint32_t code_point, char bytes[4])
{
    if (!is_scalar(code_point, 0))
        code_point = 0xFFFD;
    if (code_point < 0x80) {
        bytes[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        bytes[0] = (char)(0xC0 | code_point >> 6);
        bytes[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        bytes[0] = (char)(0xE0 | code_point >> 12);
        bytes[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
        bytes[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    bytes[0] = (char)(0xF0 | code_point >> 18);
    bytes[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
    bytes[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
    bytes[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}

bool unicode_is_utf8(struct str text)
{
    size_t length;

    for (size_t i = 0; i < text.length; i += length)
        if (unicode_decode(text, i, &length) == UNICODE_INVALID)
            return false;
    return true;
}

uint32_t unicode_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'A' && code_point <= 'Z' ? code_point + 32
                                                      : code_point;
    if (code_point < 0x100)
        return code_point >= 0xC0 && code_point <= 0xDE && code_point != 0xD7
                   ? code_point + 32
                   : code_point;
    if (code_point > 0x10FFFF)
        return code_point;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point);
}

bool unicode_is_letter(uint32_t code_point)
{
    utf8proc_category_t category;

    if (code_point < 0x80)
        return (code_point | 32) >= 'a' && (code_point | 32) <= 'z';
    if (code_point < 0x100)
        return code_point >= 0xC0 && code_point != 0xD7 && code_point != 0xF7;
    if (code_point > 0x10FFFF)
        return false;
    category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU &&
           category <= UTF8PROC_CATEGORY_ME;
}

bool unicode_is_digit(uint32_t code_point)
{
    return code_point >= '0' && code_point <= '9';
}

bool unicode_is_upper(uint32_t code_point)
{
    return unicode_lower(code_point) != code_point;
}

bool unicode_is_space(uint32_t code_point)
{
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') ||
           code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 ||
           (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x2028 || code_point == 0x2029 ||
           code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x3000;
}

bool unicode_is_dash(uint32_t code_point)
{
    return code_point == '-' ||
           (code_point >= 0x2010 && code_point <= 0x2015) ||
           code_point == 0x2212;
}

bool unicode_is_combining(uint32_t code_point)
{
    utf8proc_category_t category;

    if (code_point < 0x300 || code_point > 0x10FFFF)
        return false;
    if (code_point >= 0x1160 && code_point <= 0x11FF)
        return true;
    category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_MN &&
           category <= UTF8PROC_CATEGORY_ME;
}

bool unicode_is_invisible(uint32_t code_point)
{
    if (code_point < 0x300)
        return code_point == 0xAD || code_point < '\t' ||
               (code_point > '\r' && code_point < ' ') ||
               (code_point >= 0x7F && code_point < 0xA0 &&
                code_point != 0x85);
    return code_point == 0x061C || code_point == 0x180E ||
           (code_point >= 0x200B && code_point <= 0x200F) ||
           (code_point >= 0x202A && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x206F) ||
           code_point == 0xFEFF;
}

size_t unicode_count(struct str text)
{
    size_t count = 0, length;

    for (size_t i = 0; i < text.length; i += length) {
        unicode_decode(text, i, &length);
        count++;
    }
    return count;
}

void unicode_add_lower(struct buf *into, struct str text)
{
    size_t length;

    for (size_t i = 0; i < text.length; i += length)
        buf_add_code_point(into,
                           unicode_lower(unicode_decode(text, i, &length)));
}

/* U+2010 to U+2027, U+20AC: what composes with nothing. */
static bool is_plain_punctuation(struct str bytes)
{
    if (bytes.length < 3 || bytes.at[0] != '\xE2')
        return false;
    return bytes.at[1] == '\x80'
               ? (unsigned char)bytes.at[2] >= 0x90 &&
                     (unsigned char)bytes.at[2] <= 0xA7
               : bytes.at[1] == '\x82' && bytes.at[2] == '\xAC';
}

bool unicode_may_need_nfc(struct str text)
{
    /* U+0300 is CC 80: any lead byte from CC up begins such a code point. */
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] < 0xCC)
            continue;
        if (!is_plain_punctuation(str_part(text, i, 3)))
            return true;
        i += 2;
    }
    return false;
}

/* Latin-1 letters of a base and the second byte of a mark (U+0300 on). */
static const struct composition {
    char base;
    uint8_t mark, composed; /* composed: second byte after C3 */
} compositions[] = {
    {'a', 0x8A, 0xA5}, {'a', 0x88, 0xA4}, {'o', 0x88, 0xB6},
    {'A', 0x8A, 0x85}, {'A', 0x88, 0x84}, {'O', 0x88, 0x96},
    {'e', 0x81, 0xA9}, {'E', 0x81, 0x89}, {'u', 0x88, 0xBC},
    {'U', 0x88, 0x9C}, {'a', 0x80, 0xA0}, {'e', 0x80, 0xA8},
};

static uint8_t composed_letter(char base, char mark)
{
    for (size_t i = 0; i < sizeof compositions / sizeof *compositions; i++)
        if (compositions[i].base == base &&
            compositions[i].mark == (uint8_t)mark)
            return compositions[i].composed;
    return 0;
}

/*
 * The text composed, when all that needs it are the letters above, each
 * with one mark; false, with nothing added, when there is more to do.
 */
static bool add_simple_nfc(struct buf *into, struct str text)
{
    size_t before = into->length, done = 0;

    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        uint8_t letter = 0;

        if (byte < 0xCC)
            continue;
        if (is_plain_punctuation(str_part(text, i, 3))) {
            i += 2;
            continue;
        }
        if (byte == 0xCC && i > 0 && i + 1 < text.length &&
            (i + 2 == text.length || (unsigned char)text.at[i + 2] < 0xC3))
            letter = composed_letter(text.at[i - 1], text.at[i + 1]);
        if (letter == 0) {
            buf_cut(into, before);
            return false;
        }
        buf_add(into, str_part(text, done, i - 1 - done));
        buf_add(into, (struct str){(char[]){'\xC3', (char)letter}, 2});
        done = ++i + 1;
    }
    buf_add(into, str_part(text, done, text.length - done));
    return true;
}

void unicode_add_nfc(struct buf *into, struct str text)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length;

    if (add_simple_nfc(into, text))
        return;
    length = utf8proc_map((const utf8proc_uint8_t *)text.at,
                          (utf8proc_ssize_t)text.length, &composed,
                          UTF8PROC_STABLE | UTF8PROC_COMPOSE);

    if (length < 0)
        buf_add(into, text);
    else
        buf_add(into, (struct str){(const char *)composed, (size_t)length});
    free(composed);
}

bool unicode_is_steering(uint32_t code_point)
{
    static const uint32_t ranges[][2] = {
        {0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C},
        {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
        {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
    };

    if (code_point >= 0xA0 && code_point < 0x061C)
        return false;
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code_point >= ranges[i][0] && code_point <= ranges[i][1])
            return true;
    return false;
}

void unicode_add_inert(struct buf *into, struct str text)
{
    size_t done = 0, length;

    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code_point = unicode_decode(text, at, &length);

        if (code_point != UNICODE_INVALID && !unicode_is_steering(code_point))
            continue;
        buf_add(into, str_part(text, done, at - done));
        if (code_point == '\n' || code_point == '\t')
            buf_add_byte(into, ' ');
        else
            buf_add_code_point(into, 0xFFFD);
        done = at + length;
    }
    buf_add(into, str_part(text, done, text.length - done));
}
