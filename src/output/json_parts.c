/* json_parts - results, points and the run, as the contract names them. */
#include "output/json_parts.h"

#include <stdio.h>

/* What is needed to print one judged document. */
struct judged {
    const struct output *output;
    const struct reviewed *reviewed;
    struct json_at at;
    struct mask mask;
    struct arena *arena;
};

static struct judged judged_open(const struct output *output,
                                 const struct reviewed *reviewed)
{
    struct judged judged = {
        .output = output,
        .reviewed = reviewed,
        .at = {.id = reviewed->id, .outline = reviewed->outline},
        .arena = arena_new(),
    };

    judged.mask = mask_new(judged.arena, reviewed,
                           output->review->options.show_personal_data);
    return judged;
}

static void judged_close(struct judged *judged)
{
    arena_free(judged->arena);
}

static void put_words(struct json *in, const char *key,
                      const struct judged *judged, struct str words)
{
    struct buf masked = {0};

    mask_add_words(&masked, &judged->mask, words);
    json_put_text(in, key, buf_str(&masked));
    buf_free(&masked);
}

static void put_evidence(struct json *in, const struct judged *judged,
                         const struct evidence *evidence, size_t count)
{
    struct json *list = json_put_list(in, "evidence");

    for (size_t i = 0; i < count; i++) {
        struct json *map = json_put_map(list, NULL);
        struct buf quote = {0};
        bool masked =
            mask_add_span(&quote, &judged->mask, evidence[i].span);

        json_put_text(map, "role",
                      str_from(evidence_role_name(evidence[i].role)));
        json_put_text(map, "quote", buf_str(&quote));
        if (masked)
            json_put_bool(map, "masked", true);
        json_put_place(map, "place", judged->at, evidence[i].span);
        buf_free(&quote);
    }
}

static void put_places(struct json *in, const char *key,
                       const struct judged *judged, const struct span *spans,
                       size_t count)
{
    struct json *list = json_put_list(in, key);

    for (size_t i = 0; i < count; i++)
        json_put_place(list, NULL, judged->at, spans[i]);
}

static void put_parts(struct json *in, const struct judged *judged,
                      const struct result *result)
{
    struct json *list = json_put_list(in, "parts");

    for (size_t i = 0; i < result->part_count; i++) {
        const struct part *part = &result->parts[i];
        struct json *map = json_put_map(list, NULL);

        put_words(map, "subject", judged, part->subject);
        json_put_text(map, "verdict", str_from(verdict_name(part->verdict)));
        put_words(map, "message", judged, part->message);
        put_evidence(map, judged, part->evidence, part->evidence_count);
    }
}

static void put_figures(struct json *in, const struct result *result)
{
    struct json *list = json_put_list(in, "figures");

    for (size_t i = 0; i < result->figure_count; i++) {
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "name", result->figures[i].name);
        json_put_decimal(map, "value", result->figures[i].value);
        json_put_decimal(map, "limit", result->figures[i].limit);
    }
}

static void put_steps(struct json *in, const char *key,
                      const struct judged *judged, const struct step *step,
                      unsigned depth)
{
    struct json *list = json_put_list(in, key);

    for (; step && depth < 32; step = step->next) {
        struct json *map = json_put_map(list, NULL);

        put_words(map, "what", judged, step->what);
        json_put_text(map, "outcome", str_from(step->outcome));
        json_put_number(map, "found", (long long)step->found);
        put_steps(map, "steps", judged, step->first, depth + 1);
    }
}

static void put_criterion(struct json *in, const struct criterion *criterion)
{
    json_put_text(in, "criterion", criterion->id);
    json_put_text(in, "name", criterion->name);
    json_put_text(in, "family", criterion->family);
}

static void put_point_id(struct json *in, const char *key, size_t index)
{
    char id[24];

    snprintf(id, sizeof id, "p%zu", index + 1);
    json_put_text(in, key, str_from(id));
}

static void put_judgement(struct json *in, const struct judged *judged,
                          const struct result *result)
{
    struct json *law;

    json_put_text(in, "verdict", str_from(verdict_name(result->verdict)));
    json_put_text(in, "severity", str_from(severity_name(result->severity)));
    json_put_text(in, "confidence",
                  str_from(confidence_name(result->confidence)));
    json_put_bool(in, "advisory", result->advisory);
    if (result->change != CHANGE_NONE)
        json_put_text(in, "change", str_from(change_name(result->change)));
    if (result->disposition != DISPOSITION_OPEN)
        json_put_text(in, "disposition",
                      str_from(disposition_name(result->disposition)));
    if (result->point < 0)
        json_put_null(in, "point");
    else
        put_point_id(in, "point", (size_t)result->point);
    put_words(in, "message", judged, result->message);
    put_words(in, "reason", judged, result->reason);
    put_words(in, "fix", judged, result->fix);
    law = json_put_list(in, "law");
    for (size_t i = 0; i < result->criterion->law_count; i++)
        json_put_text(law, NULL, result->criterion->law[i]);
}

static void put_result(struct json *list, const struct judged *judged,
                       const struct result *result)
{
    struct json *map = json_put_map(list, NULL);

    json_put_text(map, "id", str_from(result->id));
    json_put_text(map, "document", judged->reviewed->id);
    put_criterion(map, result->criterion);
    put_judgement(map, judged, result);
    put_evidence(map, judged, result->evidence, result->evidence_count);
    put_places(map, "searched", judged, result->searched,
               result->searched_count);
    put_parts(map, judged, result);
    put_figures(map, result);
    if (judged->output->explain)
        put_steps(map, "explain", judged, result->explain, 0);
}

void json_add_results(struct json *list, const struct output *output,
                      const struct reviewed *reviewed)
{
    struct judged judged = judged_open(output, reviewed);

    for (size_t i = 0; i < reviewed->result_count; i++)
        put_result(list, &judged, &reviewed->results[i]);
    judged_close(&judged);
}

static void put_point(struct json *list, const struct judged *judged,
                      size_t index)
{
    const struct reviewed *reviewed = judged->reviewed;
    const struct point *point = &reviewed->points[index];
    struct json *map = json_put_map(list, NULL);
    struct json *results;

    put_point_id(map, "id", index);
    json_put_text(map, "document", reviewed->id);
    json_put_number(map, "order", point->order);
    json_put_text(map, "severity", str_from(severity_name(point->severity)));
    json_put_text(map, "verdict", str_from(verdict_name(point->verdict)));
    json_put_bool(map, "open", point->open);
    put_words(map, "title", judged, point->title);
    put_words(map, "message", judged, point->message);
    put_words(map, "advice", judged, point->advice);
    put_places(map, "places", judged, point->places, point->place_count);
    results = json_put_list(map, "results");
    for (size_t i = 0; i < point->result_count; i++)
        json_put_text(results, NULL,
                      str_from(reviewed->results[point->results[i]].id));
}

void json_add_points(struct json *list, const struct output *output,
                     const struct reviewed *reviewed)
{
    struct judged judged = judged_open(output, reviewed);

    for (size_t i = 0; i < reviewed->point_count; i++)
        put_point(list, &judged, i);
    judged_close(&judged);
}

static void put_counts(struct json *in, const struct reviewed *reviewed)
{
    struct json *counts = json_put_map(in, "counts");

    for (int severity = 0; severity < SEVERITIES; severity++) {
        struct json *map = json_put_map(
            counts, severity_name((enum severity)severity));

        for (int verdict = 0; verdict < VERDICTS; verdict++)
            json_put_number(map, verdict_name((enum verdict)verdict),
                            (long long)reviewed->counts[severity][verdict]);
    }
}

void json_add_reviewed(struct json *in, const struct review *review,
                       const struct reviewed *reviewed)
{
    const char *answer = answer_name(reviewed->answer);

    json_add_document(in, (struct json_at){
                              reviewed->id, reviewed->outline,
                              reviewed->citations.seen -
                                  reviewed->citations.unread,
                              reviewed->citations.seen});
    if (reviewed->within >= 0) {
        const struct reviewed *outer = &review->documents[reviewed->within];

        json_put_text(in, "within", outer->id);
        json_put_text_or_null(
            in, "area",
            outer->outline->areas[reviewed->outline->within_area].name.text);
    }
    json_put_text_or_null(in, "answer", str_from(answer));
    json_put_text_or_null(in, "answer_reason", reviewed->answer_reason);
    put_counts(in, reviewed);
}

static void put_setting(struct json *list, const struct setting *setting)
{
    struct json *map = json_put_map(list, NULL);

    json_put_text(map, "kind", str_from(setting_kind_name(setting->kind)));
    json_put_text(map, "criterion", setting->criterion);
    json_put_text(map, "reason", setting->reason);
    if (setting->by.length)
        json_put_text(map, "by", setting->by);
    if (setting->until.year)
        json_put_date(map, "date", setting->until);
    if (setting->verdict.length)
        json_put_text(map, "verdict", setting->verdict);
    if (setting->document.length)
        json_put_text(map, "document", setting->document);
}

static void put_changed(struct json *list, const char *kind, struct str name,
                        struct str value)
{
    struct json *map = json_put_map(list, NULL);

    json_put_text(map, "kind", str_from(kind));
    json_put_text(map, "name", name);
    json_put_text(map, "value", value);
}

static void put_synonyms(struct json *list, const char *kind,
                         const struct node *map)
{
    for (const struct node *row = map ? map->first : NULL; row;
         row = row->next) {
        if (row->kind == NODE_TEXT)
            put_changed(list, kind, row->key, row->text);
        for (const struct node *one = row->first; one; one = one->next)
            put_changed(list, kind, row->key, one->text);
    }
}

/* All that a settings file changed: it may have come with the mail. */
static void put_settings(struct json *run, const struct review *review)
{
    const struct settings *settings = review->ruleset->settings;
    struct json *list = json_put_list(run, "settings");

    if (settings == NULL)
        return;
    put_changed(list, "file", STR("path"), settings->path);
    if (settings->profile)
        put_changed(list, "profile", STR("profile"),
                    settings->profile->text);
    for (size_t i = 0; i < settings->value_count; i++)
        put_changed(list, "value", settings->values[i].name,
                    settings->values[i].text);
    put_synonyms(list, "label", settings->labels);
    put_synonyms(list, "heading", settings->headings);
    for (size_t i = 0; i < settings->rule_count; i++)
        put_changed(list, "rules", STR("folder"), settings->rules[i]);
    for (size_t i = 0; i < settings->count; i++)
        put_setting(list, &settings->items[i]);
}

void json_add_run(struct json *in, const struct output *output)
{
    const struct review_options *options = &output->review->options;
    const struct ruleset *ruleset = output->review->ruleset;
    struct json *map = json_put_map(in, "run");
    struct json *list;

    json_put_text(map, "tool", STR("skollint"));
    json_put_text(map, "version", str_from(output->version));
    json_put_text(map, "mode", str_from(options->mode));
    json_put_text(map, "language", str_from(options->language));
    json_put_date(map, "today", options->today);
    put_settings(map, output->review);
    json_put_number(map, "exit", output->exit_status);
    list = json_put_list(in, "rulesets");
    map = json_put_map(list, NULL);
    json_put_text(map, "id", ruleset->id);
    json_put_text(map, "version", ruleset->version);
    json_put_text(map, "sha256", str_from(ruleset->sha256));
}

void json_add_skipped(struct json *in, const struct output *output)
{
    const struct review *review = output->review;
    struct json *list = json_put_list(in, "skipped");

    for (size_t i = 0; i < review->skipped_count; i++) {
        struct json *map = json_put_map(list, NULL);
        struct buf why = {0};

        texts_failure(&why, output->texts, output->language,
                      &review->skipped[i].why);
        json_put_text(map, "path", review->skipped[i].path);
        json_put_text(map, "reason", buf_str(&why));
        buf_free(&why);
    }
}
