/* yaml - rule files as a tree of nodes that know where they stand. */
#include "base/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEEPEST = 32, LARGEST_FILE = 4 * 1024 * 1024 };

struct reading {
    struct arena *arena;
    struct str file;
    struct problems *problems;
    struct node *open[DEEPEST];  /* lists and maps not yet ended */
    struct node *last[DEEPEST];  /* the last child of each */
    struct node *key[DEEPEST];   /* a map's key that waits for its value */
    size_t depth;
    struct node *root;
    bool failed;
};

static void report(struct reading *reading, size_t line, size_t column,
                   const char *key, struct str detail)
{
    problems_add(reading->problems,
                 (struct problem){.file = reading->file,
                                  .line = line,
                                  .column = column,
                                  .key = key,
                                  .detail = detail});
}

static void report_event(struct reading *reading, const yaml_event_t *event,
                         const char *key, struct str detail)
{
    report(reading, event->start_mark.line + 1, event->start_mark.column + 1,
           key, detail);
}

static struct node *make(struct reading *reading, const yaml_event_t *event,
                         enum node_kind kind)
{
    struct node *node = arena_alloc(reading->arena, sizeof *node);

    node->kind = kind;
    node->file = reading->file;
    node->line = event->start_mark.line + 1;
    node->column = event->start_mark.column + 1;
    node->text = (struct str){"", 0};
    return node;
}

static void append(struct reading *reading, struct node *child)
{
    size_t top = reading->depth - 1;
    struct node *parent = reading->open[top];

    if (parent->first == NULL)
        parent->first = child;
    else
        reading->last[top]->next = child;
    reading->last[top] = child;
    parent->count++;
}

static bool is_duplicate(const struct node *map, struct str key)
{
    for (const struct node *entry = map->first; entry; entry = entry->next)
        if (str_equal(entry->key, key))
            return true;
    return false;
}

static void attach(struct reading *reading, struct node *node,
                   const yaml_event_t *event)
{
    size_t top;
    struct node *key;

    if (reading->depth == 0) {
        reading->root = node;
        return;
    }
    top = reading->depth - 1;
    key = reading->key[top];
    if (reading->open[top]->kind == NODE_LIST) {
        append(reading, node);
    } else if (key == NULL) {
        if (node->kind != NODE_TEXT)
            report_event(reading, event, "yaml-key-not-text", STR(""));
        else if (is_duplicate(reading->open[top], node->text))
            report_event(reading, event, "yaml-duplicate-key", node->text);
        reading->key[top] = node;
    } else {
        node->key = key->text;
        node->line = key->line;
        node->column = key->column;
        append(reading, node);
        reading->key[top] = NULL;
    }
}

static void open_node(struct reading *reading, const yaml_event_t *event,
                      enum node_kind kind)
{
    struct node *node = make(reading, event, kind);

    attach(reading, node, event);
    if (reading->depth == DEEPEST) {
        report_event(reading, event, "yaml-too-deep", STR("32"));
        reading->failed = true;
        return;
    }
    reading->open[reading->depth] = node;
    reading->last[reading->depth] = NULL;
    reading->key[reading->depth] = NULL;
    reading->depth++;
}

static bool is_null(const yaml_event_t *event, struct str text)
{
    return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
           (str_equal(text, STR("null")) || str_equal(text, STR("~")));
}

static void take_scalar(struct reading *reading, const yaml_event_t *event)
{
    struct str text = {(const char *)event->data.scalar.value,
                       event->data.scalar.length};
    struct node *node = make(reading, event, NODE_TEXT);

    if (event->data.scalar.anchor)
        report_event(reading, event, "yaml-anchor", text);
    if (event->data.scalar.tag)
        report_event(reading, event, "yaml-tag", text);
    if (!is_null(event, text))
        node->text = arena_str(reading->arena, text);
    attach(reading, node, event);
}

static void refuse_marks(struct reading *reading, const yaml_event_t *event,
                         const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        report_event(reading, event, "yaml-anchor",
                     str_from((const char *)anchor));
    if (tag)
        report_event(reading, event, "yaml-tag", str_from((const char *)tag));
}

static void take(struct reading *reading, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        take_scalar(reading, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        refuse_marks(reading, event, event->data.sequence_start.anchor,
                     event->data.sequence_start.tag);
        open_node(reading, event, NODE_LIST);
        break;
    case YAML_MAPPING_START_EVENT:
        refuse_marks(reading, event, event->data.mapping_start.anchor,
                     event->data.mapping_start.tag);
        open_node(reading, event, NODE_MAP);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reading->depth--;
        break;
    case YAML_ALIAS_EVENT:
        report_event(reading, event, "yaml-alias",
                     str_from((const char *)event->data.alias.anchor));
        attach(reading, make(reading, event, NODE_TEXT), event);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (reading->root) {
            report_event(reading, event, "yaml-several-documents", STR(""));
            reading->failed = true;
        }
        break;
    default:
        break;
    }
}

static void read_events(struct reading *reading, yaml_parser_t *parser)
{
    yaml_event_t event;
    bool ended = false;

    while (!ended && !reading->failed) {
        if (!yaml_parser_parse(parser, &event)) {
            report(reading, parser->problem_mark.line + 1,
                   parser->problem_mark.column + 1, "yaml-syntax",
                   str_from(parser->problem ? parser->problem : ""));
            reading->failed = true;
            return;
        }
        take(reading, &event);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
}

struct node *yaml_read(struct arena *arena, struct str file, struct str bytes,
                       struct problems *problems)
{
    struct reading reading = {.arena = arena,
                              .file = arena_str(arena, file),
                              .problems = problems};
    yaml_parser_t parser;

    if (bytes.length > LARGEST_FILE) {
        report(&reading, 1, 1, "yaml-too-large", STR("4 MiB"));
        return NULL;
    }
    if (!yaml_parser_initialize(&parser))
        abort();
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)bytes.at, bytes.length);
    read_events(&reading, &parser);
    yaml_parser_delete(&parser);
    if (!reading.failed && reading.root == NULL)
        report(&reading, 1, 1, "yaml-empty", STR(""));
    return reading.failed ? NULL : reading.root;
}
