/* api_dossiers: what the public headers promise of several documents. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "api_rules.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char decision[] =
    "Skolinspektionen\nBeslut\n2025-02-20\nDnr SI 2024:7004\n\n"
    "Talviks kommun\n\n"
    "Beslut efter kvalitetsgranskning av Talviks kommuns ansvarstagande för "
    "grundskolan\n\n"
    "Huvudmannen ska senast den 1 september 2025 redovisa vilka åtgärder som "
    "har vidtagits.\n\n"
    "Huvudmannens analys av studieresultat\n\n"
    "Författningsstöd\n\n4 kap. 3, 5–7 §§ skollagen\n\n"
    "Bedömning\n\n"
    "Huvudmannen gör i låg utsträckning relevanta analyser.\n\n"
    "Ett utvecklingsarbete behöver inledas inom följande delar:\n\n"
    "– Huvudmannen behöver analysera orsakerna till att resultaten skiljer "
    "sig mellan skolorna.\n"
    "– Huvudmannen behöver regelbundet kartlägga samtliga elevers behov och "
    "förutsättningar.\n\n"
    "På Skolinspektionens vägnar\n";

static const char account[] =
    "2025-06-10\n\nTalviks kommun\n\nDnr SI 2024:7004\n\n"
    "Redovisning till Skolinspektionen efter kvalitetsgranskning av "
    "grundskolan\n\n"
    "Huvudmannens analys av studieresultat\n\n"
    "Vi har under våren analyserat resultaten. Att andelen behöriga har "
    "sjunkit från 86 till 80 procent beror på att två skolor saknat "
    "behöriga lärare i matematik.\n";

/* What was agreed, and a final account of it. */
static const char plan[] =
    "Åtgärdsplan\nSamverkan för bästa skola\nTalviks kommun\n\n"
    "Insats 3.4 Läsning i alla ämnen\n";

static const char final_account[] =
    "2025-06-10\nTalviks kommun, huvudmannanivå\n\n"
    "Slutredovisning av insatser inom ramen för Samverkan för bästa skola\n\n"
    "\tProblem angivna i åtgärdsplanen.\n"
    "\tHälften av eleverna når inte kravnivån i läsning.\n"
    "\tGenomförda insatser.\n"
    "\tInsats 3.4 Läsning i alla ämnen. Alla lärare har gått kursen.\n";

/* A decision that tells what the huvudman answered, and how it was judged. */
static const char follow_up[] =
    "Skolinspektionen\nBeslut\n2025-12-01\nDnr SI 2024:7004\n\n"
    "Talviks kommun\n\n"
    "Uppföljning av kvalitetsgranskning av Talviks kommuns ansvarstagande "
    "för grundskolan\n\n"
    "Skolinspektionens beslut\n\nSkolinspektionen avslutar granskningen.\n\n"
    "Huvudmannens analys av studieresultat\n\n"
    "Författningsstöd\n\n4 kap. 3, 5–7 §§ skollagen\n\n"
    "Av huvudmannens redovisning framgår att resultaten analyserats under "
    "våren. Andelen behöriga har sjunkit eftersom två skolor saknat "
    "behöriga lärare i matematik.\n\n"
    "Mot bakgrund av vad som framgår av redovisningen bedömer "
    "Skolinspektionen att huvudmannens arbete ligger i linje med det "
    "utvecklingsområde som angavs i beslutet.\n";

static struct skollint_document *read_text(const struct skollint_rules *rules,
                                           const char *path, const char *text)
{
    struct skollint_document *document =
        skollint_document_new(rules, path, text, strlen(text), NULL);

    cr_assert_not_null(document);
    return document;
}

static struct skollint_review *review_of(const struct skollint_rules *rules,
                                         const struct skollint_asked *asked)
{
    struct skollint_options options = {.today = "2026-01-01", .asked = asked};
    struct skollint_review *review =
        skollint_review_new(rules, &options, NULL);

    cr_assert_not_null(review);
    return review;
}

static char *json(const struct skollint_review *review)
{
    struct skollint_look look = {.end = skollint_review_count(review),
                                 .whole = true};
    size_t size;

    return skollint_review_write(review, "json", &look, &size, NULL);
}

/* Whether a document has a verdict. */
static bool judges(const struct skollint_review *review, const char *document)
{
    char start[40], *text = json(review), *results;
    bool found;

    snprintf(start, sizeof start, "\"document\": \"%s\"", document);
    results = strstr(text, "\"results\": [\n");
    cr_assert_not_null(results);
    *strstr(results, "\"points\"") = '\0';
    found = strstr(results, start) != NULL;
    skollint_text_free(text);
    return found;
}

/* A store in a folder of its own; *path is to be unlinked and freed. */
static struct skollint_store *new_store(const struct skollint_rules *rules,
                                        char path[static 32])
{
    struct skollint_store *store;
    int file;

    strcpy(path, "/tmp/skollint-store-XXXXXX");
    file = mkstemp(path);
    cr_assert(file >= 0);
    close(file);
    store = skollint_store_open(rules, path, NULL);
    cr_assert_not_null(store, "an empty file becomes a store");
    return store;
}

Test(api_dossiers, the_text_of_a_document_is_what_offsets_count_in)
{
    struct skollint_rules *rules = ready();
    struct skollint_document *document = read_text(rules, "a.txt",
                                                   "\xef\xbb\xbf"
                                                   "Ett\r\ntva\xcc\x8a\r\n");
    size_t length;
    const char *text = skollint_document_text(document, &length);

    cr_expect(ge(sz, length, strlen("Ett\ntvå")));
    cr_expect(eq(int, strncmp(text, "Ett\ntvå", strlen("Ett\ntvå")), 0));
    skollint_document_free(document);
    skollint_rules_free(rules);
}

/* A word as long as half of what may be read, and a little more. */
static struct skollint_document *half_a_text(
    const struct skollint_rules *rules)
{
    size_t size = (32 << 20) + 1;
    char *word = memset(malloc(size), 'a', size);
    struct skollint_document *document =
        skollint_document_new(rules, "lang.txt", word, size, NULL);

    free(word);
    return document;
}

Test(api_dossiers, an_enclosure_makes_no_text_that_is_too_long)
{
    struct skollint_rules *rules = ready();
    struct skollint_document *document = half_a_text(rules);
    struct skollint_error error;
    size_t before, after;

    skollint_document_text(document, &before);
    cr_expect(not(skollint_document_enclose(document, half_a_text(rules),
                                            &error)));
    cr_expect(eq(str, error.key, (char *)"text-too-large"));
    skollint_document_text(document, &after);
    cr_expect(eq(sz, before, after));
    skollint_document_free(document);
    skollint_rules_free(rules);
}

Test(api_dossiers, an_enclosure_is_cited_by_its_name)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);
    struct skollint_document *document =
        read_text(rules, "redovisning.txt", account);

    cr_assert(skollint_document_enclose(
        document,
        read_text(rules, "bilaga.txt",
                  "Trygghetsenkäten 2025: 91 procent av eleverna i årskurs "
                  "8 känner sig trygga, mot 84 procent 2024.\n"),
        NULL));
    skollint_review_add(review, document);
    cr_expect(eq(sz, skollint_review_count(review), 1));
    cr_expect(holds(json(review), "bilaga.txt"));
    skollint_review_free(review);
    skollint_rules_free(rules);
}

Test(api_dossiers, pages_are_read_from_a_table_of_words)
{
    static const char table[] =
        "1\t1\t0\t0\t0\t0\t0\t0\t600\t840\t-1\t###PAGE###\n"
        "4\t1\t0\t0\t0\t0\t50\t50\t1\t1\t-1\t#\n"
        "5\t1\t0\t0\t0\t0\t50\t50\t60\t10\t100\tKvalitetsrapport\n";
    struct skollint_rules *rules = ready();
    struct skollint_error error = {{0}, {0}, 0, 0};
    struct skollint_document *document =
        skollint_document_new_pages(rules, "a.pdf", "%PDF", 4, table,
                                    strlen(table), SKOLLINT_PRINTED, &error);
    size_t length;

    cr_assert_not_null(document, "%s", error.key);
    cr_expect_not_null(strstr(skollint_document_text(document, &length),
                              "Kvalitetsrapport"));
    skollint_document_free(document);
    cr_expect_null(skollint_document_new_pages(rules, "a.pdf", "%PDF", 4, "",
                                               0, SKOLLINT_SCANNED, &error));
    cr_expect(ne(int, error.key[0], '\0'));
    skollint_rules_free(rules);
}

Test(api_dossiers, what_a_decision_asks_for_weighs_as_must)
{
    struct skollint_rules *rules = ready();
    struct skollint_asked *asked = skollint_asked_new(rules);
    struct skollint_document *first = read_text(rules, "b.txt", decision);
    struct skollint_review *plain = review_of(rules, NULL), *weighed;
    static const char vague[] =
        "2025-06-10\n\nTalviks kommun\n\n"
        "Redovisning till Skolinspektionen efter kvalitetsgranskning av "
        "grundskolan\n\n"
        "Huvudmannens analys av studieresultat\n\n"
        "Andelen behöriga har sjunkit från 86 till 80 procent.\n";
    char *without, *with;

    skollint_asked_add(asked, first);
    weighed = review_of(rules, asked);
    skollint_review_add(plain, read_text(rules, "a.txt", vague));
    skollint_review_add(weighed, read_text(rules, "a.txt", vague));
    without = json(plain);
    with = json(weighed);
    cr_expect(ne(str, without, with), "the same gaps weigh otherwise");
    skollint_text_free(without);
    skollint_text_free(with);
    skollint_review_free(plain);
    skollint_review_free(weighed);
    skollint_document_free(first);
    skollint_asked_free(asked);
    skollint_asked_free(NULL);
    skollint_rules_free(rules);
}

Test(api_dossiers, an_account_is_laid_beside_its_decision)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);

    skollint_review_add(review, read_text(rules, "b.txt", decision));
    skollint_review_add(review, read_text(rules, "a.txt", account));
    skollint_review_compare(review, 1, NULL);
    cr_expect(holds(json(review), "\"comparison\""));
    skollint_review_free(review);
    skollint_rules_free(rules);
}

Test(api_dossiers, a_plan_lies_beside_and_is_not_judged)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);

    skollint_review_add(review, read_text(rules, "a.txt", final_account));
    skollint_review_plan(review, read_text(rules, "plan.txt", plan));
    cr_expect(eq(sz, skollint_review_count(review), 2), "it is shown");
    cr_expect(holds(json(review), "Insats 3.4 i planen finns"));
    cr_expect(judges(review, "d1"));
    cr_expect_not(judges(review, "d2"));
    skollint_review_free(review);
    skollint_rules_free(rules);
}

Test(api_dossiers, documents_of_one_huvudman_are_read_together)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);

    skollint_review_add(review, read_text(rules, "a.txt", account));
    skollint_review_add(review, read_text(rules, "b.txt", decision));
    skollint_review_audit(review, "Storviks kommun");
    cr_expect(holds(json(review), "Storviks kommun"),
              "the name that was given, not theirs");
    skollint_review_free(review);
    skollint_rules_free(rules);
}

static unsigned long long ticks(void)
{
    static unsigned long long now;

    return now += 1000000;
}

Test(api_dossiers, time_is_told_when_there_is_a_clock)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);
    struct skollint_options options = {.today = "2026-01-01", .clock = ticks};
    char *none;

    skollint_review_add(review, read_text(rules, "a.txt", account));
    none = skollint_review_times(review);
    cr_expect(eq(str, none, ""));
    skollint_text_free(none);
    skollint_review_free(review);
    review = skollint_review_new(rules, &options, NULL);
    skollint_review_add(review, read_text(rules, "a.txt", account));
    cr_expect(holds(skollint_review_times(review), "AN-01"));
    skollint_review_free(review);
    skollint_rules_free(rules);
}

Test(api_dossiers, the_examples_of_rules_are_run)
{
    struct skollint_rules *rules = ready();
    bool clean = false;

    cr_expect_null(skollint_rules_test(rules, "pdf", &clean));
    cr_expect(
        holds(skollint_rules_test(rules, "junit", &clean), "<testsuites"));
    cr_expect(clean);
    skollint_rules_free(rules);
}

Test(api_dossiers, a_store_keeps_finds_and_removes_decisions)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = review_of(rules, NULL);
    struct skollint_added added, again;
    char path[32];
    struct skollint_store *store = new_store(rules, path);
    size_t size, count = 0;

    skollint_review_add(review, read_text(rules, "u.txt", follow_up));
    skollint_review_add(review, read_text(rules, "a.txt", account));
    cr_expect(skollint_store_add(store, review, &added, NULL));
    cr_expect(eq(sz, added.added, 1));
    cr_expect(eq(sz, added.none, 1), "an account is no decision");
    cr_expect(skollint_store_add(store, review, &again, NULL));
    cr_expect(eq(sz, again.known, 1), "by content, so not twice");
    cr_expect(holds(skollint_store_write(store, SKOLLINT_STORE_LIST, NULL,
                                         "text", 0, &size, NULL),
                    "SI 2024:7004"));
    cr_expect(
        holds(skollint_store_write(store, SKOLLINT_STORE_SEARCH,
                                   "behöriga lärare", "json", 0, &size, NULL),
              "matematik"));
    cr_expect_null(skollint_store_write(store, SKOLLINT_STORE_AGREE, NULL,
                                        "pdf", 0, &size, NULL));
    cr_expect(skollint_store_remove(store, "SI 2024:7004", &count, NULL));
    cr_expect(eq(sz, count, 1));
    skollint_store_close(store);
    skollint_review_free(review);
    skollint_rules_free(rules);
    unlink(path);
}

Test(api_dossiers, a_file_that_is_no_store_has_a_reason)
{
    struct skollint_rules *rules = ready();
    struct skollint_error error = {{0}, {0}, 0, 0};

    cr_expect_null(skollint_store_open(rules, "README.md", &error));
    cr_expect(ne(int, error.key[0], '\0'));
    cr_expect_null(
        skollint_store_open(rules, "/tmp/there-is-none/store", &error));
    skollint_rules_free(rules);
}
