/* owner - who is responsible, and which school: names in the text. */
#include "base/buf.h"
#include "structure/front.h"
#include "structure/names.h"

enum { NAME_WORDS = 3, COMPANY_WORDS = 5 };

/* How surely a name is the huvudman's. */
enum rank { RANK_NONE, RANK_PLACE, RANK_NAMED, RANK_LINE };

static enum rank rank_of(const struct reading *reading, size_t first,
                         size_t end)
{
    const struct templates *templates = reading->templates;
    const struct line *line =
        &reading->lines[reading->tokens->items[first].block];

    if (first == line->body && (end == line->end || end + 1 == line->end ||
                                token_mark(reading, end) == ','))
        return RANK_LINE;
    if (first > 0 &&
        phrase_at(reading, templates->owner_place, first - 1, first))
        return RANK_PLACE;
    return RANK_NAMED;
}

struct best {
    struct reading *reading;
    enum rank rank;
    size_t first;
};

/* Keep a name when it is surer than the last, or as sure and earlier. */
static void offer(struct best *best, size_t first, size_t end, bool genitive)
{
    struct reading *reading = best->reading;
    struct outline *outline = reading->outline;
    enum rank rank = rank_of(reading, first, end);
    struct span span = token_span(reading->tokens, first, end);
    struct str text = document_text(reading->document, span);
    struct buf name = {0};

    if (rank < best->rank || (rank == best->rank && first >= best->first))
        return;
    best->rank = rank;
    best->first = first;
    if (genitive)
        text.length--;
    for (size_t i = 0; i < text.length; i++)
        buf_add_byte(&name, text.at[i] == '\n' ? ' ' : text.at[i]);
    outline->huvudman.text = arena_str(reading->arena, buf_str(&name));
    outline->huvudman.span = span;
    buf_free(&name);
}

/* "Xs kommun", "X kommuns". */
static void find_public(struct best *best, int lexicon, bool genitive,
                        size_t end)
{
    const struct reading *reading = best->reading;
    const struct hit *hit;
    size_t at = 0;

    while ((hit = phrase_in(reading, lexicon, at, end))) {
        size_t first = name_before(reading, hit->first, NAME_WORDS);

        at = hit->first + 1;
        if (first < hit->first)
            offer(best, first, hit->end, genitive);
    }
}

/* "Stiftelsen X", "Region X", "Stiftelsen Xs skola". */
static void find_founded(struct best *best, size_t end)
{
    const struct reading *reading = best->reading;
    const struct hit *hit;
    size_t at = 0;

    while ((hit = phrase_in(reading, reading->templates->owner_before, at,
                            end))) {
        size_t stop = name_after(reading, hit->end, NAME_WORDS);

        at = hit->first + 1;
        if (stop > hit->end && stop < end &&
            phrase_at(reading, reading->templates->unit_after, stop,
                      stop + 1))
            stop++;
        if (stop > hit->end &&
            reading->tokens->items[hit->first].flags & TOKEN_CAPITAL)
            offer(best, hit->first, stop, false);
    }
}

/* "Hagströms friskola AB": a word for a school may stand in the name. */
static size_t company_before(const struct reading *reading, size_t token)
{
    const struct templates *templates = reading->templates;
    size_t first = token;

    while (first > 0 && token - first < COMPANY_WORDS &&
           name_goes_on(reading, first) &&
           (name_word(reading, first - 1) ||
            phrase_at(reading, templates->unit_after, first - 1, first)))
        first--;
    while (first < token && !name_word(reading, first))
        first++;
    return first;
}

/* "AB", which has capitals; "ekonomisk förening", which needs none. */
static bool is_company_word(const struct reading *reading,
                            const struct hit *hit)
{
    return hit->end - hit->first > 1 ||
           reading->tokens->items[hit->first].flags & TOKEN_CAPITAL;
}

/* "X Friskola AB". */
static void find_company(struct best *best, size_t end)
{
    const struct reading *reading = best->reading;
    const struct hit *hit;
    size_t at = 0;

    while ((hit = phrase_in(reading, reading->templates->owner_company, at,
                            end))) {
        size_t first = company_before(reading, hit->first);

        at = hit->first + 1;
        if (first < hit->first && is_company_word(reading, hit))
            offer(best, first, hit->end, false);
    }
}

static void find_owner(struct best *best, size_t end)
{
    const struct templates *templates = best->reading->templates;

    find_public(best, templates->owner_after, false, end);
    find_public(best, templates->owner_genitive, true, end);
    find_founded(best, end);
    find_company(best, end);
}

bool owner_in(const struct reading *reading, size_t first, size_t end)
{
    const struct templates *templates = reading->templates;
    const struct hit *named;

    named = phrase_in(reading, templates->owner_after, first, end);
    if (named && name_before(reading, named->first, NAME_WORDS) >= first &&
        name_before(reading, named->first, NAME_WORDS) < named->first)
        return true;
    named = phrase_in(reading, templates->owner_company, first, end);
    return named && company_before(reading, named->first) < named->first &&
           is_company_word(reading, named);
}

bool owner_is_private(const struct reading *reading)
{
    const struct templates *templates = reading->templates;
    const struct line *line;
    size_t first, end;

    tokens_in(reading->tokens, reading->outline->huvudman.span, &first, &end);
    if (first == end)
        return false;
    line = &reading->lines[reading->tokens->items[first].block];
    return words_in(reading, line->first, line->end) ==
               words_in(reading, first, end) &&
           !phrase_in(reading, templates->owner_after, first, end) &&
           !phrase_in(reading, templates->owner_genitive, first, end);
}

/* The school's name at a hit: its tokens, or none (first == end). */
static size_t unit_at(const struct reading *reading, const struct hit *hit,
                      bool after, size_t *end)
{
    const struct templates *templates = reading->templates;
    size_t first = hit->first;

    *end = hit->end;
    if (*end < reading->tokens->count &&
        phrase_at(reading, templates->owner_company, *end, *end + 1))
        return *end;
    if (after) {
        first = name_before(reading, hit->first, NAME_WORDS);
        /* "Stiftelsen Xs skola" is whose the school is. */
        return first < hit->first &&
                       !phrase_at(reading, templates->owner_before, first,
                                  hit->first)
                   ? first
                   : *end;
    }
    if (!(reading->tokens->items[first].flags & TOKEN_CAPITAL) ||
        phrase_at(reading, templates->unit_common, first, hit->end))
        return *end;
    return first;
}

/* The first name of a school within the tokens; first == end when none. */
static size_t find_unit(const struct reading *reading, size_t from,
                        size_t stop, size_t *end)
{
    const struct templates *templates = reading->templates;
    size_t best = stop, best_end = stop;
    const struct hit *hit;

    for (int kind = 0; kind < 3; kind++) {
        const int lexicons[] = {templates->unit_endings,
                                templates->unit_after,
                                templates->unit_before};
        size_t at = from;

        while ((hit = phrase_in(reading, lexicons[kind], at, stop))) {
            size_t first;

            at = hit->first + 1;
            if (kind == 2) {
                *end = name_after(reading, hit->end, NAME_WORDS);
                first = *end > hit->end ? hit->first : *end;
            } else {
                first = unit_at(reading, hit, kind == 1, end);
            }
            if (first >= *end)
                continue;
            if (first < best || (first == best && *end > best_end)) {
                best = first;
                best_end = *end;
            }
            break;
        }
    }
    *end = best_end;
    return best;
}

struct span unit_in(const struct reading *reading, size_t first, size_t end)
{
    size_t stop;
    size_t at = find_unit(reading, first, end, &stop);

    return token_span(reading->tokens, at, stop);
}

size_t unit_count(const struct reading *reading, size_t most)
{
    enum { MOST = 8 };
    uint64_t seen[MOST];
    size_t count = 0, at = 0, end;

    while (count < most && count < MOST) {
        uint64_t key;
        bool known = false;

        at = find_unit(reading, at, reading->tokens->count, &end);
        if (at >= end)
            break;
        key = token_key(reading, at);
        for (size_t i = 0; i < count; i++)
            known |= seen[i] == key;
        if (!known)
            seen[count++] = key;
        at = end;
    }
    return count;
}

/*
 * "X kommun, Y": the form's header asks for huvudman and unit, so Y is the
 * unit whatever it is called, if it names no level and no board.
 */
static void find_listed_unit(struct reading *reading)
{
    struct outline *outline = reading->outline;
    size_t first, end, stop;
    const struct line *line;

    if (outline->huvudman.span.length == 0)
        return;
    tokens_in(reading->tokens, outline->huvudman.span, &first, &end);
    line = &reading->lines[reading->tokens->items[first].block];
    if (line->end > reading->tokens->block_first[reading->front_end] ||
        end + 1 >= line->end || token_mark(reading, end) != ',' ||
        line->words > 10)
        return;
    stop = end + 1;
    while (stop < line->end && token_mark(reading, stop) != ',')
        stop++;
    if (!(reading->tokens->items[end + 1].flags & TOKEN_CAPITAL) ||
        cue_in(reading, CUE_LEVEL_OWNER, end + 1, line->end) ||
        cue_in(reading, CUE_LEVEL_UNIT, end + 1, line->end) ||
        cue_in(reading, CUE_BOARD, end + 1, line->end))
        return;
    while (stop > end + 2 && !is_word(reading->tokens, stop - 1))
        stop--;
    outline->unit.span = token_span(reading->tokens, end + 1, stop);
    outline->unit.text = document_text(reading->document, outline->unit.span);
}

/* What stands after "Huvudman:" or "Enhet:" on a line of the front. */
static bool find_labelled(struct reading *reading, enum cue cue,
                          struct found *found)
{
    enum { LONGEST_NAME = 6 };

    for (size_t i = 0; i < reading->front_end; i++) {
        const struct line *line = &reading->lines[i];
        const struct hit *hit = cue_at(reading, cue, line->body, line->end);
        size_t first, end;

        if (hit == NULL || (size_t)hit->end + 1 >= line->end ||
            token_mark(reading, hit->end) != ':')
            continue;
        first = hit->end + 1;
        end = first;
        while (end < line->end && token_mark(reading, end) != '(' &&
               token_mark(reading, end) != ',' &&
               token_mark(reading, end) != '.')
            end++;
        if (words_in(reading, first, end) > LONGEST_NAME || end == first ||
            !(reading->tokens->items[first].flags & TOKEN_CAPITAL))
            continue;
        found->span = token_span(reading->tokens, first, end);
        found->text = document_text(reading->document, found->span);
        return true;
    }
    return false;
}

/* "Stiftelsen Xs skola" is the school's name too, where no other stands. */
static void find_own_unit(struct reading *reading)
{
    struct outline *outline = reading->outline;
    size_t first, end;

    tokens_in(reading->tokens, outline->huvudman.span, &first, &end);
    if (outline->unit.span.length == 0 && first < end &&
        phrase_at(reading, reading->templates->unit_after, end - 1, end))
        outline->unit = outline->huvudman;
}

void owner_find(struct reading *reading)
{
    struct best best = {.reading = reading, .first = SIZE_MAX};
    struct outline *outline = reading->outline;
    size_t front = reading->tokens->block_first[reading->front_end];
    struct span unit;

    find_owner(&best, front);
    if (best.rank == RANK_NONE)
        find_owner(&best, reading->tokens->count);
    if (best.rank < RANK_NAMED)
        find_labelled(reading, CUE_OWNER_LABEL, &outline->huvudman);
    if (find_labelled(reading, CUE_UNIT_LABEL, &outline->unit))
        return;
    unit = unit_in(reading, 0, front);
    if (unit.length) {
        outline->unit.span = unit;
        outline->unit.text = document_text(reading->document, unit);
    } else {
        find_listed_unit(reading);
        find_own_unit(reading);
    }
}
