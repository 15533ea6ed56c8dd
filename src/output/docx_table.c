/* docx_table - a new Word file with the points of one document. */
#include "output/docx_table.h"

#include "base/xml_write.h"
#include "base/zip_write.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const char types[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
    "vnd.openxmlformats-package.relationships+xml\"/><Default "
    "Extension=\"xml\" ContentType=\"application/xml\"/><Override "
    "PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "</Types>";

static const char relations[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships\"><Relationship Id=\"rId1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "</Relationships>";

struct table {
    const struct view *view;
    struct xml_writer *xml;
    struct buf line;
};

static void put_value(struct table *table, const char *element,
                      const char *value)
{
    xml_start(table->xml, element);
    if (value)
        xml_attribute_text(table->xml, "w:val", value);
    xml_end(table->xml);
}

/* The line as a paragraph; `size` in half points, NULL for the usual. */
static void put_paragraph(struct table *table, bool bold, const char *size)
{
    xml_start(table->xml, "w:p");
    xml_start(table->xml, "w:r");
    if (bold || size) {
        xml_start(table->xml, "w:rPr");
        if (bold)
            put_value(table, "w:b", NULL);
        if (size)
            put_value(table, "w:sz", size);
        xml_end(table->xml);
    }
    xml_start(table->xml, "w:t");
    xml_attribute_text(table->xml, "xml:space", "preserve");
    xml_text(table->xml, buf_str(&table->line));
    xml_end(table->xml);
    xml_end(table->xml);
    xml_end(table->xml);
    buf_cut(&table->line, 0);
}

static void start_cell(struct table *table, const char *width)
{
    xml_start(table->xml, "w:tc");
    xml_start(table->xml, "w:tcPr");
    xml_start(table->xml, "w:tcW");
    xml_attribute_text(table->xml, "w:w", width);
    xml_attribute_text(table->xml, "w:type", "dxa");
    xml_end(table->xml);
    xml_end(table->xml);
}

static void put_head_cell(struct table *table, const char *width,
                          const char *key)
{
    start_cell(table, width);
    buf_add(&table->line, view_text(table->view, key));
    put_paragraph(table, true, NULL);
    xml_end(table->xml);
}

static void put_row(struct table *table, const struct point *point)
{
    const struct view *view = table->view;
    unsigned number = view_number(view, point);

    xml_start(table->xml, "w:tr");
    start_cell(table, "600");
    if (number)
        buf_format(&table->line, "%u", number);
    else
        buf_add(&table->line, view_sign(view, point->verdict));
    put_paragraph(table, false, NULL);
    xml_end(table->xml);
    start_cell(table, "6400");
    view_add_title(&table->line, view, point);
    put_paragraph(table, true, NULL);
    view_add_words(&table->line, view, point->message);
    put_paragraph(table, false, NULL);
    if (point->place_count &&
        view_add_quote(&table->line, view, point->places[0], 200))
        put_paragraph(table, false, NULL);
    view_add_words(&table->line, view, point->advice);
    if (table->line.length)
        put_paragraph(table, false, NULL);
    xml_end(table->xml);
    start_cell(table, "2000");
    view_add_where(&table->line, view, point->places, point->place_count);
    put_paragraph(table, false, NULL);
    buf_add(&table->line, view_sign(view, point->verdict));
    buf_add_byte(&table->line, ' ');
    buf_add(&table->line, view_named(view, "verdict",
                                     verdict_name(point->verdict)));
    put_paragraph(table, false, NULL);
    xml_end(table->xml);
    xml_end(table->xml);
}

static void put_borders(struct table *table)
{
    static const char *const sides[] = {"w:top",   "w:left",    "w:bottom",
                                        "w:right", "w:insideH", "w:insideV"};

    xml_start(table->xml, "w:tblPr");
    xml_start(table->xml, "w:tblW");
    xml_attribute_text(table->xml, "w:w", "9000");
    xml_attribute_text(table->xml, "w:type", "dxa");
    xml_end(table->xml);
    xml_start(table->xml, "w:tblBorders");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        xml_start(table->xml, sides[i]);
        xml_attribute_text(table->xml, "w:val", "single");
        xml_attribute_text(table->xml, "w:sz", "4");
        xml_attribute_text(table->xml, "w:space", "0");
        xml_attribute_text(table->xml, "w:color", "auto");
        xml_end(table->xml);
    }
    xml_end(table->xml);
    xml_end(table->xml);
    xml_start(table->xml, "w:tblGrid");
    for (size_t i = 0; i < 3; i++) {
        static const char *const widths[] = {"600", "6400", "2000"};

        xml_start(table->xml, "w:gridCol");
        xml_attribute_text(table->xml, "w:w", widths[i]);
        xml_end(table->xml);
    }
    xml_end(table->xml);
}

static void put_points(struct table *table)
{
    const struct reviewed *reviewed = table->view->reviewed;

    if (reviewed->point_count == 0)
        return;
    xml_start(table->xml, "w:tbl");
    put_borders(table);
    xml_start(table->xml, "w:tr");
    xml_start(table->xml, "w:trPr");
    put_value(table, "w:tblHeader", NULL);
    xml_end(table->xml);
    put_head_cell(table, "600", "html-number");
    put_head_cell(table, "6400", "html-task");
    put_head_cell(table, "2000", "html-where");
    xml_end(table->xml);
    for (size_t i = 0; i < reviewed->point_count; i++)
        put_row(table, &reviewed->points[i]);
    xml_end(table->xml);
}

static void put_answer(struct table *table)
{
    const struct view *view = table->view;
    const char *answer = answer_name(view->reviewed->answer);

    view_add_kind(&table->line, view);
    put_paragraph(table, true, "32");
    view_add_facts(&table->line, view);
    put_paragraph(table, false, NULL);
    if (answer) {
        buf_add(&table->line, view_text(view, "answer-question"));
        buf_add_byte(&table->line, ' ');
        buf_add(&table->line, view_named(view, "answer-word", answer));
        buf_add_byte(&table->line, '.');
        put_paragraph(table, true, "28");
    }
    view_add_reason(&table->line, view);
    if (table->line.length)
        put_paragraph(table, false, NULL);
}

static void write_main(struct buf *into, const struct view *view)
{
    struct table table = {.view = view,
                          .xml = xml_writer_new(into, XML_FILE)};

    xml_start(table.xml, "w:document");
    xml_attribute_text(table.xml, "xmlns:w", W);
    xml_start(table.xml, "w:body");
    put_answer(&table);
    put_points(&table);
    buf_add(&table.line, view_text(view, "docx-aid"));
    put_paragraph(&table, false, "18");
    xml_finish(table.xml);
    buf_free(&table.line);
}

void docx_table(struct buf *into, const struct view *view)
{
    struct zip_writer *zip = zip_writer_new(into);
    struct buf main = {0};

    write_main(&main, view);
    zip_writer_add(zip, STR("[Content_Types].xml"), str_from(types));
    zip_writer_add(zip, STR("_rels/.rels"), str_from(relations));
    zip_writer_add(zip, STR("word/document.xml"), buf_str(&main));
    zip_writer_finish(zip);
    buf_free(&main);
}
