/*
 * anchors - where in the main part of a Word file a comment can be hung.
 *
 * Offsets are bytes of the part.
 */
#ifndef SKOLLINT_OOXML_ANCHORS_H
#define SKOLLINT_OOXML_ANCHORS_H

#include "ooxml/package.h"

/* A w:r. Its content is all but its properties. */
struct run_seen {
    uint64_t start, tag_end, end;
    uint64_t properties, properties_end; /* of w:rPr; 0 when it has none */
    uint64_t content_end; /* where the last of its content ends */
    size_t content_count;
    unsigned depth;
    size_t paragraph;     /* how many began before it */
    size_t control;       /* its content control, plus 1; 0 when none */
    bool holds;           /* whether marks may stand at it and split it */
    uint64_t own, own_end; /* our own reference in it; 0 when none */
};

/* A w:t of a run. */
struct text_seen {
    size_t run;
    uint64_t start, tag_end, end;
    bool first; /* nothing but properties stands before it in its run */
    uint64_t text_end; /* its end tag; 0 when there is more than text in it */
};

/* Text in a w:t, in one piece. */
struct chunk {
    size_t text;
    uint64_t offset;
    uint32_t length;
};

/* Bytes to take away: the marks of comments of our own. */
struct cut {
    uint64_t start, end;
};

/*
 * The outermost content control in a paragraph. Programs lose text when
 * marks stand inside one, so that they are put around it.
 */
struct control_seen {
    uint64_t start, end;
};

struct anchors {
    struct arena *arena;
    struct control_seen *controls;
    size_t control_count, control_capacity;
    struct run_seen *runs;
    size_t run_count, run_capacity;
    struct text_seen *texts;
    size_t text_count, text_capacity;
    struct chunk *chunks; /* in order of offset */
    size_t chunk_count, chunk_capacity;
    struct cut *cuts;
    size_t cut_count, cut_capacity;
    unsigned highest; /* id of the marks of others, with a comment or not */
};

/* `own` are the ids of our own comments, sorted. False with the reason. */
bool anchors_read(struct anchors *anchors, struct arena *arena,
                  struct package *package, struct str part,
                  const struct str *own, size_t own_count,
                  struct failure *failure);

#endif
