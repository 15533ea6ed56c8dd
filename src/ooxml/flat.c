/* flat - the parts of a Flat OPC file: a Word file that is one XML document. */
#include "ooxml/flat.h"

#include "base/encoding.h"
#include "base/limits.h"
#include "ooxml/names.h"

#include <strings.h>

struct reading {
    struct flat *flat;
    struct arena *arena;
    struct xml *xml;
    unsigned data_depth; /* inside pkg:xmlData */
    uint64_t start;
};

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct flat *flat = reading->flat;
    struct str name;

    if (reading->data_depth) {
        reading->data_depth++;
    } else if (tag->number == PKG_XML_DATA) {
        reading->data_depth = 1;
        reading->start = tag->end;
    } else if (tag->number == PKG_PART) {
        if (flat->count >= LIMIT_ZIP_ENTRIES) {
            xml_stop(reading->xml, "zip-too-many-entries");
            return;
        }
        name = xml_value(tag, PKG_NAME);
        if (str_starts(name, STR("/")))
            name = str_part(name, 1, SIZE_MAX);
        flat->parts = arena_grow(reading->arena, flat->parts, flat->count,
                                 &flat->capacity, sizeof *flat->parts);
        flat->parts[flat->count++] =
            (struct flat_part){.name = arena_str(reading->arena, name)};
    }
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct flat *flat = reading->flat;
    struct flat_part *part;

    if (reading->data_depth == 0 || --reading->data_depth > 0 ||
        flat->count == 0)
        return;
    part = &flat->parts[flat->count - 1];
    if (tag->start > reading->start)
        part->content = str_part(flat->bytes, reading->start,
                                 tag->start - reading->start);
}

bool flat_read(struct flat *flat, struct arena *arena, struct str bytes,
               struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_start,
        .end = on_end,
    };
    struct reading reading = {.flat = flat, .arena = arena};
    struct buf decoded = {0};
    size_t mark;
    enum encoding encoding = encoding_guess(bytes, &mark);
    bool read;

    flat->bytes = bytes;
    if (encoding != ENCODING_UTF8) {
        encoding_add(&decoded, str_part(bytes, mark, SIZE_MAX), encoding);
        flat->bytes = buf_str(&decoded);
        arena_keep(arena, buf_take(&decoded));
    }
    reading.xml = xml_new(&handler, &reading);
    read = xml_push(reading.xml, flat->bytes, failure) &&
           xml_close(reading.xml, failure);
    xml_free(reading.xml);
    return read;
}

const struct flat_part *flat_find(const struct flat *flat, struct str name)
{
    for (size_t i = 0; i < flat->count; i++)
        if (flat->parts[i].name.length == name.length &&
            strncasecmp(flat->parts[i].name.at, name.at, name.length) == 0)
            return &flat->parts[i];
    return NULL;
}
