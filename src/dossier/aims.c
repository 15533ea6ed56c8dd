/* aims - the goals and problems that the reports of a dossier say. */
#include "dossier/aims.h"

enum { AIM_WORDS = 2 };

static int lexicon(const struct crossing *crossing, const char *name)
{
    return lexicon_find(crossing->review->ruleset->lexicons, str_from(name));
}

static void find_names(struct aims *aims)
{
    const struct lexicons *lexicons =
        aims->crossing->review->ruleset->lexicons;

    aims->goal_heading = lexicon(aims->crossing, "trad_mal_rubrik");
    aims->problem_heading = lexicon(aims->crossing, "trad_problem_rubrik");
    aims->goal_says = lexicon(aims->crossing, "trad_mal_mening");
    aims->problem_says = lexicon(aims->crossing, "trad_problem_mening");
    aims->wants = lexicon(aims->crossing, "trad_vill");
    aims->generic = lexicon(aims->crossing, "trad_allmanna_ord");
    for (size_t i = 0; i < lexicons_count(lexicons); i++)
        if (str_starts(lexicon_name(lexicons, (int)i), STR("amne_")) &&
            !str_ends(lexicon_name(lexicons, (int)i), STR(")")) &&
            aims->matter_count < MATTERS_MOST)
            aims->matters[aims->matter_count++] = (int)i;
}

bool aims_is_owner(const struct aims *aims, size_t place)
{
    return str_equal(aims->crossing->studied[place]->outline->level,
                     STR("huvudman"));
}

/* Reports of either level; what a decision says or retells is not theirs. */
bool aims_is_read(const struct aims *aims, size_t place)
{
    const struct studied *studied = aims->crossing->studied[place];

    return studied->reviewed->within < 0 &&
           !str_equal(studied->outline->kind, STR("beslut")) &&
           !str_equal(studied->outline->kind, STR("unknown")) &&
           (aims_is_owner(aims, place) ||
            str_equal(studied->outline->level, STR("enhet")));
}

/* What stands over the sentence, and what kind of list it leads. */
enum lead { LEAD_NONE, LEAD_GOALS, LEAD_PROBLEMS };

static enum lead lead_of(const struct aims *aims,
                         const struct sentence *heading)
{
    return studied_has(heading, aims->problem_heading) ? LEAD_PROBLEMS
           : studied_has(heading, aims->goal_heading)  ? LEAD_GOALS
                                                       : LEAD_NONE;
}

/* The box of a form that the sentence stands in. */
static enum lead box_of(const struct studied *studied,
                        const struct sentence *sentence)
{
    const struct passage *passage =
        sentence_passage(studied->facts, sentence);
    struct str role;

    if (passage->role < 0 || passage->measure < 0)
        return LEAD_NONE;
    role = templates_role(studied->outline->templates, passage->role);
    return str_equal(role, STR("mal"))       ? LEAD_GOALS
           : str_equal(role, STR("problem")) ? LEAD_PROBLEMS
                                             : LEAD_NONE;
}

/* "Mål 2:", "1.": what comes before the goal's own words. */
static size_t after_label(const struct aims *aims,
                          const struct studied *studied,
                          const struct sentence *sentence)
{
    const struct facts *facts = studied->facts;
    size_t first = sentence->first_token;

    for (size_t i = 0; i < sentence->hit_count; i++) {
        const struct hit *hit = &facts->hits.items[sentence->first_hit + i];

        if (hit->first == sentence->first_token &&
            ((int)hit->lexicon == aims->goal_says ||
             (int)hit->lexicon == aims->problem_says) &&
            hit->end > first && hit->end < sentence->end_token)
            first = hit->end;
    }
    return first;
}

/* Said before in the same document, in a box for the next goal. */
static bool is_said(const struct aims *aims, size_t place,
                    const struct sentence *sentence, bool problem)
{
    const struct studied *studied = aims->crossing->studied[place];

    for (size_t i = 0; i < aims->count; i++) {
        const struct aim *other = &aims->items[i];
        size_t of, shared;

        if (other->place != place || other->problem != problem)
            continue;
        shared = studied_shared(
            studied, sentence->first_token, sentence->end_token, studied,
            other->first, other->sentence->end_token, aims->generic, &of);
        if (shared == of)
            return true;
    }
    return false;
}

static void add_aim(struct aims *aims, size_t place,
                    const struct sentence *sentence, bool problem)
{
    const struct studied *studied = aims->crossing->studied[place];
    size_t first = after_label(aims, studied, sentence), of;

    studied_shared(studied, first, sentence->end_token, studied, first, first,
                   aims->generic, &of);
    if (aims->count < AIMS_MOST && of > 0 &&
        !is_said(aims, place, sentence, problem))
        aims->items[aims->count++] =
            (struct aim){place, sentence, first, problem};
}

static void take_sentence(struct aims *aims, size_t place, enum lead lead,
                          const struct sentence *sentence, bool first)
{
    const struct studied *studied = aims->crossing->studied[place];
    bool listed = studied->outline->document->blocks[sentence->block].kind ==
                  BLOCK_LIST_ITEM;
    enum lead box = box_of(studied, sentence);

    if (box != LEAD_NONE)
        add_aim(aims, place, sentence, box == LEAD_PROBLEMS);
    else if (studied_has(sentence, aims->goal_says))
        add_aim(aims, place, sentence, false);
    else if (studied_has(sentence, aims->problem_says))
        add_aim(aims, place, sentence, true);
    else if (!first)
        return;
    else if (lead == LEAD_PROBLEMS)
        add_aim(aims, place, sentence, true);
    else if (lead == LEAD_GOALS &&
             (listed || studied_has(sentence, aims->wants)))
        add_aim(aims, place, sentence, false);
}

/* Of a paragraph the first sentence that is more than "Område 1." */
static void collect(struct aims *aims, size_t place)
{
    const struct studied *studied = aims->crossing->studied[place];
    enum lead lead = LEAD_NONE;
    size_t block = SIZE_MAX;

    for (size_t i = 0; i < studied->facts->sentence_count; i++) {
        const struct sentence *sentence = &studied->facts->sentences[i];

        if (sentence_passage(studied->facts, sentence)->voice ==
            VOICE_HEADING)
            lead = lead_of(aims, sentence);
        if (!studied_own(studied, sentence) || sentence->words < AIM_WORDS)
            continue;
        take_sentence(aims, place, lead, sentence, sentence->block != block);
        block = sentence->block;
    }
}

struct aims *aims_new(const struct crossing *crossing)
{
    struct aims *aims = arena_alloc(crossing->arena, sizeof *aims);

    *aims = (struct aims){.crossing = crossing};
    find_names(aims);
    for (size_t i = 0; i < crossing->dossier->document_count; i++)
        if (aims_is_read(aims, i))
            collect(aims, i);
    return aims;
}
