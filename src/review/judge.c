/* judge - one criterion held against one document. */
#include "review/judge.h"

#include "review/dispose.h"
#include "review/gather.h"
#include "review/message.h"
#include "review/replies.h"

#include <string.h>

/* The severity for the document's kind and level; false: not asked. */
static bool find_weight(const struct judge *judge,
                        const struct criterion *criterion,
                        enum severity *severity)
{
    bool found = false;

    for (size_t i = 0; i < criterion->weight_count; i++) {
        const struct weight *weight = &criterion->weights[i];

        if (!str_equal(weight->kind, judge->kind))
            continue;
        if (weight->level.length && !str_equal(weight->level, judge->level))
            continue;
        if (found && weight->level.length == 0)
            continue;
        *severity = weight->severity;
        found = true;
    }
    return found;
}

static void end_without(const struct judge *judge, struct result *result,
                        enum verdict verdict, const char *key)
{
    result->verdict = verdict;
    result->reason = message_frame(
        judge, key, saying_in(&result->criterion->title, judge->language));
}

bool is_unjudged(const struct outline *outline)
{
    const struct template *answered =
        outline->within ? outline->within->template : outline->answers;

    return answered && template_unjudged_accounts(answered);
}

/* The reasons to stop before any part is judged. */
static bool is_asked(const struct judge *judge,
                     const struct criterion *criterion, struct result *result)
{
    if (is_unjudged(judge->outline) &&
        (judge->outline->within ||
         !template_still_judges(judge->outline->answers,
                                criterion->family))) {
        result->severity = SEVERITY_ADVICE;
        end_without(judge, result, VERDICT_NOT_APPLICABLE, "reason-tillsyn");
        return false;
    }
    if (!find_weight(judge, criterion, &result->severity)) {
        result->severity = SEVERITY_ADVICE;
        end_without(judge, result, VERDICT_NOT_APPLICABLE,
                    str_equal(judge->kind, STR("unknown"))
                        ? "reason-kind-unknown"
                        : "reason-kind");
        return false;
    }
    if (criterion->asked_by != NO_INDEX && judge->outline->template &&
        !template_has_role(judge->outline->template, criterion->asked_by)) {
        result->severity = SEVERITY_ADVICE;
        result->advisory = true;
    }
    if (criterion->level.length && !str_equal(judge->level, STR("unknown")) &&
        !str_equal(judge->level, criterion->level)) {
        end_without(judge, result, VERDICT_NOT_APPLICABLE, "reason-level");
        return false;
    }
    switch (parts_rows(judge, criterion)) {
    case ROWS_NOT_IN_FORM:
        end_without(judge, result, VERDICT_NOT_APPLICABLE, "reason-row");
        return false;
    case ROWS_GONE:
        end_without(judge, result, VERDICT_CANNOT_TELL, "reason-row-gone");
        return false;
    default:
        return true;
    }
}

static enum confidence lower(enum confidence confidence)
{
    return confidence == CONFIDENCE_HIGH ? CONFIDENCE_MEDIUM : CONFIDENCE_LOW;
}

static void set_confidence(const struct judge *judge, struct result *result,
                           const struct parts *parts)
{
    const struct outline *outline = judge->outline;

    result->confidence = result->criterion->confidence;
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->items[i].sure && result->verdict == VERDICT_NOT_MET)
            result->confidence = CONFIDENCE_HIGH;
        if (parts->items[i].doubtful)
            result->confidence = CONFIDENCE_LOW;
    }
    if (outline->document->ocr || outline->document->quality != READING_GOOD)
        result->confidence = lower(result->confidence);
    if (outline->template && template_draft(outline->template) &&
        result->confidence == CONFIDENCE_HIGH)
        result->confidence = CONFIDENCE_MEDIUM;
}

static void set_reason(const struct judge *judge, struct result *result,
                       const struct parts *parts)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct judged_part *part = &parts->items[i];

        if (part->verdict != VERDICT_CANNOT_TELL &&
            part->verdict != VERDICT_NOT_APPLICABLE &&
            part->verdict != VERDICT_ERROR)
            continue;
        if (part->reason)
            result->reason =
                message_fill(judge, saying_in(part->reason, judge->language),
                             result, parts->items, parts->count);
        else if (part->reason_key)
            result->reason = message_frame(judge, part->reason_key, STR(""));
        if (result->reason.length)
            return;
    }
}

static void set_message(const struct judge *judge, struct result *result,
                        const struct parts *parts)
{
    const struct criterion *criterion = result->criterion;
    const struct saying *fix = &criterion->fix;

    if (result->verdict <= VERDICT_CANNOT_TELL)
        result->message = message_fill(
            judge,
            saying_in(&criterion->say[result->verdict], judge->language),
            result, parts->items, parts->count);
    result->message =
        message_with_area(judge, result, parts, result->message);
    if (result->message.length == 0)
        result->message = result->reason;
    if (criterion->fix_kind.length &&
        str_equal(criterion->fix_kind, judge->kind))
        fix = &criterion->fix_for;
    if (result->verdict != VERDICT_MET &&
        result->verdict != VERDICT_NOT_APPLICABLE)
        result->fix = message_fill(judge, saying_in(fix, judge->language),
                                   result, parts->items, parts->count);
}

static struct evidence *copy_evidence(const struct judge *judge,
                                      const struct outcome *outcome,
                                      size_t *count)
{
    size_t size;
    struct evidence *copy;

    *count = outcome->evidence_count < EVIDENCE_SHOWN
                 ? outcome->evidence_count
                 : EVIDENCE_SHOWN;
    size = *count * sizeof *copy;
    copy = arena_alloc(judge->arena, size);
    if (size)
        memcpy(copy, outcome->evidence, size);
    return copy;
}

/* What a part says of itself: the same text, filled for it alone. */
static void set_parts(const struct judge *judge, struct result *result,
                      const struct parts *parts)
{
    if (parts->count < 2)
        return;
    result->parts =
        arena_alloc(judge->arena, parts->count * sizeof *result->parts);
    for (size_t i = 0; i < parts->count; i++) {
        const struct judged_part *from = &parts->items[i];
        struct part *part = &result->parts[result->part_count++];
        struct result alone = {.criterion = result->criterion,
                               .verdict = from->verdict,
                               .evidence = from->outcome.evidence,
                               .evidence_count =
                                   from->outcome.evidence_count};

        part->subject = from->subject;
        part->verdict = from->verdict;
        part->evidence =
            copy_evidence(judge, &from->outcome, &part->evidence_count);
        if (from->verdict <= VERDICT_CANNOT_TELL)
            part->message =
                message_fill(judge,
                             saying_in(&result->criterion->say[from->verdict],
                                       judge->language),
                             &alone, from, 1);
    }
}

static void set_figures(const struct judge *judge, struct result *result,
                        const struct parts *parts)
{
    if (parts->count != 1 || parts->items[0].outcome.of < 2)
        return;
    result->figures = arena_alloc(judge->arena, sizeof *result->figures);
    result->figures[result->figure_count++] =
        (struct figure){STR("found"), (double)parts->items[0].outcome.found,
                        (double)parts->items[0].outcome.of};
}

static uint64_t hash_on(uint64_t hash, struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        hash = str_hash_add(hash, text.at[i]);
    return hash;
}

/* The hash of "criterion|kind|area", in hexadecimal digits. */
static void set_id(const struct judge *judge, struct result *result)
{
    static const char digits[] = "0123456789abcdef";
    struct str area = judge->outline->within && judge->outline->area_count
                          ? judge->outline->areas[0].name.text
                          : STR("");
    uint64_t hash = str_hash(result->criterion->id);

    hash = hash_on(str_hash_add(hash, '|'), judge->kind);
    hash = hash_on(str_hash_add(hash, '|'), area);
    for (size_t i = RESULT_ID_DIGITS; i-- > 0; hash >>= 4)
        result->id[i] = digits[hash & 15];
    result->id[RESULT_ID_DIGITS] = '\0';
}

/* Steps are as deep as a rule file nests checks (LIMIT_YAML_DEPTH). */
static struct step *copy_steps(const struct judge *judge,
                               const struct step *step)
{
    struct step *first = NULL, **end = &first;

    for (; step; step = step->next) {
        *end = arena_alloc(judge->arena, sizeof **end);
        **end = *step;
        (*end)->what = check_title(judge->arena, step->check);
        (*end)->first = copy_steps(judge, step->first);
        (*end)->next = NULL;
        end = &(*end)->next;
    }
    return first;
}

/* One step per part above what each of them came to. */
static struct step *join_steps(const struct judge *judge,
                               const struct parts *parts)
{
    struct step *first = NULL, **end = &first;

    for (size_t i = 0; judge->options->explain && i < parts->count; i++) {
        *end = arena_alloc(judge->arena, sizeof **end);
        (*end)->what = parts->items[i].subject;
        (*end)->outcome = verdict_name(parts->items[i].verdict);
        (*end)->first = copy_steps(judge, parts->items[i].outcome.step);
        end = &(*end)->next;
    }
    return first;
}

static void judge_parts(const struct judge *judge, struct result *result,
                        struct parts *parts)
{
    const struct criterion *criterion = result->criterion;

    for (size_t i = 0; i < parts->count; i++)
        judge_part(judge, criterion, &parts->items[i]);
    result->verdict =
        parts_are_areas(judge, criterion) || criterion->if_found
            ? roll_up_areas(parts->items, parts->count, criterion->best_part)
            : roll_up(parts->items, parts->count);
    gather(judge, result, parts);
    set_confidence(judge, result, parts);
    set_reason(judge, result, parts);
    result->explain = join_steps(judge, parts);
}

/* What a point of the decision at hand asks an account for comes first. */
static void set_asked(const struct judge *judge, struct result *result)
{
    size_t index = (size_t)(result->criterion - judge->ruleset->criteria);

    if (judge->options->asked == NULL || !judge->options->asked[index] ||
        !str_equal(judge->kind, STR("redovisning")) ||
        result->verdict == VERDICT_NOT_APPLICABLE)
        return;
    result->severity = SEVERITY_MUST;
    result->advisory = false;
}

/* Some finds weigh less than what the criterion else is about. */
static void set_severity(const struct judge *judge, struct result *result)
{
    struct parts whole;
    struct outcome outcome;

    if (result->criterion->advice_when == NULL ||
        result->verdict == VERDICT_MET ||
        result->verdict == VERDICT_NOT_APPLICABLE)
        return;
    parts_whole(judge, &whole);
    check_run(result->criterion->advice_when, &whole.items[0].scope,
              &outcome);
    if (outcome.truth == TRUTH_YES)
        result->severity = SEVERITY_ADVICE;
}

void judge_criterion(const struct judge *judge,
                     const struct criterion *criterion, struct result *result)
{
    struct parts parts; /* large: only what is counted is ever looked at */

    parts.count = 0;
    *result = (struct result){.criterion = criterion, .point = -1};
    result->confidence = criterion->confidence;
    set_id(judge, result);
    if (is_asked(judge, criterion, result)) {
        parts_find(judge, criterion, &parts);
        if (parts.count == 0)
            end_without(judge, result,
                        criterion->per == PER_AREA ? VERDICT_NOT_APPLICABLE
                                                   : VERDICT_CANNOT_TELL,
                        criterion->per == PER_AREA ? "reason-area"
                                                   : "reason-no-measure");
        else
            judge_parts(judge, result, &parts);
        set_severity(judge, result);
        set_asked(judge, result);
    }
    if (result->reason.length == 0 &&
        (result->verdict == VERDICT_CANNOT_TELL ||
         result->verdict == VERDICT_NOT_APPLICABLE))
        end_without(judge, result, result->verdict, "reason-unknown");
    set_message(judge, result, &parts);
    set_parts(judge, result, &parts);
    set_figures(judge, result, &parts);
    dispose(judge, result);
    replies_take(judge, result);
    gather_complete(judge, result);
}
