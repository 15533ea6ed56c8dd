/*
 * builder - how a reader makes a document, block by block.
 *
 * The builder normalises: it is the only place that knows how. A reader
 * hands over text in the order it is read, with where it stood in the
 * source. White space at both ends of a block is dropped; inside it stays.
 */
#ifndef SKOLLINT_DOCUMENT_BUILDER_H
#define SKOLLINT_DOCUMENT_BUILDER_H

#include "document/document.h"

struct builder;

/*
 * Where the next text stands in its source; only what the format has. With a
 * length, offset and length are the bytes of this very text in its part; they
 * count the same as the text, or else it is one character.
 */
struct source {
    uint32_t line, column, page, paragraph;
    uint32_t part;
    uint64_t offset;
    uint32_t length;
};

/* `path` and `format` are copied. */
struct builder *builder_new(struct str path, struct str format);
void builder_free(struct builder *builder); /* NULL is fine */

/* Returns the index to use as source.part. */
uint32_t builder_part(struct builder *builder, struct str name);

/*
 * Begin a block, add its text in as many pieces as it comes in, end it. A
 * block without text is kept only when it starts a cell; any other is
 * dropped, and the next block is marked as standing after a blank. LF and
 * TAB inside the text become spaces. A block that begins inside another
 * (in a text box) is put after it. A header or footer that says the same
 * as an earlier one is dropped.
 */
void builder_begin(struct builder *builder, struct block block);
void builder_text(struct builder *builder, struct str utf8,
                  struct source source);
/* Flags to add to the block that is open (a placeholder was seen …). */
void builder_flag(struct builder *builder, unsigned flags);
void builder_end(struct builder *builder);

/* A blank line, an empty paragraph: the next block stands after a blank. */
void builder_blank(struct builder *builder);

/*
 * Where the next text will start, as a place to hand back to the functions
 * below; only until the open block ends, or while its section is the same.
 */
uint32_t builder_offset(const struct builder *builder);

/*
 * What is begun while the front is chosen stands before all the rest, also
 * when it is read after it (Word says last which headers show). Not inside
 * a block.
 */
enum builder_section { BUILDER_BODY, BUILDER_FRONT };
void builder_section(struct builder *builder, enum builder_section section);

/* The limit that was passed, else NULL: what comes from now on is lost. */
const char *builder_full(const struct builder *builder);

void builder_mark(struct builder *builder, enum mark_kind kind,
                  uint32_t start, uint32_t end);
void builder_residue(struct builder *builder, enum residue_kind kind,
                     struct str quote, uint32_t start, uint32_t end);
void builder_comment(struct builder *builder, struct comment comment);
void builder_problem(struct builder *builder, const char *key,
                     struct str detail);

/* Lower the quality of the reading; it never rises. */
void builder_quality(struct builder *builder, enum reading_quality quality);
void builder_ocr(struct builder *builder);
void builder_colour(struct builder *builder); /* the format has colours */

/*
 * The finished document, NULL with the reason if a limit was passed on the
 * way (text over LIMIT_TEXT). `bytes` are the file's, for its hash. The
 * builder is used up and freed either way.
 */
struct document *builder_finish(struct builder *builder, struct str bytes,
                                struct failure *failure);

#endif
