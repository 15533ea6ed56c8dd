/* signs - the sign of clauses, and what a scanner makes of it. */
#include "law/reader.h"
#include "law/register.h"

static bool is_misread_number(const struct piece *piece)
{
    return piece->kind == PIECE_NUMBER && piece->letter == '\0' &&
           (piece->flags & PIECE_GLUED) == 0 &&
           (piece->value == 8 || piece->value == 88 || piece->value == 5 ||
            piece->value == 6);
}

/* A sign misread by a scanner: "8", "88", "$", "S", "8§". */
static size_t read_misread_sign(const struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);

    if (piece->kind == PIECE_REPAIR) {
        const struct piece *next = piece_at(reader, at + 1);

        return next->kind == PIECE_NUMBER && next->value == 8 &&
                       (next->flags & PIECE_GLUED) != 0
                   ? at + 2 /* "$8" */
                   : at + 1;
    }
    if (piece->kind == PIECE_LETTER && piece->letter == 's' &&
        (piece->flags & PIECE_CAPITAL) != 0)
        return at + 1;
    if (piece->kind == WORD_PAGE && piece->letter == 's' &&
        (piece->flags & PIECE_CAPITAL) != 0)
        return at + 1;
    if (!is_misread_number(piece))
        return 0;
    return kind_of(reader, at + 1) == PIECE_SIGN ? at + 2 : at + 1;
}

static bool is_misread_digit(unsigned digit)
{
    return digit == 8 || digit == 5 || digit == 6;
}

/* A number without the sign that was read as its end: 38 is 3, 788 is 7. */
static struct law_number without_sign(int index, struct law_number chapter,
                                      struct law_number number)
{
    struct law_number one = {number.value / 10, '\0'};
    struct law_number two = {number.value / 100, '\0'};

    if (number.letter != '\0' || register_knows(index, chapter, number))
        return number;
    if (one.value != 0 && is_misread_digit(number.value % 10) &&
        register_knows(index, chapter, one))
        return one;
    if (number.value % 100 == 88 && register_knows(index, chapter, two))
        return two;
    return number;
}

/* Whether the last number read ends in a sign: "98 och 4 kap. 4 §". */
static bool holds_sign(const struct reader *reader)
{
    struct law_number last, without;

    if (reader->range_count == 0)
        return false;
    last = reader->ranges[reader->range_count - 1].last;
    without = without_sign(0, reader->chapter, last);
    return law_number_compare(without, last) != 0;
}

/* A sign that is not there at all: only where a statute is named. */
static bool sign_is_lost(const struct reader *reader, size_t at)
{
    struct named_statute statute;
    unsigned kind = kind_of(reader, at);

    if (reader->lenient)
        return kind != PIECE_COLON && kind != PIECE_DASH;
    if (reader->chapter.value == 0)
        return false;
    if (reader->plain)
        return read_statute_after(reader, at, &statute) > 0 &&
               !statute.unknown;
    return ends_there(reader, at) || holds_sign(reader) ||
           read_statute_after(reader, at, &statute);
}

size_t read_sign(const struct reader *reader, size_t at, bool *repaired)
{
    const struct piece *next;
    size_t end;

    if (kind_of(reader, at) == PIECE_SIGN ||
        kind_of(reader, at) == WORD_CLAUSE) {
        next = piece_at(reader, at + 2);
        if (kind_of(reader, at + 1) == PIECE_SIGN &&
            (next->kind != PIECE_NUMBER || !(next->flags & PIECE_GLUED)))
            at++; /* "§ §" */
        next = piece_at(reader, at + 1);
        *repaired = false;
        if (next->kind == PIECE_COLON && (next->flags & PIECE_GLUED) != 0 &&
            piece_at(reader, at + 2)->letter != '\0' &&
            kind_of(reader, at + 2) != PIECE_NUMBER)
            return at + 3; /* "§:s" */
        *repaired = next->kind == PIECE_NUMBER && next->value == 8 &&
                    (next->flags & PIECE_GLUED) != 0;
        if (*repaired)
            return at + 2;
        return kind_of(reader, at) == WORD_CLAUSE &&
                       next->kind == PIECE_POINT &&
                       (next->flags & PIECE_GLUED) != 0
                   ? at + 2
                   : at + 1;
    }
    *repaired = true;
    if (reader->chapter.value == 0)
        return 0;
    end = read_misread_sign(reader, at);
    if (end == 0 && sign_is_lost(reader, at))
        end = at;
    return end;
}

void split_signs(struct reader *reader, size_t end)
{
    struct named_statute named;
    int index = 0;

    if (reader->lenient)
        return;
    if (read_statute_after(reader, end, &named) > 0)
        index = named.index;
    for (size_t i = 0; i < reader->range_count; i++) {
        struct number_range *range = &reader->ranges[i];
        bool one = law_number_compare(range->first, range->last) == 0;

        range->last = without_sign(index, reader->chapter, range->last);
        if (one)
            range->first = range->last;
    }
}
