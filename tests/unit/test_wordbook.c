/* Unit tests of the words that are kept from one document to the next. */
#include "language/lexicon.h"
#include "language/wordbook.h"
#include "lines.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Lexicons with one of these phrases, in the arena. */
static struct lexicons *lexicons_of(struct arena *arena, const char *phrase)
{
    struct problems problems = {.arena = arena};
    struct lexicons *lexicons = lexicons_new(arena);
    struct str yaml =
        arena_format(arena, "ordet: {phrases: [\"%s\"]}", phrase);

    lexicons_read(lexicons, yaml_read(arena, STR("test"), yaml, &problems),
                  &problems);
    lexicons_finish(lexicons, &problems);
    cr_assert(eq(sz, problems.count, 0));
    return lexicons;
}

static void expect_words(struct wordbook *book, const char *text,
                         const char *const *words)
{
    struct document *document = document_of_lines(text);
    struct tokens *tokens = tokens_with(document->arena, document, book);
    size_t count = 0;

    for (; words[count]; count++) {
        cr_assert(count < tokens->word_count);
        cr_expect(
            str_equal(tokens->words[count]->lower, str_from(words[count])),
            "%s", words[count]);
    }
    cr_expect(eq(sz, tokens->word_count, count));
    document_free(document);
}

Test(wordbook, the_next_document_has_only_the_words_that_stand_in_it)
{
    struct arena *arena = arena_new();
    struct wordbook *book = wordbook_new(arena, NULL, 0, WORDBOOK_USUAL);

    expect_words(book, "Elever och LÄRARE, elever",
                 (const char *[]){"elever", "och", "lärare", ",", NULL});
    expect_words(book, "Lärare och rektor",
                 (const char *[]){"lärare", "och", "rektor", NULL});
    wordbook_close(book);
    arena_free(arena);
}

Test(wordbook, what_a_full_book_has_not_is_still_one_word_in_any_case)
{
    struct arena *arena = arena_new();
    struct wordbook *book = wordbook_new(arena, NULL, 0, 2);

    expect_words(book, "elever och Elever rektor Rektor",
                 (const char *[]){"elever", "och", "rektor", NULL});
    expect_words(book, "REKTOR och Rektor",
                 (const char *[]){"rektor", "och", NULL});
    wordbook_close(book);
    arena_free(arena);
}

Test(wordbook, a_scan_is_read_loosely_though_the_word_is_known_from_a_text)
{
    struct arena *arena = arena_new();
    const struct lexicons *lexicons = lexicons_of(arena, "förbättring~");
    struct wordbook *book = wordbook_new(arena, &lexicons, 1, WORDBOOK_USUAL);
    size_t found[2];

    for (int ocr = 0; ocr < 2; ocr++) {
        struct document *document = document_of_lines("En forbattring syns.");

        document->ocr = ocr;
        found[ocr] = lexicons_match(lexicons,
                                    tokens_with(arena, document, book), arena)
                         .count;
        document_free(document);
    }
    cr_expect(eq(sz, found[0], 0));
    cr_expect(eq(sz, found[1], 1));
    wordbook_close(book);
    arena_free(arena);
}

Test(wordbook, lexicons_the_book_does_not_know_are_matched_all_the_same)
{
    struct arena *arena = arena_new();
    const struct lexicons *known = lexicons_of(arena, "rektor");
    const struct lexicons *other = lexicons_of(arena, "elev* och");
    struct wordbook *book = wordbook_new(arena, &known, 1, WORDBOOK_USUAL);
    struct document *document = document_of_lines("Elever och rektor");
    struct tokens *tokens = tokens_with(arena, document, book);

    cr_expect(eq(sz, lexicons_match(known, tokens, arena).count, 1));
    cr_expect(eq(sz, lexicons_match(other, tokens, arena).count, 1));
    wordbook_close(book);
    document_free(document);
    arena_free(arena);
}
