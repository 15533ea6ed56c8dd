/* embedded: the rule files inside the program are those in rules/. */
#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

#include "rules/embedded.h"

Test(embedded, every_file_holds_the_bytes_on_disk)
{
    size_t count;
    const struct embedded_file *files = embedded_files(&count);

    for (size_t i = 0; i < count; i++) {
        FILE *file = fopen(files[i].path, "rb");
        size_t at = 0;
        int byte;

        cr_assert_not_null(file, "%s is not in the source tree",
                           files[i].path);
        while ((byte = fgetc(file)) != EOF)
            cr_assert(at < files[i].length &&
                          (unsigned char)files[i].bytes[at++] == byte,
                      "%s differs at byte %zu", files[i].path, at);
        fclose(file);
        cr_assert_eq(at, files[i].length, "%s is longer", files[i].path);
        cr_assert_eq(files[i].bytes[at], '\0');
    }
}

Test(embedded, the_paths_are_in_byte_order)
{
    size_t count;
    const struct embedded_file *files = embedded_files(&count);

    for (size_t i = 1; i < count; i++)
        cr_assert(strcmp(files[i - 1].path, files[i].path) < 0, "%s",
                  files[i].path);
}
