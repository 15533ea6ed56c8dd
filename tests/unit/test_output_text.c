/* output: the report for a terminal says the answer first and stays calm. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "base/unicode.h"
#include "judged.h"

static struct judged *judged;
static char *text;

static void write_it(void)
{
    judged = judged_new();
    text = judged_write(judged, "text");
}

static void drop_it(void)
{
    free(text);
    judged_free(judged);
}

TestSuite(output_text, .init = write_it, .fini = drop_it);

Test(output_text, the_answer_stands_before_any_point)
{
    const char *answer = strstr(text, "INTE ÄN. En ruta är tom.");
    const char *point = strstr(text, "Fyll i vad som inte är nått");

    cr_assert(answer && point, "%s", text);
    cr_expect(answer < point);
}

Test(output_text, equal_quotes_share_one_line_with_all_their_places)
{
    cr_expect(strstr(text, "rad 4, 7  ”Klicka eller tryck"), "%s", text);
}

Test(output_text, personal_data_is_masked_in_quotes_and_sentences)
{
    cr_expect_null(strstr(text, "20010101"), "%s", text);
    cr_expect(strstr(text, "••••••••-••••"), "%s", text);
}

Test(output_text, personal_data_is_shown_when_asked_for)
{
    char *open;

    judged->review.options.show_personal_data = true;
    open = judged_write(judged, "text");
    cr_expect(strstr(open, "20010101-2384"), "%s", open);
    free(open);
}

Test(output_text, nothing_in_it_steers_the_terminal)
{
    struct str all = str_from(text);
    size_t length;

    for (size_t at = 0; at < all.length; at += length) {
        uint32_t code_point = unicode_decode(all, at, &length);

        cr_expect(code_point == '\n' || !unicode_is_steering(code_point),
                  "U+%04X at %zu", code_point, at);
    }
}

Test(output_text, no_line_is_wider_than_asked_for)
{
    char *narrow;
    struct str rest, line;

    judged->output.width = 48;
    narrow = judged_write(judged, "text");
    rest = str_from(narrow);
    while (str_cut(&rest, '\n', &line))
        cr_expect(unicode_count(line) <= 48, "%.*s", (int)line.length,
                  line.at);
    free(narrow);
}

Test(output_text, colour_is_only_there_when_asked_for)
{
    char *coloured;

    cr_expect_null(strchr(text, '\x1b'));
    judged->output.colour = true;
    coloured = judged_write(judged, "text");
    cr_expect_not_null(strchr(coloured, '\x1b'));
    free(coloured);
}

Test(output_text, brief_is_one_line_per_document)
{
    char *brief;

    judged->output.brief = true;
    brief = judged_write(judged, "text");
    cr_expect_str_eq(brief, "INTE ÄN                 a\xef\xbf\xbd]0;x.txt\n");
    free(brief);
}
