/* clean - plain bytes made a text as documents hold theirs. */
#include "document/clean.h"

#include <string.h>

#include "base/encoding.h"
#include "base/unicode.h"

enum finding {
    FIND_CLEAN,
    FIND_WORK,    /* spaces, invisible characters, returns, or not NFC */
    FIND_NOT_UTF8
};

/* Whether eight bytes at once are printable ASCII, LF or the like. */
static bool are_plain(const char *at)
{
    uint64_t eight, high = UINT64_C(0x8080808080808080);
    uint64_t ones = UINT64_C(0x0101010101010101);

    memcpy(&eight, at, sizeof eight);
    /* The high bit of a byte below 0x20 is set by the subtraction; LF too,
     * which is then looked at alone. */
    return ((eight | (eight - ones * 0x20)) & high) == 0;
}

/* What the character at `at` asks for; moves past it. */
static enum finding look(struct str text, size_t *at)
{
    uint8_t byte = (uint8_t)text.at[*at], second;
    uint32_t code_point;
    size_t length;

    if (byte < 0x80) {
        ++*at;
        return byte >= ' ' || byte == '\n' ? FIND_CLEAN : FIND_WORK;
    }
    second = *at + 1 < text.length ? (uint8_t)text.at[*at + 1] : 0;
    if (byte == 0xc3 && (second & 0xc0) == 0x80) {
        *at += 2; /* most of Swedish that is not ASCII */
        return FIND_CLEAN;
    }
    code_point = unicode_decode(text, *at, &length);
    *at += length;
    if (code_point == UNICODE_INVALID)
        return FIND_NOT_UTF8;
    if (unicode_is_space(code_point) || unicode_is_invisible(code_point))
        return FIND_WORK;
    if (code_point < 0x300 || (code_point >= 0x2010 && code_point < 0x2028) ||
        code_point == 0x2212)
        return FIND_CLEAN;
    return FIND_WORK;
}

/* The first place that is not clean, or the end; *found says what it is. */
static size_t clean_length(struct str text, size_t at, enum finding *found)
{
    *found = FIND_CLEAN;
    while (at < text.length) {
        size_t before = at;

        if (at + 8 <= text.length && are_plain(text.at + at)) {
            at += 8;
            continue;
        }
        *found = look(text, &at);
        if (*found != FIND_CLEAN)
            return before;
    }
    return at;
}

/* A line without what is invisible, its spaces made plain. */
static void add_line(struct buf *into, struct str line)
{
    size_t length, done = 0;

    for (size_t at = 0; at < line.length; at += length) {
        uint32_t code_point = unicode_decode(line, at, &length);
        bool space = code_point != ' ' && unicode_is_space(code_point);

        if (!space && !unicode_is_invisible(code_point))
            continue;
        buf_add(into, str_part(line, done, at - done));
        if (space && (code_point != '\r' || at + 1 < line.length))
            buf_add_byte(into, ' ');
        done = at + length;
    }
    buf_add(into, str_part(line, done, line.length - done));
}

/* Line by line from `at` on; composed only where a line may need it. */
static void add_lines(struct buf *into, struct str text, size_t at)
{
    struct buf composed = {0};

    while (at < text.length) {
        size_t end = str_find(text, STR("\n"), at);
        struct str line = str_part(
            text, at, (end == SIZE_MAX ? text.length : end) - at);

        if (unicode_may_need_nfc(line)) {
            buf_cut(&composed, 0);
            unicode_add_nfc(&composed, line);
            line = buf_str(&composed);
        }
        add_line(into, line);
        if (end == SIZE_MAX)
            break;
        buf_add_byte(into, '\n');
        at = end + 1;
    }
    buf_free(&composed);
}

/* The text from the first line that is not clean on, after those that are. */
static void rebuild(struct buf *into, struct str text, size_t clean)
{
    size_t line = clean;

    while (line > 0 && text.at[line - 1] != '\n')
        line--;
    buf_reserve(into, text.length);
    buf_add(into, str_part(text, 0, line));
    add_lines(into, text, line);
}

struct str text_clean(struct buf *into, struct str bytes)
{
    size_t mark = 0, clean;
    enum encoding encoding = encoding_guess(bytes, &mark);
    struct str text = str_part(bytes, mark, bytes.length - mark);
    struct buf decoded = {0};
    enum finding found;

    clean = clean_length(text, 0, &found);
    if (encoding == ENCODING_UTF8 && found == FIND_CLEAN)
        return text;
    if (encoding == ENCODING_UTF8 &&
        !unicode_is_utf8(str_part(text, clean, text.length - clean)))
        encoding = ENCODING_WINDOWS_1252;
    if (encoding != ENCODING_UTF8) {
        encoding_add(&decoded, text, encoding);
        text = buf_str(&decoded);
        clean = clean_length(text, 0, &found);
    }
    rebuild(into, text, clean);
    buf_free(&decoded);
    return buf_str(into);
}
