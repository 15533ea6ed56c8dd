/*
 * finding_group - of whom a figure is: by known groups, by names, and by
 * words that are not known, which then are a group of their own.
 *
 * Lexicons name what is known: "grupp_SORT_NAME" is that group,
 * "namn_SORT" a group called by its own word or number, "egennamn_SORT" by
 * a word with a capital letter, and "alltid_SORT_NAME" what is measured of
 * that group only, whether it is said or not.
 */
#include "dossier/finding.h"

#include "base/unicode.h"
#include "precedent/keys.h"

/* How a lexicon says a group. */
enum naming { NAMING_NONE, NAMING_FIXED, NAMING_WORD, NAMING_PROPER };

static enum naming naming_of(const struct lexicons *lexicons, size_t lexicon,
                             struct str *sort, struct str *name)
{
    static const struct {
        struct str prefix;
        enum naming naming;
    } known[] = {{STR_INIT("grupp_"), NAMING_FIXED},
                 {STR_INIT("namn_"), NAMING_WORD},
                 {STR_INIT("egennamn_"), NAMING_PROPER}};
    struct str rest = lexicon_name(lexicons, (int)lexicon), prefix;

    if (str_ends(rest, STR(")")))
        return NAMING_NONE;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        prefix = known[i].prefix;
        if (!str_starts(rest, prefix))
            continue;
        *name = str_part(rest, prefix.length, rest.length);
        str_cut(name, '_', sort);
        return known[i].naming;
    }
    return NAMING_NONE;
}

static bool has_sort(const struct groups *groups, size_t count,
                     struct str sort)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(groups->items[i].sort, sort))
            return true;
    return false;
}

static bool has(const struct groups *groups, struct group group)
{
    for (size_t i = 0; i < groups->count; i++)
        if (str_equal(groups->items[i].sort, group.sort) &&
            str_equal(groups->items[i].name, group.name))
            return true;
    return false;
}

/* Kept in the order of their names, each once. */
void groups_add(struct groups *groups, struct str sort, struct str name)
{
    size_t at = groups->count;

    if (groups->count == GROUPS_MOST || name.length == 0)
        return;
    if (has(groups, (struct group){sort, name}))
        return;
    while (at > 0 && str_compare(groups->items[at - 1].name, name) > 0) {
        groups->items[at] = groups->items[at - 1];
        at--;
    }
    groups->items[at] = (struct group){sort, name};
    groups->count++;
}

void groups_inherit(struct groups *groups, const struct groups *from)
{
    struct groups own = *groups;

    for (size_t i = 0; i < from->count; i++)
        if (!has_sort(&own, own.count, from->items[i].sort))
            groups_add(groups, from->items[i].sort, from->items[i].name);
}

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
    if (hit == NULL && reach.last)
        hit = finding_hit(finding, lexicon, figure, reach.after);
    return hit;
}

static struct str without_genitive(struct str name)
{
    if (str_ends(name, STR("s")))
        name.length--;
    return name;
}

/* "Lindeskolan", "Norra skolan": no name without a capital letter, and none
   of a word that any school may be called by. */
static struct str proper_name(const struct finding *finding,
                              const struct hit *hit)
{
    const struct tokens *tokens = finding->studied->tokens;
    size_t first = hit->first;
    bool plain = finding_has(finding, "figur_neutral", first, first + 1);
    struct str name = finding_text(finding, hit->end - 1);

    if (!plain && tokens->items[first].flags & TOKEN_CAPITAL)
        return without_genitive(name);
    if (first == finding->first ||
        !(tokens->items[first - 1].flags & TOKEN_CAPITAL) ||
        finding_known(finding, first - 1))
        return STR("");
    name = document_text(tokens->document,
                         token_span(tokens, first - 1, hit->end));
    return without_genitive(word_lower(finding->arena, name));
}

/* "9", "7–9", "introduktionsprogrammet". */
static struct str own_name(const struct finding *finding,
                           const struct hit *hit)
{
    const struct tokens *tokens = finding->studied->tokens;
    size_t last = hit->end - 1;

    if (tokens->items[last].kind != TOKEN_NUMBER ||
        last + 2 >= finding->end ||
        tokens->items[last + 1].flags & TOKEN_AFTER_SPACE ||
        tokens->items[last + 2].kind != TOKEN_NUMBER)
        return finding_text(finding, last);
    return document_text(tokens->document,
                         token_span(tokens, last, last + 3));
}

static struct str name_of(const struct finding *finding,
                          const struct hit *hit, enum naming naming,
                          struct str fixed)
{
    return naming == NAMING_FIXED    ? fixed
           : naming == NAMING_PROPER ? proper_name(finding, hit)
                                     : own_name(finding, hit);
}

static void add_where(const struct finding *finding, size_t figure,
                      struct reach reach, struct groups *groups)
{
    const struct lexicons *lexicons = finding->ruleset->lexicons;
    struct groups before = *groups;

    for (size_t i = 0; i < lexicons_count(lexicons); i++) {
        struct str sort, name;
        enum naming naming = naming_of(lexicons, i, &sort, &name);
        const struct hit *hit;

        if (naming == NAMING_NONE || has_sort(&before, before.count, sort))
            continue;
        hit = group_hit(finding, (int)i, figure, reach);
        if (hit)
            groups_add(groups, sort, name_of(finding, hit, naming, name));
    }
}

/* "at Lindeskolan" in a text that also says "the municipality". */
static void drop_all(struct groups *groups)
{
    for (size_t i = 0; i < groups->count; i++) {
        size_t same = 0;

        for (size_t j = 0; j < groups->count; j++)
            same += str_equal(groups->items[j].sort, groups->items[i].sort);
        if (same < 2 || !str_equal(groups->items[i].name, STR(GROUP_ALL)))
            continue;
        for (groups->count--; i < groups->count; i++)
            groups->items[i] = groups->items[i + 1];
        return;
    }
}

static void add_always(const struct finding *finding, struct groups *groups)
{
    const struct lexicons *lexicons = finding->ruleset->lexicons;

    for (size_t i = 0; i < lexicons_count(lexicons); i++) {
        struct str rest = lexicon_name(lexicons, (int)i), sort;

        if (!str_starts(rest, STR("alltid_")) ||
            !finding_hit(finding, (int)i, finding->first, finding->end))
            continue;
        str_cut(&rest, '_', &sort);
        str_cut(&rest, '_', &sort);
        if (!has_sort(groups, groups->count, sort))
            groups_add(groups, sort, rest);
    }
}

/* "Norra" of "Norra skolan". */
static bool begins_name(const struct finding *finding, size_t token)
{
    return finding->studied->tokens->items[token].flags & TOKEN_CAPITAL &&
           token + 1 < finding->end &&
           finding_has(finding, "egennamn_enhet", token + 1, token + 2);
}

/*
 * "på introduktionsprogrammet": the first word of some length after a word
 * that leads to a group, when no lexicon knows it.
 */
static void add_unknown(const struct finding *finding, struct reach reach,
                        struct groups *groups)
{
    const struct tokens *tokens = finding->studied->tokens;

    for (size_t i = finding->first; i < reach.after; i++) {
        if (!finding_has(finding, "figur_bland", i, i + 1))
            continue;
        for (size_t j = i + 1; j < reach.after && j < i + UNKNOWN_TOKENS;
             j++) {
            if (tokens->items[j].kind != TOKEN_WORD ||
                finding_has(finding, "figur_bland", j, j + 1) ||
                finding_known(finding, j) || begins_name(finding, j))
                break;
            if (finding_text(finding, j).length < UNKNOWN_LETTERS)
                continue;
            groups_add(groups, STR(""), finding_text(finding, j));
            break;
        }
    }
}

/*
 * Of each sort the figure's own group, else the one that was said before in
 * the sentence: "från 78,8 procent … vid Bergaskolan till 83,7 procent".
 */
void finding_groups(const struct finding *finding, size_t figure,
                    struct reach reach, struct groups *groups)
{
    struct reach wide = reach;

    wide.before = finding->first;
    add_where(finding, figure, reach, groups);
    add_where(finding, figure, wide, groups);
    add_unknown(finding, reach, groups);
    add_always(finding, groups);
    drop_all(groups);
}

/* What no group of a sort is said of is of the document's own. */
void finding_own_unit(const struct finding *finding, struct groups *groups)
{
    const struct outline *outline = finding->studied->outline;
    struct groups own = {.count = 1};

    own.items[0] = (struct group){STR("enhet"), STR(GROUP_ALL)};
    if (str_equal(outline->level, STR("enhet")) && outline->unit.text.length)
        own.items[0].name = word_lower(finding->arena, outline->unit.text);
    groups_inherit(groups, &own);
}

bool finding_is_narrow(const struct finding *finding,
                       const struct groups *groups)
{
    struct groups always = {0};

    add_always(finding, &always);
    for (size_t i = 0; i < groups->count; i++)
        if (!str_equal(groups->items[i].sort, STR("enhet")) &&
            !has(&always, groups->items[i]))
            return true;
    return false;
}

bool groups_say_all(const struct groups *groups)
{
    for (size_t i = 0; i < groups->count; i++)
        if (str_equal(groups->items[i].name, STR(GROUP_ALL)))
            return true;
    return false;
}

/* All but the whole, which is what no name means. */
struct str groups_join(struct arena *arena, const struct groups *groups)
{
    struct buf text = {0};
    struct str joined;

    for (size_t i = 0; i < groups->count; i++) {
        if (str_equal(groups->items[i].name, STR(GROUP_ALL)))
            continue;
        if (text.length)
            buf_add(&text, STR(", "));
        buf_add(&text, groups->items[i].name);
    }
    joined = arena_str(arena, buf_str(&text));
    buf_free(&text);
    return joined;
}
