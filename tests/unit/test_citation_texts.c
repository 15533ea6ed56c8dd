/* citation texts: whole texts: a decision, a guide, and hostile ones. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "law_forms.h"

static struct buf read_text(const char *path)
{
    FILE *file = fopen(path, "r");
    struct buf text = {0};
    char part[4096];
    size_t count;

    if (file == NULL)
        return text;
    while ((count = fread(part, 1, sizeof part, file)) > 0)
        buf_add(&text, (struct str){part, count});
    fclose(file);
    return text;
}

Test(citation_texts, the_decision_among_the_seeds_is_read_and_in_force)
{
    static const char path[] = "../shared/seeds/004_9598bfa37e8790b7.txt";
    struct buf text = read_text(path), got = {0};
    struct arena *arena = arena_new();
    struct citations found;

    if (text.length == 0) {
        printf("skipped: ../shared/seeds not found\n");
        cr_skip_test("../shared/seeds not found");
    }
    found = citations_read(arena, buf_str(&text), true);
    add_all(&got, found.items, found.count);
    cr_expect_str_eq(got.at, "1:9;4:3;4:5;4:6;4:6 a;4:7;5:3;1:9;2:8;4:7");
    cr_expect_eq(found.unread, 0);
    for (size_t i = 0; i < found.count; i++)
        for (size_t j = 0; j < found.items[i].provision_count; j++) {
            const struct provision *p = &found.items[i].provisions[j];

            cr_expect_eq(
                register_judge(p, (struct date){2023, 2, 2}).status,
                LAW_IN_FORCE);
            cr_expect_eq(p->implied, p->clause.letter != '\0');
        }
    buf_free(&text);
    buf_free(&got);
    arena_free(arena);
}

/* Tags away, the plainest way: what is left is text enough for this. */
static void add_without_tags(struct buf *into, struct str html)
{
    bool tag = false;

    for (size_t i = 0; i < html.length; i++) {
        if (html.at[i] == '<')
            tag = true;
        if (!tag)
            buf_add_byte(into, html.at[i]);
        if (html.at[i] == '>')
            tag = false;
    }
}

Test(citation_texts, debians_swedish_installation_guide_cites_no_law)
{
    static const char folder[] = "/usr/share/doc/installation-guide-amd64/sv";
    DIR *pages = opendir(folder);
    struct arena *arena = arena_new();
    struct buf text = {0};
    struct dirent *entry;

    if (pages == NULL) {
        printf("skipped: installation-guide-amd64 is not installed\n");
        cr_skip_test("installation-guide-amd64 is not installed");
    }
    while ((entry = readdir(pages)) != NULL) {
        char path[512];
        struct buf page;

        if (strstr(entry->d_name, ".html") == NULL)
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        page = read_text(path);
        add_without_tags(&text, buf_str(&page));
        buf_free(&page);
    }
    closedir(pages);
    cr_expect_gt(text.length, 100000);
    cr_expect_eq(citations_read(arena, buf_str(&text), false).count, 0);
    buf_free(&text);
    arena_free(arena);
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* CPU time to read `count` times the piece; the memory it takes is told. */
static double cost(const char *start, const char *piece, size_t count,
                   size_t *memory)
{
    struct arena *arena = arena_new();
    struct buf text = {0};
    double before;

    buf_add_text(&text, start);
    for (size_t i = 0; i < count; i++)
        buf_add_text(&text, piece);
    before = seconds();
    citations_read(arena, buf_str(&text), false);
    before = seconds() - before;
    *memory = arena_size(arena);
    buf_free(&text);
    arena_free(arena);
    return before;
}

static const char *const hostile[][2] = {
    {"4 kap. ", "1-99999, "},
    {"", "2 kap. 1-99 §§. "},
    {"", "(4 kap. (3 § (5, "},
    {"", "1"},
    {"1 ", "1, "},
    {"", "andra, "},
    {"", "4 kap. "},
    {"kap. ", "4 kap. 3 och "},
    {"", "§ 4 "},
    {"", "4 § första, andra och "},
    {"", "4 § 1, 2, 3, "},
    {"skollagen ", "4:3, "},
    {"4 kap. 3 § i ", "den "},
    {"", "t.o.m."},
    {"", "gamla "},
    {"", "offentlighets- och "},
    {"", "1985 års "},
    {"artikel ", "3 och "},
    {"4 kap. 3 ", "till och med "},
    {"", "§ § "},
    {"12 a ", "och b "},
    {"", "\xc2"},
    {"", "prop. 2009/10:"},
    {"kap ", "l kap"},
};

Test(citation_texts, hostile_text_takes_linear_time_and_bounded_memory)
{
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        size_t length = strlen(hostile[i][1]), small, large;
        double once = cost(hostile[i][0], hostile[i][1], 50000 / length,
                           &small);
        double more = cost(hostile[i][0], hostile[i][1], 800000 / length,
                           &large);

        /* 16 times the text: 256 times the time if it were quadratic. */
        cr_expect(more < 100 * once + 0.1, "\"%s\": %.3f s, then %.3f s",
                  hostile[i][1], once, more);
        cr_expect_lt(large, 400u << 20, "\"%s\" takes %zu bytes",
                     hostile[i][1], large);
    }
}

Test(citation_texts, what_looks_like_a_citation_and_cannot_be_read_counts)
{
    struct arena *arena = arena_new();
    struct citations found = citations_read(
        arena, STR("X kap. Y § och i 8 § sägs. Men 4 kap. 3 §."), false);

    cr_expect_geq(found.seen, 3);
    cr_expect_geq(found.unread, 2);
    cr_expect_lt(found.unread, found.seen);
    arena_free(arena);
}
