/* parts - what of a document a criterion is judged for. */
#include "review/parts.h"

#include "review/message.h"

static bool has_field(const struct outline *outline, int role)
{
    for (size_t i = 0; i < outline->summary_field_count; i++)
        if (outline->summary_fields[i].role == role)
            return true;
    for (size_t i = 0; i < outline->measure_count; i++)
        for (size_t j = 0; j < outline->measures[i].field_count; j++)
            if (outline->measures[i].fields[j].role == role)
                return true;
    return false;
}

enum rows parts_rows(const struct judge *judge,
                     const struct criterion *criterion)
{
    bool in_form = false;

    if (criterion->row_count == 0)
        return ROWS_THERE;
    for (size_t i = 0; i < criterion->row_count; i++) {
        int role = criterion->rows[i];

        if (has_field(judge->outline, role))
            return ROWS_THERE;
        if (judge->outline->template &&
            template_has_role(judge->outline->template, role))
            in_form = true;
    }
    return in_form ? ROWS_GONE : ROWS_NOT_IN_FORM;
}

static void add_part(const struct judge *judge, struct parts *parts,
                     struct str subject, int measure, int goal_block,
                     int area)
{
    if (parts->count == PARTS_MOST)
        return;
    parts->items[parts->count++] = (struct judged_part){
        .scope = {.arena = judge->scratch,
                  .facts = judge->facts,
                  .matches = judge->matches,
                  .cited = &judge->cited,
                  .terms = &judge->ruleset->terms,
                  .kind = judge->kind,
                  .level = judge->level,
                  .date = judge->date,
                  .date_assumed = judge->date_assumed,
                  .measure = measure,
                  .goal_block = goal_block,
                  .area = area},
        .subject = subject,
    };
}

static struct str measure_subject(const struct judge *judge, size_t index)
{
    const struct measure *measure = &judge->outline->measures[index];
    struct str number = arena_format(judge->arena, "%zu", index + 1);

    if (measure->number_count == 1)
        number = measure->numbers[0];
    return message_frame(judge, "part-measure", number);
}

static void add_measures(const struct judge *judge, struct parts *parts,
                         bool goal_blocks)
{
    const struct outline *outline = judge->outline;

    for (size_t i = 0; i < outline->measure_count; i++) {
        size_t blocks = outline->measures[i].goal_blocks;

        if (!goal_blocks || blocks < 2) {
            add_part(judge, parts, measure_subject(judge, i), (int)i,
                     NO_INDEX, NO_INDEX);
            continue;
        }
        for (size_t j = 0; j < blocks; j++)
            add_part(judge, parts,
                     message_frame(judge, "part-goal-block",
                                   arena_format(judge->arena, "%zu", j + 1)),
                     (int)i, (int)j, NO_INDEX);
    }
}

/* Whether some area is known to be of the subject asked about. */
static bool has_subject(const struct judge *judge, struct str subject)
{
    for (size_t i = 0; i < judge->outline->area_count; i++)
        if (str_equal(judge->outline->areas[i].subject, subject))
            return true;
    return false;
}

static bool is_asked_of(const struct judge *judge,
                        const struct criterion *criterion,
                        const struct area *area)
{
    if (criterion->subject.length == 0 ||
        str_equal(area->subject, criterion->subject))
        return true;
    if (area->subject.length && outline_has_main_area(judge->outline))
        return false;
    return !has_subject(judge, criterion->subject);
}

/* Areas that are numbered and not named may each be about anything. */
static bool is_any_area(const struct judge *judge,
                        const struct criterion *criterion)
{
    size_t unnamed = 0;

    for (size_t i = 0; i < judge->outline->area_count; i++)
        unnamed += judge->outline->areas[i].subject.length == 0 &&
                   !judge->outline->areas[i].own;
    return criterion->subject.length && unnamed > 1 &&
           !has_subject(judge, criterion->subject);
}

static void add_areas(const struct judge *judge,
                      const struct criterion *criterion, struct parts *parts)
{
    const struct outline *outline = judge->outline;

    if (is_any_area(judge, criterion)) {
        add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
        return;
    }
    for (size_t i = 0; i < outline->area_count; i++) {
        const struct area *area = &outline->areas[i];

        if (is_asked_of(judge, criterion, area))
            add_part(judge, parts, area->name.text, NO_INDEX, NO_INDEX,
                     (int)i);
    }
}

bool parts_are_areas(const struct judge *judge,
                     const struct criterion *criterion)
{
    return criterion->per == PER_AREA && judge->outline->area_count > 0;
}

/* No matrices and none asked for: a report in free form is one part. */
static bool is_whole(const struct judge *judge,
                     const struct criterion *criterion)
{
    return judge->outline->measure_count == 0 && criterion->row_count == 0;
}

/* What is asked of each measure of a form is asked of an account's areas. */
static bool is_by_areas(const struct judge *judge,
                        const struct criterion *criterion)
{
    return (criterion->per == PER_MEASURE ||
            criterion->per == PER_GOAL_BLOCK) &&
           is_whole(judge, criterion) && judge->outline->area_count > 0;
}

void parts_find(const struct judge *judge, const struct criterion *criterion,
                struct parts *parts)
{
    if (is_by_areas(judge, criterion))
        add_areas(judge, criterion, parts);
    else if (criterion->per <= PER_GOAL_BLOCK && is_whole(judge, criterion))
        add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
    else if (criterion->per == PER_MEASURE)
        add_measures(judge, parts, false);
    else if (criterion->per == PER_GOAL_BLOCK)
        add_measures(judge, parts, true);
    else if (parts_are_areas(judge, criterion))
        add_areas(judge, criterion, parts);
    else
        add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
}

void parts_whole(const struct judge *judge, struct parts *parts)
{
    parts->count = 0;
    add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
}
