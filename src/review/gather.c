/* gather - the evidence of the parts becomes that of the result. */
#include "review/gather.h"

bool evidence_is_heading(const struct judge *judge,
                         const struct evidence *evidence)
{
    const struct passage *passage =
        outline_passage_of(judge->outline, evidence->span);

    return passage && passage->voice == VOICE_HEADING;
}

bool evidence_goes_wrong(const struct judge *judge,
                         const struct evidence *evidence)
{
    return evidence->role == CONTRADICTS &&
           !evidence_is_heading(judge, evidence);
}

static void keep_evidence(const struct judge *judge, struct result *result,
                          struct evidence evidence)
{
    for (size_t i = 0; i < result->evidence_count; i++)
        if (result->evidence[i].span.start == evidence.span.start &&
            result->evidence[i].span.length == evidence.span.length)
            return;
    if (result->evidence_count == EVIDENCE_SHOWN)
        return;
    if (result->evidence == NULL)
        result->evidence = arena_alloc(
            judge->arena, EVIDENCE_SHOWN * sizeof *result->evidence);
    result->evidence[result->evidence_count++] = evidence;
}

static bool is_wanted(enum verdict verdict, enum evidence_role role)
{
    return verdict != VERDICT_MET || role != CONTRADICTS;
}

/* What one area has does not show what another lacks. */
static bool is_of_area(const struct judge *judge, const struct result *result)
{
    return result->verdict == VERDICT_NOT_MET &&
           parts_are_areas(judge, result->criterion);
}

/* One piece of each part first, so that every part is seen. */
static void gather_evidence(const struct judge *judge, struct result *result,
                            const struct parts *parts)
{
    for (size_t round = 0; round < EVIDENCE_SHOWN; round++)
        for (size_t i = 0; i < parts->count; i++) {
            const struct judged_part *part = &parts->items[i];
            bool off = result->verdict != VERDICT_MET &&
                       part->verdict == VERDICT_MET;

            if (part->verdict == VERDICT_NOT_APPLICABLE ||
                (off && is_of_area(judge, result)) ||
                round >= part->outcome.evidence_count || (off && round > 0) ||
                !is_wanted(result->verdict,
                           part->outcome.evidence[round].role))
                continue;
            keep_evidence(judge, result, part->outcome.evidence[round]);
        }
}

/* The first piece of the parts that goes wrong, or NULL. */
static const struct evidence *first_wrong(const struct judge *judge,
                                          const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++)
        for (size_t j = 0; j < parts->items[i].outcome.evidence_count; j++) {
            const struct evidence *evidence =
                &parts->items[i].outcome.evidence[j];

            if (evidence_goes_wrong(judge, evidence) && !evidence->personal)
                return evidence;
        }
    return NULL;
}

/* What a partly lacks must be seen among the first, however much it has. */
static void show_wrong(const struct judge *judge, struct result *result,
                       const struct parts *parts)
{
    const struct evidence *wrong = first_wrong(judge, parts);

    if (result->verdict != VERDICT_PARTLY || wrong == NULL ||
        result->evidence_count < EVIDENCE_SHOWN)
        return;
    for (size_t i = 0; i < result->evidence_count; i++)
        if (evidence_goes_wrong(judge, &result->evidence[i]))
            return;
    result->evidence[result->evidence_count - 1] = *wrong;
}

static void gather_searched(const struct judge *judge, struct result *result,
                            const struct parts *parts)
{
    size_t capacity = 0;

    for (size_t i = 0; i < parts->count; i++)
        for (size_t j = 0; j < parts->items[i].outcome.searched_count; j++) {
            result->searched = arena_grow(judge->arena, result->searched,
                                          result->searched_count, &capacity,
                                          sizeof *result->searched);
            result->searched[result->searched_count++] =
                parts->items[i].outcome.searched[j];
        }
}

static struct span first_words(const struct judge *judge)
{
    const struct document *document = judge->outline->document;

    for (size_t i = 0; i < judge->outline->passage_count; i++)
        if (judge->outline->passages[i].span.length)
            return judge->outline->passages[i].span;
    return document->block_count ? document->blocks[0].span
                                 : (struct span){0, 0};
}

void gather_complete(const struct judge *judge, struct result *result)
{
    const struct document *document = judge->outline->document;

    if ((result->verdict == VERDICT_MET ||
         result->verdict == VERDICT_PARTLY) &&
        result->evidence_count == 0) {
        struct span span =
            result->searched_count ? result->searched[0] : first_words(judge);

        keep_evidence(judge, result,
                      (struct evidence){.role = CONTEXT, .span = span});
    }
    if (result->verdict == VERDICT_NOT_MET && result->evidence_count == 0 &&
        result->searched_count == 0) {
        result->searched =
            arena_alloc(judge->arena, sizeof *result->searched);
        result->searched[result->searched_count++] =
            (struct span){0, (uint32_t)document->text.length};
    }
}

void gather(const struct judge *judge, struct result *result,
            const struct parts *parts)
{
    gather_evidence(judge, result, parts);
    show_wrong(judge, result, parts);
    gather_searched(judge, result, parts);
    gather_complete(judge, result);
}
