/* precedent add - what is kept of a decision. */
#include "precedent/keys.h"
#include "precedent/precedent.h"
#include "precedent/progress.h"
#include "precedent/remove.h"

/* One decision on its way into the store. */
struct adding {
    struct store *store;
    struct arena *arena;
    const struct review *review;
    const struct reviewed *decision;
    const struct outline *outline;
    const struct tokens *tokens;
    struct hits hits;
    struct str *keys;
    struct buf stems;
    int64_t area;
    struct str subject;
};

static void keep_passage(struct adding *adding, const char *voice,
                         enum progress progress, struct span span)
{
    const struct document *document = adding->outline->document;
    struct source_place place = document_place(document, span.start);
    struct statement *statement;
    size_t first, end;
    int64_t id;

    tokens_in(adding->tokens, span, &first, &end);
    buf_cut(&adding->stems, 0);
    keys_add(&adding->stems, adding->tokens, adding->keys, first, end);
    if (adding->stems.length == 0)
        return;
    statement = store_ask(adding->store,
                          "INSERT INTO passage(area, voice, progress, text,"
                          " line, page, subject, stems)"
                          " VALUES(?1,?2,?3,?4,?5,?6,?7,?8)");
    ask_number(statement, 1, adding->area);
    ask_text(statement, 2, str_from(voice));
    ask_text(statement, 3,
             progress ? str_from(progress_name(progress)) : STR(""));
    ask_text(statement, 4, document_text(document, span));
    ask_number(statement, 5, (int64_t)place.line);
    ask_number(statement, 6, (int64_t)place.page);
    ask_text(statement, 7, adding->subject);
    ask_text(statement, 8, buf_str(&adding->stems));
    ask_run(statement);
    id = store_last_id(adding->store);
    statement = store_ask(adding->store, "INSERT INTO word(rowid, subject,"
                                         " stems) VALUES(?1,?2,?3)");
    ask_number(statement, 1, id);
    ask_text(statement, 2, adding->subject);
    ask_text(statement, 3, buf_str(&adding->stems));
    ask_run(statement);
    precedent_count_keys(adding->store, adding->arena,
                         buf_str(&adding->stems), 1);
}

/* The sentence around a span, for what an outcome or a rating says. */
static void keep_sentence(struct adding *adding, const char *voice,
                          struct span span)
{
    const struct tokens *tokens = adding->tokens;
    size_t first, end;

    if (span.length == 0)
        return;
    tokens_in(tokens, span, &first, &end);
    if (first >= end)
        return;
    while (first > 0 &&
           tokens->items[first - 1].block == tokens->items[first].block &&
           !(tokens->items[first - 1].flags & TOKEN_ENDS_SENTENCE))
        first--;
    while (end < tokens->count &&
           !(tokens->items[end - 1].flags & TOKEN_ENDS_SENTENCE))
        end++;
    keep_passage(adding, voice, PROGRESS_NONE,
                 token_span(tokens, first, end));
}

static void keep_verdicts(struct adding *adding,
                          const struct reviewed *account)
{
    for (size_t i = 0; i < account->result_count; i++) {
        const struct result *result = &account->results[i];
        struct statement *statement;

        if (result->verdict == VERDICT_NOT_APPLICABLE)
            continue;
        statement = store_ask(adding->store, "INSERT OR REPLACE INTO verdict"
                                             " VALUES(?1,?2,?3)");
        ask_number(statement, 1, adding->area);
        ask_text(statement, 2, result->criterion->id);
        ask_text(statement, 3, str_from(verdict_name(result->verdict)));
        ask_run(statement);
    }
}

static void keep_account(struct adding *adding,
                         const struct reviewed *account)
{
    const struct ruleset *ruleset = adding->review->ruleset;
    struct facts *facts =
        facts_new(adding->arena, account->outline, adding->tokens,
                  adding->hits, ruleset->lexicons, &ruleset->marks);
    struct progress_marks marks = progress_marks_of(&ruleset->marks);

    for (size_t i = 0; i < facts->sentence_count; i++) {
        const struct sentence *sentence = &facts->sentences[i];
        enum voice voice = sentence_passage(facts, sentence)->voice;

        if (voice == VOICE_RETOLD || voice == VOICE_OWN)
            keep_passage(adding, "account", progress_of(&marks, sentence),
                         sentence->span);
    }
    keep_verdicts(adding, account);
}

static struct str or_empty(const char *text)
{
    return text ? str_from(text) : STR("");
}

/* The passages that follow are of this area. */
static void begin_area(struct adding *adding, int64_t decision, size_t index)
{
    const struct area *area = &adding->outline->areas[index];
    const struct document *document = adding->outline->document;
    struct statement *statement =
        store_ask(adding->store, "INSERT INTO area(decision, place, name,"
                                 " subject, law, rating, outcome,"
                                 " intervention)"
                                 " VALUES(?1,?2,?3,?4,?5,?6,?7,?8)");

    adding->subject =
        key_of_name(adding->arena,
                    area->subject.length ? area->subject : area->name.text);
    ask_number(statement, 1, decision);
    ask_number(statement, 2, (int64_t)index);
    ask_text(statement, 3, area->name.text);
    ask_text(statement, 4, adding->subject);
    ask_text_or_null(statement, 5, document_text(document, area->law));
    ask_text_or_null(statement, 6, or_empty(area->rating));
    ask_text_or_null(statement, 7, or_empty(area->outcome));
    ask_text_or_null(statement, 8, or_empty(area->intervention));
    ask_run(statement);
    adding->area = store_last_id(adding->store);
}

static void keep_area(struct adding *adding, const struct area *area)
{
    for (size_t i = 0; i < area->development_point_count; i++)
        keep_passage(adding, "point", PROGRESS_NONE,
                     area->development_points[i]);
    keep_sentence(adding, "rating", area->rating_span);
    keep_sentence(adding, "outcome", area->outcome_span);
}

static void keep_areas(struct adding *adding, int64_t decision)
{
    const struct review *review = adding->review;
    size_t index = (size_t)(adding->decision - review->documents);

    for (size_t i = 0; i < adding->outline->area_count; i++) {
        begin_area(adding, decision, i);
        keep_area(adding, &adding->outline->areas[i]);
        for (size_t j = index + 1; j < review->document_count &&
                                   review->documents[j].within == (int)index;
             j++)
            if (review->documents[j].outline->within_area == (int)i)
                keep_account(adding, &review->documents[j]);
    }
}

/* Texts with ", " between. */
static struct str join(struct arena *arena, const struct str *items,
                       size_t count)
{
    struct buf all = {0};
    struct str text;

    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add(&all, STR(", "));
        buf_add(&all, items[i]);
    }
    text = arena_str(arena, buf_str(&all));
    buf_free(&all);
    return text;
}

static struct str join_numbers(struct arena *arena,
                               const struct outline *outline)
{
    size_t count = outline->reference_number_count;
    struct str *items = arena_alloc(arena, (count + 1) * sizeof *items);

    for (size_t i = 0; i < count; i++)
        items[i] = outline->reference_numbers[i].text;
    return join(arena, items, count);
}

/* The last part of a path: folders may name people. */
static struct str file_name(struct str path)
{
    for (size_t i = path.length; i > 0; i--)
        if (path.at[i - 1] == '/' || path.at[i - 1] == '\\')
            return str_part(path, i, path.length);
    return path;
}

static int64_t keep_decision(struct adding *adding)
{
    const struct outline *outline = adding->outline;
    char date[DATE_TEXT], previous[DATE_TEXT];
    struct statement *statement =
        store_ask(adding->store, "INSERT INTO decision(sha256, rules, name,"
                                 " template, level, organiser, school_forms,"
                                 " date, previous, numbers)"
                                 " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)");

    ask_text(statement, 1, str_from(outline->document->sha256));
    ask_text(statement, 2, str_from(adding->review->ruleset->sha256));
    ask_text(statement, 3, file_name(outline->document->path));
    ask_text_or_null(statement, 4,
                     outline->template ? template_id(outline->template)
                                       : STR(""));
    ask_text_or_null(statement, 5, outline->level);
    ask_text_or_null(statement, 6, outline->huvudman.text);
    ask_text_or_null(statement, 7,
                     join(adding->arena, outline->school_forms,
                          outline->school_form_count));
    ask_text_or_null(statement, 8,
                     str_from(date_print(outline->date.date, date)));
    ask_text_or_null(
        statement, 9,
        str_from(date_print(outline->previous_decision.date, previous)));
    ask_text_or_null(statement, 10, join_numbers(adding->arena, outline));
    ask_run(statement);
    return store_last_id(adding->store);
}

/* What adding it comes to; when it is there already, with its *id. */
static enum precedent_added look_up(struct store *store, struct str sha256,
                                    struct str rules, int64_t *id)
{
    struct statement *statement = store_ask(
        store, "SELECT id, rules = ?2 FROM decision WHERE sha256 = ?1");
    enum precedent_added added = PRECEDENT_ADDED;

    ask_text(statement, 1, sha256);
    ask_text(statement, 2, rules);
    while (ask_next(statement)) {
        *id = row_number(statement, 0);
        added = row_number(statement, 1) ? PRECEDENT_KNOWN : PRECEDENT_RENEWED;
    }
    return added;
}

bool precedent_add(struct store *store, const struct review *review,
                   size_t index, enum precedent_added *added,
                   struct failure *failure)
{
    const struct reviewed *decision = &review->documents[index];
    const struct outline *outline = decision->outline;
    struct adding adding = {
        .store = store,
        .review = review,
        .decision = decision,
        .outline = outline,
    };
    int64_t id = 0;

    *added = PRECEDENT_NONE;
    if (decision->within >= 0 || outline->area_count == 0 ||
        decision->answer != ANSWER_NONE)
        return true;
    *added = look_up(store, str_from(outline->document->sha256),
                     str_from(review->ruleset->sha256), &id);
    if (*added == PRECEDENT_KNOWN)
        return store_sound(store, failure);
    adding.arena = arena_new();
    if (*added == PRECEDENT_RENEWED)
        precedent_forget(store, adding.arena, id);
    adding.tokens = tokens_new(adding.arena, outline->document);
    adding.hits = lexicons_match(review->ruleset->lexicons, adding.tokens,
                                 adding.arena);
    adding.keys = keys_new(adding.arena, adding.tokens);
    keep_areas(&adding, keep_decision(&adding));
    buf_free(&adding.stems);
    arena_free(adding.arena);
    return store_sound(store, failure);
}
