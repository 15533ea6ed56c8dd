/* measured_compare - whether two figures agree or differ. */
#include "dossier/measured.h"

#include <math.h>

struct str measured_name(const struct ruleset *ruleset, int measure)
{
    struct str name = lexicon_name(ruleset->lexicons, measure);

    return str_part(name, 5, name.length);
}

double measured_share(const struct measured *measured)
{
    return measured->inverse ? 100 - measured->value : measured->value;
}

static bool same_time(const struct measured *a, const struct measured *b)
{
    if (a->year != b->year)
        return false;
    return a->term == b->term || a->term == TERM_SCHOOL_YEAR ||
           b->term == TERM_SCHOOL_YEAR ||
           (a->term == TERM_YEAR && b->term == TERM_SPRING) ||
           (a->term == TERM_SPRING && b->term == TERM_YEAR);
}

/* Half of the last digit of the one that is given with the fewest. */
static double slack_of(const struct measured *a, const struct measured *b)
{
    unsigned decimals = a->decimals < b->decimals ? a->decimals : b->decimals;
    double slack = 0.5 / pow(10, decimals) + 1e-9;

    return a->kind == MEASURED_ABOUT || b->kind == MEASURED_ABOUT ? slack + 2
                                                                  : slack;
}

/* A border holds on one side; turned round by what is not. */
static bool within(const struct measured *border,
                   const struct measured *other, double slack)
{
    double a = measured_share(border), b = measured_share(other);
    bool least = (border->kind == MEASURED_AT_LEAST) != border->inverse;

    return least ? b >= a - slack : b <= a + slack;
}

static bool is_border(const struct measured *measured)
{
    return measured->kind == MEASURED_AT_LEAST ||
           measured->kind == MEASURED_AT_MOST;
}

enum measured_match measured_compare(const struct measured *a,
                                     const struct measured *b)
{
    double slack = slack_of(a, b);
    bool alike;

    if (a->measure != b->measure || a->unit != b->unit ||
        !str_equal(a->group, b->group))
        return MATCH_NONE;
    if (is_border(a) && is_border(b))
        return MATCH_NONE;
    alike = is_border(a) ? within(a, b, slack)
            : is_border(b)
                ? within(b, a, slack)
                : fabs(measured_share(a) - measured_share(b)) <= slack;
    /* A unit and its huvudman may agree; that they differ says nothing. */
    if (!str_equal(a->unit_of, b->unit_of))
        return alike && a->year && b->year && same_time(a, b) ? MATCH_AGREES
                                                              : MATCH_NONE;
    if (a->year && b->year)
        return !same_time(a, b) ? MATCH_NONE
               : alike          ? MATCH_AGREES
                                : MATCH_DIFFERS;
    if (is_border(a) || is_border(b) ||
        (a->year == 0 && b->year == 0 && a->document == b->document))
        return MATCH_NONE;
    if (a->year == 0 && b->year == 0)
        return alike ? MATCH_AGREES : MATCH_NONE;
    return alike ? MATCH_AGREES : MATCH_UNSURE;
}
