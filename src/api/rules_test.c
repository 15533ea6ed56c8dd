/* api - the examples that criteria carry, run and told of. */
#include "api/api.h"

#include "api/examples.h"
#include "base/xml_write.h"

#include <stdio.h>
#include <stdlib.h>

/* What running the examples of all criteria gave. */
struct tested {
    const struct skollint_rules *rules;
    struct buf *reports; /* one per criterion: its problems, or empty */
    struct examples_tally tally;
    size_t failed; /* criteria with problems */
};

static void run(struct tested *tested)
{
    const struct ruleset *ruleset = tested->rules->ruleset;

    tested->reports = memory_alloc((ruleset->criterion_count + 1) *
                                   sizeof *tested->reports);
    for (size_t i = 0; i < ruleset->criterion_count; i++) {
        tested->reports[i] = (struct buf){0};
        examples_run(ruleset, tested->rules->language, &ruleset->criteria[i],
                     &tested->reports[i], &tested->tally);
        tested->failed += tested->reports[i].length > 0;
    }
}

static void write_words(struct buf *into, const struct tested *tested)
{
    const struct skollint_rules *rules = tested->rules;
    const struct examples_tally *tally = &tested->tally;
    char run[24], blanked[24], problems[24];

    for (size_t i = 0; i < rules->ruleset->criterion_count; i++)
        buf_add(into, buf_str(&tested->reports[i]));
    snprintf(run, sizeof run, "%zu", tally->run);
    snprintf(blanked, sizeof blanked, "%zu", tally->blanked);
    snprintf(problems, sizeof problems, "%zu", tally->problems);
    texts_say(into, rules->texts, rules->language,
              tally->problems ? "rules-tested-problems" : "rules-tested",
              (struct text_value[]){{"run", str_from(run)},
                                    {"blanked", str_from(blanked)},
                                    {"problems", str_from(problems)}},
              3);
}

static void write_case(struct xml_writer *xml, const struct tested *tested,
                       size_t index)
{
    const struct criterion *criterion =
        &tested->rules->ruleset->criteria[index];
    const struct buf *report = &tested->reports[index];
    struct buf name = {0};

    buf_add(&name, criterion->id);
    buf_add_byte(&name, ' ');
    buf_add(&name, saying_in(&criterion->title, tested->rules->language));
    xml_start(xml, "testcase");
    xml_attribute(xml, "classname", criterion->family);
    xml_attribute(xml, "name", buf_str(&name));
    if (report->length) {
        xml_start(xml, "failure");
        xml_text(xml, buf_str(report));
        xml_end(xml);
    }
    xml_end(xml);
    buf_free(&name);
}

static void write_junit(struct buf *into, const struct tested *tested)
{
    const struct ruleset *ruleset = tested->rules->ruleset;
    struct xml_writer *xml = xml_writer_new(into, XML_FILE);

    xml_start(xml, "testsuites");
    xml_attribute_text(xml, "name", "skollint rules test");
    xml_start(xml, "testsuite");
    xml_attribute(xml, "name",
                  ruleset->id.length ? ruleset->id : STR("rules"));
    xml_attribute_number(xml, "tests", (long long)ruleset->criterion_count);
    xml_attribute_number(xml, "failures", (long long)tested->failed);
    for (size_t i = 0; i < ruleset->criterion_count; i++)
        write_case(xml, tested, i);
    xml_finish(xml);
    buf_add_byte(into, '\n');
}

char *skollint_rules_test(const struct skollint_rules *rules,
                          const char *format, bool *clean)
{
    struct tested tested = {.rules = rules};
    bool junit = str_equal(str_from(format), STR("junit"));
    struct buf text = {0};

    if (!junit && !str_equal(str_from(format), STR("text")))
        return NULL;
    run(&tested);
    if (junit)
        write_junit(&text, &tested);
    else
        write_words(&text, &tested);
    for (size_t i = 0; i < rules->ruleset->criterion_count; i++)
        buf_free(&tested.reports[i]);
    free(tested.reports);
    *clean = tested.tally.problems == 0;
    return buf_take(&text);
}
