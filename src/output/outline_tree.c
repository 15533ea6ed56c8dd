/* outline_write - an outline as a tree for people. */
#include "output/outline_write.h"

#include "output/text_report.h"

#include "base/unicode.h"

#include <stdio.h>

enum {
    QUOTE_LEAST = 12, /* code points, else there is no point in quoting */
    QUOTE_MARKS = 6,  /* two spaces, two marks, the ellipsis */
    NAME_WIDTH = 20,
    NOT_UNDERSTOOD = 12
};

/* "  label:   value" with the values under each other. */
static void write_pair(struct text_report *text, const char *key)
{
    struct buf lead = {0};
    struct str name = view_text(&text->view, key);

    buf_add_text(&lead, "  ");
    buf_add(&lead, name);
    for (size_t i = unicode_count(name); i < NAME_WIDTH; i++)
        buf_add_byte(&lead, ' ');
    layout_text(&text->layout, (struct styled){buf_str(&lead), STYLE_PLAIN},
                NAME_WIDTH + 2,
                (struct styled){buf_str(&text->line), STYLE_PLAIN});
    buf_cut(&text->line, 0);
    buf_free(&lead);
}

static void add_place(struct text_report *text, struct span span)
{
    buf_add_text(&text->line, "  ");
    view_add_places(&text->line, &text->view, &span, 1);
}

/* As much of a quote as there is room for on the line. */
static void add_quote(struct text_report *text, struct span span,
                      size_t indent)
{
    size_t used = unicode_count(buf_str(&text->line)) + indent + QUOTE_MARKS;

    if (used + QUOTE_LEAST > text->layout.width)
        return;
    buf_add_text(&text->line, "  ");
    view_add_quote(&text->line, &text->view, span,
                   text->layout.width - used);
}

static void write_found(struct text_report *text, const char *key,
                        const struct found *found)
{
    if (found->text.length == 0)
        buf_add(&text->line, view_text(&text->view, "tree-not-found"));
    else
        view_add_words(&text->line, &text->view, found->text);
    if (found->span.length)
        add_place(text, found->span);
    write_pair(text, key);
}

static void write_date(struct text_report *text, const char *key,
                       const struct found_date *found)
{
    char date[DATE_TEXT];

    if (found->date.year == 0)
        return;
    buf_add_text(&text->line, date_print(found->date, date));
    if (found->span.length)
        add_place(text, found->span);
    write_pair(text, key);
}

static void add_counted(struct text_report *text, const char *key, size_t n,
                        size_t of)
{
    char seen[24], all[24];

    if (of == 0)
        return;
    snprintf(seen, sizeof seen, "%zu", n);
    snprintf(all, sizeof all, "%zu", of);
    if (text->line.length)
        buf_add_text(&text->line, ", ");
    texts_fill(&text->line, view_text(&text->view, key),
               (struct text_value[]){{"n", str_from(seen)},
                                     {"of", str_from(all)}},
               2);
}

static void write_reading(struct text_report *text)
{
    static const char *const qualities[] = {"tree-good", "tree-limited",
                                            "tree-failed"};
    const struct outline *outline = text->view.reviewed->outline;

    buf_add(&text->line,
            view_text(&text->view, qualities[text->view.document->quality]));
    if (text->view.document->ocr)
        buf_add(&text->line, view_text(&text->view, "tree-ocr"));
    add_counted(text, "tree-labels", outline->labels_seen,
                outline->labels_of);
    add_counted(text, "tree-fields", outline->fields_seen,
                outline->fields_of);
    write_pair(text, "tree-reading");
}

static void write_front(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;

    view_add_kind(&text->line, &text->view);
    if (outline->template) {
        buf_add_text(&text->line, " (");
        buf_add(&text->line, template_id(outline->template));
        if (template_draft(outline->template))
            buf_add(&text->line, view_text(&text->view, "tree-draft"));
        buf_add_text(&text->line, ")");
    }
    if (outline->kind_span.length)
        add_place(text, outline->kind_span);
    write_pair(text, "tree-kind");
    buf_add(&text->line, outline->level);
    write_pair(text, "tree-level");
    write_found(text, "tree-huvudman", &outline->huvudman);
    write_found(text, "tree-unit", &outline->unit);
    for (size_t i = 0; i < outline->school_form_count; i++) {
        if (i)
            buf_add_text(&text->line, ", ");
        buf_add(&text->line, outline->school_forms[i]);
    }
    if (outline->school_form_count == 0)
        buf_add(&text->line, view_text(&text->view, "tree-not-found"));
    write_pair(text, "tree-school-forms");
    write_date(text, "tree-date", &outline->date);
    write_date(text, "tree-previous-decision", &outline->previous_decision);
    write_date(text, "tree-deadline", &outline->deadline);
    write_date(text, "tree-received", &outline->received);
    for (size_t i = 0; i < outline->reference_number_count; i++)
        write_found(text, "tree-reference-number",
                    &outline->reference_numbers[i]);
    write_reading(text);
}

static void write_field(struct text_report *text, const struct field *field,
                        size_t indent)
{
    const struct outline *outline = text->view.reviewed->outline;
    struct span span =
        field->content.length ? field->content : field->label;

    buf_add(&text->line, templates_role(outline->templates, field->role));
    if (field->goal_block != NO_INDEX)
        buf_format(&text->line, " %d", field->goal_block + 1);
    buf_add_text(&text->line, ": ");
    buf_add(&text->line, view_named(&text->view, "field",
                                    field_state_name(field->state)));
    add_place(text, span);
    if (field->state == FIELD_FILLED) {
        struct span first = span;
        size_t end = str_find(document_text(text->view.document, span),
                              STR("\n"), 0);

        if (end != SIZE_MAX)
            first.length = (uint32_t)end;
        add_quote(text, first, indent);
    }
    text_flush(text, indent, STYLE_PLAIN);
}

static void write_measure(struct text_report *text, size_t index)
{
    const struct outline *outline = text->view.reviewed->outline;
    const struct measure *measure = &outline->measures[index];

    layout_blank(&text->layout);
    buf_format(&text->line, "%zu  ", index + 1);
    for (size_t i = 0; i < measure->number_count; i++) {
        view_add_words(&text->line, &text->view, measure->numbers[i]);
        buf_add_byte(&text->line, ' ');
    }
    view_add_words(&text->line, &text->view, measure->name.text);
    add_place(text, measure->span);
    text_flush(text, 2, STYLE_STRONG);
    if (measure->area.length) {
        view_add_words(&text->line, &text->view, measure->area);
        text_flush(text, 5, STYLE_PLAIN);
    }
    for (size_t i = 0; i < measure->field_count; i++)
        write_field(text, &measure->fields[i], 5);
    for (size_t i = 0; i < measure->goal_count; i++) {
        const struct goal *goal = &measure->goals[i];
        const char *status = goal_status_name(goal->status);

        texts_fill(&text->line, view_text(&text->view, "tree-goal"),
                   (struct text_value[]){
                       {"status", view_named(&text->view, "goal",
                                             status ? status : "unknown")}},
                   1);
        add_place(text, goal->span);
        add_quote(text, goal->span, 5);
        text_flush(text, 5, STYLE_PLAIN);
    }
}

static void write_title(struct text_report *text, const char *key)
{
    layout_blank(&text->layout);
    buf_add(&text->line, view_text(&text->view, key));
    text_flush(text, 0, STYLE_STRONG);
}

static void add_named(struct text_report *text, const char *prefix,
                      const char *name)
{
    if (name == NULL)
        return;
    buf_add(&text->line, view_text(&text->view, "separator"));
    buf_add(&text->line, view_named(&text->view, prefix, name));
}

static void write_areas(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;

    for (size_t i = 0; i < outline->area_count; i++) {
        const struct area *area = &outline->areas[i];

        if (i == 0)
            write_title(text, "tree-areas");
        buf_format(&text->line, "%zu  ", i + 1);
        view_add_words(&text->line, &text->view, area->name.text);
        add_named(text, "rating", area->rating);
        add_named(text, "outcome", area->outcome);
        add_named(text, "intervention", area->intervention);
        add_place(text, area->span);
        text_flush(text, 2, STYLE_PLAIN);
        for (size_t j = 0; j < area->development_point_count; j++) {
            view_add_span(&text->line, &text->view,
                          area->development_points[j]);
            text_flush(text, 5, STYLE_FAINT);
        }
    }
}

static void write_sections(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;

    for (size_t i = 0; i < outline->section_count; i++) {
        const struct section *section = &outline->sections[i];
        size_t deeper = section->level > 1 ? section->level - 1 : 0;

        if (i == 0)
            write_title(text, "tree-sections");
        view_add_span(&text->line, &text->view, section->heading);
        if (section->role != NO_INDEX) {
            buf_add_text(&text->line, " = ");
            buf_add(&text->line,
                    templates_role(outline->templates, section->role));
        }
        add_place(text, section->heading);
        text_flush(text, 2 + 2 * (deeper < 6 ? deeper : 6), STYLE_PLAIN);
    }
}

static void write_residue(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;

    for (size_t i = 0; i < outline->residue_count; i++) {
        const struct residue *residue = &outline->residue[i];

        if (i == 0)
            write_title(text, "tree-residue");
        buf_add(&text->line, view_named(&text->view, "residue",
                                        residue_name(residue->kind)));
        add_place(text, residue->span);
        buf_add_text(&text->line, "  ");
        view_add_words(&text->line, &text->view,
                       str_part(residue->quote, 0, 80));
        text_flush(text, 2, STYLE_PLAIN);
    }
}

/* The author's own words that have no place in the structure. */
static void write_not_understood(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;
    size_t count = 0;

    for (size_t i = 0; i < outline->passage_count; i++) {
        const struct passage *passage = &outline->passages[i];

        if (passage->voice != VOICE_OWN || passage->role != NO_INDEX ||
            passage->area != NO_INDEX || count > NOT_UNDERSTOOD)
            continue;
        if (count++ == 0)
            write_title(text, "tree-not-understood");
        if (count > NOT_UNDERSTOOD) {
            buf_add(&text->line, view_text(&text->view, "tree-more"));
        } else {
            view_add_places(&text->line, &text->view, &passage->span, 1);
            add_quote(text, passage->span, 2);
        }
        text_flush(text, 2, STYLE_PLAIN);
    }
}

static void write_outline(struct text_report *text)
{
    const struct outline *outline = text->view.reviewed->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        if (i == 0)
            write_title(text, "tree-measures");
        write_measure(text, i);
    }
    for (size_t i = 0; i < outline->summary_field_count; i++) {
        if (i == 0)
            write_title(text, "tree-summary");
        write_field(text, &outline->summary_fields[i], 2);
    }
    write_areas(text);
    write_sections(text);
    write_residue(text);
    write_not_understood(text);
}

void outline_write_tree(struct buf *into, const struct output *output,
                        const struct outline *outline)
{
    struct review review = {.options.show_personal_data = true};
    struct output own = *output;
    struct reviewed reviewed = {
        .id = STR("d1"),
        .within = -1,
        .document = outline->document,
        .outline = outline,
    };
    struct text_report text = {
        .output = &own,
        .layout = {into, output->width ? output->width : 80, output->colour},
    };

    own.review = &review;
    view_open(&text.view, &own, &reviewed);
    unicode_add_inert(&text.line, outline->document->path);
    text_flush(&text, 0, STYLE_STRONG);
    write_front(&text);
    write_outline(&text);
    view_close(&text.view);
    buf_free(&text.line);
}
