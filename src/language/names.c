/* names - which words of a document are proper names. */
#include "language/lexicon_private.h"

enum { SHORTEST_NAME = 3 }; /* bytes: "BF" and "Å" are no names */

/* After such a mark a capital begins a sentence of its own. */
static bool opens(const struct token *token, const char *text)
{
    return token->kind == TOKEN_MARK && text[token->start] != ',' &&
           text[token->start] != '&';
}

static bool is_inside(const struct tokens *tokens, size_t at)
{
    const struct token *before = &tokens->items[at] - 1;

    return at > 0 && !(tokens->items[at].flags & TOKEN_STARTS_BLOCK) &&
           !(before->flags & TOKEN_ENDS_SENTENCE) &&
           !opens(before, tokens->document->text.at);
}

bool *words_that_name(const struct tokens *tokens, struct arena *arena)
{
    bool *inside = arena_alloc(arena, tokens->word_count + 1);
    bool *lower = arena_alloc(arena, tokens->word_count + 1);

    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->items[i];

        if (token->kind != TOKEN_WORD || token->length < SHORTEST_NAME)
            continue;
        if (!(token->flags & TOKEN_CAPITAL))
            lower[token->word] = true;
        else if (!(token->flags & TOKEN_ALL_CAPITALS) && is_inside(tokens, i))
            inside[token->word] = true;
    }
    for (size_t i = 0; i < tokens->word_count; i++)
        inside[i] = inside[i] && !lower[i];
    return inside;
}
