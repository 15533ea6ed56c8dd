/* read_text - plain text in any encoding. */
#include "base/encoding.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "input/reader.h"
#include "input/text_blocks.h"

#include <string.h>

/* Holds no NUL, and few other control characters where it begins. */
static bool looks_like_text(struct str text)
{
    struct str first = str_part(text, 0, INPUT_FIRST_BYTES);
    size_t odd = 0, mark;
    enum encoding encoding = encoding_guess(first, &mark);

    if (encoding == ENCODING_UTF16_LE || encoding == ENCODING_UTF16_BE)
        return true;
    if (text.length && memchr(text.at, '\0', text.length))
        return false;
    for (size_t i = 0; i < first.length; i++) {
        unsigned char byte = (unsigned char)first.at[i];

        odd +=
            (byte < ' ' && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F;
    }
    return odd * 50 <= first.length;
}

/*
 * The text as UTF-8: the bytes themselves when they are, else decoded into
 * `into`. Bytes that are not UTF-8 are Windows-1252.
 */
static struct str decode(struct str bytes, struct buf *into)
{
    size_t mark;
    enum encoding encoding = encoding_guess(bytes, &mark);

    bytes = str_part(bytes, mark, SIZE_MAX);
    if (encoding == ENCODING_UTF8 && unicode_is_utf8(bytes))
        return bytes;
    if (encoding == ENCODING_UTF8)
        encoding = ENCODING_WINDOWS_1252;
    encoding_add(into, bytes, encoding);
    return buf_str(into);
}

static bool read_text(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    struct buf decoded = {0};
    struct str text;

    (void)changes;
    if (bytes.length > LIMIT_TEXT)
        return fail(failure, "text-too-large", "%s", "");
    text = decode(bytes, &decoded);
    if (!looks_like_text(text)) {
        buf_free(&decoded);
        return fail(failure, "input-binary", "%s", "");
    }
    text_add_blocks(builder, text);
    buf_free(&decoded);
    return true;
}

const struct reader reader_text = {
    .format = STR_INIT("text"),
    .by_lines = true,
    .knows = looks_like_text,
    .read = read_text,
};
