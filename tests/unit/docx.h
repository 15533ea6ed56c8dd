/*
 * docx - Word files for tests, part by part, and what was read of them.
 */
#ifndef SKOLLINT_TESTS_DOCX_H
#define SKOLLINT_TESTS_DOCX_H

#include "input/input.h"
#include "zip_maker.h"

#include <stdio.h>

#define DOCX_RELATIONSHIPS                                                   \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define DOCX_SPACES                                                          \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"     \
    "main\" "                                                                \
    "xmlns:r=\"" DOCX_RELATIONSHIPS "\" "                                    \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"     \
    "2006\" "                                                                \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/"             \
    "wordprocessingShape\" "                                                 \
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "    \
    "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "    \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                             \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/"       \
    "math\" "                                                                \
    "xmlns:new=\"urn:not-known-yet\""

struct docx {
    struct zip_maker zip;
    struct buf links;
    unsigned making; /* of every part */
};

static inline void docx_link(struct docx *docx, const char *id,
                             const char *type, const char *target,
                             bool external)
{
    buf_format(&docx->links,
               "<Relationship Id=\"%s\" Type=\"" DOCX_RELATIONSHIPS
               "/%s\" Target=\"%s\"%s/>",
               id, type, target, external ? " TargetMode=\"External\"" : "");
}

/* A part beside the body: its id and type are the same word. */
static inline void docx_part(struct docx *docx, const char *type,
                             const char *root, const char *content)
{
    struct buf xml = {0}, name = {0}, target = {0};

    buf_format(&xml, "<?xml version=\"1.0\"?><w:%s " DOCX_SPACES ">%s</w:%s>",
               root, content, root);
    buf_format(&name, "word/%s.xml", type);
    buf_format(&target, "%s.xml", type);
    zip_add(&docx->zip, name.at, buf_str(&xml), docx->making);
    docx_link(docx, type, type, target.at, false);
    buf_free(&xml);
    buf_free(&name);
    buf_free(&target);
}

static inline void docx_styles(struct docx *docx, const char *content)
{
    docx_part(docx, "styles", "styles", content);
}

/* A part of a type under a name of its own. */
static inline void docx_named(struct docx *docx, const char *id,
                              const char *type, const char *root,
                              const char *content)
{
    struct buf xml = {0}, name = {0}, target = {0};

    buf_format(&xml, "<w:%s " DOCX_SPACES ">%s</w:%s>", root, content, root);
    buf_format(&name, "word/%s.xml", id);
    buf_format(&target, "/word/%s.xml", id);
    zip_add(&docx->zip, name.at, buf_str(&xml), docx->making);
    docx_link(docx, id, type, target.at, false);
    buf_free(&xml);
    buf_free(&name);
    buf_free(&target);
}

static inline void docx_rels(struct docx *docx, const char *name,
                             const char *links)
{
    struct buf xml = {0};

    buf_format(&xml,
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/"
               "package/2006/relationships\">%s</Relationships>",
               links);
    zip_add(&docx->zip, name, buf_str(&xml), docx->making);
    buf_free(&xml);
}

/* Into the folder of SKOLLINT_KEEP_DOCX, for other programs to read. */
static inline void docx_keep(struct str file)
{
    const char *folder = getenv("SKOLLINT_KEEP_DOCX");
    struct buf path = {0};
    FILE *out;

    if (folder == NULL)
        return;
    buf_format(&path, "%s/%08lx.docx", folder,
               crc32(0, (const unsigned char *)file.at, (uInt)file.length));
    out = fopen(path.at, "wb");
    if (out) {
        fwrite(file.at, 1, file.length, out);
        fclose(out);
    }
    buf_free(&path);
}

/* The file, with this in its body; it lives until docx_free. */
static inline struct str docx_file(struct docx *docx, const char *body)
{
    struct buf xml = {0};

    buf_format(&xml,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" "
               "standalone=\"yes\"?>\r\n<w:document " DOCX_SPACES
               "><w:body>%s</w:body></w:document>",
               body);
    zip_add(&docx->zip, "word/document.xml", buf_str(&xml), docx->making);
    docx_rels(docx, "_rels/.rels",
              "<Relationship Id=\"rId1\" Type=\"" DOCX_RELATIONSHIPS
              "/officeDocument\" Target=\"word/document.xml\"/>");
    docx_rels(docx, "word/_rels/document.xml.rels",
              docx->links.at ? docx->links.at : "");
    buf_free(&xml);
    docx_keep(zip_finish(&docx->zip));
    return buf_str(&docx->zip.file);
}

static inline void docx_free(struct docx *docx)
{
    zip_maker_free(&docx->zip);
    buf_free(&docx->links);
}

/*
 * All that was read, a line each: "H1 Rubrik", "P Stycke", "L2 Punkt",
 * "C1.2.3+ Cell" (+ starts the cell), "T" header, "F" footer, "N" note, "B"
 * text box; then "green: ord", "tracked_deletion: ord". Free with free().
 */
static inline char *docx_shown(const struct document *document)
{
    static const char kinds[] = "HPLCTFNB";
    static const char *const marks[] = {"green", "yellow", "red"};
    struct buf out = {0};

    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        struct str text = document_text(document, block->span);

        buf_add_byte(&out, kinds[block->kind]);
        if (block->level)
            buf_format(&out, "%u", block->level);
        if (block->kind == BLOCK_CELL)
            buf_format(&out, "%u.%u.%u%s", block->table, block->row,
                       block->column,
                       block->flags & BLOCK_STARTS_CELL ? "+" : "");
        if (block->flags & BLOCK_PLACEHOLDER)
            buf_add_byte(&out, '?');
        if (block->flags & BLOCK_BOLD)
            buf_add_byte(&out, '!');
        buf_format(&out, " %.*s\n", (int)text.length, text.at);
    }
    for (size_t i = 0; i < document->mark_count; i++) {
        struct str text = document_text(document, document->marks[i].span);

        buf_format(&out, "%s: %.*s\n", marks[document->marks[i].kind],
                   (int)text.length, text.at);
    }
    for (size_t i = 0; i < document->residue_count; i++)
        buf_format(&out, "%s: %.*s\n",
                   residue_name(document->residue[i].kind),
                   (int)document->residue[i].quote.length,
                   document->residue[i].quote.at);
    buf_reserve(&out, 0);
    out.at[out.length] = '\0';
    return buf_take(&out);
}

#endif
