/* parts - subclauses and items of the clause that was just named. */
#include "law/reader.h"

enum { ITEM_MOST = 60 };

static void add_part(struct reader *reader, unsigned subclause, unsigned item)
{
    if (reader->part_count == READER_PARTS)
        return;
    reader->parts[reader->part_count++] =
        (struct clause_part){(uint8_t)subclause, (uint8_t)item};
}

static void add_subclauses(struct reader *reader)
{
    for (size_t i = 0; i < reader->range_count; i++) {
        unsigned first = reader->ranges[i].first.value;
        unsigned last = reader->ranges[i].last.value;

        if (last > first + READER_PARTS)
            last = first + READER_PARTS;
        for (unsigned number = first; number <= last && number < 256; number++)
            add_part(reader, number, 0);
    }
}

/* Items of the last subclause named; of the clause itself when none was. */
static void add_items(struct reader *reader)
{
    unsigned subclause = 0;

    if (reader->part_count > 0) {
        struct clause_part *last = &reader->parts[reader->part_count - 1];

        subclause = last->subclause;
        if (last->item == 0)
            reader->part_count--;
    }
    for (size_t i = 0; i < reader->range_count; i++)
        for (unsigned n = reader->ranges[i].first.value;
             n <= reader->ranges[i].last.value && n <= ITEM_MOST; n++)
            add_part(reader, subclause, n);
}

static size_t skip_point(const struct reader *reader, size_t at)
{
    if (kind_of(reader, at) == PIECE_POINT &&
        (piece_at(reader, at)->flags & PIECE_GLUED) != 0 &&
        kind_of(reader, at + 1) != PIECE_END)
        return at + 1;
    return at;
}

/* "andra stycket", "första och andra styckena", "1 st.", "stycke 2". */
static size_t read_subclause(struct reader *reader, size_t at)
{
    size_t end;

    if (kind_of(reader, at) == WORD_SUBCLAUSE) {
        end = skip_point(reader, at + 1);
        if (kind_of(reader, end) != PIECE_NUMBER)
            return 0;
        end = read_numbers(reader, end);
        if (end > 0)
            add_subclauses(reader);
        return end;
    }
    end = read_numbers(reader, at);
    if (end == 0)
        end = read_ordinals(reader, at);
    if (end == 0 || kind_of(reader, end) != WORD_SUBCLAUSE)
        return 0;
    add_subclauses(reader);
    return skip_point(reader, end + 1);
}

static bool begins_clause(unsigned kind)
{
    return kind == PIECE_SIGN || kind == WORD_CLAUSE || kind == WORD_CHAPTER ||
           kind == PIECE_COLON || kind == WORD_SUBCLAUSE ||
           kind == PIECE_REPAIR || kind == WORD_OF_YEAR;
}

/* Whether the list that ends at `end` names clauses or chapters after all. */
static bool is_of_clauses(const struct reader *reader, size_t end)
{
    return begins_clause(kind_of(reader, end)) ||
           (kind_of(reader, end) == PIECE_POINT &&
            kind_of(reader, end + 1) == WORD_CHAPTER);
}

/* Items; of a list that goes on to clauses only its first range. */
static size_t read_item_list(struct reader *reader, size_t at)
{
    size_t end = read_numbers(reader, at), first;

    if (end == 0 || !is_of_clauses(reader, end))
        return end;
    first = read_one_range(reader, at);
    return first < end ? first : 0;
}

/* "2 p.", "2p", "p. 2", "punkterna 2 och 3", "andra punkten". */
static size_t read_named_item(struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);
    size_t end;

    if (piece->kind == WORD_ITEM) {
        end = read_item_list(reader, skip_point(reader, at + 1));
        if (end > 0)
            add_items(reader);
        return end;
    }
    if (piece->kind == PIECE_NUMBER && kind_of(reader, at + 1) == WORD_ITEM) {
        reader->range_count = 1;
        reader->ranges[0].first = (struct law_number){
            (uint16_t)(piece->value & 0xff), '\0'};
        reader->ranges[0].last = reader->ranges[0].first;
        add_items(reader);
        return skip_point(reader, at + 2);
    }
    end = read_ordinals(reader, at);
    if (end == 0 || kind_of(reader, end) != WORD_ITEM)
        return 0;
    add_items(reader);
    return end + 1;
}

/* "första meningen", "2 men.", "andra strecksatsen": read, not kept. */
static size_t read_sentence(struct reader *reader, size_t at)
{
    size_t end = at + 1;
    unsigned kind;

    if (kind_of(reader, at) != PIECE_NUMBER) {
        end = read_ordinals(reader, at);
        if (end == 0)
            return 0;
    }
    kind = kind_of(reader, end);
    return kind == WORD_SENTENCE || kind == WORD_DASH_ITEM ? end + 1 : 0;
}

/* "3 och 4" right after a sign or "stycket". */
static size_t read_plain_items(struct reader *reader, size_t at)
{
    bool after_subclause = kind_of(reader, at - 1) == WORD_SUBCLAUSE;
    const struct piece *piece = piece_at(reader, at);
    size_t end;

    if (piece->kind != PIECE_NUMBER || piece->value > ITEM_MOST ||
        (piece->flags & (PIECE_ODD | PIECE_GLUED)) != 0)
        return 0;
    end = read_item_list(reader, at);
    if (end == 0)
        return 0;
    if (!after_subclause && kind_of(reader, end) == PIECE_END &&
        !ends_there(reader, end) && piece->value > 9)
        return 0; /* "4 kap. 3 § 15 elever" */
    if (reader->ranges[0].first.value > ITEM_MOST ||
        reader->ranges[reader->range_count - 1].last.value > ITEM_MOST)
        return 0;
    add_items(reader);
    return end;
}

static size_t read_part(struct reader *reader, size_t at, bool after_sign)
{
    size_t end = read_subclause(reader, at);

    if (end == 0)
        end = read_named_item(reader, at);
    if (end == 0)
        end = read_sentence(reader, at);
    if (end == 0 && after_sign)
        end = read_plain_items(reader, at);
    return end;
}

static size_t read_all_parts(struct reader *reader, size_t at,
                             bool after_sign)
{
    reader->part_count = 0;
    while (reader->part_count < READER_PARTS) {
        size_t next = read_part(reader, at, after_sign);

        if (next == 0 && kind_of(reader, at) == WORD_FOLLOWING)
            next = at + 1;
        if (next == 0) {
            next = skip_joins(reader, at);
            next = next > at ? read_part(reader, next, false) : 0;
        }
        if (next == 0)
            break;
        after_sign = kind_of(reader, next - 1) == WORD_SUBCLAUSE ||
                     kind_of(reader, next - 1) == PIECE_POINT;
        at = next;
    }
    return at;
}

size_t read_parts(struct reader *reader, size_t at)
{
    return read_all_parts(reader, at, true);
}

size_t read_late_parts(struct reader *reader, size_t at)
{
    struct citation_item *last;
    size_t end = read_all_parts(reader, at, false);

    if (reader->part_count == 0 || reader->item_count == 0)
        return at;
    last = &reader->items[reader->item_count - 1];
    if (last->provision.clause.value == 0 || last->provision.subclause != 0 ||
        last->provision.item != 0)
        return at;
    last->provision.subclause = reader->parts[0].subclause;
    last->provision.item = reader->parts[0].item;
    return end;
}
