/* check filled - boxes of a form hold words of the author's own. */
#include "check/kinds.h"
#include "check/selection.h"

enum { LABEL_MOST = 60 }; /* bytes of a label in a message */

enum missing { MISSING_SKIP, MISSING_NO, MISSING_UNKNOWN };

struct settings {
    uint64_t roles;
    unsigned voices;  /* whose words fill a box; the author's own */
    unsigned words;   /* at least so many own words */
    bool any_block;   /* one filled box of a role is enough */
    unsigned missing; /* a row that is not there; unknown when nowhere */
    struct predicate * not ; /* such a sentence alone fills no box */
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    static const char *const missing[] = {"skip", "no", "unknown", NULL};
    struct settings *settings = into;
    struct problems *problems = reader->predicates.problems;
    struct selection selection;

    selection_read(reader, node, &selection);
    settings->roles = selection.roles;
    settings->voices = selection.voices;
    if (selection.roles == 0)
        node_problem(problems, node, "rule-missing-key", "in");
    settings->words = node_number(problems, node, "words", 1);
    settings->any_block = node_bool(problems, node, "any_block", false);
    settings->missing =
        node_choice(problems, node, "missing", missing, MISSING_SKIP);
    if (node_get(node, "not"))
        settings->not =
            predicate_read(&reader->predicates, node_get(node, "not"));
}

static unsigned own_words(const struct settings *settings,
                          const struct scope *scope,
                          const struct passage *passage)
{
    const struct facts *facts = scope->facts;
    size_t i = facts_sentence_at(facts, passage->span.start);
    unsigned words = 0;

    for (; i < facts->sentence_count &&
           span_inside(facts->sentences[i].span, passage->span);
         i++)
        if (settings->not == NULL || !column_has(facts, settings->not, i))
            words += facts->sentences[i].words;
    return words;
}

static unsigned field_words(const struct settings *settings,
                            const struct scope *scope,
                            const struct field *field)
{
    const struct outline *outline = scope->facts->outline;
    unsigned words = 0;

    for (size_t i = 0; i < field->passage_count; i++) {
        const struct passage *passage =
            &outline->passages[field->first_passage + i];

        if (settings->voices >> passage->voice & 1)
            words += own_words(settings, scope, passage);
    }
    return words;
}

/* The first words of a label, up to a full stop, a colon or a bracket. */
static struct str label_text(const struct scope *scope,
                             const struct field *field)
{
    struct str label = document_text(scope->facts->document, field->label);

    for (size_t i = 0; i < label.length; i++)
        if (i > 8 &&
            (label.at[i] == '.' || label.at[i] == ':' || label.at[i] == '('))
            label.length = i;
    label = str_trim(label);
    if (label.length <= LABEL_MOST)
        return label;
    for (label.length = LABEL_MOST;
         label.length > 0 && label.at[label.length] != ' ';)
        label.length--;
    return arena_format(scope->arena, "%.*s …", (int)label.length, label.at);
}

static void note_empty(struct outcome *outcome, const struct scope *scope,
                       const struct field *field)
{
    struct span span = field->content;

    if (outcome->box.length == 0)
        outcome->box = label_text(scope, field);
    if (span.length == 0)
        span = field->label;
    outcome_evidence(outcome, scope, CONTRADICTS, span);
    outcome_searched(outcome, scope, span);
}

static void note_filled(struct outcome *outcome, const struct scope *scope,
                        const struct field *field)
{
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < field->passage_count; i++) {
        const struct passage *passage =
            &outline->passages[field->first_passage + i];
        size_t first = facts_sentence_at(scope->facts, passage->span.start);

        if (passage->voice != VOICE_OWN ||
            first == scope->facts->sentence_count)
            continue;
        outcome_evidence(outcome, scope, SUPPORTS,
                         scope->facts->sentences[first].span);
        return;
    }
}

struct tally {
    size_t rows, filled;
    const struct field *empty; /* the first that is not filled */
};

static bool is_asked(const struct scope *scope, const struct field *field,
                     int role)
{
    return field->role == role &&
           (scope->goal_block == NO_INDEX || field->goal_block == NO_INDEX ||
            field->goal_block == scope->goal_block);
}

static void tally_fields(const struct settings *settings,
                         const struct scope *scope, struct outcome *outcome,
                         struct tally *tally, const struct field *fields,
                         size_t count, int role)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_asked(scope, &fields[i], role))
            continue;
        tally->rows++;
        if (field_words(settings, scope, &fields[i]) >= settings->words) {
            tally->filled++;
            note_filled(outcome, scope, &fields[i]);
        } else if (tally->empty == NULL) {
            tally->empty = &fields[i];
        }
    }
}

static struct tally tally_role(const struct settings *settings,
                               const struct scope *scope,
                               struct outcome *outcome, int role)
{
    const struct outline *outline = scope->facts->outline;
    struct tally tally = {0, 0, NULL};

    for (size_t i = 0; i < outline->measure_count; i++)
        if (scope->measure == NO_INDEX || scope->measure == (int)i)
            tally_fields(settings, scope, outcome, &tally,
                         outline->measures[i].fields,
                         outline->measures[i].field_count, role);
    if (scope->measure == NO_INDEX)
        tally_fields(settings, scope, outcome, &tally,
                     outline->summary_fields, outline->summary_field_count,
                     role);
    return tally;
}

/* Whether the form's row is anywhere in the document. */
static bool is_in_document(const struct scope *scope, int role)
{
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->measure_count; i++)
        for (size_t j = 0; j < outline->measures[i].field_count; j++)
            if (outline->measures[i].fields[j].role == role)
                return true;
    return false;
}

static enum truth is_filled(const struct settings *settings,
                            const struct scope *scope, struct tally tally,
                            int role)
{
    bool filled =
        settings->any_block ? tally.filled > 0 : tally.filled == tally.rows;

    if (tally.rows == 0 && settings->missing == MISSING_UNKNOWN)
        return is_in_document(scope, role) ? TRUTH_NO : TRUTH_UNKNOWN;
    if (tally.rows == 0)
        filled = settings->missing == MISSING_SKIP;
    return filled ? TRUTH_YES : TRUTH_NO;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    size_t unknown = 0;

    for (int role = 0; role < ROLES_MOST; role++) {
        struct tally tally;
        enum truth filled;

        if (!(settings->roles >> role & 1))
            continue;
        tally = tally_role(settings, scope, outcome, role);
        filled = is_filled(settings, scope, tally, role);
        outcome->of++;
        outcome->found += filled == TRUTH_YES;
        unknown += filled == TRUTH_UNKNOWN;
        if (filled == TRUTH_NO && tally.empty)
            note_empty(outcome, scope, tally.empty);
    }
    if (outcome->found == outcome->of)
        outcome->truth = TRUTH_YES;
    else if (outcome->found + unknown == outcome->of)
        outcome->truth = TRUTH_UNKNOWN;
}

static const char *const keys[] = {"in",      "voice", "words", "any_block",
                                   "missing", "not",   NULL};

const struct check_kind check_filled = {
    .name = "filled",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
