/* xml_html - HTML as browsers forgive it, tag by tag, through libxml2. */
#include "base/xml_html.h"

#include "base/limits.h"
#include "base/xml_bound.h"

#include <libxml/HTMLparser.h>
#include <strings.h>

enum { PIECE = 64 * 1024 };

struct html {
    const struct html_handler *handler;
    void *self;
    htmlParserCtxtPtr context;
    size_t elements;
    const char *stopped; /* why, when it was */
};

static size_t line_of(const struct html *html)
{
    return (size_t)(html->context->input ? html->context->input->line : 0);
}

static void stop(struct html *html, const char *key)
{
    html->stopped = key;
    xmlStopParser(html->context);
}

static size_t attribute_count(const xmlChar **attributes)
{
    size_t count = 0;

    while (attributes && attributes[count * 2])
        count++;
    return count;
}

static void on_start(void *self, const xmlChar *name,
                     const xmlChar **attributes)
{
    struct html *html = ((htmlParserCtxtPtr)self)->_private;
    struct html_tag tag = {str_from((const char *)name),
                           (const char *const *)attributes, line_of(html)};

    if (++html->elements > LIMIT_XML_ELEMENTS)
        stop(html, "xml-too-many-elements");
    else if (attribute_count(attributes) > LIMIT_XML_ATTRIBUTES)
        stop(html, "xml-too-many-attributes");
    else
        html->handler->start(html->self, &tag);
}

static void on_end(void *self, const xmlChar *name)
{
    struct html *html = ((htmlParserCtxtPtr)self)->_private;
    struct html_tag tag = {str_from((const char *)name), NULL, line_of(html)};

    html->handler->end(html->self, &tag);
}

static void on_text(void *self, const xmlChar *bytes, int length)
{
    struct html *html = ((htmlParserCtxtPtr)self)->_private;

    if (length > 0)
        html->handler->text(html->self,
                            (struct str){(const char *)bytes, (size_t)length},
                            line_of(html));
}

static void on_error(void *self, xmlErrorPtr error)
{
    (void)self;
    (void)error; /* all is forgiven */
}

struct str html_value(const struct html_tag *tag, const char *name)
{
    for (const char *const *at = tag->attributes; at && *at; at += 2)
        if (strcasecmp(at[0], name) == 0)
            return at[1] ? str_from(at[1]) : STR("");
    return (struct str){NULL, 0};
}

static void parse(struct html *html, struct str utf8)
{
    struct xml_bound bound = {0};

    for (size_t at = 0; at < utf8.length && !html->stopped; at += PIECE) {
        struct str piece = str_part(utf8, at, PIECE);
        xmlParserInputPtr input = html->context->input;

        htmlParseChunk(html->context, piece.at, (int)piece.length, 0);
        if (!xml_bound_holds(&bound,
                             (struct str){(const char *)input->cur,
                                          (size_t)(input->end - input->cur)},
                             piece.length))
            stop(html, "xml-too-many-attributes");
    }
    htmlParseChunk(html->context, "", 0, 1);
}

bool html_read(struct str utf8, const struct html_handler *handler,
               void *self, struct failure *failure)
{
    struct html html = {.handler = handler, .self = self};
    htmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .serror = on_error,
    };

    html.context = htmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL,
                                            XML_CHAR_ENCODING_UTF8);
    if (html.context == NULL)
        return fail(failure, "input-binary", "%s", "");
    htmlCtxtUseOptions(html.context,
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET |
                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED);
    html.context->_private = &html;
    parse(&html, utf8);
    htmlFreeParserCtxt(html.context);
    return html.stopped == NULL || fail(failure, html.stopped, "%s", "");
}
