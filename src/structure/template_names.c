/* template_names - months, names of schools and owners, numbers of cases. */
#include "structure/template_read.h"

#include <stdlib.h>

static void read_months(struct templates *templates, const struct node *list,
                        struct problems *problems)
{
    int number = 0;

    if (list == NULL)
        return;
    if (list->kind != NODE_LIST || list->count != MONTHS) {
        node_problem(problems, list, "template-want-months", NULL);
        return;
    }
    for (const struct node *month = list->first; month; month = month->next) {
        number++;
        for (const struct node *name = month->first; name;
             name = name->next) {
            struct str lower = word_lower(templates->arena, name->text);
            struct str loose = word_loose(templates->arena, lower);
            struct month entry = {
                str_hash(lower),
                str_hash(word_looser(templates->arena, loose)), number};

            templates->months = arena_grow(
                templates->arena, templates->months, templates->month_count,
                &templates->month_capacity, sizeof entry);
            templates->months[templates->month_count++] = entry;
        }
    }
}

static int by_key(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return left < right ? -1 : left > right;
}

static void read_not_names(struct templates *templates,
                           const struct node *root,
                           struct problems *problems)
{
    size_t count;
    struct str *words =
        node_texts(templates->arena, problems, root, "not_names", &count);

    if (count == 0)
        return;
    templates->not_name_count = count;
    for (int ocr = 0; ocr < 2; ocr++)
        templates->not_names[ocr] =
            arena_alloc(templates->arena, count * sizeof(uint64_t));
    for (size_t i = 0; i < count; i++) {
        struct word word = {
            .lower = word_lower(templates->arena, words[i])};

        word.loose = word_loose(templates->arena, word.lower);
        word.looser = word_looser(templates->arena, word.loose);
        for (int ocr = 0; ocr < 2; ocr++)
            templates->not_names[ocr][i] = word_key(&word, ocr);
    }
    for (int ocr = 0; ocr < 2; ocr++)
        qsort(templates->not_names[ocr], count, sizeof(uint64_t), by_key);
}

static void read_units_and_owners(struct templates *templates,
                                  const struct node *root,
                                  struct problems *problems)
{
    static const char *const unit_keys[] = {"endings", "after", "before",
                                            "common", NULL};
    static const char *const owner_keys[] = {
        "after", "genitive", "before", "company", "place", NULL};
    const struct node *units = node_get(root, "units");
    const struct node *owners = node_get(root, "owners");

    if (units) {
        node_allow(problems, units, unit_keys);
        templates->unit_endings =
            template_phrases(templates, units, "endings", problems);
        templates->unit_after =
            template_phrases(templates, units, "after", problems);
        templates->unit_before =
            template_phrases(templates, units, "before", problems);
        templates->unit_common =
            template_phrases(templates, units, "common", problems);
    }
    if (owners) {
        node_allow(problems, owners, owner_keys);
        templates->owner_after =
            template_phrases(templates, owners, "after", problems);
        templates->owner_genitive =
            template_phrases(templates, owners, "genitive", problems);
        templates->owner_before =
            template_phrases(templates, owners, "before", problems);
        templates->owner_company =
            template_phrases(templates, owners, "company", problems);
        templates->owner_place =
            template_phrases(templates, owners, "place", problems);
    }
}

static void read_references(struct templates *templates,
                            const struct node *map, const char *key,
                            struct problems *problems)
{
    const struct node *list = node_get(map, key);
    size_t count, offset;
    struct str *patterns =
        node_texts(templates->arena, problems, map, key, &count);
    char message[256];

    for (size_t i = 0; i < count; i++) {
        struct reference *reference;
        struct regex *regex = regex_new(patterns[i], false, &offset, message);

        if (regex == NULL) {
            node_problem(problems, list, "rule-pattern",
                         arena_str(templates->arena, str_from(message)).at);
            continue;
        }
        regex_free(regex);
        if (template_full(list, templates->reference_count, NAMES_MOST,
                          problems))
            return;
        reference = &templates->references[templates->reference_count++];
        reference->led = str_equal(list->key, STR("led"));
        reference->pattern = patterns[i];
    }
}

void template_names_read(struct templates *templates,
                         const struct node *root, struct problems *problems)
{
    static const char *const keys[] = {"sure", "led", NULL};
    const struct node *references = node_get(root, "reference_numbers");

    read_months(templates, node_get(root, "months"), problems);
    read_units_and_owners(templates, root, problems);
    read_not_names(templates, root, problems);
    if (references == NULL)
        return;
    node_allow(problems, references, keys);
    read_references(templates, references, "sure", problems);
    read_references(templates, references, "led", problems);
}
