/* compare - an account held against the decision it answers. */
#include "dossier/comparing.h"

enum { PRECEDENTS_MOST = 3, SPANS_MOST = 400 };

/* What our own criteria say of this area of the account. */
static void add_criteria(const struct comparing *comparing,
                         struct compared_area *compared)
{
    const struct reviewed *report = comparing->account->reviewed;
    struct str name =
        compared->account == NO_INDEX
            ? STR("")
            : comparing->account->outline->areas[compared->account].name.text;

    compared->criteria =
        arena_alloc(comparing->arena,
                    (report->result_count + 1) * sizeof *compared->criteria);
    for (size_t i = 0; name.length && i < report->result_count; i++) {
        const struct result *result = &report->results[i];

        for (size_t j = 0; j < result->part_count; j++)
            if (result->parts[j].verdict != VERDICT_NOT_APPLICABLE &&
                str_find(result->parts[j].subject, name, 0) != SIZE_MAX)
                compared->criteria[compared->criterion_count++] =
                    (struct compared_criterion){result->criterion,
                                                result->parts[j].verdict};
        if (result->part_count == 0 &&
            result->verdict != VERDICT_NOT_APPLICABLE &&
            result->criterion->subject.length &&
            str_equal(result->criterion->subject, compared->area->subject))
            compared->criteria[compared->criterion_count++] =
                (struct compared_criterion){result->criterion,
                                            result->verdict};
    }
}

/* The progress most sentences of the area tell of. */
static enum progress most_of(const size_t counts[PROGRESSES])
{
    enum progress most = PROGRESS_NONE;

    for (int i = PROGRESS_PLANNED; i < PROGRESSES; i++)
        if (counts[i] > (most ? counts[most] : 0))
            most = (enum progress)i;
    return most;
}

static void add_precedents(const struct comparing *comparing,
                           struct compared_area *compared)
{
    const struct facts *facts = comparing->account->facts;
    struct span *spans =
        arena_alloc(comparing->arena, SPANS_MOST * sizeof *spans);
    size_t counts[PROGRESSES] = {0}, count = 0;
    struct precedents_asked asked = {
        .subject = compared->area->subject.length ? compared->area->subject
                                                  : compared->area->name.text,
        .tokens = comparing->account->tokens,
        .spans = spans,
        .most = PRECEDENTS_MOST,
        .without = str_from(comparing->decision->outline->document->sha256),
    };

    for (size_t i = 0; i < facts->sentence_count && count < SPANS_MOST; i++) {
        const struct sentence *sentence = &facts->sentences[i];

        if (!studied_own(comparing->account, sentence) ||
            sentence_passage(facts, sentence)->area != compared->account)
            continue;
        counts[progress_of(&comparing->account->progress, sentence)]++;
        spans[count++] = sentence->span;
    }
    asked.span_count = count;
    asked.progress =
        most_of(counts) ? str_from(progress_name(most_of(counts))) : STR("");
    compared->precedents =
        precedent_closest(comparing->store, comparing->arena, &asked);
}

static void compare_area(const struct comparing *comparing,
                         const struct area *area,
                         struct compared_area *compared)
{
    struct ask_place place = comparing_place(comparing, area);

    compared->area = area;
    compared->account = place.area;
    comparing_points(comparing, area, place, compared);
    add_criteria(comparing, compared);
    if (comparing->store)
        add_precedents(comparing, compared);
}

static void warn(const struct comparing *comparing,
                 struct comparison *comparison, const char *code,
                 const char *key, struct str report, struct str decision)
{
    struct text_value values[] = {{"report", report}, {"decision", decision}};

    comparison->warnings[comparison->warning_count++] =
        (struct compare_warning){
            code,
            studied_say(comparing->arena, comparing->review, key, values, 2)};
}

static bool shares_form(const struct outline *a, const struct outline *b)
{
    for (size_t i = 0; i < a->school_form_count; i++)
        for (size_t j = 0; j < b->school_form_count; j++)
            if (str_equal(a->school_forms[i], b->school_forms[j]))
                return true;
    return a->school_form_count == 0 || b->school_form_count == 0;
}

static struct str day(struct arena *arena, struct date date)
{
    char text[DATE_TEXT];

    return arena_str(arena, str_from(date_print(date, text)));
}

static void add_date_warnings(const struct comparing *comparing,
                              struct comparison *comparison)
{
    const struct outline *decision = comparing->decision->outline;
    struct date written = comparing->account->outline->date.date;
    struct date decided = decision->date.date;
    struct date last = decision->deadline.date;

    if (written.year && decided.year && date_compare(written, decided) < 0)
        warn(comparing, comparison, "report_older_than_decision",
             "compare-older", day(comparing->arena, written),
             day(comparing->arena, decided));
    if (written.year && last.year && date_compare(written, last) > 0)
        warn(comparing, comparison, "after_deadline", "compare-late",
             day(comparing->arena, written), day(comparing->arena, last));
}

/* By the name alone: a scan loses accents, and genitives differ. */
static bool same_name(struct arena *arena, struct str a, struct str b)
{
    return str_equal(studied_owner_key(arena, a),
                     studied_owner_key(arena, b));
}

static void add_warnings(const struct comparing *comparing,
                         struct comparison *comparison)
{
    const struct outline *report = comparing->account->outline;
    const struct outline *decision = comparing->decision->outline;

    if (!shares_form(report, decision))
        warn(comparing, comparison, "school_form_differs",
             "compare-school-form", report->school_forms[0],
             decision->school_forms[0]);
    if (report->huvudman.text.length && decision->huvudman.text.length &&
        !same_name(comparing->arena, report->huvudman.text,
                   decision->huvudman.text))
        warn(comparing, comparison, "huvudman_differs", "compare-huvudman",
             report->huvudman.text, decision->huvudman.text);
    add_date_warnings(comparing, comparison);
    if (comparing_unjudged(comparing))
        comparison->warnings[comparison->warning_count++] =
            (struct compare_warning){"other_criteria",
                                     studied_say(comparing->arena,
                                                 comparing->review,
                                                 "reason-tillsyn", NULL, 0)};
}

struct comparison *comparison_new(struct arena *arena,
                                  const struct review *review, size_t report,
                                  size_t decision, struct store *store)
{
    struct comparison *comparison = arena_alloc(arena, sizeof *comparison);
    struct comparing comparing = {
        .arena = arena,
        .review = review,
        .decision = studied_new(arena, review, decision),
        .account = studied_new(arena, review, report),
        .store = store,
    };
    const struct outline *outline = comparing.decision->outline;

    comparison->report = report;
    comparison->decision = decision;
    comparison->has_store = store != NULL;
    comparison->stored = store ? precedent_count(store) : 0;
    add_warnings(&comparing, comparison);
    comparison->areas = arena_alloc(arena, (outline->area_count + 1) *
                                               sizeof *comparison->areas);
    for (size_t i = 0; i < outline->area_count; i++)
        compare_area(&comparing, &outline->areas[i],
                     &comparison->areas[comparison->area_count++]);
    return comparison;
}

size_t comparison_count(const struct comparison *comparison,
                        enum verdict verdict)
{
    size_t count = 0;

    for (size_t i = 0; i < comparison->area_count; i++)
        for (size_t j = 0; j < comparison->areas[i].point_count; j++)
            count += comparison->areas[i].points[j].verdict == verdict;
    return count;
}

enum verdict comparison_verdict(const struct comparison *comparison)
{
    size_t all = 0;

    for (int v = 0; v < VERDICTS; v++)
        all += comparison_count(comparison, (enum verdict)v);
    if (comparison_count(comparison, VERDICT_NOT_MET))
        return VERDICT_NOT_MET;
    return all && comparison_count(comparison, VERDICT_MET) == all
               ? VERDICT_MET
               : VERDICT_PARTLY;
}
