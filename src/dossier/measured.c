/* measured - the figures of a document. */
#include "dossier/finding.h"

static struct reach reach_of(const struct finding *finding, size_t index)
{
    size_t figure = finding->figures[index];
    struct reach reach = {index ? finding->figures[index - 1] + 1
                                : finding->first,
                          finding->end, true};
    const struct hit *clause;

    if (index + 1 < finding->figure_count) {
        reach.after = finding->figures[index + 1];
        reach.last = false;
    }
    clause = finding_hit(
        finding,
        finding_lexicon(finding, reach.last ? "figur_bisats" : "figur_och"),
        figure, reach.after);
    if (clause)
        reach.after = clause->first;
    return reach;
}

/* The measure that stands nearest; -1 when none is known. */
int finding_measure(const struct finding *finding, size_t figure)
{
    const struct lexicons *lexicons = finding->ruleset->lexicons;
    size_t nearest = SIZE_MAX;
    int measure = -1;

    for (size_t i = 0; i < lexicons_count(lexicons); i++) {
        const struct hit *hit;

        if (!str_starts(lexicon_name(lexicons, (int)i), STR("matt_")) ||
            str_ends(lexicon_name(lexicons, (int)i), STR(")")))
            continue;
        for (size_t at = finding->first;
             (hit = finding_hit(finding, (int)i, at, finding->end));
             at = hit->first + 1) {
            size_t apart = hit->first > figure  ? hit->first - figure
                           : hit->end <= figure ? figure - hit->end + 1
                                                : 0;

            if (apart < nearest) {
                nearest = apart;
                measure = (int)i;
            }
        }
    }
    return measure;
}

/* After the last colon before the figure. */
static size_t clause_of(const struct finding *finding, size_t figure)
{
    int colon = finding_lexicon(finding, "figur_kolon");
    size_t first = finding->first;
    const struct hit *hit;

    while ((hit = finding_hit(finding, colon, first, figure)))
        first = hit->end;
    return first;
}

static enum measured_kind kind_of(const struct finding *finding,
                                  size_t figure, struct reach reach,
                                  bool *leave_out)
{
    size_t near = figure > reach.before + 2 ? figure - 2 : reach.before;

    *leave_out = false;
    if (finding_has(finding, "figur_mal", clause_of(finding, figure),
                    finding->end)) {
        *leave_out =
            !finding_has(finding, "figur_nadd", finding->first, finding->end);
        return MEASURED_AT_LEAST;
    }
    if (finding_has(finding, "figur_tankt", reach.before, reach.after) ||
        finding_has(finding, "figur_grans", near, figure))
        *leave_out = true;
    return finding_has(finding, "figur_ungefar", near, figure)
               ? MEASURED_ABOUT
               : MEASURED_EXACT;
}

/* "med 4,9 procentenheter" is a change, "minst 20 procents" a border. */
static bool is_other(const struct finding *finding, size_t figure,
                     struct reach reach)
{
    size_t near = figure > reach.before + 4 ? figure - 4 : reach.before;

    return finding_has(finding, "figur_tillhor", figure + 1, figure + 2) ||
           finding_has(finding, "figur_skillnad", finding->first, figure) ||
           finding_has(finding, "figur_andring", near, figure);
}

static enum measured_unit unit_of(const struct finding *finding,
                                  size_t figure)
{
    if (finding_has(finding, "figur_procent", figure + 1, figure + 2))
        return UNIT_PERCENT;
    return finding_has(finding, "figur_poang", figure + 1, figure + 2) ||
                   (!finding_has(finding, "figur_antal", figure + 1,
                                 figure + 2) &&
                    finding_has(finding, "figur_poangmatt", finding->first,
                                finding->end))
               ? UNIT_POINTS
               : UNIT_COUNT;
}

/* What has a word of its own with it: "19,6 procent", not "221,3". */
static bool has_word(const struct finding *finding, size_t figure)
{
    return finding_has(finding, "figur_procent", figure + 1, figure + 2) ||
           finding_has(finding, "figur_poang", figure + 1, figure + 2) ||
           finding_has(finding, "figur_antal", figure + 1, figure + 2);
}

static struct str period_text(struct arena *arena,
                              const struct measured *measured)
{
    if (measured->year == 0)
        return STR("");
    if (measured->term == TERM_SCHOOL_YEAR)
        return arena_format(arena, "%d/%02d", measured->year - 1,
                            measured->year % 100);
    return arena_format(arena, "%d%s",
                        measured->year - (measured->term == TERM_AUTUMN),
                        measured->term == TERM_SPRING   ? "-1"
                        : measured->term == TERM_AUTUMN ? "-2"
                                                        : "");
}

void finding_keep(struct finding *finding, struct measured measured)
{
    struct measureds *all = finding->all;

    measured.document = finding->document;
    measured.period = period_text(finding->arena, &measured);
    all->items = arena_grow(finding->arena, all->items, all->count,
                            &all->capacity, sizeof measured);
    all->items[all->count++] = measured;
}

/* "2 140": the number before holds the thousands. */
static void add_thousands(const struct finding *finding, size_t figure,
                          struct measured *measured)
{
    double thousands;
    unsigned decimals;

    if (figure == finding->first ||
        finding_text(finding, figure).length != 3 ||
        finding->studied->tokens->items[figure - 1].kind != TOKEN_NUMBER ||
        !finding_number(finding_text(finding, figure - 1), &thousands,
                        &decimals) ||
        decimals || thousands >= 1000)
        return;
    measured->value += 1000 * thousands;
    measured->span = token_span(finding->studied->tokens, figure - 1,
                                figure + 1 + has_word(finding, figure));
}

/* Numbers of pupils are compared as such only. */
static bool unit_fits(const struct finding *finding,
                      const struct measured *measured)
{
    bool counted = str_starts(
        measured_name(finding->ruleset, measured->measure), STR("antal"));

    return counted == (measured->unit == UNIT_COUNT);
}

/*
 * Which side of a share the figure is: "saknade 19,6 procent" and "80
 * procent är inte" are sure; what stands further before may be either.
 */
static void set_side(const struct finding *finding, size_t figure,
                     struct reach reach, struct measured *measured)
{
    size_t near = figure > reach.before + 2 ? figure - 2 : reach.before;
    size_t clause = clause_of(finding, figure);

    if (measured->unit != UNIT_PERCENT)
        return;
    measured->inverse =
        finding_has(finding, "figur_saknar", near, figure) ||
        finding_has(finding, "figur_inte", figure, reach.after);
    measured->either =
        !measured->inverse &&
        finding_has(finding, "figur_inte",
                    clause > reach.before ? clause : reach.before, figure);
}

/* Whether all that the sentence says but its verbs is known to us. */
static bool is_elliptic(const struct finding *finding)
{
    if (!finding_has(finding, "figur_ellips", finding->first, finding->end))
        return false;
    for (size_t i = finding->first; i < finding->end; i++)
        if (finding->studied->tokens->items[i].kind == TOKEN_WORD &&
            finding_text(finding, i).length >= UNKNOWN_LETTERS &&
            !finding_known(finding, i))
            return false;
    return true;
}

/*
 * "I årskurs 8 var det 77 procent." measures what the sentence before did,
 * "26 procent fick alltså inte …" is of those it was of. What is then said
 * of the whole may be of the same pupils there, or of all.
 */
static void take_carried(const struct finding *finding, size_t sentence,
                         struct measured *measured, struct groups *groups)
{
    const struct carried *carried = &finding->carried;

    if (carried->sentence + 1 != sentence || carried->unit != measured->unit)
        return;
    if (measured->measure == carried->measure &&
        finding_has(finding, "figur_alltsa", finding->first, finding->end))
        groups_inherit(groups, &carried->groups);
    if (measured->measure >= 0 || !is_elliptic(finding) ||
        (carried->narrow && groups_say_all(groups)))
        return;
    measured->measure = carried->measure;
    measured->inverse = carried->inverse;
    groups_inherit(groups, &carried->groups);
    if (measured->year)
        return;
    measured->year = carried->year;
    measured->term = carried->term;
}

static void carry(struct finding *finding, size_t sentence,
                  const struct measured *measured,
                  const struct groups *groups)
{
    finding->carried =
        (struct carried){.sentence = sentence,
                         .measure = measured->measure,
                         .unit = measured->unit,
                         .inverse = measured->inverse,
                         .year = measured->year,
                         .term = measured->term,
                         .groups = *groups,
                         .narrow = finding_is_narrow(finding, groups)};
}

static void take_figure(struct finding *finding, size_t sentence,
                        size_t index)
{
    size_t figure = finding->figures[index];
    struct reach reach = reach_of(finding, index);
    struct groups groups = {0};
    bool leave_out;
    struct measured measured = {
        .span = token_span(finding->studied->tokens, figure,
                           figure + 1 + has_word(finding, figure)),
        .sentence = token_span(finding->studied->tokens, finding->first,
                               finding->end),
        .unit = unit_of(finding, figure),
        .measure = finding_measure(finding, figure),
    };

    finding->all->seen++;
    measured.kind = kind_of(finding, figure, reach, &leave_out);
    if (leave_out || is_other(finding, figure, reach))
        return;
    finding_number(finding_text(finding, figure), &measured.value,
                   &measured.decimals);
    add_thousands(finding, figure, &measured);
    set_side(finding, figure, reach, &measured);
    finding_set_time(finding, index, &measured);
    finding_groups(finding, figure, reach, &groups);
    take_carried(finding, sentence, &measured, &groups);
    if (measured.measure < 0 || measured.year == YEAR_RELATIVE ||
        !unit_fits(finding, &measured))
        return;
    carry(finding, sentence, &measured, &groups);
    finding_own_unit(finding, &groups);
    measured.group = groups_join(finding->arena, &groups);
    finding_keep(finding, measured);
}

/* Goals and what is expected are no results. */
static bool is_wish(const struct studied *studied,
                    const struct sentence *sentence)
{
    static const struct str roles[] = {STR_INIT("mal"),
                                       STR_INIT("forvantad_effekt")};
    int role = sentence_passage(studied->facts, sentence)->role;

    for (size_t i = 0; role >= 0 && i < sizeof roles / sizeof *roles; i++)
        if (str_equal(templates_role(studied->outline->templates, role),
                      roles[i]))
            return true;
    return false;
}

void measured_add(struct arena *arena, const struct studied *studied,
                  size_t document, struct measureds *all)
{
    struct finding finding = {
        .arena = arena,
        .studied = studied,
        .ruleset = studied->review->ruleset,
        .document = document,
        .all = all,
        .carried = {.sentence = SIZE_MAX - 1},
    };

    finding_tables(&finding);
    for (size_t i = 0; i < studied->facts->sentence_count; i++) {
        const struct sentence *sentence = &studied->facts->sentences[i];

        if (!studied_own(studied, sentence) || is_wish(studied, sentence))
            continue;
        finding.first = sentence->first_token;
        finding.end = sentence->end_token;
        finding_figures(&finding);
        if (finding.figure_count == 0)
            continue;
        finding_times(&finding);
        finding_time_before(&finding, i);
        for (size_t j = 0; j < finding.figure_count; j++)
            take_figure(&finding, i, j);
    }
}
