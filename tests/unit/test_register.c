/* register: what a provision meant on a day. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "law/fit.h"
#include "law_forms.h"

static struct date day(const char *text)
{
    struct date date;

    cr_assert(date_parse(str_from(text), &date), "%s", text);
    return date;
}

static struct provision clause_of(struct law_number chapter,
                                  struct law_number clause)
{
    struct provision provision = {.statute = register_statute(0)};

    provision.chapter = chapter;
    provision.clause = clause;
    return provision;
}

/* The judgement of the first provision that a text cites, on a day. */
static struct judgement judge(const char *text, const char *on)
{
    struct arena *arena = arena_new();
    struct citations found = citations_read(arena, str_from(text), false);
    struct provision provision;

    cr_assert_eq(found.count, 1, "%s", text);
    citation_on(arena, &found.items[0], day(on), 10);
    provision = (struct provision){.statute = found.items[0].id};
    if (found.items[0].provision_count > 0)
        provision = found.items[0].provisions[0];
    arena_free(arena);
    return register_judge(&provision, day(on));
}

static void expect_status(const char *text, const char *on, const char *status,
                          const char *note)
{
    struct judgement judgement = judge(text, on);

    cr_expect_str_eq(law_status_name(judgement.status), status, "%s on %s",
                     text, on);
    cr_expect_str_eq(judgement.note != NULL ? judgement.note : "", note,
                     "%s on %s", text, on);
}

static bool same_clause(struct provision a, struct law_number clause)
{
    return law_number_compare(a.clause, clause) == 0;
}

struct renumbering {
    uint16_t chapter;
    struct law_number from, to;
    const char *before, *date, *act;
    bool reused; /* the number got other content that very day */
};

/* Every one in the act so far, from its register of amendments. */
static const struct renumbering renumberings[] = {
    {13, {15, '\0'}, {22, '\0'}, "2011-06-30", "2011-07-01", "2010:2022", true},
    {13, {16, '\0'}, {23, '\0'}, "2011-06-30", "2011-07-01", "2010:2022", true},
    {13, {17, '\0'}, {24, '\0'}, "2011-06-30", "2011-07-01", "2010:2022", true},
    {16, {11, 'b'}, {11, 'c'}, "2014-06-30", "2014-07-01", "2014:422", true},
    {20, {24, '\0'}, {34, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {25, '\0'}, {35, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {26, '\0'}, {36, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {27, '\0'}, {37, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {28, '\0'}, {38, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {29, '\0'}, {39, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {30, '\0'}, {40, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {31, '\0'}, {41, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {32, '\0'}, {42, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {33, '\0'}, {43, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {34, '\0'}, {44, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {20, {35, '\0'}, {45, '\0'}, "2015-12-31", "2016-01-01", "2015:482", true},
    {13, {21, 'a'}, {21, 'b'}, "2018-06-28", "2018-06-29", "2017:1104", true},
    {2, {8, 'a'}, {8, 'b'}, "2018-06-30", "2018-07-01", "2018:608", true},
    {3, {12, 'g'}, {12, 'j'}, "2018-07-31", "2018-08-01", "2018:1303", true},
    {2, {5, 'a'}, {6, 'a'}, "2018-12-31", "2019-01-01", "2018:1158", true},
    {3, {3, '\0'}, {2, '\0'}, "2019-06-30", "2019-07-01", "2018:1098", true},
    {3, {4, '\0'}, {3, '\0'}, "2019-06-30", "2019-07-01", "2018:1098", true},
    {3, {5, 'a'}, {5, '\0'}, "2019-06-30", "2019-07-01", "2018:1098", false},
    {3, {7, '\0'}, {8, '\0'}, "2019-06-30", "2019-07-01", "2018:1098", true},
    {3, {8, '\0'}, {7, '\0'}, "2019-06-30", "2019-07-01", "2018:1098", true},
    {2, {32, '\0'}, {33, '\0'}, "2021-06-30", "2021-07-01", "2021:452", true},
    {8, {12, 'a'}, {12, 'b'}, "2022-06-30", "2022-07-01", "2022:833", true},
    {2, {5, 'b'}, {6, 'b'}, "2023-01-01", "2023-01-02", "2022:1088", true},
    {2, {5, 'c'}, {5, 'd'}, "2023-01-01", "2023-01-02", "2022:1088", true},
    {2, {5, 'd'}, {5, 'e'}, "2023-01-01", "2023-01-02", "2022:1088", true},
    {15, {8, 'a'}, {8, 'b'}, "2023-06-30", "2023-07-01", "2022:1089", true},
    {20, {7, 'a'}, {8, '\0'}, "2024-06-30", "2024-07-01", "2023:951", true},
    {20, {8, '\0'}, {8, 'a'}, "2024-06-30", "2024-07-01", "2023:951", true},
    {20, {33, 'a'}, {33, 'c'}, "2025-12-31", "2026-01-01", "2025:1311", true},
    {20, {33, 'b'}, {33, 'd'}, "2025-12-31", "2026-01-01", "2025:1311", true},};

enum { RENUMBERINGS = sizeof renumberings / sizeof *renumberings };

static void act_of(uint32_t act, char text[16])
{
    snprintf(text, 16, "%u:%u", (unsigned)(act >> 16),
             (unsigned)(act & 0xffff));
}

Test(register, the_day_before_a_renumbering_the_old_number_is_in_force)
{
    for (size_t i = 0; i < RENUMBERINGS; i++) {
        const struct renumbering *r = &renumberings[i];
        struct provision p =
            clause_of((struct law_number){r->chapter, '\0'}, r->from);
        struct judgement j = register_judge(&p, day(r->before));
        char act[16], changed[DATE_TEXT];

        act_of(j.act, act);
        cr_expect_eq(j.status, LAW_IN_FORCE, "%u:%u %s", r->chapter,
                     r->from.value, r->before);
        cr_expect_str_eq(j.note, "law-moved-since");
        cr_expect_str_eq(date_print(j.changed, changed), r->date);
        cr_expect_str_eq(act, r->act);
        cr_expect(same_clause(j.now, r->to), "%u:%u", r->chapter,
                  r->from.value);
        cr_expect_not(j.off);
    }
}

Test(register, the_day_of_a_renumbering_the_old_number_is_gone_or_new)
{
    for (size_t i = 0; i < RENUMBERINGS; i++) {
        const struct renumbering *r = &renumberings[i];
        struct provision p =
            clause_of((struct law_number){r->chapter, '\0'}, r->from);
        struct judgement j = register_judge(&p, day(r->date));
        char act[16], changed[DATE_TEXT];

        if (r->reused) {
            cr_expect_eq(j.status, LAW_IN_FORCE, "%u:%u %s", r->chapter,
                         r->from.value, r->date);
            cr_expect(j.note == NULL ||
                      strcmp(j.note, "law-moved-since") != 0 ||
                      date_compare(j.changed, day(r->date)) > 0);
            continue;
        }
        act_of(j.act, act);
        cr_expect_eq(j.status, LAW_REPEALED, "%u:%u %s", r->chapter,
                     r->from.value, r->date);
        cr_expect_str_eq(j.note, "law-moved");
        cr_expect_str_eq(date_print(j.changed, changed), r->date);
        cr_expect_str_eq(act, r->act);
        cr_expect(same_clause(j.now, r->to));
        cr_expect(j.off);
    }
}

Test(register, the_day_of_a_renumbering_the_new_number_is_in_force)
{
    for (size_t i = 0; i < RENUMBERINGS; i++) {
        const struct renumbering *r = &renumberings[i];
        struct provision p =
            clause_of((struct law_number){r->chapter, '\0'}, r->to);

        cr_expect_eq(register_judge(&p, day(r->date)).status, LAW_IN_FORCE,
                     "%u:%u %s", r->chapter, r->to.value, r->date);
    }
}

Test(register, a_number_that_was_reused_means_what_it_meant_that_day)
{
    struct judgement before = judge("2 kap. 8 a § skollagen", "2018-06-30");
    struct judgement after = judge("2 kap. 8 a § skollagen", "2018-07-01");

    cr_expect(str_equal(before.heading, STR("Kommuners resursfördelning")));
    cr_expect(str_equal(before.heading_now, STR("Skolchef")));
    cr_expect(str_equal(after.heading, STR("Skolchef")));
    cr_expect_null(after.note);
    expect_status("2 kap. 8 a § skollagen", "2014-06-30", "not_yet",
                  "law-not-yet");
}

Test(register, two_numbers_that_swapped_places_are_told_apart_by_the_day)
{
    struct judgement before = judge("3 kap. 8 § skollagen", "2018-11-29");

    cr_expect(str_equal(before.heading, STR("Utredning")));
    cr_expect_eq(before.now.clause.value, 7);
    cr_expect(str_equal(judge("3 kap. 8 § skollagen", "2019-07-01").heading,
                        STR("Hur särskilt stöd får ges")));
}

Test(register, past_the_last_day_nothing_is_claimed_but_what_was_known)
{
    struct judgement j = judge("4 kap. 3 § skollagen", "2026-11-22");

    cr_expect_eq(j.status, LAW_UNKNOWN);
    cr_expect(j.knows);
    cr_expect_eq(j.last_known, LAW_IN_FORCE);
    cr_expect_not(j.off);
    j = judge("29 kap. 16 e § skollagen", "2027-03-01");
    cr_expect_eq(j.status, LAW_UNKNOWN);
    cr_expect_eq(j.last_known, LAW_NEVER);
    expect_status("29 kap. 16 e § skollagen", "2026-03-01", "never",
                  "law-never");
    expect_status("4 kap. 3 § skollagen", "2026-04-27", "in_force", "");
    expect_status("4 kap. 3 § skollagen", "2026-04-28", "unknown",
                  "law-after-last-day");
}

Test(register, a_repealed_chapter_that_still_applies_is_no_trouble)
{
    struct judgement j = judge("9 kap. 3 § skollagen", "2027-01-01");

    cr_expect_eq(j.last_known, LAW_IN_FORCE);
    cr_expect_str_eq(j.note, "law-transitional");
    cr_expect_eq(j.until.year, 2028);
    cr_expect_not(j.off);
    expect_status("9 kap. skollagen", "2026-04-01", "in_force", "");
    cr_expect_eq(judge("9 kap. 3 § skollagen", "2028-07-01").last_known,
                 LAW_REPEALED);
}

Test(register, chapters_have_their_days_too)
{
    expect_status("6 a kap. 3 § skollagen", "2025-06-30", "not_yet",
                  "law-not-yet");
    expect_status("6 a kap. 3 § skollagen", "2025-07-01", "in_force", "");
    expect_status("17 a kap. 2 § skollagen", "2014-07-31", "not_yet",
                  "law-not-yet");
    expect_status("26 a kap. 2 § skollagen", "2018-08-01", "in_force", "");
    expect_status("22 kap. 3 § skollagen", "2013-01-01", "unknown",
                  "law-earlier-chapter");
    expect_status("22 kap. 3 § skollagen", "2019-01-01", "repealed",
                  "law-repealed");
    expect_status("21 kap. 2 § skollagen", "2020-06-30", "unknown",
                  "law-earlier-chapter");
    expect_status("21 kap. 2 § skollagen", "2020-08-01", "in_force", "");
    expect_status("31 kap. skollagen", "2020-08-01", "never", "law-never");
}

Test(register, subclauses_and_items_that_are_not_there_are_seen)
{
    expect_status("5 kap. 3 § tredje stycket skollagen", "2023-02-02",
                  "in_force", "");
    expect_status("5 kap. 3 § andra stycket skollagen", "2022-07-31",
                  "in_force", "law-part-earlier-wording");
    expect_status("4 kap. 7 § andra stycket skollagen", "2023-02-02",
                  "in_force", "law-no-such-part");
    expect_status("3 kap. 2 § andra stycket 1 skollagen", "2023-02-02",
                  "in_force", "law-no-such-part");
    cr_expect(judge("4 kap. 7 § andra stycket skollagen", "2023-02-02").off);
}

Test(register, a_name_means_the_act_that_bore_it_that_day)
{
    expect_status("4 kap. 3 § skollagen", "2010-12-01", "unknown",
                  "law-no-clauses");
    expect_status("4 kap. 3 § skollagen (2010:800)", "2010-12-01", "in_force",
                  "law-act-not-applied");
    expect_status("14 a kap. 8 § skollagen (1985:1100)", "2015-01-01",
                  "repealed", "law-act-repealed");
    expect_status("2 a kap. 3 § skollagen", "2015-01-01", "never",
                  "law-old-act");
    cr_expect_eq(judge("6 kap. 36 § KL", "2017-12-31").status, LAW_UNKNOWN);
    expect_status("6 kap. 36 § KL", "2018-01-01", "in_force", "");
    expect_status("5 § förvaltningslagen", "2018-07-01", "in_force", "");
    expect_status("3 kap. 16 § diskrimineringslagen", "2016-12-31", "unknown",
                  "law-earlier-wording");
    expect_status("3 kap. 16 § diskrimineringslagen", "2018-01-01",
                  "in_force", "");
    expect_status("artikel 12 barnkonventionen", "2020-01-01", "in_force",
                  "");
    expect_status("artikel 45 barnkonventionen", "2021-01-01", "unknown",
                  "law-not-law");
}

static void expect_fit(const char *subject, const char *text, const char *on,
                       enum law_fit wanted)
{
    struct arena *arena = arena_new();
    struct citations found = citations_read(arena, str_from(text), false);
    struct str heading;

    cr_assert_eq(found.count, 1);
    cr_expect_eq(law_fit(str_from(subject), &found.items[0].provisions[0],
                         day(on), &heading),
                 wanted, "%s %s %s", subject, text, on);
    arena_free(arena);
}

Test(register, a_provision_fits_its_subject_by_what_it_meant_that_day)
{
    expect_fit("analys", "4 kap. 3 § skollagen", "2023-02-02", LAW_FITS);
    expect_fit("stimulans", "3 kap. 3 § skollagen", "2019-06-30", LAW_FITS);
    expect_fit("stimulans", "3 kap. 3 § skollagen", "2019-07-01",
               LAW_ELSEWHERE);
    expect_fit("stimulans", "3 kap. 2 § skollagen", "2019-07-01", LAW_FITS);
    expect_fit("resurser", "2 kap. 8 a § skollagen", "2018-06-30", LAW_FITS);
    expect_fit("resurser", "2 kap. 8 a § skollagen", "2018-07-01",
               LAW_ELSEWHERE);
    expect_fit("kompensatoriskt", "4 kap. 7 § skollagen", "2023-02-02",
               LAW_FITS);
    expect_fit("analys", "7 kap. 2 § skollagen", "2023-02-02",
               LAW_ELSEWHERE);
    expect_fit("trädgård", "7 kap. 2 § skollagen", "2023-02-02",
               LAW_CANNOT_SAY);
    expect_fit("analys", "3 § förvaltningslagen", "2023-02-02",
               LAW_ELSEWHERE);
    expect_fit("analys", "26 kap. 20 § skollagen", "2023-02-02", LAW_NEAR);
}

static void expect_former(const char *subject, const char *text,
                          const char *on, bool wanted)
{
    struct arena *arena = arena_new();
    struct citations found = citations_read(arena, str_from(text), false);
    struct str heading;

    cr_expect_eq(law_fit_former(str_from(subject),
                                &found.items[0].provisions[0], day(on),
                                &heading),
                 wanted, "%s %s %s", subject, text, on);
    arena_free(arena);
}

Test(register, an_old_number_used_for_its_old_subject_is_a_trap)
{
    expect_former("stimulans", "3 kap. 3 § skollagen", "2019-07-01", true);
    expect_former("stimulans", "3 kap. 3 § skollagen", "2019-06-30", false);
    expect_former("stimulans", "3 kap. 2 § skollagen", "2019-07-01", false);
    expect_former("stimulans", "1 kap. 4 § skollagen", "2019-07-01", false);
    expect_former("resurser", "2 kap. 8 a § skollagen", "2018-07-01", true);
    expect_former("resurser", "2 kap. 8 a § skollagen", "2018-06-30", false);
    expect_former("resurser", "2 kap. 8 b § skollagen", "2024-05-13", false);
}
