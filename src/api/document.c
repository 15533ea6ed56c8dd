/* api - a document read and understood, and what was understood. */
#include "api/api.h"

#include "base/limits.h"
#include "document/join.h"
#include "input/input.h"
#include "output/outline_write.h"

#include <stdlib.h>

/* A document read, now to be understood; NULL with the reason. */
static struct skollint_document *understand(
    const struct skollint_rules *rules, struct document *read,
    const struct failure *failure, struct skollint_error *error)
{
    struct skollint_document *document;
    struct desk *desk;

    if (read == NULL) {
        api_fail(error, failure);
        return NULL;
    }
    document = memory_alloc(sizeof *document);
    *document = (struct skollint_document){.rules = rules};
    document->document = read;
    desk = desk_take(rules->desks);
    document->outline =
        outline_with(read, rules->ruleset->templates, desk->book);
    desk_give(rules->desks, desk);
    return document;
}

struct skollint_document *skollint_document_new(
    const struct skollint_rules *rules, const char *path, const void *bytes,
    size_t size, struct skollint_error *error)
{
    struct failure failure = {0};
    struct document *read =
        input_read(str_from(path), (struct str){size ? bytes : "", size},
                   &failure);

    return understand(rules, read, &failure, error);
}

struct skollint_document *skollint_document_new_pages(
    const struct skollint_rules *rules, const char *path, const void *bytes,
    size_t size, const char *table, size_t table_size,
    enum skollint_pages pages, struct skollint_error *error)
{
    struct failure failure = {0};
    struct document *read = input_read_pages(
        str_from(path), (struct str){size ? bytes : "", size},
        (struct str){table, table_size},
        pages == SKOLLINT_SCANNED ? INPUT_SCANNED : INPUT_PRINTED, &failure);

    return understand(rules, read, &failure, error);
}

/* Whether the text of both is one that is read. */
static bool fits(const struct document *document,
                 const struct document *enclosure,
                 struct skollint_error *error)
{
    struct failure failure;

    if (document->text.length + enclosure->text.length <= LIMIT_TEXT)
        return true;
    fail(&failure, "text-too-large", "%s", "");
    return api_fail(error, &failure);
}

bool skollint_document_enclose(struct skollint_document *document,
                               struct skollint_document *enclosure,
                               struct skollint_error *error)
{
    if (!fits(document->document, enclosure->document, error)) {
        skollint_document_free(enclosure);
        return false;
    }
    document->before =
        realloc(document->before,
                (document->enclosures + 1) * sizeof *document->before);
    if (document->before == NULL)
        abort();
    document->before[document->enclosures++] = document->document;
    document->document =
        document_join(document->document, enclosure->document);
    outline_enclose(document->outline, document->document);
    skollint_document_free(enclosure);
    return true;
}

void skollint_document_free(struct skollint_document *document)
{
    if (document == NULL)
        return;
    for (size_t i = 0; i < document->enclosures; i++)
        document_free(document->before[i]);
    free(document->before);
    outline_free(document->outline);
    document_free(document->document);
    free(document);
}

const char *skollint_document_text(const struct skollint_document *document,
                                   size_t *length)
{
    *length = document->document->text.length;
    return document->document->text.at;
}

char *skollint_document_outline(const struct skollint_document *document,
                                const char *format, size_t width,
                                size_t *size)
{
    struct output output = {
        .texts = document->rules->texts,
        .language = document->rules->language,
        .width = width,
    };
    struct buf text = {0};

    if (!outline_write(&text, &output, document->outline, str_from(format)))
        return NULL;
    if (size)
        *size = text.length;
    return buf_take(&text);
}
