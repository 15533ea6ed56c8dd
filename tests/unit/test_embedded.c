/* embedded: the rule files inside the program are those in rules/. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/yaml_pack.h"
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

static void expect_same(const struct node *a, const struct node *b)
{
    for (; a && b; a = a->next, b = b->next) {
        cr_assert(eq(int, a->kind, b->kind));
        cr_assert(eq(int, str_equal(a->text, b->text), 1));
        cr_assert(eq(int, str_equal(a->key, b->key), 1));
        cr_assert(eq(sz, a->line, b->line));
        cr_assert(eq(sz, a->count, b->count));
        expect_same(a->first, b->first);
    }
    cr_assert(eq(int, a == NULL, b == NULL));
}

Test(embedded, every_file_is_the_one_on_disk_and_unpacks_to_its_tree)
{
    size_t count;
    const struct embedded_file *files = embedded_files(&count);

    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new();
        struct problems problems = {.arena = arena};
        struct ruleset_file file = ruleset_built_in(&files[i]);
        struct buf bytes = {0};
        char sha256[HASH_TEXT];

        read_file(files[i].path, &bytes);
        hash_sha256(buf_str(&bytes), sha256);
        cr_assert(eq(int,
                     str_equal(yaml_pack_sha256(file.bytes),
                               str_from(sha256)),
                     1));
        expect_same(yaml_unpack(arena, file.path, file.bytes),
                    yaml_read(arena, file.path, buf_str(&bytes), &problems));
        buf_free(&bytes);
        arena_free(arena);
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
