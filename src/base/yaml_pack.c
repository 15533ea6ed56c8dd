/* yaml_pack - trees of nodes as bytes, ready without parsing. */
#include "base/yaml_pack.h"

#include <string.h>

enum { SHA256_DIGITS = 64 };

struct head {
    char sha256[SHA256_DIGITS];
    uint32_t nodes;
};

/* References are indexes + 1, so that 0 is none; texts are offsets. */
struct record {
    uint32_t kind, count, first, next;
    uint32_t text, text_length, key, key_length;
    uint32_t line, column;
};

struct packing {
    struct buf records, texts;
};

static uint32_t add_text(struct packing *packing, struct str text)
{
    uint32_t offset = (uint32_t)packing->texts.length;

    buf_add(&packing->texts, text);
    buf_add_byte(&packing->texts, '\0');
    return offset;
}

static size_t record_count(const struct packing *packing)
{
    return packing->records.length / sizeof(struct record);
}

static struct record *record_at(struct packing *packing, size_t index)
{
    return (struct record *)(void *)packing->records.at + index;
}

/* Returns the record's index + 1. Depth is bounded by LIMIT_YAML_DEPTH. */
static uint32_t add_node(struct packing *packing, const struct node *node)
{
    struct record record = {
        .kind = (uint32_t)node->kind,
        .count = (uint32_t)node->count,
        .text_length = (uint32_t)node->text.length,
        .key_length = (uint32_t)node->key.length,
        .line = (uint32_t)node->line,
        .column = (uint32_t)node->column,
    };
    size_t index = record_count(packing);
    uint32_t last = 0;

    record.text = add_text(packing, node->text);
    record.key = add_text(packing, node->key);
    buf_add(&packing->records,
            (struct str){(const char *)&record, sizeof record});
    for (const struct node *child = node->first; child;
         child = child->next) {
        uint32_t added = add_node(packing, child);

        if (last)
            record_at(packing, last - 1)->next = added;
        else
            record_at(packing, index)->first = added;
        last = added;
    }
    return (uint32_t)index + 1;
}

void yaml_pack(struct buf *into, const struct node *root,
               const char sha256[65])
{
    struct packing packing = {{0}, {0}};
    struct head head;

    add_node(&packing, root);
    memcpy(head.sha256, sha256, SHA256_DIGITS);
    head.nodes = (uint32_t)record_count(&packing);
    buf_add(into, (struct str){(const char *)&head, sizeof head});
    buf_add(into, buf_str(&packing.records));
    buf_add(into, buf_str(&packing.texts));
    buf_free(&packing.records);
    buf_free(&packing.texts);
}

struct node *yaml_unpack(struct arena *arena, struct str file,
                         struct str packed)
{
    struct head head;
    struct node *nodes;
    const char *records, *texts;

    memcpy(&head, packed.at, sizeof head);
    records = packed.at + sizeof head;
    texts = records + head.nodes * sizeof(struct record);
    nodes = arena_alloc(arena, head.nodes * sizeof *nodes);
    for (uint32_t i = 0; i < head.nodes; i++) {
        struct record record;

        memcpy(&record, records + i * sizeof record, sizeof record);
        nodes[i] = (struct node){
            .kind = (enum node_kind)record.kind,
            .text = {texts + record.text, record.text_length},
            .first = record.first ? &nodes[record.first - 1] : NULL,
            .next = record.next ? &nodes[record.next - 1] : NULL,
            .key = {texts + record.key, record.key_length},
            .count = record.count,
            .file = file,
            .line = record.line,
            .column = record.column,
        };
    }
    return nodes;
}

struct str yaml_pack_sha256(struct str packed)
{
    return str_part(packed, 0, SHA256_DIGITS);
}
