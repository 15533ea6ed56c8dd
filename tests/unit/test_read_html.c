/* html: what a browser shows is read, whatever the tags are like. */
#include <criterion/criterion.h>

#include "docx.h"

static void expect(struct str html, const char *shown)
{
    struct failure why = {0};
    struct document *document = input_read(STR("a.html"), html, &why);
    char *found;

    cr_assert(document != NULL, "%s", why.key);
    found = docx_shown(document);
    cr_expect(strcmp(found, shown) == 0, "read as\n%s\nnot\n%s", found,
              shown);
    cr_expect(str_equal(document->format, STR("html")));
    free(found);
    document_free(document);
}

Test(read_html, headings_paragraphs_lists_and_entities)
{
    expect(STR("<!DOCTYPE html><html><head><title>bort</title><style>p{}"
               "</style></head><body><h2>Resultat\n och analys</h2>"
               "<p>M&aring;l &amp; <b>v&#228;g</b>  nu</p><ul><li>ett"
               "<ul><li>inre</ul><li>två</ul><script>x()</script>"
               "löst<br>två</body></html>"),
           "H2 Resultat och analys\nP Mål & väg nu\nL1 ett\nL2 inre\n"
           "L1 två\nP löst\nP två\n");
}

Test(read_html, tables_have_rows_columns_and_empty_cells)
{
    expect(STR("<html><table><tr><th colspan=2>a<td>b<tr><td></td><td><p>c"
               "<p>d</table>efter</html>"),
           "C1.1.1+ a\nC1.1.3+ b\nC1.2.1+ \nC1.2.2+ c\nC1.2.2 d\nP efter\n");
}

Test(read_html, colours_and_hidden_text_are_found)
{
    expect(
        STR("<html><p style=\"color: #00B050\">nått</p><p>på <span "
            "style='background:yellow'>väg</span></p><p bgcolor=red>bör"
            "</p><p hidden>dolt</p><p style=\"color:#333\">grå</p></html>"),
        "P nått\nP på väg\nP bör\nP grå\ngreen: nått\nyellow: väg\n"
        "red: bör\nhidden_text: dolt\n");
}

Test(read_html, windows_1252_is_read)
{
    expect(STR("<html><p>M\xE5let</p></html>"), "P Målet\n");
}

Test(read_html, a_tag_with_more_attributes_than_any_has_is_refused)
{
    static const int counts[] = {300, 300000};

    for (size_t i = 0; i < 2; i++) {
        struct buf text = {0};
        struct failure why = {0};

        buf_add_text(&text, "<html><body><p x=a'");
        for (int j = 0; j < counts[i]; j++)
            buf_format(&text, " a%d", j);
        buf_add_text(&text, ">text</p></body></html>");
        cr_expect_null(input_read(STR("a.html"), buf_str(&text), &why));
        cr_expect_str_eq(why.key, "xml-too-many-attributes");
        buf_free(&text);
    }
}

Test(read_html, tags_that_never_end_do_no_harm)
{
    struct buf html = {0};
    struct failure why = {0};
    struct document *document;

    buf_add_text(&html, "<html>text");
    for (int i = 0; i < 5000; i++)
        buf_add_text(&html, "<div><table><tr><td><ul><li><span>");
    document = input_read(STR("a"), buf_str(&html), &why);
    cr_assert(document != NULL, "%s", why.key);
    cr_expect(str_starts(document->text, STR("text\n")));
    document_free(document);
    buf_free(&html);
}

Test(read_html, tables_deeper_than_we_look_leave_those_outside_as_they_are)
{
    enum { DEEP = 200 };
    struct buf html = {0};
    struct document *document;
    char *found;

    buf_add_text(&html, "<html>");
    for (int i = 0; i < DEEP; i++)
        buf_add_text(&html, "<table><tr><td>");
    for (int i = 0; i < DEEP; i++)
        buf_add_text(&html, "</td><td>after</td></tr></table>");
    buf_add_text(&html, "</html>");
    document = input_read(STR("a"), buf_str(&html), NULL);
    cr_assert(document != NULL);
    found = docx_shown(document);
    cr_expect(str_ends(str_from(found), STR("\nC1.1.2+ after\n")), "%s",
              found);
    free(found);
    document_free(document);
    buf_free(&html);
}
