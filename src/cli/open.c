/* open - a file of any format as a document. */
#include "cli/open.h"

#include <stdlib.h>

static struct skollint_document *
open_bytes(const struct skollint_rules *rules, const char *path,
           const struct bytes *bytes, struct pdf_how how,
           struct skollint_error *why)
{
    struct skollint_document *document;
    struct bytes table;
    bool scanned;

    if (!pdf_is(bytes))
        return skollint_document_new(rules, path, bytes->at, bytes->length,
                                     why);
    if (!pdf_words(bytes, how, &table, &scanned, why))
        return NULL;
    document = skollint_document_new_pages(
        rules, path, bytes->at, bytes->length, table.at, table.length,
        scanned ? SKOLLINT_SCANNED : SKOLLINT_PRINTED, why);
    free(table.at);
    return document;
}

struct skollint_document *open_document(const struct skollint_rules *rules,
                                        const char *path, struct pdf_how how,
                                        struct skollint_error *why)
{
    struct skollint_document *document;
    struct bytes bytes;

    if (!bytes_read(&bytes, path, why))
        return NULL;
    document = open_bytes(rules, path, &bytes, how, why);
    free(bytes.at);
    return document;
}
