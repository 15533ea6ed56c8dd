/* template_synonyms - a municipality's own labels and headings. */
#include "structure/template_data.h"

static void add_label(struct templates *templates, const struct node *row,
                      struct str text, int family)
{
    templates->lines =
        arena_grow(templates->arena, templates->lines, templates->line_count,
                   &templates->line_capacity, sizeof *templates->lines);
    templates->lines[templates->line_count++] =
        (struct form_line){.use = LINE_LABEL,
                           .text = text,
                           .role_id = row->key,
                           .role = -1,
                           .family = family,
                           .template = -1,
                           .at = row};
}

/* Whether the forms' own labels of the role hold the text already. */
static bool has_label(const struct templates *templates, struct str role,
                      struct str text)
{
    struct str lower = word_lower(templates->arena, text);

    for (size_t i = 0; i < templates->line_count; i++) {
        const struct form_line *line = &templates->lines[i];

        if (line->use == LINE_LABEL && str_equal(line->role_id, role) &&
            str_equal(word_lower(templates->arena, line->text), lower))
            return true;
    }
    return false;
}

static void add_labels(struct templates *templates, const struct node *map,
                       struct problems *problems)
{
    for (const struct node *row = map ? map->first : NULL; row;
         row = row->next) {
        size_t count;
        struct str *texts = node_texts(templates->arena, problems, map,
                                       row->key.at, &count);

        for (size_t i = 0; i < count; i++) {
            if (has_label(templates, row->key, texts[i]))
                node_problem(problems, row, "setting-changes-nothing",
                             texts[i].at);
            for (size_t j = 0; j < templates->family_count; j++)
                add_label(templates, row, texts[i], (int)j);
        }
    }
}

static const struct named *find_section(const struct templates *templates,
                                        struct str id)
{
    for (size_t i = 0; i < templates->section_count; i++)
        if (str_equal(templates->sections[i].id, id))
            return &templates->sections[i];
    return NULL;
}

static void add_phrases(struct templates *templates,
                        const struct named *section,
                        const struct str *phrases, size_t count,
                        const struct node *row, struct problems *problems)
{
    struct lexicons *lexicons = templates->lexicons;

    for (size_t i = 0; i < count; i++)
        if (lexicon_has_phrase(lexicons, section->names, phrases[i]))
            node_problem(problems, row, "setting-changes-nothing",
                         phrases[i].at);
    lexicons_add(lexicons, lexicon_name(lexicons, section->names), phrases,
                 count, row, problems);
}

static void add_headings(struct templates *templates, const struct node *map,
                         struct problems *problems)
{
    for (const struct node *row = map ? map->first : NULL; row;
         row = row->next) {
        const struct named *section = find_section(templates, row->key);
        size_t count;
        struct str *phrases = node_texts(templates->arena, problems, map,
                                         row->key.at, &count);

        if (section == NULL)
            node_problem(problems, row, "rule-unknown-role", row->key.at);
        else
            add_phrases(templates, section, phrases, count, row, problems);
    }
}

void templates_add_synonyms(struct templates *templates,
                            const struct node *labels,
                            const struct node *headings,
                            struct problems *problems)
{
    add_labels(templates, labels, problems);
    add_headings(templates, headings, problems);
}
