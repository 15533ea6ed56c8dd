/* examples - rules proved by the examples they carry. */
#include "api/examples.h"

#include "input/input.h"
#include "review/review.h"

enum { ROUNDS_MOST = 12 };

struct proving {
    const struct ruleset *ruleset;
    int language;
    struct buf *report;
    struct examples_tally tally;
};

static void report(struct proving *proving, const struct node *at,
                   const struct criterion *criterion, const char *key,
                   const char *wanted, const char *got, struct str said)
{
    struct text_value values[] = {
        {"criterion", criterion->id},
        {"wanted", str_from(wanted)},
        {"got", str_from(got)},
        {"said", said},
    };

    proving->tally.problems++;
    buf_format(proving->report, "%.*s:%zu: ", (int)at->file.length,
               at->file.at, at->line);
    texts_say(proving->report, proving->ruleset->texts, proving->language,
              key, values, 4);
    buf_add_byte(proving->report, '\n');
}

/* One document judged for one criterion. */
struct trial {
    struct document *document;
    struct outline *outline;
    struct review *review;
    const struct result *result; /* NULL when nothing could be judged */
};

static const struct result *find_result(const struct reviewed *reviewed,
                                        const struct criterion *criterion)
{
    for (size_t i = 0; i < reviewed->result_count; i++)
        if (reviewed->results[i].criterion == criterion)
            return &reviewed->results[i];
    return NULL;
}

/* In a decision, the account it retells is what the example is about. */
static const struct result *result_of(const struct review *review,
                                      const struct criterion *criterion)
{
    const struct result *result = NULL;

    for (size_t i = 0; i < review->document_count; i++) {
        result = find_result(&review->documents[i], criterion);
        if (result && result->verdict != VERDICT_NOT_APPLICABLE)
            return result;
    }
    return result;
}

static struct review_options options_of(const struct example *example)
{
    struct review_options options = {.mode = "check",
                                     .language = "sv",
                                     .today = {2026, 1, 1},
                                     .profile = STR("auto")};
    struct date date;

    if (date_parse(example->date, &date))
        options.date = date;
    return options;
}

static void trial_start(struct trial *trial, const struct proving *proving,
                        const struct criterion *criterion,
                        const struct example *example, struct str text)
{
    *trial = (struct trial){0};
    trial->document = input_read(STR("example.txt"), text, NULL);
    if (trial->document == NULL)
        return;
    trial->outline =
        outline_new(trial->document, proving->ruleset->templates);
    trial->review = review_new(proving->ruleset, options_of(example));
    review_document(trial->review, trial->document, trial->outline);
    trial->result = result_of(trial->review, criterion);
}

static void trial_end(struct trial *trial)
{
    review_free(trial->review);
    outline_free(trial->outline);
    document_free(trial->document);
}

/* What a reader is told, which shows the rule's writer why. */
static struct str said_of(const struct result *result)
{
    if (result && result->message.length)
        return result->message;
    return result ? result->reason : STR("");
}

static enum verdict trial_verdict(const struct trial *trial)
{
    return trial->result ? trial->result->verdict : VERDICT_ERROR;
}

static bool is_blanked(const struct result *result, uint32_t offset)
{
    for (size_t i = 0; i < result->evidence_count; i++) {
        struct span span = result->evidence[i].span;

        if (result->evidence[i].role == SUPPORTS && offset >= span.start &&
            offset < span_end(span))
            return true;
    }
    return false;
}

/* The document as plain text again, without what supports the result. */
static void write_without(struct buf *into, const struct trial *trial)
{
    const struct document *document = trial->document;

    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        if (block->column > 1)
            buf_cut(into, into->length - 1);
        else if (block->flags & BLOCK_AFTER_BLANK)
            buf_add_byte(into, '\n');
        if (block->flags & BLOCK_STARTS_CELL)
            buf_add_byte(into, '\t');
        for (uint32_t at = block->span.start; at < span_end(block->span);
             at++)
            if (!is_blanked(trial->result, at))
                buf_add_byte(into, document->text.at[at]);
        buf_add_byte(into, '\n');
    }
}

static bool has_support(const struct result *result)
{
    for (size_t i = 0; i < result->evidence_count; i++)
        if (result->evidence[i].role == SUPPORTS)
            return true;
    return false;
}

/* Blank what supports a met, again and again, until the verdict falls. */
static void prove_evidence(struct proving *proving,
                           const struct criterion *criterion,
                           const struct example *example,
                           const struct trial *first)
{
    struct trial trial = *first;
    struct buf text = {0};
    int round = 0;

    proving->tally.blanked++;
    while (trial_verdict(&trial) == VERDICT_MET &&
           has_support(trial.result) && round++ < ROUNDS_MOST) {
        buf_cut(&text, 0);
        write_without(&text, &trial);
        if (round > 1)
            trial_end(&trial);
        trial_start(&trial, proving, criterion, example, buf_str(&text));
    }
    if (trial_verdict(&trial) == VERDICT_MET)
        report(proving, example->node, criterion, "example-stays-met", "",
               "", STR(""));
    if (round > 0)
        trial_end(&trial);
    buf_free(&text);
}

static void add_field(struct buf *text, struct str label, struct str answer)
{
    buf_format(text, "\t%.*s\n\t%.*s\n", (int)label.length, label.at,
               (int)answer.length, answer.at);
}

/* Text number `index` of a field: a list has one per block. */
static bool field_text(const struct node *field, size_t index,
                       struct str *text)
{
    const struct node *item = field;

    if (field->kind == NODE_LIST)
        for (item = field->first; item && index > 0; item = item->next)
            index--;
    else if (index > 0)
        return false;
    if (item == NULL)
        return false;
    *text = item->text;
    return true;
}

/* A form around the fields that the example gives, in the form's order. */
static bool write_form(struct buf *text, const struct proving *proving,
                       const struct example *example)
{
    const struct templates *templates = proving->ruleset->templates;
    const struct template *template =
        templates_find(templates, example->document);
    bool more = true;

    if (template == NULL)
        return false;
    buf_add(text, template_title(templates, template));
    buf_add_text(text, "\n\n");
    for (size_t block = 0; more; block++) {
        more = false;
        for (size_t role = 0; role < templates_role_count(templates);
             role++) {
            const struct node *field = node_get(
                example->fields, templates_role(templates, (int)role).at);
            struct str answer;

            if (field == NULL || !field_text(field, block, &answer))
                continue;
            more = true;
            add_field(text, template_label(templates, template, (int)role),
                      answer);
        }
    }
    return true;
}

static bool write_example(struct buf *text, const struct proving *proving,
                          const struct example *example)
{
    if (example->fields)
        return write_form(text, proving, example);
    buf_add(text, example->text);
    return example->text.length > 0;
}

static enum verdict prove_example(struct proving *proving,
                                  const struct criterion *criterion,
                                  const struct example *example)
{
    struct trial trial;
    struct buf text = {0};
    enum verdict verdict;

    if (!write_example(&text, proving, example)) {
        report(proving, example->node, criterion, "example-empty", "", "",
               STR(""));
        buf_free(&text);
        return VERDICT_ERROR;
    }
    trial_start(&trial, proving, criterion, example, buf_str(&text));
    verdict = trial_verdict(&trial);
    proving->tally.run++;
    if (verdict != example->expect)
        report(proving, example->node, criterion, "example-differs",
               verdict_name(example->expect), verdict_name(verdict),
               said_of(trial.result));
    else if (verdict == VERDICT_MET && !criterion->if_found &&
             has_support(trial.result))
        prove_evidence(proving, criterion, example, &trial);
    trial_end(&trial);
    buf_free(&text);
    return verdict;
}

static bool can_give(const struct criterion *criterion, enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_MET:
        return true;
    case VERDICT_NOT_MET: /* a rule without the words never says so */
        return criterion->say[verdict].text[TEXTS_SV].length > 0;
    case VERDICT_PARTLY:
        return criterion->partly != NULL || criterion->doubt != NULL;
    case VERDICT_CANNOT_TELL:
        return criterion->cannot_tell_count > 0;
    default:
        return false;
    }
}

static void prove_criterion(struct proving *proving,
                            const struct criterion *criterion)
{
    bool reached[VERDICTS] = {false};

    for (size_t i = 0; i < criterion->example_count; i++)
        reached[prove_example(proving, criterion, &criterion->examples[i])] =
            true;
    for (int i = 0; i < VERDICTS; i++)
        if (can_give(criterion, (enum verdict)i) && !reached[i])
            report(proving, criterion->node, criterion, "example-missing",
                   verdict_name((enum verdict)i), "", STR(""));
}

void examples_run(const struct ruleset *ruleset, int language,
                  const struct criterion *criterion, struct buf *into,
                  struct examples_tally *tally)
{
    struct proving proving = {.ruleset = ruleset,
                              .language = language,
                              .report = into,
                              .tally = *tally};

    prove_criterion(&proving, criterion);
    *tally = proving.tally;
}
