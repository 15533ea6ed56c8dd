/* colons - provisions written "4:3". */
#include "law/reader.h"

/* The second number of "5:1-2"; not the first of "4:3-5:1". */
static size_t read_colon_end(const struct reader *reader, size_t at,
                             struct number_range *range)
{
    struct law_number last;
    size_t end;

    range->last = range->first;
    if (kind_of(reader, at) != PIECE_DASH)
        return at;
    end = read_number(reader, at + 1, &last);
    if (end == 0 || kind_of(reader, end) == PIECE_COLON ||
        law_number_compare(range->first, last) > 0)
        return at;
    range->last = last;
    return end;
}

/* "kap 4:3", "kap. 4:3": the word says what the colon says once more. */
static size_t skip_chapter_word(const struct reader *reader, size_t at)
{
    if (kind_of(reader, at) != WORD_CHAPTER)
        return at;
    return at + 1 + (kind_of(reader, at + 1) == PIECE_POINT);
}

/* One "4:3" or "5:1-2", glued around the colon. */
static size_t read_colon(struct reader *reader, size_t at)
{
    struct law_number chapter;
    struct number_range range;
    const struct piece *clause;
    size_t colon, end;

    colon = read_number(reader, skip_chapter_word(reader, at), &chapter);
    clause = piece_at(reader, colon + 1);
    if (colon == 0 || chapter.value > 99 ||
        kind_of(reader, colon) != PIECE_COLON ||
        clause->kind != PIECE_NUMBER || (clause->flags & PIECE_ODD) != 0 ||
        (piece_at(reader, colon)->flags & clause->flags & PIECE_GLUED) == 0)
        return 0;
    reader->chapter = chapter;
    end = read_number(reader, colon + 1, &range.first);
    end = read_colon_end(reader, end, &range);
    end = read_parts(reader, end);
    add_clauses(reader, &range, 1, false);
    return end;
}

size_t read_colons(struct reader *reader, size_t at)
{
    size_t end = 0;

    while (reader->item_count < READER_ITEMS) {
        size_t next = read_colon(reader, at);

        if (next == 0)
            break;
        end = next;
        at = skip_joins(reader, next);
        if (at == next)
            break;
    }
    return end;
}
