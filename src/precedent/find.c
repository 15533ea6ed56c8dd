/*
 * find - passages that are like some words, fast also among very many.
 *
 * A ranked search for common words would read most of the store. So the
 * rarest words choose the candidates, by a search that does not rank, and
 * the candidates are ranked here.
 */
#include "precedent/keys.h"
#include "precedent/precedent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    KEYS_MOST = 48,        /* of the words asked for, the rarest */
    CANDIDATES_MOST = 1200 /* passages that are looked at */
};

struct wanted {
    struct str key;
    size_t passages; /* that hold it */
    double weight;   /* the rarer the heavier */
};

struct search {
    struct store *store;
    struct arena *arena;
    struct wanted *keys; /* rarest first */
    size_t count;
    double heaviest; /* sum of the weights of all keys */
    struct precedents found;
    size_t capacity;
};

static int rarer(const void *a, const void *b)
{
    const struct wanted *one = a, *other = b;

    if (one->passages != other->passages)
        return one->passages < other->passages ? -1 : 1;
    return str_compare(one->key, other->key);
}

static size_t passages_with(struct store *store, struct str key)
{
    struct statement *statement =
        store_ask(store, "SELECT passages FROM stem WHERE stem = ?1");
    size_t passages = 0;

    ask_text(statement, 1, key);
    while (ask_next(statement))
        passages = (size_t)row_number(statement, 0);
    return passages;
}

/* The last id: as many as there are, or a little more, without a count. */
static size_t all_passages(struct store *store)
{
    struct statement *statement =
        store_ask(store, "SELECT max(id) FROM passage");
    size_t count = 0;

    while (ask_next(statement))
        count = (size_t)row_number(statement, 0);
    return count;
}

static bool has_key(const struct search *search, struct str key)
{
    for (size_t i = 0; i < search->count; i++)
        if (str_equal(search->keys[i].key, key))
            return true;
    return false;
}

/* Weigh the words, drop those the store has not, and sort. */
static void weigh(struct search *search)
{
    double all = (double)all_passages(search->store) + 1;
    size_t kept = 0;

    for (size_t i = 0; i < search->count; i++) {
        struct wanted *key = &search->keys[i];

        key->passages = passages_with(search->store, key->key);
        key->weight = log(1 + all / (double)(key->passages + 1));
        search->heaviest += key->weight;
        if (key->passages)
            search->keys[kept++] = *key;
    }
    search->count = kept;
    qsort(search->keys, kept, sizeof *search->keys, rarer);
    if (search->count > KEYS_MOST)
        search->count = KEYS_MOST;
}

/* The rarest words, until they give candidates enough. */
static struct str question(struct search *search, struct str subject)
{
    struct buf text = {0};
    struct str question;
    size_t candidates = 0;

    if (subject.length)
        buf_format(&text, "subject : \"%.*s\" AND ", (int)subject.length,
                   subject.at);
    buf_add(&text, STR("stems : ("));
    for (size_t i = 0; i < search->count; i++) {
        if (i && candidates > CANDIDATES_MOST / 2)
            break;
        buf_format(&text, "%s\"%.*s\"", i ? " OR " : "",
                   (int)search->keys[i].key.length, search->keys[i].key.at);
        candidates += search->keys[i].passages;
    }
    buf_add_byte(&text, ')');
    question = arena_str(search->arena, buf_str(&text));
    buf_free(&text);
    return question;
}

/* The share of what was asked for that a passage has, by weight. */
static double likeness(const struct search *search, struct str stems)
{
    double shared = 0, size = 0;
    struct str rest = stems, key;

    while (str_cut(&rest, ' ', &key))
        size++;
    for (size_t i = 0; i < search->count; i++) {
        const struct wanted *want = &search->keys[i];

        rest = stems;
        while (str_cut(&rest, ' ', &key)) {
            if (!str_equal(key, want->key))
                continue;
            shared += want->weight;
            break;
        }
    }
    if (search->heaviest <= 0)
        return 0;
    /* A long passage has more by chance. */
    return shared / search->heaviest * (12 / (12 + size / 4));
}

static void take(struct search *search, struct statement *row,
                 struct str progress)
{
    double score = likeness(search, row_text(row, 1));
    struct str own = row_text(row, 2);

    if (progress.length && str_equal(own, progress))
        score *= 1.5;
    if (score <= 0)
        return;
    search->found.items =
        arena_grow(search->arena, search->found.items, search->found.count,
                   &search->capacity, sizeof *search->found.items);
    search->found.items[search->found.count++] = (struct precedent){
        .passage = row_number(row, 0), .score = score > 1 ? 1 : score};
}

static int closer(const void *a, const void *b)
{
    const struct precedent *one = a, *other = b;

    if (one->score > other->score || one->score < other->score)
        return one->score > other->score ? -1 : 1;
    return one->passage < other->passage ? -1 : one->passage > other->passage;
}

/* All that is shown of a passage, only for those that are. */
static void fill(struct search *search, struct precedent *precedent)
{
    struct arena *arena = search->arena;
    struct statement *row = store_ask(
        search->store,
        "SELECT decision.id, decision.name, organiser, date, numbers,"
        " area.name, area.subject, rating, outcome, voice, progress, text,"
        " line, page FROM passage JOIN area ON area = area.id"
        " JOIN decision ON decision = decision.id WHERE passage.id = ?1");
    struct str *const texts[] = {
        &precedent->name,     &precedent->organiser, &precedent->date,
        &precedent->numbers,  &precedent->area,      &precedent->subject,
        &precedent->rating,   &precedent->outcome,   &precedent->voice,
        &precedent->progress, &precedent->text};

    ask_number(row, 1, precedent->passage);
    while (ask_next(row)) {
        precedent->decision = row_number(row, 0);
        for (int i = 0; i < 11; i++)
            *texts[i] = arena_str(arena, row_text(row, i + 1));
        precedent->line = (size_t)row_number(row, 12);
        precedent->page = (size_t)row_number(row, 13);
    }
}

static struct precedents best(struct search *search, size_t most)
{
    struct precedents *found = &search->found;

    if (found->count)
        qsort(found->items, found->count, sizeof *found->items, closer);
    if (found->count > most)
        found->count = most;
    for (size_t i = 0; i < found->count; i++)
        fill(search, &found->items[i]);
    return *found;
}

static void run(struct search *search, struct str subject, bool accounts,
                struct str progress, struct str without)
{
    struct statement *row;

    weigh(search);
    if (search->count == 0)
        return;
    row = store_ask(search->store,
                    accounts
                        ? "SELECT p.id, p.stems, p.progress FROM word"
                          " JOIN passage p ON p.id = word.rowid"
                          " WHERE word MATCH ?1 AND p.voice = 'account'"
                          " AND p.area NOT IN (SELECT area.id FROM area JOIN"
                          " decision ON decision.id = decision"
                          " WHERE sha256 = ?3)"
                          " ORDER BY word.rowid DESC LIMIT ?2"
                        : "SELECT p.id, p.stems, p.progress FROM word"
                          " JOIN passage p ON p.id = word.rowid"
                          " WHERE word MATCH ?1"
                          " ORDER BY word.rowid DESC LIMIT ?2");
    ask_text(row, 1, question(search, subject));
    ask_number(row, 2, CANDIDATES_MOST);
    if (accounts)
        ask_text(row, 3, without);
    while (ask_next(row))
        take(search, row, progress);
}

static void want(struct search *search, struct str key)
{
    if (key.length && !has_key(search, key))
        search->keys[search->count++] = (struct wanted){.key = key};
}

struct precedents precedent_search(struct store *store, struct arena *arena,
                                   struct str words, size_t most)
{
    struct search search = {.store = store, .arena = arena};
    struct block block = {.kind = BLOCK_PARAGRAPH,
                          .span = {0, (uint32_t)words.length}};
    struct document document = {
        .arena = arena, .text = words, .blocks = &block, .block_count = 1};
    struct tokens *tokens = tokens_new(arena, &document);
    struct str *keys = keys_new(arena, tokens);

    search.keys =
        arena_alloc(arena, (tokens->word_count + 1) * sizeof *search.keys);
    for (size_t i = 0; i < tokens->word_count; i++)
        want(&search, keys[i]);
    run(&search, STR(""), false, STR(""), STR(""));
    return best(&search, most);
}

struct precedents precedent_closest(struct store *store, struct arena *arena,
                                    const struct precedents_asked *asked)
{
    struct search search = {.store = store, .arena = arena};
    const struct tokens *tokens = asked->tokens;
    struct str *keys = keys_new(arena, tokens);
    size_t first, end;

    search.keys =
        arena_alloc(arena, (tokens->word_count + 1) * sizeof *search.keys);
    for (size_t i = 0; i < asked->span_count; i++) {
        tokens_in(tokens, asked->spans[i], &first, &end);
        for (size_t j = first; j < end; j++)
            want(&search, keys[tokens->items[j].word]);
    }
    run(&search, key_of_name(arena, asked->subject), true, asked->progress,
        asked->without);
    return best(&search, asked->most);
}
