/* columns - sets of sentences as bits, a bit per sentence in text order. */
#include "facts/columns.h"

#include "facts/columns_private.h"

#include <string.h>

/*
 * Conditions join whole columns; only those that count or measure look at
 * sentences one by one. Says the same as predicate_holds for each sentence.
 */

static uint64_t *new_column(struct columns *columns)
{
    return arena_alloc(columns->arena, columns->words * sizeof(uint64_t));
}

static uint64_t *name_column(struct columns *columns, unsigned name)
{
    return &columns->of_name[name * columns->words];
}

static void set(uint64_t *column, size_t index)
{
    column[index / 64] |= (uint64_t)1 << index % 64;
}

bool columns_next(const struct facts *facts, const uint64_t *column,
                  const uint64_t *other, size_t *index)
{
    size_t word = *index / 64, words = facts->columns->words;
    uint64_t past = ~(uint64_t)0 << *index % 64;

    for (; word < words; word++, past = ~(uint64_t)0) {
        uint64_t rest = column[word] & past & (other ? other[word] : past);

        if (rest) {
            *index = word * 64 + (size_t)__builtin_ctzll(rest);
            return true;
        }
    }
    return false;
}

/* All sentences and no bit beyond them. */
static void fill_all(const struct columns *columns, uint64_t *column)
{
    size_t rest = columns->facts->sentence_count % 64;

    memset(column, 0xFF, columns->words * sizeof *column);
    if (rest)
        column[columns->words - 1] = ((uint64_t)1 << rest) - 1;
}

/* Only where the lexicon may have a hit. */
static void keep_hits(struct columns *columns, uint64_t *column,
                      unsigned name)
{
    const uint64_t *hit = name_column(columns, name);

    for (size_t i = 0; i < columns->words; i++)
        column[i] &= hit[i] | columns->crossed[i];
}

/* Sentence by sentence, of those that may fulfil it. */
static void add_each(struct columns *columns,
                     const struct predicate *predicate, uint64_t *column)
{
    fill_all(columns, column);
    if (predicate->kind == PREDICATE_TIMES ||
        predicate->kind == PREDICATE_CLOSE ||
        predicate->kind == PREDICATE_RISES)
        keep_hits(columns, column, predicate->name);
    if (predicate->kind == PREDICATE_CLOSE)
        keep_hits(columns, column, predicate->other);
    for (size_t i = 0; columns_next(columns->facts, column, NULL, &i); i++)
        if (!predicate_holds(predicate, columns->facts, i))
            column[i / 64] &= ~((uint64_t)1 << i % 64);
}

/* The sentences that have one of those in `from` near enough. */
static void add_near(struct columns *columns,
                     const struct predicate *predicate, const uint64_t *from,
                     uint64_t *column)
{
    const struct facts *facts = columns->facts;

    for (size_t at = 0; columns_next(columns->facts, from, NULL, &at); at++) {
        size_t first = at > predicate->ahead ? at - predicate->ahead : 0;

        for (size_t i = first;
             i <= at + predicate->back && i < facts->sentence_count; i++)
            if (i == at ? predicate->here : facts_same_place(facts, i, at))
                set(column, i);
    }
}

/* All sentences of the blocks that hold one of those in `from`. */
static void add_blocks(struct columns *columns, const uint64_t *from,
                       uint64_t *column)
{
    const struct sentence *sentences = columns->facts->sentences;
    size_t count = columns->facts->sentence_count;

    for (size_t at = 0; columns_next(columns->facts, from, NULL, &at); at++) {
        size_t block = sentences[at].block;

        while (at > 0 && sentences[at - 1].block == block)
            at--;
        for (; at < count && sentences[at].block == block; at++)
            set(column, at);
        at--;
    }
}

/* The sentences under a heading that is one of those in `from`. */
static void add_under(struct columns *columns, const uint64_t *from,
                      uint64_t *column)
{
    const struct facts *facts = columns->facts;

    for (size_t i = 0; i < facts->sentence_count; i++) {
        size_t heading = facts->sentences[i].heading;

        if (heading != NO_SENTENCE && from[heading / 64] >> heading % 64 & 1)
            set(column, i);
    }
}

static const uint64_t *find(struct columns *columns,
                            const struct predicate *predicate, size_t depth);

static void join_list(struct columns *columns,
                      const struct predicate *predicate, uint64_t *column,
                      size_t depth)
{
    bool all = predicate->kind == PREDICATE_ALL;

    if (all)
        fill_all(columns, column);
    for (uint32_t item = 0; item < predicate->count; item++) {
        const uint64_t *one =
            find(columns, &predicate->items[item], depth + 1);

        for (size_t i = 0; i < columns->words; i++)
            column[i] = all ? column[i] & one[i] : column[i] | one[i];
    }
    if (predicate->kind != PREDICATE_NONE)
        return;
    for (size_t i = 0; i < columns->words; i++)
        column[i] = ~column[i];
    if (columns->facts->sentence_count % 64)
        column[columns->words - 1] &=
            ((uint64_t)1 << columns->facts->sentence_count % 64) - 1;
}

/*
 * The column of a condition, good until the next one of the same depth.
 * Depth is that of the rule file: LIMIT_YAML_DEPTH at most.
 */
static const uint64_t *find(struct columns *columns,
                            const struct predicate *predicate, size_t depth)
{
    uint64_t *column;

    if (predicate && predicate->kind == PREDICATE_NAME)
        return name_column(columns, predicate->name);
    if (columns->spare[depth] == NULL)
        columns->spare[depth] = new_column(columns);
    column = columns->spare[depth];
    memset(column, 0, columns->words * sizeof *column);
    if (predicate == NULL)
        return column;
    switch (predicate->kind) {
    case PREDICATE_NEAR:
        add_near(columns, predicate,
                 find(columns, predicate->items, depth + 1), column);
        break;
    case PREDICATE_PARAGRAPH:
        add_blocks(columns, find(columns, predicate->items, depth + 1),
                   column);
        break;
    case PREDICATE_UNDER:
        add_under(columns, find(columns, predicate->items, depth + 1),
                  column);
        break;
    case PREDICATE_ALL:
    case PREDICATE_ANY:
    case PREDICATE_NONE:
        join_list(columns, predicate, column, depth);
        break;
    default:
        add_each(columns, predicate, column);
    }
    return column;
}

void columns_take(const struct facts *facts, size_t into, size_t from)
{
    const struct sentence *sentence = &facts->sentences[from];
    struct columns *columns = facts->columns;

    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if (hit->end <= sentence->end_token)
            set(name_column(columns, hit->lexicon), into);
    }
}

static void take_crossed(struct columns *columns, size_t index)
{
    const struct facts *facts = columns->facts;
    const struct sentence *sentence = &facts->sentences[index];

    for (size_t i = 0; i < sentence->hit_count; i++)
        if (facts->hits.items[sentence->first_hit + i].end >
            sentence->end_token)
            set(columns->crossed, index);
}

bool sentence_has(const struct sentence *sentence, int name)
{
    size_t index = (size_t)(sentence - sentence->facts->sentences);
    struct columns *columns = sentence->facts->columns;

    return name >= 0 &&
           name_column(columns, (unsigned)name)[index / 64] >> index % 64 & 1;
}

static void add_mark(struct columns *columns, size_t mark)
{
    const struct marks *marks = columns->facts->marks;

    memcpy(name_column(columns, LEXICONS_MOST + (unsigned)mark),
           find(columns, marks->predicates[mark], 0), columns_size(columns));
}

void columns_make(struct arena *arena, struct facts *facts)
{
    struct columns *columns = arena_alloc(arena, sizeof *columns);

    facts->columns = columns;
    columns->arena = arena;
    columns->facts = facts;
    columns->words = (facts->sentence_count + 63) / 64;
    columns->of_predicate =
        arena_alloc(arena, (facts->marks->predicate_count + 1) *
                               sizeof *columns->of_predicate);
    columns->of_name = arena_alloc(arena, NAMES_MOST * columns_size(columns));
    columns->crossed = new_column(columns);
    for (size_t i = 0; i < facts->sentence_count; i++) {
        columns_take(facts, i, i);
        take_crossed(columns, i);
    }
}

void columns_mark(const struct facts *facts)
{
    for (size_t mark = 0; mark < facts->marks->count; mark++)
        add_mark(facts->columns, mark);
}

const uint64_t *column_of(const struct facts *facts,
                          const struct predicate *predicate)
{
    struct columns *columns = facts->columns;
    size_t number = predicate ? predicate->number : 0;
    uint64_t *column;

    if (predicate && predicate->kind == PREDICATE_NAME)
        return name_column(columns, predicate->name);
    if (columns->of_predicate[number] == NULL) {
        column = new_column(columns);
        memcpy(column, find(columns, predicate, 0), columns_size(columns));
        columns->of_predicate[number] = column;
    }
    return columns->of_predicate[number];
}

bool column_has(const struct facts *facts, const struct predicate *predicate,
                size_t index)
{
    return column_of(facts, predicate)[index / 64] >> index % 64 & 1;
}
