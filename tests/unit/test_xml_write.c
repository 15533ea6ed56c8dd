/* xml_write: nothing a text holds can become markup. */
#include <criterion/criterion.h>

#include "base/xml_write.h"

Test(xml_write, texts_and_attributes_are_escaped)
{
    struct buf out = {0};
    struct xml_writer *xml = xml_writer_new(&out, XML_PART);

    xml_start(xml, "a");
    xml_attribute(xml, "b", STR("\"<&>'"));
    xml_text(xml, STR("</a><script>]]>--"));
    xml_finish(xml);
    cr_expect_str_eq(out.at, "<a b=\"&quot;&lt;&amp;&gt;'\">&lt;/a&gt;"
                             "&lt;script&gt;]]&gt;--</a>");
    buf_free(&out);
}

Test(xml_write, characters_that_xml_cannot_hold_are_replaced)
{
    struct buf out = {0};
    struct xml_writer *xml = xml_writer_new(&out, XML_PART);

    xml_element(xml, "a", STR("x\0y\x1bz\n\xe2\x80\xae\xff"));
    xml_finish(xml);
    cr_expect_str_eq(out.at, "<a>x\xef\xbf\xbdy\xef\xbf\xbdz\n"
                             "\xef\xbf\xbd\xef\xbf\xbd</a>");
    buf_free(&out);
}

Test(xml_write, html_elements_have_end_tags_unless_they_never_do)
{
    struct buf out = {0};
    struct xml_writer *xml = xml_writer_new(&out, XML_HTML);

    xml_start(xml, "p");
    xml_end(xml);
    xml_start(xml, "br");
    xml_finish(xml);
    cr_expect_str_eq(out.at, "<!DOCTYPE html>\n<p></p><br/>");
    buf_free(&out);
}
