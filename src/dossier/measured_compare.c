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

static bool alike(const struct measured *a, const struct measured *b)
{
    double slack = slack_of(a, b);
    double share = measured_share(a), other = measured_share(b);

    if (is_border(a))
        return within(a, b, slack);
    if (is_border(b))
        return within(b, a, slack);
    return fabs(share - other) <= slack ||
           ((a->either || b->either) && fabs(100 - share - other) <= slack);
}

enum measured_match measured_compare(const struct measured *a,
                                     const struct measured *b)
{
    bool unsure = a->either || b->either;

    if (a->measure != b->measure || a->unit != b->unit ||
        !str_equal(a->group, b->group) || (is_border(a) && is_border(b)))
        return MATCH_NONE;
    if (a->year && b->year)
        return !same_time(a, b) ? MATCH_NONE
               : alike(a, b)    ? MATCH_AGREES
               : unsure         ? MATCH_NONE
                                : MATCH_DIFFERS;
    if (is_border(a) || is_border(b) ||
        (a->year == 0 && b->year == 0 && a->document == b->document))
        return MATCH_NONE;
    if (alike(a, b))
        return MATCH_AGREES;
    return unsure || (a->year == 0 && b->year == 0) ? MATCH_NONE
                                                    : MATCH_UNSURE;
}
