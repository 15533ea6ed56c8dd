/* write_sarif - SARIF 2.1.0, for the viewers of a code host. */
#include "base/json.h"
#include "output/view.h"
#include "output/writers.h"

#include "base/unicode.h"

#include <stdio.h>

struct sarif {
    const struct output *output;
    struct view view;
};

static const char *kind_of(enum verdict verdict)
{
    static const char *const kinds[VERDICTS] = {
        [VERDICT_MET] = "pass",
        [VERDICT_PARTLY] = "fail",
        [VERDICT_NOT_MET] = "fail",
        [VERDICT_CANNOT_TELL] = "review",
        [VERDICT_NOT_APPLICABLE] = "notApplicable",
        [VERDICT_ERROR] = "open",
    };

    return kinds[verdict];
}

static const char *level_of(enum severity severity)
{
    static const char *const levels[SEVERITIES] = {"error", "warning",
                                                   "note"};

    return levels[severity];
}

static void put_words(struct json *in, const char *key,
                      const struct sarif *sarif, struct str words)
{
    struct buf text = {0};

    view_add_words(&text, &sarif->view, words);
    json_put_text(in, key, buf_str(&text));
    buf_free(&text);
}

static void put_saying(struct json *in, const char *key,
                       const struct sarif *sarif,
                       const struct saying *saying)
{
    put_words(json_put_map(in, key), "text", sarif,
              saying_in(saying, sarif->output->language));
}

static void put_rule(struct json *list, const struct sarif *sarif,
                     const struct criterion *criterion)
{
    const struct saying *why = criterion->why.text[TEXTS_SV].length
                                   ? &criterion->why
                                   : &criterion->question;
    struct json *map = json_put_map(list, NULL);

    json_put_text(map, "id", criterion->id);
    json_put_text(map, "name", criterion->name);
    put_saying(map, "shortDescription", sarif, &criterion->title);
    put_saying(map, "fullDescription", sarif, &criterion->question);
    put_saying(map, "help", sarif, why);
}

/* A path as a URI: relative as it is, absolute under file:. */
static void put_uri(struct json *in, const char *key, struct str path,
                    const char *suffix)
{
    struct buf uri = {0};

    if (str_starts(path, STR("/")))
        buf_add_text(&uri, "file://");
    for (size_t i = 0; i < path.length; i++) {
        unsigned char byte = (unsigned char)path.at[i];

        if (byte < 0x80 &&
            (unicode_is_letter(byte) || unicode_is_digit(byte) ||
             byte == '/' || byte == '-' || byte == '.' || byte == '_' ||
             byte == '~'))
            buf_add_byte(&uri, path.at[i]);
        else
            buf_format(&uri, "%%%02X", byte);
    }
    buf_add_text(&uri, suffix);
    json_put_text(in, key, buf_str(&uri));
    buf_free(&uri);
}

struct position {
    size_t line, column;
};

/* In the text that `outline --format text` writes. */
static struct position position_in_text(struct str text, size_t offset)
{
    struct position position = {1, 1};
    size_t start = 0, found;

    while ((found = str_find(text, STR("\n"), start)) < offset) {
        position.line++;
        start = found + 1;
    }
    position.column =
        unicode_count(str_part(text, start, offset - start)) + 1;
    return position;
}

static bool has_lines(const struct sarif *sarif)
{
    return str_equal(sarif->view.document->format, STR("text"));
}

static struct position position_of(const struct sarif *sarif,
                                   uint32_t offset)
{
    struct source_place place =
        document_place(sarif->view.document, offset);

    if (has_lines(sarif) && place.line && place.column)
        return (struct position){place.line, place.column};
    return position_in_text(sarif->view.document->text, offset);
}

static void put_location(struct json *list, const struct sarif *sarif,
                         struct span span)
{
    struct json *map = json_put_map(list, NULL);
    struct json *physical = json_put_map(map, "physicalLocation");
    struct json *region;
    struct position from = position_of(sarif, span.start);
    struct position to = position_of(sarif, span_end(span));
    struct buf path = {0};

    put_uri(json_put_map(physical, "artifactLocation"), "uri",
            sarif->view.document->path, has_lines(sarif) ? "" : ".txt");
    region = json_put_map(physical, "region");
    json_put_number(region, "startLine", (long long)from.line);
    json_put_number(region, "startColumn", (long long)from.column);
    json_put_number(region, "endLine", (long long)to.line);
    json_put_number(region, "endColumn", (long long)to.column);
    view_add_path(&path, &sarif->view, span.start);
    if (path.length)
        json_put_text(
            json_put_map(json_put_list(map, "logicalLocations"), NULL),
            "fullyQualifiedName", buf_str(&path));
    buf_free(&path);
}

static void put_locations(struct json *in, const struct sarif *sarif,
                          const struct result *result)
{
    struct json *list = json_put_list(in, "locations");

    for (size_t i = 0; i < result->evidence_count; i++)
        put_location(list, sarif, result->evidence[i].span);
    if (result->evidence_count == 0)
        put_location(list, sarif,
                     result->searched_count ? result->searched[0]
                                            : (struct span){0, 0});
}

/* The first sentence is all that some viewers show: the whole point. */
static struct str message_of(const struct sarif *sarif,
                             const struct result *result)
{
    if (result->message.length)
        return result->message;
    if (result->reason.length)
        return result->reason;
    return saying_in(&result->criterion->title, sarif->output->language);
}

static void put_message(struct json *in, const struct sarif *sarif,
                        const struct result *result)
{
    struct buf text = {0};

    view_add_words(&text, &sarif->view, message_of(sarif, result));
    if (result->fix.length && result->point >= 0) {
        buf_add_byte(&text, ' ');
        view_add_words(&text, &sarif->view, result->fix);
    }
    json_put_text(json_put_map(in, "message"), "text", buf_str(&text));
    buf_free(&text);
}

/* An exception, and what has changed since the baseline. */
static void put_standing(struct json *map, const struct sarif *sarif,
                         const struct result *result)
{
    static const char *const states[CHANGES] = {
        [CHANGE_NEW] = "new",
        [CHANGE_SAME] = "unchanged",
        [CHANGE_CHANGED] = "updated",
        [CHANGE_GONE] = "updated",
    };
    struct buf reason = {0};
    struct json *suppression;

    if (states[result->change])
        json_put_text(map, "baselineState",
                      str_from(states[result->change]));
    if (result->disposition != DISPOSITION_WAIVED)
        return;
    suppression = json_put_map(json_put_list(map, "suppressions"), NULL);
    json_put_text(suppression, "kind", STR("external"));
    view_add_words(&reason, &sarif->view, result->reason);
    json_put_text(suppression, "justification", buf_str(&reason));
    buf_free(&reason);
}

static void put_result(struct json *list, const struct sarif *sarif,
                       const struct result *result)
{
    const struct ruleset *ruleset = sarif->output->review->ruleset;
    const char *kind = kind_of(result->verdict);
    struct json *map = json_put_map(list, NULL), *inner;

    json_put_text(map, "ruleId", result->criterion->id);
    json_put_number(map, "ruleIndex",
                    result->criterion - ruleset->criteria);
    json_put_text(map, "kind", str_from(kind));
    json_put_text(map, "level",
                  str_from(result->verdict == VERDICT_NOT_MET
                               ? level_of(result->severity)
                           : result->verdict == VERDICT_PARTLY
                               ? level_of(result->severity == SEVERITY_MUST
                                              ? SEVERITY_SHOULD
                                              : result->severity)
                               : "none"));
    put_message(map, sarif, result);
    put_locations(map, sarif, result);
    put_standing(map, sarif, result);
    inner = json_put_map(map, "partialFingerprints");
    json_put_text(inner, "skollint/v1", str_from(result->id));
    inner = json_put_map(map, "properties");
    json_put_text(inner, "document", sarif->view.reviewed->id);
    json_put_text(inner, "severity",
                  str_from(severity_name(result->severity)));
    json_put_text(inner, "precision",
                  str_from(confidence_name(result->confidence)));
}

static void put_tool(struct json *in, const struct sarif *sarif)
{
    const struct ruleset *ruleset = sarif->output->review->ruleset;
    struct json *driver = json_put_map(json_put_map(in, "tool"), "driver");
    struct json *rules;

    json_put_text(driver, "name", STR("skollint"));
    json_put_text(driver, "semanticVersion",
                  str_from(sarif->output->version));
    rules = json_put_list(driver, "rules");
    for (size_t i = 0; i < ruleset->criterion_count; i++)
        put_rule(rules, sarif, &ruleset->criteria[i]);
}

static void put_invocation(struct json *in, const struct sarif *sarif)
{
    const struct review *review = sarif->output->review;
    struct json *map = json_put_map(json_put_list(in, "invocations"), NULL);
    struct json *notes;

    json_put_bool(map, "executionSuccessful",
                  sarif->output->exit_status < 2);
    json_put_number(map, "exitCode", sarif->output->exit_status);
    notes = json_put_list(map, "toolExecutionNotifications");
    for (size_t i = 0; i < review->skipped_count; i++) {
        struct json *note = json_put_map(notes, NULL), *place;
        struct buf why = {0};

        texts_failure(&why, sarif->output->texts, sarif->output->language,
                      &review->skipped[i].why);
        json_put_text(note, "level",
                      review->skipped[i].named ? STR("error") : STR("note"));
        json_put_text(json_put_map(note, "message"), "text",
                      buf_str(&why));
        place = json_put_map(json_put_list(note, "locations"), NULL);
        put_uri(json_put_map(json_put_map(place, "physicalLocation"),
                             "artifactLocation"),
                "uri", review->skipped[i].path, "");
        buf_free(&why);
    }
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct sarif sarif = {.output = output, .view.output = output};
    struct json *top = json_map(), *run, *results;

    (void)failure;
    json_put_text(top, "$schema",
                  STR("https://json.schemastore.org/sarif-2.1.0.json"));
    json_put_text(top, "version", STR("2.1.0"));
    run = json_put_map(json_put_list(top, "runs"), NULL);
    put_tool(run, &sarif);
    put_invocation(run, &sarif);
    json_put_text(run, "columnKind", STR("unicodeCodePoints"));
    json_put_text(run, "language",
                  output->language == TEXTS_EN ? STR("en") : STR("sv"));
    results = json_put_list(run, "results");
    for (size_t i = output->first; i < output->end; i++) {
        const struct reviewed *reviewed = &output->review->documents[i];

        view_open(&sarif.view, output, reviewed);
        for (size_t j = 0; j < reviewed->result_count; j++)
            put_result(results, &sarif, &reviewed->results[j]);
        view_close(&sarif.view);
        sarif.view = (struct view){.output = output};
    }
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
    return true;
}

const struct writer writer_sarif = {
    .name = "sarif",
    .suffix = "sarif",
    .write = write,
};
