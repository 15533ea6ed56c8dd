/* output: JSON holds exact quotes, places and what the contract names. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "judged.h"

static struct judged *judged;
static char *text;

static void write_it(void)
{
    judged = judged_new();
    text = judged_write(judged, "json");
}

static void drop_it(void)
{
    free(text);
    judged_free(judged);
}

TestSuite(output_json, .init = write_it, .fini = drop_it);

Test(output_json, the_keys_stand_in_the_order_of_the_contract)
{
    static const char *const keys[] = {
        "\"format\": 1", "\"run\": {",    "\"rulesets\": [",
        "\"documents\"", "\"results\"",   "\"points\"",
        "\"citations\"", "\"skipped\"",
    };
    const char *at = text;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        at = strstr(at, keys[i]);
        cr_assert_not_null(at, "%s is not in its place in %s", keys[i], text);
    }
}

Test(output_json, a_quote_comes_with_its_place)
{
    cr_expect(strstr(text, "\"quote\": \"stadigt ökat\""), "%s", text);
    cr_expect(strstr(text, "\"line\": 6,\n"), "%s", text);
    cr_expect(strstr(text, "\"column\": 21,\n"), "%s", text);
}

Test(output_json, personal_data_is_masked_and_said_to_be)
{
    cr_expect_null(strstr(text, "20010101"));
    cr_expect(strstr(text, "\"quote\": \"••••••••-••••\",\n"
                           "          \"masked\": true"),
              "%s", text);
}

Test(output_json, ndjson_has_a_line_per_document_and_one_for_the_run)
{
    char *lines = judged_write(judged, "ndjson");
    const char *second = strchr(lines, '\n');

    cr_expect_eq(strncmp(lines, "{\"type\":\"document\",\"id\":\"d1\"", 28), 0);
    cr_assert_not_null(second);
    cr_expect_eq(strncmp(second, "\n{\"type\":\"run\"", 14), 0);
    cr_expect_eq(strchr(second + 1, '\n')[1], '\0');
    free(lines);
}

Test(output_json, the_same_review_gives_the_same_bytes)
{
    char *again = judged_write(judged, "json");

    cr_expect_str_eq(text, again);
    free(again);
}
