/* template - what is known of a form: its labels in order, as data. */
#include "structure/template.h"

#include "structure/template_data.h"

struct templates *templates_new(struct arena *arena)
{
    struct templates *templates = arena_alloc(arena, sizeof *templates);

    templates->arena = arena;
    templates->lexicons = lexicons_new(arena);
    for (int i = 0; i < CUE_COUNT; i++)
        templates->cues[i] = -1;
    templates->unit_endings = templates->unit_after = -1;
    templates->unit_before = templates->unit_common = -1;
    templates->owner_after = templates->owner_genitive = -1;
    templates->owner_before = templates->owner_company = -1;
    templates->owner_place = -1;
    return templates;
}

struct templates *templates_open(struct arena *arena,
                                 const struct templates *finished)
{
    struct templates *templates = arena_alloc(arena, sizeof *templates);
    char message[256];
    size_t offset;

    *templates = *finished;
    for (size_t i = 0; i < templates->reference_count; i++)
        templates->references[i].regex =
            regex_new(templates->references[i].pattern, false, &offset,
                      message);
    return templates;
}

void templates_free(struct templates *templates)
{
    if (templates == NULL)
        return;
    for (size_t i = 0; i < templates->reference_count; i++)
        regex_free(templates->references[i].regex);
}

size_t templates_role_count(const struct templates *templates)
{
    return templates->role_count;
}

struct str templates_role(const struct templates *templates, int role)
{
    if (role < 0 || (size_t)role >= templates->role_count)
        return STR("");
    return templates->roles[role].id;
}

struct str templates_role_name(const struct templates *templates, int role,
                               const char *language)
{
    if (role < 0 || (size_t)role >= templates->role_count)
        return STR("");
    if (language[0] == 'e')
        return templates->roles[role].en;
    return templates->roles[role].sv;
}

int templates_find_role(const struct templates *templates, struct str name)
{
    for (size_t i = 0; i < templates->role_count; i++)
        if (str_equal(templates->roles[i].id, name))
            return (int)i;
    return -1;
}

struct str template_id(const struct template *template)
{
    return template->id;
}

struct str template_kind(const struct template *template)
{
    return template->kind;
}

bool template_unjudged_accounts(const struct template *template)
{
    return template->unjudged_accounts;
}

bool template_still_judges(const struct template *template,
                           struct str family)
{
    for (size_t i = 0; i < template->still_judged_count; i++)
        if (str_equal(template->still_judged[i], family))
            return true;
    return false;
}

bool template_draft(const struct template *template)
{
    return template->draft;
}

bool template_has_role(const struct template *template, int role)
{
    return role >= 0 && role < ROLES_MOST && template->rows >> role & 1;
}

static bool has_kind(const struct templates *templates, struct str kind)
{
    for (size_t i = 0; i < templates->kind_count; i++)
        if (str_equal(templates->kinds[i].id, kind))
            return true;
    return false;
}

bool templates_profile(const struct templates *templates, struct str text,
                       struct str *kind, struct str *level)
{
    struct str rest = text;

    *kind = *level = STR("");
    if (str_equal(text, STR("auto")))
        return true;
    str_cut(&rest, '-', kind);
    if (rest.at) {
        *level = rest;
        if (!str_equal(rest, STR("huvudman")) &&
            !str_equal(rest, STR("enhet")))
            return false;
    }
    return has_kind(templates, *kind);
}

void templates_need_profile(const struct templates *templates,
                            struct str text, const struct node *at,
                            struct problems *problems)
{
    static const char *const levels[] = {"huvudman", "enhet", NULL};
    const char *kinds[KINDS_MOST + 1] = {NULL};
    struct str kind, level;

    if (templates_profile(templates, text, &kind, &level))
        return;
    for (size_t i = 0; i < templates->kind_count; i++)
        kinds[i] = templates->kinds[i].id.at;
    if (has_kind(templates, kind))
        node_wrong_choice(problems, at, level, levels);
    else
        node_wrong_choice(problems, at, kind, kinds);
}

bool template_asks_colour(const struct template *template)
{
    return template->asks_colour;
}

const struct lexicons *templates_lexicons(const struct templates *templates)
{
    return templates->lexicons;
}

uint64_t word_key(const struct word *word, bool ocr)
{
    return str_hash(ocr ? word->looser : word->lower);
}
