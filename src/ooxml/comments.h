/*
 * comments - what was commented on in a Word document, and the answers.
 */
#ifndef SKOLLINT_OOXML_COMMENTS_H
#define SKOLLINT_OOXML_COMMENTS_H

#include "ooxml/package.h"

struct note {
    struct str id, author, text;
    struct str paragraph; /* w14:paraId of its last paragraph */
    struct str parent;    /* that of the comment it answers; or empty */
    struct str reply;     /* the last answer to it; or empty */
    bool resolved;
    /* Filled by the reading of the body: where it is anchored. */
    uint32_t start, end;
    size_t box; /* in how many text boxes it begins */
    bool begun, ended, given;
};

struct notes {
    struct note *items; /* in order of id */
    size_t count, capacity;
    bool ours; /* one by us was met in the body */
};

/* `comments` and `extended` are parts; .at NULL when there are none. */
bool notes_read(struct notes *notes, struct arena *arena,
                struct package *package, struct str comments,
                struct str extended, struct failure *failure);

struct note *notes_find(const struct notes *notes, struct str id);

#endif
