/* path - the best way through a form: which candidates are its labels. */
#include "structure/path.h"

enum { START = ROLES_MOST, PLACES = ROLES_MOST + 1 };

/* Costs against a label's score, which is at most 1. */
static const double COST_SKIP = 0.01;    /* per row left out */
static const double COST_MEASURE = 0.1;  /* a new measure */
static const double COST_GOALS = 0.25;   /* a new goal block */
static const double COST_SHARED = 0.35;  /* a new measure, first row gone */
static const double COST_AGAIN = 0.9;    /* the same row once more */
static const double COST_BACK = 0.8;     /* any other way back */
static const double COST_REOPEN = 0.6;   /* back from the closing parts */

struct step {
    size_t label;  /* index into labels */
    size_t before; /* index into steps + 1; 0 at the beginning */
};

struct place {
    double score;
    size_t step; /* index into steps + 1 */
    bool reached;
    size_t end; /* token where its label ends */
};

static bool is_closing(enum row_part part)
{
    return part == ROW_SUMMARY || part == ROW_LATER;
}

static double cost_back(const struct role *from, const struct role *to)
{
    bool closing = is_closing(from->part);

    switch (to->part) {
    case ROW_AREA:
    case ROW_FIRST:
        return closing ? COST_REOPEN : COST_MEASURE;
    case ROW_GOALS:
        if (from->part == ROW_BLOCK)
            return COST_GOALS;
        return closing ? COST_REOPEN : COST_BACK;
    case ROW_SHARED:
        return from->part == ROW_BLOCK ? COST_SHARED : COST_BACK;
    default:
        return COST_BACK;
    }
}

static double cost(const struct templates *templates, int from, int to)
{
    const struct role *roles = templates->roles;

    if (from == START)
        return 0;
    if (from == to)
        return roles[to].part == ROW_AREA ? 0.3 : COST_AGAIN;
    if (to > from)
        return COST_SKIP * (to - from - 1);
    if (from == to + 1 && roles[from].part == ROW_FIRST &&
        roles[to].part == ROW_AREA)
        return COST_MEASURE;
    return cost_back(&roles[from], &roles[to]);
}

/* The best way to reach `label` from any place. */
static struct place best_way(const struct reading *reading,
                             const struct place *places,
                             const struct label *label)
{
    struct place best = {0};

    for (int from = 0; from < PLACES; from++) {
        double score;

        if (!places[from].reached || places[from].end > label->first)
            continue;
        score = places[from].score + label->score -
                cost(reading->templates, from, label->role);
        if (best.reached && score <= best.score)
            continue;
        best = (struct place){.score = score,
                              .step = places[from].step,
                              .reached = true,
                              .end = label->end};
    }
    return best;
}

/* Walk back from the best end and keep what was on the way. */
static void keep_path(struct labels *labels, const struct step *steps,
                      size_t last)
{
    size_t count = 0, kept;

    for (size_t i = last; i; i = steps[i - 1].before)
        count++;
    kept = count;
    /* In place: the labels on the path are in text order, so the i-th of
     * them never stands before index i. */
    for (size_t i = last; i; i = steps[i - 1].before)
        labels->items[labels->count + --count] =
            labels->items[steps[i - 1].label];
    for (size_t i = 0; i < kept; i++)
        labels->items[i] = labels->items[labels->count + i];
    labels->count = kept;
}

void path_choose(struct reading *reading, struct labels *labels)
{
    struct place places[PLACES] = {0};
    struct step *steps = arena_alloc(
        reading->scratch, (labels->count + 1) * sizeof *steps);
    struct label *room = arena_alloc(
        reading->scratch, (labels->count * 2 + 1) * sizeof *room);
    size_t step_count = 0, last = 0;
    double best = 0;

    for (size_t i = 0; i < labels->count; i++)
        room[i] = labels->items[i];
    labels->items = room;
    places[START].reached = true;
    for (size_t i = 0; i < labels->count;) {
        struct place next[ROLES_MOST] = {0};
        size_t stop = i;

        /* Rivals at one place are all reached from the places before it. */
        for (; stop < labels->count && room[stop].first == room[i].first;
             stop++) {
            struct place way = best_way(reading, places, &room[stop]);

            if (!way.reached)
                continue;
            steps[step_count] = (struct step){stop, way.step};
            way.step = ++step_count;
            next[room[stop].role] = way;
        }
        for (int role = 0; role < ROLES_MOST; role++)
            if (next[role].reached && (!places[role].reached ||
                                       next[role].score > places[role].score))
                places[role] = next[role];
        i = stop;
    }
    for (int role = 0; role < ROLES_MOST; role++)
        if (places[role].reached && places[role].score > best) {
            best = places[role].score;
            last = places[role].step;
        }
    keep_path(labels, steps, last);
}
