/* template_read - the files in rules/templates, key by key. */
#include "structure/template_data.h"

#include <stdlib.h>

static const char *const cue_names[] = {
#define CUE(name, key) key,
    CUES(CUE)
#undef CUE
        NULL};

/* The phrases under `key` as a lexicon; -1 without any. */
static int read_phrases(struct templates *templates, const struct node *map,
                        const char *key, struct str name,
                        struct problems *problems)
{
    size_t count;
    struct str *phrases =
        node_texts(templates->arena, problems, map, key, &count);

    if (count == 0)
        return -1;
    return lexicons_add(templates->lexicons, name, phrases, count,
                        node_get(map, key), problems);
}

/* As read_phrases, under a name made of the map's key and `key`. */
static int read_named(struct templates *templates, const struct node *map,
                      const char *key, struct problems *problems)
{
    return read_phrases(
        templates, map, key,
        arena_format(templates->arena, "%.*s.%s", (int)map->key.length,
                     map->key.at, key),
        problems);
}

static bool is_full(const struct node *at, size_t count, size_t most,
                    struct problems *problems)
{
    if (count < most)
        return false;
    node_problem(problems, at, "template-too-many", NULL);
    return true;
}

static void read_role(struct templates *templates, const struct node *node,
                      struct problems *problems)
{
    static const char *const keys[] = {"row", "head", "sv", "en", NULL};
    static const char *const parts[] = {"area",   "first",   "beside",
                                        "shared", "goals",   "block",
                                        "summary", "later", "section", NULL};
    struct role *role;

    if (is_full(node, templates->role_count, ROLES_MOST, problems))
        return;
    node_allow(problems, node, keys);
    role = &templates->roles[templates->role_count++];
    role->id = node->key;
    role->part = (enum row_part)node_choice(problems, node, "row", parts,
                                            ROW_SECTION);
    role->head = node_bool(problems, node, "head", false);
    role->sv = node_need(problems, node, "sv");
    role->en = node_need(problems, node, "en");
    role->topics = -1;
}

static void add_line(struct templates *templates, struct form_line line)
{
    templates->lines =
        arena_grow(templates->arena, templates->lines, templates->line_count,
                   &templates->line_capacity, sizeof *templates->lines);
    templates->lines[templates->line_count++] = line;
}

static void read_lines(struct templates *templates, const struct node *map,
                       const char *key, struct form_line line,
                       struct problems *problems)
{
    size_t count;
    struct str *texts =
        node_texts(templates->arena, problems, map, key, &count);

    for (size_t i = 0; i < count; i++) {
        line.text = texts[i];
        line.at = node_get(map, key);
        add_line(templates, line);
    }
}

static void read_labels(struct templates *templates, const struct node *map,
                        int family, int template, struct problems *problems)
{
    if (map == NULL)
        return;
    for (const struct node *row = map->first; row; row = row->next) {
        struct form_line line = {.use = LINE_LABEL,
                                 .role_id = row->key,
                                 .role = -1,
                                 .family = family,
                                 .template = template};
        size_t count;
        struct str *texts = node_texts(templates->arena, problems, map,
                                       row->key.at, &count);

        line.at = row;
        for (size_t i = 0; i < count; i++) {
            line.text = texts[i];
            add_line(templates, line);
        }
    }
}

static void read_family(struct templates *templates, const struct node *node,
                        struct problems *problems)
{
    static const char *const keys[] = {"areas", "labels", "prompts", "topics",
                                       NULL};
    struct form_line line = {.role = -1, .template = -1};
    const struct node *topics = node_get(node, "topics");

    if (is_full(node, templates->family_count, FAMILIES_MOST, problems))
        return;
    node_allow(problems, node, keys);
    line.family = (int)templates->family_count;
    templates->families[templates->family_count++].id = node->key;
    line.use = LINE_AREA;
    read_lines(templates, node, "areas", line, problems);
    line.use = LINE_PROMPT;
    read_lines(templates, node, "prompts", line, problems);
    read_labels(templates, node_get(node, "labels"), line.family, -1,
                problems);
    for (const struct node *topic = topics ? topics->first : NULL; topic;
         topic = topic->next)
        read_named(templates, topics, topic->key.at, problems);
}

static void read_kind(struct templates *templates, const struct node *node,
                      struct problems *problems)
{
    static const char *const keys[] = {"layout", "sv",    "en",
                                       "title",  "titles", "letter", "signs",
                                       "needs",  "sender", NULL};
    static const char *const layouts[] = {"report", "form", "decision",
                                          "reply", NULL};
    struct kind *kind;

    if (is_full(node, templates->kind_count, KINDS_MOST, problems))
        return;
    node_allow(problems, node, keys);
    kind = &templates->kinds[templates->kind_count++];
    kind->id = node->key;
    kind->sv = node_need(problems, node, "sv");
    kind->en = node_need(problems, node, "en");
    kind->title = node_need(problems, node, "title");
    kind->layout = (enum layout)node_choice(problems, node, "layout", layouts,
                                            LAYOUT_REPORT);
    kind->sender = node_bool(problems, node, "sender", false);
    kind->titles = read_named(templates, node, "titles", problems);
    kind->letter = read_named(templates, node, "letter", problems);
    kind->signs = read_named(templates, node, "signs", problems);
    kind->needs = read_named(templates, node, "needs", problems);
}

static int find_family(const struct templates *templates, struct str id)
{
    for (size_t i = 0; i < templates->family_count; i++)
        if (str_equal(templates->families[i].id, id))
            return (int)i;
    return -1;
}

static void read_template(struct templates *templates,
                          const struct node *node, struct problems *problems)
{
    static const char *const keys[] = {"kind",        "family", "rows",
                                       "asks_colour", "draft",  "labels",
                                       "marks",       NULL};
    int index = (int)templates->count;
    struct template *template;
    struct str family;

    if (is_full(node, templates->count, TEMPLATES_MOST, problems))
        return;
    node_allow(problems, node, keys);
    template = &templates->items[templates->count++];
    template->id = node->key;
    template->at = node;
    template->kind = node_need(problems, node, "kind");
    template->draft = node_bool(problems, node, "draft", false);
    template->asks_colour = node_bool(problems, node, "asks_colour", false);
    template->marks = read_named(templates, node, "marks", problems);
    template->row_names = node_texts(templates->arena, problems, node, "rows",
                                     &template->row_name_count);
    family = node_text(problems, node, "family", "");
    template->family = find_family(templates, family);
    if (family.length && template->family < 0)
        node_problem(problems, node_get(node, "family"),
                     "template-unknown-family", NULL);
    read_labels(templates, node_get(node, "labels"), template->family, index,
                problems);
}

static void read_named_list(struct templates *templates,
                            const struct node *map, struct named *items,
                            size_t *count, struct problems *problems)
{
    static const char *const keys[] = {"main", "names", "weak", NULL};

    for (const struct node *node = map ? map->first : NULL; node;
         node = node->next) {
        struct named *item;

        if (is_full(node, *count, NAMES_MOST, problems))
            return;
        item = &items[(*count)++];
        item->id = node->key;
        item->names = item->weak = -1;
        if (node->kind != NODE_MAP) {
            item->names =
                read_named(templates, map, node->key.at, problems);
            continue;
        }
        node_allow(problems, node, keys);
        item->main = node_bool(problems, node, "main", false);
        item->names = read_named(templates, node, "names", problems);
        item->weak = read_named(templates, node, "weak", problems);
    }
}

static void read_cues(struct templates *templates, const struct node *map,
                      struct problems *problems)
{
    if (map == NULL)
        return;
    node_allow(problems, map, cue_names);
    for (int i = 0; i < CUE_COUNT; i++)
        if (node_get(map, cue_names[i]))
            templates->cues[i] =
                read_named(templates, map, cue_names[i], problems);
}

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

static void read_names(struct templates *templates, const struct node *root,
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
            read_named(templates, units, "endings", problems);
        templates->unit_after =
            read_named(templates, units, "after", problems);
        templates->unit_before =
            read_named(templates, units, "before", problems);
        templates->unit_common =
            read_named(templates, units, "common", problems);
    }
    if (owners) {
        node_allow(problems, owners, owner_keys);
        templates->owner_after =
            read_named(templates, owners, "after", problems);
        templates->owner_genitive =
            read_named(templates, owners, "genitive", problems);
        templates->owner_before =
            read_named(templates, owners, "before", problems);
        templates->owner_company =
            read_named(templates, owners, "company", problems);
        templates->owner_place =
            read_named(templates, owners, "place", problems);
    }
    read_not_names(templates, root, problems);
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

        if (is_full(list, templates->reference_count, NAMES_MOST, problems))
            return;
        reference = &templates->references[templates->reference_count];
        reference->led = str_equal(list->key, STR("led"));
        reference->regex =
            regex_new(patterns[i], false, &offset, message);
        if (reference->regex)
            templates->reference_count++;
        else
            node_problem(problems, list, "rule-pattern",
                         arena_str(templates->arena, str_from(message)).at);
    }
}

static void each(struct templates *templates, const struct node *map,
                 void (*read)(struct templates *, const struct node *,
                              struct problems *),
                 struct problems *problems)
{
    for (const struct node *node = map ? map->first : NULL; node;
         node = node->next)
        read(templates, node, problems);
}

void templates_read(struct templates *templates, const struct node *root,
                    struct problems *problems)
{
    static const char *const keys[] = {
        "roles",  "path",   "sections", "families", "templates",
        "kinds",  "months", "school_forms", "units", "owners",
        "not_names", "cues", "subjects", "reference_numbers", NULL};
    static const char *const reference_keys[] = {"sure", "led", NULL};
    const struct node *references = node_get(root, "reference_numbers");
    static const char *const path_keys[] = {"measure", "goal_block", NULL};
    const struct node *path = node_get(root, "path");

    node_allow(problems, root, keys);
    each(templates, node_get(root, "roles"), read_role, problems);
    each(templates, node_get(root, "families"), read_family, problems);
    each(templates, node_get(root, "kinds"), read_kind, problems);
    each(templates, node_get(root, "templates"), read_template, problems);
    read_named_list(templates, node_get(root, "school_forms"),
                    templates->forms, &templates->form_count, problems);
    read_named_list(templates, node_get(root, "subjects"),
                    templates->subjects, &templates->subject_count, problems);
    read_cues(templates, node_get(root, "cues"), problems);
    read_months(templates, node_get(root, "months"), problems);
    read_names(templates, root, problems);
    read_named_list(templates, node_get(root, "sections"),
                    templates->sections, &templates->section_count, problems);
    if (references) {
        node_allow(problems, references, reference_keys);
        read_references(templates, references, "sure", problems);
        read_references(templates, references, "led", problems);
    }
    if (path) {
        node_allow(problems, path, path_keys);
        templates->path_measure = node_need(problems, path, "measure");
        templates->path_goal_block = node_need(problems, path, "goal_block");
    }
}
