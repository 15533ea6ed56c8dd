/* clean: plain bytes made a text as documents hold theirs. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/unicode.h"
#include "document/clean.h"

static void expect(struct str bytes, const char *wanted)
{
    struct buf into = {0};
    struct str text = text_clean(&into, bytes);

    cr_expect(str_equal(text, str_from(wanted)), "%.*s is not %s",
              (int)text.length, text.at, wanted);
    buf_free(&into);
}

Test(clean, a_clean_text_is_not_copied)
{
    struct buf into = {0};
    struct str text = STR("Åtgärder – 4 kap. 3 §\nRad två");

    cr_expect_eq(text_clean(&into, text).at, text.at);
    cr_expect_eq(into.length, 0);
}

Test(clean, spaces_become_plain_and_the_invisible_is_dropped)
{
    expect(STR("4\u00a0kap.\u202f3\u2009§"), "4 kap. 3 §");
    expect(STR("skol\u00adlagen\u200b"), "skollagen");
    expect(STR("rad ett\r\nrad två\r\n"), "rad ett\nrad två\n");
    expect(STR("\xef\xbb\xbfSkollagen"), "Skollagen");
}

Test(clean, letters_and_marks_are_composed)
{
    expect(STR("fo\u0308rordning, A\u030asmyra"), "förordning, Åsmyra");
    expect(STR("a\u0323\u0302 och cafe\u0301"), "ậ och café");
    expect(STR("e\u0301\u0301"), "é\u0301");
    expect(STR("rad\nfo\u0308r\nrad"), "rad\nför\nrad");
}

Test(clean, other_encodings_are_read)
{
    expect((struct str){"4 kap. 3 \xa7 f\xf6r", 15}, "4 kap. 3 § för");
    expect((struct str){"\xff\xfe\x34\0\xa7\0", 6}, "4§");
    expect((struct str){"", 0}, "");
}

Test(clean, the_quick_way_to_compose_gives_what_the_long_way_gives)
{
    static const char bases[] = "aoeuAOEUnyxi ";
    static const char *const marks[] = {"\u0300", "\u0301", "\u0308",
                                        "\u030a", "\u0327", ""};

    for (const char *base = bases; *base != '\0'; base++)
        for (size_t i = 0; i < 6; i++)
            for (size_t j = 0; j < 6; j++) {
                struct buf quick = {0}, slow = {0}, text = {0};

                buf_format(&text, "%c%s%s%c", *base, marks[i], marks[j],
                           *base);
                unicode_add_nfc(&quick, buf_str(&text));
                buf_add_text(&text, "\u0451\u0308"); /* no quick way */
                unicode_add_nfc(&slow, buf_str(&text));
                cr_expect(str_starts(buf_str(&slow), buf_str(&quick)), "%s",
                          text.at);
                buf_free(&quick);
                buf_free(&slow);
                buf_free(&text);
            }
}
