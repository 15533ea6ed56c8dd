/*
 * joint - how the lines of a paragraph go together again.
 */
#ifndef SKOLLINT_INPUT_JOINT_H
#define SKOLLINT_INPUT_JOINT_H

#include "base/buf.h"

enum joint {
    JOINT_SPACE,
    JOINT_NONE,  /* the hyphen or dash was written */
    JOINT_MENDED /* a word was cut: the mark at the end of `before` goes */
};

/* Of a line and the one after it; `after` may be no more than its start. */
enum joint joint_of(struct str before, struct str after);

/* Bytes of the last mark of a text. */
size_t joint_mark(struct str text);

/* Make the end of a text ready for the line after it, to be added next. */
void joint_add(struct buf *text, struct str after);

#endif
