/*
 * store - how fast passages are found among very many.
 *
 *   store DATABASE PASSAGES FILE…
 *
 * Makes a new store of decisions whose words are those of the files, as
 * common in it as there, and prints two lines, "search" and "closest", each
 * with the 50th and 95th of 100 in milliseconds of CPU: the file is in memory.
 */
#include "../unit/decisions.h"

#include "precedent/precedent.h"

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum {
    WORDS_MOST = 60000,
    LINES = 9, /* of a made decision, its title left out */
    WORDS_LEAST = 9,
    WORDS_SPREAD = 16,
    AT_ONCE = 500, /* decisions in a transaction */
    SEARCHES = 400,
    ACCOUNTS = 200,
    ACCOUNT_LINES = 20,
    SHOWN = 3
};

struct words {
    char *items[WORDS_MOST];
    size_t count;
};

static void add_words(struct words *words, const char *path)
{
    static char word[200];
    FILE *file = fopen(path, "r");

    while (file && words->count < WORDS_MOST &&
           fscanf(file, "%199s", word) == 1)
        words->items[words->count++] = strdup(word);
    if (file)
        fclose(file);
}

/* A word as common as it is; one in thirty is one of very many names. */
static int put_word(char *at, const struct words *words)
{
    if (rand() % 30 == 0)
        return sprintf(at, "Ort%dskolan ", rand() % 20000);
    return sprintf(at, "%s ", words->items[(size_t)rand() % words->count]);
}

static char *put_line(char *at, const struct words *words)
{
    int count = WORDS_LEAST + rand() % WORDS_SPREAD;

    while (count--)
        at += put_word(at, words);
    return at + sprintf(at, "\n");
}

static const char *make_text(char *text, const struct words *words, int lines)
{
    char *at = text + sprintf(text, "Beslut %d\n", rand());

    while (lines--)
        at = put_line(at, words);
    return text;
}

static void fill(struct store *store, const struct words *words,
                 size_t passages)
{
    static char text[100000];
    struct failure failure;
    enum precedent_added added;

    for (size_t i = 0; i * LINES < passages; i++) {
        struct made_decision *made =
            decision_of(make_text(text, words, LINES),
                        rand() % 2 ? "in_line" : "more_needed");

        if (i % AT_ONCE == 0)
            store_begin(store, &failure);
        precedent_add(store, &made->review, 0, &added, &failure);
        if (i % AT_ONCE == AT_ONCE - 1 || (i + 1) * LINES >= passages)
            store_commit(store, &failure);
        decision_free(made);
    }
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double *one = a, *other = b;

    return (*one > *other) - (*one < *other);
}

static void say(const char *what, double *times, size_t count)
{
    qsort(times, count, sizeof *times, by_size);
    printf("%s %.2f %.2f\n", what, times[count / 2], times[count * 95 / 100]);
}

static void search(struct store *store, const struct words *words)
{
    double times[SEARCHES];
    char text[2000];

    for (int i = 0; i < SEARCHES; i++) {
        struct arena *arena = arena_new();
        char *at = text;
        double began;

        for (int j = rand() % 4; j >= 0; j--)
            at += put_word(at, words);
        began = now();
        precedent_search(store, arena, str_from(text), SHOWN);
        times[i] = now() - began;
        arena_free(arena);
    }
    say("search", times, SEARCHES);
}

static void closest(struct store *store, const struct words *words)
{
    static char text[100000];
    double times[ACCOUNTS];

    for (int i = 0; i < ACCOUNTS; i++) {
        struct arena *arena = arena_new();
        struct document *document =
            document_of_lines(make_text(text, words, ACCOUNT_LINES));
        struct span whole = {0, (uint32_t)document->text.length};
        struct precedents_asked asked = {.subject = STR("kompensatoriskt"),
                                         .progress = STR("planned"),
                                         .tokens =
                                             tokens_new(arena, document),
                                         .spans = &whole,
                                         .span_count = 1,
                                         .most = SHOWN};
        double began = now();

        precedent_closest(store, arena, &asked);
        times[i] = now() - began;
        document_free(document);
        arena_free(arena);
    }
    say("closest", times, ACCOUNTS);
}

int main(int count, char **words_of)
{
    static struct words words;
    struct failure failure = {0};
    struct store *store;
    int file;

    for (int i = 3; i < count; i++)
        add_words(&words, words_of[i]);
    if (count < 4 || words.count == 0)
        return 2;
    unlink(words_of[1]);
    file = open(words_of[1], O_CREAT | O_RDWR, 0600);
    close(file);
    store = store_open(words_of[1], &failure);
    if (store == NULL)
        return 2;
    srand(200000);
    fill(store, &words, strtoul(words_of[2], NULL, 10));
    search(store, &words);
    closest(store, &words);
    store_close(store);
    return 0;
}
