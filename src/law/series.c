/* series - chapters and clauses in a row, in every order they are written. */
#include "law/reader.h"
#include "law/register.h"

static void add_item(struct reader *reader, struct number_range range,
                     struct clause_part part, bool repaired)
{
    struct citation_item *item;

    if (reader->item_count == READER_ITEMS)
        return;
    item = &reader->items[reader->item_count++];
    *item = (struct citation_item){.last = range.last};
    item->provision.chapter = reader->chapter;
    item->provision.clause = range.first;
    item->provision.subclause = part.subclause;
    item->provision.item = part.item;
    item->provision.repaired = repaired || reader->misread;
}

void add_clauses(struct reader *reader, const struct number_range *ranges,
                 size_t count, bool repaired)
{
    struct clause_part none = {0, 0};

    for (size_t i = 0; i + 1 < count; i++)
        add_item(reader, ranges[i], none, repaired);
    if (count == 0)
        return;
    if (reader->part_count == 0)
        add_item(reader, ranges[count - 1], none, repaired);
    for (size_t i = 0; i < reader->part_count; i++)
        add_item(reader, ranges[count - 1], reader->parts[i], repaired);
}

static size_t read_list(struct reader *reader, size_t at)
{
    size_t end = read_numbers(reader, at);

    return end > 0 ? end : read_ordinals(reader, at);
}

/* "§§ 3-8", "paragraferna 33-38": the sign before the numbers. */
static size_t read_sign_first(struct reader *reader, size_t at)
{
    struct number_range ranges[READER_ITEMS];
    size_t start = at + 1, end, count;

    if (kind_of(reader, start) == PIECE_POINT)
        start++;
    end = read_numbers(reader, start);
    if (end == 0)
        return 0;
    count = reader->range_count;
    for (size_t i = 0; i < count; i++)
        ranges[i] = reader->ranges[i];
    if (reader->chapter.value == 0)
        reader->bare = true;
    end = read_parts(reader, end);
    add_clauses(reader, ranges, count, false);
    return end;
}

/* Whether a chapter's word stands there: the list's last number is its. */
static bool ends_in_chapter(const struct reader *reader, size_t at)
{
    return kind_of(reader, at) == WORD_CHAPTER ||
           (kind_of(reader, at) == PIECE_POINT &&
            kind_of(reader, at + 1) == WORD_CHAPTER);
}

/* "3, 5-7 §§ andra stycket": clauses of the present chapter. */
static size_t read_clauses(struct reader *reader, size_t at)
{
    struct number_range ranges[READER_ITEMS];
    size_t end, sign, count;
    bool repaired = false;

    if (kind_of(reader, at) == PIECE_SIGN ||
        kind_of(reader, at) == WORD_CLAUSE)
        return read_sign_first(reader, at);
    end = read_list(reader, at);
    if (end == 0)
        return 0;
    if (end > reader->furthest)
        reader->furthest = end;
    if (ends_in_chapter(reader, end) && reader->range_count > 1)
        end = read_first_numbers(reader, at, reader->range_count - 1);
    sign = read_sign(reader, end, &repaired);
    if (sign == 0)
        return 0;
    count = reader->range_count;
    if (kind_of(reader, end) == WORD_CLAUSE && reader->chapter.value == 0)
        reader->bare = true;
    if (sign == end && repaired)
        split_signs(reader, end);
    for (size_t i = 0; i < count; i++)
        ranges[i] = reader->ranges[i];
    end = read_parts(reader, sign);
    add_clauses(reader, ranges, count, repaired);
    return end;
}

/* The chapters in ranges, each as a whole. */
static void add_chapters(struct reader *reader, size_t count)
{
    struct number_range whole = {{0, '\0'}, {0, '\0'}};
    struct clause_part none = {0, 0};

    for (size_t i = 0; i < count; i++) {
        unsigned last = reader->ranges[i].last.value;

        reader->chapter = reader->ranges[i].first;
        if (reader->ranges[i].first.value + 60u < last)
            last = reader->ranges[i].first.value;
        for (;;) {
            add_item(reader, whole, none, false);
            if (reader->chapter.value >= last)
                break;
            reader->chapter.value++;
            reader->chapter.letter = '\0';
        }
    }
}

/* Past the point of "kap.", or what stands there in its stead. */
static size_t skip_chapter_point(const struct reader *reader, size_t at)
{
    unsigned kind = kind_of(reader, at);
    unsigned next = kind_of(reader, at + 1);

    if (kind == PIECE_POINT)
        return kind_of(reader, at + 1) == PIECE_POINT ? at + 2 : at + 1;
    if ((kind == PIECE_COMMA || kind == PIECE_COLON) &&
        (next == PIECE_NUMBER || next == PIECE_SIGN || next == WORD_CLAUSE ||
         next == WORD_ORDINAL))
        return at + 1;
    return at;
}

/* The clauses of a chapter that ends before `at`. */
static size_t read_chapter_clauses(struct reader *reader, size_t at,
                                   struct law_number chapter)
{
    reader->chapter = chapter;
    reader->context = chapter;
    return read_clauses(reader, skip_chapter_point(reader, at));
}

/* "4 kap. 3 §", "4 kap.", "4 och 5 kap.", "fjärde kapitlet 3 §". */
static size_t read_chapter_then(struct reader *reader, size_t at)
{
    size_t first = reader->item_count, end = read_list(reader, at), clauses;

    if (end > reader->furthest)
        reader->furthest = end;
    if (end > 0 && kind_of(reader, end) == PIECE_POINT &&
        reader->range_count == 1)
        end++;
    if (end == 0 || kind_of(reader, end++) != WORD_CHAPTER)
        return 0;
    reader->furthest = end;
    reader->part_count = 0;
    reader->plain = piece_at(reader, end - 1)->value == 0;
    reader->misread = piece_at(reader, at)->kind != PIECE_NUMBER &&
                      piece_at(reader, at)->kind != WORD_ORDINAL;
    if (reader->chapter.value != 0)
        add_clauses(reader, reader->ranges, reader->range_count - 1, true);
    else
        add_chapters(reader, reader->range_count - 1);
    clauses = read_chapter_clauses(
        reader, end, reader->ranges[reader->range_count - 1].last);
    if (clauses > 0)
        return clauses;
    reader->item_count = first;
    reader->bare |= reader->plain;
    read_list(reader, at);
    add_chapters(reader, reader->range_count);
    return kind_of(reader, end) == PIECE_POINT &&
                   (piece_at(reader, end)->flags & PIECE_GLUED) != 0
               ? end + 1
               : end;
}

/* "kap. 4 § 3", "kap 4 3 §"; "kap. 3" alone only beside a statute. */
static size_t read_chapter_before(struct reader *reader, size_t at)
{
    size_t first = reader->item_count, start = at + 1, end, clauses;
    struct law_number chapter;
    struct named_statute after;
    bool lenient = reader->lenient;

    if (kind_of(reader, at) != WORD_CHAPTER)
        return 0;
    if (kind_of(reader, start) == PIECE_POINT)
        start++;
    end = read_number(reader, start, &chapter);
    if (end == 0)
        return 0;
    reader->lenient = false;
    reader->plain = piece_at(reader, at)->value == 0;
    clauses = read_chapter_clauses(reader, end, chapter);
    reader->lenient = lenient;
    if (clauses > 0)
        return clauses;
    reader->item_count = first;
    end = read_numbers(reader, start);
    reader->furthest = end;
    if (end == 0 ||
        (!lenient && read_statute_after(reader, end, &after) == 0))
        return 0;
    reader->bare |= reader->plain;
    add_chapters(reader, reader->range_count);
    return end;
}

/* "3 § i 4 kap.", "paragraf 3 i kapitel 4": the chapter comes last. */
static size_t read_chapter_last(struct reader *reader, size_t at)
{
    bool joined = kind_of(reader, at) == WORD_IN;
    size_t start = at + joined, end;
    struct law_number none = {0, '\0'};

    if (reader->chapter.value != 0 || reader->item_count == 0)
        return 0;
    if (kind_of(reader, start) == WORD_CHAPTER) {
        start++;
        start += kind_of(reader, start) == PIECE_POINT;
        end = read_numbers(reader, start);
    } else if (joined) {
        end = read_list(reader, start);
        end = end > 0 && kind_of(reader, end) == WORD_CHAPTER ? end + 1 : 0;
    } else {
        return 0;
    }
    if (end == 0 || reader->range_count != 1 ||
        !register_knows(0, reader->ranges[0].last, none) ||
        kind_of(reader, skip_chapter_point(reader, end)) == PIECE_NUMBER ||
        kind_of(reader, end) == PIECE_SIGN)
        return 0;
    reader->chapter = reader->ranges[0].last;
    reader->context = reader->chapter;
    reader->bare = false;
    for (size_t i = 0; i < reader->item_count; i++)
        reader->items[i].provision.chapter = reader->chapter;
    return end + (kind_of(reader, end) == PIECE_POINT &&
                  (piece_at(reader, end)->flags & PIECE_GLUED) != 0 &&
                  kind_of(reader, end - 1) == WORD_CHAPTER);
}

static size_t read_unit(struct reader *reader, size_t at)
{
    size_t end = read_chapter_then(reader, at);

    if (end == 0)
        end = read_chapter_before(reader, at);
    if (end == 0)
        end = read_clauses(reader, at);
    return end;
}

size_t read_series(struct reader *reader, size_t at)
{
    size_t end = 0;

    while (reader->item_count < READER_ITEMS) {
        size_t next = read_unit(reader, at);

        if (next == 0)
            break;
        end = next;
        next = read_chapter_last(reader, end);
        if (next > 0)
            return next;
        next = end;
        at = skip_joins(reader, next);
        if (kind_of(reader, at) == WORD_IN)
            at++;
        if (at == next && !reader->lenient &&
            kind_of(reader, at) != PIECE_NUMBER)
            break;
    }
    return end;
}
