/*
 * texts - every sentence a person reads, per language, as data.
 *
 * Read from the files in rules/frame:
 *   texts:
 *     zip-truncated:
 *       sv: Filen är avbruten{?detail: vid {detail}}. Spara den igen i Word.
 *       en: The file is cut off{?detail: at {detail}}. Save it again in Word.
 * In a text {name} is replaced by a value; {?name:…} stands only when the
 * value is not empty, {!name:…} only when it is. They nest. Any other
 * character, [brackets] too, stands for itself.
 */
#ifndef SKOLLINT_BASE_TEXTS_H
#define SKOLLINT_BASE_TEXTS_H

#include "base/buf.h"
#include "base/fail.h"
#include "base/yaml.h"

struct texts;

enum { TEXTS_SV, TEXTS_EN, TEXTS_LANGUAGES };

struct text_value {
    const char *name;
    struct str value;
};

struct texts *texts_new(struct arena *arena);
void texts_read(struct texts *texts, const struct node *root,
                struct problems *problems);

/* Index of "sv" or "en"; -1 for any other. */
int texts_language(struct str name);

/*
 * The text of a key; Swedish when the language lacks it. An unknown key
 * gives the key itself, so that a forgotten text is seen and not hidden.
 */
struct str texts_get(const struct texts *texts, int language,
                     struct str key);
bool texts_has(const struct texts *texts, int language, struct str key);

/* Fill a text with values (`count` of them) into the buffer. */
void texts_fill(struct buf *into, struct str text,
                const struct text_value *values, size_t count);

/* Whether the text has a place for the value of that name. */
bool texts_ask(struct str text, const char *name);

/* Get and fill in one go. */
void texts_say(struct buf *into, const struct texts *texts, int language,
               const char *key, const struct text_value *values,
               size_t count);

/* A failure in words: its text with {detail}, {line} and {column}. */
void texts_failure(struct buf *into, const struct texts *texts, int language,
                   const struct failure *failure);

#endif
