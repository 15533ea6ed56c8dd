/*
 * view - one document of a review in words for people: quotes, places, names.
 *
 * What all outputs for people share. Everything added is inert (no control
 * characters or marks that turn the direction of text) and masked.
 */
#ifndef SKOLLINT_OUTPUT_VIEW_H
#define SKOLLINT_OUTPUT_VIEW_H

#include "output/mask.h"
#include "output/output.h"

struct view {
    const struct output *output;
    const struct reviewed *reviewed;
    const struct document *document;
    struct arena *arena; /* for what lives until view_close */
    struct mask mask;
};

/* What a point is to its reader: the groups of a report, in order. */
enum group { GROUP_FIRST, GROUP_STRENGTHEN, GROUP_LOOK, GROUP_ADVICE, GROUPS };

void view_open(struct view *view, const struct output *output,
               const struct reviewed *reviewed);
void view_close(struct view *view);

enum group view_group(const struct point *point);
const char *group_name(enum group group); /* as in the keys of texts */

/*
 * The number a point is known by, from 1 among the things to do and in their
 * order; 0 for a question or an advice, which have none.
 */
unsigned view_number(const struct view *view, const struct point *point);

/* How many points of a group; *folded (NULL is fine): not open of these. */
size_t view_count(const struct view *view, enum group group, size_t *folded);

/* How many results have that verdict. */
size_t view_verdicts(const struct view *view, enum verdict verdict);

/* The text of a key, and of PREFIX-NAME. */
struct str view_text(const struct view *view, const char *key);
struct str view_named(const struct view *view, const char *prefix,
                      const char *name);

/* A shape to go with the word: ○ ◐ ● ? – ! */
struct str view_sign(const struct view *view, enum verdict verdict);

/* KEY-one or KEY-many with {n}: "1 råd", "15 råd". */
void view_add_count(struct buf *into, const struct view *view,
                    const char *key, size_t count);

/* A sentence of the review: a message, a title, an advice. */
void view_add_words(struct buf *into, const struct view *view,
                    struct str words);

/* The reason for the answer, its first sentence, and what settings changed;
 * nothing more than that when the answer is ready. */
void view_add_reason(struct buf *into, const struct view *view);

/* A criterion, and what the settings say of it: title (code): reason. */
void view_add_settled(struct buf *into, const struct view *view,
                      const struct result *result);

/* A point's title, and whether it is new since the baseline. */
void view_add_title(struct buf *into, const struct view *view,
                    const struct point *point);

/* What changed since the baseline, counted; what is gone by name. Nothing
 * when there is no baseline. */
void view_add_since(struct buf *into, const struct view *view);

/* The text of a span, whole. */
void view_add_span(struct buf *into, const struct view *view,
                   struct span span);

/*
 * A quote in quotation marks, cut at a word to about `most` code points with
 * an ellipsis. Adds nothing for a span over several blocks, as then only the
 * place helps; returns whether it added.
 */
bool view_add_quote(struct buf *into, const struct view *view,
                    struct span span, size_t most);

/* Whether words of ours already hold the beginning of the quote. */
bool view_is_quoted(const struct view *view, struct str words,
                    struct span span);

/* "rad 45, 75, 100", "stycke 12", "sidan 3"; nothing when none is known. */
void view_add_places(struct buf *into, const struct view *view,
                     const struct span *places, size_t count);

/*
 * The same with the headings before it where there are no lines to go by:
 * "Insats 2 › Orsaker, stycke 12". Nothing for the document as a whole.
 */
void view_add_where(struct buf *into, const struct view *view,
                    const struct span *places, size_t count);

/* "Insats 2 › Orsaker"; nothing at the top. */
void view_add_path(struct buf *into, const struct view *view,
                   uint32_t offset);

/* ": AREA" for an account that a decision retells for one area. */
void view_add_area(struct buf *into, const struct view *view);

/*
 * What a list calls the document: its path, or which account it is of the
 * decision before it.
 */
void view_add_name(struct buf *into, const struct view *view);

/* "Slutredovisning", and "Norbergs kommun, huvudmannanivå · 2023-08-25 ·
 * 1 insats, 3 mål". */
void view_add_kind(struct buf *into, const struct view *view);
void view_add_facts(struct buf *into, const struct view *view);

#endif
