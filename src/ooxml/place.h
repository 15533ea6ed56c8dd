/*
 * place - which bytes of a main part the marks of comments go to.
 */
#ifndef SKOLLINT_OOXML_PLACE_H
#define SKOLLINT_OOXML_PLACE_H

#include "ooxml/anchors.h"

/* A comment's id and the bytes it is on. */
struct placing {
    uint64_t start, end; /* end 0: nowhere in this part */
    unsigned id;
};

/* Where marks go; in this order when at one and the same byte. */
enum where {
    AFTER_RUN,  /* behind a whole run, or a content control */
    AFTER_TEXT, /* the run goes on with other content: it is split */
    BEFORE_RUN,
    BEFORE_TEXT, /* the run has other content before: it is split */
    IN_TEXT,     /* the text itself is split */
    TAKE_AWAY    /* bytes to drop; the text to add is empty */
};

struct mark {
    uint64_t at;
    enum where where;
    bool begins;
    size_t order; /* of the comment */
    unsigned id;
    const struct text_seen *text;
    uint64_t drop_until;
};

/* In order; they live in the arena of the anchors. */
struct marks {
    struct mark *items;
    size_t count;
};

/*
 * A comment that cannot stand where it is meant to goes to the nearest text
 * before, or else to the first, and is on all of that paragraph; so does one
 * that would end in another paragraph. False when
 * there is no text that can hold one.
 */
bool place_marks(struct marks *marks, const struct anchors *anchors,
                 const struct placing *placings, size_t count);

#endif
