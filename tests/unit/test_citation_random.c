/* citation random: 20 000 forms drawn from the grammar, and false friends. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "law_forms.h"

enum { DRAWS = 20000, ALL = 4095 };

/* The same numbers on every machine (xorshift64). */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t draw(uint64_t *state, size_t below)
{
    return (size_t)(next_random(state) % below);
}

static const char *pick(uint64_t *state, const char *const *list)
{
    size_t count = 0;

    while (list[count] != NULL)
        count++;
    return list[draw(state, count)];
}

static const char *const spaces[] = {" ", " ", " ", "\u00a0", "\n", "  ",
                                     "\u2009", "\u202f", NULL};
static const char *const dashes[] = {"-", "–", " – ", "—", "\u2011", "\u2212",
                                     "-\n", " till ", NULL};
static const char *const joins[] = {" och ", " samt ", " eller ", ", ",
                                    ",\n", " respektive ", " resp. ", NULL};
static const char *const chapters_written[] = {"kap.", "kap", "kapitlet",
                                               "Kap.", "kap,", NULL};
static const char *const names_after[] = {
    "skollagen", "i skollagen", "skollagen (2010:800)", "i den nya skollagen",
    "SkolL", "Skollagen, SFS 2010:800", "(2010:800)", "i skollag (2010:800)",
    "av skollagen", NULL};
static const char *const names_before[] = {
    "skollagen", "Skollagen (2010:800),", "skollagens", "SkolL", "SL",
    "SFS 2010:800,", "skollagen:", NULL};
static const char *const parts[] = {
    " första stycket|/st1",        " andra stycket 2|/st2/p2",
    " tredje stycket|/st3",        " 1 st.|/st1",
    " 2 st 3 p|/st2/p3",           " andra stycket första meningen|/st2",
    " första stycket punkt 4|/st1/p4", NULL};

struct drawn {
    struct buf text, expected;
};

static void add_clause(struct drawn *drawn, struct law_number chapter,
                       struct law_number clause, const char *part)
{
    struct provision p = {.chapter = chapter, .clause = clause};

    add_provision(&drawn->expected, &p);
    buf_add_text(&drawn->expected, part);
}

/* "3, 5-7 §§ andra stycket" of one chapter. */
static void draw_clauses(uint64_t *state, struct drawn *drawn,
                         struct law_number chapter,
                         const struct law_number *clauses, size_t count)
{
    size_t items = 1 + draw(state, 4), first = draw(state, count);
    const char *part = "", *mark;
    bool many = items > 1;

    for (size_t i = 0; i < items && first < count; i++) {
        size_t last = first, space = draw(state, 4);

        if (i > 0)
            buf_add_text(&drawn->text, pick(state, joins));
        law_number_print(&drawn->text, clauses[first]);
        if (draw(state, 4) == 0 && first + 2 < count) {
            last = first + 2 + draw(state, count - first - 2 < 6
                                               ? count - first - 2
                                               : 6);
            buf_add_text(&drawn->text, pick(state, dashes));
            law_number_print(&drawn->text, clauses[last]);
            many = true;
        } else if (i + 1 == items && draw(state, 3) == 0) {
            part = pick(state, parts);
        }
        for (size_t j = first; j < last; j++)
            add_clause(drawn, chapter, clauses[j], "");
        for (mark = part; *mark != '\0' && *mark != '|'; mark++)
            ;
        add_clause(drawn, chapter, clauses[last], *mark ? mark + 1 : "");
        first = last + 1 + space;
    }
    buf_add_text(&drawn->text, draw(state, 3) ? " " : "");
    buf_add_text(&drawn->text, many && draw(state, 4) ? "§§" : "§");
    while (*part != '\0' && *part != '|')
        buf_add_byte(&drawn->text, *part++);
}

static void draw_series(uint64_t *state, struct drawn *drawn)
{
    static struct law_number clauses[ALL];
    struct law_number chapters[80], whole = {1, '\0'}, end = {ALL, 'z'};
    size_t count = register_chapters(0, chapters, 80);
    size_t units = 1 + draw(state, 3);

    for (size_t i = 0; i < units; i++) {
        struct law_number chapter = chapters[draw(state, count)];
        size_t many = register_range(0, chapter, whole, end,
                                     (struct date){0, 0, 0}, clauses, ALL);
        const char *word = pick(state, chapters_written);

        if (i > 0)
            buf_add_text(&drawn->text, pick(state, joins));
        law_number_print(&drawn->text, chapter);
        buf_add_text(&drawn->text, pick(state, spaces));
        buf_add_text(&drawn->text, word);
        buf_add_text(&drawn->text, pick(state, spaces));
        draw_clauses(state, drawn, chapter, clauses, many);
    }
}

static void draw_citation(uint64_t *state, struct drawn *drawn)
{
    static const char *const before[] = {
        "Enligt ", "Arbetet följer ", "", "(", "Se ", "Kunskap. ",
        "Läsåret 2021/22: ", "Det framgår av ", NULL};
    static const char *const after[] = {
        ".", ")", " ska huvudmannen planera.", "", "; se även bilagan",
        " för 12 elever", NULL};
    bool named_before = draw(state, 4) == 0;

    buf_add_text(&drawn->text, pick(state, before));
    if (named_before) {
        buf_add_text(&drawn->text, pick(state, names_before));
        buf_add_text(&drawn->text, pick(state, spaces));
    }
    draw_series(state, drawn);
    if (!named_before && draw(state, 3)) {
        buf_add_text(&drawn->text, pick(state, spaces));
        buf_add_text(&drawn->text, pick(state, names_after));
    }
    buf_add_text(&drawn->text, pick(state, after));
}

Test(citation_random, none_of_20000_forms_from_the_grammar_is_lost)
{
    uint64_t state = 20230202;
    size_t lost = 0;

    for (size_t i = 0; i < DRAWS; i++) {
        struct arena *arena = arena_new();
        struct drawn drawn = {{0}, {0}};
        struct buf got = {0};
        struct citations found;

        draw_citation(&state, &drawn);
        found = citations_read(arena, buf_str(&drawn.text), false);
        add_all(&got, found.items, found.count);
        if (found.count != 1 ||
            !str_equal(buf_str(&got), buf_str(&drawn.expected))) {
            if (lost++ < 20)
                printf("lost: %s\n  want %s\n  got  %s\n", drawn.text.at,
                       drawn.expected.at, got.at ? got.at : "");
        }
        buf_free(&got);
        buf_free(&drawn.text);
        buf_free(&drawn.expected);
        arena_free(arena);
    }
    printf("%zu of %d forms lost\n", lost, (int)DRAWS);
    cr_expect_eq(lost, 0);
}

/* One thing that is no citation, though it has numbers or the word. */
static void draw_other(uint64_t *state, struct buf *into)
{
    static const char *const words[] = {
        "huvudmannen", "elever", "kunskap.", "ledarskap.", "redskap.",
        "undervisning", "och", "samt", "eller", "till", "i", "den", "nya",
        "andra", "första", "kapitel", "kapitlet", "paragrafen", "punkten",
        "stycket", "artikel", "sidan", "lagen", "förordningen", "åtgärder",
        "Samhällskunskap 1", "landskap", "Naturkunskap 2", "avsnitt", "med",
        "ds", "st.", "p.", "ff.", "tio", "fyra", "gamla", NULL};
    unsigned a = (unsigned)draw(state, 10000), b = (unsigned)draw(state, 30);

    switch (draw(state, 14)) {
    case 0:
        buf_format(into, "%04u-%02u-%02u", 1990 + a % 40, 1 + b % 12, 1 + b % 28);
        break;
    case 1:
        buf_format(into, "dnr %u:%u", 2000 + b, a);
        break;
    case 2:
        buf_format(into, "%u %03u kr", a % 1000, a / 10);
        break;
    case 3:
        buf_format(into, "0%u-%u %02u %02u", 8 + b, 100 + a / 12, b, b);
        break;
    case 4:
        buf_format(into, "läsåret %u/%02u", 2000 + b, b + 1);
        break;
    case 5:
        buf_format(into, "årskurs %u-%u", b % 6, 7 + b % 3);
        break;
    case 6:
        buf_format(into, "kl. %u:%02u", b % 24, a % 60);
        break;
    case 7:
        buf_format(into, "%u,%u %%", b, a % 10);
        break;
    case 8:
        buf_format(into, "SI %u:%u", 2000 + b, a);
        break;
    case 9:
        buf_format(into, "%u.%u.%u-%u:%u", b, b % 9, b % 7, 2000 + b, a);
        break;
    default:
        buf_add_text(into, pick(state, words));
    }
    buf_add_byte(into, draw(state, 30) ? ' ' : '\n');
}

Test(citation_random, none_is_found_in_a_megabyte_of_other_things)
{
    uint64_t state = 2018;
    struct arena *arena = arena_new();
    struct buf text = {0};
    struct citations found;

    while (text.length < 1u << 20)
        draw_other(&state, &text);
    found = citations_read(arena, buf_str(&text), false);
    for (size_t i = 0; i < found.count && i < 10; i++) {
        struct str said = span_text(buf_str(&text), found.items[i].span);

        printf("no citation: %.*s\n", (int)said.length, said.at);
    }
    cr_expect_eq(found.count, 0);
    buf_free(&text);
    arena_free(arena);
}
