/* audit - documents that belong together: a matrix, and what crosses them. */
#include "dossier/audit.h"

#include "dossier/crossing.h"
#include "precedent/keys.h"

const char *cross_kind_name(enum cross_kind kind)
{
    static const char *const names[] = {"agrees", "contradicts", "unanswered",
                                        "repeated", "cannot_tell"};

    return names[kind];
}

const char *cross_about_name(enum cross_about about)
{
    static const char *const names[] = {"figure", "text",    "point",
                                        "goal",   "problem", "plan"};

    return names[about];
}

bool cross_is_thread(const struct cross *cross)
{
    return cross->about == ABOUT_GOAL || cross->about == ABOUT_PROBLEM;
}

struct grouping {
    struct arena *arena;
    const struct review *review;
    struct dossier *dossiers;
    struct str *keys; /* of each dossier, without accents */
    size_t count;
};

/* The document that says whose it is: a retold account is its decision's. */
static const struct outline *speaking(const struct review *review,
                                      size_t index)
{
    const struct reviewed *reviewed = &review->documents[index];

    return reviewed->within >= 0 ? review->documents[reviewed->within].outline
                                 : reviewed->outline;
}

/* A document without huvudman goes to the dossier that names its unit. */
static size_t dossier_by_unit(const struct grouping *grouping,
                              const struct outline *outline)
{
    for (size_t i = 0; outline->unit.text.length && i < grouping->count;
         i++) {
        const struct dossier *dossier = &grouping->dossiers[i];

        for (size_t j = 0; j < dossier->document_count; j++) {
            const struct document *document =
                grouping->review->documents[dossier->documents[j]].document;

            if (document != outline->document &&
                str_find(document->text, outline->unit.text, 0) != SIZE_MAX)
                return i;
        }
    }
    return grouping->count;
}

static size_t new_dossier(struct grouping *grouping, struct str name,
                          struct str key)
{
    grouping->dossiers[grouping->count] = (struct dossier){
        .huvudman = name,
        .documents = arena_alloc(grouping->arena,
                                 (grouping->review->document_count + 1) *
                                     sizeof(size_t)),
    };
    grouping->keys[grouping->count] = key;
    return grouping->count++;
}

static size_t dossier_named(struct grouping *grouping, struct str name)
{
    struct str key = studied_owner_key(grouping->arena, name);

    for (size_t i = 0; i < grouping->count; i++)
        if (grouping->keys[i].length && str_equal(grouping->keys[i], key))
            return i;
    return new_dossier(grouping, name, key);
}

static void put(struct grouping *grouping, size_t dossier, size_t index)
{
    struct dossier *to = &grouping->dossiers[dossier];

    to->documents[to->document_count++] = index;
}

/* First those that say their huvudman, then those that only say a unit. */
static void group(struct grouping *grouping, struct str huvudman)
{
    const struct review *review = grouping->review;

    for (size_t i = 0; i < review->document_count; i++) {
        struct str name =
            huvudman.length ? huvudman : speaking(review, i)->huvudman.text;

        if (name.length)
            put(grouping, dossier_named(grouping, name), i);
    }
    for (size_t i = 0; huvudman.length == 0 && i < review->document_count;
         i++) {
        const struct outline *outline = speaking(review, i);
        size_t at;

        if (outline->huvudman.text.length)
            continue;
        at = dossier_by_unit(grouping, outline);
        if (at == grouping->count)
            at = new_dossier(grouping, STR(""), STR(""));
        put(grouping, at, i);
    }
}

static int verdict_in(const struct reviewed *reviewed,
                      const struct criterion *criterion)
{
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (reviewed->results[i].criterion == criterion)
            return (int)reviewed->results[i].verdict;
    return -1;
}

/* A criterion is a row when it was asked of some document. */
static void make_matrix(struct arena *arena, const struct review *review,
                        struct dossier *dossier)
{
    const struct ruleset *ruleset = review->ruleset;

    dossier->rows = arena_alloc(arena, (ruleset->criterion_count + 1) *
                                           sizeof *dossier->rows);
    for (size_t i = 0; i < ruleset->criterion_count; i++) {
        struct matrix_row row = {
            .criterion = &ruleset->criteria[i],
            .verdicts = arena_alloc(arena, (dossier->document_count + 1) *
                                               sizeof(int)),
        };
        bool asked = false;

        for (size_t j = 0; j < dossier->document_count; j++) {
            row.verdicts[j] = verdict_in(
                &review->documents[dossier->documents[j]], row.criterion);
            asked |= row.verdicts[j] >= 0 &&
                     row.verdicts[j] != VERDICT_NOT_APPLICABLE;
        }
        if (asked)
            dossier->rows[dossier->row_count++] = row;
    }
}

struct dossier *audit_new(struct arena *arena, const struct review *review,
                          struct str huvudman, size_t *count)
{
    struct grouping grouping = {
        .arena = arena,
        .review = review,
        .dossiers = arena_alloc(arena, (review->document_count + 1) *
                                           sizeof(struct dossier)),
        .keys = arena_alloc(arena, (review->document_count + 1) *
                                       sizeof(struct str)),
    };

    group(&grouping, huvudman);
    for (size_t i = 0; i < grouping.count; i++) {
        make_matrix(arena, review, &grouping.dossiers[i]);
        crossing_find(arena, review, &grouping.dossiers[i]);
    }
    *count = grouping.count;
    return grouping.dossiers;
}
