/* asked - which criteria the points of a decision ask for. */
#include "dossier/asked.h"

#include "dossier/asks.h"

static void add_kind(bool *asked, const struct ruleset *ruleset,
                     const struct ask_kind *kind)
{
    for (size_t i = 0; i < kind->criterion_count; i++) {
        const struct criterion *criterion =
            ruleset_criterion(ruleset, kind->criteria[i]);

        if (criterion)
            asked[criterion - ruleset->criteria] = true;
    }
}

/* What an ask is about may be a criterion of its own. */
static void add_topics(bool *asked, const struct ruleset *ruleset,
                       const struct ask *ask)
{
    for (size_t i = 0; i < ask->topic_count; i++)
        for (size_t j = 0; j < ruleset->ask_count; j++)
            if (ruleset->asks[j].topic == ask->topics[i])
                add_kind(asked, ruleset, &ruleset->asks[j]);
}

void asked_add(bool *asked, const struct review *review, size_t decision)
{
    struct arena *arena = arena_new();
    const struct studied *studied = studied_new(arena, review, decision);
    const struct outline *outline = studied->outline;

    for (size_t i = 0; i < outline->area_count; i++)
        for (size_t j = 0; j < outline->areas[i].development_point_count;
             j++) {
            struct asks asks = asks_of(
                arena, studied, outline->areas[i].development_points[j]);

            for (size_t k = 0; k < asks.count; k++) {
                const struct ask *ask = &asks.items[k];

                if (ask->choice >= 0)
                    continue;
                if (ask->kind)
                    add_kind(asked, review->ruleset, ask->kind);
                add_topics(asked, review->ruleset, ask);
            }
        }
    arena_free(arena);
}
