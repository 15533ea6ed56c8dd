/* check cites - provisions are cited with chapter and section. */
#include "check/kinds.h"

struct settings {
    size_t least;
    bool every_area; /* in each area of the document */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;

    settings->least =
        node_number(reader->predicates.problems, node, "least", 1);
    settings->every_area =
        node_bool(reader->predicates.problems, node, "every_area", false);
}

/* The first citation that begins at or after a byte. */
static size_t citation_from(const struct citations *all, uint32_t start)
{
    size_t low = 0, high = all->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (all->items[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* "4 kap. skollagen" names a chapter and points at no section of it. */
static bool has_section(const struct scope *scope, struct span span)
{
    const struct citations *all = &scope->cited->all;

    for (size_t i = citation_from(all, span.start);
         i < all->count && all->items[i].span.start == span.start; i++)
        for (size_t j = 0; j < all->items[i].provision_count; j++)
            if (all->items[i].provisions[j].clause.value)
                return true;
    return false;
}

static size_t count_in(const struct scope *scope, struct outcome *outcome,
                       struct span span)
{
    size_t count = 0;

    for (size_t i = 0; i < scope->cited->count; i++)
        if (span_inside(scope->cited->spans[i], span) &&
            has_section(scope, scope->cited->spans[i])) {
            count++;
            outcome_evidence(outcome, scope, SUPPORTS,
                             scope->cited->spans[i]);
        }
    return count;
}

static void run_areas(const struct settings *settings,
                      const struct scope *scope, struct outcome *outcome)
{
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->area_count; i++) {
        outcome->of++;
        outcome->found += count_in(scope, outcome, outline->areas[i].span) >=
                          settings->least;
    }
    outcome->truth =
        outcome->of && outcome->found == outcome->of ? TRUTH_YES : TRUTH_NO;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;
    struct span all = {0, (uint32_t)scope->facts->document->text.length};

    if (settings->every_area) {
        run_areas(settings, scope, outcome);
        return;
    }
    if (scope->area != NO_INDEX)
        all = outline->areas[scope->area].span;
    outcome->found = count_in(scope, outcome, all);
    outcome->of = outcome->found;
    outcome->truth = outcome->found >= settings->least ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {"least", "every_area", NULL};

const struct check_kind check_cites = {
    .name = "cites",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
