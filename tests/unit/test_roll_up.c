/* roll-up: how the verdicts of parts become the verdict of a document. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "review/verdict.h"

static enum verdict of(size_t count, const enum verdict *verdicts)
{
    struct judged_part parts[8] = {{.verdict = VERDICT_MET}};

    for (size_t i = 0; i < count; i++)
        parts[i].verdict = verdicts[i];
    return roll_up(parts, count);
}

#define OF(...)                                                              \
    of(sizeof((enum verdict[]){__VA_ARGS__}) / sizeof(enum verdict),        \
       (enum verdict[]){__VA_ARGS__})

Test(roll_up, all_met_is_met_and_some_met_is_partly)
{
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_MET), VERDICT_MET));
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_NOT_MET), VERDICT_PARTLY));
    cr_expect(eq(int, OF(VERDICT_NOT_MET, VERDICT_NOT_MET),
                 VERDICT_NOT_MET));
    cr_expect(eq(int, OF(VERDICT_PARTLY, VERDICT_NOT_MET), VERDICT_PARTLY));
}

Test(roll_up, what_does_not_apply_is_left_out)
{
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_NOT_APPLICABLE), VERDICT_MET));
    cr_expect(eq(int, OF(VERDICT_NOT_APPLICABLE), VERDICT_NOT_APPLICABLE));
}

Test(roll_up, a_doubt_decides_only_when_it_makes_no_difference)
{
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_CANNOT_TELL),
                 VERDICT_CANNOT_TELL));
    cr_expect(eq(int, OF(VERDICT_PARTLY, VERDICT_CANNOT_TELL),
                 VERDICT_PARTLY));
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_NOT_MET, VERDICT_CANNOT_TELL),
                 VERDICT_PARTLY));
    cr_expect(eq(int, OF(VERDICT_NOT_MET, VERDICT_CANNOT_TELL),
                 VERDICT_CANNOT_TELL));
}

Test(roll_up, an_error_is_never_hidden)
{
    cr_expect(eq(int, OF(VERDICT_MET, VERDICT_ERROR), VERDICT_ERROR));
}

Test(roll_up, the_worst_area_decides_or_the_best_when_asked)
{
    struct judged_part parts[] = {{.verdict = VERDICT_MET},
                                  {.verdict = VERDICT_NOT_MET}};

    cr_expect(eq(int, roll_up_areas(parts, 2, false), VERDICT_NOT_MET));
    cr_expect(eq(int, roll_up_areas(parts, 2, true), VERDICT_MET));
}
