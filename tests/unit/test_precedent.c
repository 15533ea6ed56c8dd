/* precedent: decisions are kept whole, found again, and can be removed. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "decisions.h"
#include "precedent/precedent.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char path[64];

static void make_file(void)
{
    int file;

    snprintf(path, sizeof path, "%s", "/tmp/skollint-store-XXXXXX");
    file = mkstemp(path);
    cr_assert(file >= 0);
    close(file);
}

static void drop_file(void)
{
    char beside[80];

    unlink(path);
    snprintf(beside, sizeof beside, "%s-journal", path);
    cr_expect(access(beside, F_OK) != 0, "a journal was left");
    unlink(beside);
}

TestSuite(precedent, .init = make_file, .fini = drop_file);

static const char planned[] =
    "Ytterligare kvalitetshöjande åtgärder behövs.\n"
    "Huvudmannen behöver rikta åtgärder till elever med hög frånvaro.\n"
    "Huvudmannen ska under hösten identifiera kompensatoriska åtgärder.\n"
    "Planerade kvartssamtal med rektorerna ska hållas.\n";

static const char done[] =
    "Arbetet ligger i linje med bedömningen.\n"
    "Huvudmannen behöver följa upp studiehandledningen.\n"
    "Skolchefen anställde två studiehandledare i mars.\n"
    "Frånvaron minskade för de 47 eleverna.\n";

static struct store *open_store(void)
{
    struct failure failure = {0};
    struct store *store = store_open(path, &failure);

    cr_assert(store != NULL, "%s", failure.key);
    return store;
}

static enum precedent_added add_text(struct store *store, const char *text,
                                     const char *outcome)
{
    struct made_decision *made = decision_of(text, outcome);
    enum precedent_added added;
    struct failure failure = {0};

    cr_assert(store_begin(store, &failure), "%s", failure.key);
    cr_assert(precedent_add(store, &made->review, 0, &added, &failure));
    cr_assert(store_commit(store, &failure), "%s", failure.key);
    decision_free(made);
    return added;
}

Test(precedent, the_same_decision_is_kept_once)
{
    struct store *store = open_store();

    cr_expect(add_text(store, planned, "more_needed") == PRECEDENT_ADDED);
    cr_expect(add_text(store, planned, "more_needed") == PRECEDENT_KNOWN);
    cr_expect(add_text(store, done, "in_line") == PRECEDENT_ADDED);
    cr_expect(eq(sz, precedent_count(store), 2));
    cr_expect(
        eq(sz, precedent_count_about(store, STR("kompensatoriskt")), 2));
    store_close(store);
    store = open_store();
    cr_expect(eq(sz, precedent_count(store), 2));
    store_close(store);
}

static struct precedents search(struct store *store, struct arena *arena,
                                const char *words)
{
    return precedent_search(store, arena, str_from(words), 5);
}

Test(precedent, words_find_their_passage_in_any_inflection_or_scan)
{
    struct store *store = open_store();
    struct arena *arena = arena_new();
    struct precedents found;

    add_text(store, planned, "more_needed");
    add_text(store, done, "in_line");
    found = search(store, arena, "studiehandledaren");
    cr_assert(found.count > 0);
    cr_expect(str_find(found.items[0].text, STR("anställde"), 0) != SIZE_MAX);
    cr_expect(str_equal(found.items[0].outcome, STR("in_line")));
    found = search(store, arena, "kompensatoriska atgarder"); /* scanned */
    cr_assert(found.count > 0);
    cr_expect(str_find(found.items[0].text, STR("identifiera"), 0) !=
              SIZE_MAX);
    cr_expect(eq(sz, search(store, arena, "fotboll").count, 0));
    cr_expect(eq(sz, search(store, arena, "\" OR NEAR( *").count, 0));
    arena_free(arena);
    store_close(store);
}

Test(precedent, what_is_removed_leaves_no_word_behind)
{
    struct store *store = open_store();
    struct arena *arena = arena_new();
    struct failure failure = {0};
    size_t count, length;
    char bytes[200000];
    FILE *file;

    add_text(store, planned, "more_needed");
    add_text(store, done, "in_line");
    cr_assert(precedent_remove(store, STR("beslut.txt"), &count, &failure));
    cr_expect(eq(sz, count, 2));
    cr_expect(eq(sz, precedent_count(store), 0));
    cr_expect(eq(sz, search(store, arena, "studiehandledare").count, 0));
    store_close(store);
    arena_free(arena);
    file = fopen(path, "rb");
    length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    cr_expect(memmem(bytes, length, "handled", 7) == NULL);
    cr_expect(memmem(bytes, length, "kvart", 5) == NULL);
}

Test(precedent, the_closest_account_passage_says_how_it_was_judged)
{
    struct store *store = open_store();
    struct arena *arena = arena_new();
    struct document *own = document_of_lines(
        "Vi ska identifiera åtgärder och planera samtal med rektorer.\n");
    struct precedents_asked asked = {
        .subject = STR("kompensatoriskt"),
        .tokens = tokens_new(arena, own),
        .spans = &own->blocks[0].span,
        .span_count = 1,
        .most = 3,
    };
    struct precedents found;

    add_text(store, planned, "more_needed");
    add_text(store, done, "in_line");
    found = precedent_closest(store, arena, &asked);
    cr_assert(found.count > 0);
    cr_expect(str_equal(found.items[0].outcome, STR("more_needed")));
    cr_expect(str_equal(found.items[0].voice, STR("account")));
    asked.subject = STR("analys");
    cr_expect(eq(sz, precedent_closest(store, arena, &asked).count, 0));
    document_free(own);
    arena_free(arena);
    store_close(store);
}

Test(precedent, verdicts_are_counted_against_outcomes)
{
    struct store *store = open_store();
    struct arena *arena = arena_new();
    struct agreement *agreements;
    size_t count;

    add_text(store, planned, "more_needed");
    add_text(store, done, "in_line");
    agreements = precedent_agree(store, arena, &count);
    cr_assert(eq(sz, count, 1));
    cr_expect(str_equal(agreements[0].criterion, STR("KO-01")));
    cr_expect(eq(sz, agreements[0].counts[0][VERDICT_NOT_MET], 1));
    cr_expect(eq(sz, agreements[0].counts[1][VERDICT_MET], 1));
    arena_free(arena);
    store_close(store);
}

static void expect_refused(const char *key)
{
    struct failure failure = {0};
    struct store *store = store_open(path, &failure);

    cr_expect(store == NULL, "opened");
    cr_expect(eq(str, failure.key, (char *)key));
    store_close(store);
}

static void write_at(long offset, const void *bytes, size_t length)
{
    FILE *file = fopen(path, "r+b");

    fseek(file, offset, SEEK_SET);
    fwrite(bytes, 1, length, file);
    fclose(file);
}

Test(precedent, a_newer_or_foreign_or_missing_store_is_refused)
{
    store_close(open_store());
    write_at(60, "\0\0\0\x63", 4); /* the user version in SQLite's header */
    expect_refused("store-newer");
    write_at(60, "\0\0\0\x01", 4);
    write_at(68, "\0\0\0\x01", 4); /* somebody else's application id */
    expect_refused("store-foreign");
    write_at(0, "This is a letter, not a database at all.", 40);
    expect_refused("store-foreign");
    unlink(path);
    expect_refused("store-no-access");
}

enum { DECISIONS = 12, KILLS = 100 };

static const char *numbered(char text[600], int number)
{
    snprintf(text, 600, "%s Beslut nummer %d i raden%d.\n", planned, number,
             number);
    return text;
}

static void import_all(struct store *store)
{
    char text[600];

    for (int i = 0; i < DECISIONS; i++)
        add_text(store, numbered(text, i), "more_needed");
}

/* Every decision there is has its area, passages and verdict. */
static void expect_whole(void)
{
    struct store *store = open_store();
    struct arena *arena = arena_new();
    size_t count;
    struct kept *kept = precedent_list(store, arena, &count);

    for (size_t i = 0; i < count; i++) {
        cr_expect(eq(sz, kept[i].area_count, 1));
        cr_expect(eq(sz, kept[i].areas[0].passages, 5));
    }
    arena_free(arena);
    store_close(store);
}

static void expect_all(void)
{
    struct store *store = open_store();

    cr_expect(eq(sz, precedent_count(store), DECISIONS));
    store_close(store);
}

static void expect_all_when_imported(void)
{
    struct store *store = open_store();

    import_all(store);
    store_close(store);
    expect_whole();
    expect_all();
}

Test(precedent, a_hundred_kills_leave_whole_decisions_only, .timeout = 120)
{
    struct timespec wait = {0};

    srand(7);
    for (int i = 0; i < KILLS; i++) {
        pid_t child = fork();

        if (child == 0) {
            import_all(open_store());
            _exit(0);
        }
        wait.tv_nsec = rand() % 20000000;
        nanosleep(&wait, NULL);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        expect_whole();
        if (i % 10 == 9)
            truncate(path, 0);
    }
    expect_all_when_imported();
}

Test(precedent, two_writers_at_once_lose_nothing, .timeout = 60)
{
    pid_t children[2];
    int status;

    for (int i = 0; i < 2; i++)
        if ((children[i] = fork()) == 0) {
            struct store *store = open_store();

            import_all(store);
            store_close(store);
            _exit(0);
        }
    for (int i = 0; i < 2; i++) {
        waitpid(children[i], &status, 0);
        cr_expect(eq(int, status, 0));
    }
    expect_whole();
    expect_all();
}
