/* write_junit - one test suite per document, one case per criterion. */
#include "base/xml_write.h"
#include "output/view.h"
#include "output/writers.h"

enum { QUOTE = 200 }; /* code points */

struct junit {
    const struct output *output;
    struct xml_writer *xml;
    struct view view;
};

/* How a verdict shows up; NULL for a case that simply passed. */
static const char *element_of(const struct result *result)
{
    if (result->disposition == DISPOSITION_WAIVED)
        return "skipped";
    switch (result->verdict) {
    case VERDICT_NOT_MET:
        return "failure";
    case VERDICT_PARTLY:
        return result->severity == SEVERITY_MUST ? "failure" : "system-out";
    case VERDICT_CANNOT_TELL:
    case VERDICT_NOT_APPLICABLE:
        return "skipped";
    case VERDICT_ERROR:
        return "error";
    default:
        return NULL;
    }
}

static size_t count_of(const struct reviewed *reviewed, const char *element)
{
    size_t count = 0;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const char *its = element_of(&reviewed->results[i]);

        count += its && str_equal(str_from(its), str_from(element));
    }
    return count;
}

static void put_words(struct junit *junit, const char *attribute,
                      struct str words)
{
    struct buf text = {0};

    view_add_words(&text, &junit->view, words);
    if (attribute)
        xml_attribute(junit->xml, attribute, buf_str(&text));
    else
        xml_text(junit->xml, buf_str(&text));
    buf_free(&text);
}

/* Message, quotes with places, and what to write; a line each. */
static void put_details(struct junit *junit, const struct result *result)
{
    struct buf text = {0}, quote = {0};

    view_add_words(&text, &junit->view, result->message);
    for (size_t i = 0; i < result->evidence_count && i < 3; i++) {
        buf_add_byte(&text, '\n');
        view_add_where(&text, &junit->view, &result->evidence[i].span, 1);
        quote.length = 0;
        if (view_add_quote(&quote, &junit->view, result->evidence[i].span,
                           QUOTE)) {
            buf_add_byte(&text, ' ');
            buf_add(&text, buf_str(&quote));
        }
    }
    if (result->fix.length) {
        buf_add_byte(&text, '\n');
        view_add_words(&text, &junit->view, result->fix);
    }
    xml_text(junit->xml, buf_str(&text));
    buf_free(&text);
    buf_free(&quote);
}

static void write_case(struct junit *junit, const struct result *result)
{
    const struct criterion *criterion = result->criterion;
    const char *element = element_of(result);
    struct buf name = {0};

    buf_add(&name, criterion->id);
    buf_add_byte(&name, ' ');
    buf_add(&name, saying_in(&criterion->title, junit->output->language));
    xml_start(junit->xml, "testcase");
    xml_attribute(junit->xml, "classname", criterion->family);
    xml_attribute(junit->xml, "name", buf_str(&name));
    xml_attribute_text(junit->xml, "time", "0");
    if (element) {
        bool output = str_equal(str_from(element), STR("system-out"));

        xml_start(junit->xml, element);
        if (!output)
            put_words(junit, "message",
                      result->reason.length ? result->reason
                                            : result->message);
        if (!output && !str_equal(str_from(element), STR("skipped")))
            xml_attribute_text(junit->xml, "type",
                               severity_name(result->severity));
        put_details(junit, result);
        xml_end(junit->xml);
    }
    xml_end(junit->xml);
    buf_free(&name);
}

static void put_counts(struct junit *junit, const struct reviewed *reviewed)
{
    xml_attribute_number(junit->xml, "tests",
                         (long long)reviewed->result_count);
    xml_attribute_number(junit->xml, "failures",
                         (long long)count_of(reviewed, "failure"));
    xml_attribute_number(junit->xml, "errors",
                         (long long)count_of(reviewed, "error"));
    xml_attribute_number(junit->xml, "skipped",
                         (long long)count_of(reviewed, "skipped"));
    xml_attribute_text(junit->xml, "time", "0");
}

static void write_suite(struct junit *junit)
{
    const struct reviewed *reviewed = junit->view.reviewed;
    struct buf name = {0};

    buf_add(&name, reviewed->document->path);
    if (reviewed->within >= 0)
        buf_format(&name, " %.*s", (int)reviewed->id.length,
                   reviewed->id.at);
    xml_start(junit->xml, "testsuite");
    xml_attribute(junit->xml, "name", buf_str(&name));
    put_counts(junit, reviewed);
    for (size_t i = 0; i < reviewed->result_count; i++)
        write_case(junit, &reviewed->results[i]);
    xml_end(junit->xml);
    buf_free(&name);
}

/* A file that the user named and that could not be read is an error. */
static void write_skipped(struct junit *junit, const struct skipped *skipped)
{
    struct buf why = {0};

    texts_failure(&why, junit->output->texts, junit->output->language,
                  &skipped->why);
    xml_start(junit->xml, "testsuite");
    xml_attribute(junit->xml, "name", skipped->path);
    xml_attribute_text(junit->xml, "tests", "1");
    xml_attribute_text(junit->xml, "failures", "0");
    xml_attribute_text(junit->xml, "errors", skipped->named ? "1" : "0");
    xml_attribute_text(junit->xml, "skipped", skipped->named ? "0" : "1");
    xml_attribute_text(junit->xml, "time", "0");
    xml_start(junit->xml, "testcase");
    xml_attribute_text(junit->xml, "classname", "skollint");
    xml_attribute_text(junit->xml, "name", "reading");
    xml_attribute_text(junit->xml, "time", "0");
    xml_start(junit->xml, skipped->named ? "error" : "skipped");
    xml_attribute(junit->xml, "message", buf_str(&why));
    xml_end(junit->xml);
    xml_end(junit->xml);
    xml_end(junit->xml);
    buf_free(&why);
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    const struct review *review = output->review;
    struct junit junit = {.output = output,
                          .xml = xml_writer_new(into, XML_FILE)};

    (void)failure;
    xml_start(junit.xml, "testsuites");
    xml_attribute_text(junit.xml, "name", "skollint");
    for (size_t i = output->first; i < output->end; i++) {
        view_open(&junit.view, output, &review->documents[i]);
        write_suite(&junit);
        view_close(&junit.view);
    }
    for (size_t i = 0; i < review->skipped_count && output->whole; i++)
        write_skipped(&junit, &review->skipped[i]);
    xml_finish(junit.xml);
    buf_add_byte(into, '\n');
    return true;
}

const struct writer writer_junit = {
    .name = "junit",
    .suffix = "xml",
    .write = write,
};
