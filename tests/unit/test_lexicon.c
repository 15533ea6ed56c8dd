/* lexicon: which phrases are found in running Swedish, and which are not. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdarg.h>

#include "base/buf.h"
#include "language/lexicon.h"
#include "lines.h"

/* How many hits a lexicon of these phrases (one a line) has in a text. */
static size_t hits(const char *phrases, const char *unless, const char *text,
                   bool ocr)
{
    struct document *document = document_of_lines(text);
    struct problems problems = {.arena = document->arena};
    struct lexicons *lexicons = lexicons_new(document->arena);
    struct buf yaml = {0};
    struct str rest = str_from(phrases), line;
    struct hits found;

    buf_add_text(&yaml, "ordet: {phrases: [");
    while (str_cut(&rest, '\n', &line))
        buf_format(&yaml, "\"%.*s\", ", (int)line.length, line.at);
    buf_format(&yaml, "], unless: [%s]}\nverb: {phrases: [gjort, fått]}\n",
               unless);
    lexicons_read(lexicons,
                  yaml_read(document->arena, STR("test"), buf_str(&yaml),
                            &problems),
                  &problems);
    lexicons_finish(lexicons, &problems);
    cr_assert(eq(sz, problems.count, 0));
    document->ocr = ocr;
    found = lexicons_match(
        lexicons, tokens_new(document->arena, document), document->arena);
    size_t count = 0;
    for (size_t i = 0; i < found.count; i++)
        count += found.items[i].lexicon == 0;
    lexicons_free(lexicons);
    buf_free(&yaml);
    document_free(document);
    return count;
}

Test(lexicon, a_word_is_found_in_any_case_and_only_whole)
{
    cr_expect(eq(sz, hits("beror på", "", "Det BEROR PÅ tiden.", false), 1));
    cr_expect(eq(sz, hits("orsak", "", "Orsaken är tiden.", false), 0));
}

Test(lexicon, a_name_has_a_capital_inside_a_sentence_and_never_lacks_it)
{
    cr_expect(eq(sz, hits("=*", "", "Brofors ligger lågt.\nPå Brofors ökar det.",
                          false), 2));
    cr_expect(eq(sz, hits("=*", "", "Eleverna på BF läser.\nVi frågade dem.",
                          false), 0));
    cr_expect(eq(sz, hits("=*", "", "Det blev: Skolan läste.\nI skolan.",
                          false), 0));
    cr_expect(eq(sz, hits("=*", "sverige", "Barn i Sverige och Lunda.", false),
                 1));
}

Test(lexicon, of_those_that_rules_ask_for_the_exceptions_count_too)
{
    struct document *document = document_of_lines(
        "Vi har gjort en plan.\nVi har inte gjort klart. Eleverna läser.");
    struct problems problems = {.arena = document->arena};
    struct lexicons *lexicons = lexicons_new(document->arena);
    struct tokens *tokens = tokens_new(document->arena, document);
    struct hits found;

    lexicons_read(lexicons,
                  yaml_read(document->arena, STR("test"),
                            STR("gjort: {phrases: [gjort], unless: [inte "
                                "gjort]}\nelev: {phrases: [elev*]}\n"),
                            &problems),
                  &problems);
    lexicons_finish(lexicons, &problems);
    found = lexicons_match_asked(lexicons, tokens, document->arena);
    cr_expect(eq(sz, found.count, 0));
    cr_expect(eq(int, lexicon_ask(lexicons, STR("gjort")), 0));
    found = lexicons_match_asked(lexicons, tokens, document->arena);
    cr_assert(eq(sz, found.count, 2), "the word and the exception");
    cr_expect(eq(sz, (size_t)found.items[0].lexicon, 0));
    cr_expect(eq(sz, (size_t)found.items[0].first, 2));
    cr_expect(ne(sz, (size_t)found.items[1].lexicon, 0));
    lexicons_free(lexicons);
    document_free(document);
}

Test(lexicon, marks_and_words_may_be_chosen_between)
{
    cr_expect(eq(sz, hits("ja ,|.|och", "", "Ja, alla.\nJa och nej.\nJa nej.",
                          false), 2));
    cr_expect(eq(sz, hits("p.g.a.", "", "Stängt p.g.a. snö.", false), 1));
}

Test(lexicon, a_stem_finds_inflections)
{
    cr_expect(eq(sz, hits("orsak~", "", "Orsaken till orsakerna.", false), 2));
}

Test(lexicon, open_ends_find_compounds)
{
    cr_expect(eq(sz, hits("*enkät*", "", "Trivselenkäten gavs.", false), 1));
    cr_expect(eq(sz, hits("*frånvaro", "", "Hög skolfrånvaro.", false), 1));
    cr_expect(eq(sz, hits("kartlägg*", "", "Vi kartlägger.", false), 1));
}

Test(lexicon, a_gap_spans_a_few_words_but_never_a_sentence)
{
    cr_expect(eq(sz, hits("har ..3 @verb", "",
                          "Vi har i år inte gjort det.", false), 1));
    cr_expect(eq(sz, hits("har ..3 gjort", "",
                          "Det vi har. Skolan gjort det.", false), 0));
}

Test(lexicon, alternatives_and_optional_words)
{
    cr_expect(eq(sz, hits("leder|lett [också] till", "",
                          "Det har lett till ro och leder också till lugn.",
                          false), 2));
}

Test(lexicon, an_exception_silences_an_overlapping_hit)
{
    cr_expect(eq(sz, hits("bero~ på", "\"vad ..5 bero på\"",
                          "Vad det skulle bero på är oklart.", false), 0));
}

Test(lexicon, capitals_can_be_asked_for)
{
    cr_expect(eq(sz, hits("=IM", "", "Elever på IM, i im.", false), 1));
}

Test(lexicon, abbreviations_with_stops_are_one_phrase)
{
    cr_expect(eq(sz, hits("p.g.a.", "", "Sen p.g.a. snö.", false), 1));
}

Test(lexicon, ocr_noise_is_looked_through_only_in_ocr_documents)
{
    const char *noised = "Ett arbete ar pabdorjat och 6kat, hoéga mal.";

    cr_expect(eq(sz, hits("påbörja~\nökat\nhöga", "", noised, true), 3));
    cr_expect(eq(sz, hits("påbörja~\nökat\nhöga", "", noised, false), 0));
    cr_expect(eq(sz, hits("beror", "", "Eleverna berör.", false), 0));
    cr_expect(eq(sz, hits("skalan", "", "Hela skolan.", true), 1));
    cr_expect(eq(sz, hits("skalan\nskolan", "", "Hela skolan.", true), 1));
}

Test(lexicon, each_phrase_tells_how_often_it_was_used)
{
    struct document *document = document_of_lines("Det beror på tid. Orsaken "
                                                  "beror på tid.");
    struct problems problems = {.arena = document->arena};
    struct lexicons *lexicons = lexicons_new(document->arena);
    struct phrase_use *use;
    size_t count;

    lexicons_read(lexicons,
                  yaml_read(document->arena, STR("test"),
                            STR("skal: {phrases: [\"beror på\", orsak~, "
                                "eftersom]}\n"),
                            &problems),
                  &problems);
    lexicons_finish(lexicons, &problems);
    use = lexicons_use(lexicons, tokens_new(document->arena, document),
                       document->arena, &count);
    cr_assert(eq(sz, count, 3));
    cr_expect(eq(sz, use[0].hits, 2));
    cr_expect(eq(sz, use[1].hits, 1));
    cr_expect(eq(sz, use[2].hits, 0));
    lexicons_free(lexicons);
    document_free(document);
}

Test(tokens, a_sentence_does_not_end_in_an_abbreviation)
{
    struct document *document = document_of_lines(
        "Enligt 4 kap. 3 § t.ex. Anna. Nästa mening.Utan mellanrum.");
    struct tokens *tokens = tokens_new(document->arena, document);
    size_t ends = 0;

    for (size_t i = 0; i < tokens->count; i++)
        ends += (tokens->items[i].flags & TOKEN_ENDS_SENTENCE) != 0;
    cr_expect(eq(sz, ends, 3));
    document_free(document);
}

Test(lexicon, numbers_are_told_apart_by_their_shape)
{
    const char *text = "Läsåret 22/23 och 2022/2023 var det 84 procent, år 2019 "
                       "den 2024-09-12 bara 61,5 procent på 3/8 av tiden.";

    cr_expect(eq(sz, hits("#year", "", text, false), 1));
    cr_expect(eq(sz, hits("#schoolyear", "", text, false), 2));
    cr_expect(eq(sz, hits("#date", "", text, false), 1));
    cr_expect(eq(sz, hits("#value procent", "", text, false), 2));
}

Test(lexicon, two_phrases_may_share_a_line)
{
    cr_expect(eq(sz, hits("gick upp / gått ner", "",
                          "Det gick upp. Det har gått ner. Det gick ner.",
                          false), 2));
}
