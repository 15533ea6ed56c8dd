/*
 * unicode - UTF-8 and what skollint needs to know of characters.
 *
 * The only door to utf8proc. Swedish and other Latin-1 letters are handled
 * without it, since they are nearly all there is.
 */
#ifndef SKOLLINT_BASE_UNICODE_H
#define SKOLLINT_BASE_UNICODE_H

#include "base/buf.h"

enum { UNICODE_INVALID = 0x110000 }; /* one past the last code point */

/* What unicode_decode does where the first byte is no ASCII. */
uint32_t unicode_decode_long(struct str text, size_t offset, size_t *length);

/*
 * The code point at byte `offset`, and in *length the bytes it takes. Bytes
 * that are not UTF-8 give UNICODE_INVALID and a length of 1. `offset` must
 * lie inside the text.
 */
static inline uint32_t unicode_decode(struct str text, size_t offset,
                                      size_t *length)
{
    unsigned char lead = (unsigned char)text.at[offset];

    if (lead >= 0x80)
        return unicode_decode_long(text, offset, length);
    *length = 1;
    return lead;
}

/* Write a code point as UTF-8 into 4 bytes; returns how many were used. */
size_t unicode_encode(uint32_t code_point, char bytes[4]);

/* Whether all of it is UTF-8 (no surrogates, no overlong forms). */
bool unicode_is_utf8(struct str text);

uint32_t unicode_lower(uint32_t code_point);
bool unicode_is_letter(uint32_t code_point);
bool unicode_is_digit(uint32_t code_point); /* ASCII digits only */
bool unicode_is_upper(uint32_t code_point);
bool unicode_is_space(uint32_t code_point); /* any width, also no-break */

/* A dash of any kind, U+002D and U+2212 included. */
bool unicode_is_dash(uint32_t code_point);

/*
 * A character that acts instead of being seen: controls, marks that turn the
 * direction of a text, line separators, the byte order mark, tags.
 */
bool unicode_is_steering(uint32_t code_point);

/*
 * The text as people may see it anywhere, added to `into`: LF and TAB become
 * a space, other steering characters and invalid bytes U+FFFD.
 */
void unicode_add_inert(struct buf *into, struct str text);

/* A mark or Hangul part that may compose with the letter before it. */
bool unicode_is_combining(uint32_t code_point);

/*
 * A character that shows nothing and takes no room: soft hyphen, zero-width
 * space and joiners, direction marks, byte order mark, and the control
 * characters that are no white space.
 */
bool unicode_is_invisible(uint32_t code_point);

/* Code points in a UTF-8 text. */
size_t unicode_count(struct str text);

/* The text in lower case, letter by letter, added to `into`. */
void unicode_add_lower(struct buf *into, struct str text);

/*
 * Whether the text may not be NFC: it holds a code point from U+0300 up, as
 * all combining marks and all compositions that need work are there. Dashes,
 * quotation marks, the bullet, the ellipsis and the euro sign, which most
 * paragraphs in Word hold, are known to be fine.
 */
bool unicode_may_need_nfc(struct str text);

/* The text in NFC added to `into`. Text that is not UTF-8 is added as is. */
void unicode_add_nfc(struct buf *into, struct str text);

#endif
