/* judgement: what criteria say of a document, and what stands beside. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "input/input.h"
#include "review/review.h"
#include "rules/embedded.h"

/* All that is built in but the criteria, and one criterion of our own. */
static struct ruleset *rules_with(const char *criterion)
{
    struct ruleset_file files[64];
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct ruleset *ruleset;
    size_t count, used = 0;
    const struct embedded_file *built_in = embedded_files(&count);

    for (size_t i = 0; i < count && used < 63; i++)
        if (strstr(built_in[i].path, "/criteria/") == NULL &&
            strstr(built_in[i].path, "/dossier/") == NULL)
            files[used++] = embedded_rules(&built_in[i]);
    files[used++] =
        (struct ruleset_file){STR("test.yaml"), str_from(criterion)};
    ruleset = ruleset_new(files, used, &problems);
    for (size_t i = 0; i < problems.count; i++)
        cr_log_error("%zu: %s %s\n", problems.items[i].line,
                     problems.items[i].key, problems.items[i].detail.at);
    arena_free(arena);
    cr_assert_not_null(ruleset);
    return ruleset;
}

struct trial {
    struct ruleset *ruleset;
    struct document *document;
    struct outline *outline;
    struct review *review;
    const struct result *result;
};

static struct trial judge(const char *criterion, const char *text)
{
    struct trial trial = {.ruleset = rules_with(criterion)};

    trial.document = input_read(STR("test.txt"), str_from(text), NULL);
    cr_assert_not_null(trial.document);
    trial.outline = outline_new(trial.document, trial.ruleset->templates);
    trial.review = review_new(
        trial.ruleset, (struct review_options){.mode = "check",
                                               .language = "sv",
                                               .today = {2024, 1, 15},
                                               .profile = STR("auto")});
    review_document(trial.review, trial.document, trial.outline);
    trial.result = &trial.review->documents[0].results[0];
    return trial;
}

static void end(struct trial *trial)
{
    review_free(trial->review);
    outline_free(trial->outline);
    document_free(trial->document);
    ruleset_free(trial->ruleset);
}

/* The head of a criterion; its checks follow. */
#define CRITERION                                                            \
    "criteria:\n"                                                            \
    "  - id: XX-01\n"                                                        \
    "    name: prov\n"                                                       \
    "    family: struktur\n"                                                 \
    "    title: {sv: Prov}\n"                                                \
    "    question: {sv: Prov?}\n"                                            \
    "    point: ej_uppnatt\n"                                                \
    "    severity: {slutredovisning: must, kvalitetsrapport: should}\n"      \
    "    examples: []\n"                                                     \
    "    fix: {sv: Gör.}\n"

#define FORM                                                                 \
    "2024-01-10\nÅsmyra kommun, huvudmannanivå\n\n"                          \
    "Slutredovisning av insatser inom ramen för Samverkan för bästa "        \
    "skola\n\n"                                                              \
    "\tProblem angivna i åtgärdsplanen.\n\tFrånvaron är hög i årskurs 8.\n"

#define REPORT                                                               \
    "Åsmyra kommun, huvudmannanivå\n2024-01-10\n\n"                          \
    "Kvalitetsrapport för grundskolan\n\nResultat\n\n"                       \
    "Eleverna trivs i skolan, visar elevenkäten. "

static void expect_text(struct str text, const char *wanted)
{
    cr_expect(str_find(text, str_from(wanted), 0) != SIZE_MAX,
              "wanted \"%s\" in \"%.*s\"", wanted, (int)text.length, text.at);
}

Test(judgement, what_the_author_says_elsewhere_stands_beside_the_gap)
{
    struct trial trial = judge(
        CRITERION
        "    met: {filled: {in: [ej_uppnatt], words: 2, missing: no}}\n"
        "    already: {some: {in: [forbattring], where: medgett_glapp}}\n"
        "    say:\n"
        "      met: {sv: Bra.}\n"
        "      not_met: {sv: \"Tom.{?redan: {redan_plats}: {redan}}\"}\n",
        FORM "\tVilka synliga förbättringar ser ni i förhållande till "
             "målen?\n"
             "\tNärvaron är bättre. Rutinen är inte riktigt på plats.\n"
             "\tMål som inte uppnåtts och vad det beror på.\n"
             "\tKlicka eller tryck här för att ange text.\n");

    cr_assert(eq(int, trial.result->verdict, VERDICT_NOT_MET));
    expect_text(trial.result->message,
                "rad 9: Rutinen är inte riktigt på plats.");
    cr_assert(eq(sz, trial.result->evidence_count, 2));
    cr_expect(eq(int, trial.result->evidence[1].role, CONTEXT));
    end(&trial);
}

Test(judgement, a_long_quote_is_cut_around_the_words_that_tell)
{
    struct trial trial = judge(
        CRITERION
        "    met: {none: [{some: {where: medgett_glapp}}]}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: \"{citat}\"}}\n",
        REPORT "I början av läsåret gick vi igenom alla klasser och talade "
               "med alla lärare om deras sätt att planera, men arbetet är "
               "inte riktigt klart.\n");

    cr_assert(eq(int, trial.result->verdict, VERDICT_NOT_MET));
    expect_text(trial.result->message, "inte riktigt klart.");
    cr_expect(str_starts(trial.result->message, STR("…")));
    end(&trial);
}

Test(judgement, a_find_may_weigh_as_advice_only)
{
    struct trial trial = judge(
        CRITERION
        "    met: {none: [{some: {where: medgett_glapp}}]}\n"
        "    advice_when: {document: {kind: [kvalitetsrapport]}}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: Nja.}}\n",
        REPORT "Arbetet är inte riktigt klart.\n");

    cr_expect(eq(int, trial.result->verdict, VERDICT_NOT_MET));
    cr_expect(eq(int, trial.result->severity, SEVERITY_ADVICE));
    end(&trial);
}

Test(judgement, a_row_that_is_nowhere_cannot_be_called_empty)
{
    const char *criterion =
        CRITERION
        "    met: {filled: {in: [lardom], words: 2, missing: unknown}}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: Tom.}}\n";
    struct trial gone = judge(criterion, FORM);
    struct trial empty = judge(
        criterion,
        FORM "\tVilka lärdomar har ni gjort under förbättringsarbetet?\n"
             "\t\n");

    cr_expect(eq(int, gone.result->verdict, VERDICT_CANNOT_TELL));
    cr_expect(eq(int, empty.result->verdict, VERDICT_NOT_MET));
    end(&gone);
    end(&empty);
}

Test(judgement, what_a_person_must_look_at_is_headed_by_the_question)
{
    const char *criterion =
        CRITERION
        "    met: {filled: {in: [lardom], words: 2, missing: unknown}}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: Tom.}}\n";
    struct trial gone = judge(criterion, FORM);
    struct trial empty = judge(
        criterion,
        FORM "\tVilka lärdomar har ni gjort under förbättringsarbetet?\n"
             "\t\n");

    cr_assert(eq(sz, gone.review->documents[0].point_count, 1));
    expect_text(gone.review->documents[0].points[0].title, "Prov?");
    cr_assert(eq(sz, empty.review->documents[0].point_count, 1));
    cr_expect(eq(sz, str_find(empty.review->documents[0].points[0].title,
                              STR("?"), 0),
                 SIZE_MAX));
    end(&gone);
    end(&empty);
}

Test(judgement, a_provision_is_judged_on_the_day_of_the_text)
{
    struct trial trial = judge(
        CRITERION
        "    met: {none: [{provisions: {}}]}\n"
        "    say: {met: {sv: Bra.},\n"
        "          not_met: {sv: \"{citat}{?upphavd: gone}{?aldrig: never} "
        "{datum}\"}}\n",
        REPORT "Vi följer 34 kap. 3 § skollagen och 4 kap. 3 § skollagen.\n");

    cr_assert(eq(int, trial.result->verdict, VERDICT_NOT_MET));
    expect_text(trial.result->message, "34 kap. 3 §");
    expect_text(trial.result->message, "never 2024-01-10");
    end(&trial);
}

Test(judgement, without_a_date_no_provision_is_called_gone)
{
    struct trial trial = judge(
        CRITERION
        "    met: {none: [{provisions: {fit: true}}]}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: Nja.}}\n",
        "Åsmyra kommun, huvudmannanivå\n\nKvalitetsrapport\n\nResultat\n\n"
        "Eleverna i skolan trivs, elever som följer 2 kap. 8 a § "
        "skollagen.\n");

    cr_expect(ne(int, trial.result->verdict, VERDICT_NOT_MET));
    end(&trial);
}

Test(judgement, an_old_word_is_sure_only_of_the_time_after)
{
    const char *criterion =
        CRITERION
        "    met: {none: [{dated: {sure: true}}]}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: \"{gammalt} {nytt} "
        "{datum}\"}}\n";
    struct trial now =
        judge(criterion, REPORT "Grundsärskolan har fått en ny rektor.\n");
    struct trial then = judge(
        criterion, REPORT "Läsåret 2020/21 fick grundsärskolan en rektor.\n");

    cr_assert(eq(int, now.result->verdict, VERDICT_NOT_MET));
    expect_text(now.result->message, "Grundsärskolan anpassad");
    expect_text(now.result->message, "2023-07-02");
    cr_expect(eq(int, then.result->verdict, VERDICT_MET));
    end(&now);
    end(&then);
}

Test(judgement, areas_with_a_number_and_no_name_are_judged_together)
{
    struct trial trial = judge(
        "criteria:\n"
        "  - id: XX-01\n    name: prov\n    family: analys\n"
        "    title: {sv: Prov}\n    question: {sv: Prov?}\n"
        "    point: orsak\n    severity: {redovisning: should}\n"
        "    subject: analys\n    per: area\n"
        "    examples: []\n    fix: {sv: Gör.}\n"
        "    met: {some: {where: orsak_klar}}\n"
        "    say: {met: {sv: Bra.}, not_met: {sv: Saknas.}}\n",
        "Åsmyra kommun, huvudmannanivå\n2024-01-10\n\n"
        "Redovisning av vidtagna åtgärder till Skolinspektionen\n\n"
        "Utvecklingsområde 1\n\n"
        "Frånvaron beror på håltimmar i schemat.\n\n"
        "Utvecklingsområde 2\n\nNyanlända elever får mer tid.\n");

    cr_expect(eq(int, trial.result->verdict, VERDICT_MET));
    end(&trial);
}
