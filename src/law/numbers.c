/* numbers - the lists of numbers in citations. */
#include "law/reader.h"
#include "law/words.h"

enum { ORDINALS_MOST = 24 };

size_t skip_joins(const struct reader *reader, size_t at)
{
    if (kind_of(reader, at) == PIECE_COMMA)
        at++;
    while (kind_of(reader, at) == WORD_AND)
        at++;
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

/* Whether the letter at `at` belongs to the number before it. */
static bool is_number_letter(const struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);
    unsigned next = kind_of(reader, at + 1);

    if (piece->letter == '\0' || piece->kind == PIECE_NUMBER ||
        piece->end - piece->start != 1)
        return false;
    if (takes_number(next))
        return true;
    if (piece->kind != PIECE_LETTER)
        return false;
    return (piece->flags & PIECE_CAPITAL) == 0 || next == PIECE_COMMA ||
           next == WORD_AND || next == PIECE_DASH;
}

/* "8", "8 a", "8a". A capital S at the end may be a sign misread: left. */
static size_t read_number(const struct reader *reader, size_t at,
                          struct law_number *number)
{
    const struct piece *piece = piece_at(reader, at);

    if (!is_number(piece))
        return 0;
    *number = number_of(piece);
    if (number->letter == '\0' && is_number_letter(reader, at + 1)) {
        number->letter = piece_at(reader, at + 1)->letter;
        return at + 2;
    }
    return at + 1;
}

static bool dash_or_to(const struct reader *reader, size_t at)
{
    return kind_of(reader, at) == PIECE_DASH || kind_of(reader, at) == WORD_TO;
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
    size_t end = read_number(reader, at, &range->first), last;

    if (end == 0)
        end = read_bare_letter(reader, at, before, &range->first);
    if (end == 0)
        return 0;
    range->last = range->first;
    if (!dash_or_to(reader, end))
        return end;
    last = read_number(reader, end + 1, &range->last);
    if (last == 0)
        last = read_bare_letter(reader, end + 1, range->first, &range->last);
    if (last == 0)
        return end;
    return law_number_compare(range->first, range->last) > 0 ? 0 : last;
}

size_t read_numbers(struct reader *reader, size_t at)
{
    struct law_number before = {0, '\0'};
    size_t end = 0;

    reader->range_count = 0;
    while (reader->range_count < READER_ITEMS) {
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
        if (dash_or_to(reader, end) &&
            kind_of(reader, end + 1) == WORD_ORDINAL) {
            range->last.value = number_of(piece_at(reader, end + 1)).value;
            end += 2;
        }
        at = skip_joins(reader, end);
        if (at == end)
            break;
    }
    return end;
}
