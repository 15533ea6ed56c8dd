/* read_docx - Word files: a package whose parts the Word room reads. */
#include "input/reader.h"

static bool knows(struct str first)
{
    return str_starts(first, STR("PK\x03\x04"));
}

static bool read_docx(struct builder *builder, struct str bytes,
                      enum input_changes changes, struct failure *failure)
{
    (void)builder;
    (void)bytes;
    (void)changes;
    return fail(failure, "zip-not-word", "%s", "");
}

const struct reader reader_docx = {
    .format = STR_INIT("docx"),
    .knows = knows,
    .read = read_docx,
};
