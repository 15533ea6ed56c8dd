/* crossing_text - the same sentence in documents of different units. */
#include "dossier/crossing.h"

#include <stdlib.h>

enum { WORDS_LEAST = 12, SENTENCES_MOST = 20000 };

struct uttered {
    uint64_t hash;
    size_t place; /* in the dossier's list of documents */
    const struct sentence *sentence;
};

/* A hash of the words alone: marks, case and inflection do not count. */
static uint64_t hash_of(const struct studied *studied,
                        const struct sentence *sentence)
{
    uint64_t hash = 1469598103934665603u;

    for (size_t i = sentence->first_token; i < sentence->end_token; i++) {
        struct str key = studied->keys[studied->tokens->items[i].word];

        if (key.length)
            hash = (hash ^ str_hash(key)) * 1099511628211u;
    }
    return hash;
}

static int by_hash(const void *a, const void *b)
{
    const struct uttered *one = a, *other = b;

    if (one->hash != other->hash)
        return one->hash < other->hash ? -1 : 1;
    if (one->place != other->place)
        return one->place < other->place ? -1 : 1;
    return (one->sentence > other->sentence) -
           (one->sentence < other->sentence);
}

static size_t collect(const struct crossing *crossing, struct uttered *all)
{
    size_t count = 0;

    for (size_t i = 0; i < crossing->dossier->document_count; i++) {
        const struct studied *studied = crossing->studied[i];

        for (size_t j = 0; j < studied->facts->sentence_count; j++) {
            const struct sentence *sentence = &studied->facts->sentences[j];

            if (sentence->words >= WORDS_LEAST && count < SENTENCES_MOST &&
                studied_own(studied, sentence))
                all[count++] =
                    (struct uttered){hash_of(studied, sentence), i, sentence};
        }
    }
    return count;
}

static void add(const struct crossing *crossing, const struct uttered *a,
                const struct uttered *b)
{
    struct cross cross = {
        .kind = CROSS_REPEATED,
        .about = ABOUT_TEXT,
        .message = studied_say(crossing->arena, crossing->review,
                               "cross-repeated", NULL, 0),
        .evidence = {{.document = crossing->dossier->documents[a->place],
                      .span = a->sentence->span},
                     {.document = crossing->dossier->documents[b->place],
                      .span = b->sentence->span}},
        .evidence_count = 2,
    };

    crossing_add(crossing, cross);
}

/* Of two units: what one writes twice, or a copy of a file, is its own. */
static bool is_other(const struct crossing *crossing, const struct uttered *a,
                     const struct uttered *b)
{
    const struct outline *one = crossing->studied[a->place]->outline;
    const struct outline *other = crossing->studied[b->place]->outline;

    return one != other && str_equal(one->level, STR("enhet")) &&
           str_equal(other->level, STR("enhet")) &&
           !str_equal(studied_owner_key(crossing->arena, one->unit.text),
                      studied_owner_key(crossing->arena, other->unit.text));
}

void crossing_texts(const struct crossing *crossing)
{
    struct uttered *all = memory_alloc(SENTENCES_MOST * sizeof *all);
    size_t count = collect(crossing, all);

    qsort(all, count, sizeof *all, by_hash);
    for (size_t i = 1; i < count; i++)
        if (all[i].hash == all[i - 1].hash &&
            is_other(crossing, &all[i - 1], &all[i]))
            add(crossing, &all[i - 1], &all[i]);
    free(all);
}
