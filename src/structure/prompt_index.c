/* prompt_index - which lines of a form each of its long words stands in. */
#include "structure/prompt_index.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct prompt_word *left = a, *right = b;

    return left->key < right->key ? -1 : left->key > right->key;
}

/* Words with one key become one word with the lines of all. */
static void merge(struct prompt_index *index)
{
    size_t kept = 0;

    for (size_t i = 0; i < index->count; i++) {
        struct prompt_word *last = kept ? &index->words[kept - 1] : NULL;

        if (last && last->key == index->words[i].key)
            for (int k = 0; k < PROMPT_SETS; k++)
                last->lines[k] |= index->words[i].lines[k];
        else
            index->words[kept++] = index->words[i];
    }
    index->count = kept;
}

static void add_line(const struct templates *templates, size_t number,
                     bool ocr, struct prompt_index *index)
{
    const struct form_line *line = &templates->lines[number];
    const struct tokens *form = templates->form;
    const uint64_t *keys = ocr ? templates->loose : templates->plain;

    for (size_t i = line->first; i < line->end; i++) {
        struct prompt_word word = {0};

        if (!is_word(form, i) || form->items[i].length <= PROMPT_SHORT_WORD)
            continue;
        word.key = keys[form->items[i].word];
        word.lines[number / 64] = (uint64_t)1 << number % 64;
        index->words[index->count++] = word;
    }
}

static struct prompt_index make_index(const struct templates *templates,
                                      int family, bool ocr)
{
    struct prompt_index index = {0};

    index.words =
        arena_alloc(templates->arena,
                    (templates->form->count + 1) * sizeof *index.words);
    for (size_t i = 0; i < templates->line_count && i < PROMPT_SETS * 64; i++)
        if (templates->lines[i].family == family &&
            templates->lines[i].use != LINE_AREA)
            add_line(templates, i, ocr, &index);
    qsort(index.words, index.count, sizeof *index.words, by_key);
    merge(&index);
    return index;
}

const struct prompt_word *prompt_index_find(const struct prompt_index *index,
                                            uint64_t key)
{
    struct prompt_word wanted = {.key = key};

    return bsearch(&wanted, index->words, index->count, sizeof wanted,
                   by_key);
}

void prompt_indexes_make(struct templates *templates)
{
    for (size_t i = 0; i < templates->family_count; i++)
        for (int ocr = 0; ocr < 2; ocr++)
            templates->families[i].prompts[ocr] =
                make_index(templates, (int)i, ocr);
}
