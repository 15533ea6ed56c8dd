/* embedded: the rule files inside the program are those in rules/. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "rules/embedded.h"
#include "rules/ruleset.h"

static void read_file(const char *path, struct buf *bytes)
{
    FILE *file = fopen(path, "rb");
    int byte;

    cr_assert_not_null(file, "%s is not in the source tree", path);
    while ((byte = fgetc(file)) != EOF)
        buf_add_byte(bytes, (char)byte);
    fclose(file);
}

Test(embedded, every_file_is_the_one_on_disk)
{
    size_t count;
    const struct embedded_file *files = embedded_files(&count);

    for (size_t i = 0; i < count; i++) {
        struct ruleset_file file = embedded_rules(&files[i]);
        struct buf bytes = {0};

        read_file(files[i].path, &bytes);
        cr_assert(eq(int, str_equal(file.bytes, buf_str(&bytes)), 1), "%s",
                  files[i].path);
        buf_free(&bytes);
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
