/*
 * fuzz_writer - a Word file with any bytes as its body: the copy with
 * comments is a valid file that reads as before, or it is refused.
 *
 * The part ends at the last ">"; the bytes behind say what is commented on.
 */
#include "fuzz_mutate.h"
#include "fuzz_part.h"

#include "base/zip.h"
#include "output/docx_anchor.h"

#include <libxml/parser.h>

enum { COMMENTS = 4, LONGEST = 64 };

/* What the selecting bytes choose. */
struct choice {
    bool has_comments; /* the file has some already, one of them ours */
    bool keeps;        /* which stays */
    struct span spans[COMMENTS];
    size_t count;
};

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static size_t pick(struct str *bytes, size_t most)
{
    size_t value = 0;

    for (int i = 0; i < 2 && bytes->length; i++) {
        value = value << 8 | (unsigned char)bytes->at[0];
        *bytes = str_part(*bytes, 1, SIZE_MAX);
    }
    return value % (most + 1);
}

/* Back to where a character begins. */
static uint32_t character(struct str text, size_t at)
{
    while (at > 0 && at < text.length &&
           ((unsigned char)text.at[at] >> 6) == 2)
        at--;
    return (uint32_t)at;
}

static struct choice choose(struct str *bytes)
{
    size_t flags = pick(bytes, 255);

    return (struct choice){
        .has_comments = flags & 1,
        .keeps = (flags & 3) == 3,
        .count = pick(bytes, COMMENTS),
    };
}

static void choose_spans(struct choice *choice, struct str bytes,
                         struct str text)
{
    for (size_t i = 0; i < choice->count; i++) {
        size_t start = pick(&bytes, text.length);
        size_t end = start + pick(&bytes, LONGEST);

        start = character(text, start);
        end = character(text, end < text.length ? end : text.length);
        choice->spans[i] =
            (struct span){(uint32_t)start, (uint32_t)(end - start)};
    }
}

static struct str make_file(struct docx *docx, struct str part,
                            bool has_comments)
{
    if (has_comments)
        docx_part(docx, "comments", "comments",
                  "<w:comment w:id=\"1\" w:author=\"A\"><w:p><w:r><w:t>x"
                  "</w:t></w:r></w:p></w:comment><w:comment w:id=\"2\" "
                  "w:author=\"" COMMENT_AUTHOR "\"><w:p><w:r><w:t>y</w:t>"
                  "</w:r></w:p></w:comment>");
    zip_add(&docx->zip, "[Content_Types].xml",
            STR("<Types xmlns=\"http://schemas.openxmlformats.org/package/"
                "2006/content-types\"></Types>"),
            ZIP_STORED);
    zip_add(&docx->zip, "word/document.xml", part, ZIP_STORED);
    docx_rels(docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    docx_rels(docx, "word/_rels/document.xml.rels",
              docx->links.at ? docx->links.at : "");
    return zip_finish(&docx->zip);
}

static bool copy(struct buf *into, struct str file,
                 const struct document *document, const struct choice *choice)
{
    static const struct str kept = STR_INIT("2");
    struct annotation items[COMMENTS] = {0};
    struct annotating annotating = {
        .author = STR(COMMENT_AUTHOR),
        .initials = STR("sk"),
        .items = items,
        .count = choice->count,
        .kept = &kept,
        .kept_count = choice->keeps,
    };
    struct failure why = {0};

    for (size_t i = 0; i < choice->count; i++) {
        items[i].lines[0].text = document_text(document, choice->spans[i]);
        items[i].line_count = 1;
        docx_anchor(&items[i], document, choice->spans[i]);
    }
    if (annotate(into, file, &annotating, &why))
        return true;
    if (why.key[0] == '\0')
        abort(); /* refused without a word */
    return false;
}

static bool add_piece(void *self, struct str piece, struct failure *failure)
{
    (void)failure;
    buf_add(self, piece);
    return true;
}

static bool is_well_formed(struct str part)
{
    xmlDoc *xml = xmlReadMemory(part.at, (int)part.length, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_HUGE |
                                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

    xmlFreeDoc(xml);
    return xml != NULL;
}

static void expect_well_formed(struct str file)
{
    struct zip *zip = zip_open(file, NULL);

    for (size_t i = 0; i < zip_count(zip); i++) {
        struct buf part = {0};

        if (!zip_read(zip, i, add_piece, &part, NULL) ||
            !is_well_formed(buf_str(&part)))
            abort();
        buf_free(&part);
    }
    zip_close(zip);
}

static void expect_same_text(const struct document *one,
                             const struct document *two)
{
    if (two == NULL || !str_equal(one->text, two->text) ||
        one->block_count != two->block_count)
        abort();
    for (size_t i = 0; i < one->block_count; i++)
        if (one->blocks[i].kind != two->blocks[i].kind ||
            one->blocks[i].span.start != two->blocks[i].span.start)
            abort();
}

static void expect_copies(struct str file, const struct document *document,
                          const struct choice *choice)
{
    struct buf once = {0}, twice = {0};
    struct document *again;

    if (copy(&once, file, document, choice)) {
        expect_well_formed(buf_str(&once));
        again = input_read(STR("fuzz"), buf_str(&once), NULL);
        expect_same_text(document, again);
        if (!copy(&twice, buf_str(&once), again, choice) ||
            !str_equal(buf_str(&once), buf_str(&twice)))
            abort();
        document_free(again);
    }
    buf_free(&once);
    buf_free(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct str part = {(const char *)bytes, length}, selectors, file;
    struct docx docx = {.making = ZIP_STORED};
    struct document *document;
    struct choice choice;

    while (part.length && part.at[part.length - 1] != '>')
        part.length--;
    selectors = str_part((struct str){(const char *)bytes, length},
                         part.length, SIZE_MAX);
    choice = choose(&selectors);
    file = make_file(&docx, part, choice.has_comments);
    document = input_read(STR("fuzz"), file, NULL);
    /* We read what names an encoding that there is not; others do not. */
    if (document && is_well_formed(part)) {
        choose_spans(&choice, selectors, document->text);
        expect_copies(file, document, &choice);
    }
    document_free(document);
    docx_free(&docx);
    return 0;
}
