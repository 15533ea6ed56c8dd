/*
 * reading - a document while it is being understood; src/structure only.
 *
 * The words, every phrase the templates ask for, and one coat of paint: each
 * token has a voice and a place, which any step may paint over. Passages are
 * the runs of equal paint in the end (structure/passages.h).
 */
#ifndef SKOLLINT_STRUCTURE_READING_H
#define SKOLLINT_STRUCTURE_READING_H

#include "structure/outline.h"
#include "structure/template_data.h"

/* What a token says to the passages; indexes as in struct passage. */
struct paint {
    uint8_t voice;
    int16_t role, measure, goal_block, goal, area;
};

/* A block as its words see it. */
struct line {
    size_t first, end; /* tokens */
    size_t body;       /* first token after bullet, number and residue */
    size_t words;      /* from body on */
    bool enumerated;   /* "a)", "1." or a bullet before the body */
    bool bulleted;     /* the enumerator is a bullet */
    unsigned depth;    /* of a number: 1 for "2", 2 for "2.1"; else 0 */
    unsigned heading;  /* level of a heading from 1; 0 when it is none */
};

struct reading {
    struct outline *outline; /* what is being made */
    const struct document *document;
    const struct templates *templates;
    const struct tokens *tokens;
    struct arena *arena;   /* the outline's */
    struct arena *scratch; /* gone when the document is understood */
    uint64_t *keys; /* per distinct word */
    struct hits hits;
    const struct hit **by_lexicon;
    size_t *lexicon_first; /* into by_lexicon; one more at the end */
    struct line *lines;    /* per block */
    size_t line_count;
    struct paint *paint; /* per token */
    bool ocr;
    bool other_sort;  /* its title says that it is no report */
    size_t title;     /* block of the title, or line_count when there is none */
    size_t front_end; /* the first block after title and letterhead */
};

/* In `scratch`, which must outlive it. */
struct reading *reading_new(struct outline *outline, struct arena *scratch);

/* The first hit of a lexicon wholly within the tokens, or NULL. */
const struct hit *phrase_in(const struct reading *reading, int lexicon,
                            size_t first, size_t end);
/* A hit that begins exactly at `first` and ends by `end`, or NULL. */
const struct hit *phrase_at(const struct reading *reading, int lexicon,
                            size_t first, size_t end);
const struct hit *cue_in(const struct reading *reading, enum cue cue,
                         size_t first, size_t end);
const struct hit *cue_at(const struct reading *reading, enum cue cue,
                         size_t first, size_t end);

/* Hits of a lexicon within the tokens, counted. */
size_t phrase_count(const struct reading *reading, int lexicon, size_t first,
                    size_t end);

struct str token_str(const struct reading *reading, size_t token);
/* The mark a token is, or '\0' for words and longer marks. */
char token_mark(const struct reading *reading, size_t token);
uint64_t token_key(const struct reading *reading, size_t token);

/* The first day written wholly within the tokens, or NULL. */
const struct dated *line_date(const struct reading *reading, size_t first,
                              size_t end);

/* A line that begins with a chapter and cites provisions. */
bool is_law_text(const struct reading *reading, const struct line *line);

/* The end of the sentence that `token` is in, at most `end`. */
size_t sentence_end(const struct reading *reading, size_t token, size_t end);
size_t words_in(const struct reading *reading, size_t first, size_t end);

/*
 * The text from the first token to the last, with the marks that cling to
 * them: a full stop, a closing parenthesis.
 */
struct span reading_span(const struct reading *reading, size_t first,
                         size_t end);

/* Paint tokens. `paint_voice` leaves their place as it is. */
void paint_all(struct reading *reading, size_t first, size_t end,
               struct paint paint);
void paint_voice(struct reading *reading, size_t first, size_t end,
                 enum voice voice);
void paint_role(struct reading *reading, size_t first, size_t end, int role);
void paint_area(struct reading *reading, size_t first, size_t end, int area);

/* Whether two stretches have the same words, marks aside. */
bool same_words(const struct reading *reading, size_t a_first, size_t a_end,
                size_t b_first, size_t b_end);

#endif
