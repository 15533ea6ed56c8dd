/* thread - the red thread of one measure: what hangs on what. */
#include "output/thread.h"

#include <stdio.h>

/* One row as the data says it: a role or "=goals", and a criterion. */
struct row_rule {
    struct str name, criterion;
    int role; /* NO_INDEX: the goals' status */
};

struct drawing {
    const struct view *view;
    const struct measure *measure;
    size_t index;      /* of the measure */
    size_t first_goal; /* goal blocks of the measures before it */
    size_t goals;      /* of all measures */
};

static const struct result *result_of(const struct view *view, struct str id)
{
    const struct reviewed *reviewed = view->reviewed;

    for (size_t i = 0; i < reviewed->result_count; i++)
        if (str_equal(reviewed->results[i].criterion->id, id))
            return &reviewed->results[i];
    return NULL;
}

/* The verdict of the part that the cell is about, else of the whole. */
static enum verdict judged(const struct drawing *drawing, struct str id,
                           size_t column)
{
    const struct result *result = result_of(drawing->view, id);
    const struct outline *outline = drawing->view->reviewed->outline;
    enum verdict verdict;

    if (result == NULL)
        return VERDICT_MET;
    verdict = result->verdict;
    if (result->part_count == drawing->goals)
        verdict = result->parts[drawing->first_goal + column].verdict;
    else if (result->part_count == outline->measure_count)
        verdict = result->parts[drawing->index].verdict;
    return verdict == VERDICT_NOT_APPLICABLE ? VERDICT_MET : verdict;
}

static const struct field *field_of(const struct measure *measure, int role,
                                    int goal_block)
{
    for (size_t i = 0; i < measure->field_count; i++)
        if (measure->fields[i].role == role &&
            measure->fields[i].goal_block == goal_block)
            return &measure->fields[i];
    return NULL;
}

/* The first words of the author in a box; else the first of its lines. */
static struct span own_words(const struct view *view,
                             const struct field *field)
{
    const struct outline *outline = view->reviewed->outline;
    struct span span = field->content;
    size_t end;

    for (size_t i = 0; i < field->passage_count; i++) {
        const struct passage *passage =
            &outline->passages[field->first_passage + i];

        if (passage->voice == VOICE_OWN)
            return passage->span;
    }
    end = str_find(document_text(view->document, span), STR("\n"), 0);
    if (end != SIZE_MAX)
        span.length = (uint32_t)end;
    return span;
}

static struct thread_cell box_cell(const struct drawing *drawing,
                                   const struct row_rule *rule,
                                   const struct field *field, size_t column)
{
    struct thread_cell cell = {.present = field != NULL};

    if (field == NULL)
        return cell;
    cell.verdict = VERDICT_NOT_MET;
    cell.text = view_named(drawing->view, "thread",
                           field_state_name(field->state));
    if (field->state != FIELD_FILLED)
        return cell;
    cell.span = own_words(drawing->view, field);
    cell.verdict = judged(drawing, rule->criterion, column);
    return cell;
}

static struct thread_cell status_cell(const struct drawing *drawing,
                                      size_t column)
{
    static const enum verdict verdicts[] = {
        [GOAL_UNKNOWN] = VERDICT_CANNOT_TELL,
        [GOAL_ACHIEVED] = VERDICT_MET,
        [GOAL_ON_THE_WAY] = VERDICT_PARTLY,
        [GOAL_STARTED] = VERDICT_PARTLY,
        [GOAL_NOT_ACHIEVED] = VERDICT_NOT_MET,
    };
    enum goal_status status = GOAL_UNKNOWN;
    const char *name;

    for (size_t i = 0; i < drawing->measure->goal_count; i++)
        if (drawing->measure->goals[i].goal_block == (int)column &&
            drawing->measure->goals[i].status != GOAL_UNKNOWN)
            status = drawing->measure->goals[i].status;
    name = goal_status_name(status);
    return (struct thread_cell){
        .present = true,
        .text = view_named(drawing->view, "goal", name ? name : "unknown"),
        .verdict = verdicts[status],
    };
}

static void add_row(struct thread *thread, const struct drawing *drawing,
                    const struct row_rule *rule)
{
    struct thread_row *row = &thread->rows[thread->row_count];
    const struct field *shared =
        rule->role == NO_INDEX
            ? NULL
            : field_of(drawing->measure, rule->role, NO_INDEX);
    bool any = shared != NULL;
    char name[48];

    snprintf(name, sizeof name, "%.*s", (int)rule->name.length,
             rule->name.at);
    *row = (struct thread_row){
        .label = view_named(drawing->view, "thread-row", name),
        .shared = shared != NULL || thread->columns == 1,
    };
    for (size_t i = 0; i < thread->columns; i++) {
        const struct field *field = shared;

        if (field == NULL && rule->role != NO_INDEX)
            field = field_of(drawing->measure, rule->role, (int)i);
        row->cells[i] = rule->role == NO_INDEX
                            ? status_cell(drawing, i)
                            : box_cell(drawing, rule, field, i);
        any |= row->cells[i].present;
    }
    if (any)
        thread->row_count++;
}

/* "mal:RT-03 =goals:RT-05": one word per row. */
static bool next_rule(struct str *rest, const struct view *view,
                      struct row_rule *rule)
{
    struct str word;

    if (!str_cut(rest, ' ', &word))
        return false;
    *rule = (struct row_rule){.role = NO_INDEX};
    str_cut(&word, ':', &rule->name);
    rule->criterion = word;
    if (rule->name.length && rule->name.at[0] == '=')
        rule->name = str_part(rule->name, 1, rule->name.length);
    else
        rule->role = templates_find_role(view->reviewed->outline->templates,
                                         rule->name);
    return true;
}

static struct drawing drawing_of(const struct view *view, size_t index)
{
    const struct outline *outline = view->reviewed->outline;
    struct drawing drawing = {view, &outline->measures[index], index, 0, 0};

    for (size_t i = 0; i < outline->measure_count; i++) {
        size_t blocks = outline->measures[i].goal_blocks;

        if (i < index)
            drawing.first_goal += blocks ? blocks : 1;
        drawing.goals += blocks ? blocks : 1;
    }
    return drawing;
}

struct thread thread_of(const struct view *view, size_t index)
{
    struct drawing drawing = drawing_of(view, index);
    size_t blocks = drawing.measure->goal_blocks;
    struct thread thread = {.columns = blocks ? blocks : 1};
    struct str rest = view_text(view, "thread-rows");
    struct row_rule rule;

    if (thread.columns > THREAD_COLUMNS) {
        thread.more = thread.columns - THREAD_COLUMNS;
        thread.columns = THREAD_COLUMNS;
    }
    while (thread.row_count < THREAD_ROWS && next_rule(&rest, view, &rule))
        add_row(&thread, &drawing, &rule);
    return thread;
}
