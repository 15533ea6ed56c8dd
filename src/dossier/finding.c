/* finding - numbers, units and times in one stretch of text. */
#include "dossier/finding.h"

#include "base/unicode.h"

#include <string.h>

enum { BARE_TOKENS = 10 };

struct str finding_text(const struct finding *finding, size_t token)
{
    return finding->studied->tokens
        ->words[finding->studied->tokens->items[token].word]
        ->lower;
}

int finding_lexicon(const struct finding *finding, const char *name)
{
    return lexicon_find(finding->ruleset->lexicons, str_from(name));
}

/* The first hit that begins at the token or after it. */
static size_t first_from(const struct hits *hits, size_t first)
{
    size_t low = 0, high = hits->count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (hits->items[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct hit *finding_hit(const struct finding *finding, int lexicon,
                              size_t first, size_t end)
{
    const struct hits *hits = &finding->studied->facts->hits;

    for (size_t i = first_from(hits, first);
         lexicon >= 0 && i < hits->count && hits->items[i].first < end; i++)
        if ((int)hits->items[i].lexicon == lexicon)
            return &hits->items[i];
    return NULL;
}

bool finding_has(const struct finding *finding, const char *name,
                 size_t first, size_t end)
{
    return finding_hit(finding, finding_lexicon(finding, name), first, end) !=
           NULL;
}

/* "Furusjö", "Furusjös" in what Furusjö kommun writes: no part of it. */
static bool is_of_owner(const struct finding *finding, size_t token)
{
    struct str rest = finding->studied->outline->huvudman.text, word;
    struct str text = finding_text(finding, token);

    while (str_cut(&rest, ' ', &word)) {
        word = word_lower(finding->arena, word);
        if (str_starts(text, word) && text.length <= word.length + 1)
            return true;
    }
    return false;
}

bool finding_known(const struct finding *finding, size_t token)
{
    static const struct str prefixes[] = {
        STR_INIT("matt_"),     STR_INIT("grupp_"), STR_INIT("namn_"),
        STR_INIT("egennamn_"), STR_INIT("figur_"), STR_INIT("tid_")};
    const struct hits *hits = &finding->studied->facts->hits;
    const struct lexicons *lexicons = finding->ruleset->lexicons;

    for (size_t i = first_from(hits, finding->first);
         i < hits->count && hits->items[i].first <= token; i++) {
        struct str name = lexicon_name(lexicons, (int)hits->items[i].lexicon);

        if (hits->items[i].end <= token || str_ends(name, STR(")")))
            continue;
        for (size_t j = 0; j < sizeof prefixes / sizeof *prefixes; j++)
            if (str_starts(name, prefixes[j]))
                return true;
    }
    return is_of_owner(finding, token);
}

/* "19,6" "80": digits with at most one comma or full stop. */
bool finding_number(struct str text, double *value, unsigned *decimals)
{
    double scale = 1;
    bool fraction = false;

    *value = 0;
    *decimals = 0;
    if (text.length == 0 || text.length > 12)
        return false;
    for (size_t i = 0; i < text.length; i++) {
        if (unicode_is_digit((unsigned char)text.at[i])) {
            *value = *value * 10 + (text.at[i] - '0');
            scale *= fraction ? 10 : 1;
            *decimals += fraction;
        } else if ((text.at[i] == ',' || text.at[i] == '.') && !fraction &&
                   i > 0) {
            fraction = true;
        } else {
            return false;
        }
    }
    *value /= scale;
    return true;
}

bool finding_has_unit(const struct finding *finding, size_t token)
{
    return finding_has(finding, "figur_procent", token + 1, token + 2) ||
           finding_has(finding, "figur_tillhor", token + 1, token + 2) ||
           finding_has(finding, "figur_poang", token + 1, token + 2) ||
           finding_has(finding, "figur_antal", token + 1, token + 2);
}

/*
 * "meritvärdet var 221,3": some measures need no unit. The number is one
 * that is no year, class or day.
 */
static bool is_bare(const struct finding *finding, size_t token)
{
    struct str text = finding_text(finding, token);
    size_t near = token > finding->first + BARE_TOKENS ? token - BARE_TOKENS
                                                       : finding->first;
    double value;
    unsigned decimals;

    return finding_number(text, &value, &decimals) &&
           (decimals || text.length == 3) && !finding_known(finding, token) &&
           finding_has(finding, "figur_utan_enhet", near, token);
}

void finding_figures(struct finding *finding)
{
    double value;
    unsigned decimals;

    finding->figure_count = 0;
    for (size_t i = finding->first; i < finding->end; i++)
        if (finding->studied->tokens->items[i].kind == TOKEN_NUMBER &&
            finding->figure_count < FIGURES_MOST &&
            (finding_has_unit(finding, i) || is_bare(finding, i)) &&
            finding_number(finding_text(finding, i), &value, &decimals))
            finding->figures[finding->figure_count++] = i;
}
