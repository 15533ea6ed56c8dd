/* marks - every mark of every sentence, worked out 64 sentences at a time. */
#include "facts/marks.h"

#include "base/limits.h"

#include <string.h>

/*
 * A column has a bit per sentence. Conditions join whole columns; only those
 * that count or measure look at sentences one by one. Says the same as
 * predicate_holds for each sentence.
 */
struct columns {
    struct arena *arena;
    struct facts *facts;
    size_t words;       /* of a column */
    uint64_t *of_name;  /* NAMES_MOST columns */
    uint64_t *spare[LIMIT_YAML_DEPTH + 1]; /* one per depth, made when used */
    uint64_t *crossed;  /* sentences that a hit begins in and goes on after */
};

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

/* The next bit of the column at or after `from`, or SIZE_MAX. */
static size_t next_set(const struct columns *columns, const uint64_t *column,
                       size_t from)
{
    size_t word = from / 64;
    uint64_t rest;

    if (word >= columns->words)
        return SIZE_MAX;
    rest = column[word] >> from % 64 << from % 64;
    while (rest == 0) {
        if (++word == columns->words)
            return SIZE_MAX;
        rest = column[word];
    }
    return word * 64 + (size_t)__builtin_ctzll(rest);
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
        predicate->kind == PREDICATE_CLOSE)
        keep_hits(columns, column, predicate->name);
    if (predicate->kind == PREDICATE_CLOSE)
        keep_hits(columns, column, predicate->other);
    for (size_t i = next_set(columns, column, 0); i != SIZE_MAX;
         i = next_set(columns, column, i + 1))
        if (!predicate_holds(predicate, columns->facts, i))
            column[i / 64] &= ~((uint64_t)1 << i % 64);
}

/* The sentences that have one of those in `from` near enough. */
static void add_near(struct columns *columns,
                     const struct predicate *predicate, const uint64_t *from,
                     uint64_t *column)
{
    const struct facts *facts = columns->facts;

    for (size_t at = next_set(columns, from, 0); at != SIZE_MAX;
         at = next_set(columns, from, at + 1)) {
        size_t first = at > predicate->ahead ? at - predicate->ahead : 0;

        for (size_t i = first; i <= at + predicate->back &&
                               i < facts->sentence_count; i++)
            if (i == at ? predicate->here
                        : facts_same_place(facts, i, at))
                set(column, i);
    }
}

/* All sentences of the blocks that hold one of those in `from`. */
static void add_blocks(struct columns *columns, const uint64_t *from,
                       uint64_t *column)
{
    const struct sentence *sentences = columns->facts->sentences;
    size_t count = columns->facts->sentence_count;

    for (size_t at = next_set(columns, from, 0); at != SIZE_MAX;
         at = next_set(columns, from, at + 1)) {
        size_t block = sentences[at].block;

        while (at > 0 && sentences[at - 1].block == block)
            at--;
        for (; at < count && sentences[at].block == block; at++)
            set(column, at);
        at--;
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
    for (const struct predicate *item = predicate->first; item;
         item = item->next) {
        const uint64_t *one = find(columns, item, depth + 1);

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
                 find(columns, predicate->first, depth + 1), column);
        break;
    case PREDICATE_PARAGRAPH:
        add_blocks(columns, find(columns, predicate->first, depth + 1),
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

static void take_crossed(struct columns *columns, size_t index)
{
    const struct facts *facts = columns->facts;
    const struct sentence *sentence = &facts->sentences[index];

    for (size_t i = 0; i < sentence->hit_count; i++)
        if (facts->hits.items[sentence->first_hit + i].end >
            sentence->end_token)
            set(columns->crossed, index);
}

static void take_lexicons(struct columns *columns)
{
    const struct facts *facts = columns->facts;

    for (size_t i = 0; i < facts->sentence_count; i++) {
        take_crossed(columns, i);
        for (size_t word = 0; word < NAMES_MOST / 64; word++) {
            uint64_t bits = facts->sentences[i].names.bits[word];

            for (; bits; bits &= bits - 1)
                set(name_column(columns,
                                (unsigned)(word * 64 +
                                           (size_t)__builtin_ctzll(bits))),
                    i);
        }
    }
}

void facts_add_marks(struct arena *arena, struct facts *facts)
{
    struct columns columns = {
        .arena = arena,
        .facts = facts,
        .words = (facts->sentence_count + 63) / 64,
    };

    if (facts->sentence_count == 0)
        return;
    columns.of_name = arena_alloc(
        arena, NAMES_MOST * columns.words * sizeof *columns.of_name);
    columns.crossed = new_column(&columns);
    take_lexicons(&columns);
    for (size_t mark = 0; mark < facts->marks->count; mark++) {
        unsigned name = LEXICONS_MOST + (unsigned)mark;
        uint64_t *own = name_column(&columns, name);

        memcpy(own, find(&columns, facts->marks->predicates[mark], 0),
               columns.words * sizeof *own);
        for (size_t i = next_set(&columns, own, 0); i != SIZE_MAX;
             i = next_set(&columns, own, i + 1))
            names_add(&facts->sentences[i].names, name);
    }
}
