/* names - lists of lexicons that a check compares sentences by. */
#include "check/names.h"

static int find(const struct check_reader *reader, const struct node *node,
                struct str name)
{
    int lexicon = lexicon_ask(reader->predicates.lexicons, name);

    if (lexicon < 0)
        node_problem(reader->predicates.problems, node, "rule-unknown-name",
                     name.at);
    return lexicon;
}

struct name_list name_list_read(const struct check_reader *reader,
                                const struct node *node, const char *key,
                                bool needed)
{
    struct problems *problems = reader->predicates.problems;
    struct name_list list = {.count = 0};
    size_t count;
    struct str *names = node_texts(reader->predicates.arena, problems, node,
                                   key, &count);

    if (needed && count == 0)
        node_problem(problems, node, "rule-missing-key", key);
    for (size_t i = 0; i < count && i < NAME_LIST_MOST; i++)
        list.items[list.count++] = find(reader, node_get(node, key), names[i]);
    return list;
}

int lexicon_read_key(const struct check_reader *reader,
                     const struct node *node, const char *key)
{
    const struct node *entry = node_get(node, key);

    return entry ? find(reader, entry, entry->text) : -1;
}

unsigned name_list_in(const struct name_list *list,
                      const struct sentence *sentence)
{
    unsigned bits = 0;

    for (size_t i = 0; i < list->count; i++)
        if (sentence_has(sentence, list->items[i]))
            bits |= 1u << i;
    return bits;
}

struct predicate *predicate_need(const struct check_reader *reader,
                                 const struct node *node, const char *key)
{
    const struct node *entry = node_get(node, key);

    if (entry)
        return predicate_read(&reader->predicates, entry);
    node_problem(reader->predicates.problems, node, "rule-missing-key", key);
    return NULL;
}
