/* judge - one criterion held against one document. */
#include "review/judge.h"

#include "review/dispose.h"
#include "review/message.h"
#include "review/verdict.h"

#include <stdio.h>
#include <string.h>

enum { PARTS_MOST = 64, EVIDENCE_SHOWN = 6 };

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

enum rows { ROWS_THERE, ROWS_NOT_IN_FORM, ROWS_GONE };

/* Whether the boxes the criterion asks about are there at all. */
static enum rows find_rows(const struct judge *judge,
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

struct parts {
    struct judged_part items[PARTS_MOST];
    size_t count;
};

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

static void add_areas(const struct judge *judge,
                      const struct criterion *criterion, struct parts *parts)
{
    const struct outline *outline = judge->outline;

    for (size_t i = 0; i < outline->area_count; i++) {
        const struct area *area = &outline->areas[i];

        if (criterion->subject.length &&
            !str_equal(area->subject, criterion->subject) &&
            (area->subject.length ||
             has_subject(judge, criterion->subject)))
            continue;
        add_part(judge, parts, area->name.text, NO_INDEX, NO_INDEX, (int)i);
    }
}

static bool is_by_area(const struct judge *judge,
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

static void find_parts(const struct judge *judge,
                       const struct criterion *criterion,
                       struct parts *parts)
{
    if (criterion->per <= PER_GOAL_BLOCK && is_whole(judge, criterion))
        add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
    else if (criterion->per == PER_MEASURE)
        add_measures(judge, parts, false);
    else if (criterion->per == PER_GOAL_BLOCK)
        add_measures(judge, parts, true);
    else if (is_by_area(judge, criterion))
        add_areas(judge, criterion, parts);
    else
        add_part(judge, parts, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
}

static void end_without(const struct judge *judge, struct result *result,
                        enum verdict verdict, const char *key)
{
    result->verdict = verdict;
    result->reason = message_frame(
        judge, key, saying_in(&result->criterion->title, judge->language));
}

/* The reasons to stop before any part is judged. */
static bool is_asked(const struct judge *judge,
                     const struct criterion *criterion,
                     struct result *result)
{
    const struct outline *within = judge->outline->within;

    if (within && within->template &&
        template_unjudged_accounts(within->template)) {
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
    if (criterion->level.length &&
        !str_equal(judge->level, STR("unknown")) &&
        !str_equal(judge->level, criterion->level)) {
        end_without(judge, result, VERDICT_NOT_APPLICABLE, "reason-level");
        return false;
    }
    switch (find_rows(judge, criterion)) {
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
                round >= part->outcome.evidence_count ||
                (off && round > 0) ||
                !is_wanted(result->verdict,
                           part->outcome.evidence[round].role))
                continue;
            keep_evidence(judge, result, part->outcome.evidence[round]);
        }
}

static void gather_searched(const struct judge *judge,
                            struct result *result, const struct parts *parts)
{
    size_t capacity = 0;

    for (size_t i = 0; i < parts->count; i++)
        for (size_t j = 0; j < parts->items[i].outcome.searched_count; j++) {
            result->searched = arena_grow(
                judge->arena, result->searched, result->searched_count,
                &capacity, sizeof *result->searched);
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

/* The contract: met and partly show evidence, not_met at least where. */
static void complete_evidence(const struct judge *judge,
                              struct result *result)
{
    const struct document *document = judge->outline->document;

    if ((result->verdict == VERDICT_MET ||
         result->verdict == VERDICT_PARTLY) &&
        result->evidence_count == 0) {
        struct span span = result->searched_count ? result->searched[0]
                                                  : first_words(judge);

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

static enum confidence lower(enum confidence confidence)
{
    return confidence == CONFIDENCE_HIGH ? CONFIDENCE_MEDIUM
                                         : CONFIDENCE_LOW;
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
    if (outline->document->ocr ||
        outline->document->quality != READING_GOOD)
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
            result->reason =
                message_frame(judge, part->reason_key, STR(""));
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
            part->message = message_fill(
                judge,
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
    result->figures[result->figure_count++] = (struct figure){
        STR("found"), (double)parts->items[0].outcome.found,
        (double)parts->items[0].outcome.of};
}

static void set_id(const struct judge *judge, struct result *result)
{
    const struct criterion *criterion = result->criterion;
    struct str area = judge->outline->within && judge->outline->area_count
                          ? judge->outline->areas[0].name.text
                          : STR("");
    struct str key = arena_format(
        judge->arena, "%.*s|%.*s|%.*s", (int)criterion->id.length,
        criterion->id.at, (int)judge->kind.length, judge->kind.at,
        (int)area.length, area.at);

    snprintf(result->id, sizeof result->id, "%016llx",
             (unsigned long long)str_hash(key));
}

/* Steps are as deep as a rule file nests checks (LIMIT_YAML_DEPTH). */
static struct step *copy_steps(const struct judge *judge,
                               const struct step *step)
{
    struct step *first = NULL, **end = &first;

    for (; step; step = step->next) {
        *end = arena_alloc(judge->arena, sizeof **end);
        **end = *step;
        (*end)->what = arena_str(judge->arena, step->what);
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
        is_by_area(judge, criterion) || criterion->if_found
            ? roll_up_areas(parts->items, parts->count, criterion->best_part)
            : roll_up(parts->items, parts->count);
    gather_evidence(judge, result, parts);
    gather_searched(judge, result, parts);
    complete_evidence(judge, result);
    set_confidence(judge, result, parts);
    set_reason(judge, result, parts);
    result->explain = join_steps(judge, parts);
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
    whole.count = 0;
    add_part(judge, &whole, STR(""), NO_INDEX, NO_INDEX, NO_INDEX);
    check_run(result->criterion->advice_when, &whole.items[0].scope,
              &outcome);
    if (outcome.truth == TRUTH_YES)
        result->severity = SEVERITY_ADVICE;
}

void judge_criterion(const struct judge *judge,
                     const struct criterion *criterion,
                     struct result *result)
{
    struct parts parts; /* large: only what is counted is ever looked at */

    parts.count = 0;
    *result = (struct result){.criterion = criterion, .point = -1};
    result->confidence = criterion->confidence;
    set_id(judge, result);
    if (is_asked(judge, criterion, result)) {
        find_parts(judge, criterion, &parts);
        if (parts.count == 0)
            end_without(judge, result,
                        criterion->per == PER_AREA ? VERDICT_NOT_APPLICABLE
                                                   : VERDICT_CANNOT_TELL,
                        criterion->per == PER_AREA ? "reason-area"
                                                   : "reason-no-measure");
        else
            judge_parts(judge, result, &parts);
        set_severity(judge, result);
    }
    if (result->reason.length == 0 &&
        (result->verdict == VERDICT_CANNOT_TELL ||
         result->verdict == VERDICT_NOT_APPLICABLE))
        end_without(judge, result, result->verdict, "reason-unknown");
    set_message(judge, result, &parts);
    set_parts(judge, result, &parts);
    set_figures(judge, result, &parts);
    dispose(judge, result);
    complete_evidence(judge, result);
}
