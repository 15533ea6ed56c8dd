/*
 * crossing_aims - whether the goals and problems of the huvudman are found
 * again in its units, and those of the units with the huvudman.
 */
#include "dossier/aims.h"

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
                     aims_is_owner(aims, aim->place) ? "units" : "owner");
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

        if (!aims_is_read(aims, i) ||
            aims_is_owner(aims, i) == aims_is_owner(aims, aim->place) ||
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
    const struct aims *aims = aims_new(crossing);

    for (size_t i = 0; i < aims->count; i++)
        look_for(aims, &aims->items[i]);
}
