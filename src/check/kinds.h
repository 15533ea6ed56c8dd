/*
 * kinds - every kind of check there is; the table is in check_kinds.c.
 *
 * To add one: a file check_NAME.c with a const struct check_kind, a line
 * here, a row in the table, and its page in rules/README.md.
 */
#ifndef SKOLLINT_CHECK_KINDS_H
#define SKOLLINT_CHECK_KINDS_H

#include "check/check.h"

extern const struct check_kind check_all;
extern const struct check_kind check_any;
extern const struct check_kind check_none;
extern const struct check_kind check_at_least;
extern const struct check_kind check_some;
extern const struct check_kind check_share;
extern const struct check_kind check_more;
extern const struct check_kind check_filled;
extern const struct check_kind check_goals;
extern const struct check_kind check_measure;
extern const struct check_kind check_document;
extern const struct check_kind check_residue;
extern const struct check_kind check_pattern;
extern const struct check_kind check_doubled;
extern const struct check_kind check_breaks_off;
extern const struct check_kind check_cites;
extern const struct check_kind check_sections;
extern const struct check_kind check_sort;
extern const struct check_kind check_same;
extern const struct check_kind check_explained;
extern const struct check_kind check_series;
extern const struct check_kind check_trend;
extern const struct check_kind check_restates;
extern const struct check_kind check_linked;
extern const struct check_kind check_contradiction;
extern const struct check_kind check_column;
extern const struct check_kind check_provisions;
extern const struct check_kind check_dated;

#endif
