/* settings: what a municipality may choose, and how mistakes are told. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "rules/settings.h"

static size_t problems_in(const char *yaml)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct settings *settings =
        settings_read(STR(".skollint.yaml"), str_from(yaml), &problems);
    size_t count = problems.count;

    cr_expect(eq(int, settings == NULL, count > 0));
    settings_free(settings);
    arena_free(arena);
    return count;
}

Test(settings, a_whole_file_is_read)
{
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct settings *settings = settings_read(
        STR(".skollint.yaml"),
        STR("format: 1\nprofile: kvalitetsrapport-enhet\n"
            "off: [{criterion: BE-03, reason: egen bilaga}]\n"
            "values: {minsta_grupp: 15}\n"
            "labels: {orsak: [Vad beror det på?]}\n"
            "rules: [egna]\n"
            "exceptions: [{criterion: FO-03, reason: inget dnr än, "
            "by: Registrator, expires: 2026-12-31}]\n"
            "judged: [{criterion: ST-06, verdict: met, reason: färgerna, "
            "by: Rektor, decided: 2026-06-01}]\n"),
        &problems);

    cr_assert_not_null(settings);
    cr_expect(eq(sz, settings->count, 3));
    cr_expect(eq(int, settings->items[1].until.year, 2026));
    cr_expect(eq(sz, settings->value_count, 1));
    cr_expect(eq(sz, settings->rule_count, 1));
    settings_free(settings);
    arena_free(arena);
}

Test(settings, an_exception_needs_reason_person_and_last_day)
{
    cr_expect(eq(sz, problems_in("exceptions: [{criterion: FO-03}]\n"), 3));
    cr_expect(eq(sz, problems_in("exceptions: [{criterion: FO-03, "
                                 "reason: a, by: b, expires: snart}]\n"),
                 1));
}

Test(settings, an_unknown_key_is_a_mistake)
{
    cr_expect(eq(sz, problems_in("profil: auto\n"), 1));
}
