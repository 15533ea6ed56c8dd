/*
 * json - values to be printed as JSON, in the order they were put in.
 *
 * The only door to jansson. A value is built from the outside in: an object
 * or list at the top, and json_put_… adds to it. The key is NULL in a list.
 * Bytes that are not UTF-8 (in a file's name) become U+FFFD.
 */
#ifndef SKOLLINT_BASE_JSON_H
#define SKOLLINT_BASE_JSON_H

#include "base/buf.h"

struct json;

/* A new object or list, to be freed by json_free (NULL is fine). */
struct json *json_map(void);
struct json *json_list(void);
void json_free(struct json *json);

/* Add a new object or list; what is returned belongs to `in`. */
struct json *json_put_map(struct json *in, const char *key);
struct json *json_put_list(struct json *in, const char *key);

void json_put_text(struct json *in, const char *key, struct str text);
/* null when the text is empty */
void json_put_text_or_null(struct json *in, const char *key,
                           struct str text);
void json_put_number(struct json *in, const char *key, long long number);
/* null when the number is 0: lines, columns, pages */
void json_put_number_or_null(struct json *in, const char *key,
                             size_t number);
void json_put_decimal(struct json *in, const char *key, double number);
void json_put_bool(struct json *in, const char *key, bool yes);
void json_put_null(struct json *in, const char *key);

/* A text quoted and escaped, for those who print JSON as they go. */
void json_add_text(struct buf *into, struct str text);

enum json_style { JSON_LINE, JSON_INDENTED };

/*
 * Print without a newline at the end. Characters that could act on a
 * terminal or turn the direction of a text are written as \uXXXX.
 */
void json_print(struct buf *into, const struct json *json,
                enum json_style style);

/*
 * Read JSON; NULL when it is not. json_get gives NULL for what is not there
 * or no object, json_at and json_count the items of a list (0 for any other
 * value), json_text the bytes of a text (empty for any other value). What
 * they return belongs to the value that was read.
 */
struct json *json_read(struct str bytes);
const struct json *json_get(const struct json *map, const char *key);
size_t json_count(const struct json *list);
const struct json *json_at(const struct json *list, size_t index);
struct str json_text(const struct json *text);

#endif
