/* outline_text - an outline as lines that a person can compare, for tests. */
#ifndef SKOLLINT_TESTS_OUTLINE_TEXT_H
#define SKOLLINT_TESTS_OUTLINE_TEXT_H

#include "base/buf.h"
#include "base/yaml.h"
#include "input/input.h"
#include "structure/outline.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

static inline struct str file_bytes(struct arena *arena, const char *path)
{
    struct buf buf = {0};
    FILE *file = fopen(path, "rb");
    struct str bytes;
    char part[4096];
    size_t count;

    if (file == NULL)
        return STR("");
    while ((count = fread(part, 1, sizeof part, file)) > 0)
        buf_add(&buf, (struct str){part, count});
    fclose(file);
    bytes = arena_str(arena, buf_str(&buf));
    buf_free(&buf);
    return bytes;
}

/* The templates of rules/templates; how many mistakes goes to *mistakes. */
static inline struct templates *all_templates(struct arena *arena,
                                              size_t *mistakes)
{
    struct problems problems = {.arena = arena};
    struct templates *templates = templates_new(arena);
    glob_t files;

    glob("rules/templates/*.yaml", 0, NULL, &files);
    for (size_t i = 0; i < files.gl_pathc; i++)
        templates_read(templates,
                       yaml_read(arena, str_from(files.gl_pathv[i]),
                                 file_bytes(arena, files.gl_pathv[i]),
                                 &problems),
                       &problems);
    globfree(&files);
    templates_finish(templates, &problems);
    for (size_t i = 0; i < problems.count; i++)
        fprintf(stderr, "%.*s:%zu: %s %.*s\n",
                (int)problems.items[i].file.length, problems.items[i].file.at,
                problems.items[i].line, problems.items[i].key,
                (int)problems.items[i].detail.length,
                problems.items[i].detail.at);
    *mistakes = problems.count;
    return templates_open(arena, templates);
}

static inline void add_words(struct buf *buf, struct str text, size_t most)
{
    struct str part = str_part(text, 0, most);

    while (part.length && part.length < text.length &&
           ((unsigned char)text.at[part.length] & 0xC0) == 0x80)
        part.length--;
    for (size_t i = 0; i < part.length; i++)
        buf_add_byte(buf, part.at[i] == '\n' ? '/' : part.at[i]);
    if (part.length < text.length)
        buf_add_text(buf, " …");
}

static inline void add_day(struct buf *buf, const char *name,
                           const struct found_date *date)
{
    char text[DATE_TEXT];

    if (date->date.year)
        buf_format(buf, "  %s %s", name, date_print(date->date, text));
    else if (date->span.length)
        buf_format(buf, "  %s (month)", name);
}

static inline void outline_head(struct buf *buf, const struct outline *o)
{
    struct str template =
        o->template ? template_id(o->template) : STR("-");

    buf_format(buf, "%.*s %u  template %.*s  level %.*s\n",
               (int)o->kind.length, o->kind.at, o->kind_certainty,
               (int)template.length, template.at, (int)o->level.length,
               o->level.at);
    if (o->answers)
        buf_format(buf, "answers %s\n", template_id(o->answers).at);
    buf_format(buf, "huvudman %.*s  unit %.*s  forms",
               (int)o->huvudman.text.length, o->huvudman.text.at,
               (int)o->unit.text.length, o->unit.text.at);
    for (size_t i = 0; i < o->school_form_count; i++)
        buf_format(buf, " %s", o->school_forms[i].at);
    buf_add_text(buf, "\nnumbers");
    for (size_t i = 0; i < o->reference_number_count; i++)
        buf_format(buf, " %.*s", (int)o->reference_numbers[i].text.length,
                   o->reference_numbers[i].text.at);
    add_day(buf, "date", &o->date);
    add_day(buf, "previous", &o->previous_decision);
    add_day(buf, "deadline", &o->deadline);
    add_day(buf, "received", &o->received);
    buf_format(buf, "  labels %zu/%zu%s%s\n", o->labels_seen, o->labels_of,
               o->document->ocr ? "  ocr" : "",
               o->front_lost ? "  front lost" : "");
}

static inline void outline_field(struct buf *buf, const struct outline *o,
                                 const struct field *field)
{
    buf_format(buf, "  %s", templates_role(o->templates, field->role).at);
    if (field->goal_block != NO_INDEX)
        buf_format(buf, " %d", field->goal_block + 1);
    buf_format(buf, " %s%s: ", field_state_name(field->state),
               field->label.length ? "" : ", no label");
    add_words(buf, document_text(o->document, field->content), 60);
    buf_add_byte(buf, '\n');
}

static inline void outline_measures(struct buf *buf, const struct outline *o)
{
    for (size_t i = 0; i < o->measure_count; i++) {
        const struct measure *m = &o->measures[i];

        buf_format(buf, "measure: %.*s | ", (int)m->area.length, m->area.at);
        add_words(buf, m->name.text, 60);
        buf_add_text(buf, " |");
        for (size_t j = 0; j < m->number_count; j++)
            buf_format(buf, " %.*s", (int)m->numbers[j].length,
                       m->numbers[j].at);
        buf_format(buf, " | %zu\n", m->goal_blocks);
        for (size_t j = 0; j < m->field_count; j++)
            outline_field(buf, o, &m->fields[j]);
        for (size_t j = 0; j < m->goal_count; j++) {
            const struct goal *goal = &m->goals[j];

            buf_format(buf, "  goal %d %s%s: ", goal->goal_block + 1,
                       goal->status ? goal_status_name(goal->status) : "-",
                       goal->by_colour ? " by colour" : "");
            add_words(buf, document_text(o->document, goal->span), 60);
            buf_add_byte(buf, '\n');
        }
    }
    for (size_t i = 0; i < o->summary_field_count; i++)
        outline_field(buf, o, &o->summary_fields[i]);
}

static inline void outline_areas(struct buf *buf, const struct outline *o)
{
    for (size_t i = 0; i < o->area_count; i++) {
        const struct area *a = &o->areas[i];

        buf_add_text(buf, "area: ");
        add_words(buf, a->name.text, 60);
        buf_format(buf, " | %.*s | ", (int)a->subject.length, a->subject.at);
        add_words(buf, document_text(o->document, a->law), 60);
        buf_format(buf, " | %s | %s | %s\n", a->rating ? a->rating : "-",
                   a->outcome ? a->outcome : "-",
                   a->intervention ? a->intervention : "-");
        for (size_t j = 0; j < a->development_point_count; j++) {
            buf_add_text(buf, "  point: ");
            add_words(buf,
                      document_text(o->document, a->development_points[j]),
                      60);
            buf_add_byte(buf, '\n');
        }
        if (a->account.length) {
            buf_add_text(buf, "  account: ");
            add_words(buf, document_text(o->document, a->account), 60);
            buf_add_byte(buf, '\n');
        }
    }
}

static inline void outline_passages(struct buf *buf, const struct outline *o)
{
    static const char *const voices[] = {
        "own",         "heading", "label",     "template", "placeholder",
        "goal_repeat", "demand",  "authority", "retold",   "front"};

    for (size_t i = 0; i < o->passage_count; i++) {
        const struct passage *p = &o->passages[i];

        buf_add_text(buf, voices[p->voice]);
        if (p->role != NO_INDEX)
            buf_format(buf, " %s", templates_role(o->templates, p->role).at);
        if (p->goal != NO_INDEX)
            buf_format(buf, " goal %d", p->goal + 1);
        if (p->area != NO_INDEX)
            buf_format(buf, " area %d", p->area + 1);
        buf_add_text(buf, ": ");
        add_words(buf, document_text(o->document, p->span), 44);
        buf_add_byte(buf, '\n');
    }
}

/* All of it, with the accounts that are retold. The caller frees it. */
static inline void outline_text(struct buf *buf, const struct outline *o)
{
    outline_head(buf, o);
    outline_measures(buf, o);
    outline_areas(buf, o);
    for (size_t i = 0; i < o->residue_count; i++) {
        buf_format(buf, "residue %s: ", residue_name(o->residue[i].kind));
        add_words(buf, o->residue[i].quote, 60);
        buf_add_byte(buf, '\n');
    }
    outline_passages(buf, o);
    for (size_t i = 0; i < o->account_count; i++) {
        buf_format(buf, "-- account of area %d\n",
                   o->accounts[i]->within_area + 1);
        outline_text(buf, o->accounts[i]);
    }
}

#endif
