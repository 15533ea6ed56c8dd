/* crossing - what several documents of a dossier say of the same thing. */
#include "dossier/crossing.h"

#include "base/hash.h"
#include "dossier/compare.h"
#include "dossier/measured.h"

#include <string.h>

enum { YEAR_DIGITS = 4 };

/* The id stays the same as long as the quotes do. */
static void set_id(const struct crossing *crossing, struct cross *cross)
{
    struct buf text = {0};
    char sha256[HASH_TEXT];

    buf_add_text(&text, cross_kind_name(cross->kind));
    for (size_t i = 0; i < cross->evidence_count; i++) {
        const struct cross_evidence *evidence = &cross->evidence[i];

        buf_add_byte(&text, '\n');
        buf_add(&text,
                document_text(
                    crossing->review->documents[evidence->document].document,
                    evidence->span));
    }
    hash_sha256(buf_str(&text), sha256);
    memcpy(cross->id, sha256, sizeof cross->id - 1);
    cross->id[sizeof cross->id - 1] = '\0';
    buf_free(&text);
}

void crossing_add(const struct crossing *crossing, struct cross cross)
{
    struct dossier *dossier = crossing->dossier;

    if (dossier->cross_count == CROSS_MOST)
        return;
    set_id(crossing, &cross);
    dossier->cross =
        arena_grow(crossing->arena, dossier->cross, dossier->cross_count,
                   &dossier->cross_capacity, sizeof cross);
    dossier->cross[dossier->cross_count++] = cross;
}

static struct str text_of(const struct crossing *crossing, size_t document,
                          struct span span)
{
    return document_text(crossing->review->documents[document].document,
                         span);
}

static struct cross_evidence evidence_of(const struct crossing *crossing,
                                         const struct measured *measured)
{
    static const char *const units[] = {"percent", "points", "count"};

    return (struct cross_evidence){
        .document = measured->document,
        .span = measured->sentence,
        .value = text_of(crossing, measured->document, measured->span),
        .unit = str_from(units[measured->unit]),
        .measure =
            measured_name(crossing->review->ruleset, measured->measure),
        .group = measured->group,
        .period = measured->period,
    };
}

/* "vårterminen 2023"; as it is kept when no term is known. */
static struct str period_words(const struct crossing *crossing,
                               const struct measured *measured)
{
    struct text_value value = {"year",
                               str_part(measured->period, 0, YEAR_DIGITS)};

    if (measured->year == 0 ||
        (measured->term != TERM_SPRING && measured->term != TERM_AUTUMN))
        return measured->period;
    return studied_say(crossing->arena, crossing->review,
                       measured->term == TERM_SPRING ? "period-spring"
                                                     : "period-autumn",
                       &value, 1);
}

static void add_match(const struct crossing *crossing,
                      const struct measured *a, const struct measured *b,
                      enum cross_kind kind)
{
    static const char *const keys[] = {[CROSS_AGREES] = "cross-agrees",
                                       [CROSS_CONTRADICTS] =
                                           "cross-contradicts",
                                       [CROSS_CANNOT_TELL] = "cross-when"};
    struct text_value values[] = {
        {"a", text_of(crossing, a->document, a->span)},
        {"b", text_of(crossing, b->document, b->span)},
        {"inverse", a->inverse != b->inverse ? STR("1") : STR("")},
        {"period", period_words(crossing, a->year ? a : b)},
    };
    struct cross cross = {
        .kind = kind,
        .message = studied_say(crossing->arena, crossing->review, keys[kind],
                               values, 4),
        .evidence = {evidence_of(crossing, a), evidence_of(crossing, b)},
        .evidence_count = 2,
    };

    crossing_add(crossing, cross);
}

static bool same_sentence(const struct crossing *crossing,
                          const struct measured *a, const struct measured *b)
{
    return str_equal(text_of(crossing, a->document, a->sentence),
                     text_of(crossing, b->document, b->sentence));
}

bool crossing_same_form(const struct crossing *crossing, size_t a, size_t b)
{
    const struct outline *one = crossing->review->documents[a].outline;
    const struct outline *other = crossing->review->documents[b].outline;

    if (one->school_form_count == 0 || other->school_form_count == 0)
        return true;
    for (size_t i = 0; i < one->school_form_count; i++)
        for (size_t j = 0; j < other->school_form_count; j++)
            if (str_equal(one->school_forms[i], other->school_forms[j]))
                return true;
    return false;
}

enum { FIGURES_PAIRED = 1500 };

struct pairing {
    const struct crossing *crossing;
    struct measureds all;
    bool *compared; /* each figure with another of its kind */
    bool *settled;  /* agrees with one whose time is known */
};

static enum measured_match match(const struct pairing *pairing, size_t i,
                                 size_t j)
{
    const struct measured *a = &pairing->all.items[i];
    const struct measured *b = &pairing->all.items[j];

    if (a->measure != b->measure || same_sentence(pairing->crossing, a, b) ||
        !crossing_same_form(pairing->crossing, a->document, b->document))
        return MATCH_NONE;
    return measured_compare(a, b);
}

/* The same figure in the same words before this one. */
static bool copied(const struct pairing *pairing, size_t index)
{
    const struct measured *figure = &pairing->all.items[index];

    for (size_t i = 0; i < index; i++)
        if (pairing->all.items[i].value == figure->value &&
            same_sentence(pairing->crossing, &pairing->all.items[i], figure))
            return true;
    return false;
}

/* What agrees or differs; a figure is told of once, at its first match. */
static void pair_known(struct pairing *pairing)
{
    for (size_t i = 0; i < pairing->all.count; i++) {
        for (size_t j = i + 1; j < pairing->all.count; j++) {
            enum measured_match found = match(pairing, i, j);

            if (found != MATCH_AGREES && found != MATCH_DIFFERS)
                continue;
            pairing->compared[i] = pairing->compared[j] = true;
            if (!copied(pairing, i) && !copied(pairing, j) &&
                (found == MATCH_DIFFERS || !pairing->settled[j]))
                add_match(pairing->crossing, &pairing->all.items[i],
                          &pairing->all.items[j],
                          found == MATCH_AGREES ? CROSS_AGREES
                                                : CROSS_CONTRADICTS);
            if (found == MATCH_AGREES)
                pairing->settled[i] = pairing->settled[j] = true;
        }
    }
}

static bool said_before(const struct pairing *pairing, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (same_sentence(pairing->crossing, &pairing->all.items[i],
                          &pairing->all.items[index]))
            return true;
    return false;
}

/* The first in time of those a figure without time may go with. */
static const struct measured *earliest(const struct pairing *pairing,
                                       size_t index)
{
    const struct measured *first = NULL;

    for (size_t i = 0; i < pairing->all.count; i++) {
        const struct measured *other = &pairing->all.items[i];

        if (other->year && (first == NULL || other->year < first->year) &&
            match(pairing, index, i) == MATCH_UNSURE)
            first = other;
    }
    return first;
}

/* A figure that does not say when is a question, not a contradiction. */
static void pair_unsure(struct pairing *pairing)
{
    for (size_t i = 0; i < pairing->all.count; i++) {
        const struct measured *other;

        if (pairing->all.items[i].year || pairing->settled[i] ||
            said_before(pairing, i))
            continue;
        other = earliest(pairing, i);
        if (other == NULL)
            continue;
        pairing->compared[i] = true;
        add_match(pairing->crossing, &pairing->all.items[i], other,
                  CROSS_CANNOT_TELL);
    }
}

void crossing_figures(const struct crossing *crossing)
{
    struct pairing pairing = {.crossing = crossing};
    struct dossier *dossier = crossing->dossier;

    for (size_t i = 0; i < dossier->document_count; i++)
        measured_add(crossing->arena, crossing->studied[i],
                     dossier->documents[i], &pairing.all);
    if (pairing.all.count > FIGURES_PAIRED)
        pairing.all.count = FIGURES_PAIRED;
    pairing.compared = arena_alloc(crossing->arena, pairing.all.count + 1);
    pairing.settled = arena_alloc(crossing->arena, pairing.all.count + 1);
    pair_known(&pairing);
    pair_unsure(&pairing);
    dossier->figures = pairing.all.seen;
    for (size_t i = 0; i < pairing.all.count; i++)
        dossier->compared += pairing.compared[i];
}

/* Whether each account leaves the point open; the last one says how. */
static bool is_open(struct comparison *const *comparisons, size_t count,
                    size_t area, size_t point)
{
    for (size_t i = 0; i < count; i++)
        if (comparisons[i]->areas[area].points[point].verdict !=
            VERDICT_NOT_MET)
            return false;
    return count > 0;
}

/* Points of a decision that no account in the dossier answers. */
static void add_open_points(const struct crossing *crossing,
                            struct comparison *const *comparisons,
                            size_t count)
{
    const struct comparison *last = count ? comparisons[count - 1] : NULL;

    for (size_t i = 0; last && i < last->area_count; i++) {
        const struct compared_area *area = &last->areas[i];

        for (size_t j = 0; j < area->point_count; j++) {
            struct cross cross = {
                .kind = CROSS_UNANSWERED,
                .about = ABOUT_POINT,
                .message = area->points[j].message,
                .evidence = {{.document = last->decision,
                              .span = area->points[j].text}},
                .evidence_count = 1,
            };

            if (is_open(comparisons, count, i, j))
                crossing_add(crossing, cross);
        }
    }
}

static bool is_kind(const struct crossing *crossing, size_t index,
                    const char *kind)
{
    const struct reviewed *reviewed =
        &crossing->review->documents[crossing->dossier->documents[index]];

    return reviewed->within < 0 &&
           str_equal(reviewed->outline->kind, str_from(kind));
}

/* A decision that is answered already says how it was judged. */
static bool has_outcome(const struct crossing *crossing, size_t index)
{
    const struct outline *outline =
        crossing->review->documents[crossing->dossier->documents[index]]
            .outline;

    for (size_t i = 0; i < outline->area_count; i++)
        if (outline->areas[i].outcome)
            return true;
    return false;
}

void crossing_points(const struct crossing *crossing)
{
    const struct dossier *dossier = crossing->dossier;
    struct comparison **comparisons = arena_alloc(
        crossing->arena, (dossier->document_count + 1) * sizeof *comparisons);

    for (size_t i = 0; i < dossier->document_count; i++) {
        size_t count = 0;

        if (!is_kind(crossing, i, "beslut") || has_outcome(crossing, i))
            continue;
        for (size_t j = 0; j < dossier->document_count; j++)
            if (is_kind(crossing, j, "redovisning"))
                comparisons[count++] = comparison_new(
                    crossing->arena, crossing->review, dossier->documents[j],
                    dossier->documents[i], NULL);
        add_open_points(crossing, comparisons, count);
    }
}

void crossing_find(struct arena *arena, const struct review *review,
                   struct dossier *dossier)
{
    struct crossing crossing = {
        .arena = arena,
        .review = review,
        .dossier = dossier,
        .studied = arena_alloc(arena, (dossier->document_count + 1) *
                                          sizeof(struct studied *)),
    };

    for (size_t i = 0; i < dossier->document_count; i++)
        crossing.studied[i] =
            studied_new(arena, review, dossier->documents[i]);
    crossing_figures(&crossing);
    crossing_texts(&crossing);
    crossing_points(&crossing);
    crossing_aims(&crossing);
}
