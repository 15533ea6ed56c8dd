/* docx_anchor: the characters of a span in the file they were read from. */
#include <criterion/criterion.h>
#include <string.h>

#include "docx.h"
#include "output/docx_anchor.h"

/* What the first block of a body is anchored on; "" for no place at all. */
static void expect_anchor(const char *body, const char *anchored)
{
    struct docx docx = {.making = ZIP_STORED};
    struct str file = docx_file(&docx, body), found = STR("");
    struct document *document = input_read(STR("a.docx"), file, NULL);
    struct annotation annotation = {0};
    size_t part = str_find(file, STR("<?xml version=\"1.0\" enc"), 0);

    cr_assert_not_null(document);
    docx_anchor(&annotation, document, document->blocks[0].span);
    if (annotation.part.length)
        found = str_part(file, part + annotation.start,
                         annotation.end - annotation.start);
    cr_expect(str_equal(found, str_from(anchored)), "%s: %.*s", body,
              (int)found.length, found.at);
    document_free(document);
    docx_free(&docx);
}

Test(docx_anchor, a_span_is_the_bytes_of_its_characters)
{
    expect_anchor("<w:p><w:r><w:t>Målet är nått</w:t></w:r></w:p>",
                  "Målet är nått");
    expect_anchor("<w:p><w:r><w:t>A &amp; B</w:t></w:r></w:p>", "A &amp; B");
    expect_anchor("<w:p><w:r><w:t>A &amp;</w:t></w:r></w:p>", "A &amp;");
}

Test(docx_anchor, signs_that_are_no_text_in_the_file_are_left_out)
{
    expect_anchor("<w:p><w:r><w:sym w:char=\"F0FC\"/><w:t>Nått</w:t>"
                  "<w:sym w:char=\"F0FC\"/></w:r></w:p>",
                  "Nått");
    expect_anchor("<w:p><w:r><w:sym w:char=\"F0FC\"/></w:r></w:p>", "");
}
