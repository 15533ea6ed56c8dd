/* settings_check - whether what a settings file says is about something. */
#include "rules/loading.h"

static void check_criterion(const struct ruleset *ruleset,
                            struct problems *problems,
                            const struct setting *setting)
{
    if (setting->criterion.length)
        loading_need_criterion(ruleset, setting->node, setting->criterion,
                               problems);
}

/* A second setting of one criterion would hide the first. */
static void check_once(const struct settings *settings, size_t index,
                       struct problems *problems)
{
    const struct setting *setting = &settings->items[index];

    for (size_t i = 0; i < index; i++)
        if (str_equal(settings->items[i].criterion, setting->criterion) &&
            str_equal(settings->items[i].document, setting->document))
            node_problem(problems, setting->node, "setting-twice",
                         setting->criterion.at);
}

static void check_profile(const struct ruleset *ruleset,
                          const struct settings *settings,
                          struct problems *problems)
{
    struct str kind, level;

    if (settings->profile == NULL)
        return;
    if (!templates_profile(ruleset->templates, settings->profile->text, &kind,
                           &level))
        node_problem(problems, settings->profile, "usage-profile", NULL);
    else if (kind.length == 0)
        node_problem(problems, settings->profile, "setting-changes-nothing",
                     NULL);
}

void settings_check(const struct ruleset *ruleset, struct problems *problems)
{
    const struct settings *settings = ruleset->settings;

    if (settings == NULL)
        return;
    check_profile(ruleset, settings, problems);
    for (size_t i = 0; i < settings->count; i++) {
        check_criterion(ruleset, problems, &settings->items[i]);
        check_once(settings, i, problems);
    }
}
