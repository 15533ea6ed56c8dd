/* text_point - one point of the report: its place, words and advice. */
#include "output/text_report.h"

enum {
    QUOTE = 66,  /* code points of a quote: two lines with its place */
    INDENT = 5,  /* of what stands under a point */
    QUOTE_INDENT = 7,
    DEEPEST = 19, /* indent of an explanation */
    PLACES = 12, /* places looked at for one point */
    QUOTES = 3   /* shown of them */
};

/* Whether the message has named the place, and so has quoted it. */
static bool is_told(const struct text_report *text, const struct point *point)
{
    struct str where = buf_str(&text->line);

    return where.length &&
           str_find(point->message, where, 0) != SIZE_MAX;
}

/* How many places before this one quote the same words. */
static bool seen_before(const struct text_report *text,
                        const struct point *point, size_t place)
{
    struct str quote =
        document_text(text->view.document, point->places[place]);

    for (size_t i = 0; i < place; i++)
        if (str_equal(document_text(text->view.document, point->places[i]),
                      quote))
            return true;
    return false;
}

/* "rad 45, 75 ”Klicka eller tryck …”": one quote with all its places. */
static void write_quote(struct text_report *text, const struct point *point,
                        size_t first)
{
    struct span same[PLACES];
    size_t count = 0;
    struct str quote =
        document_text(text->view.document, point->places[first]);

    for (size_t i = first; i < point->place_count && count < PLACES; i++)
        if (str_equal(document_text(text->view.document, point->places[i]),
                      quote))
            same[count++] = point->places[i];
    view_add_where(&text->line, &text->view, same, count);
    if (is_told(text, point)) {
        buf_cut(&text->line, 0);
        return;
    }
    if (text->line.length)
        buf_add_text(&text->line, "  ");
    view_add_quote(&text->line, &text->view, same[0], QUOTE);
    if (text->line.length)
        text_flush(text, QUOTE_INDENT, STYLE_PLAIN);
}

static void write_quotes(struct text_report *text, const struct point *point)
{
    size_t shown = 0;

    for (size_t i = 0; i < point->place_count && shown < QUOTES; i++) {
        if (seen_before(text, point, i))
            continue;
        write_quote(text, point, i);
        shown++;
    }
}

/* The criteria a point rests on, last and small: "(ST-07, UP-01)". */
static void add_codes(struct text_report *text, const struct point *point)
{
    for (size_t i = 0; i < point->result_count; i++) {
        const struct result *result =
            &text->view.reviewed->results[point->results[i]];

        buf_add_text(&text->line, i ? ", " : " (");
        buf_add(&text->line, result->criterion->id);
    }
    if (point->result_count)
        buf_add_byte(&text->line, ')');
}

static void write_steps(struct text_report *text, const struct step *step,
                        size_t indent)
{
    for (; step; step = step->next) {
        buf_add(&text->line,
                view_named(&text->view, "step", step->outcome));
        buf_add_text(&text->line, "  ");
        view_add_words(&text->line, &text->view, step->what);
        if (step->found)
            buf_format(&text->line, " (%zu)", step->found);
        text_flush(text, indent, STYLE_FAINT);
        if (indent < DEEPEST)
            write_steps(text, step->first, indent + 2);
    }
}

static void write_explanations(struct text_report *text,
                               const struct point *point)
{
    for (size_t i = 0; i < point->result_count; i++) {
        const struct result *result =
            &text->view.reviewed->results[point->results[i]];

        buf_add(&text->line, result->criterion->id);
        buf_add_text(&text->line, " ");
        buf_add(&text->line, view_named(&text->view, "verdict",
                                        verdict_name(result->verdict)));
        text_flush(text, INDENT, STYLE_FAINT);
        write_steps(text, result->explain, QUOTE_INDENT);
    }
}

static void write_point(struct text_report *text, const struct point *point)
{
    struct buf lead = {0};

    layout_blank(&text->layout);
    buf_add(&lead, view_sign(&text->view, point->verdict));
    buf_format(&lead, " %-2u ", point->order);
    view_add_words(&text->line, &text->view, point->title);
    layout_text(&text->layout,
                (struct styled){buf_str(&lead), STYLE_STRONG}, INDENT,
                (struct styled){buf_str(&text->line), STYLE_STRONG});
    buf_cut(&text->line, 0);
    buf_free(&lead);
    view_add_words(&text->line, &text->view, point->message);
    text_flush(text, INDENT, STYLE_PLAIN);
    write_quotes(text, point);
    view_add_words(&text->line, &text->view, point->advice);
    add_codes(text, point);
    text_flush(text, INDENT, STYLE_PLAIN);
    if (text->output->explain)
        write_explanations(text, point);
}

void text_group(struct text_report *text, enum group group)
{
    const struct reviewed *reviewed = text->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct point *point = &reviewed->points[i];

        if (!point->open || view_group(point) != group)
            continue;
        if (first) {
            layout_blank(&text->layout);
            buf_add(&text->line, view_named(&text->view, "group-loud",
                                            group_name(group)));
            text_flush(text, 0, STYLE_STRONG);
        }
        first = false;
        write_point(text, point);
    }
}

