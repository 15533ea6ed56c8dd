/* predicate_read - conditions on one sentence, as rule files write them. */
#include "facts/predicate.h"

static struct predicate *make(const struct predicate_reader *reader,
                              enum predicate_kind kind)
{
    struct predicate *predicate =
        arena_alloc(reader->arena, sizeof *predicate);

    predicate->kind = kind & 0xF;
    return predicate;
}

static int find_mark(const struct marks *marks, struct str name)
{
    for (size_t i = 0; i < marks->count; i++)
        if (str_equal(marks->names[i], name))
            return (int)i;
    return -1;
}

static void report_unknown(const struct predicate_reader *reader,
                           const struct node *node)
{
    struct str near =
        nearest_name(node->text, lexicons_names(reader->lexicons),
                     lexicons_count(reader->lexicons));

    if (near.length == 0)
        near = nearest_name(node->text, reader->marks->names,
                            reader->marks->count);
    problems_add(reader->problems,
                 (struct problem){.file = node->file,
                                  .line = node->line,
                                  .column = node->column,
                                  .key = "rule-unknown-name",
                                  .detail = node->text,
                                  .nearest = near});
}

static struct predicate *read_name(const struct predicate_reader *reader,
                                   const struct node *node)
{
    struct predicate *predicate = make(reader, PREDICATE_NAME);
    int mark = find_mark(reader->marks, node->text);
    int lexicon = lexicon_ask(reader->lexicons, node->text);

    if (mark >= 0)
        predicate->name = (uint16_t)(LEXICONS_MOST + mark);
    else if (lexicon >= 0)
        predicate->name = (uint16_t)lexicon;
    else
        report_unknown(reader, node);
    return predicate;
}

static struct predicate *read_any(const struct predicate_reader *reader,
                                  const struct node *node);

/* The conditions of a list, or the one that stands instead of a list. */
static void read_items(const struct predicate_reader *reader,
                       const struct node *list, struct predicate *into)
{
    bool several = list->kind == NODE_LIST;
    const struct node *node = several ? list->first : list;
    struct predicate *items = arena_alloc(
        reader->arena, (several ? list->count + 1 : 1) * sizeof *items);

    for (; node; node = several ? node->next : NULL) {
        const struct predicate *item = read_any(reader, node);

        if (item)
            items[into->count++] = *item;
    }
    if (into->count)
        into->items = items;
}

static struct predicate *read_list(const struct predicate_reader *reader,
                                   const struct node *list,
                                   enum predicate_kind kind)
{
    struct predicate *predicate = make(reader, kind);

    read_items(reader, list, predicate);
    return predicate;
}

/* How many sentences away; further than that is as far. */
static uint16_t read_distance(const struct predicate_reader *reader,
                              const struct node *node, const char *key,
                              unsigned near)
{
    unsigned distance =
        near + node_number(reader->problems, node, key, 0);

    return distance < UINT16_MAX ? (uint16_t)distance : UINT16_MAX;
}

static struct predicate *read_near(const struct predicate_reader *reader,
                                   const struct node *node)
{
    struct predicate *predicate = make(reader, PREDICATE_NEAR);
    unsigned near = node_number(reader->problems, node, "near", 0);

    predicate->here = near > 0;
    predicate->back = read_distance(reader, node, "before", near);
    predicate->ahead = read_distance(reader, node, "after", near);
    if (node_get(node, "of"))
        read_items(reader, node_get(node, "of"), predicate);
    else
        node_problem(reader->problems, node, "rule-missing-key", "of");
    return predicate;
}

static struct predicate *read_times(const struct predicate_reader *reader,
                                    const struct node *node)
{
    struct predicate *predicate = make(reader, PREDICATE_TIMES);
    const struct node *of = node_get(node, "of");

    predicate->least = node_number(reader->problems, node, "times", 1);
    if (of && of->kind == NODE_TEXT)
        predicate->name = read_name(reader, of)->name;
    if (of == NULL || predicate->name >= LEXICONS_MOST)
        node_problem(reader->problems, node, "rule-want-lexicon", "of");
    return predicate;
}

static struct predicate *read_close(const struct predicate_reader *reader,
                                    const struct node *node)
{
    struct predicate *predicate = make(reader, PREDICATE_CLOSE);
    const struct node *of = node_get(node, "of");

    predicate->least = node_number(reader->problems, node, "close", 1);
    if (of == NULL || of->kind != NODE_LIST || of->count != 2) {
        node_problem(reader->problems, node, "rule-want-lexicon", "of");
        return predicate;
    }
    predicate->name = read_name(reader, of->first)->name;
    predicate->other = read_name(reader, of->first->next)->name;
    if (predicate->name >= LEXICONS_MOST || predicate->other >= LEXICONS_MOST)
        node_problem(reader->problems, node, "rule-want-lexicon", "of");
    return predicate;
}

static struct predicate *read_rises(const struct predicate_reader *reader,
                                    const struct node *node)
{
    struct predicate *predicate = make(reader, PREDICATE_RISES);
    const struct node *of = node_get(node, "rises");

    if (of->kind == NODE_TEXT)
        predicate->name = read_name(reader, of)->name;
    if (of->kind != NODE_TEXT || predicate->name >= LEXICONS_MOST)
        node_problem(reader->problems, node, "rule-want-lexicon", "rises");
    return predicate;
}

static struct predicate *read_map(const struct predicate_reader *reader,
                                  const struct node *node)
{
    struct predicate *predicate;

    if (node_get(node, "all"))
        return read_list(reader, node_get(node, "all"), PREDICATE_ALL);
    if (node_get(node, "any"))
        return read_list(reader, node_get(node, "any"), PREDICATE_ANY);
    if (node_get(node, "none"))
        return read_list(reader, node_get(node, "none"), PREDICATE_NONE);
    if (node_get(node, "paragraph"))
        return read_list(reader, node_get(node, "paragraph"),
                         PREDICATE_PARAGRAPH);
    if (node_get(node, "under"))
        return read_list(reader, node_get(node, "under"), PREDICATE_UNDER);
    if (node_get(node, "times"))
        return read_times(reader, node);
    if (node_get(node, "near") || node_get(node, "before") ||
        node_get(node, "after"))
        return read_near(reader, node);
    if (node_get(node, "words")) {
        predicate = make(reader, PREDICATE_WORDS);
        predicate->least = node_number(reader->problems, node, "words", 1);
        return predicate;
    }
    if (node_get(node, "close"))
        return read_close(reader, node);
    if (node_get(node, "rises"))
        return read_rises(reader, node);
    if (node_get(node, "cell"))
        return make(reader, PREDICATE_CELL);
    node_problem(reader->problems, node, "rule-empty-condition", "");
    return NULL;
}

static struct predicate *read_any(const struct predicate_reader *reader,
                                  const struct node *node)
{
    static const char *const keys[] = {"all",    "any",       "none",
                                       "near",   "before",    "after",
                                       "of",     "paragraph", "times",
                                       "words",  "cell",      "close",
                                       "under",  "rises",     NULL};

    if (node->kind == NODE_TEXT)
        return read_name(reader, node);
    if (node->kind == NODE_LIST)
        return read_list(reader, node, PREDICATE_ALL);
    node_allow(reader->problems, node, keys);
    return read_map(reader, node);
}

struct predicate *predicate_read(const struct predicate_reader *reader,
                                 const struct node *node)
{
    struct predicate *predicate = read_any(reader, node);

    if (predicate)
        predicate->number = ++reader->marks->predicate_count & 0x7FFFFFF;
    return predicate;
}

void marks_read(const struct predicate_reader *reader, const struct node *map)
{
    struct marks *marks = reader->marks;

    if (map == NULL)
        return;
    for (const struct node *node = map->first; node; node = node->next) {
        if (marks->count == MARKS_MOST) {
            node_problem(reader->problems, node, "rule-too-many-marks", "");
            return;
        }
        if (find_mark(marks, node->key) >= 0 ||
            lexicon_find(reader->lexicons, node->key) >= 0)
            node_problem(reader->problems, node, "rule-duplicate-name",
                         node->key.at);
        marks->predicates[marks->count] = predicate_read(reader, node);
        marks->names[marks->count++] = node->key;
    }
}
