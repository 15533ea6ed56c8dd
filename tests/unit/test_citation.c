/* citation: what is, and what is not, a reference to a statute. */
#include <criterion/criterion.h>

#include "law/citation.h"

/* The citations of a text as "2010:800 4:3;4:6 a(i) | ...". */
static const char *read_as(struct arena *arena, const char *text)
{
    struct citations found = citations_read(arena, str_from(text), false);
    struct buf out = {0};

    for (size_t i = 0; i < found.count; i++) {
        buf_add_text(&out, i > 0 ? " | " : "");
        statute_id_print(&out, found.items[i].id);
        for (size_t j = 0; j < found.items[i].provision_count; j++) {
            const struct provision *p = &found.items[i].provisions[j];

            buf_add_text(&out, j > 0 ? ";" : " ");
            law_number_print(&out, p->chapter);
            buf_add_text(&out, p->chapter.value != 0 ? ":" : "");
            law_number_print(&out, p->clause);
            buf_add_text(&out, p->clause.value == 0 ? "*" : "");
            if (p->subclause != 0)
                buf_format(&out, "/st%u", (unsigned)p->subclause);
            if (p->item != 0)
                buf_format(&out, "/p%u", (unsigned)p->item);
            buf_add_text(&out, p->implied ? "(i)" : "");
            buf_add_text(&out, p->repaired ? "(r)" : "");
            buf_add_text(&out, p->open ? "(open)" : "");
        }
    }
    struct str copy = arena_str(arena, buf_str(&out));
    buf_free(&out);
    return copy.at;
}

static void expect(const char *text, const char *wanted)
{
    struct arena *arena = arena_new();

    cr_expect_str_eq(read_as(arena, text), wanted, "%s", text);
    arena_free(arena);
}

Test(citation, a_range_is_spelled_out_and_what_nobody_wrote_is_marked)
{
    expect("4 kap. 3, 5-7 §§ skollagen",
           "2010:800 4:3;4:5;4:6;4:6 a(i);4:7");
}

Test(citation, one_trailing_name_governs_the_whole_series)
{
    expect("1kap.9§, 2 kap. 8 §, 4 kap. 7 § skollagen",
           "2010:800 1:9;2:8;4:7");
}

Test(citation, a_sign_misread_inside_a_series_ends_no_series)
{
    expect("2 kap. 98 och 4 kap. 4 8 skollagen", "2010:800 2:9(r);4:4(r)");
    expect("2 kap. 8 S och 4 kap. 7 § skollagen", "2010:800 2:8(r);4:7");
}

Test(citation, the_old_act_is_kept_apart)
{
    expect("14 a kap. 8 § skollagen (1985:1100)", "1985:1100 14 a:8");
    expect("2 a kap. 13 § i 1985 års skollag", "1985:1100 2 a:13");
}

Test(citation, kap_inside_other_words_is_no_chapter)
{
    expect("Ökad kunskap. 4 av 5 elever. Samhällskunskap 1, redskap. 3", "");
}

Test(citation, the_paragraph_of_a_days_minutes_is_no_section)
{
    expect("Protokollsutdrag GAN 2024-10-10 § 84", "");
    expect("Nämnden beslutade 2023-06-12 § 45 att godkänna rapporten.", "");
    expect("nämnden den 10 oktober 2024 § 12", "");
    expect("i enlighet med 4 kap. 3-5 §§", "2010:800 4:3;4:4;4:5");
}
