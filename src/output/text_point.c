/* text_point - one point of the report: its place, words and advice. */
#include "output/text_report.h"

#include "base/unicode.h"

enum {
    QUOTE_LEAST = 40, /* code points, however little room */
    INDENT = 5,       /* of what stands under a point */
    QUOTE_INDENT = 7,
    DEEPEST = 19, /* indent of an explanation */
    PLACES = 12,  /* places looked at for one point */
    QUOTES = 3,   /* shown of them */
    CLOSED = 5    /* to look at, in a line each */
};

/* Whether the message or the advice has named the place, and so quoted it. */
static bool is_told(const struct text_report *text, const struct point *point)
{
    struct str where = buf_str(&text->line);

    return where.length && (str_find(point->message, where, 0) != SIZE_MAX ||
                            str_find(point->advice, where, 0) != SIZE_MAX);
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

/* What is left of the line for a quote. */
static size_t quote_room(const struct text_report *text)
{
    size_t used = QUOTE_INDENT + unicode_count(buf_str(&text->line)) + 4;

    return used + QUOTE_LEAST < text->layout.width ? text->layout.width - used
                                                   : QUOTE_LEAST;
}

/* " (rad 52)" after a message that holds the quote. */
static void add_quoted_places(struct text_report *text,
                              const struct point *point)
{
    struct span quoted[PLACES];
    struct buf where = {0};
    size_t count = 0;

    for (size_t i = 0; i < point->place_count && count < PLACES; i++)
        if (view_is_quoted(&text->view, point->message, point->places[i]))
            quoted[count++] = point->places[i];
    view_add_where(&where, &text->view, quoted, count);
    if (where.length &&
        str_find(point->message, buf_str(&where), 0) == SIZE_MAX) {
        bool stop = str_ends(buf_str(&text->line), STR("."));

        buf_cut(&text->line, text->line.length - stop);
        buf_add_text(&text->line, " (");
        buf_add(&text->line, buf_str(&where));
        buf_add_text(&text->line, stop ? ")." : ")");
    }
    buf_free(&where);
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
    view_add_quote(&text->line, &text->view, same[0], quote_room(text));
    if (text->line.length)
        text_flush(text, QUOTE_INDENT, STYLE_PLAIN);
}

static bool is_quoting(const struct text_report *text,
                       const struct point *point)
{
    for (size_t i = 0; i < point->place_count; i++)
        if (view_is_quoted(&text->view, point->message, point->places[i]))
            return true;
    return false;
}

/*
 * What the message does not quote itself. Where it does, other places tell
 * nothing by themselves; they are shown of what must be mended.
 */
static void write_quotes(struct text_report *text, const struct point *point)
{
    size_t shown = 0;

    if (view_group(point) != GROUP_FIRST && is_quoting(text, point))
        return;
    for (size_t i = 0; i < point->place_count && shown < QUOTES; i++) {
        if (seen_before(text, point, i) ||
            view_is_quoted(&text->view, point->message, point->places[i]))
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
        buf_add(&text->line, view_named(&text->view, "step", step->outcome));
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
    unsigned number = view_number(&text->view, point);
    struct buf lead = {0};

    layout_blank(&text->layout);
    buf_add(&lead, view_sign(&text->view, point->verdict));
    if (number)
        buf_format(&lead, " %-2u ", number);
    else
        buf_add_text(&lead, "    ");
    view_add_title(&text->line, &text->view, point);
    layout_text(&text->layout, (struct styled){buf_str(&lead), STYLE_STRONG},
                INDENT, (struct styled){buf_str(&text->line), STYLE_STRONG});
    buf_cut(&text->line, 0);
    buf_free(&lead);
    view_add_words(&text->line, &text->view, point->message);
    add_quoted_places(text, point);
    text_flush(text, INDENT, STYLE_PLAIN);
    write_quotes(text, point);
    view_add_words(&text->line, &text->view, point->advice);
    add_codes(text, point);
    text_flush(text, INDENT, STYLE_PLAIN);
    if (text->output->explain)
        write_explanations(text, point);
}

static void write_heading(struct text_report *text, enum group group)
{
    layout_blank(&text->layout);
    buf_add(&text->line,
            view_named(&text->view, "group-loud", group_name(group)));
    text_flush(text, 0, STYLE_STRONG);
}

/* Those that there was no room to open: what and where, in a line each. */
static void write_closed(struct text_report *text, enum group group,
                         bool first)
{
    const struct reviewed *reviewed = text->view.reviewed;
    size_t shown = 0;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct point *point = &reviewed->points[i];
        struct buf lead = {0};

        if (point->open || view_group(point) != group || shown++ == CLOSED)
            continue;
        if (first && shown == 1)
            write_heading(text, group);
        if (shown == 1)
            layout_blank(&text->layout);
        buf_add(&lead, view_sign(&text->view, point->verdict));
        buf_add_text(&lead, "    ");
        view_add_title(&text->line, &text->view, point);
        buf_add_text(&text->line, "  ");
        view_add_where(&text->line, &text->view, point->places,
                       point->place_count);
        layout_text(&text->layout,
                    (struct styled){buf_str(&lead), STYLE_PLAIN}, INDENT,
                    (struct styled){buf_str(&text->line), STYLE_PLAIN});
        buf_cut(&text->line, 0);
        buf_free(&lead);
    }
}

void text_group(struct text_report *text, enum group group)
{
    const struct reviewed *reviewed = text->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct point *point = &reviewed->points[i];

        if (!point->open || view_group(point) != group)
            continue;
        if (first)
            write_heading(text, group);
        first = false;
        write_point(text, point);
    }
    if (group == GROUP_LOOK)
        write_closed(text, group, first);
}
