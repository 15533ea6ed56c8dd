/*
 * comments_part - the part of a Word file that holds its comments, rewritten.
 */
#ifndef SKOLLINT_OOXML_COMMENTS_PART_H
#define SKOLLINT_OOXML_COMMENTS_PART_H

#include "ooxml/annotate.h"
#include "ooxml/package.h"

/* Our own comments in a part that go, and what ids the others have. */
struct comments_part {
    struct str name;  /* .at NULL: the file has no such part yet */
    struct str *own;  /* ids of our own, sorted */
    size_t own_count, own_capacity;
    struct own_bytes { uint64_t start, end; } *spans; /* and where they are */
    size_t span_count, span_capacity;
    unsigned highest; /* id of others; 0 when there are none */
};

bool comments_part_read(struct comments_part *part, struct arena *arena,
                        struct package *package,
                        const struct annotating *annotating,
                        struct failure *failure);

/*
 * The part without our earlier comments and with the new ones, numbered
 * from highest + 1. `bytes` is the part as it was, empty for a new one;
 * `space` is the namespace that the main part uses.
 */
void comments_part_write(struct buf *into, const struct comments_part *part,
                         struct str bytes, struct str space,
                         const struct annotating *annotating);

/* The id of the comment with that index. */
unsigned comments_part_id(const struct comments_part *part, size_t index);

#endif
