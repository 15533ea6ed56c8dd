/* compare - an account held against the decision it answers. */
#include "dossier/compare.h"

enum { PRECEDENTS_MOST = 3, SPANS_MOST = 400 };

struct comparing {
    struct arena *arena;
    const struct review *review;
    const struct studied *decision, *account;
    struct store *store;
};

static bool same_words(const struct comparing *comparing,
                       const struct area *a, const struct area *b)
{
    size_t first, end, other, other_end, of, shared;

    tokens_in(comparing->decision->tokens, a->name.span, &first, &end);
    tokens_in(comparing->account->tokens, b->name.span, &other, &other_end);
    shared = studied_shared(comparing->decision, first, end,
                            comparing->account, other, other_end, -1, &of);
    return of > 0 && shared * 3 >= of * 2;
}

/* The account's area about the same thing. */
static int area_of(const struct comparing *comparing,
                   const struct area *wanted)
{
    const struct outline *account = comparing->account->outline;

    for (size_t i = 0; i < account->area_count; i++)
        if (wanted->subject.length &&
            str_equal(account->areas[i].subject, wanted->subject))
            return (int)i;
    for (size_t i = 0; i < account->area_count; i++)
        if (same_words(comparing, wanted, &account->areas[i]))
            return (int)i;
    return NO_INDEX;
}

/* Whether what a heading says it holds is there at all. */
static bool has_words(const struct comparing *comparing, int area)
{
    const struct facts *facts = comparing->account->facts;

    for (size_t i = 0; i < facts->sentence_count; i++)
        if (studied_own(comparing->account, &facts->sentences[i]) &&
            sentence_passage(facts, &facts->sentences[i])->area == area)
            return true;
    return false;
}

static enum verdict better(enum verdict a, enum verdict b)
{
    static const int worth[VERDICTS] = {
        [VERDICT_MET] = 3, [VERDICT_PARTLY] = 2, [VERDICT_CANNOT_TELL] = 1};

    return worth[a] >= worth[b] ? a : b;
}

/* The verdict of the asks one of which is enough. */
static enum verdict choice_verdict(const struct asks *asks, size_t index)
{
    enum verdict verdict = asks->items[index].verdict;

    for (size_t i = 0; i < asks->count; i++)
        if (asks->items[index].choice >= 0 &&
            asks->items[i].choice == asks->items[index].choice)
            verdict = better(verdict, asks->items[i].verdict);
    return verdict;
}

static bool is_first_of_choice(const struct asks *asks, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (asks->items[index].choice >= 0 &&
            asks->items[i].choice == asks->items[index].choice)
            return false;
    return true;
}

/*
 * All met is met. Without one that is, half of them in part is needed for
 * partly: a word here and there is no answer.
 */
static enum verdict point_verdict(const struct asks *asks)
{
    size_t counts[VERDICTS] = {0}, groups = 0;

    for (size_t i = 0; i < asks->count; i++) {
        if (!is_first_of_choice(asks, i))
            continue;
        groups++;
        counts[choice_verdict(asks, i)]++;
    }
    if (counts[VERDICT_MET] == groups)
        return VERDICT_MET;
    if (counts[VERDICT_CANNOT_TELL] > 0 &&
        counts[VERDICT_MET] + counts[VERDICT_PARTLY] == 0)
        return VERDICT_CANNOT_TELL;
    if (counts[VERDICT_MET] == 0 && counts[VERDICT_PARTLY] * 2 < groups)
        return VERDICT_NOT_MET;
    return VERDICT_PARTLY;
}

/* The words for what is asked: its title, or the decision's own words. */
static struct str title_of(const struct comparing *comparing,
                           const struct ask *ask)
{
    if (ask->title.length)
        return ask->title;
    return document_text(comparing->decision->outline->document, ask->text);
}

static struct str missing(const struct comparing *comparing,
                          const struct asks *asks)
{
    struct buf text = {0};
    struct str list;

    for (size_t i = 0; i < asks->count; i++) {
        if (!is_first_of_choice(asks, i) ||
            choice_verdict(asks, i) == VERDICT_MET)
            continue;
        if (text.length)
            buf_add(&text, STR(", "));
        buf_add(&text, title_of(comparing, &asks->items[i]));
    }
    list = arena_str(comparing->arena, buf_str(&text));
    buf_free(&text);
    return list;
}

static bool is_only_planned(const struct asks *asks)
{
    bool planned = false;

    for (size_t i = 0; i < asks->count; i++) {
        if (asks->items[i].progress > PROGRESS_PLANNED)
            return false;
        planned |= asks->items[i].progress == PROGRESS_PLANNED;
    }
    return planned;
}

/* A decision whose accounts no criterion holds for yet: only laid beside. */
static bool is_unjudged(const struct comparing *comparing)
{
    const struct template *template = comparing->decision->outline->template;

    return template && template_unjudged_accounts(template);
}

/* What the account's section says first, where no words are alike. */
static void lay_beside(const struct comparing *comparing, int area,
                       struct ask *ask)
{
    const struct facts *facts = comparing->account->facts;

    for (size_t i = 0; area != NO_INDEX && i < facts->sentence_count &&
                       ask->passage_count < ASK_PASSAGES_MOST;
         i++) {
        const struct sentence *sentence = &facts->sentences[i];

        if (!studied_own(comparing->account, sentence) ||
            !passage_is_of(sentence_passage(facts, sentence), area))
            continue;
        ask->passages[ask->passage_count++] =
            (struct ask_passage){sentence->span, 0};
        if (ask->progress == PROGRESS_NONE)
            ask->progress =
                progress_of(&comparing->account->progress, sentence);
    }
}

static void leave_open(const struct comparing *comparing, int area,
                       struct compared_point *point)
{
    for (size_t i = 0; i < point->asks.count; i++) {
        struct ask *ask = &point->asks.items[i];

        if (ask->passage_count == 0)
            lay_beside(comparing, area, ask);
        ask->verdict = VERDICT_CANNOT_TELL;
        ask->message = studied_say(comparing->arena, comparing->review,
                                   "ask-look", NULL, 0);
    }
}

static void compare_point(const struct comparing *comparing, struct span span,
                          int area, bool said, struct compared_point *point)
{
    struct text_value values[2];
    const char *key;

    point->text = span;
    point->asks = asks_of(comparing->arena, comparing->decision, span);
    for (size_t i = 0; i < point->asks.count; i++)
        ask_answer(comparing->arena, comparing->decision, comparing->account,
                   area, &point->asks.items[i]);
    if (is_unjudged(comparing))
        leave_open(comparing, area, point);
    point->verdict = point_verdict(&point->asks);
    values[0] =
        (struct text_value){"missing", missing(comparing, &point->asks)};
    key = point->verdict == VERDICT_MET           ? "point-met"
          : point->verdict == VERDICT_PARTLY      ? "point-partly"
          : is_unjudged(comparing)                ? "reason-tillsyn"
          : point->verdict == VERDICT_CANNOT_TELL ? "point-cannot-tell"
          : !said                                 ? "point-no-section"
          : is_only_planned(&point->asks)         ? "point-planned"
                                                  : "point-not-met";
    point->message =
        studied_say(comparing->arena, comparing->review, key, values, 1);
}

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
    bool said;

    compared->area = area;
    compared->account = area_of(comparing, area);
    said = compared->account == NO_INDEX
               ? comparing->account->outline->area_count == 0
               : has_words(comparing, compared->account);
    compared->points =
        arena_alloc(comparing->arena, (area->development_point_count + 1) *
                                          sizeof *compared->points);
    for (size_t i = 0; i < area->development_point_count; i++)
        compare_point(comparing, area->development_points[i],
                      compared->account, said,
                      &compared->points[compared->point_count++]);
    if (area->development_point_count == 0 && area->intervention)
        compare_point(comparing, area->name.span, compared->account, said,
                      &compared->points[compared->point_count++]);
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
    if (is_unjudged(comparing))
        comparison->warnings[comparison->warning_count++] =
            (struct compare_warning){
                "other_criteria",
                studied_say(comparing->arena, comparing->review,
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
