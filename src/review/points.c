/* points - results gathered into things to do, heaviest and surest first. */
#include "review/points.h"

#include "review/message.h"
#include "review/verdict.h"

#include <stdlib.h>

static bool is_problem(const struct result *result)
{
    return result->disposition != DISPOSITION_WAIVED &&
           verdict_is_gap(result->verdict);
}

/* A result that is not sure enough to be a gap is a question to a person. */
static bool is_question(const struct result *result)
{
    return result->verdict == VERDICT_CANNOT_TELL ||
           result->verdict == VERDICT_ERROR ||
           result->confidence == CONFIDENCE_LOW;
}

static int rank(const struct result *result)
{
    static const int verdicts[VERDICTS] = {9, 1, 0, 2, 9, 2};

    return (int)result->severity * 100 + is_question(result) * 50 +
           verdicts[result->verdict] * 10 + (int)result->confidence;
}

/* Looked for in more places than these: looked for everywhere. */
enum { FEW_PLACES = 2 };

/* Where a result points: its evidence, else where it should have stood. */
static struct span place_of(const struct result *result)
{
    for (size_t i = 0; i < result->evidence_count; i++)
        if (result->evidence[i].role != SUPPORTS ||
            result->criterion->if_found)
            return result->evidence[i].span;
    if (result->evidence_count)
        return result->evidence[0].span;
    if (result->searched_count && result->searched_count <= FEW_PLACES &&
        result->searched[0].start > 0)
        return result->searched[0];
    return (struct span){0, 0};
}

static void add_place(const struct judge *judge, struct point *point,
                      struct span span)
{
    enum { PLACES_MOST = 8 };

    for (size_t i = 0; i < point->place_count; i++)
        if (point->places[i].start == span.start)
            return;
    if (span.length == 0 || point->place_count == PLACES_MOST)
        return;
    if (point->places == NULL)
        point->places =
            arena_alloc(judge->arena, PLACES_MOST * sizeof *point->places);
    point->places[point->place_count++] = span;
}

static void add_places(const struct judge *judge, struct point *point,
                       const struct result *result)
{
    size_t before = point->place_count;

    for (size_t i = 0; i < result->evidence_count; i++)
        if (result->evidence[i].role == CONTRADICTS ||
            (result->criterion->if_found &&
             result->evidence[i].role == SUPPORTS))
            add_place(judge, point, result->evidence[i].span);
    if (point->place_count == before)
        add_place(judge, point, place_of(result));
}

/* All evidence against lies where the point already points. */
static bool lies_in(const struct point *point, const struct result *result)
{
    if (result->evidence_count == 0 || point->place_count == 0)
        return false;
    for (size_t i = 0; i < result->evidence_count; i++) {
        bool inside = false;

        for (size_t j = 0; j < point->place_count; j++)
            inside |= span_inside(result->evidence[i].span,
                                  point->places[j]);
        if (!inside)
            return false;
    }
    return true;
}

static struct point *find_point(struct reviewed *reviewed,
                                const struct result *result)
{
    for (size_t i = 0; i < reviewed->point_count; i++) {
        struct point *point = &reviewed->points[i];
        const struct result *lead = &reviewed->results[point->results[0]];

        if (str_equal(lead->criterion->point, result->criterion->point) ||
            (result->criterion->if_found && lies_in(point, result)))
            return point;
    }
    return NULL;
}

/* What to do, or what a person is asked to answer. */
static struct str point_title(const struct judge *judge,
                              const struct result *lead)
{
    if (is_question(lead))
        return saying_in(&lead->criterion->question, judge->language);
    for (size_t i = 0; i < judge->ruleset->point_count; i++)
        if (str_equal(judge->ruleset->points[i].id, lead->criterion->point))
            return saying_in(&judge->ruleset->points[i].title,
                             judge->language);
    return saying_in(&lead->criterion->title, judge->language);
}

static struct point *new_point(const struct judge *judge,
                               struct reviewed *reviewed,
                               const struct result *lead)
{
    struct point *point = &reviewed->points[reviewed->point_count++];

    *point = (struct point){.severity = lead->severity,
                            .verdict = is_question(lead)
                                           ? VERDICT_CANNOT_TELL
                                           : lead->verdict,
                            .title = point_title(judge, lead),
                            .message = lead->message,
                            .advice = lead->fix};
    point->results = arena_alloc(
        judge->arena, reviewed->result_count * sizeof *point->results);
    return point;
}

/* One more sentence when it is as heavy as the lead and says more. */
static void extend_message(const struct judge *judge, struct point *point,
                           const struct result *result)
{
    enum { MESSAGES_MOST = 2 };

    if (point->result_count >= MESSAGES_MOST || is_question(result) ||
        result->criterion->if_found || result->severity > point->severity ||
        str_equal(point->message, result->message))
        return;
    point->message = arena_format(
        judge->arena, "%.*s %.*s", (int)point->message.length,
        point->message.at, (int)result->message.length, result->message.at);
}

static void add_result(const struct judge *judge, struct reviewed *reviewed,
                       size_t index)
{
    struct result *result = &reviewed->results[index];
    struct point *point = find_point(reviewed, result);

    if (point == NULL)
        point = new_point(judge, reviewed, result);
    else
        extend_message(judge, point, result);
    add_places(judge, point, result);
    point->results[point->result_count++] = index;
    result->point = (int)(point - reviewed->points);
}

static void sort_by_rank(const struct reviewed *reviewed, size_t *order,
                         size_t count)
{
    /* insertion sort: sixty at most, and stable */
    for (size_t i = 1; i < count; i++)
        for (size_t j = i; j > 0; j--) {
            size_t swap = order[j];

            if (rank(&reviewed->results[order[j - 1]]) <=
                rank(&reviewed->results[swap]))
                break;
            order[j] = order[j - 1];
            order[j - 1] = swap;
        }
}

/* The heaviest and surest are open; questions among them are read last. */
static void number_points(struct reviewed *reviewed)
{
    enum { GAPS, QUESTIONS, FOLDED, TURNS };
    unsigned open = 0, order = 0;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        struct point *point = &reviewed->points[i];

        point->open =
            point->severity != SEVERITY_ADVICE && open < POINTS_OPEN;
        open += point->open;
    }
    for (int turn = GAPS; turn < TURNS; turn++)
        for (size_t i = 0; i < reviewed->point_count; i++) {
            struct point *point = &reviewed->points[i];
            int its = !point->open                             ? FOLDED
                      : point->verdict == VERDICT_CANNOT_TELL ? QUESTIONS
                                                               : GAPS;

            if (its == turn)
                point->order = ++order;
        }
}

void points_make(const struct judge *judge, struct reviewed *reviewed)
{
    size_t *order = arena_alloc(
        judge->arena, (reviewed->result_count + 1) * sizeof *order);
    size_t count = 0;

    reviewed->points =
        arena_alloc(judge->arena,
                    (reviewed->result_count + 1) * sizeof *reviewed->points);
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (is_problem(&reviewed->results[i]))
            order[count++] = i;
    sort_by_rank(reviewed, order, count);
    for (size_t i = 0; i < count; i++)
        add_result(judge, reviewed, order[i]);
    number_points(reviewed);
}
