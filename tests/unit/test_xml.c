/* xml: every tag and text has its exact place, whatever the pieces. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "base/buf.h"
#include "base/encoding.h"
#include "base/limits.h"
#include "base/xml.h"

#include <stdlib.h>
#include <string.h>

enum { DOCUMENT = 1, PARAGRAPH, VALUE, OTHER };
enum { NO_SPACE, WORD };

static const struct xml_space spaces[] = {
    {"urn:word", WORD},
    {"urn:word:strict", WORD},
    {0},
};
static const struct xml_name names[] = {
    {WORD, "document", DOCUMENT},
    {WORD, "p", PARAGRAPH},
    {WORD, "val", VALUE},
    {NO_SPACE, "val", OTHER},
    {0},
};
static const struct xml_names known = {spaces, names};

struct seen {
    struct str raw; /* the part as it is, in UTF-8 */
    struct buf events;
    struct xml *xml;
    size_t unknown; /* texts without a place */
};

static void on_start(void *self, const struct xml_tag *tag)
{
    struct seen *seen = self;
    struct str value = xml_value(tag, VALUE);

    buf_format(&seen->events, "<%d %.*s>", tag->number, (int)value.length,
               value.at ? value.at : "");
    cr_assert(lt(u64, tag->start, seen->raw.length));
    cr_expect(eq(chr, seen->raw.at[tag->start], '<'));
    cr_expect(eq(chr, seen->raw.at[tag->end - 1], '>'));
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct seen *seen = self;

    buf_format(&seen->events, "</%d>", tag->number);
    cr_expect(eq(chr, seen->raw.at[tag->end - 1], '>'));
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct seen *seen = self;

    buf_add(&seen->events, text);
    if (length == text.length)
        cr_expect(str_equal(str_part(seen->raw, offset, length), text),
                  "[%.*s]", (int)text.length, text.at);
    else if (length)
        cr_expect(eq(chr, seen->raw.at[offset], '&'));
    else
        seen->unknown++;
}

static const struct xml_handler handler = {&known, on_start, on_end, on_text};

static bool parse(struct str bytes, size_t piece, struct seen *seen,
                  struct failure *why)
{
    struct xml *xml = xml_new(&handler, seen);
    bool good = true;

    for (size_t at = 0; good && at < bytes.length; at += piece)
        good = xml_push(xml, str_part(bytes, at, piece), why);
    good = good && xml_close(xml, why);
    xml_free(xml);
    return good;
}

static void expect_events(struct str bytes, struct str raw,
                          const char *events)
{
    static const size_t pieces[] = {1, 2, 3, 5, 64, 300, 1 << 20};

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct seen seen = {.raw = raw};
        struct failure why = {0};

        cr_expect(parse(bytes, pieces[i], &seen, &why), "%s", why.key);
        cr_expect(str_equal(buf_str(&seen.events), str_from(events)),
                  "in pieces of %zu: %.*s", pieces[i],
                  (int)seen.events.length, seen.events.at);
        cr_expect(eq(sz, seen.unknown, 0));
        buf_free(&seen.events);
    }
}

static void expect_failure(struct str bytes, const char *key)
{
    struct seen seen = {.raw = bytes};
    struct failure why = {0};

    cr_expect(not(parse(bytes, 4096, &seen, &why)));
    cr_expect(eq(str, why.key, (char *)key));
    buf_free(&seen.events);
}

Test(xml, tags_and_text_have_their_places_in_pieces_of_any_size)
{
    struct str text = STR(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
        "<!-- om --><w:document xmlns:w=\"urn:word\"><w:p w:val='a&amp;b'>"
        "Målet &amp; vägen &#229;&#xE4; &lt;nu&gt;</w:p><w:p/><x val=\"1\"/>"
        "<?pi x?>slut</w:document>");

    expect_events(text, text,
                  "<1 ><2 a&b>Målet & vägen åä <nu></2><2 ></2><0 ></0>"
                  "slut</1>");
}

Test(xml, strict_names_and_other_prefixes_are_the_same_names)
{
    struct str text = STR("<document xmlns=\"urn:word:strict\" "
                          "xmlns:q=\"urn:word\"><q:p q:val=\"x\"/>"
                          "</document>");

    expect_events(text, text, "<1 ><2 x></2></1>");
}

Test(xml, long_text_of_any_letters_keeps_its_places)
{
    struct buf text = {0}, events = {0};

    buf_add_text(&text, "\xEF\xBB\xBF<w:document xmlns:w=\"urn:word\">");
    buf_add_text(&events, "<1 >");
    for (int i = 0; i < 2000; i++) {
        const char *word = i % 7 == 0   ? "åäö€"
                           : i % 5 == 0 ? "\xF0\x9F\x8C\xB2 "
                                        : "ord ";

        buf_add_text(&text, word);
        buf_add_text(&events, word);
    }
    buf_add_text(&text, "</w:document>");
    buf_add_text(&events, "</1>");
    expect_events(buf_str(&text), buf_str(&text), events.at);
    buf_free(&text);
    buf_free(&events);
}

Test(xml, line_ends_of_any_kind_are_lf_and_places_never_wrong)
{
    struct str text = STR("<w:document xmlns:w=\"urn:word\">ett\r\ntvå\r\n"
                          "tre\rfyra\r\n</w:document>");
    struct seen seen = {.raw = text};
    struct failure why = {0};

    cr_expect(parse(text, 4096, &seen, &why), "%s", why.key);
    cr_expect(eq(str, seen.events.at, "<1 >ett\ntvå\ntre\nfyra\n</1>"));
    buf_free(&seen.events);
}

Test(xml, utf_16_is_read_with_places_in_its_utf_8_form)
{
    struct str text = STR("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
                          "<w:document xmlns:w=\"urn:word\">åäö \xF0\x9F\x8C"
                          "\xB2 slut</w:document>");
    struct buf wide = {0};
    size_t length;

    buf_add(&wide, STR("\xFF\xFE"));
    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = (unsigned char)text.at[i];

        length = 1;
        if (point >= 0xF0) {
            buf_add(&wide, STR("\x3C\xD8\x32\xDF"));
            length = 4;
            continue;
        }
        if (point >= 0xC3) {
            point = (point & 31) << 6 | ((unsigned char)text.at[i + 1] & 63);
            length = 2;
        }
        buf_add_byte(&wide, (char)(point & 255));
        buf_add_byte(&wide, (char)(point >> 8));
    }
    expect_events(buf_str(&wide), text, "<1 >åäö \xF0\x9F\x8C\xB2 slut</1>");
    buf_free(&wide);
}

Test(xml, latin_1_that_says_so_is_read)
{
    struct seen seen = {.raw = STR("")};
    struct failure why = {0};
    struct str text =
        STR("<?xml version='1.0' encoding='ISO-8859-1'?><b>\xE5</b>");
    static const struct xml_handler quiet = {.names = &known};
    struct xml *xml = xml_new(&quiet, &seen);

    cr_expect(xml_push(xml, text, &why) && xml_close(xml, &why));
    xml_free(xml);
}

Test(xml, a_doctype_is_refused_before_anything_in_it_is_read)
{
    expect_failure(STR("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"),
                   "xml-doctype");
    expect_failure(STR("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"),
                   "xml-doctype");
    expect_failure(STR("<?xml version=\"1.0\"?><!DOCTYPE a><a/>"),
                   "xml-doctype");
}

Test(xml, damaged_xml_is_refused)
{
    expect_failure(STR(""), "xml-damaged");
    expect_failure(STR("<a>"), "xml-damaged");
    expect_failure(STR("<a></b>"), "xml-damaged");
    expect_failure(STR("<a>&unknown;</a>"), "xml-damaged");
    expect_failure(STR("<a>\xFF</a>"), "xml-damaged");
    expect_failure(STR("<a>x\0y</a>"), "xml-damaged");
    expect_failure(STR("<a b='1' b='2'/>"), "xml-damaged");
    expect_failure(STR("<?xml version='1.0' encoding='EBCDIC'?><a/>"),
                   "xml-encoding");
}

Test(xml, depth_has_a_limit)
{
    struct buf text = {0};

    for (int i = 0; i <= LIMIT_XML_DEPTH; i++)
        buf_add_text(&text, "<a>");
    expect_failure(buf_str(&text), "xml-too-deep");
    buf_free(&text);
}

/* One that compares all with all would take minutes. */
Test(xml, attributes_and_namespaces_have_a_limit)
{
    static const char *const forms[] = {" a%d=\"b c\"", " xmlns:a%d=\"u\""};
    static const int counts[] = {LIMIT_XML_ATTRIBUTES + 1, 300000};

    for (size_t i = 0; i < 4; i++) {
        struct buf text = {0};

        buf_add_text(&text, "<a");
        for (int j = 0; j < counts[i / 2]; j++)
            buf_format(&text, forms[i % 2], j);
        buf_add_text(&text, "/>");
        expect_failure(buf_str(&text), "xml-too-many-attributes");
        buf_free(&text);
    }
}

Test(xml, namespaces_add_up_over_the_elements_they_are_open_in)
{
    struct buf text = {0};

    for (int i = 0; i < LIMIT_XML_ATTRIBUTES / 10 + 1; i++) {
        buf_add_text(&text, "<a");
        for (int j = 0; j < 10; j++)
            buf_format(&text, " xmlns:a%d_%d=\"u\"", i, j);
        buf_add_byte(&text, '>');
    }
    expect_failure(buf_str(&text), "xml-too-many-attributes");
    buf_free(&text);
}

Test(xml, a_long_value_is_no_crowd)
{
    static const struct xml_handler quiet = {.names = &known};
    struct xml *xml = xml_new(&quiet, NULL);
    struct failure why = {0};
    struct buf text = {0};

    buf_add_text(&text, "<a b=\"");
    for (int i = 0; i < 300000; i++)
        buf_add_text(&text, "en 'bild' ");
    buf_add_text(&text, "\"/>");
    cr_expect(xml_push(xml, buf_str(&text), &why) && xml_close(xml, &why),
              "%s", why.key);
    xml_free(xml);
    buf_free(&text);
}

Test(xml, any_byte_may_be_wrong_without_harm)
{
    static const char text[] =
        "<w:document xmlns:w=\"urn:word\"><w:p w:val=\"a\">t&amp;</w:p>"
        "</w:document>";
    static const struct xml_handler quiet = {.names = &known};
    char copy[sizeof text];

    for (size_t i = 0; i < sizeof text - 1; i++) {
        for (int value = 0; value < 256; value++) {
            struct xml *xml = xml_new(&quiet, NULL);
            struct failure why = {0};

            memcpy(copy, text, sizeof text);
            copy[i] = (char)value;
            if (xml_push(xml, (struct str){copy, sizeof text - 1}, &why))
                xml_close(xml, &why);
            xml_free(xml);
        }
    }
}
