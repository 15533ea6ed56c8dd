/* json_parts - documents and places, as the contract names them. */
#include "output/json_parts.h"

static void put_path(struct json *in, struct json_at at, uint32_t offset)
{
    struct json *list = json_put_list(in, "path");
    struct str path[8];
    size_t count = outline_path(at.outline, offset, path);

    for (size_t i = 0; i < count; i++)
        json_put_text(list, NULL, path[i]);
}

void json_put_place(struct json *in, const char *key, struct json_at at,
                    struct span span)
{
    struct json *map = json_put_map(in, key);
    struct source_place place =
        document_place(at.outline->document, span.start);

    json_put_text(map, "document", at.id);
    put_path(map, at, span.start);
    json_put_number(map, "start", span.start);
    json_put_number(map, "length", span.length);
    json_put_number_or_null(map, "line", place.line);
    json_put_number_or_null(map, "column", place.column);
    json_put_number_or_null(map, "page", place.page);
    json_put_text_or_null(map, "part", place.part);
    json_put_number_or_null(map, "paragraph", place.paragraph);
}

void json_put_date(struct json *in, const char *key, struct date date)
{
    char text[DATE_TEXT];

    json_put_text_or_null(in, key, str_from(date_print(date, text)));
}

static void put_pair(struct json *in, const char *key, size_t n, size_t of)
{
    struct json *pair = json_put_list(in, key);

    json_put_number(pair, NULL, (long long)n);
    json_put_number(pair, NULL, (long long)of);
}

static void put_reading(struct json *in, struct json_at at)
{
    static const char *const qualities[] = {"good", "limited", "failed"};
    const struct outline *outline = at.outline;
    const struct document *document = outline->document;
    struct json *map = json_put_map(in, "reading");
    struct json *list;

    json_put_text(map, "quality", str_from(qualities[document->quality]));
    json_put_bool(map, "ocr", document->ocr);
    list = json_put_list(map, "problems");
    for (size_t i = 0; i < document->problem_count; i++) {
        struct json *problem = json_put_map(list, NULL);

        json_put_text(problem, "code", str_from(document->problems[i].key));
        json_put_text_or_null(problem, "detail",
                              document->problems[i].detail);
    }
    map = json_put_map(map, "understood");
    put_pair(map, "labels", outline->labels_seen, outline->labels_of);
    put_pair(map, "fields", outline->fields_seen, outline->fields_of);
    put_pair(map, "numbers", outline->numbers_seen, outline->numbers_of);
    put_pair(map, "citations", at.citations_read, at.citations_seen);
    put_pair(map, "dates", outline->days_seen, outline->days_of);
}

static void put_texts(struct json *in, const char *key,
                      const struct str *texts, size_t count)
{
    struct json *list = json_put_list(in, key);

    for (size_t i = 0; i < count; i++)
        json_put_text(list, NULL, texts[i]);
}

static void put_front(struct json *in, const struct outline *outline)
{
    struct json *list;

    json_put_text_or_null(in, "huvudman", outline->huvudman.text);
    json_put_text_or_null(in, "unit", outline->unit.text);
    put_texts(in, "school_forms", outline->school_forms,
              outline->school_form_count);
    json_put_date(in, "date", outline->date.date);
    list = json_put_list(in, "reference_numbers");
    for (size_t i = 0; i < outline->reference_number_count; i++)
        json_put_text(list, NULL, outline->reference_numbers[i].text);
}

void json_add_document(struct json *in, struct json_at at)
{
    const struct outline *outline = at.outline;
    const struct document *document = outline->document;

    json_put_text(in, "id", at.id);
    json_put_text(in, "path", document->path);
    json_put_text(in, "sha256", str_from(document->sha256));
    json_put_text(in, "format", document->format);
    json_put_text(in, "kind", outline->kind);
    json_put_text_or_null(in, "template",
                          outline->template
                              ? template_id(outline->template)
                              : STR(""));
    if (outline->template && template_draft(outline->template))
        json_put_bool(in, "draft", true);
    json_put_text(in, "level", outline->level);
    put_front(in, outline);
    put_reading(in, at);
}
