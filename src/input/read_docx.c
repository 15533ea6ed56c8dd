/* read_docx - Word files: a package whose parts the Word room reads. */
#include "input/reader.h"
#include "ooxml/word.h"

static bool knows_zip(struct str first)
{
    return str_starts(first, STR("PK\x03\x04")) ||
           str_starts(first, STR("PK\x05\x06"));
}

static bool read_package(struct builder *builder, struct package *package,
                         enum input_changes changes, struct failure *failure)
{
    bool read = package &&
                word_document_read(builder, package,
                                   changes == INPUT_REJECTED ? WORD_REJECTED
                                                             : WORD_ACCEPTED,
                                   failure);

    package_close(package);
    return read;
}

static bool read_docx(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    return read_package(builder, package_open(bytes, failure), changes,
                        failure);
}

/* Word's one-file XML says so near its beginning. */
static bool knows_flat(struct str first)
{
    return str_find(first,
                    STR("http://schemas.microsoft.com/office/2006/"
                        "xmlPackage"),
                    0) != SIZE_MAX;
}

static bool read_flat(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    return read_package(builder, package_open_flat(bytes, failure), changes,
                        failure);
}

const struct reader reader_docx = {
    .format = STR_INIT("docx"),
    .knows = knows_zip,
    .read = read_docx,
};

const struct reader reader_flat = {
    .format = STR_INIT("docx"),
    .knows = knows_flat,
    .read = read_flat,
};
