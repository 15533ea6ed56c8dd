/* rules_write - the rule set in words: its list, a criterion, mistakes. */
#include "output/rules_write.h"

#include "output/layout.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 80, INDENT = 2, NAME_WIDTH = 16 };

struct rules_view {
    const struct ruleset *ruleset;
    int language;
    struct layout layout;
    struct buf line;
};

static void flush(struct rules_view *view, size_t indent, enum style style)
{
    layout_indented(&view->layout, indent,
                    (struct styled){buf_str(&view->line), style});
    buf_cut(&view->line, 0);
}

static void add_key(struct rules_view *view, const char *key)
{
    texts_say(&view->line, view->ruleset->texts, view->language, key, NULL,
              0);
}

/* A text that speaks of a document is said without one. */
static void add_saying(struct rules_view *view, const struct saying *saying)
{
    struct buf text = {0};

    texts_fill(&text, saying_in(saying, view->language), NULL, 0);
    unicode_add_inert(&view->line, buf_str(&text));
    buf_free(&text);
}

void rules_write_list(struct buf *into, const struct ruleset *ruleset,
                      int language)
{
    struct rules_view view = {ruleset, language, {into, WIDTH, false}, {0}};

    for (size_t i = 0; i < ruleset->family_count; i++) {
        bool first = true;

        for (size_t j = 0; j < ruleset->criterion_count; j++) {
            const struct criterion *criterion = &ruleset->criteria[j];

            if (!str_equal(criterion->family, ruleset->families[i].id))
                continue;
            if (first) {
                if (into->length)
                    layout_blank(&view.layout);
                add_saying(&view, &ruleset->families[i].title);
                flush(&view, 0, STYLE_PLAIN);
            }
            first = false;
            buf_add(&view.line, criterion->id);
            buf_add_text(&view.line, "  ");
            add_saying(&view, &criterion->title);
            flush(&view, INDENT, STYLE_PLAIN);
        }
    }
    layout_blank(&view.layout);
    unicode_add_inert(&view.line, ruleset->id);
    buf_add_byte(&view.line, ' ');
    unicode_add_inert(&view.line, ruleset->version);
    buf_format(&view.line, "  %.12s", ruleset->sha256);
    flush(&view, 0, STYLE_PLAIN);
    buf_free(&view.line);
}

/* A heading and its paragraph; nothing when there is no text. */
static void write_part(struct rules_view *view, const char *key,
                       const struct saying *saying)
{
    if (saying_in(saying, view->language).length == 0)
        return;
    layout_blank(&view->layout);
    add_key(view, key);
    flush(view, 0, STYLE_PLAIN);
    add_saying(view, saying);
    flush(view, INDENT, STYLE_PLAIN);
}

static void write_law(struct rules_view *view,
                      const struct criterion *criterion)
{
    if (criterion->law_count == 0)
        return;
    for (size_t i = 0; i < criterion->law_count; i++) {
        if (i)
            buf_add_text(&view->line, ", ");
        unicode_add_inert(&view->line, criterion->law[i]);
    }
    flush(view, INDENT, STYLE_PLAIN);
}

static void write_weights(struct rules_view *view,
                          const struct criterion *criterion)
{
    layout_blank(&view->layout);
    add_key(view, "explain-weights");
    flush(view, 0, STYLE_PLAIN);
    for (size_t i = 0; i < criterion->weight_count; i++) {
        const struct weight *weight = &criterion->weights[i];
        char key[64];

        unicode_add_inert(&view->line, weight->kind);
        if (weight->level.length) {
            buf_add_text(&view->line, ", ");
            unicode_add_inert(&view->line, weight->level);
        }
        buf_add_text(&view->line, ": ");
        snprintf(key, sizeof key, "severity-%s",
                 severity_name(weight->severity));
        add_key(view, key);
        flush(view, INDENT, STYLE_PLAIN);
    }
}

static void add_fields(struct rules_view *view, const struct node *node)
{
    for (; node; node = node->next) {
        if (view->line.length)
            buf_add_text(&view->line, " / ");
        if (node->kind == NODE_TEXT)
            unicode_add_inert(&view->line, node->text);
        else
            for (const struct node *item = node->first; item;
                 item = item->next)
                if (item->kind == NODE_TEXT) {
                    unicode_add_inert(&view->line, item->text);
                    buf_add_byte(&view->line, ' ');
                }
    }
}

/* One example for each verdict says enough; the rest are tests. */
static bool is_first_of_verdict(const struct criterion *criterion,
                                size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (criterion->examples[i].expect ==
            criterion->examples[index].expect)
            return false;
    return true;
}

static void write_examples(struct rules_view *view,
                           const struct criterion *criterion)
{
    for (size_t i = 0; i < criterion->example_count; i++) {
        const struct example *example = &criterion->examples[i];
        struct buf text = {0};
        char key[48];

        if (i == 0) {
            layout_blank(&view->layout);
            add_key(view, "explain-examples");
            flush(view, 0, STYLE_PLAIN);
        }
        if (!is_first_of_verdict(criterion, i))
            continue;
        if (example->fields)
            add_fields(view, example->fields->first);
        else
            unicode_add_inert(&view->line, example->text);
        buf_add(&text, buf_str(&view->line));
        buf_cut(&view->line, 0);
        snprintf(key, sizeof key, "%s-%s",
                 criterion->if_found ? "found" : "verdict",
                 verdict_name(example->expect));
        if (!texts_has(view->ruleset->texts, view->language, str_from(key)))
            snprintf(key, sizeof key, "verdict-%s",
                     verdict_name(example->expect));
        add_key(view, key);
        buf_add_text(&view->line, ": ");
        if (text.length)
            buf_add(&view->line, buf_str(&text));
        else
            add_key(view, "explain-empty");
        flush(view, INDENT, STYLE_PLAIN);
        buf_free(&text);
    }
}

void rules_write_criterion(struct buf *into, const struct ruleset *ruleset,
                           int language, const struct criterion *criterion,
                           size_t width)
{
    struct rules_view view = {
        ruleset, language, {into, width ? width : WIDTH, false}, {0}};

    buf_add(&view.line, criterion->id);
    buf_add_text(&view.line, "  ");
    add_saying(&view, &criterion->title);
    flush(&view, 0, STYLE_PLAIN);
    add_saying(&view, &criterion->question);
    flush(&view, 0, STYLE_PLAIN);
    write_part(&view, "explain-why", &criterion->why);
    write_law(&view, criterion);
    write_part(&view, "explain-enough", &criterion->enough);
    write_part(&view, "explain-not-enough", &criterion->not_enough);
    write_part(&view, "explain-fix", &criterion->fix);
    write_weights(&view, criterion);
    write_examples(&view, criterion);
    buf_free(&view.line);
}

void rules_write_problems(struct buf *into, const struct texts *texts,
                          int language, const struct problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->items[i];
        struct buf line = {0};

        buf_format(&line, "%.*s:%zu:%zu: ", (int)problem->file.length,
                   problem->file.at, problem->line, problem->column);
        texts_say(&line, texts, language, problem->key,
                  (struct text_value[]){{"detail", problem->detail},
                                        {"nearest", problem->nearest}},
                  2);
        unicode_add_inert(into, buf_str(&line));
        buf_add_byte(into, '\n');
        buf_free(&line);
    }
}

static bool has_pattern(const struct patterns *patterns, struct str name,
                        struct str source)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (str_equal(patterns->names[i], name) &&
            str_equal(patterns->sources[i], source))
            return true;
    return false;
}

void rules_write_warnings(struct buf *into, const struct ruleset *ruleset,
                          int language, const struct patterns *known)
{
    const struct patterns *patterns = &ruleset->patterns;

    for (size_t i = 0; i < patterns->count; i++) {
        if (regex_has_anchor(patterns->regexes[i]) ||
            has_pattern(known, patterns->names[i], patterns->sources[i]))
            continue;
        texts_say(into, ruleset->texts, language, "rule-no-anchor",
                  (struct text_value[]){{"detail", patterns->names[i]}}, 1);
        buf_add_byte(into, '\n');
    }
}

/* "256 MiB", "4096". */
static void add_limit(struct buf *line, long value, const char *unit)
{
    if (*unit != 'B')
        buf_format(line, "%ld", value);
    else if (value >= 1 << 20)
        buf_format(line, "%ld MiB", value >> 20);
    else
        buf_format(line, "%ld KiB", value >> 10);
}

void rules_write_limits(struct buf *into, const struct texts *texts,
                        int language)
{
    static const struct {
        const char *name;
        long value;
        const char *unit, *key;
    } limits[] = {
#define LIMIT(name, value, unit, key) {#name, (long)(value), unit, key},
        LIMITS(LIMIT)
#undef LIMIT
    };
    struct layout layout = {into, WIDTH, false};

    texts_say(into, texts, language, "limits-title", NULL, 0);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct buf lead = {0}, value = {0}, line = {0};

        add_limit(&value, limits[i].value, limits[i].unit);
        buf_format(&lead, "%-*s %9s  ", NAME_WIDTH, limits[i].name, value.at);
        texts_say(
            &line, texts, language, limits[i].key,
            (struct text_value[]){{"detail", strstr(limits[i].unit, "of")
                                                 ? STR("…")
                                                 : buf_str(&value)}},
            1);
        layout_text(&layout, (struct styled){buf_str(&lead), STYLE_PLAIN},
                    lead.length,
                    (struct styled){buf_str(&line), STYLE_PLAIN});
        buf_free(&lead);
        buf_free(&value);
        buf_free(&line);
    }
}
