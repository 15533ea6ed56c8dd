/* check provisions - a cited provision is not there, or is about another. */
#include "check/kinds.h"
#include "check/selection.h"
#include "law/fit.h"
#include "law/register.h"

enum { SUBJECTS_MOST = 8 };

struct settings {
    struct selection selection;
    struct predicate *where; /* on the sentence; NULL for any */
    bool fit;                /* it must also be about what it is cited for */
    struct str subjects[SUBJECTS_MOST]; /* of the law's subjects … */
    int lexicons[SUBJECTS_MOST];        /* … and the words that show one */
    size_t subject_count;
};

static void read_subject(const struct check_reader *reader,
                         struct settings *settings, const struct node *node)
{
    int lexicon = lexicon_ask(reader->predicates.lexicons, node->text);

    if (lexicon < 0 || !law_fit_knows(node->key)) {
        node_problem(reader->predicates.problems, node, "rule-unknown-name",
                     lexicon < 0 ? NULL : node->key.at);
        return;
    }
    settings->subjects[settings->subject_count] = node->key;
    settings->lexicons[settings->subject_count++] = lexicon;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    const struct node *subjects = node_get(node, "subjects");

    selection_read(reader, node, &settings->selection);
    settings->fit =
        node_bool(reader->predicates.problems, node, "fit", false);
    if (subjects && subjects->count <= SUBJECTS_MOST)
        for (const struct node *item = subjects->first; item;
             item = item->next)
            read_subject(reader, settings, item);
    if (node_get(node, "where"))
        settings->where =
            predicate_read(&reader->predicates, node_get(node, "where"));
}

/* Whether the citation is among what the check looks at. */
static bool is_looked_at(const struct settings *settings,
                         const struct scope *scope, struct span span)
{
    const struct passage *passage =
        outline_passage_of(scope->facts->outline, span);
    size_t after = facts_sentence_at(scope->facts, span.start + 1);

    if (passage == NULL ||
        !selection_has(&settings->selection, scope, passage))
        return false;
    return settings->where == NULL || after == 0 ||
           column_has(scope->facts, settings->where, after - 1);
}

struct finding {
    const struct settings *settings;
    const struct scope *scope;
    struct outcome *outcome;
    const struct citation *citation;
    bool doubtful; /* something could not be told */
};

static struct str date_text(const struct scope *scope, struct date date)
{
    char text[DATE_TEXT];

    return arena_str(scope->arena, str_from(date_print(date, text)));
}

static struct str provision_text(const struct scope *scope,
                                 const struct provision *provision)
{
    struct buf buf = {0};
    struct str text;

    provision_print(&buf, provision);
    text = arena_str(scope->arena, buf_str(&buf));
    buf_free(&buf);
    return text;
}

/* The first find is the one the message speaks of. */
static void note(struct finding *finding, const char *what)
{
    struct outcome *outcome = finding->outcome;

    if (outcome->said_count == 0) {
        outcome_say(outcome, finding->scope, what, STR("1"));
        outcome_say(outcome, finding->scope, "datum",
                    date_text(finding->scope, finding->scope->date));
    }
    outcome->found++;
    outcome_evidence(outcome, finding->scope, SUPPORTS,
                     finding->citation->span);
}

/* When it changed, and by which act. */
static void say_change(struct finding *finding,
                       const struct judgement *judgement)
{
    outcome_say(finding->outcome, finding->scope, "andrad",
                date_text(finding->scope, judgement->changed));
    if (judgement->act)
        outcome_say(finding->outcome, finding->scope, "sfs",
                    arena_format(finding->scope->arena, "%u:%u",
                                 judgement->act >> 16,
                                 judgement->act & 0xFFFF));
}

static void judge_existence(struct finding *finding,
                            const struct provision *provision)
{
    struct judgement judgement =
        register_judge(provision, finding->scope->date);
    bool gone =
        judgement.status == LAW_REPEALED || judgement.status == LAW_NOT_YET;

    if (provision->implied)
        return;
    if (judgement.status == LAW_UNKNOWN && judgement.knows &&
        judgement.last_known != LAW_IN_FORCE) {
        finding->doubtful = true;
        outcome_say(finding->outcome, finding->scope, "registret",
                    date_text(finding->scope, judgement.known_until));
        return;
    }
    if (judgement.off && judgement.status == LAW_IN_FORCE) {
        note(finding, "del");
        return;
    }
    if (judgement.status == LAW_NEVER && !provision->repaired &&
        !finding->citation->open) {
        note(finding, "aldrig");
    } else if (gone && !finding->scope->date_assumed &&
               !provision->repaired) {
        note(finding,
             judgement.status == LAW_REPEALED ? "upphavd" : "annu_inte");
        outcome_say(finding->outcome, finding->scope, "rubrik_nu",
                    judgement.heading_now);
        say_change(finding, &judgement);
        if (judgement.now.statute.year)
            outcome_say(finding->outcome, finding->scope, "lagrum",
                        provision_text(finding->scope, &judgement.now));
    } else if (gone || judgement.status == LAW_NEVER) {
        finding->doubtful = true;
    }
}

/* On a line of its own, where an area says what law it rests on. */
static bool is_law_line(const struct document *document, struct span span)
{
    size_t block = document_block_at(document, span.start);

    return span.length * 2 > document->blocks[block].span.length;
}

/* The subject of the area that rests on the citation, if one does. */
static struct str area_subject(const struct finding *finding)
{
    const struct facts *facts = finding->scope->facts;
    struct span span = finding->citation->span;

    for (size_t i = 0; i < facts->outline->area_count; i++)
        if (span_overlap(facts->outline->areas[i].law, span) &&
            is_law_line(facts->document, span))
            return facts->outline->areas[i].subject;
    return STR("");
}

/* What the words of its sentence show, when they show one thing only. */
static struct str sentence_subject(const struct finding *finding)
{
    const struct facts *facts = finding->scope->facts;
    size_t after =
        facts_sentence_at(facts, finding->citation->span.start + 1);
    struct str subject = STR("");

    for (size_t i = 0; after > 0 && i < finding->settings->subject_count;
         i++) {
        if (!sentence_has(&facts->sentences[after - 1],
                          finding->settings->lexicons[i]))
            continue;
        if (subject.length)
            return STR("");
        subject = finding->settings->subjects[i];
    }
    return subject;
}

static bool is_off(struct str subject, bool by_area,
                   const struct provision *provision, struct date date,
                   struct str *heading)
{
    return by_area
               ? law_fit(subject, provision, date, heading) == LAW_ELSEWHERE
               : law_fit_former(subject, provision, date, heading);
}

/*
 * The law line of an area is to be about its subject. Within a sentence
 * many things may be cited: there only a number that its subject has had on
 * other days is sure to be a mistake.
 */
static void judge_fit(struct finding *finding,
                      const struct provision *provision)
{
    const struct scope *scope = finding->scope;
    struct str subject = area_subject(finding), heading = STR("");
    struct date earliest = scope->facts->outline->not_before;
    struct provision instead;
    bool by_area = subject.length > 0;

    if (!by_area)
        subject = sentence_subject(finding);
    if (provision->repaired || provision->implied || subject.length == 0 ||
        !is_off(subject, by_area, provision, scope->date, &heading))
        return;
    /* Without a date it must have been off on every day it may be of. */
    if (scope->date_assumed &&
        (earliest.year == 0 ||
         !is_off(subject, by_area, provision, earliest, &heading)))
        return;
    note(finding, "annat");
    outcome_say(finding->outcome, finding->scope, "rubrik", heading);
    if (law_fit_provisions(subject, &instead, 1) > 0)
        outcome_say(finding->outcome, finding->scope, "lagrum",
                    provision_text(finding->scope, &instead));
}

static void judge_citation(struct finding *finding)
{
    const struct citation *citation = finding->citation;

    for (size_t i = 0; i < citation->provision_count; i++) {
        size_t before = finding->outcome->found;

        finding->outcome->of++;
        judge_existence(finding, &citation->provisions[i]);
        if (finding->settings->fit && finding->outcome->found == before)
            judge_fit(finding, &citation->provisions[i]);
    }
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    struct finding finding = {
        .settings = from, .scope = scope, .outcome = outcome};
    const struct citations *all = &scope->cited->all;

    for (size_t i = 0; i < all->count; i++) {
        finding.citation = &all->items[i];
        if (finding.citation->kind == CITATION_STATUTE &&
            is_looked_at(finding.settings, scope, all->items[i].span))
            judge_citation(&finding);
    }
    if (outcome->found)
        outcome->truth = TRUTH_YES;
    else
        outcome->truth = finding.doubtful ? TRUTH_UNKNOWN : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "where", "fit", "subjects",
                                   NULL};

const struct check_kind check_provisions = {
    .name = "provisions",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
