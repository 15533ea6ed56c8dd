/* numbers - the lists of numbers in citations. */
#include "law/reader.h"
#include "law/words.h"

enum { ORDINALS_MOST = 24 };

size_t skip_joins(const struct reader *reader, size_t at)
{
    while (kind_of(reader, at) == PIECE_COMMA ||
           kind_of(reader, at) == WORD_AND) {
        bool word = kind_of(reader, at) == WORD_AND;

        at++;
        if (word && kind_of(reader, at) == PIECE_POINT)
            at++;
    }
    return at;
}

bool ends_there(const struct reader *reader, size_t at)
{
    uint32_t from;

    switch (kind_of(reader, at)) {
    case PIECE_POINT:
    case PIECE_CLOSE:
    case PIECE_COMMA:
        return true;
    case PIECE_END:
        break;
    default:
        return false;
    }
    if (at == 0)
        return false;
    for (from = reader->pieces[at - 1].end; from < reader->text.length;
         from++) {
        uint8_t byte = (uint8_t)reader->text.at[from];

        if (byte == '\n')
            return true;
        if (byte != ' ')
            return byte < 0x80 && byte != '%' && (byte < '0' || byte > '9') &&
                   ((byte | 0x20) < 'a' || (byte | 0x20) > 'z');
    }
    return true;
}

static bool is_number(const struct piece *piece)
{
    return piece->kind == PIECE_NUMBER && (piece->flags & PIECE_ODD) == 0;
}

static struct law_number number_of(const struct piece *piece)
{
    uint32_t value = piece->value > UINT16_MAX ? UINT16_MAX : piece->value;

    return (struct law_number){(uint16_t)value, piece->letter};
}

static bool takes_number(unsigned kind)
{
    return kind == PIECE_SIGN || kind == WORD_CLAUSE || kind == WORD_CHAPTER;
}

/* Past "-" or "till" or "till och med"; `at` itself when it is neither. */
static size_t skip_dash(const struct reader *reader, size_t at)
{
    if (kind_of(reader, at) == PIECE_DASH)
        return at + 1 + (kind_of(reader, at + 1) == PIECE_DASH);
    if (kind_of(reader, at) != WORD_TO)
        return at;
    if (kind_of(reader, at + 1) == PIECE_POINT)
        return at + 2;
    return kind_of(reader, at + 1) == WORD_AND &&
                   kind_of(reader, at + 2) == WORD_WITH
               ? at + 3
               : at + 1;
}

/* Whether a list or a range goes on there: ", 13", "och 13", "-13". */
static bool goes_on(const struct reader *reader, size_t at)
{
    size_t next = skip_joins(reader, at);

    if (next == at)
        next = skip_dash(reader, at);
    return next > at && is_number(piece_at(reader, next));
}

/* Whether the letter at `at` belongs to the number before it. */
static bool is_number_letter(const struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);
    unsigned next = kind_of(reader, at + 1);

    if (piece->letter == '\0' || piece->kind == PIECE_NUMBER ||
        piece->end - piece->start != 1)
        return false;
    if (piece->letter == 's' && (piece->flags & PIECE_CAPITAL) != 0 &&
        !takes_number(next))
        return false; /* a sign misread: "8 S och" */
    if (piece->kind != PIECE_LETTER) /* "i", "f": words of their own too */
        return next == PIECE_SIGN || next == WORD_CLAUSE ||
               goes_on(reader, at + 1);
    if (takes_number(next))
        return true;
    return (piece->flags & PIECE_CAPITAL) == 0 || next == PIECE_COMMA ||
           next == WORD_AND || next == PIECE_DASH;
}

/* "kapitel fyra paragraf tre": only right after such a word. */
static bool is_spelled_out(const struct reader *reader, size_t at)
{
    unsigned before = at > 0 ? kind_of(reader, at - 1) : PIECE_END;

    return before == WORD_CHAPTER || before == WORD_CLAUSE;
}

/* "8", "8 a", "8a". A capital S at the end may be a sign misread: left. */
/* "l kap.": a one that a scanner took for a letter. */
static bool is_misread_one(const struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);

    return kind_of(reader, at + 1) == WORD_CHAPTER &&
           piece->end - piece->start == 1 &&
           (piece->letter == 'l' || (reader->ocr && piece->letter == 'i' &&
                                     (piece->flags & PIECE_CAPITAL) != 0));
}

size_t read_number(const struct reader *reader, size_t at,
                   struct law_number *number)
{
    const struct piece *piece = piece_at(reader, at);

    if (piece->kind == WORD_CARDINAL && is_spelled_out(reader, at)) {
        *number = (struct law_number){(uint16_t)piece->value, '\0'};
        return at + 1;
    }
    if (is_misread_one(reader, at)) {
        *number = (struct law_number){1, '\0'};
        return at + 1;
    }
    if (!is_number(piece))
        return 0;
    *number = number_of(piece);
    if (number->letter == '\0' && is_number_letter(reader, at + 1)) {
        number->letter = piece_at(reader, at + 1)->letter;
        return at + 2;
    }
    return at + 1;
}

/* Past the sign in "5 §-7 §", where each end has its own. */
static size_t skip_inner_sign(const struct reader *reader, size_t at)
{
    size_t dash = at + 1, last;

    if (kind_of(reader, at) != PIECE_SIGN)
        return at;
    last = skip_dash(reader, dash);
    if (last == dash || kind_of(reader, last) != PIECE_NUMBER)
        return at;
    last++;
    last += kind_of(reader, last) == PIECE_LETTER;
    return kind_of(reader, last) == PIECE_SIGN ? dash : at;
}

/* "h" after "12 e och": the number is that of the range before. */
static size_t read_bare_letter(const struct reader *reader, size_t at,
                               struct law_number before,
                               struct law_number *number)
{
    if (before.letter == '\0' || !is_number_letter(reader, at))
        return 0;
    *number = (struct law_number){before.value, piece_at(reader, at)->letter};
    return at + 1;
}

static size_t read_range(const struct reader *reader, size_t at,
                         struct law_number before, struct number_range *range)
{
    size_t end = read_number(reader, at, &range->first), dash, last;

    if (end == 0)
        end = read_bare_letter(reader, at, before, &range->first);
    if (end == 0)
        return 0;
    range->last = range->first;
    dash = skip_inner_sign(reader, end);
    last = skip_dash(reader, dash);
    if (last == dash)
        return end;
    dash = last;
    last = read_number(reader, dash, &range->last);
    if (last == 0)
        last = read_bare_letter(reader, dash, range->first, &range->last);
    if (last == 0)
        return end;
    return law_number_compare(range->first, range->last) > 0 ? 0 : last;
}

size_t read_one_range(struct reader *reader, size_t at)
{
    struct law_number none = {0, '\0'};

    reader->range_count = 1;
    return read_range(reader, at, none, &reader->ranges[0]);
}

size_t read_first_numbers(struct reader *reader, size_t at, size_t most)
{
    struct law_number before = {0, '\0'};
    size_t end = 0;

    reader->range_count = 0;
    while (reader->range_count < most) {
        struct number_range *range = &reader->ranges[reader->range_count];
        size_t next = read_range(reader, at, before, range);

        if (next == 0)
            break;
        reader->range_count++;
        before = range->last;
        end = next;
        at = skip_joins(reader, next);
        if (at == next)
            break;
    }
    return end;
}

size_t read_numbers(struct reader *reader, size_t at)
{
    return read_first_numbers(reader, at, READER_ITEMS);
}

size_t read_ordinals(struct reader *reader, size_t at)
{
    size_t end = 0;

    reader->range_count = 0;
    while (reader->range_count < ORDINALS_MOST &&
           kind_of(reader, at) == WORD_ORDINAL) {
        struct number_range *range = &reader->ranges[reader->range_count++];

        range->first = number_of(piece_at(reader, at));
        range->first.letter = '\0';
        range->last = range->first;
        end = at + 1;
        at = skip_dash(reader, end);
        if (at > end && kind_of(reader, at) == WORD_ORDINAL) {
            range->last.value = number_of(piece_at(reader, at)).value;
            end = at + 1;
        }
        at = skip_joins(reader, end);
        if (at == end)
            break;
    }
    return end;
}
