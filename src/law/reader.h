/*
 * reader - one run of pieces read as citations: what the parts share.
 *
 * Private to src/law. Every read_… function takes the index of a piece and
 * returns the index after what it read, or 0 when that is not there (it
 * never reads nothing at index 0 without failing).
 */
#ifndef SKOLLINT_LAW_READER_H
#define SKOLLINT_LAW_READER_H

#include "law/citation.h"
#include "law/scan.h"

enum { READER_ITEMS = 512, READER_PARTS = 16 };

struct number_range {
    struct law_number first, last;
};

/* A subclause and an item of the clause before; 0 for none. */
struct clause_part {
    uint8_t subclause, item;
};

/* A statute as it was named. */
struct named_statute {
    int index; /* in the register, or -1 */
    struct statute_id id;
    enum citation_kind kind;
    bool numbered;
    bool unknown;      /* some other statute, by a name we do not have */
    bool beside;       /* an abbreviation that needs a provision beside it */
    size_t start, end; /* pieces */
};

struct reader {
    struct str text;
    const struct piece *pieces; /* ended by PIECE_END */
    size_t count;
    bool ocr;
    bool lenient;    /* a statute was named before: a lost sign is seen so */
    bool bare;       /* written as other things are: "§ 5", "4 kapitel" */
    bool plain;      /* the chapter's word is that of other books too */
    bool misread;    /* the chapter's number was */
    size_t furthest; /* no citation begins before this piece */
    struct law_number chapter; /* the last one written in the series */
    struct law_number context; /* the last one the text wrote at all */
    size_t range_count;
    struct number_range ranges[READER_ITEMS];
    size_t part_count;
    struct clause_part parts[READER_PARTS];
    size_t item_count;
    struct citation_item items[READER_ITEMS];
};

static inline const struct piece *piece_at(const struct reader *reader,
                                           size_t at)
{
    return &reader->pieces[at < reader->count ? at : reader->count];
}

static inline unsigned kind_of(const struct reader *reader, size_t at)
{
    return piece_at(reader, at)->kind;
}

/* Past ", " and "och" and "och i". */
size_t skip_joins(const struct reader *reader, size_t at);

/* Whether what stands there closes a thought: not a word that goes on. */
bool ends_there(const struct reader *reader, size_t at);

/* "8", "8 a", "8a". */
size_t read_number(const struct reader *reader, size_t at,
                   struct law_number *number);

/* "3, 5-7, 12 e och h" into ranges. */
size_t read_numbers(struct reader *reader, size_t at);

/* The same, at most so many of them. */
size_t read_first_numbers(struct reader *reader, size_t at, size_t most);

/* The first of them alone. */
size_t read_one_range(struct reader *reader, size_t at);

/* "tredje", "första, andra och tredje", "första-tredje" into ranges. */
size_t read_ordinals(struct reader *reader, size_t at);

/* "andra stycket 3 och 4", "1 st. 2 p" into parts. May read nothing. */
size_t read_parts(struct reader *reader, size_t at);

/*
 * Items of the present chapter: the ranges, and the parts read last for the
 * last of them.
 */
void add_clauses(struct reader *reader, const struct number_range *ranges,
                 size_t count, bool repaired);

/* "4 kap. 3 § skollagen första stycket": parts after the name, of the last
 * item. May read nothing. */
size_t read_late_parts(struct reader *reader, size_t at);

/* The sign after a list of clauses; *repaired when it is not a true one. */
size_t read_sign(const struct reader *reader, size_t at, bool *repaired);

/* "4 kap. 38", when 4 kap. has 3 but no 38: the ranges without the sign. */
void split_signs(struct reader *reader, size_t end);

/* A whole series of chapters and clauses into items. */
size_t read_series(struct reader *reader, size_t at);

/* "4:3, 4:5-7" into items. */
size_t read_colons(struct reader *reader, size_t at);

/* "skollagen (2010:800)", "SFS 2010:800", "1985 års skollag". */
size_t read_statute(const struct reader *reader, size_t at,
                    struct named_statute *statute);

/* The same, or "2010:800" bare; then statute->beside is set. */
size_t read_statute_before(const struct reader *reader, size_t at,
                           struct named_statute *statute);

/* "4 kap. 3 § (SFS 2022:940)": the act that this one amends is meant. */
void use_amended(struct named_statute *statute);

/* The same with "i den nya" before it. */
size_t read_statute_after(const struct reader *reader, size_t at,
                          struct named_statute *statute);

#endif
