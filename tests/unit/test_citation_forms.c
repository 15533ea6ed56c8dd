/* citation forms: lists of written forms, every provision, and many made up. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "law_forms.h"

enum { LINE = 1024, ALL = 4095 };

/* "\n" written out becomes a line break. */
static void unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++)
        if (from[0] == '\\' && from[1] == 'n') {
            *to++ = '\n';
            from++;
        } else {
            *to++ = *from;
        }
    *to = '\0';
}

static bool reads_as(const char *text, const char *statute,
                     const char *provisions)
{
    struct arena *arena = arena_new();
    struct citations found = citations_read(arena, str_from(text), false);
    struct buf got = {0}, id = {0};
    bool same = found.count > 0;

    add_all(&got, found.items, found.count);
    for (size_t i = 0; i < found.count; i++) {
        buf_cut(&id, 0);
        statute_id_print(&id, found.items[i].id);
        same = same && (str_equal(buf_str(&id), str_from(statute)) ||
                        found.items[i].kind == CITATION_PREPARATORY);
    }
    same = same && str_equal(buf_str(&got), str_from(provisions));
    if (!same)
        printf("not read as given: %s -> %.*s\n", text, (int)got.length,
               got.at != NULL ? got.at : "");
    buf_free(&got);
    buf_free(&id);
    arena_free(arena);
    return same;
}

/* Lines of text, statute, provisions. Returns how many are read as given. */
static size_t read_file(const char *path, size_t *count)
{
    FILE *file = fopen(path, "r");
    char line[LINE], *statute, *provisions;
    size_t good = 0;

    cr_assert_not_null(file, "%s", path);
    cr_assert_not_null(fgets(line, sizeof line, file));
    *count = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        statute = strchr(line, '\t');
        cr_assert_not_null(statute, "%s", line);
        *statute++ = '\0';
        provisions = strchr(statute, '\t');
        cr_assert_not_null(provisions, "%s", line);
        *provisions++ = '\0';
        unescape(line);
        good += reads_as(line, statute, provisions);
        ++*count;
    }
    fclose(file);
    return good;
}

Test(citation_forms, at_least_98_of_100_known_forms_are_read_as_given)
{
    size_t count, good = read_file("tests/data/law/variants.tsv", &count);

    printf("known forms: %zu of %zu\n", good, count);
    cr_expect_gt(count, 100);
    cr_expect_geq(good * 100, count * 98);
}

Test(citation_forms, as_many_forms_of_our_own_are_all_read_as_given)
{
    size_t count, good = read_file("tests/data/law/forms.tsv", &count);

    printf("own forms: %zu of %zu\n", good, count);
    cr_expect_gt(count, 102);
    cr_expect_eq(good, count);
}

/* A provision's chapter and clause in the ways people print them. */
static const char *const forms[] = {
    "%C kap. %S § %N",       "%N %C kap. %S §",
    "%C kap %S§ %N",         "%Dkap.%G§ %N",
    "kap. %C § %G %N",       "%C kapitlet %S paragrafen %N",
    "%N, %C kap. %S §",      "%C kap.\n%S § i %N",
    "%N kap. %C, %S §",      "%C\u00a0kap.\u00a0%S\u202f§ %N",
    "%N %C:%G",              "enligt %C kap. §%G i %N står",
};
static const char *const plain_forms[] = {
    "%S § %N",      "%N %S §",       "%S§ %N",         "%N, %S §",
    "%S §\ni %N",   "%S paragrafen %N", "%N § %G",     "%S par. %N",
    "enligt %G § i %N står", "%S\u00a0§ %N",
};
static const char *const article_forms[] = {
    "artikel %S i %N", "%N artikel %S", "art. %S %N", "%N, artikel %S",
};

static void add_glued(struct buf *into, struct law_number number)
{
    buf_format(into, "%u", (unsigned)number.value);
    if (number.letter != '\0')
        buf_add_byte(into, number.letter);
}

static void print_form(struct buf *into, const char *form, struct str name,
                       struct law_number chapter, struct law_number clause)
{
    for (; *form != '\0'; form++) {
        if (*form != '%') {
            buf_add_byte(into, *form);
            continue;
        }
        switch (*++form) {
        case 'C':
            law_number_print(into, chapter);
            break;
        case 'D':
            law_number_print(into, chapter);
            buf_add_text(into, chapter.letter != '\0' ? " " : "");
            break;
        case 'S':
            law_number_print(into, clause);
            break;
        case 'G':
            add_glued(into, clause);
            break;
        default:
            buf_add(into, name);
        }
    }
}

static size_t check_clause(int index, const char *const *list, size_t count,
                           struct law_number chapter, struct law_number clause)
{
    struct provision wanted = {.chapter = chapter, .clause = clause};
    struct buf text = {0}, expected = {0}, id = {0};
    size_t lost = 0;

    add_provision(&expected, &wanted);
    statute_id_print(&id, register_statute(index));
    for (size_t i = 0; i < count; i++) {
        buf_cut(&text, 0);
        print_form(&text, list[i], register_name(index), chapter, clause);
        lost += !reads_as(text.at, id.at, expected.at);
    }
    buf_free(&text);
    buf_free(&expected);
    buf_free(&id);
    return lost;
}

static size_t clauses_of(int index, struct law_number chapter,
                         struct law_number clauses[ALL])
{
    return register_range(index, chapter, (struct law_number){1, '\0'},
                          (struct law_number){ALL, 'z'},
                          (struct date){0, 0, 0}, clauses, ALL);
}

static size_t chapters_of(int index, struct law_number chapters[80])
{
    if (!register_has_chapters(index)) {
        chapters[0] = (struct law_number){0, '\0'};
        return 1;
    }
    return register_chapters(index, chapters, 80);
}

Test(citation_forms, every_provision_is_read_back_in_ten_forms)
{
    static struct law_number clauses[ALL];
    struct law_number chapters[80];
    size_t lost = 0, provisions = 0;

    for (int index = 0; index < (int)register_statutes(); index++) {
        bool divided = register_has_chapters(index);
        size_t count = register_has_clauses(index)
                           ? chapters_of(index, chapters)
                           : 0;

        if (str_find(register_name(index), STR(" "), 0) != SIZE_MAX &&
            !str_ends(register_name(index), STR("sekretesslagen")))
            continue; /* named by its number alone */
        for (size_t i = 0; i < count; i++) {
            size_t many = clauses_of(index, chapters[i], clauses);

            for (size_t j = 0; j < many; j++)
                lost += check_clause(index, divided ? forms : plain_forms,
                                     divided ? 12 : 10, chapters[i],
                                     clauses[j]);
            provisions += many;
        }
    }
    printf("%zu provisions, %zu forms lost\n", provisions, lost);
    cr_expect_gt(provisions, 2500);
    cr_expect_eq(lost, 0);
}

Test(citation_forms, every_article_of_the_convention_is_read_back)
{
    int index = register_find((struct statute_id){"FN", 1989, 1});
    size_t lost = 0;

    for (uint16_t number = 1; number <= 54; number++)
        lost += check_clause(index, article_forms, 4,
                             (struct law_number){0, '\0'},
                             (struct law_number){number, '\0'});
    cr_expect_eq(lost, 0);
}

Test(citation_forms, every_range_and_every_list_is_read_back)
{
    static struct law_number clauses[ALL];
    struct law_number chapters[80];
    size_t count = register_chapters(0, chapters, 80), lost = 0;

    for (size_t i = 0; i < count; i++) {
        size_t many = clauses_of(0, chapters[i], clauses);

        for (size_t j = 0; j + 2 < many; j++) {
            struct buf range = {0}, list = {0}, expected = {0};
            size_t last = j + 2 + j % 5 < many ? j + 2 + j % 5 : many - 1;

            law_number_print(&range, chapters[i]);
            buf_add_text(&range, " kap. ");
            buf_add(&list, buf_str(&range));
            law_number_print(&range, clauses[j]);
            buf_add_text(&range, j % 2 ? "–" : "-");
            law_number_print(&range, clauses[last]);
            for (size_t k = j; k <= last; k++) {
                struct provision p = {.chapter = chapters[i],
                                      .clause = clauses[k]};

                law_number_print(&list, clauses[k]);
                buf_add_text(&list, k + 1 < last    ? ", "
                                    : k + 1 == last ? " och "
                                                    : "");
                add_provision(&expected, &p);
            }
            buf_add_text(&range, " §§ skollagen");
            buf_add_text(&list, " §§ skollagen");
            lost += !reads_as(range.at, "2010:800", expected.at);
            lost += !reads_as(list.at, "2010:800", expected.at);
            buf_free(&range);
            buf_free(&list);
            buf_free(&expected);
        }
    }
    cr_expect_eq(lost, 0);
}
