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

static void add_labels(struct templates *templates, const struct node *map,
                       struct problems *problems)
{
    for (const struct node *row = map ? map->first : NULL; row;
         row = row->next) {
        size_t count;
        struct str *texts = node_texts(templates->arena, problems, map,
                                       row->key.at, &count);

        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < templates->family_count; j++)
                add_label(templates, row, texts[i], (int)j);
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
            lexicons_add(templates->lexicons,
                         lexicon_name(templates->lexicons, section->names),
                         phrases, count, row, problems);
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
