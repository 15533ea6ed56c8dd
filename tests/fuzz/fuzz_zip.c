/* fuzz_zip - any bytes as a file: a document or one failure, never harm. */
#include "input/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct failure why;

    document_free(input_read(
        STR("fuzz"), (struct str){(const char *)bytes, length}, &why));
    return 0;
}
