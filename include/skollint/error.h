/*
 * error - why something could not be done, on the caller's stack.
 */
#ifndef SKOLLINT_ERROR_H
#define SKOLLINT_ERROR_H

#include <stddef.h>

/*
 * Every function that takes one accepts NULL. It never holds a quote from a
 * document, so that it may be logged. skollint_error_text says it in words.
 */
struct skollint_error {
    char key[48];     /* which text says it, as in rules/frame; never empty */
    char detail[208]; /* a name, a number; UTF-8, may be empty */
    size_t line;      /* from 1; 0 when it does not apply */
    size_t column;    /* code points from 1; 0 when it does not apply */
};

#endif
