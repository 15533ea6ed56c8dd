/* api - comparisons and dossiers of a review. */
#include "api/api.h"

#include "api/store.h"
#include "dossier/asked.h"
#include "dossier/plan.h"

#include <stdlib.h>

static struct dossiers *dossiers_of(struct skollint_review *review)
{
    if (review->dossiers == NULL)
        review->dossiers =
            arena_alloc(review->all->arena, sizeof *review->dossiers);
    return review->dossiers;
}

static void compare(struct skollint_review *review, size_t report,
                    size_t decision, struct store *store)
{
    struct dossiers *dossiers = dossiers_of(review);
    struct arena *arena = review->all->arena;

    dossiers->comparisons = arena_grow(
        arena, dossiers->comparisons, dossiers->comparison_count,
        &dossiers->comparison_capacity, sizeof *dossiers->comparisons);
    dossiers->comparisons[dossiers->comparison_count++] =
        comparison_new(arena, review->all, report, decision, store);
}

/* Whether they may belong together, or it is not said. */
static bool same_huvudman(const struct review *review, size_t a, size_t b)
{
    struct str one = review->documents[a].outline->huvudman.text;
    struct str other = review->documents[b].outline->huvudman.text;

    return one.length == 0 || other.length == 0 ||
           str_equal(studied_owner_key(review->arena, one),
                     studied_owner_key(review->arena, other));
}

/* The first document after the first `files` files. */
static size_t first_after(const struct review *review, size_t files)
{
    size_t index = 0;

    for (; index < review->document_count; index++)
        if (review->documents[index].within < 0 && files-- == 0)
            break;
    return index;
}

/* Hold one report against its huvudman's decisions, else against all. */
static void compare_report(struct skollint_review *review, size_t report,
                           size_t first, struct store *store)
{
    const struct review *all = review->all;
    bool any = false;

    for (int strict = 1; strict >= 0 && !any; strict--)
        for (size_t i = 0; i < first; i++) {
            if (all->documents[i].within >= 0 ||
                (strict && !same_huvudman(all, report, i)))
                continue;
            compare(review, report, i, store);
            any = true;
        }
}

void skollint_review_compare(struct skollint_review *review, size_t decisions,
                             struct skollint_store *store)
{
    size_t first = first_after(review->all, decisions);

    review->all->options.mode = "compare";
    dossiers_of(review);
    for (size_t i = first; i < review->all->document_count; i++)
        if (review->all->documents[i].within < 0)
            compare_report(review, i, first, store ? store->store : NULL);
}

void skollint_review_audit(struct skollint_review *review,
                           const char *huvudman)
{
    struct dossiers *dossiers = dossiers_of(review);

    review->all->options.mode = "audit";
    dossiers->items =
        audit_new(review->all->arena, review->all,
                  str_from(huvudman ? huvudman : ""), &dossiers->count);
}

struct skollint_asked *skollint_asked_new(const struct skollint_rules *rules)
{
    struct skollint_asked *asked = memory_alloc(sizeof *asked);
    size_t size = rules->ruleset->criterion_count + 1;

    asked->rules = rules;
    asked->criteria = memory_alloc(size * sizeof *asked->criteria);
    for (size_t i = 0; i < size; i++)
        asked->criteria[i] = false;
    return asked;
}

void skollint_asked_free(struct skollint_asked *asked)
{
    if (asked)
        free(asked->criteria);
    free(asked);
}

void skollint_asked_add(struct skollint_asked *asked,
                        const struct skollint_document *decision)
{
    struct review_options options = {.mode = "check", .language = "sv"};
    struct review *review = review_new(asked->rules->ruleset, options);

    review_beside(review, decision->document, decision->outline);
    asked_add(asked->criteria, review, 0);
    review_free(review);
}

void skollint_review_plan(struct skollint_review *review,
                          struct skollint_document *plan)
{
    struct dossiers *dossiers = dossiers_of(review);
    struct review *all = review->all;
    size_t count = all->document_count;

    api_add(review, plan, review_beside);
    dossiers->items =
        arena_alloc(all->arena, (count + 1) * sizeof *dossiers->items);
    for (size_t i = 0; i < count; i++)
        if (all->documents[i].outline->measure_count)
            dossiers->items[dossiers->count++] =
                plan_compare(all->arena, all, i, count);
}
