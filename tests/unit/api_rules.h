/*
 * api_rules - rules ready for use, and texts that are looked into and freed,
 * for the tests of the public headers.
 */
#ifndef SKOLLINT_TESTS_API_RULES_H
#define SKOLLINT_TESTS_API_RULES_H

#include <criterion/criterion.h>
#include <skollint/skollint.h>
#include <string.h>

static inline struct skollint_rules *ready(void)
{
    struct skollint_rules *rules =
        skollint_rules_new("sv", SKOLLINT_BUILT_IN);

    cr_assert(skollint_rules_finish(rules));
    return rules;
}

/* Frees the text. */
static inline bool holds(char *text, const char *part)
{
    bool found = text && strstr(text, part);

    skollint_text_free(text);
    return found;
}

#endif
