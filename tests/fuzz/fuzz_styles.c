/* fuzz_styles - any bytes as the styles of a Word file. */
#include "fuzz_mutate.h"
#include "fuzz_part.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct docx docx = {.making = ZIP_STORED};

    zip_add(&docx.zip, "word/styles.xml",
            (struct str){(const char *)bytes, length}, ZIP_STORED);
    docx_link(&docx, "styles", "styles", "styles.xml", false);
    fuzz_file(docx_file(
        &docx, "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:rPr>"
               "<w:rStyle w:val=\"b\"/></w:rPr><w:t>text</w:t></w:r></w:p>"
               "<w:p><w:r><w:t>mer</w:t></w:r></w:p>"));
    docx_free(&docx);
    return 0;
}
