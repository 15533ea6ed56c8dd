/*
 * pack - a rule file read once, while the program is built.
 *
 *   pack IN.yaml OUT.pack
 *
 * A step of the build and no part of the program. Mistakes in the file's
 * YAML are printed as FILE:LINE:COLUMN and nothing is written.
 */
#include "base/hash.h"
#include "base/yaml_pack.h"

#include <stdio.h>
#include <stdlib.h>

static bool read_file(const char *path, struct buf *bytes)
{
    FILE *file = fopen(path, "rb");
    char part[65536];
    size_t length;

    if (file == NULL)
        return false;
    while ((length = fread(part, 1, sizeof part, file)) > 0)
        buf_add(bytes, (struct str){part, length});
    return fclose(file) == 0;
}

static bool write_file(const char *path, struct str bytes)
{
    FILE *file = fopen(path, "wb");
    bool whole;

    if (file == NULL)
        return false;
    whole = fwrite(bytes.at, 1, bytes.length, file) == bytes.length;
    return fclose(file) == 0 && whole;
}

static int pack(const char *from, const char *to)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct buf bytes = {0}, packed = {0};
    char sha256[HASH_TEXT];
    struct node *root = NULL;
    bool written = false;

    if (read_file(from, &bytes))
        root = yaml_read(arena, str_from(from), buf_str(&bytes), &problems);
    for (size_t i = 0; i < problems.count; i++)
        fprintf(stderr, "%s:%zu:%zu: %s %s\n", from, problems.items[i].line,
                problems.items[i].column, problems.items[i].key,
                problems.items[i].detail.at);
    if (root && problems.count == 0) {
        hash_sha256(buf_str(&bytes), sha256);
        yaml_pack(&packed, root, sha256);
        written = write_file(to, buf_str(&packed));
    }
    buf_free(&packed);
    buf_free(&bytes);
    arena_free(arena);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **words)
{
    if (count != 3) {
        fputs("usage: pack IN.yaml OUT.pack\n", stderr);
        return EXIT_FAILURE;
    }
    return pack(words[1], words[2]);
}
