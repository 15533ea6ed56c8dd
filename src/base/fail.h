/*
 * fail - why something could not be done, on the caller's stack.
 *
 * The cause is a key into the program's texts (rules/frame.yaml, in Swedish
 * and English), so that no sentence a person reads stands in C. `detail` is
 * what the text calls {detail}: a name, a number, a line; never a quote from
 * a document, as it may end in a log.
 */
#ifndef SKOLLINT_BASE_FAIL_H
#define SKOLLINT_BASE_FAIL_H

#include "base/str.h"

struct failure {
    char key[48];     /* "" when nothing failed */
    char detail[208]; /* UTF-8, may be empty */
    size_t line;      /* from 1; 0 when it does not apply */
    size_t column;    /* code points from 1; 0 when it does not apply */
};

/*
 * Record why and return false, so that a function can end in
 * `return fail(failure, "zip-truncated", "%s", name);`. `failure` may be
 * NULL. The format may be "" for no detail.
 */
bool fail(struct failure *failure, const char *key, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
