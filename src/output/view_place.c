/* view - where in the document, and which document, in words. */
#include "output/view.h"

#include "base/unicode.h"

#include <stdio.h>
#include <stdlib.h>

enum { PLACES_SHOWN = 8, EN_DASH = 0x2013 };

/* The number a person finds a place by, and the key of its name. */
static size_t number_of(const struct view *view, uint32_t offset,
                        const char **key)
{
    struct source_place place = document_place(view->document, offset);

    if (place.line) {
        *key = "where-line";
        return place.line;
    }
    if (place.page) {
        *key = "where-page";
        return place.page;
    }
    *key = "where-paragraph";
    return place.paragraph;
}

/* The last byte of a span that is not white space. */
static uint32_t last_byte(const struct view *view, struct span span)
{
    struct str text = document_text(view->document, span);
    struct str trimmed = str_trim(text);

    if (trimmed.length == 0)
        return span.start;
    return (uint32_t)(span.start + (trimmed.at - text.at) + trimmed.length -
                      1);
}

/* "45" or "21–23". */
static void add_range(struct buf *numbers, size_t from, size_t to)
{
    if (numbers->length)
        buf_add_text(numbers, ", ");
    buf_format(numbers, "%zu", from);
    if (to > from) {
        buf_add_code_point(numbers, EN_DASH);
        buf_format(numbers, "%zu", to);
    }
}

static int by_start(const void *a, const void *b)
{
    const struct span *one = a, *two = b;

    return (one->start > two->start) - (one->start < two->start);
}

/* Places of an enclosure are not counted among those of the body. */
static bool same_file(const struct view *view, uint32_t a, uint32_t b)
{
    return str_equal(document_enclosure(view->document, a),
                     document_enclosure(view->document, b));
}

void view_add_places(struct buf *into, const struct view *view,
                     const struct span *places, size_t count)
{
    struct span sorted[PLACES_SHOWN];
    struct buf numbers = {0};
    const char *key = "";
    size_t last = 0, shown = 0;
    size_t kept = count < PLACES_SHOWN ? count : PLACES_SHOWN;

    for (size_t i = 0; i < kept; i++)
        sorted[i] = places[i];
    qsort(sorted, kept, sizeof *sorted, by_start);
    for (size_t i = 0; i < kept; i++) {
        size_t from = number_of(view, sorted[i].start, &key);
        size_t to = number_of(view, last_byte(view, sorted[i]), &key);

        if (from == 0 || from == last ||
            !same_file(view, sorted[0].start, sorted[i].start))
            continue;
        add_range(&numbers, from, to);
        last = from;
        shown++;
    }
    if (count > kept)
        buf_add(&numbers, view_text(view, "cut"));
    if (shown)
        texts_fill(into, view_text(view, key),
                   (struct text_value[]){{"numbers", buf_str(&numbers)}}, 1);
    buf_free(&numbers);
}

void view_add_path(struct buf *into, const struct view *view, uint32_t offset)
{
    struct str path[8];
    size_t count = outline_path(view->reviewed->outline, offset, path);

    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add(into, view_text(view, "path-separator"));
        view_add_words(into, view, path[i]);
    }
}

void view_add_where(struct buf *into, const struct view *view,
                    const struct span *places, size_t count)
{
    size_t start = into->length;

    if (count == 0 ||
        places[0].length + 1 >= view->document->text.length)
        return;
    if (document_place(view->document, places[0].start).line == 0 ||
        document_enclosure(view->document, places[0].start).length) {
        view_add_path(into, view, places[0].start);
        if (into->length > start)
            buf_add_text(into, ", ");
    }
    view_add_places(into, view, places, count);
}

void view_add_kind(struct buf *into, const struct view *view)
{
    const struct outline *outline = view->reviewed->outline;
    char kind[48];

    snprintf(kind, sizeof kind, "%.*s", (int)outline->kind.length,
             outline->kind.at);
    buf_add(into, view_named(view, "kind", kind));
}

void view_add_area(struct buf *into, const struct view *view)
{
    const struct outline *outline = view->reviewed->outline;

    if (outline->within == NULL || outline->within_area < 0)
        return;
    buf_add_text(into, ": ");
    view_add_words(into, view,
                   outline->within->areas[outline->within_area].name.text);
}

void view_add_name(struct buf *into, const struct view *view)
{
    if (view->reviewed->within < 0) {
        unicode_add_inert(into, view->document->path);
        return;
    }
    buf_add(into, view_text(view, "retold-listed"));
    view_add_area(into, view);
}

static void add_separated(struct buf *into, struct str separator,
                          size_t start)
{
    if (into->length > start)
        buf_add(into, separator);
}

static void add_who(struct buf *into, const struct view *view, size_t start)
{
    const struct outline *outline = view->reviewed->outline;

    view_add_words(into, view, outline->unit.text);
    if (outline->huvudman.text.length) {
        add_separated(into, STR(", "), start);
        view_add_words(into, view, outline->huvudman.text);
    }
    if (str_equal(outline->level, STR("unknown")))
        return;
    add_separated(into, STR(", "), start);
    buf_add(into, view_text(view, str_equal(outline->level, STR("enhet"))
                                      ? "level-enhet"
                                      : "level-huvudman"));
}

static void add_size(struct buf *into, const struct view *view, size_t start)
{
    const struct outline *outline = view->reviewed->outline;
    size_t goals = 0;

    for (size_t i = 0; i < outline->measure_count; i++)
        goals += outline->measures[i].goal_blocks;
    if (outline->measure_count) {
        add_separated(into, view_text(view, "separator"), start);
        view_add_count(into, view, "measures", outline->measure_count);
        if (goals > outline->measure_count) {
            buf_add_text(into, ", ");
            view_add_count(into, view, "goal-blocks", goals);
        }
    }
    if (outline->area_count) {
        add_separated(into, view_text(view, "separator"), start);
        view_add_count(into, view, "areas", outline->area_count);
    }
}

void view_add_facts(struct buf *into, const struct view *view)
{
    size_t start = into->length;
    char date[DATE_TEXT];

    add_who(into, view, start);
    if (view->reviewed->outline->date.date.year) {
        add_separated(into, view_text(view, "separator"), start);
        buf_add_text(into,
                     date_print(view->reviewed->outline->date.date, date));
    }
    add_size(into, view, start);
}
