/* citation - references to statutes found in running text. */
#include "law/citation.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "law/finder.h"
#include "law/register.h"
#include "law/tables.h"

static struct str span_of(const struct finder *finder, size_t first,
                          size_t end, struct span *span)
{
    span->start = finder->reader.pieces[first].start;
    span->length = finder->reader.pieces[end - 1].end - span->start;
    return span_text(finder->reader.text, *span);
}

static void add_citation(struct finder *finder, struct citation citation)
{
    struct citations *found = &finder->found;

    found->seen++;
    if (found->count >= LIMIT_CITATIONS ||
        finder->provisions >= LIMIT_PROVISIONS) {
        found->cut = true;
        found->unread++;
        return;
    }
    if (citation.open)
        found->unread++;
    finder->provisions += citation_on(finder->arena, &citation, finder->date,
                                      LIMIT_PROVISIONS - finder->provisions);
    found->items = arena_grow(finder->arena, found->items, found->count,
                              &finder->capacity, sizeof *found->items);
    found->items[found->count++] = citation;
}

static void name_statute(struct finder *finder, struct citation *citation,
                         const struct named_statute *statute)
{
    struct span span;

    citation->id = statute->id;
    citation->kind = statute->kind;
    citation->numbered = statute->numbered;
    if (statute->index >= 0)
        citation->statute = register_name(statute->index);
    else if (statute->end > statute->start)
        citation->statute = span_of(finder, statute->start, statute->end,
                                    &span);
}

static void copy_items(struct finder *finder, struct citation *citation,
                       int index)
{
    struct reader *reader = &finder->reader;
    size_t size = reader->item_count * sizeof *reader->items;

    citation->item_count = reader->item_count;
    if (size == 0)
        return;
    citation->items = arena_alloc(finder->arena, size);
    memcpy(citation->items, reader->items, size);
    for (size_t i = 0; i < citation->item_count; i++)
        citation->items[i].provision.statute = citation->id;
    finder_bind(finder, citation, index);
}

static void remember(struct finder *finder,
                     const struct named_statute *statute, bool alone)
{
    finder->last = *statute;
    finder->last_free = alone;
    finder->last_end = finder->reader.pieces[statute->end - 1].end;
}

/* Whole chapters without a statute: only such as the first one has. */
static bool are_chapters(const struct reader *reader)
{
    for (size_t i = 0; i < reader->item_count; i++)
        if (reader->items[i].provision.clause.value == 0 &&
            !register_knows(0, reader->items[i].provision.chapter,
                            reader->items[i].last))
            return false;
    return true;
}

/* Make a citation of the pieces; false when they turn out to be none. */
static bool finish(struct finder *finder, size_t first, size_t end,
                   struct named_statute statute, bool named)
{
    struct reader *reader = &finder->reader;
    struct citation citation = {.named = named || statute.unknown};

    span_of(finder, first, end, &citation.span);
    if (!named && (reader->bare || !are_chapters(reader) ||
                   reads_minutes(&finder->reader, citation.span)))
        return false;
    if (!named && !statute.unknown) {
        if (!finder_borrow(finder, citation.span.start, &statute)) {
            statute = (struct named_statute){.index = 0};
            statute.id = register_statute(0);
        }
        statute.numbered = false;
    }
    name_statute(finder, &citation, &statute);
    copy_items(finder, &citation, statute.index);
    if (!repairs_hold(&citation, statute.index)) {
        finder->found.seen++;
        finder->found.unread++;
        return false;
    }
    if (reader->context.value != 0 && reader->item_count > 0)
        finder->context_at = citation.span.start;
    if (named && statute.end > statute.start)
        remember(finder, &statute, reader->item_count == 0);
    add_citation(finder, citation);
    return true;
}

/* "artikel 12 och 13" into items. */
static size_t read_articles(struct reader *reader, size_t at)
{
    size_t end = at + 1;

    if (kind_of(reader, at) != WORD_ARTICLE)
        return 0;
    end += kind_of(reader, end) == PIECE_POINT;
    end = read_numbers(reader, end);
    for (size_t i = 0; end > 0 && i < reader->range_count; i++) {
        struct citation_item *item = &reader->items[reader->item_count++];

        *item = (struct citation_item){.last = reader->ranges[i].last};
        item->provision.clause = reader->ranges[i].first;
    }
    return end;
}

static void begin(struct reader *reader, bool lenient)
{
    reader->item_count = 0;
    reader->lenient = lenient;
    reader->bare = false;
    reader->misread = false;
    reader->chapter = (struct law_number){0, '\0'};
}

/* What may stand between a statute and its provisions. */
static size_t skip_connector(const struct reader *reader, size_t at)
{
    unsigned kind = kind_of(reader, at);

    if (kind == PIECE_POINT && at > 0 &&
        kind_of(reader, at - 1) == WORD_STATUTE &&
        piece_at(reader, at - 1)->how != NAME_PLAIN)
        return at + 1; /* "SkolL. 4 kap." */
    return kind == PIECE_COMMA || kind == PIECE_COLON ||
                   kind == PIECE_OPEN || kind == PIECE_DASH
               ? at + 1
               : at;
}

/* "SL (2010:800)": no longer a mere abbreviation, nor a mere number. */
static bool spelled_by_number(const struct reader *reader,
                              const struct named_statute *statute)
{
    return statute->numbered &&
           kind_of(reader, statute->start) == WORD_STATUTE;
}

/* "skollagen 4 kap. 3 §", "SL 4:3", "skollagen". */
static size_t read_statute_first(struct finder *finder, size_t at)
{
    struct reader *reader = &finder->reader;
    struct named_statute statute;
    size_t name = read_statute_before(reader, at, &statute), start, end;

    if (name == 0)
        return 0;
    begin(reader, true);
    start = skip_connector(reader, name);
    end = read_colons(reader, start);
    if (end == 0)
        end = read_articles(reader, start);
    if (end == 0)
        end = read_series(reader, start);
    if (end > 0) {
        struct named_statute amended = statute;

        if (statute.index < 0)
            use_amended(&amended);
        if (finish(finder, at, end, amended, true))
            return end;
    }
    if (statute.beside && !spelled_by_number(reader, &statute))
        return 0;
    reader->item_count = 0;
    finish(finder, at, name, statute, true);
    return name;
}

/* Whether a series begins here: then a name before it belongs to that. */
static bool begins_series(const struct reader *reader, size_t at)
{
    return kind_of(reader, at) == PIECE_NUMBER &&
           (kind_of(reader, at + 1) == WORD_CHAPTER ||
            kind_of(reader, at + 1) == PIECE_SIGN ||
            (kind_of(reader, at + 1) == PIECE_COLON &&
             piece_at(reader, at)->digits < 3));
}

/* The statute after a series, also after a comma. */
static size_t read_trailing(const struct finder *finder, size_t at,
                            struct named_statute *statute)
{
    const struct reader *reader = &finder->reader;
    size_t end;

    if (kind_of(reader, at) == WORD_SAME &&
        kind_of(reader, at + 1) == WORD_ACT && finder->last.index >= 0) {
        *statute = finder->last;
        statute->start = at;
        statute->end = at + 2;
        return at + 2;
    }
    end = read_statute_after(reader, at, statute);
    if (end > 0 || kind_of(reader, at) != PIECE_COMMA)
        return end;
    end = read_statute(reader, at + 1, statute);
    if (end == 0 || begins_series(reader, skip_connector(reader, end))) {
        *statute = (struct named_statute){.index = -1};
        return 0;
    }
    return end;
}

/* "4 kap. 3 § skollagen", "4:3 skollagen", "artikel 3 i ...". */
static size_t read_provisions_first(struct finder *finder, size_t at)
{
    struct reader *reader = &finder->reader;
    struct named_statute statute = {.index = -1};
    size_t end, after;
    bool needs_name = kind_of(reader, at) != WORD_CHAPTER;

    begin(reader, false);
    end = read_colons(reader, at);
    if (end == 0)
        end = read_articles(reader, at);
    if (end == 0) {
        begin(reader, false);
        end = read_series(reader, at);
        needs_name = false;
    }
    if (end == 0)
        return 0;
    after = read_trailing(finder, end, &statute);
    if (after == 0 && needs_name)
        return 0;
    if (after > 0 && needs_name &&
        (statute.unknown || (statute.beside && !statute.numbered)))
        return 0;
    if (after < end)
        after = end;
    after = read_late_parts(reader, after);
    return finish(finder, at, after, statute,
                  statute.end > 0 && !statute.unknown)
               ? after
               : 0;
}

static bool is_letter_or_digit(char byte)
{
    return (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

/* "Prop. 2021/22:160 s. 226", "bet. 2009/10:UbU21", "SOU 2017:35". */
static size_t read_preparatory(struct finder *finder, size_t at)
{
    struct reader *reader = &finder->reader;
    struct citation citation = {.kind = CITATION_PREPARATORY, .named = true};
    size_t end = at + 1;
    uint32_t last;

    if (kind_of(reader, at) != WORD_PREPARATORY)
        return 0;
    end += kind_of(reader, end) == PIECE_POINT;
    if ((kind_of(reader, end) != PIECE_SESSION &&
         piece_at(reader, end)->digits != 4) ||
        kind_of(reader, end + 1) != PIECE_COLON)
        return 0;
    end += 2;
    last = reader->pieces[end - 1].end;
    if (kind_of(reader, end) == PIECE_NUMBER)
        last = reader->pieces[end++].end;
    while (last < reader->text.length &&
           is_letter_or_digit(reader->text.at[last]))
        last++;
    citation.span.start = reader->pieces[at].start;
    citation.span.length = last - citation.span.start;
    citation.statute = span_text(reader->text, citation.span);
    if (kind_of(reader, end) == PIECE_COMMA &&
        kind_of(reader, end + 1) == WORD_PAGE)
        end++;
    if (kind_of(reader, end) == WORD_PAGE) {
        size_t page = end + 1 + (kind_of(reader, end + 1) == PIECE_POINT);

        page = read_numbers(reader, page);
        if (page > 0) {
            citation.span.length =
                reader->pieces[page - 1].end - citation.span.start;
            end = page;
        }
    }
    add_citation(finder, citation);
    return end;
}

/* Whether a piece shows that a citation was meant here. */
static bool looks_like_one(const struct reader *reader, size_t at)
{
    unsigned kind = kind_of(reader, at);
    unsigned before = at > 0 ? kind_of(reader, at - 1) : PIECE_END;

    if (kind != PIECE_SIGN &&
        (kind != WORD_CHAPTER || piece_at(reader, at)->value == 0))
        return false;
    return before == PIECE_NUMBER || before == PIECE_LETTER;
}

static void read_run(struct finder *finder)
{
    struct reader *reader = &finder->reader;
    size_t at = 0;

    reader->pieces = finder->scan.pieces;
    reader->count = finder->scan.count;
    while (at < reader->count) {
        size_t end;

        reader->furthest = 0;
        end = read_preparatory(finder, at);
        if (end == 0)
            end = read_statute_first(finder, at);
        if (end == 0)
            end = read_provisions_first(finder, at);
        if (end > at) {
            at = end;
            continue;
        }
        end = at + 1;
        if (reader->furthest > end)
            end = reader->furthest;
        for (; at < end; at++)
            if (looks_like_one(reader, at)) {
                finder->found.seen++;
                finder->found.unread++;
            }
    }
}

struct citations citations_read_on(struct arena *arena, struct str text,
                                   bool ocr, struct date date)
{
    struct finder *finder = memory_alloc(sizeof *finder);
    struct citations found;

    memset(finder, 0, sizeof *finder);
    finder->arena = arena;
    finder->date = date;
    finder->last.index = -1;
    finder->scan.text = text;
    finder->reader.text = text;
    finder->reader.ocr = ocr;
    while (scan_run(&finder->scan))
        read_run(finder);
    found = finder->found;
    free(finder);
    return found;
}

struct citations citations_read(struct arena *arena, struct str text,
                                bool ocr)
{
    return citations_read_on(arena, text, ocr, (struct date){0, 0, 0});
}

struct citation *citations_find(struct arena *arena, struct str text,
                                bool ocr, size_t *count)
{
    struct citations found = citations_read(arena, text, ocr);

    *count = found.count;
    return found.items;
}
