/*
 * fuzz_mutate - changes to XML that leave it well-formed: whole elements are
 * taken away, unwrapped, or put in elsewhere. Bytes are changed too.
 */
#ifndef SKOLLINT_FUZZ_MUTATE_H
#define SKOLLINT_FUZZ_MUTATE_H

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most,
                               unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size,
                                 const uint8_t *two, size_t two_size,
                                 uint8_t *out, size_t most, unsigned seed);

static inline unsigned mutate_dice(unsigned *seed, size_t sides)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % (unsigned)(sides ? sides : 1);
}

/* Where the tag that begins at the byte ends; 0 when it does not. */
static inline size_t tag_end(struct str xml, size_t start)
{
    size_t close = str_find(xml, STR(">"), start);

    return close == SIZE_MAX ? 0 : close + 1;
}

/* Where the element that begins at the byte ends; 0 when it does not. */
static inline size_t element_end(struct str xml, size_t start)
{
    size_t depth = 0, end;

    for (size_t at = start; at != SIZE_MAX;
         at = str_find(xml, STR("<"), end)) {
        end = tag_end(xml, at);
        if (end == 0)
            return 0;
        if (xml.at[at + 1] == '/')
            depth--;
        else if (xml.at[end - 2] != '/')
            depth++;
        if (depth == 0)
            return end;
    }
    return 0;
}

/* An element from some place on; empty when there is none. */
static inline struct str any_element(struct str xml, unsigned *seed)
{
    size_t at = str_find(xml, STR("<"), mutate_dice(seed, xml.length));
    size_t end;

    while (at != SIZE_MAX && at + 1 < xml.length &&
           (xml.at[at + 1] == '/' || xml.at[at + 1] == '?'))
        at = str_find(xml, STR("<"), at + 1);
    end = at == SIZE_MAX ? 0 : element_end(xml, at);
    return end ? str_part(xml, at, end - at) : STR("");
}

/* Replace bytes of the text; its size, or 0 when it would be too large. */
static inline size_t put(uint8_t *bytes, size_t size, size_t most, size_t at,
                         size_t gone, struct str with)
{
    if (size - gone + with.length > most)
        return 0;
    memmove(bytes + at + with.length, bytes + at + gone, size - at - gone);
    memcpy(bytes + at, with.at, with.length);
    return size - gone + with.length;
}

/* The element goes before some tag of the text. */
static inline size_t put_element(uint8_t *bytes, size_t size, size_t most,
                                 struct str element, unsigned *seed)
{
    struct str xml = {(const char *)bytes, size};
    size_t at = str_find(xml, STR("<"), mutate_dice(seed, size));
    char *own =
        memcpy(memory_alloc(element.length + 1), element.at, element.length);

    if (at != SIZE_MAX && element.length)
        size =
            put(bytes, size, most, at, 0, (struct str){own, element.length});
    else
        size = 0;
    free(own);
    return size;
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t most,
                               unsigned seed)
{
    struct str xml = {(const char *)bytes, size};
    unsigned what = mutate_dice(&seed, 6);
    struct str element = what < 3 ? any_element(xml, &seed) : STR("");
    size_t at, tag, end, changed = 0;

    at = element.length ? (size_t)(element.at - xml.at) : 0;
    if (element.length && what == 0) {
        changed = put(bytes, size, most, at, element.length, STR(""));
    } else if (element.length && what == 1) {
        changed = put_element(bytes, size, most, element, &seed);
    } else if (element.length) {
        tag = tag_end(element, 0);
        for (end = element.length; end > tag && element.at[end - 1] != '<';)
            end--;
        end -= end > tag;
        size =
            put(bytes, size, most, at + end, element.length - end, STR(""));
        changed = put(bytes, size, most, at, tag, STR(""));
    }
    return changed ? changed : LLVMFuzzerMutate(bytes, size, most);
}

size_t LLVMFuzzerCustomCrossOver(const uint8_t *one, size_t one_size,
                                 const uint8_t *two, size_t two_size,
                                 uint8_t *out, size_t most, unsigned seed)
{
    struct str other = {(const char *)two, two_size};

    if (one_size > most)
        return 0;
    memcpy(out, one, one_size);
    return put_element(out, one_size, most, any_element(other, &seed), &seed);
}

#endif
