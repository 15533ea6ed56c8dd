/* scan - the few pieces of a text that a citation can be made of. */
#include "law/scan.h"

#include <string.h>

#include "law/words.h"

/* What a byte is: the letters of the table below. */
enum byte_kind {
    BYTE_OTHER = 'O',
    BYTE_SPACE = 'S',
    BYTE_LINE = 'L',
    BYTE_DIGIT = 'D',
    BYTE_LETTER = 'A', /* ASCII, and the first byte of Latin and Greek */
    BYTE_MARK = 'M',   /* a piece of its own */
    BYTE_C2 = 'C',
    BYTE_E2 = 'E'
};

/* Per byte, 32 to a row. */
static const char byte_kinds[] =
    "OOOOOOOOOSLOOSOOOOOOOOOOOOOOOOOO"
    "SOOOMOMOMMOOMMMMDDDDDDDDDDMMOOOO"
    "OAAAAAAAAAAAAAAAAAAAAAAAAAAMOMOO"
    "OAAAAAAAAAAAAAAAAAAAAAAAAAAOOOOO"
    "OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO"
    "OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO"
    "OOCAAAAAAAAAAAAAOOOOOOOOOOOOOOOO"
    "OOEOOOOOOOOOOOOOOOOOOOOOOOOOOOOO";

static uint8_t byte_at(struct str text, size_t at)
{
    return at < text.length ? (uint8_t)text.at[at] : 0;
}

static uint8_t kind_at(struct str text, size_t at)
{
    return at < text.length ? (uint8_t)byte_kinds[(uint8_t)text.at[at]]
                            : BYTE_OTHER;
}

/* Bytes of the space at `at` that is no ASCII, or that is nothing; else 0. */
static size_t wide_space(struct str text, size_t at)
{
    uint8_t second = byte_at(text, at + 1), third = byte_at(text, at + 2);

    if (byte_at(text, at) == 0xc2)
        return second == 0xa0 || second == 0xad ? 2 : 0;
    if (second == 0x80 && ((third >= 0x80 && third <= 0x8d) || third == 0xaf))
        return 3;
    return second == 0x81 && (third == 0x9f || third == 0xa0) ? 3 : 0;
}

/* Bytes of the dash at `at`, or 0. */
static size_t wide_dash(struct str text, size_t at)
{
    uint8_t second = byte_at(text, at + 1), third = byte_at(text, at + 2);

    if (second == 0x80 && third >= 0x90 && third <= 0x95)
        return 3;
    return second == 0x88 && third == 0x92 ? 3 : 0;
}

/* Past marks that begin a line without belonging to it: "- ", "> ", "// ". */
static size_t skip_line_marks(struct str text, size_t at)
{
    size_t end = at;

    while (end < text.length && end < at + 4 &&
           strchr("-#*>|/", text.at[end]) != NULL && text.at[end] != '\0')
        end++;
    return end > at && kind_at(text, end) == BYTE_SPACE ? end : at;
}

/* Past space; *flags tells what was there. False at a blank line. */
static bool skip_space(struct scan *scan, uint8_t *flags)
{
    struct str text = scan->text;
    size_t start = scan->at, wide;

    *flags = 0;
    while (scan->at < text.length) {
        uint8_t kind = kind_at(text, scan->at);

        if (kind == BYTE_LINE && (*flags & PIECE_LINE))
            return false;
        if (kind == BYTE_LINE) {
            *flags |= PIECE_LINE;
            scan->at++;
            while (kind_at(text, scan->at) == BYTE_SPACE)
                scan->at++;
            scan->at = skip_line_marks(text, scan->at);
        } else if (kind == BYTE_SPACE) {
            scan->at++;
        } else if ((kind == BYTE_C2 || kind == BYTE_E2) &&
                   (wide = wide_space(text, scan->at)) > 0) {
            scan->at += wide;
        } else {
            break;
        }
    }
    if (scan->at == start)
        *flags |= PIECE_GLUED;
    return true;
}

/* Past letters and digits: the rest of something that is no piece. */
static size_t skip_junk(struct str text, size_t at)
{
    for (;;) {
        uint8_t kind = kind_at(text, at);

        if (kind != BYTE_LETTER && kind != BYTE_DIGIT)
            return at;
        at += byte_at(text, at) >= 0xc3 ? 2 : 1;
    }
}

static bool is_digit(struct str text, size_t at)
{
    return kind_at(text, at) == BYTE_DIGIT;
}

static size_t read_digits(struct str text, size_t at, struct piece *piece)
{
    size_t start = at;

    piece->value = 0;
    for (; is_digit(text, at); at++)
        if (at - start < 9)
            piece->value = piece->value * 10 + (uint32_t)(text.at[at] - '0');
    piece->digits = at - start > 9 ? 10 : (uint8_t)(at - start);
    if (piece->digits > 5 || text.at[start] == '0')
        piece->flags |= PIECE_ODD;
    return at;
}

/* Whether the letter at `at` stands alone: neither letter nor digit next. */
static bool lone_letter(struct str text, size_t at)
{
    uint8_t byte = byte_at(text, at) | 0x20, next = kind_at(text, at + 1);

    return byte >= 'a' && byte <= 'z' && byte_at(text, at) < 0x80 &&
           next != BYTE_LETTER && next != BYTE_DIGIT;
}

/*
 * A number and what is glued to it. Returns where it ends, or 0 when it is
 * part of something else: "7.4.2-2019:1697", "3/4", "08-123".
 */
static size_t read_number(struct str text, size_t at, struct piece *piece)
{
    struct piece rest = {0};
    size_t end;

    piece->kind = PIECE_NUMBER;
    at = read_digits(text, at, piece);
    if (byte_at(text, at) == '.' && is_digit(text, at + 1))
        return 0;
    if (byte_at(text, at) == '/' && is_digit(text, at + 1)) {
        end = read_digits(text, at + 1, &rest);
        if (piece->digits != 4 || (rest.digits != 2 && rest.digits != 4))
            return 0;
        piece->kind = PIECE_SESSION;
        piece->second = (uint16_t)rest.value;
        return end;
    }
    if (byte_at(text, at) == ':' && lone_letter(text, at + 1)) {
        piece->flags |= PIECE_ENDING;
        return at + 2;
    }
    if (!lone_letter(text, at))
        return at;
    piece->letter = (char)(text.at[at] | 0x20);
    if (text.at[at] <= 'Z')
        piece->flags |= PIECE_CAPITAL;
    return at + 1;
}

static size_t read_mark(struct str text, size_t at, struct piece *piece)
{
    switch (text.at[at]) {
    case ',':
    case ';':
    case '/':
        piece->kind = PIECE_COMMA;
        break;
    case '-':
        piece->kind = PIECE_DASH;
        break;
    case ':':
        piece->kind = PIECE_COLON;
        break;
    case '.':
        piece->kind = PIECE_POINT;
        break;
    case '(':
    case '[':
        piece->kind = PIECE_OPEN;
        break;
    case ')':
    case ']':
        piece->kind = PIECE_CLOSE;
        break;
    default:
        piece->kind = PIECE_REPAIR;
        piece->value = byte_at(text, at + 1) == byte_at(text, at) ? 2 : 1;
        return at + piece->value;
    }
    return at + 1;
}

static size_t read_sign(struct str text, size_t at, struct piece *piece)
{
    piece->kind = PIECE_SIGN;
    while (byte_at(text, at) == 0xc2 && byte_at(text, at + 1) == 0xa7) {
        piece->value += piece->value < 9;
        at += 2;
    }
    return at;
}

/*
 * The piece at scan->at, which is no space. Moves past it, or past what is
 * there instead; then false.
 */
static bool read_piece(struct scan *scan, struct piece *piece)
{
    struct str text = scan->text;
    size_t at = scan->at, end = 0;

    piece->start = (uint32_t)at;
    switch (kind_at(text, at)) {
    case BYTE_DIGIT:
        end = read_number(text, at, piece);
        if (end == 0)
            while (is_digit(text, at) || (byte_at(text, at) != '\0' &&
                                          strchr(".:/-", text.at[at])))
                at++;
        break;
    case BYTE_LETTER:
        end = word_read(text, &at, piece);
        break;
    case BYTE_MARK:
        end = read_mark(text, at, piece);
        break;
    case BYTE_C2:
        end = read_sign(text, at, piece);
        at += end == at ? 2 : 0;
        break;
    case BYTE_E2:
        piece->kind = PIECE_DASH;
        end = at + wide_dash(text, at);
        at += end == at ? 3 : 0;
        break;
    default:
        at++;
    }
    if (end <= piece->start) {
        scan->at = skip_junk(text, at);
        if (scan->at == piece->start)
            scan->at++;
        return false;
    }
    piece->end = (uint32_t)end;
    scan->at = end;
    return true;
}

static bool opens_run(const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_NUMBER:
    case PIECE_SIGN:
    case PIECE_SESSION:
    case WORD_CHAPTER:
    case WORD_CLAUSE:
    case WORD_STATUTE:
    case WORD_SFS:
    case WORD_SERIES:
    case WORD_PREPARATORY:
    case WORD_ORDINAL:
    case WORD_ARTICLE:
    case WORD_ACT:
    case WORD_HALF:
    case WORD_OLD:
    case WORD_SAME:
        return true;
    case PIECE_LETTER:
        return piece->letter == 'l'; /* a one misread, in "l kap." */
    default:
        return false;
    }
}

/* Which kinds a run needs one of to be worth reading. */
static bool makes_citation(const struct piece *piece)
{
    switch (piece->kind) {
    case PIECE_SIGN:
    case WORD_CHAPTER:
    case WORD_CLAUSE:
    case WORD_STATUTE:
    case WORD_SFS:
    case WORD_SERIES:
    case WORD_PREPARATORY:
    case WORD_ARTICLE:
    case PIECE_COLON:
        return true;
    default:
        return false;
    }
}

/* To the first piece that can open a run. */
static bool find_opening(struct scan *scan, struct piece *piece)
{
    struct str text = scan->text;

    while (scan->at < text.length) {
        uint8_t kind = kind_at(text, scan->at);

        if (kind == BYTE_SPACE || kind == BYTE_LINE || kind == BYTE_OTHER ||
            kind == BYTE_MARK) {
            scan->at++;
            continue;
        }
        if (kind == BYTE_LETTER) {
            size_t end = word_skip(text, scan->at);

            if (end > scan->at) {
                scan->at = skip_junk(text, end);
                continue;
            }
        }
        *piece = (struct piece){0};
        if (read_piece(scan, piece) && opens_run(piece))
            return true;
    }
    return false;
}

/* The rest of the run that its first piece opened; whether to read it. */
static bool fill_run(struct scan *scan)
{
    bool worth = makes_citation(&scan->pieces[0]);

    scan->count = 1;
    while (scan->count < SCAN_RUN) {
        struct piece *piece = &scan->pieces[scan->count];

        *piece = (struct piece){0};
        if (!skip_space(scan, &piece->flags) || scan->at >= scan->text.length)
            break;
        if (!read_piece(scan, piece))
            break;
        worth |= makes_citation(piece);
        scan->count++;
    }
    scan->pieces[scan->count] = (struct piece){0};
    return worth;
}

bool scan_run(struct scan *scan)
{
    do {
        if (!find_opening(scan, &scan->pieces[0]))
            return false;
    } while (!fill_run(scan));
    return true;
}
