/* template_form - a form's own title and labels, to write one with. */
#include "structure/template_data.h"

const struct template *templates_find(const struct templates *templates,
                                      struct str id)
{
    for (size_t i = 0; i < templates->count; i++)
        if (str_equal(templates->items[i].id, id))
            return &templates->items[i];
    return NULL;
}

void templates_need(const struct templates *templates, struct str id,
                    const struct node *at, struct problems *problems)
{
    const char *ids[TEMPLATES_MOST + 1] = {NULL};

    if (templates_find(templates, id))
        return;
    for (size_t i = 0; i < templates->count; i++)
        ids[i] = templates->items[i].id.at;
    node_wrong_choice(problems, at, id, ids);
}

struct str template_title(const struct templates *templates,
                          const struct template *template)
{
    for (size_t i = 0; i < templates->kind_count; i++)
        if (str_equal(templates->kinds[i].id, template->kind))
            return templates->kinds[i].title;
    return template->kind;
}

/* The template's own label before one that its family shares. */
struct str template_label(const struct templates *templates,
                          const struct template *template, int role)
{
    int index = (int)(template - templates->items);
    const struct form_line *shared = NULL;

    for (size_t i = 0; i < templates->line_count; i++) {
        const struct form_line *line = &templates->lines[i];

        if (line->use != LINE_LABEL || line->role != role)
            continue;
        if (line->template == index)
            return line->text;
        if (shared == NULL && line->template < 0 &&
            line->family == template->family)
            shared = line;
    }
    return shared ? shared->text : templates->roles[role].id;
}
