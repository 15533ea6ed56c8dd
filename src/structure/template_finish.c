/* template_finish - names become indexes, and labels the words of a text. */
#include "base/buf.h"
#include "structure/prompt_index.h"
#include "structure/template_data.h"

enum { SHORT_WORD = 3 }; /* letters; longer words are what a copy is made of */

int templates_need_role(const struct templates *templates, struct str id,
                        const struct node *at, struct problems *problems)
{
    struct str names[ROLES_MOST];
    int role = templates_find_role(templates, id);

    if (role >= 0)
        return role;
    for (size_t i = 0; i < templates->role_count; i++)
        names[i] = templates->roles[i].id;
    problems_add(problems,
                 (struct problem){.file = at->file,
                                  .line = at->line,
                                  .column = at->column,
                                  .key = "rule-unknown-role",
                                  .detail = id,
                                  .nearest = nearest_name(
                                      id, names, templates->role_count)});
    return -1;
}

static void add_row(struct template *template, int role)
{
    if (role >= 0)
        template->rows |= (uint64_t)1 << role;
}

static void resolve_rows(struct templates *templates,
                         struct problems *problems)
{
    for (size_t i = 0; i < templates->count; i++) {
        struct template *template = &templates->items[i];

        for (size_t j = 0; j < template->row_name_count; j++)
            add_row(template,
                    templates_need_role(templates, template->row_names[j],
                                        template->at, problems));
    }
    for (size_t i = 0; i < templates->line_count; i++) {
        struct form_line *line = &templates->lines[i];

        if (line->use != LINE_LABEL)
            continue;
        line->role =
            templates_need_role(templates, line->role_id, line->at, problems);
        if (line->template >= 0)
            add_row(&templates->items[line->template], line->role);
    }
}

static void resolve_sections(struct templates *templates, struct kind *kind,
                             struct problems *problems)
{
    const struct node *group = kind->sections ? kind->sections->first : NULL;

    for (; group && kind->group_count < GROUPS_MOST; group = group->next) {
        uint64_t *roles = &kind->groups[kind->group_count++];

        for (const struct node *role = group->first; role;
             role = role->next) {
            int found =
                templates_need_role(templates, role->text, role, problems);

            if (found >= 0)
                *roles |= (uint64_t)1 << found;
        }
    }
}

static void check_kinds(struct templates *templates,
                        struct problems *problems)
{
    for (size_t i = 0; i < templates->count; i++) {
        bool known = false;

        for (size_t j = 0; j < templates->kind_count; j++)
            known |= str_equal(templates->kinds[j].id,
                               templates->items[i].kind);
        if (!known)
            node_problem(problems, templates->items[i].at,
                         "template-unknown-kind",
                         templates->items[i].kind.at);
    }
}

/* The lines as one document of one block each. */
static struct document *text_of_lines(struct templates *templates)
{
    struct document *text =
        arena_alloc(templates->arena, sizeof *text);
    struct buf buf = {0};

    text->block_count = templates->line_count;
    text->blocks = arena_alloc(
        templates->arena, (text->block_count + 1) * sizeof *text->blocks);
    for (size_t i = 0; i < templates->line_count; i++) {
        text->blocks[i].span.start = (uint32_t)buf.length;
        text->blocks[i].span.length =
            (uint32_t)templates->lines[i].text.length;
        buf_add(&buf, templates->lines[i].text);
        buf_add_byte(&buf, '\n');
    }
    text->text = arena_str(templates->arena, buf_str(&buf));
    text->ocr = true; /* so that the words get their loose keys too */
    buf_free(&buf);
    return text;
}

/* Where the label's parenthesis begins: what stands there may be missing. */
static uint32_t core_of(const struct templates *templates,
                        const struct form_line *line)
{
    const struct tokens *form = templates->form;

    for (uint32_t i = line->first + 1; i < line->end; i++)
        if (form->items[i].length == 1 &&
            form->document->text.at[form->items[i].start] == '(')
            return i;
    return line->end;
}

static void measure_line(struct templates *templates, size_t index)
{
    struct form_line *line = &templates->lines[index];
    const struct tokens *form = templates->form;

    line->first = form->block_first[index];
    line->end = form->block_first[index + 1];
    line->core_end = core_of(templates, line);
    for (uint32_t i = line->first; i < line->end; i++) {
        if (!is_word(form, i))
            continue;
        line->words += i < line->core_end;
        line->asked += form->items[i].length > SHORT_WORD;
    }
}

static void make_form_text(struct templates *templates)
{
    struct tokens *form;

    templates->form_text = text_of_lines(templates);
    form = tokens_new(templates->arena, templates->form_text);
    templates->form = form;
    templates->plain = arena_alloc(
        templates->arena, (form->word_count + 1) * sizeof(uint64_t));
    templates->loose = arena_alloc(
        templates->arena, (form->word_count + 1) * sizeof(uint64_t));
    for (size_t i = 0; i < form->word_count; i++) {
        templates->plain[i] = word_key(form->words[i], false);
        templates->loose[i] = word_key(form->words[i], true);
    }
    for (size_t i = 0; i < templates->line_count; i++)
        measure_line(templates, i);
}

static void find_topics(struct templates *templates)
{
    for (size_t i = 0; i < templates->role_count; i++) {
        struct role *role = &templates->roles[i];
        struct str name =
            arena_format(templates->arena, "topics.%.*s",
                         (int)role->id.length, role->id.at);

        role->topics = lexicon_find(templates->lexicons, name);
    }
}

void templates_finish(struct templates *templates, struct problems *problems)
{
    lexicons_finish(templates->lexicons, problems);
    for (size_t i = 0; i < templates->section_count; i++) {
        struct named *section = &templates->sections[i];
        struct node nowhere = {.file = STR("sections")};

        section->role =
            templates_need_role(templates, section->id, &nowhere, problems);
    }
    resolve_rows(templates, problems);
    for (size_t i = 0; i < templates->kind_count; i++)
        resolve_sections(templates, &templates->kinds[i], problems);
    check_kinds(templates, problems);
    make_form_text(templates);
    prompt_indexes_make(templates);
    find_topics(templates);
}
