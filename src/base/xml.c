/* xml - XML read piece by piece, with the exact place of all of it. */
#include "base/xml.h"

#include "base/arena.h"
#include "base/encoding.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "base/xml_bound.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 256, /* distinct names looked up once; more work, slower */
    TRIES = 4,   /* slots a name may lie in */
    PIECE = 64 * 1024,
    FIRST_BYTES = 256 /* enough to see the encoding */
};

/* A name as libxml2 keeps it: the same pointers mean the same name. */
struct slot {
    const xmlChar *uri, *local;
    int number;
};

struct xml {
    const struct xml_handler *handler;
    void *self;
    xmlParserCtxtPtr context;
    struct buf first;   /* bytes held back until the encoding is known */
    struct buf decoded; /* a piece as UTF-8, and what is left undecoded */
    struct buf left;
    bool begun;
    enum encoding encoding;
    uint64_t mark; /* length of the byte order mark */
    uint64_t last; /* offset after the last thing that was reported */
    unsigned depth, elements; /* elements, comments and instructions */
    struct xml_bound bound;
    const char *stopped;      /* why a handler stopped */
    struct slot slots[SLOTS];
};

static int space_of(const struct xml_names *names, const xmlChar *uri)
{
    if (uri == NULL)
        return 0;
    for (const struct xml_space *space = names->spaces; space->uri; space++)
        if (strcmp(space->uri, (const char *)uri) == 0)
            return space->space;
    return -1;
}

static int find_number(const struct xml_names *names, const xmlChar *uri,
                       const xmlChar *local)
{
    int space = space_of(names, uri);

    for (const struct xml_name *name = names->names; name->name; name++)
        if (name->space == space && name->name[0] == (char)local[0] &&
            strcmp(name->name, (const char *)local) == 0)
            return name->number;
    return 0;
}

/* The slot of a name, or the one to put it in. */
static struct slot *find_slot(struct xml *xml, const xmlChar *uri,
                              const xmlChar *local)
{
    uint64_t hash =
        ((uintptr_t)local ^ (uintptr_t)uri << 1) * 0x9E3779B97F4A7C15u >> 32;
    struct slot *slot = NULL;

    for (size_t i = 0; i < TRIES; i++) {
        slot = &xml->slots[(hash + i) % SLOTS];
        if ((slot->local == local && slot->uri == uri) || slot->local == NULL)
            break;
    }
    return slot;
}

static int number_of(struct xml *xml, const xmlChar *uri,
                     const xmlChar *local)
{
    struct slot *slot = find_slot(xml, uri, local);

    if (slot->local != local || slot->uri != uri)
        *slot = (struct slot){uri, local,
                              find_number(xml->handler->names, uri, local)};
    return slot->number;
}

static uint64_t offset_now(const struct xml *xml)
{
    xmlParserInputPtr input = xml->context->input;

    return xml->mark + input->consumed + (uint64_t)(input->cur - input->base);
}

void xml_stop(struct xml *xml, const char *key)
{
    if (xml->stopped == NULL)
        xml->stopped = key;
    xmlStopParser(xml->context);
}

static void on_start(void *self, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int space_count,
                     const xmlChar **spaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;
    bool empty = *xml->context->input->cur == '/';
    struct xml_tag tag = {
        .number = number_of(xml, uri, local),
        .local = str_from((const char *)local),
        .start = xml->last,
        .end = offset_now(xml) + (empty ? 2 : 1),
        .xml = xml,
        .attributes = attributes,
        .attribute_count = attribute_count,
    };

    (void)prefix;
    (void)space_count;
    (void)spaces;
    (void)defaulted;
    if (++xml->depth > LIMIT_XML_DEPTH)
        xml_stop(xml, "xml-too-deep");
    else if (++xml->elements > LIMIT_XML_ELEMENTS)
        xml_stop(xml, "xml-too-many-elements");
    else if (attribute_count + xml->context->nsNr / 2 > LIMIT_XML_ATTRIBUTES)
        xml_stop(xml, "xml-too-many-attributes");
    if (xml->stopped)
        return;
    xml->last = tag.end;
    if (xml->handler->start)
        xml->handler->start(xml->self, &tag);
}

static void on_end(void *self, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *uri)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;
    struct xml_tag tag = {
        .number = number_of(xml, uri, local),
        .local = str_from((const char *)local),
        .start = xml->last,
        .end = offset_now(xml),
        .xml = xml,
    };

    (void)prefix;
    xml->depth--;
    xml->last = tag.end;
    if (xml->handler->end)
        xml->handler->end(xml->self, &tag);
}

/*
 * Text lies in the parser's input where it stands, or in a buffer of the
 * parser: then it ends where the input is now.
 */
static void on_text(void *self, const xmlChar *bytes, int length)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;
    xmlParserInputPtr input = xml->context->input;
    struct str text = {(const char *)bytes, (size_t)length};
    uint64_t end = offset_now(xml), taken;
    size_t first = 0;

    if (length <= 0)
        return;
    if (bytes >= input->base && bytes < input->end) {
        xml->last =
            xml->mark + input->consumed + (uint64_t)(bytes - input->base);
        end = xml->last + text.length;
    }
    taken = end - xml->last;
    if (taken != text.length)
        unicode_decode(text, 0, &first);
    if (taken != text.length && first != text.length)
        taken = 0; /* LF was made of CR LF: where is no longer known */
    if (xml->handler->text)
        xml->handler->text(xml->self, text, xml->last, (uint32_t)taken);
    xml->last = end;
}

static void on_cdata(void *self, const xmlChar *bytes, int length)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;

    xml->last = offset_now(xml);
    if (xml->handler->text && length > 0)
        xml->handler->text(xml->self,
                           (struct str){(const char *)bytes, (size_t)length},
                           xml->last, 0);
}

static void on_doctype(void *self, const xmlChar *name, const xmlChar *id,
                       const xmlChar *system)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;

    (void)name;
    (void)id;
    (void)system;
    xml_stop(xml, "xml-doctype");
}

static void on_comment(void *self, const xmlChar *text)
{
    struct xml *xml = ((xmlParserCtxtPtr)self)->_private;

    (void)text;
    xml->last = offset_now(xml);
    if (++xml->elements > LIMIT_XML_ELEMENTS)
        xml_stop(xml, "xml-too-many-elements");
}

static void on_instruction(void *self, const xmlChar *target,
                           const xmlChar *data)
{
    (void)data;
    on_comment(self, target);
}

static void on_error(void *self, xmlErrorPtr error)
{
    (void)self;
    (void)error; /* looked at when the piece is done */
}

struct xml *xml_new(const struct xml_handler *handler, void *self)
{
    struct xml *xml = memory_alloc(sizeof *xml);
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_cdata,
        .internalSubset = on_doctype,
        .comment = on_comment,
        .processingInstruction = on_instruction,
        .serror = on_error,
    };

    *xml = (struct xml){.handler = handler, .self = self};
    xml->context = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
    if (xml->context == NULL)
        abort();
    xmlCtxtUseOptions(xml->context, XML_PARSE_NONET | XML_PARSE_NOENT |
                                        XML_PARSE_IGNORE_ENC |
                                        XML_PARSE_NOERROR |
                                        XML_PARSE_NOWARNING);
    xml->context->_private = xml;
    return xml;
}

void xml_free(struct xml *xml)
{
    if (xml == NULL)
        return;
    xmlFreeParserCtxt(xml->context);
    buf_free(&xml->first);
    buf_free(&xml->decoded);
    buf_free(&xml->left);
    free(xml);
}

struct str xml_value(const struct xml_tag *tag, int number)
{
    const xmlChar *const *attributes = tag->attributes;

    for (int i = 0; i < tag->attribute_count; i++) {
        const xmlChar *const *attribute = attributes + i * 5;

        if (number_of(tag->xml, attribute[2], attribute[0]) == number)
            return (struct str){(const char *)attribute[3],
                                (size_t)(attribute[4] - attribute[3])};
    }
    return (struct str){NULL, 0};
}

struct str xml_prefix_uri(const struct xml_tag *tag, struct str prefix)
{
    xmlParserCtxtPtr context = tag->xml->context;

    for (int i = context->nsNr - 2; i >= 0; i -= 2) {
        struct str name = str_from((const char *)context->nsTab[i]);

        if (str_equal(name, prefix))
            return str_from((const char *)context->nsTab[i + 1]);
    }
    return (struct str){NULL, 0};
}

static void parse_piece(struct xml *xml, struct str piece, bool last)
{
    xmlParserInputPtr input = xml->context->input;

    xmlParseChunk(xml->context, piece.at, (int)piece.length, last);
    if (!xml_bound_holds(&xml->bound,
                         (struct str){(const char *)input->cur,
                                      (size_t)(input->end - input->cur)},
                         piece.length))
        xml_stop(xml, "xml-too-many-attributes");
}

static bool parse(struct xml *xml, struct str utf8, bool last,
                  struct failure *failure)
{
    xmlErrorPtr error;

    for (bool more = utf8.length || last; more;
         more = utf8.length && xml->context->wellFormed &&
                !xml->context->disableSAX) {
        struct str piece = str_part(utf8, 0, PIECE);

        utf8 = str_part(utf8, PIECE, SIZE_MAX);
        parse_piece(xml, piece, last && utf8.length == 0);
    }
    if (xml->stopped)
        return fail(failure, xml->stopped, "%s", "");
    if (xml->context->wellFormed && !xml->context->disableSAX)
        return true;
    error = xmlCtxtGetLastError(xml->context);
    fail(failure, "xml-damaged", "%s", "");
    if (failure && error && error->line > 0)
        failure->line = (size_t)error->line;
    return false;
}

/* Give the parser a piece of the part, in UTF-8. */
static bool push(struct xml *xml, struct str piece, struct failure *failure)
{
    size_t used;

    if (piece.length == 0)
        return true;
    if (xml->encoding == ENCODING_UTF8)
        return parse(xml, piece, false, failure);
    buf_add(&xml->left, piece);
    used = encoding_add(&xml->decoded, buf_str(&xml->left), xml->encoding);
    piece = str_part(buf_str(&xml->left), used, SIZE_MAX);
    memmove(xml->left.at, piece.at, piece.length);
    buf_cut(&xml->left, piece.length);
    if (!parse(xml, buf_str(&xml->decoded), false, failure))
        return false;
    buf_cut(&xml->decoded, 0);
    return true;
}

/* The first bytes are here: what are they? */
static bool begin(struct xml *xml, struct failure *failure)
{
    struct str first = buf_str(&xml->first);
    size_t mark;

    xml->begun = true;
    xml->encoding = encoding_guess(first, &mark);
    if (xml->encoding == ENCODING_UTF8)
        xml->mark = xml->last = mark;
    first = str_part(first, mark, SIZE_MAX);
    if (xml->encoding == ENCODING_UTF8 &&
        !encoding_declared(first, &xml->encoding))
        return fail(failure, "xml-encoding", "%s", "");
    return push(xml, first, failure);
}

bool xml_push(struct xml *xml, struct str piece, struct failure *failure)
{
    if (xml->begun)
        return push(xml, piece, failure);
    buf_add(&xml->first, piece);
    if (xml->first.length < FIRST_BYTES)
        return true;
    return begin(xml, failure);
}

bool xml_close(struct xml *xml, struct failure *failure)
{
    if (!xml->begun && !begin(xml, failure))
        return false;
    return parse(xml, STR(""), true, failure);
}
