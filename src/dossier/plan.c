/* plan - an account held against the plan that was agreed. */
#include "dossier/plan.h"

#include "dossier/crossing.h"

/* How much of a sentence is found again: all but a word or two, or half. */
static const double SAME = 0.9, ALIKE = 0.5;

enum { PART_LEAST = 3 }; /* words of a sentence that are worth looking for */

struct planning {
    struct crossing crossing;
    size_t report, plan; /* documents of the review */
    const struct studied *account, *agreed;
};

static struct str token_text(const struct tokens *tokens, size_t token)
{
    return document_text(tokens->document,
                         token_span(tokens, token, token + 1));
}

static bool has_number(const struct studied *studied,
                       const struct sentence *sentence, struct str number)
{
    const struct tokens *tokens = studied->tokens;

    for (size_t i = sentence->first_token; i < sentence->end_token; i++)
        if (tokens->items[i].kind == TOKEN_NUMBER &&
            str_equal(token_text(tokens, i), number))
            return true;
    return false;
}

/* Every number of one sentence stands in the other. */
static bool same_numbers(const struct planning *planning,
                         const struct sentence *said,
                         const struct sentence *agreed)
{
    const struct tokens *tokens = planning->account->tokens;

    for (size_t i = said->first_token; i < said->end_token; i++)
        if (tokens->items[i].kind == TOKEN_NUMBER &&
            !has_number(planning->agreed, agreed, token_text(tokens, i)))
            return false;
    return true;
}

/* The sentence of the plan that has most of the words; *share of them. */
static const struct sentence *closest(const struct planning *planning,
                                      const struct sentence *said,
                                      double *share)
{
    const struct facts *facts = planning->agreed->facts;
    const struct sentence *best = NULL;

    *share = 0;
    for (size_t i = 0; i < facts->sentence_count; i++) {
        const struct sentence *agreed = &facts->sentences[i];
        size_t of, shared = studied_shared(
                       planning->account, said->first_token, said->end_token,
                       planning->agreed, agreed->first_token,
                       agreed->end_token, -1, &of);
        double found = of ? (double)shared / (double)of : 0;

        if (found > *share) {
            *share = found;
            best = agreed;
        }
    }
    return best;
}

static void add(const struct planning *planning, enum cross_kind kind,
                const char *key, const struct text_value *values,
                size_t count, const struct span *said,
                const struct span *agreed)
{
    struct cross cross = {
        .kind = kind,
        .about = ABOUT_PLAN,
        .message = studied_say(planning->crossing.arena,
                               planning->crossing.review, key, values, count),
    };

    if (said)
        cross.evidence[cross.evidence_count++] = (struct cross_evidence){
            .document = planning->report, .span = *said};
    if (agreed)
        cross.evidence[cross.evidence_count++] = (struct cross_evidence){
            .document = planning->plan, .span = *agreed};
    crossing_add(&planning->crossing, cross);
}

/* One sentence of a field; true when the plan has it as it stands. */
static bool check_sentence(const struct planning *planning,
                           const struct sentence *said, struct str role)
{
    struct text_value value = {"field", role};
    double share;
    const struct sentence *agreed = closest(planning, said, &share);

    if (agreed && share >= SAME && same_numbers(planning, said, agreed))
        return true;
    if (agreed && share >= ALIKE)
        add(planning, CROSS_CANNOT_TELL, "plan-other-words", &value, 1,
            &said->span, &agreed->span);
    else
        add(planning, CROSS_CANNOT_TELL, "plan-not-there", &value, 1,
            &said->span, NULL);
    return false;
}

static void check_field(const struct planning *planning,
                        const struct field *field)
{
    const struct outline *outline = planning->account->outline;
    const struct facts *facts = planning->account->facts;
    struct str role =
        templates_role_name(outline->templates, field->role,
                            planning->crossing.review->options.language);
    struct text_value value = {"field", role};
    bool all = true, any = false;

    for (size_t i = 0; i < facts->sentence_count; i++) {
        const struct sentence *said = &facts->sentences[i];

        if (said->passage < field->first_passage ||
            said->passage >= field->first_passage + field->passage_count ||
            said->words < PART_LEAST || !studied_own(planning->account, said))
            continue;
        any = true;
        all &= check_sentence(planning, said, role);
    }
    if (any && all)
        add(planning, CROSS_AGREES, "plan-as-agreed", &value, 1,
            &field->content, NULL);
}

/* Whether the role is one of those the form asks to copy from the plan. */
static bool is_agreed(const struct planning *planning, int role)
{
    const struct ruleset *ruleset = planning->crossing.review->ruleset;
    struct str name = templates_role(ruleset->templates, role);
    struct str rest = texts_get(ruleset->texts, TEXTS_SV, STR("plan-roles"));
    struct str word;

    while (str_cut(&rest, ' ', &word))
        if (str_equal(word, name))
            return true;
    return false;
}

static void check_fields(const struct planning *planning)
{
    const struct outline *outline = planning->account->outline;

    for (size_t i = 0; i < outline->measure_count; i++)
        for (size_t j = 0; j < outline->measures[i].field_count; j++) {
            const struct field *field = &outline->measures[i].fields[j];

            if (field->state == FIELD_FILLED &&
                is_agreed(planning, field->role))
                check_field(planning, field);
        }
}

static bool says_number(const struct studied *studied, struct str number)
{
    const struct facts *facts = studied->facts;

    for (size_t i = 0; i < facts->sentence_count; i++)
        if (has_number(studied, &facts->sentences[i], number))
            return true;
    return false;
}

/* A number the plan gives a measure, and has not given before. */
static struct str number_in(const struct planning *planning,
                            const struct hit *hit)
{
    const struct tokens *tokens = planning->agreed->tokens;

    for (size_t i = hit->first; i < hit->end; i++)
        if (tokens->items[i].kind == TOKEN_NUMBER)
            return token_text(tokens, i);
    return STR("");
}

static bool seen(const struct str *numbers, size_t count, struct str number)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(numbers[i], number))
            return true;
    return false;
}

enum { NUMBERS_MOST = 64 };

static void check_measures(const struct planning *planning)
{
    const struct hits *hits = &planning->agreed->facts->hits;
    int lexicon = lexicon_find(planning->crossing.review->ruleset->lexicons,
                               STR("plan_measure"));
    struct str numbers[NUMBERS_MOST];
    size_t count = 0;

    for (size_t i = 0; i < hits->count && count < NUMBERS_MOST; i++) {
        const struct hit *hit = &hits->items[i];
        struct str number = number_in(planning, hit);
        struct text_value value = {"number", number};
        struct span span =
            token_span(planning->agreed->tokens, hit->first, hit->end);
        bool there;

        if (lexicon < 0 || (int)hit->lexicon != lexicon ||
            number.length == 0 || seen(numbers, count, number))
            continue;
        numbers[count++] = number;
        there = says_number(planning->account, number);
        add(planning, there ? CROSS_AGREES : CROSS_UNANSWERED,
            there ? "plan-measure" : "plan-no-measure", &value, 1, NULL,
            &span);
    }
}

struct dossier plan_compare(struct arena *arena, const struct review *review,
                            size_t report, size_t plan)
{
    struct dossier dossier = {
        .plan = true,
        .huvudman = review->documents[report].outline->huvudman.text,
        .documents = arena_alloc(arena, 2 * sizeof(size_t)),
        .document_count = 2,
    };
    struct planning planning = {
        .crossing = {.arena = arena, .review = review, .dossier = &dossier},
        .report = report,
        .plan = plan,
        .account = studied_new(arena, review, report),
        .agreed = studied_new(arena, review, plan),
    };

    dossier.documents[0] = report;
    dossier.documents[1] = plan;
    check_fields(&planning);
    check_measures(&planning);
    return dossier;
}
