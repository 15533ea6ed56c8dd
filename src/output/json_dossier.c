/* json_dossier - comparisons as the contract writes them. */
#include "output/json_parts.h"

#include "dossier/dossiers.h"

static struct json_at at_of(const struct reviewed *reviewed)
{
    return (struct json_at){.id = reviewed->id, .outline = reviewed->outline};
}

/* A quote with what is personal in it hidden. */
static void put_quote(struct json *in, const char *key,
                      const struct output *output,
                      const struct reviewed *reviewed, struct span span)
{
    struct arena *arena = arena_new();
    struct mask mask =
        mask_new(arena, reviewed, output->review->options.show_personal_data);
    struct buf text = {0};

    mask_add_span(&text, &mask, span);
    json_put_text(in, key, buf_str(&text));
    buf_free(&text);
    arena_free(arena);
}

static void put_ask(struct json *list, const struct output *output,
                    const struct comparison *comparison,
                    const struct ask *ask)
{
    const struct reviewed *documents = output->review->documents;
    const struct reviewed *report = &documents[comparison->report];
    const struct reviewed *decision = &documents[comparison->decision];
    struct json *map = json_put_map(list, NULL), *passages;

    json_put_text(map, "text", document_text(decision->document, ask->text));
    json_put_text_or_null(map, "title", ask->title);
    json_put_text(map, "progress", str_from(progress_name(ask->progress)));
    json_put_text(map, "verdict", str_from(verdict_name(ask->verdict)));
    json_put_text(map, "message", ask->message);
    if (ask->choice >= 0)
        json_put_number(map, "choice", ask->choice + 1);
    passages = json_put_list(map, "passages");
    for (size_t i = 0; i < ask->passage_count; i++) {
        struct json *passage = json_put_map(passages, NULL);

        put_quote(passage, "quote", output, report, ask->passages[i].span);
        json_put_place(passage, "place", at_of(report),
                       ask->passages[i].span);
        json_put_decimal(passage, "score", ask->passages[i].score);
    }
}

static void put_point(struct json *list, const struct output *output,
                      const struct comparison *comparison,
                      const struct compared_point *point)
{
    const struct reviewed *decision =
        &output->review->documents[comparison->decision];
    struct json *map = json_put_map(list, NULL), *asks;

    json_put_text(map, "text",
                  document_text(decision->document, point->text));
    json_put_place(map, "place", at_of(decision), point->text);
    json_put_text(map, "verdict", str_from(verdict_name(point->verdict)));
    json_put_text(map, "message", point->message);
    asks = json_put_list(map, "asks");
    for (size_t i = 0; i < point->asks.count; i++)
        put_ask(asks, output, comparison, &point->asks.items[i]);
}

static void put_precedents(struct json *in,
                           const struct precedents *precedents)
{
    struct json *list = json_put_list(in, "precedents");

    for (size_t i = 0; i < precedents->count; i++) {
        const struct precedent *one = &precedents->items[i];
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "decision", one->name);
        json_put_text_or_null(map, "date", one->date);
        json_put_text_or_null(map, "reference_number", one->numbers);
        json_put_text_or_null(map, "outcome", one->outcome);
        json_put_text(map, "quote", one->text);
        json_put_number_or_null(map, "line", one->line);
        json_put_number_or_null(map, "page", one->page);
        json_put_decimal(map, "score", one->score);
    }
}

static void put_area(struct json *list, const struct output *output,
                     const struct comparison *comparison,
                     const struct compared_area *compared)
{
    const struct reviewed *decision =
        &output->review->documents[comparison->decision];
    const struct area *area = compared->area;
    struct json *map = json_put_map(list, NULL), *points, *criteria;

    json_put_text(map, "name", area->name.text);
    json_add_area_law(json_put_list(map, "law"), decision->outline, area);
    json_put_text_or_null(map, "rating", str_from(area->rating));
    json_put_text_or_null(map, "outcome", str_from(area->outcome));
    json_put_date(map, "deadline", area->deadline.date);
    points = json_put_list(map, "points");
    for (size_t i = 0; i < compared->point_count; i++)
        put_point(points, output, comparison, &compared->points[i]);
    criteria = json_put_list(map, "criteria");
    for (size_t i = 0; i < compared->criterion_count; i++) {
        struct json *one = json_put_map(criteria, NULL);

        json_put_text(one, "criterion", compared->criteria[i].criterion->id);
        json_put_text(one, "verdict",
                      str_from(verdict_name(compared->criteria[i].verdict)));
    }
    put_precedents(map, &compared->precedents);
}

void json_add_comparison(struct json *map, const struct output *output,
                         const struct comparison *comparison)
{
    const struct reviewed *documents = output->review->documents;
    struct json *warnings, *areas;

    json_put_text(map, "report", documents[comparison->report].id);
    json_put_text(map, "decision", documents[comparison->decision].id);
    if (comparison->has_store)
        json_put_number(map, "stored", (long long)comparison->stored);
    warnings = json_put_list(map, "warnings");
    for (size_t i = 0; i < comparison->warning_count; i++) {
        struct json *one = json_put_map(warnings, NULL);

        json_put_text(one, "code", str_from(comparison->warnings[i].code));
        json_put_text(one, "message", comparison->warnings[i].message);
    }
    areas = json_put_list(map, "areas");
    for (size_t i = 0; i < comparison->area_count; i++)
        put_area(areas, output, comparison, &comparison->areas[i]);
}
