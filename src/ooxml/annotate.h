/*
 * annotate - comments put into a copy of a Word file.
 *
 * Only the main part, the comments part and what names it are touched, and
 * those by splicing bytes in: formatting, changes, comments of others and
 * markup that nobody here knows stay byte for byte. Comments by our own
 * author are replaced, but for those that stay because a person answered
 * them, so that annotating a copy once more with the same comments gives the
 * same bytes.
 */
#ifndef SKOLLINT_OOXML_ANNOTATE_H
#define SKOLLINT_OOXML_ANNOTATE_H

#include "base/buf.h"
#include "base/date.h"
#include "base/fail.h"

enum comment_look { COMMENT_PLAIN, COMMENT_STRONG, COMMENT_SMALL };

struct comment_line {
    struct str text;
    enum comment_look look;
};

enum { COMMENT_LINES = 6 };

/*
 * A comment on the characters that begin at byte `start` of a part and end
 * before `end`. When the place cannot hold a comment (a text box, a prompt) it
 * goes to the nearest text before, such as the label; from a header, a note
 * or no place at all, to the first text of the document.
 */
struct annotation {
    struct str part;
    uint64_t start, end;
    struct comment_line lines[COMMENT_LINES];
    size_t line_count;
};

struct annotating {
    struct str author;
    struct str initials;
    struct date date; /* none: the comments bear no date */
    const struct annotation *items;
    size_t count;
    const struct str *kept; /* ids of those by `author` that stay, sorted */
    size_t kept_count;
};

/* False with the reason; then nothing was added that may be used. */
bool annotate(struct buf *into, struct str bytes,
              const struct annotating *annotating, struct failure *failure);

/* Whether the file carries a signature, which any change breaks. */
bool annotate_breaks_signature(struct str bytes);

#endif
