/* text_audit - dossiers: whose, the matrix, and what crosses documents. */
#include "output/text_report.h"

#include "base/unicode.h"
#include "dossier/dossiers.h"

#include <stdio.h>

enum {
    INDENT = 3,
    TITLE_WIDTH = 43,
    COLUMN_WIDTH = 6,
    OWN_WIDTH = 13,
    QUOTE = 110
};

static void add_key(struct text_report *text, const char *key)
{
    texts_say(&text->line, text->output->texts, text->output->language, key,
              NULL, 0);
}

static void add_filled(struct text_report *text, const char *key,
                       const struct text_value *values, size_t count)
{
    texts_say(&text->line, text->output->texts, text->output->language, key,
              values, count);
}

static const struct reviewed *document_of(const struct text_report *text,
                                          const struct dossier *dossier,
                                          size_t index)
{
    return &text->output->review->documents[dossier->documents[index]];
}

static void write_documents(struct text_report *text,
                            const struct dossier *dossier)
{
    for (size_t i = 0; i < dossier->document_count; i++) {
        const struct reviewed *reviewed = document_of(text, dossier, i);

        view_open(&text->view, text->output, reviewed);
        buf_add(&text->line, reviewed->id);
        buf_add_text(&text->line, "  ");
        if (reviewed->within < 0)
            unicode_add_inert(&text->line, reviewed->document->path);
        else
            add_key(text, "retold");
        add_key(text, "separator");
        if (reviewed->beside)
            add_key(text, "plan-document");
        else
            view_add_kind(&text->line, &text->view);
        text_flush(text, 3, STYLE_PLAIN);
        view_close(&text->view);
    }
}

static void add_sign(struct text_report *text, int verdict)
{
    struct buf key = {0};

    if (verdict < 0) {
        buf_add_byte(&text->line, ' ');
        return;
    }
    buf_format(&key, "sign-%s", verdict_name((enum verdict)verdict));
    add_key(text, key.at);
    buf_free(&key);
}

/* A name in a column of its own, cut at its width. */
static void add_column(struct buf *into, struct str name, size_t width)
{
    bool cut = unicode_count(name) >= width;
    size_t used = 0, length;

    for (size_t i = 0; i < name.length && used + 1 + cut < width;
         i += length) {
        unicode_decode(name, i, &length);
        buf_add(into, str_part(name, i, length));
        used++;
    }
    if (cut) {
        buf_add_text(into, "…");
        used++;
    }
    for (; used < width; used++)
        buf_add_byte(into, ' ');
}

static void print_line(struct text_report *text)
{
    while (text->line.length && text->line.at[text->line.length - 1] == ' ')
        buf_cut(&text->line, text->line.length - 1);
    buf_add_byte(&text->line, '\n');
    buf_add(text->layout.into, buf_str(&text->line));
    buf_cut(&text->line, 0);
}

/* How the matrix is laid out: what there is room for. */
struct matrix_room {
    size_t columns;
    bool own; /* a column of the reader's own */
};

static struct matrix_room room_of(const struct text_report *text,
                                  const struct dossier *dossier)
{
    size_t used = INDENT + TITLE_WIDTH, width = text->layout.width;
    size_t most =
        width > used + COLUMN_WIDTH ? (width - used) / COLUMN_WIDTH : 1;
    struct matrix_room room = {dossier->document_count, false};

    if (room.columns > most)
        room.columns = most;
    room.own = used + room.columns * COLUMN_WIDTH + OWN_WIDTH <= width;
    return room;
}

static void write_head(struct text_report *text,
                       const struct dossier *dossier,
                       const struct matrix_room *room)
{
    add_column(&text->line, STR(""), INDENT + TITLE_WIDTH);
    for (size_t i = 0; i < room->columns; i++)
        add_column(&text->line, document_of(text, dossier, i)->id,
                   COLUMN_WIDTH);
    if (room->own)
        add_key(text, "audit-own");
    print_line(text);
}

/* The heading of a family of criteria. */
static void write_family(struct text_report *text, struct str id)
{
    const struct ruleset *ruleset = text->output->review->ruleset;

    for (size_t i = 0; i < ruleset->family_count; i++)
        if (str_equal(ruleset->families[i].id, id)) {
            buf_add(&text->line, saying_in(&ruleset->families[i].title,
                                           text->output->language));
            text_flush(text, INDENT, STYLE_STRONG);
        }
}

static void write_row(struct text_report *text, const struct matrix_row *row,
                      const struct matrix_room *room)
{
    add_column(&text->line, STR(""), INDENT);
    add_column(&text->line,
               saying_in(&row->criterion->title, text->output->language),
               TITLE_WIDTH);
    for (size_t i = 0; i < room->columns; i++) {
        add_sign(text, row->verdicts[i]);
        add_column(&text->line, STR(""), COLUMN_WIDTH - 1);
    }
    if (room->own)
        buf_add_text(&text->line, "____________");
    print_line(text);
}

static void write_matrix(struct text_report *text,
                         const struct dossier *dossier)
{
    struct matrix_room room = room_of(text, dossier);
    struct str family = {0};

    if (dossier->row_count == 0)
        return;
    layout_blank(&text->layout);
    write_head(text, dossier, &room);
    for (size_t i = 0; i < dossier->row_count; i++) {
        const struct matrix_row *row = &dossier->rows[i];

        if (!str_equal(family, row->criterion->family))
            write_family(text, row->criterion->family);
        family = row->criterion->family;
        write_row(text, row, &room);
    }
    if (room.columns < dossier->document_count) {
        add_key(text, "audit-more-columns");
        text_flush(text, INDENT, STYLE_FAINT);
    }
    add_key(text, "audit-legend");
    text_flush(text, INDENT, STYLE_FAINT);
}

static void write_evidence(struct text_report *text,
                           const struct cross_evidence *evidence)
{
    const struct reviewed *reviewed =
        &text->output->review->documents[evidence->document];

    view_open(&text->view, text->output, reviewed);
    buf_add(&text->line, reviewed->id);
    buf_add_byte(&text->line, ' ');
    view_add_where(&text->line, &text->view, &evidence->span, 1);
    buf_add_text(&text->line, "  ");
    view_add_quote(&text->line, &text->view, evidence->span, QUOTE);
    text_flush(text, 5, STYLE_PLAIN);
    view_close(&text->view);
}

static void write_finding(struct text_report *text, const struct cross *cross)
{
    unicode_add_inert(&text->line, cross->message);
    text_flush(text, 3, STYLE_PLAIN);
    for (size_t i = 0; i < cross->evidence_count; i++)
        write_evidence(text, &cross->evidence[i]);
}

static void write_cross(struct text_report *text,
                        const struct dossier *dossier, enum cross_kind kind)
{
    struct buf key = {0};
    bool first = true;

    buf_format(&key, "%s-%s", dossier->plan ? "plan-cross" : "cross-title",
               cross_kind_name(kind));
    for (size_t i = 0; i < dossier->cross_count; i++) {
        const struct cross *cross = &dossier->cross[i];

        if (cross->kind != kind || cross_is_thread(cross))
            continue;
        if (first) {
            layout_blank(&text->layout);
            add_key(text, key.at);
            text_flush(text, 0, STYLE_STRONG);
        }
        first = false;
        write_finding(text, cross);
    }
    buf_free(&key);
}

/* Goals and problems of the huvudman and its units, in text order. */
static void write_thread(struct text_report *text,
                         const struct dossier *dossier)
{
    bool first = true;

    for (size_t i = 0; i < dossier->cross_count; i++) {
        if (!cross_is_thread(&dossier->cross[i]))
            continue;
        if (first) {
            layout_blank(&text->layout);
            add_key(text, "again-title");
            text_flush(text, 0, STYLE_STRONG);
        }
        first = false;
        write_finding(text, &dossier->cross[i]);
    }
}

static void write_coverage(struct text_report *text,
                           const struct dossier *dossier)
{
    char numbers[2][24];
    struct text_value values[] = {{"compared", {0}}, {"figures", {0}}};

    snprintf(numbers[0], sizeof numbers[0], "%zu", dossier->compared);
    snprintf(numbers[1], sizeof numbers[1], "%zu", dossier->figures);
    values[0].value = str_from(numbers[0]);
    values[1].value = str_from(numbers[1]);
    layout_blank(&text->layout);
    add_filled(text, dossier->figures ? "audit-coverage" : "audit-no-figures",
               values, 2);
    text_flush(text, 3, STYLE_PLAIN);
}

static void write_dossier(struct text_report *text,
                          const struct dossier *dossier)
{
    static const enum cross_kind order[] = {
        CROSS_CONTRADICTS, CROSS_UNANSWERED, CROSS_CANNOT_TELL, CROSS_AGREES,
        CROSS_REPEATED};

    if (dossier->plan)
        add_key(text, "plan-title");
    else if (dossier->huvudman.length)
        unicode_add_inert(&text->line, dossier->huvudman);
    else
        add_key(text, "audit-no-huvudman");
    text_flush(text, 0, STYLE_STRONG);
    write_documents(text, dossier);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        write_cross(text, dossier, order[i]);
    write_thread(text, dossier);
    if (!dossier->plan)
        write_coverage(text, dossier);
    write_matrix(text, dossier);
}

void text_dossiers(struct text_report *text)
{
    const struct dossiers *dossiers = text->output->dossiers;

    for (size_t i = 0; dossiers && i < dossiers->count; i++) {
        if (text->layout.into->length)
            buf_add_text(text->layout.into, "\n\n");
        write_dossier(text, &dossiers->items[i]);
    }
    if (dossiers && dossiers->count) {
        layout_blank(&text->layout);
        add_key(text, "audit-footer");
        text_flush(text, 0, STYLE_FAINT);
    }
}
