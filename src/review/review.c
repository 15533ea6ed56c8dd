/* review - a rule set held against documents: results, points, answer. */
#include "review/review.h"

#include "review/dispose.h"
#include "review/message.h"
#include "review/points.h"
#include "review/verdict.h"

static const char *const answers[] = {NULL, "ready", "not_ready",
                                      "needs_person"};

const char *answer_name(enum answer answer)
{
    return answers[answer];
}

struct review *review_new(const struct ruleset *ruleset,
                          struct review_options options)
{
    struct arena *arena = arena_new();
    struct review *review = arena_alloc(arena, sizeof *review);

    *review = (struct review){
        .arena = arena, .ruleset = ruleset, .options = options};
    return review;
}

void review_free(struct review *review)
{
    if (review)
        arena_free(review->arena);
}

static void forget(struct arena *arena, struct reviewed *reviewed)
{
    static const struct outline known,
        unknown = {.kind = STR_INIT("unknown")};
    bool is_unknown = str_equal(reviewed->outline->kind, unknown.kind);
    struct result *results =
        arena_alloc(arena, reviewed->result_count * sizeof *results);

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *from = &reviewed->results[i];

        results[i] = (struct result){.criterion = from->criterion,
                                     .verdict = from->verdict,
                                     .severity = from->severity,
                                     .confidence = from->confidence,
                                     .disposition = from->disposition,
                                     .setting = from->setting,
                                     .nanoseconds = from->nanoseconds,
                                     .point = -1};
    }
    *reviewed = (struct reviewed){.within = reviewed->within,
                                  .beside = reviewed->beside,
                                  .outline = is_unknown ? &unknown : &known,
                                  .results = results,
                                  .result_count = reviewed->result_count};
}

void review_forget(struct review *review)
{
    for (; review->forgotten < review->document_count; review->forgotten++)
        forget(review->arena, &review->documents[review->forgotten]);
}

void review_skip(struct review *review, struct str path, struct failure why,
                 bool named)
{
    review->skipped =
        arena_grow(review->arena, review->skipped, review->skipped_count,
                   &review->skipped_capacity, sizeof *review->skipped);
    review->skipped[review->skipped_count++] =
        (struct skipped){arena_str(review->arena, path), why, named};
}

/* A must that stops the document: not met, and sure enough to say so. */
static bool stops(const struct result *result)
{
    return result->disposition != DISPOSITION_WAIVED &&
           result->severity == SEVERITY_MUST &&
           result->verdict == VERDICT_NOT_MET &&
           result->confidence != CONFIDENCE_LOW;
}

static bool asks(const struct result *result)
{
    return result->disposition != DISPOSITION_WAIVED &&
           result->severity == SEVERITY_MUST &&
           verdict_is_gap(result->verdict);
}

static const struct result *first_that(const struct reviewed *reviewed,
                                       bool (*test)(const struct result *))
{
    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct result *lead =
            &reviewed->results[reviewed->points[i].results[0]];

        if (test(lead))
            return lead;
    }
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (test(&reviewed->results[i]))
            return &reviewed->results[i];
    return NULL;
}

/* Silence is never a pass: something must have been judged. */
static bool was_judged(const struct reviewed *reviewed)
{
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (reviewed->results[i].verdict != VERDICT_NOT_APPLICABLE)
            return true;
    return false;
}

static void set_answer(const struct judge *judge, struct reviewed *reviewed)
{
    const struct result *reason = first_that(reviewed, stops);
    const char *key = "answer-ready";

    if (str_equal(judge->kind, STR("beslut"))) {
        reviewed->answer = ANSWER_NONE;
        reviewed->answer_reason =
            message_frame(judge, "answer-none", STR(""));
        return;
    }
    reviewed->answer = ANSWER_READY;
    if (!was_judged(reviewed)) {
        reviewed->answer = ANSWER_PERSON;
        key = str_equal(judge->kind, STR("unknown")) ? "answer-kind-unknown"
                                                     : "answer-nothing";
    } else if (reason) {
        reviewed->answer = ANSWER_NOT_READY;
    } else if (str_equal(judge->kind, STR("unknown"))) {
        reviewed->answer = ANSWER_PERSON;
        key = "answer-kind-unknown";
    } else if (is_unjudged(judge->outline)) {
        reviewed->answer = ANSWER_PERSON;
        key = "reason-tillsyn";
    } else if ((reason = first_that(reviewed, asks))) {
        reviewed->answer = ANSWER_PERSON;
    } else if (judge->outline->document->quality != READING_GOOD) {
        reviewed->answer = ANSWER_PERSON;
        key = "answer-reading";
    }
    reviewed->answer_reason =
        reason ? reason->message : message_frame(judge, key, STR(""));
}

static void count_results(struct reviewed *reviewed)
{
    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];

        reviewed->off += result->disposition == DISPOSITION_OFF;
        reviewed->waived += result->disposition == DISPOSITION_WAIVED;
        reviewed->settled += result->disposition == DISPOSITION_JUDGED;
        if (result->disposition != DISPOSITION_WAIVED)
            reviewed->counts[result->severity][result->verdict]++;
    }
}

static void set_profile(struct judge *judge)
{
    const struct settings *settings = judge->ruleset->settings;
    struct str profile = judge->options->profile, kind, level;

    judge->kind = judge->outline->kind;
    judge->level = judge->outline->level;
    if (profile.length == 0)
        profile = settings && settings->profile ? settings->profile->text
                                                : STR("auto");
    if (!templates_profile(judge->ruleset->templates, profile, &kind, &level))
        return; /* refused when it was given */
    if (kind.length)
        judge->kind = kind;
    if (level.length)
        judge->level = level;
}

static void set_date(struct judge *judge, struct reviewed *reviewed)
{
    judge->date = judge->outline->date.date;
    if (judge->date.year == 0)
        judge->date = judge->options->date;
    if (judge->date.year == 0) {
        judge->date = judge->options->today;
        judge->date_assumed = reviewed->cited_on_assumed = true;
    }
    reviewed->cited_on = judge->date;
}

static bool in_outline(const struct outline *outline, struct span span)
{
    return outline->within == NULL || outline_passage_of(outline, span);
}

enum { PROVISIONS_MOST = 4096 }; /* of one citation */

/* A retold account has the citations that stand in it, and no others. */
static void set_citations(struct judge *judge, struct reviewed *reviewed,
                          struct citations all)
{
    struct span *spans =
        arena_alloc(judge->arena, (all.count + 1) * sizeof *spans);
    struct citation *kept =
        arena_alloc(judge->arena, (all.count + 1) * sizeof *kept);
    size_t count = 0, provisions = 0;

    for (size_t i = 0; i < all.count; i++) {
        if (!in_outline(judge->outline, all.items[i].span))
            continue;
        kept[count] = all.items[i];
        citation_on(judge->arena, &kept[count++], judge->date,
                    PROVISIONS_MOST);
        if (all.items[i].item_count)
            spans[provisions++] = all.items[i].span;
    }
    reviewed->citations = all;
    reviewed->citations.items = kept;
    reviewed->citations.count = count;
    judge->cited = (struct cited){spans, provisions, reviewed->citations};
}

static void judge_timed(const struct judge *judge,
                        const struct criterion *criterion,
                        struct result *result)
{
    unsigned long long (*clock)(void) = judge->options->clock;
    unsigned long long began = clock ? clock() : 0;

    judge_criterion(judge, criterion, result);
    result->nanoseconds = clock ? clock() - began : 0;
}

/* What is the same for a decision and the accounts it retells. */
struct reading {
    struct arena *scratch;
    struct pattern_matches *matches;
    const struct tokens *tokens;
    struct hits hits;
    struct citations citations;
};

static void judge_outline(struct review *review,
                          const struct outline *outline,
                          const struct reading *reading,
                          struct reviewed *reviewed)
{
    const struct ruleset *ruleset = review->ruleset;
    struct judge judge = {
        .arena = review->arena,
        .scratch = reading->scratch,
        .matches = reading->matches,
        .ruleset = ruleset,
        .options = &review->options,
        .outline = outline,
        .facts = facts_new(reading->scratch, outline, reading->tokens,
                           reading->hits, ruleset->lexicons, &ruleset->marks),
        .language = texts_language(str_from(review->options.language)),
    };

    if (judge.language < 0)
        judge.language = TEXTS_SV;
    set_profile(&judge);
    set_date(&judge, reviewed);
    set_citations(&judge, reviewed, reading->citations);
    reviewed->results =
        arena_alloc(review->arena, (ruleset->criterion_count + 1) *
                                       sizeof *reviewed->results);
    for (size_t i = 0; i < ruleset->criterion_count; i++)
        judge_timed(&judge, &ruleset->criteria[i],
                    &reviewed->results[reviewed->result_count++]);
    points_make(&judge, reviewed);
    count_results(reviewed);
    set_answer(&judge, reviewed);
    reviewed->settings_note = dispose_note(&judge, reviewed);
}

static struct reviewed *add_document(struct review *review)
{
    review->documents =
        arena_grow(review->arena, review->documents, review->document_count,
                   &review->document_capacity, sizeof *review->documents);
    review->documents[review->document_count] = (struct reviewed){0};
    return &review->documents[review->document_count++];
}

static size_t whole_documents(const struct review *review)
{
    size_t count = 0;

    for (size_t i = 0; i < review->document_count; i++)
        count += review->documents[i].within < 0;
    return count;
}

static void add_accounts(struct review *review, const struct outline *outline,
                         const struct reading *reading, size_t index)
{
    struct str id = review->documents[index].id;

    for (size_t i = 0; i < outline->account_count; i++) {
        struct reviewed *account = add_document(review);

        account->within = (int)index;
        account->id = arena_format(review->arena, "%.*s.a%zu", (int)id.length,
                                   id.at, i + 1);
        account->document = outline->document;
        account->outline = outline->accounts[i];
        judge_outline(review, outline->accounts[i], reading, account);
    }
}

void review_beside(struct review *review, const struct document *document,
                   const struct outline *outline)
{
    size_t number = whole_documents(review) + 1;
    struct reviewed *reviewed = add_document(review);

    reviewed->within = -1;
    reviewed->beside = true;
    reviewed->id = arena_format(review->arena, "d%zu", number);
    reviewed->document = document;
    reviewed->outline = outline;
}

void review_document(struct review *review, const struct document *document,
                     const struct outline *outline)
{
    struct arena *scratch = arena_new();
    const struct tokens *tokens = outline->tokens;
    struct pattern_matches *matches = arena_alloc(scratch, sizeof *matches);
    struct reading reading = {
        .scratch = scratch,
        .matches = matches,
        .tokens = tokens,
        .hits = lexicons_match_asked(review->ruleset->lexicons, tokens,
                                     scratch),
        .citations =
            citations_read(review->arena, document->text, document->ocr)};
    size_t number = whole_documents(review) + 1;
    size_t index = review->document_count;
    struct reviewed *reviewed = add_document(review);

    *matches =
        (struct pattern_matches){.arena = scratch,
                                 .patterns = &review->ruleset->patterns,
                                 .text = document->text};
    reviewed->within = -1;
    reviewed->id = arena_format(review->arena, "d%zu", number);
    reviewed->document = document;
    reviewed->outline = outline;
    judge_outline(review, outline, &reading, reviewed);
    add_accounts(review, outline, &reading, index);
    arena_free(scratch);
}
