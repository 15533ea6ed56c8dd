/* check document - what was found out about the document as a whole. */
#include "check/kinds.h"

/* A fact: whether it holds, and the words that show it (may be empty). */
struct fact {
    const char *name;
    bool (*holds)(const struct outline *outline, struct span *shown);
};

static bool kind_by_title(const struct outline *outline, struct span *shown)
{
    *shown = outline->kind_span;
    return outline->kind_certainty == 2;
}

static bool kind_known(const struct outline *outline, struct span *shown)
{
    *shown = outline->kind_span;
    return outline->kind_certainty > 0;
}

static bool has_date(const struct outline *outline, struct span *shown)
{
    *shown = outline->date.span;
    return outline->date.span.length > 0;
}

static enum voice voice_at(const struct outline *outline, struct span span)
{
    const struct passage *passage = outline_passage_of(outline, span);

    return passage ? passage->voice : VOICE_OWN;
}

/* In the title block: what stands before the title, and the title itself. */
static bool is_front(const struct outline *outline, struct span span)
{
    const struct document *document = outline->document;
    size_t block = document_block_at(document, outline->kind_span.start);
    bool titled =
        outline->kind_certainty == 2 &&
        document->blocks[block].span.length == outline->kind_span.length;

    return voice_at(outline, span) == VOICE_FRONT ||
           (titled && span.start < span_end(outline->kind_span));
}

static bool has_huvudman(const struct outline *outline, struct span *shown)
{
    *shown = outline->huvudman.span;
    return shown->length > 0;
}

static bool huvudman_in_front(const struct outline *outline,
                              struct span *shown)
{
    return has_huvudman(outline, shown) && is_front(outline, *shown);
}

/* Among the first words, though in running text. */
static bool huvudman_early(const struct outline *outline, struct span *shown)
{
    enum { EARLY = 15 };
    size_t block;

    if (!has_huvudman(outline, shown))
        return false;
    block = document_block_at(outline->document, shown->start);
    return block < EARLY;
}

static bool level_in_front(const struct outline *outline, struct span *shown)
{
    bool said = outline->level_span.length > 0 &&
                !span_overlap(outline->level_span, outline->huvudman.span);

    *shown = said ? outline->level_span : outline->unit.span;
    return shown->length > 0 && is_front(outline, *shown);
}

static bool has_reference(const struct outline *outline, struct span *shown)
{
    if (outline->reference_number_count == 0)
        return false;
    *shown = outline->reference_numbers[0].span;
    return true;
}

static bool has_measure_number(const struct outline *outline,
                               struct span *shown)
{
    for (size_t i = 0; i < outline->measure_count; i++)
        if (outline->measures[i].number_count) {
            *shown = outline->measures[i].fields[0].content;
            return true;
        }
    return false;
}

static bool has_previous_decision(const struct outline *outline,
                                  struct span *shown)
{
    *shown = outline->previous_decision.span;
    return shown->length > 0;
}

static bool has_deadline(const struct outline *outline, struct span *shown)
{
    *shown = outline->deadline.span;
    if (shown->length == 0)
        *shown = outline->received.span;
    return shown->length > 0;
}

static bool front_lost(const struct outline *outline, struct span *shown)
{
    (void)shown;
    return outline->front_lost;
}

static bool is_limited(const struct outline *outline, struct span *shown)
{
    (void)shown;
    return outline->document->quality != READING_GOOD;
}

/* The form asks for colours, and the file cannot show any. */
static bool colour_lost(const struct outline *outline, struct span *shown)
{
    (void)shown;
    return outline->template && template_asks_colour(outline->template) &&
           !outline->document->carries_colour;
}

static bool is_ocr(const struct outline *outline, struct span *shown)
{
    (void)shown;
    return outline->document->ocr;
}

static bool is_retold(const struct outline *outline, struct span *shown)
{
    (void)shown;
    return outline->within != NULL;
}

static bool has_areas(const struct outline *outline, struct span *shown)
{
    if (outline->area_count == 0)
        return false;
    *shown = outline->areas[0].name.span;
    return true;
}

static const struct fact facts[] = {
    {"kind_by_title", kind_by_title},
    {"kind_known", kind_known},
    {"date", has_date},
    {"huvudman", has_huvudman},
    {"huvudman_in_front", huvudman_in_front},
    {"huvudman_early", huvudman_early},
    {"level_in_front", level_in_front},
    {"reference_number", has_reference},
    {"measure_number", has_measure_number},
    {"previous_decision", has_previous_decision},
    {"deadline_or_receipt", has_deadline},
    {"areas", has_areas},
    {"front_lost", front_lost},
    {"limited_reading", is_limited},
    {"ocr", is_ocr},
    {"colour_lost", colour_lost},
    {"retold", is_retold},
};

enum { FACTS = sizeof facts / sizeof *facts };

struct settings {
    unsigned fact;
    struct str *kinds; /* or: one of these kinds of document */
    size_t kind_count;
    struct str *levels; /* or: of one of these levels */
    size_t level_count;
};

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    const char *names[FACTS + 1] = {NULL};

    for (size_t i = 0; i < FACTS; i++)
        names[i] = facts[i].name;
    settings->kinds =
        node_texts(reader->predicates.arena, reader->predicates.problems,
                   node, "kind", &settings->kind_count);
    settings->levels =
        node_texts(reader->predicates.arena, reader->predicates.problems,
                   node, "level", &settings->level_count);
    if (node_get(node, "has") == NULL &&
        settings->kind_count + settings->level_count == 0)
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "has");
    settings->fact =
        node_choice(reader->predicates.problems, node, "has", names, 0);
}

static bool is_one_of(struct str text, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(names[i], text))
            return true;
    return count == 0;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    struct span shown = {0, 0};

    if (settings->kind_count + settings->level_count) {
        bool fits =
            is_one_of(scope->kind, settings->kinds, settings->kind_count) &&
            is_one_of(scope->level, settings->levels, settings->level_count);

        outcome->truth = fits ? TRUTH_YES : TRUTH_NO;
        return;
    }
    outcome->of = 1;
    if (facts[settings->fact].holds(scope->facts->outline, &shown)) {
        outcome->found = 1;
        outcome->truth = TRUTH_YES;
        outcome_evidence(outcome, scope, SUPPORTS, shown);
    }
}

static const char *const keys[] = {"has", "kind", "level", NULL};

const struct check_kind check_document = {
    .name = "document",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
