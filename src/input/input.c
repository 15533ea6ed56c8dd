/* input - bytes of any format in, a document out. */
#include "input/input.h"

#include "base/limits.h"
#include "input/reader.h"

/* In the order they are asked; what nothing else knows may be text. */
static const struct reader *const readers[] = {
    &reader_odt,
    &reader_docx,
    &reader_flat,
    &reader_html,
    &reader_text,
};

/* Files that are not read, by how they begin, and what to say of them. */
static const struct foreign {
    struct str begins;
    const char *key;
} foreign[] = {
    {STR_INIT("{\\rtf"), "input-rtf"},
    {STR_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "input-old-office"},
    {STR_INIT("%PDF-"), "input-pdf"},
    {STR_INIT("\x89PNG"), "input-image"},
    {STR_INIT("\xFF\xD8\xFF"), "input-image"},
    {STR_INIT("GIF8"), "input-image"},
    {STR_INIT("II*\0"), "input-image"},
    {STR_INIT("MM\0*"), "input-image"},
};

static const char *foreign_key(struct str first)
{
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (str_starts(first, foreign[i].begins))
            return foreign[i].key;
    return NULL;
}

static const struct reader *find_reader(struct str first,
                                        struct failure *failure)
{
    const char *key;

    first = str_part(first, 0, INPUT_FIRST_BYTES);
    key = first.length ? foreign_key(first) : "input-empty";
    for (size_t i = 0; key == NULL && i < sizeof readers / sizeof *readers;
         i++)
        if (readers[i]->knows(first))
            return readers[i];
    fail(failure, key ? key : "input-binary", "%s", "");
    return NULL;
}

bool input_known(struct str first_bytes, struct failure *failure)
{
    return find_reader(first_bytes, failure) != NULL;
}

static bool has_text(const struct document *document)
{
    for (size_t i = 0; i < document->block_count; i++)
        if (document->blocks[i].span.length)
            return true;
    return false;
}

/* The document, or NULL when there is nothing in it to read. */
static struct document *check(struct document *document,
                              struct failure *failure)
{
    if (!has_text(document)) {
        document_free(document);
        fail(failure, "input-no-text", "%s", "");
        return NULL;
    }
    if (text_is_ocr(document->text)) {
        document->ocr = true;
        document->quality = READING_LIMITED;
    }
    return document;
}

struct document *input_read_changes(struct str path, struct str bytes,
                                    enum input_changes changes,
                                    struct failure *failure)
{
    const struct reader *reader = find_reader(bytes, failure);
    struct builder *builder;
    struct document *document;

    if (reader == NULL)
        return NULL;
    if (bytes.length > LIMIT_FILE) {
        fail(failure, "file-too-large", "%s", "");
        return NULL;
    }
    builder = builder_new(path, reader->format);
    if (!reader->read(builder, bytes, changes, failure)) {
        builder_free(builder);
        return NULL;
    }
    document = builder_finish(builder, bytes, failure);
    if (document && !reader->by_lines)
        document_rewrap(document);
    return document ? check(document, failure) : NULL;
}

struct document *input_read(struct str path, struct str bytes,
                            struct failure *failure)
{
    return input_read_changes(path, bytes, INPUT_ACCEPTED, failure);
}

struct document *input_read_pages(struct str path, struct str bytes,
                                  struct str table, enum input_pages how,
                                  struct failure *failure)
{
    struct builder *builder = builder_new(path, STR("pdf"));
    struct document *document;

    if (!read_pages(builder, table, how == INPUT_SCANNED, failure)) {
        builder_free(builder);
        return NULL;
    }
    document = builder_finish(builder, bytes, failure);
    return document ? check(document, failure) : NULL;
}
