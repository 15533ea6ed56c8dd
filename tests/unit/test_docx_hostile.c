/* docx: files made to harm end in one clear failure, soon and small. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "docx.h"

#include <stdio.h>
#include <time.h>

enum { SECONDS = 5 };

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A key that must be said, or NULL when the file may be read. */
static void expect_file(struct str file, const char *name, const char *key)
{
    struct failure why = {0};
    double start = seconds();
    struct document *document = input_read(STR("a.docx"), file, &why);

    cr_expect(seconds() - start < SECONDS, "%s took %.1f s", name,
              seconds() - start);
    cr_expect(key ? document == NULL : document != NULL, "%s: %s", name,
              why.key);
    if (key)
        cr_expect(strcmp(why.key, key) == 0, "%s: %s, not %s", name, why.key,
                  key);
    document_free(document);
}

static void expect_body(const char *body, const char *name, const char *key)
{
    struct docx docx = {0};

    expect_file(docx_file(&docx, body), name, key);
    docx_free(&docx);
}

static void expect_document(const char *xml, const char *key)
{
    struct docx docx = {0};

    zip_add(&docx.zip, "word/document.xml", str_from(xml), 0);
    docx_rels(&docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    expect_file(zip_finish(&docx.zip), xml, key);
    docx_free(&docx);
}

static void repeat(struct buf *into, const char *text, size_t times)
{
    size_t length = strlen(text);

    buf_reserve(into, length * times);
    for (size_t i = 0; i < times; i++)
        buf_add(into, (struct str){text, length});
}

/* A body of one thing many times, stored as it is. */
static void expect_many(const char *before, const char *what, size_t times,
                        const char *after, const char *key)
{
    struct docx docx = {.making = ZIP_STORED};
    struct buf body = {0};

    buf_add_text(&body, before);
    repeat(&body, what, times);
    buf_add_text(&body, after);
    expect_file(docx_file(&docx, body.at), what, key);
    buf_free(&body);
    docx_free(&docx);
}

#define TEXT "<w:p><w:r><w:t>text</w:t></w:r></w:p>"

Test(docx_hostile, every_entity_trick_is_refused_as_a_doctype)
{
    expect_document("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                    "\"&a;&a;&a;&a;\">]><a>&b;</a>",
                    "xml-doctype");
    expect_document("<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]>"
                    "<a>&x;</a>",
                    "xml-doctype");
    expect_document("<!DOCTYPE a SYSTEM \"http://exempel.se/a.dtd\"><a/>",
                    "xml-doctype");
    expect_document("<!DOCTYPE a [<!ENTITY % p SYSTEM \"p\">%p;]><a/>",
                    "xml-doctype");
    expect_document("<a>&okänd;</a>", "xml-damaged");
}

Test(docx_hostile, a_doctype_in_any_part_is_refused)
{
    static const char *const parts[] = {"styles", "settings", "theme",
                                        "comments", "footnotes"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct docx docx = {0};
        char name[40];

        snprintf(name, sizeof name, "word/%s.xml", parts[i]);
        zip_add(&docx.zip, name, STR("<!DOCTYPE a><a/>"), 0);
        docx_link(&docx, parts[i], parts[i], name + 5, false);
        expect_file(docx_file(&docx, TEXT), parts[i], "xml-doctype");
        docx_free(&docx);
    }
}

Test(docx_hostile, bytes_that_are_no_text_are_refused)
{
    struct docx docx = {0};

    expect_document("<a>\xC3(</a>", "xml-damaged");
    expect_document("<a>\xED\xA0\x80</a>", "xml-damaged");
    expect_document("<a>&#0;</a>", "xml-damaged");
    expect_document("<a>&#xFFFE;</a>", "xml-damaged");
    zip_add(&docx.zip, "word/document.xml", STR("<a>x\0y</a>"), 0);
    docx_rels(&docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    expect_file(zip_finish(&docx.zip), "NUL", "xml-damaged");
    docx_free(&docx);
}

Test(docx_hostile, links_that_lead_nowhere_or_in_circles_are_harmless)
{
    static const struct {
        const char *type, *target, *key;
    } cases[] = {
        {"officeDocument", "_rels/.rels", "input-no-text"},
        {"officeDocument", "word/missing.xml", "word-part-missing"},
        {"officeDocument", "../../../etc/passwd", "word-part-missing"},
        {"officeDocument", "", "word-part-missing"},
        {"officeDocument", "xl/workbook.xml", "input-sheet"},
        {"officeDocument", "ppt/presentation.xml", "input-slides"},
        {"other", "word/document.xml", "zip-not-word"},
    };
    char links[400];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct docx docx = {0};

        zip_add(&docx.zip, "word/document.xml", STR("<a/>"), 0);
        snprintf(links, sizeof links,
                 "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
                 "/%s\" Target=\"%s\"/>",
                 cases[i].type, cases[i].target);
        docx_rels(&docx, "_rels/.rels", links);
        expect_file(zip_finish(&docx.zip), cases[i].target, cases[i].key);
        docx_free(&docx);
    }
}

Test(docx_hostile, a_part_that_plays_every_role_is_read_once_for_each)
{
    static const char *const roles[] = {
        "styles", "theme",     "settings", "comments", "commentsExtended",
        "header", "footnotes", "endnotes", "footer",   "numbering"};
    struct docx docx = {0};

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        docx_link(&docx, roles[i], roles[i], "document.xml", false);
    expect_file(docx_file(&docx, TEXT "<w:sectPr><w:headerReference "
                                      "r:id=\"header\"/><w:footerReference "
                                      "r:id=\"footer\"/></w:sectPr>"),
                "roles", NULL);
    docx_free(&docx);
}

Test(docx_hostile, styles_that_are_based_on_each_other_end)
{
    struct docx docx = {0};
    struct buf styles = {0};

    for (int i = 0; i < 3000; i++)
        buf_format(&styles,
                   "<w:style w:type=\"paragraph\" w:styleId=\"s%d\">"
                   "<w:basedOn w:val=\"s%d\"/></w:style>",
                   i, (i + 1) % 3000);
    docx_styles(&docx, styles.at);
    expect_file(docx_file(&docx, "<w:p><w:pPr><w:pStyle w:val=\"s0\"/>"
                                 "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>"),
                "styles", NULL);
    buf_free(&styles);
    docx_free(&docx);
}

Test(docx_hostile, what_is_nested_too_deep_is_refused)
{
    expect_many("", "<w:sdt><w:sdtContent>", 200, "", "xml-too-deep");
    expect_many("", "<w:tbl><w:tr><w:tc>", 100, "", "xml-too-deep");
    expect_many("<w:p>", "<w:r><w:txbxContent><w:p>", 100, "",
                "xml-too-deep");
    expect_many("<w:p>", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
                1000, "</w:p>", "xml-too-deep");
}

Test(docx_hostile, as_deep_as_is_allowed_is_read)
{
    struct buf body = {0};

    repeat(&body, "<w:tbl><w:tr><w:tc>", 80);
    buf_add_text(&body, TEXT);
    repeat(&body, "</w:tc></w:tr></w:tbl>", 80);
    repeat(&body, "<w:p><w:r><w:txbxContent>", 80);
    buf_add_text(&body, TEXT);
    repeat(&body, "</w:txbxContent></w:r></w:p>", 80);
    repeat(&body,
           "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
           "<w:sdtContent>",
           120);
    buf_add_text(&body, TEXT);
    repeat(&body, "</w:sdtContent></w:sdt>", 120);
    buf_add_text(&body, TEXT);
    expect_body(body.at, "deep", NULL);
    buf_free(&body);
}

Test(docx_hostile, end_tags_without_their_start_do_no_harm)
{
    expect_body("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/>"
                "<w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>"
                "<w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>"
                "<w:p/></w:tc><w:tr><w:trPr><w:del/></w:trPr></w:tr>"
                "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><mc:Choice "
                "Requires=\"x\"/><mc:Fallback/><w:commentReference "
                "w:id=\"7\"/><w:commentRangeEnd/>" TEXT,
                "stray", NULL);
}

Test(docx_hostile, a_paragraph_of_a_hundred_megabytes_is_refused)
{
    expect_many("<w:p><w:r><w:t>", "en text som aldrig tar slut ", 3900000,
                "</w:t></w:r></w:p>", "text-too-large");
}

Test(docx_hostile, millions_of_paragraphs_cells_and_runs_are_refused)
{
    expect_many("<w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", 1200000,
                "</w:tr></w:tbl>", "too-many-blocks");
    expect_many("<w:p>", "<w:r><w:t>a</w:t></w:r>", 2200000, "</w:p>",
                "too-many-runs");
    expect_many("<w:p>",
                "<w:del><w:r><w:t>a</w:t></w:r></w:del>"
                "<w:r><w:t>b</w:t></w:r>",
                1200000, "</w:p>", "xml-too-many-elements");
}

Test(docx_hostile, many_empty_paragraphs_are_read_or_refused_in_time)
{
    expect_many("", "<w:p/>", 1000000, TEXT, NULL);
    expect_many("", "<w:p/>", 6000000, TEXT, "xml-too-many-elements");
    expect_many("", "<!---->", 6000000, TEXT, "xml-too-many-elements");
}

Test(docx_hostile, an_endless_attribute_is_refused)
{
    expect_many("<w:p w:rsid=\"", "0123456789", 1200000, "\"/>",
                "xml-damaged");
}

Test(docx_hostile, any_byte_may_be_wrong_without_harm)
{
    struct docx docx = {.making = ZIP_STORED};
    struct str file;
    char *copy;

    docx_styles(&docx, "<w:style w:styleId=\"a\"><w:rPr><w:b/></w:rPr>"
                       "</w:style>");
    file = docx_file(&docx, "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>"
                            "<w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>");
    copy = malloc(file.length);
    for (size_t i = 0; i < file.length; i++) {
        struct failure why = {0};
        struct document *document;

        memcpy(copy, file.at, file.length);
        copy[i] = (char)(copy[i] ^ (1 << i % 8));
        document =
            input_read(STR("a"), (struct str){copy, file.length}, &why);
        document_free(document);
    }
    free(copy);
    docx_free(&docx);
}
