/* names - statutes as citations name them. */
#include <string.h>

#include "law/reader.h"
#include "law/register.h"
#include "law/words.h"

static const struct piece *numbers_at(const struct reader *reader, size_t at)
{
    const struct piece *year = piece_at(reader, at);
    const struct piece *number = piece_at(reader, at + 2);

    if (year->kind != PIECE_NUMBER || year->digits != 4 ||
        year->value < 1600 || year->value > 2199 || year->letter != '\0' ||
        kind_of(reader, at + 1) != PIECE_COLON ||
        number->kind != PIECE_NUMBER || number->digits > 4 ||
        number->letter != '\0' || (number->flags & PIECE_ODD) != 0)
        return NULL;
    return year;
}

static void set_numbers(const struct reader *reader, size_t at,
                        const char *series, struct named_statute *statute)
{
    struct statute_id id = {.year = (uint16_t)piece_at(reader, at)->value,
                            .number = piece_at(reader, at + 2)->value};

    if (strlen(series) < sizeof id.series)
        memcpy(id.series, series, strlen(series));
    statute->id = id;
    statute->index = register_find(id);
    statute->numbered = true;
    statute->kind = series[0] != '\0' ? CITATION_REGULATION
                                      : CITATION_STATUTE;
}

/* "2010:800", "SFS 2010:800", "SKOLFS 2002:7". */
static size_t read_id(const struct reader *reader, size_t at,
                      struct named_statute *statute)
{
    const struct piece *word = piece_at(reader, at);
    const char *series = "";

    if (word->kind == WORD_SERIES)
        series = law_pool + word->value;
    if (word->kind == WORD_SERIES || word->kind == WORD_SFS) {
        at++;
        if (kind_of(reader, at) == PIECE_COLON)
            at++;
    }
    if (numbers_at(reader, at) == NULL)
        return 0;
    set_numbers(reader, at, series, statute);
    return at + 3;
}

/* What may follow a name: "(2010:800)", ", SFS 2010:800", "(OSL)". */
static size_t read_id_after(const struct reader *reader, size_t at,
                            struct named_statute *statute)
{
    size_t end, next;

    if (kind_of(reader, at) == PIECE_OPEN) {
        if (kind_of(reader, at + 1) == WORD_STATUTE &&
            kind_of(reader, at + 2) == PIECE_CLOSE)
            return at + 3;
        end = read_id(reader, at + 1, statute);
        if (end == 0)
            return at;
        next = end + (kind_of(reader, end) == PIECE_COMMA);
        if (kind_of(reader, next) == WORD_STATUTE)
            end = next + 1;
        return kind_of(reader, end) == PIECE_CLOSE ? end + 1 : end;
    }
    next = at + (kind_of(reader, at) == PIECE_COMMA);
    if (next > at && kind_of(reader, next) != WORD_SFS)
        return at;
    end = read_id(reader, next, statute);
    return end > 0 ? end : at;
}

static void set_index(struct named_statute *statute, int index)
{
    statute->index = index;
    statute->id = law_statutes[index].id;
    statute->kind = statute->id.series[0] != '\0' ? CITATION_REGULATION
                                                  : CITATION_STATUTE;
}

static int predecessor(int index)
{
    for (uint32_t i = 0; i < law_statute_count; i++)
        if (law_statutes[i].successor == index)
            return (int)i;
    return index;
}

/* The statute of that name that was passed in a year: "1985 års". */
static int of_year(int index, uint32_t year)
{
    for (int i = index; i >= 0; i = predecessor(i)) {
        if (law_statutes[i].id.year == year)
            return i;
        if (predecessor(i) == i)
            break;
    }
    return index;
}

/* "skollagen", "offentlighets- och sekretesslagen", "1985 års skollag". */
static size_t read_name(const struct reader *reader, size_t at,
                        struct named_statute *statute)
{
    uint32_t year = 0;
    bool old = false;
    const struct piece *name;

    if (piece_at(reader, at)->digits == 4 &&
        kind_of(reader, at + 1) == WORD_OF_YEAR) {
        year = piece_at(reader, at)->value;
        at += 2;
    }
    while (kind_of(reader, at) == WORD_OLD) {
        old = true;
        at++;
    }
    if (kind_of(reader, at) == WORD_HALF) {
        at++;
        at += kind_of(reader, at) == PIECE_DASH;
        at += kind_of(reader, at) == WORD_AND;
    }
    name = piece_at(reader, at);
    if (name->kind != WORD_STATUTE)
        return 0;
    set_index(statute, (int)name->value);
    if (old)
        set_index(statute, predecessor(statute->index));
    if (year != 0) {
        set_index(statute, of_year(statute->index, year));
        statute->numbered = true;
    }
    statute->beside = name->how == NAME_BESIDE;
    return read_id_after(reader, at + 1, statute);
}

/* "lagen (2018:1197)", "förordningen (SKOLFS 2002:7)". */
static size_t read_act(const struct reader *reader, size_t at,
                       struct named_statute *statute)
{
    size_t end;

    if (kind_of(reader, at) != WORD_ACT)
        return 0;
    end = read_id_after(reader, at + 1, statute);
    return end > at + 1 && statute->numbered ? end : 0;
}

/* "(2010:800)" alone: only a statute we know, as references look alike. */
static size_t read_bare_id(const struct reader *reader, size_t at,
                           struct named_statute *statute)
{
    bool open = kind_of(reader, at) == PIECE_OPEN;
    size_t end = read_id(reader, at + open, statute);
    uint32_t start = piece_at(reader, at)->start;

    if (end == 0)
        return 0;
    if (kind_of(reader, at + open) != PIECE_NUMBER)
        return end + (open && kind_of(reader, end) == PIECE_CLOSE);
    if (statute->index < 0 || kind_of(reader, end) != PIECE_CLOSE ||
        (!open && (start == 0 || reader->text.at[start - 1] != '(')))
        return 0;
    return end + 1;
}

/* "2010:800" beside provisions: a statute that we know needs no more. */
static size_t read_known_id(const struct reader *reader, size_t at,
                            struct named_statute *statute)
{
    size_t end;

    if (kind_of(reader, at) != PIECE_NUMBER)
        return 0;
    *statute = (struct named_statute){.index = -1, .start = at};
    end = read_id(reader, at, statute);
    if (end == 0 || statute->index < 0)
        return 0;
    statute->beside = true;
    statute->end = end;
    return end;
}

size_t read_statute(const struct reader *reader, size_t at,
                    struct named_statute *statute)
{
    size_t end;

    *statute = (struct named_statute){.index = -1, .start = at};
    end = read_name(reader, at, statute);
    if (end == 0)
        end = read_act(reader, at, statute);
    if (end == 0)
        end = read_bare_id(reader, at, statute);
    statute->end = end;
    return end;
}

size_t read_statute_before(const struct reader *reader, size_t at,
                           struct named_statute *statute)
{
    size_t end = read_statute(reader, at, statute);

    return end > 0 ? end : read_known_id(reader, at, statute);
}

/* A word after the citation that is no piece: "arbetsmiljöförordningen". */
static bool unknown_name_follows(const struct reader *reader, size_t at)
{
    struct str text = reader->text;
    size_t start, end;

    if (kind_of(reader, at) != PIECE_END || at == 0)
        return false;
    start = reader->pieces[at - 1].end;
    while (start < text.length && text.at[start] == ' ')
        start++;
    for (end = start; end < text.length && end - start < 80; end++)
        if ((uint8_t)text.at[end] < 0x80 &&
            ((text.at[end] | 0x20) < 'a' || (text.at[end] | 0x20) > 'z'))
            break;
    return end > start &&
           word_is_statute_like(str_part(text, start, end - start));
}

void use_amended(struct named_statute *statute)
{
    int amended = register_amended_by(statute->id, NULL);

    if (amended >= 0)
        set_index(statute, amended);
}

/* "Skollagen säger" on a new line is a sentence of its own. */
static bool begins_line(const struct reader *reader, size_t at)
{
    const struct piece *piece = piece_at(reader, at);

    return (piece->flags & PIECE_LINE) != 0 &&
           (piece->flags & PIECE_CAPITAL) != 0 && piece->how == NAME_PLAIN;
}

size_t read_statute_after(const struct reader *reader, size_t at,
                          struct named_statute *statute)
{
    size_t start = at, end;

    *statute = (struct named_statute){.index = -1, .start = at};
    if (kind_of(reader, at) == WORD_IN)
        at++;
    while (kind_of(reader, at) == WORD_THIS) {
        at++;
        if (kind_of(reader, at) == PIECE_COLON &&
            piece_at(reader, at + 1)->letter != '\0')
            at += 2; /* "FN:s" */
    }
    end = read_statute(reader, at, statute);
    if (end > 0 && begins_line(reader, at) && !statute->numbered &&
        !ends_there(reader, end))
        return 0;
    if (end == 0)
        end = read_known_id(reader, at, statute);
    if (end > 0) {
        if (statute->index < 0)
            use_amended(statute);
        return end;
    }
    if (kind_of(reader, at) == PIECE_OPEN) {
        end = read_name(reader, at + 1, statute);
        if (end > 0 && kind_of(reader, end) == PIECE_CLOSE) {
            statute->end = end;
            return end + 1;
        }
        *statute = (struct named_statute){.index = -1, .start = at};
    }
    if (kind_of(reader, at) == WORD_ACT || unknown_name_follows(reader, at)) {
        statute->unknown = true;
        statute->end = at;
        return at > start ? at : start;
    }
    return 0;
}
