/* outline - how a document was understood: its kind, its parts, whose words. */
#include "structure/outline.h"

#include "structure/decision.h"
#include "structure/form.h"
#include "structure/front.h"
#include "structure/heading.h"
#include "structure/kind.h"
#include "structure/passages.h"
#include "structure/prompt.h"
#include "structure/reply.h"
#include "structure/understood.h"

enum { FEWEST_LABELS = 4 }; /* that make a form of an untitled document */

const char *field_state_name(enum field_state state)
{
    static const char *const names[] = {"filled", "empty", "placeholder",
                                        "repeats_label"};

    return names[state];
}

const char *goal_status_name(enum goal_status status)
{
    static const char *const names[] = {NULL, "achieved", "on_the_way",
                                        "started", "not_achieved"};

    return names[status];
}

/* How many labels of the family's forms stand there whole. */
static size_t firm_labels(struct reading *reading, int family)
{
    struct labels labels = labels_find(reading, family);
    size_t firm = 0;

    for (size_t i = 0; i < labels.count; i++)
        firm += labels.items[i].whole && labels.items[i].score > 0.7;
    return firm;
}

/* The family whose labels are most; of a form known by its title, its own
 * when no other has enough. */
static int form_family(struct reading *reading)
{
    const struct templates *templates = reading->templates;
    bool sure = reading->outline->kind_certainty == 2;
    int first = sure ? kind_family(reading, reading->outline->kind) : -1;
    int best = first;
    size_t most = FEWEST_LABELS - 1;

    if (sure && (first < 0 || templates->family_count == 1))
        return first;
    for (int i = 0; i < (int)templates->family_count; i++) {
        size_t firm = firm_labels(reading, i);

        if (firm <= most)
            continue;
        most = firm;
        best = i;
    }
    return best;
}

/* How many labels of its template the document has, and fields filled. */
static void count_understood(struct outline *outline, size_t labels)
{
    const struct template *template = outline->template;
    uint64_t seen = 0;

    outline->labels_seen = labels;
    for (size_t i = 0; i < outline->measure_count; i++) {
        const struct measure *measure = &outline->measures[i];

        for (size_t j = 0; j < measure->field_count; j++) {
            seen |= (uint64_t)1 << measure->fields[j].role;
            outline->fields_of++;
            outline->fields_seen += measure->fields[j].label.length > 0;
        }
    }
    for (size_t i = 0; i < outline->summary_field_count; i++) {
        seen |= (uint64_t)1 << outline->summary_fields[i].role;
        outline->fields_of++;
        outline->fields_seen++;
    }
    outline->labels_of = labels;
    for (int i = 0; template && i < ROLES_MOST; i++)
        if (template_has_role(template, i) && !(seen >> i & 1) &&
            !outline->templates->roles[i].head &&
            outline->templates->roles[i].part != ROW_AREA)
            outline->labels_of++;
}

static void read_form(struct reading *reading, int family)
{
    struct outline *outline = reading->outline;
    size_t labels = form_read(reading, family);

    if (outline->kind_certainty < 2 && outline->template) {
        outline->kind = outline->template->kind;
        outline->kind_certainty = 1;
    }
    count_understood(outline, labels);
    front_find_end(reading);
    front_paint(reading);
}

static void read_text(struct reading *reading)
{
    if (reading->outline->kind_certainty == 0)
        kind_by_body(reading);
    kind_pick_template(reading);
    contents_find(reading);
    front_find_end(reading);
    sections_make(reading, reading->front_end);
    front_paint(reading);
    residue_find(reading);
    if (kind_layout(reading) == LAYOUT_DECISION)
        decision_read(reading);
    if (kind_layout(reading) != LAYOUT_REPLY)
        return;
    kind_find_answered(reading);
    reply_read(reading);
}

/*
 * A text whose first page is gone: an authority sends no decision without
 * both day and number.
 */
static bool is_front_lost(const struct reading *reading)
{
    const struct outline *outline = reading->outline;

    return kind_layout(reading) == LAYOUT_DECISION &&
           outline->date.span.length == 0 &&
           outline->reference_number_count == 0;
}

static void read_all(struct reading *reading)
{
    struct outline *outline = reading->outline;
    int family;

    headings_find(reading);
    kind_by_title(reading);
    family = form_family(reading);
    if (family >= 0)
        read_form(reading, family);
    else
        read_text(reading);
    owner_find(reading);
    level_find(reading);
    school_forms_find(reading);
    references_find(reading);
    own_date_find(reading);
    not_before_find(reading);
    if (kind_layout(reading) == LAYOUT_DECISION ||
        kind_layout(reading) == LAYOUT_REPLY)
        decision_dates_find(reading);
    outline->front_lost = is_front_lost(reading);
    passages_make(reading, 0, reading->tokens->count);
    passages_give_fields(reading);
    if (kind_layout(reading) == LAYOUT_DECISION)
        accounts_make(reading);
}

struct outline *outline_new(const struct document *document,
                            const struct templates *templates)
{
    return outline_with(document, templates, NULL);
}

struct outline *outline_with(const struct document *document,
                             const struct templates *templates,
                             struct wordbook *book)
{
    struct arena *arena = arena_new(), *scratch = arena_new();
    struct outline *outline = arena_alloc(arena, sizeof *outline);

    outline->arena = arena;
    outline->document = document;
    outline->templates = templates;
    outline->kind = STR("unknown");
    outline->level = STR("unknown");
    outline->within_area = NO_INDEX;
    outline->tokens = book ? tokens_with(arena, document, book)
                           : tokens_new(arena, document);
    outline->dates =
        dates_read(templates, outline->tokens, arena, &outline->date_count);
    read_all(reading_new(outline, scratch));
    arena_free(scratch);
    understood_count(outline);
    return outline;
}

void outline_free(struct outline *outline)
{
    if (outline)
        arena_free(outline->arena);
}
