/* docx: what Word shows is read, feature by feature; nothing else is. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "docx.h"

#include <stdio.h>

#define P(inside) "<w:p>" inside "</w:p>"
#define R(text)   "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define RP(properties, text)                                                 \
    "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text    \
    "</w:t></w:r>"
#define TC(inside) "<w:tc><w:tcPr/>" inside "</w:tc>"
#define TCP(properties, inside)                                              \
    "<w:tc><w:tcPr>" properties "</w:tcPr>" inside "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define SDT(properties, inside)                                              \
    "<w:sdt><w:sdtPr>" properties "</w:sdtPr><w:sdtContent>" inside          \
    "</w:sdtContent></w:sdt>"
#define FIELD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(code)  "<w:r><w:instrText>" code "</w:instrText></w:r>"
#define INS(inside) "<w:ins w:id=\"1\" w:author=\"A\">" inside "</w:ins>"
#define DEL(text)                                                            \
    "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText "                      \
    "xml:space=\"preserve\">" text "</w:delText></w:r></w:del>"

static struct document *read_docx(struct docx *docx, const char *body,
                                  enum input_changes changes)
{
    struct failure why = {0};
    struct str file = docx_file(docx, body);
    struct document *document =
        input_read_changes(STR("a.docx"), file, changes, &why);

    cr_assert(document != NULL, "%s %s line %zu", why.key, why.detail,
              why.line);
    return document;
}

/* Every run stands in its part as it says. */
static void expect_places(const struct document *document, struct str xml)
{
    for (size_t i = 0; i < document->run_count; i++) {
        const struct source_run *run = &document->runs[i];
        uint32_t end = i + 1 < document->run_count
                           ? document->runs[i + 1].start
                           : (uint32_t)document->text.length;
        struct str text =
            str_part(document->text, run->start, end - run->start);
        struct str raw = str_part(xml, run->offset, run->length);

        if (run->length == 0 || run->part != 0)
            continue;
        while (str_ends(text, STR("\n")))
            text.length--;
        if (text.length == run->length)
            cr_expect(str_equal(raw, text), "[%.*s] is not [%.*s]",
                      (int)raw.length, raw.at, (int)text.length, text.at);
    }
}

static void expect_with(struct docx *docx, const char *body,
                        enum input_changes changes, const char *shown)
{
    struct document *document = read_docx(docx, body, changes);
    char *found = docx_shown(document);
    struct buf xml = {0};

    cr_expect(strcmp(found, shown) == 0, "%s\nread as\n%s\nnot\n%s", body,
              found, shown);
    buf_format(&xml,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" "
               "standalone=\"yes\"?>\r\n<w:document " DOCX_SPACES
               "><w:body>%s",
               body);
    expect_places(document, buf_str(&xml));
    buf_free(&xml);
    free(found);
    document_free(document);
    docx_free(docx);
}

static void expect(const char *body, const char *shown)
{
    struct docx docx = {0};

    expect_with(&docx, body, INPUT_ACCEPTED, shown);
}

static void expect_rejected(const char *body, const char *shown)
{
    struct docx docx = {0};

    expect_with(&docx, body, INPUT_REJECTED, shown);
}

Test(docx, paragraphs_and_runs_are_text_as_it_stands)
{
    expect(P(R("Målet är ") R("nått.")) P("") P(R("Slut &amp; &lt;klart&gt;"
                                                  "&#160;nu")),
           "P Målet är nått.\nP Slut & <klart> nu\n");
}

Test(docx, headings_come_by_outline_level_and_by_style_with_inheritance)
{
    struct docx docx = {0};

    docx_styles(
        &docx,
        "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name "
        "w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
        "</w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name "
        "w:val=\"Kommunens egen\"/><w:basedOn w:val=\"Rubrik1\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Namn\"><w:name "
        "w:val=\"Rubrik 3\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:name "
        "w:val=\"a\"/><w:basedOn w:val=\"Runt\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Runt\"><w:name "
        "w:val=\"b\"/><w:basedOn w:val=\"Ring\"/></w:style>");
    expect_with(
        &docx,
        P("<w:pPr><w:pStyle w:val=\"Rubrik1\"/></w:pPr>" R("ett"))
            P("<w:pPr><w:pStyle w:val=\"Egen\"/></w:pPr>" R("två"))
                P("<w:pPr><w:pStyle w:val=\"Namn\"/></w:pPr>" R("tre")) P(
                    "<w:pPr><w:pStyle w:val=\"Ring\"/></w:pPr>" R("fyra"))
                    P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" R("fem"))
                        P("<w:pPr><w:pStyle w:val=\"Egen\"/>"
                          "<w:outlineLvl w:val=\"9\"/></w:pPr>" R("sex")),
        INPUT_ACCEPTED, "H1 ett\nH1 två\nH3 tre\nP fyra\nH2 fem\nP sex\n");
}

Test(docx, numbered_and_bulleted_paragraphs_are_list_items)
{
    struct docx docx = {0};

    docx_styles(&docx, "<w:style w:type=\"paragraph\" w:styleId=\"Lista\">"
                       "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr>"
                       "</w:pPr></w:style>");
    expect_with(
        &docx,
        P("<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId "
          "w:val=\"1\"/></w:numPr></w:pPr>" R("ett"))
            P("<w:pPr><w:pStyle w:val=\"Lista\"/></w:pPr>" R("två"))
                P("<w:pPr><w:pStyle w:val=\"Lista\"/><w:numPr>"
                  "<w:numId w:val=\"0\"/></w:numPr></w:pPr>" R("tre")),
        INPUT_ACCEPTED, "L2 ett\nL1 två\nP tre\n");
}

Test(docx, tables_have_rows_columns_and_empty_cells)
{
    expect(TBL(TR(TC(P(R("Problem"))) TC(P(R("Svar")) P(R("mer"))))
                   TR(TC(P("")) TC(P("") P(R("sen"))))),
           "C1.1.1+ Problem\nC1.1.2+ Svar\nC1.1.2 mer\nC1.2.1+ \n"
           "C1.2.2+ sen\n");
}

Test(docx, merged_cells_count_the_columns_they_span)
{
    expect(
        TBL(TR(TCP("<w:gridSpan w:val=\"2\"/>", P(R("a")))
                   TCP("<w:vMerge w:val=\"restart\"/>", P(R("b"))))
                TR(TC(P(R("c"))) TC(P(R("d"))) TCP(
                    "<w:vMerge/>",
                    P(""))) "<w:tr><w:trPr><w:gridBefore "
                            "w:val=\"1\"/></w:trPr>" TC(P(R("e"))) "</w:tr>"),
        "C1.1.1+ a\nC1.1.3+ b\nC1.2.1+ c\nC1.2.2+ d\nC1.3.2+ e\n");
}

Test(docx, nested_tables_and_tables_in_controls_are_read)
{
    expect(TBL(TR(TC(TBL(TR(TC(P(R("inre"))))) P("")) TC(P(R("yttre"))))),
           "C2.1.1+ inre\nC1.1.2+ yttre\n");
    expect(SDT("", TBL(SDT("", TR(SDT("", TC(P(R("a"))))
                                      TC(SDT("", P(R("b")))))))),
           "C1.1.1+ a\nC1.1.2+ b\n");
}

Test(docx, two_labels_in_one_cell_are_two_blocks)
{
    expect(TBL(TR(TC(P("<w:r><w:t>Problem</w:t><w:br/><w:t>Orsak</w:t>"
                       "</w:r>")))),
           "C1.1.1+ Problem\nC1.1.1 Orsak\n");
}

Test(docx, a_line_break_within_a_sentence_or_heading_is_a_space)
{
    expect(P("<w:r><w:t>Vi ser</w:t><w:br/><w:t>att det går.</w:t><w:br/>"
             "<w:t>Bra.</w:t></w:r>")
               P("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>Lång"
                 "</w:t><w:br/><w:t>Rubrik</w:t></w:r>"),
           "P Vi ser att det går.\nP Bra.\nH1 Lång Rubrik\n");
}

Test(docx, controls_that_show_their_prompt_are_placeholders)
{
    expect(SDT("<w:showingPlcHdr/>", P(R("Klicka här")))
               P(R("Datum: ") SDT("<w:showingPlcHdr/><w:date/>", R("Välj")))
                   SDT("<w:showingPlcHdr w:val=\"0\"/>", P(R("Svar"))),
           "P? Klicka här\nP Datum: Välj\nP Svar\n"
           "placeholder: Klicka här\nplaceholder: Välj\n");
}

Test(docx, every_kind_of_control_shows_its_content)
{
    expect(P(SDT("<w:dropDownList><w:listItem w:value=\"x\"/>"
                 "</w:dropDownList>",
                 R("Valt")) SDT("<w14:checkbox><w14:checked w14:val=\"1\"/>"
                                "</w14:checkbox>",
                                R(" \xE2\x98\x92 ja")))
               SDT("<w15:repeatingSection/>",
                   SDT("<w15:repeatingSectionItem/>", P(R("ett")))
                       SDT("<w15:repeatingSectionItem/>", P(R("två")))),
           "P Valt \xE2\x98\x92 ja\nP ett\nP två\n");
}

Test(docx, text_boxes_are_read_once_after_their_paragraph)
{
    expect(P(R("före") "<w:r><mc:AlternateContent><mc:Choice "
                       "Requires=\"wps\"><w:drawing><wps:txbx>"
                       "<w:txbxContent>" P(R("ruta")) TBL(TR(TC(P(R(
                           "cell"))))) "</w:txbxContent>"
                                       "</wps:txbx></w:drawing></"
                                       "mc:Choice><mc:Fallback>"
                                       "<w:pict><v:textbox><w:txbxContent>" P(
                                           R("ruta")) "</w:txbxContent></"
                                                      "v:textbox></w:pict>"
                                                      "</mc:Fallback></"
                                                      "mc:AlternateContent></"
                                                      "w:r>" R(" efter")),
           "P före efter\nB ruta\nC1.1.1+ cell\n");
}

Test(docx, an_alternate_that_is_not_understood_gives_way)
{
    expect(
        P("<mc:AlternateContent><mc:Choice Requires=\"new\">" R(
            "ny") "</mc:Choice><mc:Choice Requires=\"w14\">" R("känd") "</"
                                                                       "mc:"
                                                                       "Choic"
                                                                       "e><"
                                                                       "mc:"
                                                                       "Fallb"
                                                                       "ack"
                                                                       ">" R("gammal") "</mc:Fallback></mc:AlternateContent>"),
        "P känd\n");
    expect(
        P("<mc:AlternateContent><mc:Choice Requires=\"new\">" R(
            "ny") "</mc:Choice><mc:Fallback>" R("gammal") "</mc:Fallback></"
                                                          "mc:"
                                                          "AlternateContent"
                                                          ">"),
        "P gammal\n");
}

Test(docx, fields_show_their_result_and_not_their_code)
{
    expect(
        P(R("Se ") FIELD("begin") CODE(" REF a ") FIELD("separate")
              R("sidan 2") FIELD("end") R(
                  ".")) P(FIELD("begin") CODE("IF ") FIELD("begin") CODE("X")
                              FIELD("separate") R("inre") FIELD("end")
                                  FIELD("separate") R("yttre") FIELD("end"))
            P("<w:fldSimple w:instr=\"PAGE\">" R(
                "7") "</w:fldSimple><w:hyperlink r:id=\"x\">" R(" länk") "</"
                                                                         "w:"
                                                                         "hyp"
                                                                         "erl"
                                                                         "ink"
                                                                         ">"),
        "P Se sidan 2.\nP yttre\nP 7 länk\n");
}

Test(docx, old_form_fields_show_what_was_chosen)
{
    expect(P("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList>"
             "<w:result w:val=\"1\"/><w:listEntry w:val=\"Nej\"/>"
             "<w:listEntry w:val=\"Ja\"/></w:ddList></w:ffData></w:fldChar>"
             "</w:r>" CODE(" FORMDROPDOWN ") FIELD("end"))
               P("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData>"
                 "<w:checkBox><w:default w:val=\"0\"/><w:checked/>"
                 "</w:checkBox></w:ffData></w:fldChar></w:r>" CODE(
                     " FORMCHECKBOX ") FIELD("end") R(" ja")),
           "P Ja\nP \xE2\x98\x92 ja\n");
}

Test(docx, symbols_tabs_and_hyphens_are_characters)
{
    expect(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/>"
             "<w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:sym "
             "w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"),
           "P a b\xE2\x80\x91"
           "cd\xE2\x9C\x93\n");
}

Test(docx, headers_come_first_once_and_notes_last)
{
    struct docx docx = {0};

    docx_named(&docx, "h1", "header", "hdr", P(R("Kommunen")));
    docx_named(&docx, "h2", "header", "hdr",
               P(R("Första sidan")) P(R("Kommunen")));
    docx_named(&docx, "h3", "header", "hdr", P(R("Jämna sidor")));
    docx_named(&docx, "f1", "footer", "ftr", P(R("Sidfot")));
    docx_part(
        &docx, "footnotes", "footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"0\">" P(R(
            "---")) "</w:footnote><w:footnote w:id=\"1\">" P(R("Not")) "</"
                                                                       "w:"
                                                                       "footn"
                                                                       "ote"
                                                                       ">");
    docx_part(&docx, "endnotes", "endnotes",
              "<w:endnote w:id=\"1\">" P(R("Slutnot")) "</w:endnote>");
    expect_with(&docx,
                P(
                    R(
                        "Text") "<w:r><w:footnoteReference "
                                "w:id=\"1\"/></w:r>") "<w:sectPr><w:"
                                                      "headerReference "
                                                      "w:type=\"default\" "
                                                      "r:id=\"h1\"/"
                                                      "><w:headerReference "
                                                      "w:type=\"first\" "
                                                      "r:id=\"h2\"/"
                                                      "><w:headerReference "
                                                      "w:type=\"even\" "
                                                      "r:id=\"h3\"/"
                                                      "><w:footerReference "
                                                      "w:type=\"default\" "
                                                      "r:id=\"f1\"/"
                                                      "><w:titlePg/></"
                                                      "w:sectPr>",
                INPUT_ACCEPTED,
                "T Första sidan\nT Kommunen\nP Text\nF Sidfot\nN Not\n"
                "N Slutnot\n");
}

Test(docx, tracked_changes_give_the_final_text_and_are_found)
{
    const char *body = P(R("Vi ") INS(R("har ")) DEL("ska ") R("börjat.")) P(
        "<w:moveFrom w:id=\"3\"><w:r><w:t>flyttat</w:t></w:r></w:moveFrom>")
        P("<w:moveTo w:id=\"4\"><w:r><w:t>flyttat</w:t></w:r></w:moveTo>" R(
            " nu"));

    expect(body, "P Vi har börjat.\nP flyttat nu\n"
                 "tracked_insertion: har\ntracked_deletion: ska\n"
                 "tracked_deletion: flyttat\ntracked_insertion: flyttat\n");
    expect_rejected(body, "P Vi ska börjat.\nP flyttat\nP nu\n");
}

Test(docx, a_deleted_paragraph_mark_joins_what_it_parted)
{
    const char *body =
        P("<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" R("ett "))
            P(R("två")) P(
                "<w:pPr><w:rPr><w:ins w:id=\"2\"/></w:rPr></w:pPr>" R("tre "))
                P(R("fyra"));

    expect(body, "P ett två\nP tre\nP fyra\n"
                 "tracked_deletion: \ntracked_insertion: \n");
    expect_rejected(body, "P ett\nP två\nP tre fyra\n");
}

Test(docx, inserted_and_deleted_rows_come_and_go)
{
    const char *body = TBL(
        TR(TC(P(R("a")))) "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" TC(P(
            "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>" DEL("bort")))
            TC(P("")) "</w:tr>"
                      "<w:tr><w:trPr><w:ins w:id=\"2\"/></w:trPr>" TC(
                          P(INS(R("ny")))) "</w:tr>" TR(TC(P(R("b")))));

    expect(body, "C1.1.1+ a\nC1.2.1+ ny\nC1.3.1+ b\n"
                 "tracked_deletion: bort\ntracked_insertion: ny\n");
    expect_rejected(body, "C1.1.1+ a\nC1.2.1+ bort\nC1.2.2+ \nC1.3.1+ b\n");
}

Test(docx, old_properties_in_tracked_changes_say_nothing)
{
    expect(P("<w:pPr><w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
             "</w:pPrChange></w:pPr>" RP(
                 "<w:rPrChange><w:rPr><w:vanish/><w:color w:val=\"FF0000\"/>"
                 "</w:rPr></w:rPrChange>",
                 "synlig")),
           "P synlig\n");
}

Test(docx, hidden_text_is_left_out_and_found)
{
    struct docx docx = {0};

    docx_styles(&docx, "<w:style w:type=\"character\" w:styleId=\"Dold\">"
                       "<w:rPr><w:vanish/></w:rPr></w:style>");
    expect_with(&docx,
                P(R("syns") RP("<w:vanish/>", " inte") RP("<w:vanish "
                                                          "w:val=\"0\"/>",
                                                          " jo")
                      RP("<w:rStyle w:val=\"Dold\"/>", " dold")),
                INPUT_ACCEPTED,
                "P syns jo\nhidden_text: inte\nhidden_text: dold\n");
}

Test(docx, comments_are_found_with_place_answer_and_state)
{
    struct docx docx = {0};
    struct document *document;
    const struct comment *comment;

    docx_part(
        &docx, "comments", "comments",
        "<w:comment w:id=\"1\" w:author=\"Anna\"><w:p "
        "w14:paraId=\"A1\">" R(
            "Källa?") "</w:p></w:comment>"
                      "<w:comment w:id=\"2\" w:author=\"Bo\"><w:p "
                      "w14:paraId=\"A2\">" R("Kommer.") "</w:p></w:comment>");
    zip_add(&docx.zip, "word/ex.xml",
            STR("<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/"
                "office/word/2012/wordml\"><w15:commentEx w15:paraId=\"A1\" "
                "w15:done=\"1\"/><w15:commentEx w15:paraId=\"A2\" "
                "w15:paraIdParent=\"A1\" w15:done=\"1\"/>"
                "</w15:commentsEx>"),
            0);
    docx_link(&docx, "ex", "commentsExtended", "ex.xml", false);
    document =
        read_docx(&docx,
                  P(R("Allt ") "<w:commentRangeStart w:id=\"1\"/>" R(
                      "går bra") "<w:commentRangeEnd "
                                 "w:id=\"1\"/><w:r><w:commentReference "
                                 "w:id=\"1\"/></w:r><w:r><w:commentReference "
                                 "w:id=\"2\"/>"
                                 "</w:r>" R(".")),
                  INPUT_ACCEPTED);
    cr_assert(eq(sz, document->comment_count, 1));
    comment = &document->comments[0];
    cr_expect(
        str_equal(document_text(document, comment->span), STR("går bra")));
    cr_expect(str_equal(comment->author, STR("Anna")));
    cr_expect(str_equal(comment->text, STR("Källa?")));
    cr_expect(str_equal(comment->reply, STR("Kommer.")));
    cr_expect(comment->resolved);
    cr_expect(eq(int, document->residue[0].kind, RESIDUE_COMMENT));
    document_free(document);
    docx_free(&docx);
}

Test(docx, macros_links_and_watermarks_are_found)
{
    struct docx docx = {0};

    zip_add(&docx.zip, "word/vbaProject.bin", STR("x"), 0);
    docx_link(&docx, "l1", "image", "http://exempel.se/bild.png", true);
    docx_link(&docx, "l2", "hyperlink", "https://www.skolverket.se/", true);
    docx_link(&docx, "l3", "hyperlink", "file:///C:/Users/anna/a.docx", true);
    docx_named(&docx, "h1", "header", "hdr",
               P("<w:r><w:pict><v:shape id=\"PowerPlusWaterMarkObject1\">"
                 "<v:textpath string=\"UTKAST\"/></v:shape></w:pict></w:r>"));
    expect_with(
        &docx,
        P(R("Text")) P(
            FIELD("begin") CODE(" INCLUDEPICTURE "
                                "\"x.png\" ")
                FIELD(
                    "end")) "<w:sectPr><w:headerReference w:type=\"default\" "
                            "r:id=\"h1\"/></w:sectPr>",
        INPUT_ACCEPTED,
        "P Text\ndraft_mark: UTKAST\n"
        "macro: word/vbaProject.bin\n"
        "external_link: file:///C:/Users/anna/a.docx\n"
        "external_link: http://exempel.se/bild.png\n"
        "external_link: INCLUDEPICTURE \"x.png\"\n");
}

Test(docx, goals_are_marked_by_every_way_of_colour)
{
    struct docx docx = {0};

    zip_add(&docx.zip, "word/theme/theme1.xml",
            STR("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/"
                "drawingml/2006/main\"><a:themeElements><a:clrScheme>"
                "<a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/>"
                "</a:dk1><a:accent4><a:srgbClr val=\"FFC000\"/></a:accent4>"
                "<a:accent6><a:srgbClr val=\"70AD47\"/></a:accent6>"
                "</a:clrScheme></a:themeElements></a:theme>"),
            0);
    docx_link(&docx, "theme", "theme", "theme/theme1.xml", false);
    docx_styles(&docx,
                "<w:style w:type=\"character\" w:styleId=\"Uppnatt\"><w:rPr>"
                "<w:color w:val=\"00B050\"/></w:rPr></w:style>");
    expect_with(
        &docx,
        P(RP("<w:color w:val=\"00B050\"/>", "text")) P(
            RP("<w:highlight w:val=\"yellow\"/>", "penna"))
            P(RP("<w:shd w:val=\"clear\" w:fill=\"FF0000\"/>", "botten")) P(
                "<w:pPr><w:shd w:val=\"clear\" w:fill=\"C6EFCE\"/>"
                "</w:pPr>" R("stycke")) P(RP("<w:color w:val=\"000000\" "
                                             "w:themeColor=\"accent6\" "
                                             "w:themeShade=\"BF\"/>",
                                             "tema"))
                P(RP("<w:rStyle w:val=\"Uppnatt\"/>", "mall")) TBL(TR(TCP(
                    "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"auto\" "
                    "w:themeFill=\"accent4\" w:themeFillTint=\"66\"/>",
                    P(R("cell"))))),
        INPUT_ACCEPTED,
        "P text\nP penna\nP botten\nP stycke\nP tema\nP mall\nC1.1.1+ cell\n"
        "green: text\nyellow: penna\nred: botten\ngreen: stycke\n"
        "green: tema\ngreen: mall\nyellow: cell\n");
}

Test(docx, colours_that_mean_nothing_are_no_marks)
{
    expect(P("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" RP(
               "<w:color w:val=\"FF0000\"/>", "röd rubrik"))
               P(RP("<w:color w:val=\"808080\"/>", "grå "))
                   P(RP("<w:color w:val=\"auto\"/><w:shd w:val=\"clear\" "
                        "w:fill=\"auto\"/>",
                        "automatisk"))
                       P(RP("<w:color w:val=\"2F5496\"/>", "blå"))
                           P(RP("<w:highlight w:val=\"lightGray\"/>", "ljus"))
                               P(RP("<w:shd w:val=\"clear\" "
                                    "w:fill=\"DDD9C3\"/>",
                                    "beige")),
           "H1 röd rubrik\nP grå\nP automatisk\nP blå\nP ljus\nP beige\n");
}

Test(docx, shades_near_a_colour_are_that_colour)
{
    static const struct {
        const char *hex;
        const char *ink, *ground;
    } shades[] = {
        {"92D050", "green", "green"},   {"00B050", "green", "green"},
        {"385623", "green", "green"},   {"E2EFD9", NULL, "green"},
        {"FFFF00", "yellow", "yellow"}, {"FFC000", "yellow", "yellow"},
        {"FFF2CC", NULL, "yellow"},     {"C00000", "red", "red"},
        {"FF0000", "red", "red"},       {"FFC7CE", NULL, "red"},
        {"833C0B", NULL, NULL},         {"0070C0", NULL, NULL},
        {"7030A0", NULL, NULL},         {"F2F2F2", NULL, NULL},
        {"FFFFFF", NULL, NULL},         {"000000", NULL, NULL},
    };
    char body[400], shown[100];

    for (size_t i = 0; i < sizeof shades / sizeof *shades; i++) {
        snprintf(body, sizeof body, P(RP("<w:color w:val=\"%s\"/>", "x")),
                 shades[i].hex);
        snprintf(shown, sizeof shown, "P x\n%s%s",
                 shades[i].ink ? shades[i].ink : "",
                 shades[i].ink ? ": x\n" : "");
        expect(body, shown);
        snprintf(body, sizeof body,
                 P(RP("<w:shd w:val=\"clear\" w:fill=\"%s\"/>", "x")),
                 shades[i].hex);
        snprintf(shown, sizeof shown, "P x\n%s%s",
                 shades[i].ground ? shades[i].ground : "",
                 shades[i].ground ? ": x\n" : "");
        expect(body, shown);
    }
}

Test(docx, bold_paragraphs_are_known_as_such)
{
    expect(P(RP("<w:b/>", "Fet") R(" ")) P(RP("<w:b/>", "halv") R(" fet"))
               P(RP("<w:b w:val=\"0\"/>", "inte")),
           "P! Fet\nP halv fet\nP inte\n");
}

Test(docx, strict_names_other_prefixes_and_other_part_names_are_read)
{
    struct docx docx = {0};
    struct failure why = {0};
    struct document *document;
    char *shown;

    zip_add(&docx.zip, "Ord/Text.XML",
            STR("<x:document xmlns:x=\"http://purl.oclc.org/ooxml/"
                "wordprocessingml/main\"><x:body><x:p><x:r><x:t>strikt</x:t>"
                "</x:r></x:p></x:body></x:document>"),
            0);
    docx_rels(&docx, "_rels/.rels",
              "<Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/"
              "officeDocument/relationships/officeDocument\" "
              "Target=\"/ord/../Ord/text.xml\"/>");
    document = input_read(STR("a"), zip_finish(&docx.zip), &why);
    cr_assert(document != NULL, "%s %s", why.key, why.detail);
    shown = docx_shown(document);
    cr_expect(eq(str, shown, "P strikt\n"));
    free(shown);
    document_free(document);
    docx_free(&docx);
}

Test(docx, flat_opc_files_are_read)
{
    struct failure why = {0};
    struct document *document = input_read(
        STR("a.xml"),
        STR("<?xml version=\"1.0\" standalone=\"yes\"?>\n"
            "<?mso-application progid=\"Word.Document\"?>\n"
            "<pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/"
            "2006/xmlPackage\"><pkg:part pkg:name=\"/_rels/.rels\">"
            "<pkg:xmlData><Relationships xmlns=\"http://schemas."
            "openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"a\" Type=\"" DOCX_RELATIONSHIPS "/officeDocument\" "
            "Target=\"word/document.xml\"/></Relationships></pkg:xmlData>"
            "</pkg:part><pkg:part pkg:name=\"/word/document.xml\">"
            "<pkg:xmlData><w:document " DOCX_SPACES
            "><w:body>" P(R("platt")) "</w:body></w:document></pkg:xmlData></"
                                      "pkg:part></pkg:package>"),
        &why);

    cr_assert(document != NULL, "%s %s", why.key, why.detail);
    cr_expect(str_equal(document->text, STR("platt\n")));
    cr_expect(str_equal(document->format, STR("docx")));
    document_free(document);
}

Test(docx, parts_in_utf_16_are_read)
{
    struct docx docx = {0};
    struct failure why = {0};
    struct document *document;
    struct buf wide = {0};
    const char *xml =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document " DOCX_SPACES
        "><w:body>" P(R("bred")) "</w:body></w:document>";

    buf_add(&wide, STR("\xFE\xFF"));
    for (size_t i = 0; xml[i]; i++) {
        buf_add_byte(&wide, '\0');
        buf_add_byte(&wide, xml[i]);
    }
    zip_add(&docx.zip, "word/document.xml", buf_str(&wide), 0);
    docx_rels(&docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    document = input_read(STR("a"), zip_finish(&docx.zip), &why);
    cr_assert(document != NULL, "%s %s", why.key, why.detail);
    cr_expect(str_equal(document->text, STR("bred\n")));
    document_free(document);
    docx_free(&docx);
    buf_free(&wide);
}

Test(docx, mathematics_ruby_and_unknown_elements_keep_their_text)
{
    expect(P(
               "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
               "<w:r><w:ruby><w:rt>" R("ovan") "</w:rt><w:rubyBase>" R(
                   " bas") "</w:rubyBase></w:ruby></"
                           "w:r><w:smartTag><new:z>" R(" tagg") "</new:z></"
                                                                "w:"
                                                                "smartTag>"),
           "P x=1 bas tagg\n");
}
