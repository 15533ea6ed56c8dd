/* compare_point - what an account says to the points of an area. */
#include "dossier/comparing.h"

/* Whether words of the account name what words of the decision do. */
static bool same_words(const struct comparing *comparing, struct span wanted,
                       struct span name)
{
    size_t first, end, other, other_end, of, shared;

    tokens_in(comparing->decision->tokens, wanted, &first, &end);
    tokens_in(comparing->account->tokens, name, &other, &other_end);
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
        if (same_words(comparing, wanted->name.span,
                       account->areas[i].name.span))
            return (int)i;
    return NO_INDEX;
}

/* Where the account speaks of the area: its own area, or a section. */
struct ask_place comparing_place(const struct comparing *comparing,
                                 const struct area *wanted)
{
    const struct outline *account = comparing->account->outline;
    struct ask_place place = {.area = area_of(comparing, wanted)};

    if (place.area != NO_INDEX)
        place.title = account->areas[place.area].name.span;
    for (size_t i = 0; place.area == NO_INDEX && i < account->section_count;
         i++)
        if (account->sections[i].body.length &&
            same_words(comparing, wanted->name.span,
                       account->sections[i].heading)) {
            place.section = account->sections[i].body;
            place.title = account->sections[i].heading;
            break;
        }
    return place;
}

bool comparing_everywhere(struct ask_place place)
{
    return place.area == NO_INDEX && place.section.length == 0;
}

/* Whether what a heading says it holds is there at all. */
static bool has_words(const struct comparing *comparing,
                      struct ask_place place)
{
    const struct facts *facts = comparing->account->facts;

    for (size_t i = 0; i < facts->sentence_count; i++)
        if (ask_place_has(comparing->account, place, &facts->sentences[i]))
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
bool comparing_unjudged(const struct comparing *comparing)
{
    const struct template *template = comparing->decision->outline->template;

    return template && template_unjudged_accounts(template);
}

/* What the account's section says first, where no words are alike. */
static void lay_beside(const struct comparing *comparing,
                       struct ask_place place, struct ask *ask)
{
    const struct facts *facts = comparing->account->facts;

    for (size_t i = 0;
         !comparing_everywhere(place) && i < facts->sentence_count &&
         ask->passage_count < ASK_PASSAGES_MOST;
         i++) {
        const struct sentence *sentence = &facts->sentences[i];

        if (!ask_place_has(comparing->account, place, sentence))
            continue;
        ask->passages[ask->passage_count++] =
            (struct ask_passage){sentence->span, 0};
        if (ask->progress == PROGRESS_NONE)
            ask->progress =
                progress_of(&comparing->account->progress, sentence);
    }
}

static void leave_open(const struct comparing *comparing,
                       struct ask_place place, struct compared_point *point)
{
    for (size_t i = 0; i < point->asks.count; i++) {
        struct ask *ask = &point->asks.items[i];

        if (ask->passage_count == 0)
            lay_beside(comparing, place, ask);
        ask->verdict = VERDICT_CANNOT_TELL;
        ask->message = studied_say(comparing->arena, comparing->review,
                                   "ask-look", NULL, 0);
    }
}

static const char *point_key(const struct comparing *comparing,
                             const struct compared_point *point, bool said)
{
    return point->verdict == VERDICT_MET           ? "point-met"
           : point->verdict == VERDICT_PARTLY      ? "point-partly"
           : comparing_unjudged(comparing)         ? "reason-tillsyn"
           : point->verdict == VERDICT_CANNOT_TELL ? "point-cannot-tell"
           : !said                                 ? "point-no-section"
           : is_only_planned(&point->asks)         ? "point-planned"
                                                   : "point-not-met";
}

void comparing_sum_up(const struct comparing *comparing, bool said,
                      struct compared_point *point)
{
    struct text_value missed = {"missing", STR("")};

    point->verdict = point_verdict(&point->asks);
    missed.value = missing(comparing, &point->asks);
    point->message =
        studied_say(comparing->arena, comparing->review,
                    point_key(comparing, point, said), &missed, 1);
}

static void compare_point(const struct comparing *comparing, struct span span,
                          struct ask_place place, bool said,
                          struct compared_point *point)
{
    point->text = span;
    point->asks = asks_of(comparing->arena, comparing->decision, span);
    for (size_t i = 0; i < point->asks.count; i++)
        ask_answer(comparing->arena, comparing->decision, comparing->account,
                   place, &point->asks.items[i]);
    if (comparing_unjudged(comparing))
        leave_open(comparing, place, point);
    comparing_sum_up(comparing, said, point);
}

void comparing_points(const struct comparing *comparing,
                      const struct area *area, struct ask_place place,
                      struct compared_area *compared)
{
    bool said = comparing_everywhere(place)
                    ? comparing->account->outline->area_count == 0
                    : has_words(comparing, place);

    compared->points =
        arena_alloc(comparing->arena, (area->development_point_count + 1) *
                                          sizeof *compared->points);
    for (size_t i = 0; i < area->development_point_count; i++)
        compare_point(comparing, area->development_points[i], place, said,
                      &compared->points[compared->point_count++]);
    if (area->development_point_count == 0 && area->intervention)
        compare_point(comparing, area->name.span, place, said,
                      &compared->points[compared->point_count++]);
    if (!comparing_everywhere(place) && !comparing_unjudged(comparing))
        comparing_in_order(comparing, place, compared);
}
