/* api: what the public headers promise, asked of the library itself. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "api_rules.h"

#include <stdio.h>

static const char form[] =
    "2025-06-10\nTalviks kommun, huvudmannanivå\n\n"
    "Slutredovisning av insatser inom ramen för Samverkan för bästa skola\n\n"
    "\tProblem angivna i åtgärdsplanen.\n"
    "\tHälften av eleverna når inte kravnivån i läsning.\n"
    "\tMål som inte uppnåtts och vad det beror på.\n"
    "\tKlicka eller tryck här för att ange text.\n";

static struct skollint_review *reviewed(const struct skollint_rules *rules)
{
    struct skollint_options options = {.today = "2025-07-01"};
    struct skollint_review *review =
        skollint_review_new(rules, &options, NULL);
    struct skollint_document *document =
        skollint_document_new(rules, "a.txt", form, strlen(form), NULL);

    cr_assert_not_null(review);
    cr_assert_not_null(document);
    skollint_review_add(review, document);
    return review;
}

Test(api, the_version_is_that_of_the_header)
{
    cr_expect(eq(str, (char *)skollint_version(), SKOLLINT_VERSION));
}

Test(api, other_languages_give_no_rules_and_null_may_be_freed)
{
    cr_expect_null(skollint_rules_new("de", SKOLLINT_BUILT_IN));
    skollint_rules_free(NULL);
    skollint_text_free(NULL);
    skollint_store_close(NULL);
}

Test(api, an_error_is_said_before_the_rules_are_ready)
{
    struct skollint_rules *rules =
        skollint_rules_new("en", SKOLLINT_BUILT_IN);
    struct skollint_error error = {.key = "file-missing"};

    cr_expect(holds(skollint_error_text(rules, &error), "no such file"));
    skollint_rules_free(rules);
}

Test(api, mistakes_of_added_files_and_settings_are_told_together)
{
    struct skollint_rules *rules =
        skollint_rules_new("en", SKOLLINT_BUILT_IN);
    static const char file[] = "format: 1\nkriterier: []\n";
    static const char settings[] = "rules: [egna, andra]\n"
                                   "off: [{criterion: XX-1, reason: a}]\n";

    skollint_rules_add(rules, "egna.yaml", file, strlen(file));
    skollint_rules_settings(rules, "s.yaml", settings, strlen(settings));
    cr_expect(eq(str, (char *)skollint_rules_folder(rules, 1), "andra"));
    cr_expect_null(skollint_rules_folder(rules, 2));
    cr_expect_not(skollint_rules_finish(rules));
    cr_expect(holds(skollint_rules_problems(rules), "egna.yaml:2:1: "));
    cr_expect(holds(skollint_rules_problems(rules), "s.yaml:2:7: "));
    skollint_rules_free(rules);
}

Test(api, rules_are_listed_explained_and_said)
{
    struct skollint_rules *rules = ready();
    struct skollint_value value = {"detail", "12"};

    cr_expect(holds(skollint_rules_problems(rules), ""));
    cr_expect(holds(skollint_rules_list(rules), "ST-07"));
    cr_expect(holds(skollint_rules_explain(rules, "ST-07", 0), "ST-07"));
    cr_expect_not(holds(skollint_rules_explain(rules, "ST-07", 0), "{"),
                  "no message of a document");
    cr_expect_null(skollint_rules_explain(rules, "XX-99", 60));
    cr_expect(
        holds(skollint_rules_say(rules, "yaml-too-large", &value, 1), "12"));
    cr_expect(holds(skollint_rules_say(rules, "no-such-key", NULL, 0),
                    "no-such-key"));
    cr_expect(holds(skollint_rules_limits(rules), "256 MiB"));
    cr_expect(holds(skollint_rules_warnings(rules), ""));
    skollint_rules_free(rules);
}

Test(api, citations_are_read_and_wrong_arguments_have_a_reason)
{
    struct skollint_rules *rules = ready();
    struct skollint_error error = {{0}, {0}, 0, 0};
    static const char text[] = "4 kap. 3 § skollagen";

    cr_expect(holds(skollint_rules_cite(rules, text, strlen(text), NULL,
                                        "2025-07-01", "json", &error),
                    "\"2010:800\""));
    cr_expect_null(skollint_rules_cite(rules, text, strlen(text), "snart",
                                       "2025-07-01", "text", &error));
    cr_expect(eq(str, error.key, "usage-date"));
    cr_expect_null(skollint_rules_cite(rules, text, strlen(text), NULL,
                                       "2025-07-01", "pdf", NULL));
    skollint_rules_free(rules);
}

Test(api, a_document_is_outlined_and_an_unreadable_one_has_a_reason)
{
    struct skollint_rules *rules = ready();
    struct skollint_error error = {{0}, {0}, 0, 0};
    struct skollint_document *document =
        skollint_document_new(rules, "a.txt", form, strlen(form), NULL);
    size_t size;
    char *tree = skollint_document_outline(document, "tree", 0, &size);

    cr_expect(eq(sz, size, strlen(tree)));
    skollint_text_free(tree);
    cr_expect(holds(skollint_document_outline(document, "json", 0, NULL),
                    "\"measures\""));
    cr_expect(holds(skollint_document_outline(document, "template", 0, NULL),
                    "templates:"));
    cr_expect_null(skollint_document_outline(document, "pdf", 0, NULL));
    skollint_document_free(document);
    skollint_document_free(NULL);
    cr_expect_null(skollint_document_new(rules, "b", "\0\1\2\3", 4, &error));
    cr_expect(ne(int, error.key[0], '\0'));
    skollint_rules_free(rules);
}

Test(api, wrong_options_give_no_review)
{
    struct skollint_rules *rules = ready();
    struct skollint_options options = {.today = "snart"};
    struct skollint_error error = {{0}, {0}, 0, 0};

    cr_expect_null(skollint_review_new(rules, &options, &error));
    cr_expect(eq(str, error.key, "usage-date"));
    options = (struct skollint_options){.today = "2025-07-01",
                                        .profile = "ingen-sort"};
    cr_expect_null(skollint_review_new(rules, &options, &error));
    cr_expect(eq(str, error.key, "usage-profile"));
    skollint_review_free(NULL);
    skollint_rules_free(rules);
}

Test(api, reviews_are_merged_counted_and_weighed)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *all = reviewed(rules);
    struct skollint_error why = {.key = "file-missing"};

    skollint_review_take(all, reviewed(rules));
    cr_expect(eq(sz, skollint_review_count(all), 2));
    cr_expect(eq(int, skollint_review_status(all, "must"), 1));
    cr_expect(eq(int, skollint_review_status(all, "never"), 0));
    cr_expect(eq(int, skollint_review_status(all, "sometimes"), -1));
    skollint_review_skip(all, "b.txt", &why, false);
    cr_expect(eq(int, skollint_review_status(all, "never"), 0));
    skollint_review_skip(all, "c.txt", &why, true);
    cr_expect(eq(int, skollint_review_status(all, "never"), 3));
    cr_expect(holds(skollint_review_settings(all), ""));
    skollint_review_free(all);
    skollint_rules_free(rules);
}

Test(api, a_review_is_written_the_same_twice_and_is_its_own_baseline)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = reviewed(rules);
    struct skollint_look look = {.end = 1, .whole = true};
    struct skollint_error error = {{0}, {0}, 0, 0};
    size_t one, two, changed = 9;
    char *first = skollint_review_write(review, "json", &look, &one, &error);
    char *second = skollint_review_write(review, "json", &look, &two, &error);
    bool single = true;

    cr_assert(eq(sz, one, two));
    cr_expect(eq(int, memcmp(first, second, one), 0));
    cr_expect_null(skollint_review_write(review, "pdf", &look, &two, &error));
    cr_expect(skollint_review_baseline(review, first, one, &error));
    cr_expect_not(skollint_review_baseline(review, "[]", 2, &error));
    cr_expect(holds(skollint_review_write(review, "json", &look, &two, NULL),
                    "\"change\": \"same\""));
    skollint_text_free(skollint_review_differences(review, review, &changed));
    cr_expect(eq(sz, changed, 0));
    cr_expect(
        eq(str, (char *)skollint_format_suffix("sarif", &single), "sarif"));
    cr_expect_not(single);
    cr_expect_null(skollint_format_suffix("pdf", &single));
    skollint_text_free(first);
    skollint_text_free(second);
    skollint_review_free(review);
    skollint_rules_free(rules);
}

static char *written(const struct skollint_review *review,
                     struct skollint_look look)
{
    char *text = skollint_review_write(review, "text", &look, NULL, NULL);

    cr_assert_not_null(text);
    return text;
}

/* As `written`, but each as it comes, after which it is forgotten. */
static void expect_written_as_they_come(const struct skollint_rules *rules,
                                        const char *all)
{
    struct skollint_review *review = reviewed(rules);
    struct skollint_look first = {.end = 1}, second = {1, 2, .goes_on = true};
    struct skollint_look end = {2, 2, .whole = true, .goes_on = true};
    char table[2000], whole[20000];
    char *parts[5];

    parts[0] = written(review, first);
    first.lines = second.lines = true;
    parts[1] = written(review, first);
    skollint_review_forget(review);
    skollint_review_take(review, reviewed(rules));
    parts[3] = written(review, second);
    second.lines = false;
    parts[2] = written(review, second);
    skollint_review_forget(review);
    snprintf(table, sizeof table, "%s%s", parts[1], parts[3]);
    end.table = table;
    parts[4] = written(review, end);
    snprintf(whole, sizeof whole, "%s%s%s", parts[0], parts[2], parts[4]);
    cr_expect(eq(str, whole, (char *)all));
    cr_expect(eq(sz, skollint_review_count(review), 2));
    cr_expect(eq(int, skollint_review_status(review, "must"), 1));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        skollint_text_free(parts[i]);
    skollint_review_free(review);
}

Test(api, documents_written_as_they_come_and_forgotten_make_the_same_report)
{
    struct skollint_rules *rules = ready();
    struct skollint_review *review = reviewed(rules);
    char *all;

    skollint_review_take(review, reviewed(rules));
    all = written(review, (struct skollint_look){.end = 2, .whole = true});
    expect_written_as_they_come(rules, all);
    skollint_text_free(all);
    skollint_review_free(review);
    skollint_rules_free(rules);
}
