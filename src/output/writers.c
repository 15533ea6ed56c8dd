/* writers - the table of formats. */
#include "output/writers.h"

static const struct writer *const table[] = {
    &writer_text,
    &writer_json,
    &writer_ndjson,
    &writer_html,
    &writer_sarif,
    &writer_docx,
    &writer_markdown,
    &writer_junit,
    &writer_csv,
};

enum { COUNT = sizeof table / sizeof *table };

const struct writer *writer_find(struct str name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (str_equal(name, str_from(table[i]->name)))
            return table[i];
    return NULL;
}
