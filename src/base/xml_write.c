/* xml_write - XML and HTML whose escaping cannot be forgotten. */
#include "base/xml_write.h"

#include "base/arena.h"
#include "base/unicode.h"

#include <assert.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH = 64 }; /* of what we write ourselves, not of any input */

struct xml_writer {
    xmlTextWriterPtr writer;
    xmlBufferPtr bytes;
    struct buf *into;
    struct buf text; /* what is being escaped, NUL-terminated */
    enum xml_kind kind;
    size_t depth;
    bool open_ended[DEPTH]; /* per element: HTML gives it no end tag */
};

static bool has_no_end(const char *name)
{
    static const char *const names[] = {"br",   "hr",    "img", "input",
                                        "link", "meta",  "col", NULL};

    for (size_t i = 0; names[i]; i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

struct xml_writer *xml_writer_new(struct buf *into, enum xml_kind kind)
{
    struct xml_writer *xml = memory_alloc(sizeof *xml);

    *xml = (struct xml_writer){.into = into, .kind = kind};
    xml->bytes = xmlBufferCreate();
    xml->writer = xmlNewTextWriterMemory(xml->bytes, 0);
    if (kind == XML_FILE)
        xmlTextWriterStartDocument(xml->writer, NULL, "UTF-8", "yes");
    if (kind == XML_HTML)
        xmlTextWriterWriteRaw(xml->writer, BAD_CAST "<!DOCTYPE html>\n");
    return xml;
}

void xml_start(struct xml_writer *xml, const char *name)
{
    assert(xml->depth < DEPTH);
    xml->open_ended[xml->depth++] =
        xml->kind != XML_HTML || has_no_end(name);
    xmlTextWriterStartElement(xml->writer, BAD_CAST name);
}

void xml_end(struct xml_writer *xml)
{
    assert(xml->depth > 0);
    if (xml->open_ended[--xml->depth])
        xmlTextWriterEndElement(xml->writer);
    else
        xmlTextWriterFullEndElement(xml->writer);
}

/* The text as XML may hold it, until the next call. LF stays. */
static const xmlChar *safe(struct xml_writer *xml, struct str text)
{
    struct str line;

    buf_cut(&xml->text, 0);
    for (bool first = true; str_cut(&text, '\n', &line); first = false) {
        if (!first)
            buf_add_byte(&xml->text, '\n');
        unicode_add_inert(&xml->text, line);
    }
    buf_reserve(&xml->text, 0);
    xml->text.at[xml->text.length] = '\0';
    return (const xmlChar *)xml->text.at;
}

void xml_attribute(struct xml_writer *xml, const char *name, struct str value)
{
    xmlTextWriterWriteAttribute(xml->writer, BAD_CAST name,
                                safe(xml, value));
}

void xml_attribute_text(struct xml_writer *xml, const char *name,
                        const char *value)
{
    xml_attribute(xml, name, str_from(value));
}

void xml_attribute_number(struct xml_writer *xml, const char *name,
                          long long value)
{
    xmlTextWriterWriteFormatAttribute(xml->writer, BAD_CAST name, "%lld",
                                      value);
}

void xml_text(struct xml_writer *xml, struct str text)
{
    xmlTextWriterWriteString(xml->writer, safe(xml, text));
}

void xml_element(struct xml_writer *xml, const char *name, struct str text)
{
    xml_start(xml, name);
    xml_text(xml, text);
    xml_end(xml);
}

void xml_raw(struct xml_writer *xml, const char *bytes)
{
    xmlTextWriterWriteRaw(xml->writer, BAD_CAST bytes);
}

void xml_finish(struct xml_writer *xml)
{
    while (xml->depth)
        xml_end(xml);
    xmlTextWriterFlush(xml->writer);
    buf_add(xml->into,
            (struct str){(const char *)xmlBufferContent(xml->bytes),
                         (size_t)xmlBufferLength(xml->bytes)});
    xmlFreeTextWriter(xml->writer);
    xmlBufferFree(xml->bytes);
    buf_free(&xml->text);
    free(xml);
}
