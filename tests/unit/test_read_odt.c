/* odt: OpenDocument texts are read like Word's. */
#include <criterion/criterion.h>

#include "docx.h"

#define ODT_SPACES                                                           \
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "     \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "         \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "       \
    "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "      \
    "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "       \
    "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:"    \
    "1.0\" "

static void expect(const char *styles, const char *body, const char *margins,
                   const char *shown)
{
    struct zip_maker zip = {0};
    struct buf content = {0}, master = {0};
    struct failure why = {0};
    struct document *document;
    char *found;

    buf_format(&content,
               "<office:document-content " ODT_SPACES
               "><office:automatic-styles>%s</office:automatic-styles>"
               "<office:body><office:text>%s</office:text></office:body>"
               "</office:document-content>",
               styles, body);
    buf_format(&master,
               "<office:document-styles " ODT_SPACES ">%s"
               "</office:document-styles>",
               margins);
    zip_add(&zip, "mimetype", STR("application/vnd.oasis.opendocument.text"),
            ZIP_STORED);
    zip_add(&zip, "content.xml", buf_str(&content), 0);
    zip_add(&zip, "styles.xml", buf_str(&master), 0);
    document = input_read(STR("a.odt"), zip_finish(&zip), &why);
    cr_assert(document != NULL, "%s %s", why.key, why.detail);
    found = docx_shown(document);
    cr_expect(strcmp(found, shown) == 0, "read as\n%s\nnot\n%s", found,
              shown);
    cr_expect(str_equal(document->format, STR("odt")));
    free(found);
    document_free(document);
    zip_maker_free(&zip);
    buf_free(&content);
    buf_free(&master);
}

Test(read_odt, headings_lists_spaces_and_notes)
{
    expect("",
           "<text:h text:outline-level=\"2\">Rubrik</text:h><text:p>ett"
           "<text:s text:c=\"2\"/>två<text:tab/>tre<text:note>"
           "<text:note-citation>1</text:note-citation><text:note-body>"
           "<text:p>not</text:p></text:note-body></text:note></text:p>"
           "<text:list><text:list-item><text:p>punkt</text:p>"
           "</text:list-item></text:list>",
           "", "H2 Rubrik\nP ett  två tre\nN not\nL1 punkt\n");
}

Test(read_odt, tables_have_rows_columns_and_empty_cells)
{
    expect("",
           "<table:table><table:table-row><table:table-cell "
           "table:number-columns-spanned=\"2\"><text:p>a</text:p>"
           "</table:table-cell><table:covered-table-cell/>"
           "<table:table-cell><text:p>b</text:p></table:table-cell>"
           "</table:table-row><table:table-row><table:table-cell><text:p/>"
           "</table:table-cell></table:table-row></table:table>",
           "", "C1.1.1+ a\nC1.1.3+ b\nC1.2.1+ \n");
}

Test(read_odt, colours_hidden_text_comments_and_deleted_text_are_found)
{
    expect("<style:style style:name=\"T1\"><style:text-properties "
           "fo:color=\"#00b050\"/></style:style><style:style "
           "style:name=\"T2\"><style:text-properties text:display=\"none\"/>"
           "</style:style>",
           "<text:tracked-changes><text:p>bort</text:p>"
           "</text:tracked-changes><text:p>Mål <text:span "
           "text:style-name=\"T1\">nått</text:span><text:span "
           "text:style-name=\"T2\">dolt</text:span><office:annotation>"
           "<text:p>Källa?</text:p></office:annotation></text:p>",
           "",
           "P Mål nått\ngreen: nått\ntracked_deletion: bort\n"
           "comment: Källa?\nhidden_text: dolt\n");
}

Test(read_odt, headers_come_first_and_footers_last)
{
    expect("", "<text:p>text</text:p>",
           "<style:header><text:p>Kommunen</text:p></style:header>"
           "<style:footer><text:p>Sidfot</text:p></style:footer>",
           "T Kommunen\nP text\nF Sidfot\n");
}

Test(read_odt, tables_deeper_than_we_look_leave_those_outside_as_they_are)
{
    enum { DEEP = 80, LOOKED_AT = 64 };
    struct buf body = {0}, shown = {0};

    for (int i = 0; i < DEEP; i++)
        buf_add_text(&body, "<table:table><table:table-row>"
                            "<table:table-cell>");
    for (int i = DEEP; i > 0; i--) {
        buf_format(&body,
                   "<text:p>%d</text:p></table:table-cell>"
                   "</table:table-row></table:table>",
                   i);
        if (i <= LOOKED_AT)
            buf_format(&shown, "C%d.1.1%s %d\n", i,
                       i == LOOKED_AT ? "+" : "", i);
    }
    buf_add_byte(&body, '\0');
    buf_add_byte(&shown, '\0');
    expect("", body.at, "", shown.at);
    buf_free(&body);
    buf_free(&shown);
}
