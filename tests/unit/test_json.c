/* json: values in the order they were put, harmless on any screen. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/json.h"

static char *printed(const struct json *json, enum json_style style)
{
    struct buf out = {0};

    json_print(&out, json, style);
    return buf_take(&out);
}

Test(json, keeps_the_order_in_which_keys_were_put)
{
    struct json *top = json_map();
    struct json *list;
    char *text;

    json_put_number(top, "z", 1);
    json_put_text(top, "a", STR("å \"x\""));
    list = json_put_list(top, "m");
    json_put_bool(list, NULL, true);
    json_put_null(list, NULL);
    json_put_decimal(list, NULL, 0.1);
    json_put_map(list, NULL);
    text = printed(top, JSON_LINE);
    cr_expect_str_eq(text,
                     "{\"z\":1,\"a\":\"å \\\"x\\\"\",\"m\":[true,null,0.1,{}]}");
    free(text);
    json_free(top);
}

Test(json, escapes_what_steers_a_terminal_or_a_text)
{
    struct json *list = json_list();
    char *text;

    json_put_text(list, NULL,
                  STR("\x1b[31m \xc2\x9b \xe2\x80\xae x \x7f \0 \xc3\xa5"));
    text = printed(list, JSON_LINE);
    cr_expect_str_eq(text, "[\"\\u001B[31m \\u009B \\u202E x \\u007F "
                           "\\u0000 \xc3\xa5\"]");
    free(text);
    json_free(list);
}

Test(json, empty_text_and_zero_are_null_where_asked)
{
    struct json *list = json_list();
    char *text;

    json_put_text_or_null(list, NULL, STR(""));
    json_put_number_or_null(list, NULL, 0);
    json_put_text(list, NULL, STR(""));
    text = printed(list, JSON_LINE);
    cr_expect_str_eq(text, "[null,null,\"\"]");
    free(text);
    json_free(list);
}
