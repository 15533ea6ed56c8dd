/* ruleset: every mistake in rule files is reported, with place and advice. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "rules/embedded.h"
#include "rules/ruleset.h"

/* "line:column key detail nearest" of every problem in one file, joined. */
static char *problems_of(const char *yaml, char report[1024])
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct ruleset_file file = {STR("test.yaml"), str_from(yaml)};
    struct ruleset *ruleset = ruleset_new(&file, 1, &problems);
    size_t used = 0;

    report[0] = '\0';
    for (size_t i = 0; i < problems.count; i++)
        used += (size_t)snprintf(
            report + used, 1024 - used, "%zu:%zu %s %s %s\n",
            problems.items[i].line, problems.items[i].column,
            problems.items[i].key, problems.items[i].detail.at,
            problems.items[i].nearest.at);
    cr_expect(eq(int, ruleset == NULL, problems.count > 0));
    ruleset_free(ruleset);
    arena_free(arena);
    return report;
}

static void expect_problem(const char *yaml, const char *wanted)
{
    char report[1024];

    cr_expect_not_null(strstr(problems_of(yaml, report), wanted),
              "wanted \"%s\" among\n%s", wanted, report);
}

Test(ruleset, an_unknown_key_is_named_with_the_nearest_one)
{
    expect_problem("lexikons:\n  a: {phrases: [b]}\n",
                   "1:1 rule-unknown-key lexikons lexicons");
}

Test(ruleset, duplicate_keys_anchors_aliases_and_tags_are_refused)
{
    expect_problem("lexicons:\n  a: {phrases: [b]}\n  a: {phrases: [c]}\n",
                   "3:3 yaml-duplicate-key a");
    expect_problem("values: &x {}\n", "1:9 yaml-anchor x");
    expect_problem("lexicons:\n  a: {phrases: *x}\n", "yaml-alias x");
    expect_problem("version: !!int 3\n", "yaml-tag");
    expect_problem("version: 1\n---\nversion: 2\n",
                   "yaml-several-documents");
}

Test(ruleset, a_syntax_mistake_has_its_line)
{
    expect_problem("lexicons:\n  a: {phrases: [b\n", "yaml-syntax");
}

Test(ruleset, an_unknown_lexicon_in_a_mark_is_named)
{
    expect_problem("lexicons:\n  orsak: {phrases: [beror]}\n"
                   "marks:\n  x: [orsk]\n",
                   "4:7 rule-unknown-name orsk orsak");
}

Test(ruleset, an_unknown_criterion_of_an_ask_is_named_with_the_nearest_one)
{
    expect_problem("lexicons:\n  orsak: {phrases: [beror]}\n"
                   "criteria:\n  - id: AN-01\n"
                   "asks:\n  o:\n    title: {sv: orsaker, en: causes}\n"
                   "    asked: orsak\n    criteria: [AN-01, AN-O1]\n",
                   "9:23 rule-unknown-name AN-O1 AN-01");
}

Test(ruleset, all_mistakes_of_a_file_come_in_one_run)
{
    char report[1024];

    problems_of("format: 7\nlexicons:\n  a: {phrase: [b]}\n"
                "marks:\n  x: {nar: 2}\n",
                report);
    cr_expect_not_null(strstr(report, "rule-format"));
    cr_expect_not_null(strstr(report, "rule-unknown-key phrase phrases"));
    cr_expect_not_null(strstr(report, "rule-unknown-key nar near"));
}

Test(ruleset, a_criterion_lacking_its_parts_is_told_so)
{
    char report[1024];

    problems_of("criteria:\n  - id: XX-01\n", report);
    cr_expect_not_null(strstr(report, "rule-missing-key name"));
    cr_expect_not_null(strstr(report, "rule-missing-key met"));
    cr_expect_not_null(strstr(report, "rule-missing-key examples"));
}

Test(ruleset, a_check_of_no_kind_is_named)
{
    expect_problem("criteria:\n  - id: XX-01\n    met: {soem: {}}\n",
                   "rule-unknown-check soem some");
}

Test(ruleset, a_wrong_pattern_is_told_in_pcre2s_words)
{
    expect_problem("patterns:\n  x: '(a'\n", "rule-pattern");
}

Test(ruleset, the_built_in_rules_have_no_mistakes)
{
    size_t count;
    const struct embedded_file *files = embedded_files(&count);
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct ruleset_file *from = arena_alloc(arena, count * sizeof *from);
    struct ruleset *ruleset;

    for (size_t i = 0; i < count; i++)
        from[i] = embedded_rules(&files[i]);
    ruleset = ruleset_new(from, count, &problems);
    for (size_t i = 0; i < problems.count; i++)
        cr_log_error("%s:%zu %s %s", problems.items[i].file.at,
                     problems.items[i].line, problems.items[i].key,
                     problems.items[i].detail.at);
    cr_expect(eq(sz, problems.count, 0));
    ruleset_free(ruleset);
    arena_free(arena);
}
