/*
 * document - one report or decision, read and understood.
 */
#ifndef SKOLLINT_DOCUMENT_H
#define SKOLLINT_DOCUMENT_H

#include <skollint/rules.h>

#pragma GCC visibility push(default)

struct skollint_document;

/*
 * Read a file's bytes: text, Word, whatever `skollint --help` lists. The
 * path is only a name to show. Nothing of `bytes` is kept; the rules must
 * outlive the document. NULL with the reason when it could not be read.
 */
struct skollint_document *skollint_document_new(
    const struct skollint_rules *rules, const char *path, const void *bytes,
    size_t size, struct skollint_error *error);
enum skollint_pages { SKOLLINT_PRINTED, SKOLLINT_SCANNED };

/*
 * The same from a PDF: the library reads the table of words (TSV) that
 * `pdftotext -tsv` or tesseract made of it, page after page. `bytes` are the
 * PDF's, for its checksum.
 */
struct skollint_document *skollint_document_new_pages(
    const struct skollint_rules *rules, const char *path, const void *bytes,
    size_t size, const char *table, size_t table_size,
    enum skollint_pages pages, struct skollint_error *error);
/*
 * Read an enclosure with the document, before it is judged: its words count,
 * and are cited by the enclosure's name. The enclosure is freed. False with
 * the reason, and the document as it was, when both are too long together.
 */
bool skollint_document_enclose(struct skollint_document *document,
                               struct skollint_document *enclosure,
                               struct skollint_error *error);

void skollint_document_free(struct skollint_document *document);

/* The normalised text that all offsets count in; lives as the document. */
const char *skollint_document_text(const struct skollint_document *document,
                                   size_t *length);

/*
 * How the document was understood: format "tree", "text" or "json"; or
 * "template", an empty form as data for rules/templates. `width` is that of
 * the screen, 0 for 80. NULL for any other format. *size (NULL is
 * fine) is its length in bytes.
 */
char *skollint_document_outline(const struct skollint_document *document,
                                const char *format, size_t width,
                                size_t *size);

#pragma GCC visibility pop

#endif
