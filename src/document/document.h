/*
 * document - one normalised text, blocks over it, and the way back.
 *
 * The text is UTF-8 in NFC with LF between blocks; no-break spaces are
 * spaces, soft hyphens and zero-width characters are dropped, hidden and
 * deleted text is left out, headers come first (each once), notes last.
 * Everything downstream (patterns, citations, evidence, all outputs) speaks
 * in byte spans of this text. Only the place map here and the Word code know
 * pages, parts and runs. Immutable once built (document/builder.h).
 */
#ifndef SKOLLINT_DOCUMENT_DOCUMENT_H
#define SKOLLINT_DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/fail.h"

enum block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_LIST_ITEM,
    BLOCK_CELL, /* a paragraph in a table cell */
    BLOCK_HEADER,
    BLOCK_FOOTER,
    BLOCK_NOTE, /* a footnote or endnote */
    BLOCK_TEXT_BOX
};

enum {
    BLOCK_STARTS_CELL = 1, /* the first block of its cell */
    BLOCK_PLACEHOLDER = 2, /* a content control that still shows its prompt */
    BLOCK_AFTER_BLANK = 4, /* blank line or empty paragraph before it */
    BLOCK_BOLD = 8,        /* all of it is bold: often a heading */
    BLOCK_CONTROL = 16     /* the text stands in a content control */
};

/*
 * A leaf of the tree: one paragraph, one line of an unwrapped text, or one
 * paragraph of a cell; never holds LF. Blocks are in text order, do not
 * overlap, and each is followed by one LF. An empty cell gives an empty
 * block, so that it can be seen to be empty.
 */
struct block {
    enum block_kind kind;
    unsigned level; /* of a heading from 1; of a list item from 1; else 0 */
    struct span span;
    uint32_t table, row, column; /* from 1; 0 outside tables */
    unsigned flags;
};

/* What a stretch of text looks like; goals are marked by colour. */
enum mark_kind { MARK_GREEN, MARK_YELLOW, MARK_RED };

struct mark {
    enum mark_kind kind;
    struct span span;
};

/* What a reader found that should not be left in; see the contract. */
enum residue_kind {
    RESIDUE_TRACKED_INSERTION,
    RESIDUE_TRACKED_DELETION,
    RESIDUE_COMMENT,
    RESIDUE_HIDDEN_TEXT,
    RESIDUE_PLACEHOLDER,
    RESIDUE_INSTRUCTION,
    RESIDUE_CONVERTER_ARTEFACT,
    RESIDUE_DRAFT_MARK,
    RESIDUE_MACRO,
    RESIDUE_EXTERNAL_LINK,
    RESIDUE_KINDS
};

/* "tracked_insertion" and so on, as in JSON. */
const char *residue_name(enum residue_kind kind);

struct residue {
    enum residue_kind kind;
    struct str quote; /* what is there: deleted text, a comment's words … */
    struct span span; /* where in the text; length 0 when it left no text */
};

/* A comment in the file: the reader keeps them for the Word copy. */
struct comment {
    struct str id;
    struct str author;
    struct str text;
    struct str reply; /* the last answer to it, or empty */
    bool resolved;
    struct span span; /* what it is anchored on */
};

/* Who the comments are by that we put into a copy. */
#define COMMENT_AUTHOR "skollint"

/* Whether a comment is by us, and a person resolved or answered it. */
bool comment_is_settled(const struct comment *comment);

/*
 * Where a run of the text came from. Runs cover the text in order; within a
 * run one code point of the text is one code point of the source line, and
 * one paragraph. A document in lines has line and column; Word and ODT have
 * part and paragraph; PDF has page. With a length the bytes of the run stand
 * in the part as they are, or else the run is one character (an entity, a
 * no-break space) that is written in another way there.
 */
struct source_run {
    uint32_t start;                         /* first byte in the text */
    uint32_t line, column, page, paragraph; /* from 1; 0 unknown */
    uint32_t part;   /* index into parts, for Word and ODT */
    uint32_t offset; /* byte of the chunk in the (decoded) part: those are
                        within LIMIT_ZIP_PART */
    uint32_t length; /* bytes of the chunk in the part; 0 if none */
};

/* A file that was read with the document; its text comes after the body. */
struct enclosure {
    struct str name;
    uint32_t start; /* first byte of its text */
};

enum reading_quality { READING_GOOD, READING_LIMITED, READING_FAILED };

/* Something about the reading a person should know; key in frame.yaml. */
struct reading_problem {
    const char *key;
    struct str detail;
};

struct document {
    struct arena *arena; /* all below lives here */
    struct str path;     /* as given, or "-" */
    struct str format;   /* "text" "docx" "odt" "html" "pdf" */
    char sha256[65];     /* of the file's bytes, lower-case hex */
    struct str text;
    struct block *blocks;
    size_t block_count;
    struct mark *marks;
    size_t mark_count;
    struct residue *residue; /* found by the reader, in text order */
    size_t residue_count;
    struct comment *comments;
    size_t comment_count;
    struct source_run *runs;
    size_t run_count;
    struct str *parts; /* names of the file's parts, "word/document.xml" */
    size_t part_count;
    struct enclosure *enclosures; /* in text order; see document/join.h */
    size_t enclosure_count;
    struct reading_problem *problems;
    size_t problem_count;
    enum reading_quality quality;
    bool ocr;            /* an OCR program read it: letters are uncertain */
    bool carries_colour; /* the format can hold colours (not plain text) */
};

void document_free(struct document *document); /* NULL is fine */

/* The last run that starts at or before the byte; NULL when none does. */
const struct source_run *document_run_at(const struct document *document,
                                         uint32_t offset);

/* Where a byte of the text is in its source; 0 and empty what is unknown. */
struct source_place {
    size_t line, column, page, paragraph;
    struct str part;
};
struct source_place document_place(const struct document *document,
                                   uint32_t offset);

/* The name of the enclosure that holds the byte; empty in the body. */
struct str document_enclosure(const struct document *document,
                              uint32_t offset);

/* The block that holds the byte, or the last one before it. */
size_t document_block_at(const struct document *document, uint32_t offset);

struct str document_text(const struct document *document, struct span span);

#endif
