/*
 * image - the rule set that ships, read while the program is built.
 *
 *   image OUT.s FILE.yaml…
 *
 * A step of the build and no part of the program. Mistakes in the rules are
 * printed and nothing is written. Else OUT.s is the assembler source of what
 * ruleset_read made, piece for piece as it lay in its arena, but only those
 * that are still in use, so that the program has its rules without reading
 * any.
 *
 * Which words are pointers shows when the same is read twice, into two
 * places: they differ by as much as the places do, and all else is the same.
 */
#include "output/rules_write.h"

#include <stddef.h>
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

/* One piece of the arena, and where it is put. */
struct piece {
    size_t start, size; /* bytes of a reading's memory */
    size_t put;         /* in the image */
    bool found;
};

struct image {
    struct reading a, b;
    struct piece *pieces; /* by start */
    size_t count;
    size_t *order; /* pieces as they were found */
    size_t placed, size;
    size_t *open; /* pieces found and not yet placed, a stack */
    size_t open_count;
    size_t *later; /* pieces put off */
    size_t later_count;
};

static void find_pieces(struct image *image)
{
    size_t capacity = 0, size;
    char *at = NULL;

    for (char *piece; (piece = arena_piece(image->a.arena, at, &size));
         at = piece + size) {
        if (image->count == capacity) {
            capacity = capacity ? capacity * 2 : 4096;
            image->pieces = memory_resize(image->pieces,
                                          capacity * sizeof *image->pieces);
        }
        image->pieces[image->count++] =
            (struct piece){.start = (size_t)(piece - image->a.memory),
                           .size = size};
    }
    image->order = memory_alloc(image->count * sizeof *image->order);
    image->open = memory_alloc(image->count * sizeof *image->open);
    image->later = memory_alloc(image->count * sizeof *image->later);
}

static uint64_t word_at(const struct reading *reading, size_t at)
{
    uint64_t word;

    memcpy(&word, reading->memory + at, sizeof word);
    return word;
}

/* Whether the word is a pointer into the arena; *to is what it points at. */
static bool points_in(const struct image *image, size_t at, size_t *to)
{
    uint64_t one = word_at(&image->a, at), other = word_at(&image->b, at);

    *to = (size_t)(one - (uintptr_t)image->a.memory);
    return other - one == (uint64_t)(uintptr_t)image->b.memory -
                              (uintptr_t)image->a.memory;
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

/* The piece a place is in, or just behind; SIZE_MAX for the arena itself. */
static size_t piece_at(const struct image *image, size_t place)
{
    size_t low = 0, high = image->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (image->pieces[middle].start <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

static void find(struct image *image, size_t index)
{
    if (index == SIZE_MAX || image->pieces[index].found)
        return;
    image->pieces[index].found = true;
    image->open[image->open_count++] = index;
}

/* Whether the piece is of the tree of a file, as far as can be seen. */
static bool is_node(const struct image *image, const struct piece *piece)
{
    enum { LINES_MOST = 1 << 16, COLUMNS_MOST = 1 << 12 };
    struct node node;
    size_t to;

    if (piece->size != sizeof node)
        return false;
    memcpy(&node, image->a.memory + piece->start, sizeof node);
    return node.line > 0 && node.line < LINES_MOST && node.column > 0 &&
           node.column < COLUMNS_MOST &&
           points_in(image, piece->start + offsetof(struct node, file), &to);
}

/*
 * Place the pieces that were found and all they lead to. Nodes are put off
 * at first: the trees of the files are looked at only to prove examples, and
 * shall not lie between what is used.
 */
static void place(struct image *image, bool nodes)
{
    size_t to;

    while (image->open_count) {
        size_t index = image->open[--image->open_count];
        struct piece *piece = &image->pieces[index];

        if (!nodes && is_node(image, piece)) {
            image->later[image->later_count++] = index;
            continue;
        }
        piece->put = image->size;
        image->size += piece->size;
        image->order[image->placed++] = index;
        for (size_t at = piece->start; at < piece->start + piece->size;
             at += sizeof(uint64_t))
            if (points_in(image, at, &to))
                find(image, piece_at(image, to));
    }
}

static bool write_word(FILE *out, const struct image *image, size_t at)
{
    uint64_t one = word_at(&image->a, at), other = word_at(&image->b, at);
    size_t to, index;

    if (points_in(image, at, &to)) {
        index = piece_at(image, to);
        if (index == SIZE_MAX)
            fputc('0', out); /* the arena, which nothing is asked of now */
        else
            fprintf(out, "image+%zu",
                    image->pieces[index].put + to -
                        image->pieces[index].start);
    } else if (one == other && points_out(one) && is_empty_text(one)) {
        fputs("empty", out);
    } else if (one == other && !points_out(one)) {
        fprintf(out, "%llu", (unsigned long long)one);
    } else {
        fprintf(stderr,
                "image: a word (%llx, %llx) points out of the rule set or "
                "is never the same\n",
                (unsigned long long)one, (unsigned long long)other);
        return false;
    }
    return true;
}

static bool write_words(FILE *out, const struct image *image)
{
    bool right = true;

    for (size_t i = 0; i < image->placed; i++) {
        const struct piece *piece = &image->pieces[image->order[i]];

        for (size_t at = 0; at < piece->size; at += sizeof(uint64_t)) {
            bool first = at % (PER_LINE * sizeof(uint64_t)) == 0;

            fputs(first ? "\n\t.quad " : ",", out);
            right &= write_word(out, image, piece->start + at);
        }
    }
    return right;
}

static size_t find_all(struct image *image)
{
    size_t root;

    find_pieces(image);
    root = piece_at(image, (size_t)((const char *)image->a.ruleset -
                                    image->a.memory));
    find(image, root);
    place(image, false);
    while (image->later_count)
        image->open[image->open_count++] =
            image->later[--image->later_count];
    place(image, true);
    return image->pieces[root].put;
}

static bool write_image(const char *path, struct image *image)
{
    size_t root = find_all(image);
    FILE *out = fopen(path, "wb");
    bool written;

    if (out == NULL)
        return false;
    fputs("/* image - made by src/rules/image; do not edit. */\n"
          "\t.section .data.rel.ro,\"aw\"\n\t.balign 64\n"
          "empty:\t.quad 0, 0\nimage:",
          out);
    written = write_words(out, image);
    fprintf(out,
            "\n\t.globl embedded_ruleset\n\t.hidden embedded_ruleset\n"
            "\t.set embedded_ruleset, image+%zu\n"
            "\t.section .note.GNU-stack,\"\"\n",
            root);
    return fclose(out) == 0 && written;
}

static void free_image(struct image *image)
{
    free(image->a.memory);
    free(image->b.memory);
    free(image->pieces);
    free(image->order);
    free(image->open);
    free(image->later);
}

static int make(const char *to, char **paths, size_t count)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct ruleset_file *files = arena_alloc(arena, count * sizeof *files);
    struct image image = {.size = 0};
    bool written;

    for (size_t i = 0; i < count; i++) {
        struct buf bytes = {0};

        if (!read_file(paths[i], &bytes))
            return EXIT_FAILURE;
        files[i].path = str_from(paths[i]);
        files[i].bytes = arena_str(arena, buf_str(&bytes));
        buf_free(&bytes);
    }
    image.a = read_rules(files, count, &problems);
    if (image.a.ruleset)
        image.b = read_rules(files, count, &problems);
    else
        tell(files, count, &problems);
    written = image.a.ruleset && write_image(to, &image);
    free_image(&image);
    arena_free(arena);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **words)
{
    if (count < 3) {
        fputs("usage: image OUT.s FILE.yaml…\n", stderr);
        return EXIT_FAILURE;
    }
    return make(words[1], words + 2, (size_t)count - 2);
}
