/* check_kinds - the closed set of checks, one row each. */
#include "check/kinds.h"

const struct check_kind *const *check_kinds(void)
{
    static const struct check_kind *const kinds[] = {
        &check_all,      &check_any,     &check_none,    &check_at_least,
        &check_some,     &check_share,   &check_more,    &check_filled,
        &check_goals,    &check_measure, &check_document, &check_residue,
        &check_pattern,  &check_doubled, &check_breaks_off, &check_cites,
        &check_sections, &check_provisions, &check_dated, &check_sort,
        &check_same,     &check_explained, &check_series, &check_trend,
        &check_restates, &check_linked,  &check_contradiction,
        &check_column,   NULL,
    };

    return kinds;
}
