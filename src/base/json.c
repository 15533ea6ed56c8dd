/* json - values to be printed as JSON, in the order they were put in. */
#include "base/json.h"

#include "base/unicode.h"

#include <jansson.h>

static json_t *value_of(const struct json *json)
{
    return (json_t *)(uintptr_t)json;
}

struct json *json_map(void)
{
    json_object_seed(1); /* else jansson reads /dev/urandom for one */
    return (struct json *)json_object();
}

struct json *json_list(void)
{
    return (struct json *)json_array();
}

void json_free(struct json *json)
{
    json_decref(value_of(json));
}

static struct json *put(struct json *in, const char *key, json_t *value)
{
    if (key)
        json_object_set_new_nocheck(value_of(in), key, value);
    else
        json_array_append_new(value_of(in), value);
    return (struct json *)value;
}

struct json *json_put_map(struct json *in, const char *key)
{
    return put(in, key, json_object());
}

struct json *json_put_list(struct json *in, const char *key)
{
    return put(in, key, json_array());
}

void json_put_text(struct json *in, const char *key, struct str text)
{
    struct buf repaired = {0};

    if (!unicode_is_utf8(text)) {
        unicode_add_inert(&repaired, text);
        text = buf_str(&repaired);
    }
    put(in, key,
        json_stringn_nocheck(text.length ? text.at : "", text.length));
    buf_free(&repaired);
}

void json_put_text_or_null(struct json *in, const char *key, struct str text)
{
    if (text.length)
        json_put_text(in, key, text);
    else
        json_put_null(in, key);
}

void json_put_number(struct json *in, const char *key, long long number)
{
    put(in, key, json_integer(number));
}

void json_put_number_or_null(struct json *in, const char *key, size_t number)
{
    put(in, key,
        number ? json_integer((json_int_t)number) : json_null());
}

void json_put_decimal(struct json *in, const char *key, double number)
{
    put(in, key, json_real(number));
}

void json_put_bool(struct json *in, const char *key, bool yes)
{
    put(in, key, json_boolean(yes));
}

void json_put_null(struct json *in, const char *key)
{
    put(in, key, json_null());
}

/*
 * Add jansson's output with characters of U+0080 and up that steer a
 * terminal or a text written as escapes. Outside strings JSON is ASCII, so
 * they can only stand where an escape may. jansson never cuts a character.
 */
static int add_inert(const char *bytes, size_t size, void *data)
{
    struct buf *into = data;
    struct str text = {bytes, size};
    size_t done = 0, length;

    for (size_t at = 0; at < size; at += length) {
        uint32_t code_point = (unsigned char)bytes[at];

        length = 1;
        if (code_point >= 0x80)
            code_point = unicode_decode(text, at, &length);
        if (code_point < 0x7F || !unicode_is_steering(code_point))
            continue;
        buf_add(into, str_part(text, done, at - done));
        buf_format(into, "\\u%04X", code_point);
        done = at + length;
    }
    buf_add(into, str_part(text, done, size - done));
    return 0;
}

void json_print(struct buf *into, const struct json *json,
                enum json_style style)
{
    size_t flags = JSON_REAL_PRECISION(10) |
                   (style == JSON_LINE ? JSON_COMPACT : JSON_INDENT(2));

    json_dump_callback(value_of(json), add_inert, into, flags);
}

struct json *json_read(struct str bytes)
{
    json_object_seed(1);
    return (struct json *)json_loadb(bytes.at, bytes.length,
                                     JSON_REJECT_DUPLICATES, NULL);
}

const struct json *json_get(const struct json *map, const char *key)
{
    return map ? (const struct json *)json_object_get(value_of(map), key)
               : NULL;
}

size_t json_count(const struct json *list)
{
    return list ? json_array_size(value_of(list)) : 0;
}

const struct json *json_at(const struct json *list, size_t index)
{
    return (const struct json *)json_array_get(value_of(list), index);
}

struct str json_text(const struct json *text)
{
    if (text == NULL || !json_is_string(value_of(text)))
        return STR("");
    return (struct str){json_string_value(value_of(text)),
                        json_string_length(value_of(text))};
}

void json_add_text(struct buf *into, struct str text)
{
    size_t done = 0, length;

    buf_add_byte(into, '"');
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t code_point = (unsigned char)text.at[at];

        length = 1;
        if (code_point >= 0x80)
            code_point = unicode_decode(text, at, &length);
        if (code_point != '"' && code_point != '\\' &&
            code_point != UNICODE_INVALID && !unicode_is_steering(code_point))
            continue;
        buf_add(into, str_part(text, done, at - done));
        if (code_point == UNICODE_INVALID)
            buf_add_code_point(into, code_point);
        else if (code_point > 0xFFFF)
            buf_format(into, "\\u%04X\\u%04X",
                       0xD800 + ((code_point - 0x10000) >> 10),
                       0xDC00 + (code_point & 0x3FF));
        else
            buf_format(into, "\\u%04X", code_point);
        done = at + length;
    }
    buf_add(into, str_part(text, done, text.length - done));
    buf_add_byte(into, '"');
}
