/* verdict - one part of a document judged, and parts rolled up. */
#include "review/verdict.h"

static bool says(const struct check *check, const struct scope *scope,
                 enum truth wanted)
{
    struct outcome outcome;

    if (check == NULL)
        return false;
    check_run(check, scope, &outcome);
    return outcome.truth == wanted;
}

static void decide(struct judged_part *part, enum verdict verdict,
                   const struct outcome *by)
{
    part->verdict = verdict;
    part->outcome = *by;
}

/* Both outcomes speak for a partly; the one that lacks it explains it. */
static void join(struct judged_part *part, const struct outcome *other)
{
    struct outcome *outcome = &part->outcome;

    for (size_t i = 0; i < other->evidence_count; i++)
        if (other->evidence[i].role != SUPPORTS)
            outcome_keep(outcome, &part->scope, other->evidence[i]);
    outcome_take_names(outcome, &part->scope, other);
    for (size_t i = 0; i < other->searched_count; i++)
        outcome_searched(outcome, &part->scope, other->searched[i]);
    if (outcome->box.length == 0)
        outcome->box = other->box;
    if (outcome->goals.length == 0)
        outcome->goals = other->goals;
    if (other->of > 1) {
        outcome->found = other->found;
        outcome->of = other->of;
    }
    if (other->step && outcome->step) {
        other->step->next = outcome->step->first;
        outcome->step->first = other->step;
    }
}

static void judge_partly(const struct criterion *criterion,
                         struct judged_part *part, const struct outcome *met)
{
    struct outcome partly;

    if (criterion->partly) {
        check_run(criterion->partly, &part->scope, &partly);
        part->outcome.limit |= partly.limit;
        if (partly.truth != TRUTH_NO) {
            decide(part,
                   partly.truth == TRUTH_YES ? VERDICT_PARTLY
                                             : VERDICT_CANNOT_TELL,
                   &partly);
            join(part, met);
            return;
        }
    }
    decide(part, VERDICT_NOT_MET, met);
    part->sure = says(criterion->sure, &part->scope, TRUTH_YES);
    if (criterion->doubt == NULL || part->sure)
        return;
    check_run(criterion->doubt, &part->scope, &partly);
    if (partly.truth != TRUTH_YES)
        return;
    decide(part, VERDICT_PARTLY, &partly);
    part->doubtful = true;
}

static void judge_truth(const struct criterion *criterion,
                        struct judged_part *part)
{
    struct outcome met;

    check_run(criterion->met, &part->scope, &met);
    if (met.truth == TRUTH_YES)
        decide(part, VERDICT_MET, &met);
    else if (met.truth == TRUTH_UNKNOWN)
        decide(part, VERDICT_CANNOT_TELL, &met);
    else
        judge_partly(criterion, part, &met);
    if (part->verdict == VERDICT_CANNOT_TELL)
        part->reason_key = "reason-unknown";
}

/* A sentence of the author's own that points to an enclosure. */
static bool has_enclosure(const struct judge *judge,
                          const struct scope *scope,
                          const struct predicate *about)
{
    const struct facts *facts = scope->facts;

    if (judge->ruleset->enclosure < 0)
        return false;
    for (size_t i = 0; i < facts->sentence_count; i++) {
        const struct sentence *sentence = &facts->sentences[i];
        const struct passage *passage = sentence_passage(facts, sentence);

        if (sentence_has(sentence, judge->ruleset->enclosure) &&
            passage->voice == VOICE_OWN &&
            (about == NULL || predicate_holds(about, facts, i)) &&
            (scope->measure == NO_INDEX ||
             passage->measure == scope->measure) &&
            (scope->area == NO_INDEX || passage_is_of(passage, scope->area)))
            return true;
    }
    return false;
}

static void make_uncertain(const struct judge *judge,
                           const struct criterion *criterion,
                           struct judged_part *part)
{
    for (size_t i = 0; i < criterion->cannot_tell_count; i++) {
        const struct clause *clause = &criterion->cannot_tell[i];

        if (!says(clause->check, &part->scope, TRUTH_YES))
            continue;
        part->verdict = VERDICT_CANNOT_TELL;
        part->reason = &clause->reason;
        return;
    }
    if (criterion->enclosure && !part->sure &&
        part->verdict != VERDICT_CANNOT_TELL &&
        has_enclosure(judge, &part->scope, criterion->enclosure_about)) {
        part->reason_key = part->verdict == VERDICT_PARTLY
                               ? "reason-enclosure-partly"
                               : "reason-enclosure";
        part->verdict = VERDICT_CANNOT_TELL;
    }
}

/* What the author already says elsewhere, shown beside what is asked. */
static void look_elsewhere(const struct criterion *criterion,
                           struct judged_part *part)
{
    struct outcome found;

    if (criterion->already == NULL || part->verdict == VERDICT_MET)
        return;
    check_run(criterion->already, &part->scope, &found);
    if (found.truth != TRUTH_YES || found.evidence_count == 0)
        return;
    part->already = found.evidence[0];
    part->already.role = CONTEXT;
    outcome_keep(&part->outcome, &part->scope, part->already);
    outcome_take_names(&part->outcome, &part->scope, &found);
}

void judge_part(const struct judge *judge,
                const struct criterion *criterion, struct judged_part *part)
{
    for (size_t i = 0; i < criterion->apply_count; i++) {
        if (says(criterion->applies[i].check, &part->scope, TRUTH_YES))
            continue;
        part->verdict = VERDICT_NOT_APPLICABLE;
        part->reason = &criterion->applies[i].reason;
        return;
    }
    judge_truth(criterion, part);
    if (part->outcome.limit) {
        part->verdict = VERDICT_ERROR;
        part->reason_key = "reason-limit";
    } else if (part->verdict != VERDICT_MET) {
        make_uncertain(judge, criterion, part);
        look_elsewhere(criterion, part);
    }
}

static enum verdict roll_up_with(const struct judged_part *parts,
                                 size_t count, enum verdict unknown)
{
    size_t of = 0, met = 0, partly = 0;

    for (size_t i = 0; i < count; i++) {
        enum verdict verdict = parts[i].verdict;

        if (verdict == VERDICT_NOT_APPLICABLE)
            continue;
        if (verdict == VERDICT_ERROR)
            return VERDICT_ERROR;
        if (verdict == VERDICT_CANNOT_TELL)
            verdict = unknown;
        of++;
        met += verdict == VERDICT_MET;
        partly += verdict == VERDICT_PARTLY;
    }
    if (of == 0)
        return VERDICT_NOT_APPLICABLE;
    if (met == of)
        return VERDICT_MET;
    return met + partly ? VERDICT_PARTLY : VERDICT_NOT_MET;
}

enum verdict roll_up(const struct judged_part *parts, size_t count)
{
    enum verdict best = roll_up_with(parts, count, VERDICT_MET);
    enum verdict worst = roll_up_with(parts, count, VERDICT_NOT_MET);

    return best == worst ? best : VERDICT_CANNOT_TELL;
}

enum verdict roll_up_areas(const struct judged_part *parts, size_t count,
                           bool best)
{
    /* From the best to the worst that can be said. */
    static const enum verdict order[] = {VERDICT_MET, VERDICT_PARTLY,
                                         VERDICT_CANNOT_TELL,
                                         VERDICT_NOT_MET, VERDICT_ERROR};
    enum { ORDERS = sizeof order / sizeof *order };

    for (int i = 0; i < ORDERS; i++) {
        enum verdict wanted = order[best ? i : ORDERS - 1 - i];

        for (size_t j = 0; j < count; j++)
            if (parts[j].verdict == wanted)
                return wanted;
    }
    return VERDICT_NOT_APPLICABLE;
}

bool verdict_is_gap(enum verdict verdict)
{
    return verdict == VERDICT_PARTLY || verdict == VERDICT_NOT_MET ||
           verdict == VERDICT_CANNOT_TELL || verdict == VERDICT_ERROR;
}
