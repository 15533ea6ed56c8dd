/* fuzz_document - any bytes as the body of a Word file. */
#include "fuzz_mutate.h"
#include "fuzz_part.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct docx docx = {.making = ZIP_STORED};

    docx_part(&docx, "comments", "comments",
              "<w:comment w:id=\"1\" w:author=\"A\"><w:p><w:r><w:t>x</w:t>"
              "</w:r></w:p></w:comment>");
    zip_add(&docx.zip, "word/document.xml",
            (struct str){(const char *)bytes, length}, ZIP_STORED);
    docx_rels(&docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    docx_link(&docx, "h", "header", "document.xml", false);
    docx_rels(&docx, "word/_rels/document.xml.rels", docx.links.at);
    fuzz_file(zip_finish(&docx.zip));
    docx_free(&docx);
    return 0;
}
