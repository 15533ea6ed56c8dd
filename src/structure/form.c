/* form - a filled-in form: measures with their fields, and what comes after. */
#include "structure/form.h"

#include "structure/form_parts.h"
#include "structure/path.h"
#include "structure/prompt.h"

enum { MEASURES_MOST = 1000 };

enum row_part form_part(const struct form *form, int role)
{
    return form->reading->templates->roles[role].part;
}

void form_add(struct form *form, struct draft draft)
{
    struct drafts *drafts = &form->drafts;

    drafts->items =
        arena_grow(form->reading->arena, drafts->items, drafts->count,
                   &drafts->capacity, sizeof draft);
    drafts->items[drafts->count++] = draft;
}

static struct paint paint_for(const struct draft *draft, enum voice voice)
{
    return (struct paint){(uint8_t)voice,
                          (int16_t)draft->role,
                          (int16_t)draft->measure,
                          (int16_t)draft->goal_block,
                          NO_INDEX,
                          NO_INDEX};
}

/* Where in the form the reading is: which measure, which goal block. */
struct place {
    int measure, goal_block;
    int last;  /* role of the last label in the measure, or NO_INDEX */
    bool area; /* an area was chosen and its measure has not begun */
    size_t area_label; /* which label chose the area; valid with has_area */
    bool has_area;
};

static void begin_measure(struct form *form, struct place *place)
{
    struct outline *outline = form->reading->outline;
    struct measure measure = {.goal_blocks = 1};

    if (outline->measure_count == MEASURES_MOST)
        return;
    outline->measures =
        arena_grow(outline->arena, outline->measures, outline->measure_count,
                   &form->measure_capacity, sizeof measure);
    outline->measures[outline->measure_count++] = measure;
    place->measure = (int)outline->measure_count - 1;
    place->goal_block = 0;
    place->last = NO_INDEX;
    place->area = false;
}

/* Whether a label begins a new measure, or a new goal block of the same. */
static void move_to(struct form *form, struct place *place, int role)
{
    enum row_part part = form_part(form, role);
    struct measure *measure;

    if (place->measure == NO_INDEX || place->area || part == ROW_FIRST) {
        begin_measure(form, place);
        return;
    }
    if (role >= place->last)
        return;
    if (part == ROW_GOALS) {
        measure = &form->reading->outline->measures[place->measure];
        place->goal_block = (int)measure->goal_blocks++;
    } else if (part == ROW_SHARED || part == ROW_BESIDE) {
        begin_measure(form, place);
    }
}

/* A label takes its bullet or number with it. */
static size_t label_start(const struct form *form, const struct label *label)
{
    const struct reading *reading = form->reading;
    size_t block = label->block;

    if (!label->begins)
        return label->first;
    if (form_part(form, label->role) == ROW_FIRST)
        block = form_row_start(reading, block);
    return reading->lines[block].first;
}

/* The content of a label ends where the next begins, or the body. */
static size_t content_end(const struct form *form, size_t label)
{
    if (label + 1 < form->labels.count)
        return label_start(form, &form->labels.items[label + 1]);
    return form->end;
}

static void add_draft(struct form *form, const struct place *place,
                      size_t index)
{
    const struct label *label = &form->labels.items[index];
    enum row_part part = form_part(form, label->role);
    struct draft draft = {.role = label->role,
                          .measure = NO_INDEX,
                          .goal_block = NO_INDEX,
                          .label_first = label_start(form, label),
                          .label_end = label->end,
                          .first = label->end};

    draft.end = content_end(form, index);
    if (part != ROW_SUMMARY && part != ROW_LATER && part != ROW_AREA)
        draft.measure = place->measure;
    if (part == ROW_GOALS || part == ROW_BLOCK)
        draft.goal_block = place->goal_block;
    form_add(form, draft);
}

static void set_area(struct form *form, const struct place *place,
                     struct str *area)
{
    const struct reading *reading = form->reading;
    const struct label *label;
    size_t end;

    if (!place->has_area)
        return;
    label = &form->labels.items[place->area_label];
    end = reading->lines[label->block].end;
    if (label->end == end && label->block + 1 < reading->line_count &&
        reading->lines[label->block + 1].first <
            content_end(form, place->area_label))
        end = reading->lines[label->block + 1].end;
    *area = document_text(reading->document,
                          token_span(reading->tokens, label->end, end));
}

static void make_drafts(struct form *form)
{
    struct place place = {NO_INDEX, 0, NO_INDEX, false, 0, false};

    for (size_t i = 0; i < form->labels.count; i++) {
        int role = form->labels.items[i].role;
        enum row_part part = form_part(form, role);

        if (part == ROW_AREA) {
            place.area = place.has_area = true;
            place.area_label = i;
        } else if (part != ROW_SUMMARY && part != ROW_LATER) {
            int before = place.measure;

            move_to(form, &place, role);
            place.last = role;
            if (place.measure != before)
                set_area(form, &place,
                         &form->reading->outline->measures[place.measure]
                              .area);
        }
        add_draft(form, &place, i);
    }
}

/* The form's own words stay its own in the midst of an answer. */
static void paint_content(struct reading *reading, const struct draft *draft)
{
    struct paint own = paint_for(draft, VOICE_OWN);

    for (size_t i = draft->first; i < draft->end; i++) {
        uint8_t voice = reading->paint[i].voice;

        reading->paint[i] = own;
        if (voice == VOICE_TEMPLATE)
            reading->paint[i].voice = voice;
    }
}

/* The author's own headings, where the summary is written in free form. */
static void paint_headings(struct reading *reading, const struct draft *draft)
{
    size_t i = draft->first < draft->end
                   ? reading->tokens->items[draft->first].block
                   : reading->line_count;

    for (; i < reading->line_count && reading->lines[i].first < draft->end;
         i++) {
        const struct line *line = &reading->lines[i];

        if (line->heading && line->first >= draft->first &&
            reading->paint[line->body].voice == VOICE_OWN)
            paint_voice(reading, line->first, line->end, VOICE_HEADING);
    }
}

static void paint_drafts(struct form *form)
{
    struct reading *reading = form->reading;

    for (size_t i = 0; i < form->drafts.count; i++) {
        const struct draft *draft = &form->drafts.items[i];

        paint_all(reading, draft->label_first, draft->label_end,
                  paint_for(draft, VOICE_LABEL));
        paint_content(reading, draft);
        if (form_part(form, draft->role) == ROW_SUMMARY)
            paint_headings(reading, draft);
    }
}

/* Notes and footers stand last and belong to no field. */
static size_t body_end(const struct reading *reading)
{
    size_t i = reading->line_count;

    while (i > 0 &&
           (reading->document->blocks[i - 1].kind == BLOCK_NOTE ||
            reading->document->blocks[i - 1].kind == BLOCK_FOOTER))
        i--;
    return reading->tokens->block_first[i];
}

/* How well the labels on the path are those of one template. */
static double likeness(const struct form *form, int template)
{
    const struct templates *templates = form->reading->templates;
    double sum = 0;

    for (size_t i = 0; i < form->labels.count; i++) {
        const struct label *label = &form->labels.items[i];
        double best = 0;

        for (size_t j = 0; j < templates->line_count; j++) {
            const struct form_line *line = &templates->lines[j];
            double like;

            if (line->use != LINE_LABEL || line->role != label->role ||
                line->template != template)
                continue;
            like = label_likeness(form->reading, line, label->first,
                                  label->end);
            best = like > best ? like : best;
        }
        if (best == 0 &&
            !template_has_role(&templates->items[template], label->role))
            sum -= 0.5;
        sum += best;
    }
    return sum;
}

/* The family's template whose labels these are, of the kind if it is known.*/
static void pick_template(struct form *form, int family)
{
    struct outline *outline = form->reading->outline;
    const struct templates *templates = outline->templates;
    double best = 0.5;

    for (size_t i = 0; i < templates->count; i++) {
        const struct template *item = &templates->items[i];
        double like;

        if (item->family != family ||
            (outline->kind_certainty && !str_equal(item->kind, outline->kind)))
            continue;
        like = likeness(form, (int)i);
        if (like <= best)
            continue;
        best = like;
        outline->template = item;
    }
}

size_t form_read(struct reading *reading, int family)
{
    struct form form = {.reading = reading};

    form.labels = labels_find(reading, family);
    path_choose(reading, &form.labels);
    if (form.labels.count == 0)
        return 0;
    form.end = body_end(reading);
    for (size_t i = 0; i < form.labels.count; i++)
        paint_voice(reading, form.labels.items[i].first,
                    form.labels.items[i].end, VOICE_LABEL);
    prompts_paint(reading, family);
    pick_template(&form, family);
    make_drafts(&form);
    form_share_cells(&form, family);
    form_share_summary(&form);
    paint_drafts(&form);
    residue_find(reading);
    form_read_goals(&form);
    form_make_fields(&form);
    return form.labels.count;
}
