/*
 * crossing_aims - whether the goals and problems of the huvudman are found
 * again in its units, and those of the units with the huvudman.
 */
#include "dossier/crossing.h"

enum { AIMS_MOST = 60, AIM_WORDS = 2, MATTERS_MOST = 64 };

/* A goal or a problem that a document says. */
struct aim {
    size_t place; /* in the dossier's list of documents */
    const struct sentence *sentence;
    size_t first; /* token, after what only says that it is a goal */
    bool problem;
};

struct aims {
    const struct crossing *crossing;
    struct aim items[AIMS_MOST];
    size_t count;
    int matters[MATTERS_MOST]; /* lexicons of what a sentence is about */
    size_t matter_count;
    int goal_heading, problem_heading, goal_says, problem_says, wants,
        generic; /* lexicons */
};

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

static bool is_owner(const struct aims *aims, size_t place)
{
    return str_equal(aims->crossing->studied[place]->outline->level,
                     STR("huvudman"));
}

/* Reports of either level; what a decision says or retells is not theirs. */
static bool is_read(const struct aims *aims, size_t place)
{
    const struct studied *studied = aims->crossing->studied[place];

    return studied->reviewed->within < 0 &&
           !str_equal(studied->outline->kind, STR("beslut")) &&
           !str_equal(studied->outline->kind, STR("unknown")) &&
           (is_owner(aims, place) ||
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

/* By its own words: a cell also has the names of its row and its column. */
static bool shares_matter(const struct aims *aims,
                          const struct studied *studied,
                          const struct sentence *sentence,
                          const struct studied *other_studied,
                          const struct sentence *other)
{
    for (size_t i = 0; i < aims->matter_count; i++)
        if (studied_has(sentence, aims->matters[i]) &&
            studied_has(other, aims->matters[i]) &&
            sentence_hits(studied->facts, sentence, aims->matters[i]) &&
            sentence_hits(other_studied->facts, other, aims->matters[i]))
            return true;
    return false;
}

/* How sure it is that a sentence speaks of what an aim does. */
enum strength { STRENGTH_NONE, STRENGTH_WEAK, STRENGTH_STRONG };

struct found_again {
    enum strength strength;
    double likeness;
    size_t place;
    const struct sentence *sentence;
};

static bool is_aim(const struct aims *aims, const struct sentence *sentence)
{
    for (size_t i = 0; i < aims->count; i++)
        if (aims->items[i].sentence == sentence)
            return true;
    return false;
}

/*
 * Strong: the same matter and a word in common, two aims of one matter, or
 * much of the words. A matter or a word alone may be chance.
 */
static struct found_again look_at(const struct aims *aims,
                                  const struct aim *aim, size_t place,
                                  const struct sentence *sentence)
{
    struct found_again found = {.place = place, .sentence = sentence};
    const struct studied *own = aims->crossing->studied[aim->place];
    size_t of, shared = studied_shared(
                   own, aim->first, aim->sentence->end_token,
                   aims->crossing->studied[place], sentence->first_token,
                   sentence->end_token, aims->generic, &of);
    bool matter = shares_matter(aims, own, aim->sentence,
                                aims->crossing->studied[place], sentence);

    found.likeness =
        (of ? (double)shared / (double)of : 0) + (matter ? 0.5 : 0);
    if ((matter && (shared >= 1 || is_aim(aims, sentence))) ||
        (shared >= 2 && shared * 5 >= of * 2))
        found.strength = STRENGTH_STRONG;
    else if (matter || shared >= 1)
        found.strength = STRENGTH_WEAK;
    return found;
}

static struct found_again look_in(const struct aims *aims,
                                  const struct aim *aim, size_t place)
{
    const struct studied *studied = aims->crossing->studied[place];
    struct found_again best = {.place = place};

    for (size_t i = 0; i < studied->facts->sentence_count; i++) {
        const struct sentence *sentence = &studied->facts->sentences[i];
        struct found_again found;

        if (!studied_own(studied, sentence))
            continue;
        found = look_at(aims, aim, place, sentence);
        if (found.strength > best.strength ||
            (found.strength == best.strength &&
             found.likeness > best.likeness))
            best = found;
    }
    return best;
}

static bool same_school_form(const struct aims *aims, size_t a, size_t b)
{
    return crossing_same_form(aims->crossing,
                              aims->crossing->dossier->documents[a],
                              aims->crossing->dossier->documents[b]);
}

static struct str say(const struct aims *aims, const struct aim *aim,
                      enum cross_kind kind, size_t found, size_t all)
{
    const struct crossing *crossing = aims->crossing;
    struct str key =
        arena_format(crossing->arena, "again-%s-%s", cross_kind_name(kind),
                     is_owner(aims, aim->place) ? "units" : "owner");
    struct text_value values[] = {
        {"what",
         studied_say(crossing->arena, crossing->review,
                     aim->problem ? "again-problem" : "again-goal", NULL, 0)},
        {"found", arena_format(crossing->arena, "%zu", found)},
        {"all", arena_format(crossing->arena, "%zu", all)},
    };

    return studied_say(crossing->arena, crossing->review, key.at, values, 3);
}

static void tell(const struct aims *aims, const struct aim *aim,
                 const struct found_again *best, size_t found, size_t all)
{
    static const enum cross_kind kinds[] = {CROSS_UNANSWERED,
                                            CROSS_CANNOT_TELL, CROSS_AGREES};
    const size_t *documents = aims->crossing->dossier->documents;
    enum cross_kind kind = kinds[best->strength];
    struct cross cross = {
        .kind = kind,
        .about = aim->problem ? ABOUT_PROBLEM : ABOUT_GOAL,
        .message = say(aims, aim, kind, found, all),
        .evidence = {{.document = documents[aim->place],
                      .span = aim->sentence->span}},
        .evidence_count = 1,
    };

    if (best->sentence)
        cross.evidence[cross.evidence_count++] = (struct cross_evidence){
            .document = documents[best->place], .span = best->sentence->span};
    crossing_add(aims->crossing, cross);
}

/* Look for an aim in all documents of the other level and its school form. */
static void look_for(const struct aims *aims, const struct aim *aim)
{
    struct found_again best = {0};
    size_t found = 0, all = 0;

    for (size_t i = 0; i < aims->crossing->dossier->document_count; i++) {
        struct found_again one;

        if (!is_read(aims, i) ||
            is_owner(aims, i) == is_owner(aims, aim->place) ||
            !same_school_form(aims, i, aim->place))
            continue;
        one = look_in(aims, aim, i);
        all++;
        found += one.strength == STRENGTH_STRONG;
        if (one.strength > best.strength ||
            (one.strength == best.strength && one.likeness > best.likeness))
            best = one;
    }
    if (all)
        tell(aims, aim, &best, found, all);
}

void crossing_aims(const struct crossing *crossing)
{
    struct aims *aims = arena_alloc(crossing->arena, sizeof *aims);

    *aims = (struct aims){.crossing = crossing};
    find_names(aims);
    for (size_t i = 0; i < crossing->dossier->document_count; i++)
        if (is_read(aims, i))
            collect(aims, i);
    for (size_t i = 0; i < aims->count; i++)
        look_for(aims, &aims->items[i]);
}
