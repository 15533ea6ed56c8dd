/* template_read - the files in rules/templates, key by key. */
#include "structure/template_read.h"

static const char *const cue_names[] = {
#define CUE(name, key) key,
    CUES(CUE)
#undef CUE
        NULL};

int template_phrases(struct templates *templates, const struct node *map,
                     const char *key, struct problems *problems)
{
    size_t count;
    struct str *phrases =
        node_texts(templates->arena, problems, map, key, &count);
    struct str name =
        arena_format(templates->arena, "%.*s.%s", (int)map->key.length,
                     map->key.at, key);

    if (count == 0)
        return -1;
    return lexicons_add(templates->lexicons, name, phrases, count,
                        node_get(map, key), problems);
}

bool template_full(const struct node *at, size_t count, size_t most,
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

    if (template_full(node, templates->role_count, ROLES_MOST, problems))
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

    if (template_full(node, templates->family_count, FAMILIES_MOST, problems))
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
        template_phrases(templates, topics, topic->key.at, problems);
}

static void read_kind_phrases(struct templates *templates, struct kind *kind,
                              const struct node *node,
                              struct problems *problems)
{
    kind->titles = template_phrases(templates, node, "titles", problems);
    kind->letter = template_phrases(templates, node, "letter", problems);
    kind->sent = template_phrases(templates, node, "sent", problems);
    kind->signs = template_phrases(templates, node, "signs", problems);
    kind->needs = template_phrases(templates, node, "needs", problems);
    kind->says = template_phrases(templates, node, "says", problems);
    kind->about = template_phrases(templates, node, "about", problems);
    kind->addressee =
        template_phrases(templates, node, "addressee", problems);
}

static void read_kind(struct templates *templates, const struct node *node,
                      struct problems *problems)
{
    static const char *const keys[] = {"layout", "sv",    "en",
                                       "title",  "titles", "letter", "sent",
                                       "signs",  "needs",  "sender",
                                       "anywhere", "other", "says", "about",
                                       "addressee", "sections", NULL};
    static const char *const layouts[] = {"report", "form", "decision",
                                          "reply", NULL};
    struct kind *kind;

    if (template_full(node, templates->kind_count, KINDS_MOST, problems))
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
    kind->anywhere = node_bool(problems, node, "anywhere", false);
    kind->other = node_bool(problems, node, "other", false);
    kind->sections = node_get(node, "sections");
    read_kind_phrases(templates, kind, node, problems);
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
                                       "unjudged_accounts", "still_judged",
                                       "answered",
                                       "marks",       NULL};
    int index = (int)templates->count;
    struct template *template;
    struct str family;

    if (template_full(node, templates->count, TEMPLATES_MOST, problems))
        return;
    node_allow(problems, node, keys);
    template = &templates->items[templates->count++];
    template->id = node->key;
    template->at = node;
    template->kind = node_need(problems, node, "kind");
    template->draft = node_bool(problems, node, "draft", false);
    template->unjudged_accounts =
        node_bool(problems, node, "unjudged_accounts", false);
    template->still_judged =
        node_texts(templates->arena, problems, node, "still_judged",
                   &template->still_judged_count);
    template->asks_colour = node_bool(problems, node, "asks_colour", false);
    template->marks = template_phrases(templates, node, "marks", problems);
    template->answered =
        template_phrases(templates, node, "answered", problems);
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
    static const char *const keys[] = {"main", "names", "weak", "loose", NULL};

    for (const struct node *node = map ? map->first : NULL; node;
         node = node->next) {
        struct named *item;

        if (template_full(node, *count, NAMES_MOST, problems))
            return;
        item = &items[(*count)++];
        item->id = node->key;
        item->names = item->weak = item->loose = -1;
        if (node->kind != NODE_MAP) {
            item->names =
                template_phrases(templates, map, node->key.at, problems);
            continue;
        }
        node_allow(problems, node, keys);
        item->main = node_bool(problems, node, "main", false);
        item->names = template_phrases(templates, node, "names", problems);
        item->weak = template_phrases(templates, node, "weak", problems);
        item->loose = template_phrases(templates, node, "loose", problems);
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
                template_phrases(templates, map, cue_names[i], problems);
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
    template_names_read(templates, root, problems);
    read_named_list(templates, node_get(root, "sections"),
                    templates->sections, &templates->section_count, problems);
    if (path) {
        node_allow(problems, path, path_keys);
        templates->path_measure = node_need(problems, path, "measure");
        templates->path_goal_block = node_need(problems, path, "goal_block");
    }
}
