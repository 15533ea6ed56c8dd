/*
 * tokens - a document's words, each folded and stemmed once.
 *
 * One pass over the text makes the tokens; what is known of a distinct word
 * (its lower case, its Snowball stem, in an OCR document its loose keys) comes
 * from a wordbook. Patterns of words never look at bytes.
 */
#ifndef SKOLLINT_LANGUAGE_TOKENS_H
#define SKOLLINT_LANGUAGE_TOKENS_H

#include "document/document.h"

enum token_kind {
    TOKEN_WORD,   /* letters, with hyphens and apostrophes inside */
    TOKEN_NUMBER, /* digits, with . , : / - between digits inside */
    TOKEN_MARK    /* one other character: . , ; ( ) % § ... */
};

enum {
    TOKEN_CAPITAL = 1,       /* begins with a capital letter */
    TOKEN_ALL_CAPITALS = 2,  /* two letters or more, all capital */
    TOKEN_ENDS_SENTENCE = 4, /* the last token of its sentence */
    TOKEN_AFTER_SPACE = 8,   /* white space or a block's start before it */
    TOKEN_STARTS_BLOCK = 16,
    TOKEN_SUSPENDED = 32 /* ends in a hyphen: "läs- och ..." */
};

enum { TOKEN_LONGEST = (1 << 24) - 1 }; /* bytes; what is longer is cut */

struct token {
    uint32_t start; /* byte in the document's text */
    uint32_t word;  /* index into words; distinct by lower-case form */
    uint32_t block;
    unsigned length : 24; /* at most TOKEN_LONGEST */
    unsigned kind : 2;
    unsigned flags : 6;
};

struct word_elements;

struct word {
    struct str lower; /* lower case; as it stands for numbers and marks */
    struct str stem;
    struct str loose; /* OCR key 1: å ä à to a, ö ø é 6 to o; else lower */
    struct str looser; /* OCR key 2: d, a, o merged too; else lower */
    uint8_t kind;      /* enum token_kind */
    const struct word_elements *of; /* per set of lexicons of its wordbook */
};

struct wordbook;

struct tokens {
    const struct document *document;
    struct token *items;
    size_t count;
    const struct word **words; /* they live in the book */
    size_t word_count;
    const struct wordbook *book;
    uint32_t
        *block_first; /* per block the first token; one more at the end */
    bool ocr;
};

/* All of a document's tokens, in the arena, with a book of their own there. */
struct tokens *tokens_new(struct arena *arena,
                          const struct document *document);
/* The same with words from a book, which must outlive the tokens. */
struct tokens *tokens_with(struct arena *arena,
                           const struct document *document,
                           struct wordbook *book);

/* The tokens that lie wholly in a span: [*first, *end). */
void tokens_in(const struct tokens *tokens, struct span span, size_t *first,
               size_t *end);

struct span token_span(const struct tokens *tokens, size_t first, size_t end);

/*
 * The lower-case form, stem and loose keys of any text, as the words of a
 * document get them; for those who compile patterns.
 */
struct stemmer;
struct stemmer *stemmer_new(void);
void stemmer_free(struct stemmer *stemmer); /* NULL is fine */
/* The text itself where it is in lower case already. */
struct str word_lower(struct arena *arena, struct str text);
struct str word_stem(struct arena *arena, struct stemmer *stemmer,
                     struct str lower);
struct str word_loose(struct arena *arena, struct str lower);
struct str word_looser(struct arena *arena, struct str loose);

#endif
