/*
 * reading - where the reading of a Word document is, while it goes on.
 *
 * One story (body, a header, the notes) is read at a time, element by
 * element, straight into the builder: story.c knows the elements, text.c
 * what becomes of text. For the files of this folder alone.
 */
#ifndef SKOLLINT_OOXML_READING_H
#define SKOLLINT_OOXML_READING_H

#include "base/buf.h"
#include "ooxml/comments.h"
#include "ooxml/styles.h"
#include "ooxml/word.h"

enum {
    DEPTH = 64,       /* of text boxes, fields, controls, tables */
    QUOTE_BYTES = 300 /* of what is quoted as residue */
};

enum story { STORY_BODY, STORY_HEADER, STORY_FOOTER, STORY_NOTE };

/* A paragraph, from its start tag until its block has ended. */
struct paragraph {
    bool open;    /* between its tags */
    bool begun;   /* its block is open in the builder */
    bool carried; /* its mark is deleted: the next one goes on with it */
    bool breaks;  /* a line break came; text has not yet */
    bool mark_inserted, mark_deleted;
    const struct style *style;
    struct look look; /* of its letters, where runs say nothing else */
    enum paint fill;
    int outline;  /* -1 none */
    int numbered; /* -1 as the style says */
    int list_level;
    bool heading;
    size_t letters, bold, prompt; /* bytes that are no space */
    char last;                    /* byte of its text */
};

struct cell {
    uint32_t table, row, column, span;
    bool started;   /* a block of it was given */
    bool continued; /* merged with the cell above */
    bool row_deleted, row_inserted;
    bool deleted, inserted;
    enum paint fill;
};

/* What is found in a stretch of text, until the stretch ends. */
enum finding {
    FOUND_INSERTED,
    FOUND_DELETED,
    FOUND_HIDDEN,
    FOUND_PROMPT,
    FINDINGS
};

struct stretch {
    bool open;
    uint32_t start, end;
    struct buf quote;
};

struct field {
    bool in_result;
    bool shown; /* it had a result */
};

/* The headers and footers of a section, by kind; as sections inherit them. */
enum { FIRST_PAGE, EVERY_PAGE, EVEN_PAGES, PAGES };
enum { MANY_SHOWN = 64 };

struct margins {
    struct str current[2][PAGES]; /* relationship ids; [1] are footers */
    struct str shown[2][MANY_SHOWN];
    size_t shown_count[2];
    bool title_page;
};

/* Whose properties the open w:rPr or w:trPr holds. */
enum properties { IN_NOTHING, IN_RUN, IN_MARK, IN_ROW, IN_OTHER };

struct reading {
    struct builder *builder;
    struct xml *xml;
    struct arena *arena;
    struct package *package;
    const struct theme *theme;
    const struct styles *styles;
    struct notes *notes;
    enum word_changes changes;
    enum story story;
    bool even_headers;

    uint32_t part;       /* as the builder numbers them */
    uint32_t paragraphs; /* so far in this part */
    uint32_t tables;     /* so far */

    struct paragraph paragraph[DEPTH]; /* text boxes nest them */
    size_t box;                        /* how many text boxes are open */
    struct cell cell[DEPTH];
    size_t table;            /* how many tables are open */
    size_t box_table[DEPTH]; /* and were when the box began */
    struct look run;         /* of the run that is open */
    enum properties properties;
    bool in_run, in_paragraph_properties, in_cell_properties, in_text;
    unsigned inserted, deleted; /* how many of those are open */
    unsigned skip;              /* depth inside what is left out */

    bool prompt[DEPTH]; /* per control: it shows its prompt */
    size_t control, prompts;
    struct field field[DEPTH];
    size_t fields, codes; /* open, and open ones whose code it is */
    struct buf code;
    bool in_code;
    struct buf choice; /* what a drop-down or check box field shows */
    unsigned choice_index, choice_count;
    bool chosen[DEPTH]; /* per mc:AlternateContent */
    size_t alternates;

    struct stretch found[FINDINGS];
    struct margins margins;
    bool in_watermark;
    struct look saved_run[DEPTH]; /* around each text box */
};

/* text.c */
struct paragraph *reading_paragraph(struct reading *reading);
struct cell *reading_cell(struct reading *reading); /* NULL outside */
void reading_begin_block(struct reading *reading);
void reading_end_block(struct reading *reading);
/* Text of the document; offset and length as base/xml.h gives them. */
void reading_add(struct reading *reading, struct str text, uint64_t offset,
                 uint32_t length);
void reading_break(struct reading *reading);
void reading_end_findings(struct reading *reading);
/* Whether what is read now is not in the text as it is asked for. */
bool reading_is_gone(struct reading *reading);

/* story.c: read one part as a story. */
bool story_read(struct reading *reading, struct str part, enum story story,
                struct failure *failure);

#endif
