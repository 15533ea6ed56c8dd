/* outline_write - an outline as JSON, as the contract names its parts. */
#include "output/json_parts.h"
#include "output/outline_write.h"

#include "law/citation.h"

static void put_span(struct json *in, const char *key, struct json_at at,
                     struct span span)
{
    json_put_text(in, key, document_text(at.outline->document, span));
}

static void put_role(struct json *in, struct json_at at, int role)
{
    json_put_text_or_null(in, "role",
                          role == NO_INDEX
                              ? STR("")
                              : templates_role(at.outline->templates, role));
}

static void put_field(struct json *list, struct json_at at,
                      const struct field *field)
{
    struct json *map = json_put_map(list, NULL);

    put_role(map, at, field->role);
    put_span(map, "label", at, field->label);
    json_put_text(map, "state", str_from(field_state_name(field->state)));
    put_span(map, "text", at, field->content);
    json_put_number_or_null(map, "goal_block",
                            (size_t)(field->goal_block + 1));
    json_put_place(map, "place", at,
                   field->content.length ? field->content : field->label);
}

static void put_goal(struct json *list, struct json_at at,
                     const struct goal *goal)
{
    struct json *map = json_put_map(list, NULL);

    put_span(map, "text", at, goal->span);
    json_put_text_or_null(map, "status",
                          str_from(goal_status_name(goal->status)));
    json_put_number_or_null(map, "goal_block",
                            (size_t)(goal->goal_block + 1));
    json_put_place(map, "place", at, goal->span);
}

static void put_measure(struct json *list, struct json_at at, size_t index)
{
    const struct measure *measure = &at.outline->measures[index];
    struct json *map = json_put_map(list, NULL);
    struct json *inner;

    json_put_number(map, "index", (long long)index + 1);
    json_put_text_or_null(map, "area", measure->area);
    json_put_text_or_null(map, "name", measure->name.text);
    inner = json_put_list(map, "numbers");
    for (size_t i = 0; i < measure->number_count; i++)
        json_put_text(inner, NULL, measure->numbers[i]);
    json_put_number(map, "goal_blocks", (long long)measure->goal_blocks);
    inner = json_put_list(map, "fields");
    for (size_t i = 0; i < measure->field_count; i++)
        put_field(inner, at, &measure->fields[i]);
    inner = json_put_list(map, "goals");
    for (size_t i = 0; i < measure->goal_count; i++)
        put_goal(inner, at, &measure->goals[i]);
}

static void put_section(struct json *list, struct json_at at,
                        const struct section *section)
{
    struct json *map = json_put_map(list, NULL);

    put_role(map, at, section->role);
    put_span(map, "heading", at, section->heading);
    json_put_number(map, "level", section->level);
    json_put_place(map, "place", at, section->heading);
}

static void put_area(struct json *list, struct json_at at,
                     const struct area *area)
{
    struct json *map = json_put_map(list, NULL);
    struct json *points;

    json_put_text(map, "name", area->name.text);
    json_put_text_or_null(map, "subject", area->subject);
    json_add_area_law(json_put_list(map, "law"), at.outline, area);
    json_put_text_or_null(map, "rating", str_from(area->rating));
    points = json_put_list(map, "development_points");
    for (size_t i = 0; i < area->development_point_count; i++) {
        struct json *point = json_put_map(points, NULL);

        put_span(point, "text", at, area->development_points[i]);
        json_put_place(point, "place", at, area->development_points[i]);
    }
    if (area->account.length)
        json_put_place(map, "account", at, area->account);
    else
        json_put_null(map, "account");
    json_put_text_or_null(map, "outcome", str_from(area->outcome));
    json_put_text_or_null(map, "intervention", str_from(area->intervention));
    json_put_date(map, "deadline", area->deadline.date);
}

static void put_dates(struct json *in, const struct outline *outline)
{
    struct json *map = json_put_map(in, "dates");

    json_put_date(map, "document", outline->date.date);
    json_put_date(map, "previous_decision", outline->previous_decision.date);
    json_put_date(map, "deadline", outline->deadline.date);
    json_put_date(map, "received", outline->received.date);
}

static void put_residue(struct json *in, struct json_at at)
{
    struct json *list = json_put_list(in, "residue");

    for (size_t i = 0; i < at.outline->residue_count; i++) {
        const struct residue *residue = &at.outline->residue[i];
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "kind", str_from(residue_name(residue->kind)));
        json_put_text(map, "quote", residue->quote);
        json_put_place(map, "place", at, residue->span);
    }
}

static void put_blocks(struct json *in, struct json_at at)
{
    static const char *const kinds[] = {
        [BLOCK_HEADING] = "heading",     [BLOCK_PARAGRAPH] = "paragraph",
        [BLOCK_LIST_ITEM] = "list_item", [BLOCK_CELL] = "cell",
        [BLOCK_HEADER] = "header",       [BLOCK_FOOTER] = "footer",
        [BLOCK_NOTE] = "note",           [BLOCK_TEXT_BOX] = "text_box",
    };
    const struct document *document = at.outline->document;
    struct json *list = json_put_list(in, "blocks");

    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "kind", str_from(kinds[block->kind]));
        json_put_number_or_null(map, "level", block->level);
        put_span(map, "text", at, block->span);
        json_put_place(map, "place", at, block->span);
    }
}

/* Everything but the blocks, which accounts share with their decision. */
static void add_outline(struct json *in, struct json_at at)
{
    const struct outline *outline = at.outline;
    struct json *list;

    json_add_document(json_put_map(in, "document"), at);
    list = json_put_list(in, "measures");
    for (size_t i = 0; i < outline->measure_count; i++)
        put_measure(list, at, i);
    list = json_put_list(in, "summary_fields");
    for (size_t i = 0; i < outline->summary_field_count; i++)
        put_field(list, at, &outline->summary_fields[i]);
    list = json_put_list(in, "sections");
    for (size_t i = 0; i < outline->section_count; i++)
        put_section(list, at, &outline->sections[i]);
    list = json_put_list(in, "areas");
    for (size_t i = 0; i < outline->area_count; i++)
        put_area(list, at, &outline->areas[i]);
    put_dates(in, outline);
    put_residue(in, at);
}

void outline_write_json(struct buf *into, const struct outline *outline)
{
    struct arena *arena = arena_new();
    struct citations citations = citations_read(
        arena, outline->document->text, outline->document->ocr);
    struct json_at at = {STR("d1"), outline,
                         citations.seen - citations.unread, citations.seen};
    struct json *top = json_map();

    json_put_number(top, "format", 1);
    add_outline(top, at);
    put_blocks(top, at);
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
    arena_free(arena);
}
