/* measured - the figures of a document. */
#include "dossier/finding.h"

#include "precedent/keys.h"

/* The last one. */
static const struct hit *last_hit_in(const struct finding *finding,
                                     int lexicon, size_t first, size_t end)
{
    const struct hit *last = NULL, *next;

    while ((next = finding_hit(finding, lexicon, first, end))) {
        last = next;
        first = next->first + 1;
    }
    return last;
}

static struct reach reach_of(const struct finding *finding, size_t index)
{
    return (struct reach){
        index ? finding->figures[index - 1] + 1 : finding->first,
        index + 1 < finding->figure_count ? finding->figures[index + 1]
                                          : finding->end};
}

static void set_time(const struct finding *finding, size_t figure,
                     struct reach reach, struct measured *measured)
{
    const struct when *best = NULL;

    for (size_t i = 0; i < finding->time_count && best == NULL; i++)
        if (finding->times[i].token > figure &&
            finding->times[i].token < reach.after)
            best = &finding->times[i];
    for (size_t i = finding->time_count; i > 0 && best == NULL; i--)
        if (finding->times[i - 1].token < figure)
            best = &finding->times[i - 1];
    if (best == NULL && finding->time_count == 1)
        best = &finding->times[0];
    if (best == NULL)
        return;
    measured->year = best->year;
    measured->term = best->term;
}

static void add_group(struct str groups[GROUPS_MOST], size_t *count,
                      struct str name)
{
    size_t at = *count;

    if (*count == GROUPS_MOST || name.length == 0)
        return;
    for (size_t i = 0; i < *count; i++)
        if (str_equal(groups[i], name))
            return;
    while (at > 0 && str_compare(groups[at - 1], name) > 0) {
        groups[at] = groups[at - 1];
        at--;
    }
    groups[at] = name;
    ++*count;
}

/*
 * Where a figure's own group is said: just after it, or before it. What
 * stands further on is only its own when no other figure follows.
 */
static const struct hit *group_hit(const struct finding *finding, int lexicon,
                                   size_t figure, struct reach reach)
{
    size_t near = figure + NEAR_TOKENS < reach.after ? figure + NEAR_TOKENS
                                                     : reach.after;
    const struct hit *hit = finding_hit(finding, lexicon, figure, near);

    if (hit == NULL)
        hit = last_hit_in(finding, lexicon, reach.before, figure);
    if (hit == NULL && reach.after == finding->end)
        hit = finding_hit(finding, lexicon, figure, reach.after);
    return hit;
}

/* The name of a school, without the s of "Lindeskolans". */
static struct str unit_name(const struct finding *finding,
                            const struct hit *hit)
{
    const struct tokens *tokens = finding->studied->tokens;
    struct str name;

    if (!(tokens->items[hit->first].flags & TOKEN_CAPITAL))
        return STR("");
    name = tokens->words[tokens->items[hit->first].word].lower;
    if (str_ends(name, STR("s")))
        name.length--;
    return name;
}

/* "kon" of "grupp_kon_flickor": of each sort a figure has its own. */
static bool is_group(const struct lexicons *lexicons, size_t lexicon,
                     struct str *sort, struct str *name)
{
    struct str rest = lexicon_name(lexicons, (int)lexicon), lead;

    if (!str_starts(rest, STR("grupp_")) || str_ends(rest, STR(")")))
        return false;
    str_cut(&rest, '_', &lead);
    *name = rest;
    str_cut(&rest, '_', sort);
    return true;
}

/* Add the groups of one sort that stand where `reach` says. */
static bool add_sort(const struct finding *finding, struct str wanted,
                     size_t figure, struct reach reach,
                     struct str groups[GROUPS_MOST], size_t *count)
{
    const struct lexicons *lexicons = finding->ruleset->lexicons;
    struct str sort, name;
    bool any = false;

    for (size_t i = 0; i < lexicons_count(lexicons); i++) {
        if (!is_group(lexicons, i, &sort, &name) ||
            !str_equal(sort, wanted) ||
            !group_hit(finding, (int)i, figure, reach))
            continue;
        add_group(groups, count, name);
        any = true;
    }
    return any;
}

static bool add_unit(const struct finding *finding, size_t figure,
                     struct reach reach, struct str groups[GROUPS_MOST],
                     size_t *count)
{
    const struct hit *hit = group_hit(
        finding, finding_lexicon(finding, "figur_enhet"), figure, reach);

    if (hit)
        add_group(groups, count, unit_name(finding, hit));
    return hit != NULL;
}

static bool add_year_class(const struct finding *finding, size_t figure,
                           struct reach reach, struct str groups[GROUPS_MOST],
                           size_t *count)
{
    const struct hit *hit = group_hit(
        finding, finding_lexicon(finding, "figur_arskurs"), figure, reach);

    if (hit)
        add_group(groups, count, finding_text(finding, hit->end - 1));
    return hit != NULL;
}

/*
 * Of each sort the figure's own group, else the one that was said before in
 * the sentence: "från 78,8 procent … vid Bergaskolan till 83,7 procent".
 */
void finding_groups(const struct finding *finding, size_t figure,
                    struct reach reach, struct str groups[GROUPS_MOST],
                    size_t *count)
{
    struct reach wide = {finding->first, reach.after};
    struct str seen[GROUPS_MOST], sort, name;
    size_t sorts = 0;

    for (size_t i = 0; i < lexicons_count(finding->ruleset->lexicons); i++) {
        size_t before = sorts;

        if (!is_group(finding->ruleset->lexicons, i, &sort, &name))
            continue;
        add_group(seen, &sorts, sort);
        if (sorts > before &&
            !add_sort(finding, sort, figure, reach, groups, count))
            add_sort(finding, sort, figure, wide, groups, count);
    }
    if (!add_unit(finding, figure, reach, groups, count))
        add_unit(finding, figure, wide, groups, count);
    if (!add_year_class(finding, figure, reach, groups, count))
        add_year_class(finding, figure, wide, groups, count);
}

struct str finding_join(struct arena *arena, const struct str *groups,
                        size_t count)
{
    struct buf text = {0};
    struct str joined;

    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add(&text, STR(", "));
        buf_add(&text, groups[i]);
    }
    joined = arena_str(arena, buf_str(&text));
    buf_free(&text);
    return joined;
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

static enum measured_kind kind_of(const struct finding *finding,
                                  size_t figure, struct reach reach,
                                  bool *leave_out)
{
    size_t near = figure > reach.before + 2 ? figure - 2 : reach.before;

    *leave_out = false;
    if (finding_has(finding, "figur_mal", finding->first, finding->end)) {
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
    return finding_has(finding, "figur_poang", figure + 1, figure + 2)
               ? UNIT_POINTS
               : UNIT_COUNT;
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
    if (str_equal(finding->studied->outline->level, STR("enhet")))
        measured.unit_of = finding->studied->outline->unit.text;
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
    measured->span =
        token_span(finding->studied->tokens, figure - 1, figure + 2);
}

/* Numbers of pupils are compared as such only. */
static bool unit_fits(const struct finding *finding,
                      const struct measured *measured)
{
    bool counted = str_starts(
        measured_name(finding->ruleset, measured->measure), STR("antal"));

    return counted == (measured->unit == UNIT_COUNT);
}

static void take_figure(struct finding *finding, size_t index)
{
    size_t figure = finding->figures[index];
    struct reach reach = reach_of(finding, index);
    struct str groups[GROUPS_MOST];
    size_t count = 0;
    bool leave_out;
    struct measured measured = {
        .span = token_span(finding->studied->tokens, figure, figure + 2),
        .sentence = token_span(finding->studied->tokens, finding->first,
                               finding->end),
        .unit = unit_of(finding, figure),
        .measure = finding_measure(finding, figure),
    };

    finding->all->seen++;
    measured.kind = kind_of(finding, figure, reach, &leave_out);
    if (measured.measure < 0 || leave_out || is_other(finding, figure, reach))
        return;
    finding_number(finding_text(finding, figure), &measured.value,
                   &measured.decimals);
    add_thousands(finding, figure, &measured);
    if (!unit_fits(finding, &measured))
        return;
    measured.inverse =
        measured.unit == UNIT_PERCENT &&
        finding_has(finding, "figur_inte", figure, reach.after);
    set_time(finding, figure, reach, &measured);
    finding_groups(finding, figure, reach, groups, &count);
    measured.group = finding_join(finding->arena, groups, count);
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

/* "Då var det …": the time that the sentence before ended with. */
static void take_time_before(struct finding *finding, size_t index)
{
    const struct sentence *before =
        &finding->studied->facts->sentences[index ? index - 1 : 0];
    size_t first = finding->first, end = finding->end;

    if (index == 0 || finding->time_count ||
        !finding_has(finding, "figur_da", first, first + 2))
        return;
    finding->first = before->first_token;
    finding->end = before->end_token;
    finding_times(finding);
    finding->first = first;
    finding->end = end;
    if (finding->time_count)
        finding->times[0] = finding->times[finding->time_count - 1];
    if (finding->time_count)
        finding->time_count = 1;
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
        take_time_before(&finding, i);
        for (size_t j = 0; j < finding.figure_count; j++)
            take_figure(&finding, j);
    }
}
