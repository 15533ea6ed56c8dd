/*
 * scan - the few pieces of a text that a citation can be made of.
 *
 * Numbers, section signs, some punctuation and the words of the grammar;
 * all else is passed over byte by byte. Pieces that stand together make a
 * run; a run that cannot hold a citation is dropped at once. Memory is
 * bounded: a run never has more than SCAN_RUN pieces.
 */
#ifndef SKOLLINT_LAW_SCAN_H
#define SKOLLINT_LAW_SCAN_H

#include "law/tables.h"

enum { SCAN_RUN = 1024 };

/* Beside the kinds of word (enum law_word_kind). */
enum piece_kind {
    PIECE_END = 0,
    PIECE_NUMBER = 64,
    PIECE_SESSION, /* "2021/22": value and second */
    PIECE_LETTER,
    PIECE_SIGN,   /* "§"; value is how many */
    PIECE_REPAIR, /* what a scanner reads for a sign: "$", "&", "SS" */
    PIECE_COMMA,
    PIECE_DASH,
    PIECE_COLON,
    PIECE_OPEN,
    PIECE_CLOSE,
    PIECE_POINT
};

enum {
    PIECE_GLUED = 1,   /* nothing between it and the piece before */
    PIECE_LINE = 2,    /* a line break before it */
    PIECE_CAPITAL = 4, /* begins with a capital letter */
    PIECE_ENDING = 8,  /* a number with the ending of an ordinal: "4:e" */
    PIECE_ODD = 16     /* a number no clause has: "007", over 5 digits */
};

struct piece {
    uint32_t start, end;
    uint32_t value;
    uint16_t second;
    uint8_t kind;
    uint8_t flags;
    uint8_t digits;
    uint8_t how; /* of a statute's name */
    char letter; /* of "8a", or of a word of one letter */
};

struct scan {
    struct str text;
    size_t at; /* where the next run is looked for */
    size_t count;
    struct piece pieces[SCAN_RUN + 1]; /* ended by PIECE_END */
};

/* The next run that may hold a citation; false at the end of the text. */
bool scan_run(struct scan *scan);

#endif
