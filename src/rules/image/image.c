/*
 * image - the rule set that ships, read while the program is built.
 *
 *   image OUT.s FILE.yaml…
 *
 * A step of the build and no part of the program. Mistakes in the rules are
 * printed and nothing is written. Else OUT.s is the assembler source of what
 * ruleset_read left in its arena, byte for byte, so that the program has its
 * rules without reading any.
 *
 * Which words are pointers shows when the same is read twice, into two
 * places: they differ by as much as the places do, and all else is the same.
 */
#include "output/rules_write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 64 << 20, PER_LINE = 8 };

/* One reading: an arena in memory of its own, with all that was read. */
struct reading {
    char *memory;
    struct arena *arena;
    const struct ruleset *ruleset;
};

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

static struct reading read_rules(const struct ruleset_file *files,
                                 size_t count, struct problems *problems)
{
    struct reading reading;

    reading.memory = calloc(1, ROOM);
    if (reading.memory == NULL)
        abort();
    reading.arena = arena_within(reading.memory, ROOM);
    reading.ruleset =
        ruleset_read(reading.arena, files, count, NULL, problems);
    return reading;
}

static void tell(const struct ruleset_file *files, size_t count,
                 const struct problems *problems)
{
    struct problems ignored = {.arena = problems->arena};
    struct texts *texts = texts_new(problems->arena);
    struct buf said = {0};

    for (size_t i = 0; i < count; i++) {
        struct node *root = yaml_read(problems->arena, files[i].path,
                                      files[i].bytes, &ignored);

        if (root)
            texts_read(texts, root, &ignored);
    }
    rules_write_problems(&said, texts, TEXTS_EN, problems);
    fwrite(said.at, 1, said.length, stderr);
    buf_free(&said);
}

static uint64_t word_at(const struct reading *reading, size_t at)
{
    uint64_t word;

    memcpy(&word, reading->memory + at, sizeof word);
    return word;
}

/* Whether the word, the same in both readings, points at the program. */
static bool points_out(uint64_t word)
{
    extern const char __executable_start[], _end[];

    return word >= (uintptr_t)__executable_start && word < (uintptr_t)_end;
}

/* What the empty text points to may be anything that is empty. */
static bool is_empty_text(uint64_t word)
{
    return *(const char *)(uintptr_t)word == '\0';
}

static bool write_word(FILE *out, const struct reading *a,
                       const struct reading *b, size_t at)
{
    uint64_t one = word_at(a, at), other = word_at(b, at);

    if (other - one == (uint64_t)(uintptr_t)b->memory - (uintptr_t)a->memory)
        fprintf(out, "image+%zu",
                (size_t)(one - (uintptr_t)a->memory));
    else if (one == other && points_out(one) && is_empty_text(one))
        fputs("empty", out);
    else if (one == other && !points_out(one))
        fprintf(out, "%llu", (unsigned long long)one);
    else
        return false;
    return true;
}

static bool write_words(FILE *out, const struct reading *a,
                        const struct reading *b)
{
    size_t size = arena_size(a->arena) + 4096;

    for (size_t at = 0; at < size; at += sizeof(uint64_t)) {
        bool first = at % (PER_LINE * sizeof(uint64_t)) == 0;

        fputs(first ? "\n\t.quad " : ",", out);
        if (!write_word(out, a, b, at)) {
            fprintf(stderr,
                    "image: the word at %zu (%llx, %llx) points out of the "
                    "rule set or is never the same\n",
                    at, (unsigned long long)word_at(a, at),
                    (unsigned long long)word_at(b, at));
            return false;
        }
    }
    return true;
}

static bool write_image(const char *path, const struct reading *a,
                        const struct reading *b)
{
    FILE *out = fopen(path, "wb");
    bool written;

    if (out == NULL)
        return false;
    fputs("/* image - made by src/rules/image; do not edit. */\n"
          "\t.section .data.rel.ro,\"aw\"\n\t.balign 64\n"
          "empty:\t.quad 0, 0\nimage:",
          out);
    written = write_words(out, a, b);
    fprintf(out,
            "\n\t.globl embedded_ruleset\n\t.hidden embedded_ruleset\n"
            "\t.set embedded_ruleset, image+%zu\n"
            "\t.section .note.GNU-stack,\"\"\n",
            (size_t)((const char *)a->ruleset - a->memory));
    return fclose(out) == 0 && written;
}

static int make(const char *to, char **paths, size_t count)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct ruleset_file *files = arena_alloc(arena, count * sizeof *files);
    struct reading a, b;

    for (size_t i = 0; i < count; i++) {
        struct buf bytes = {0};

        if (!read_file(paths[i], &bytes))
            return EXIT_FAILURE;
        files[i].path = str_from(paths[i]);
        files[i].bytes = arena_str(arena, buf_str(&bytes));
        buf_free(&bytes);
    }
    a = read_rules(files, count, &problems);
    if (a.ruleset == NULL) {
        tell(files, count, &problems);
        return EXIT_FAILURE;
    }
    b = read_rules(files, count, &problems);
    return write_image(to, &a, &b) ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **words)
{
    if (count < 3) {
        fputs("usage: image OUT.s FILE.yaml…\n", stderr);
        return EXIT_FAILURE;
    }
    return make(words[1], words + 2, (size_t)count - 2);
}
