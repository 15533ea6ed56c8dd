/*
 * inputs - the files that a run of check, audit, compare or outline reads.
 */
#ifndef SKOLLINT_CLI_INPUTS_H
#define SKOLLINT_CLI_INPUTS_H

#include "cli/program.h"

/*
 * Find all files that options and operands name, into program->inputs: the
 * decisions of compare first. Says what could not be found. Needs no rules,
 * as what settings and rules there are depends on where the files lie.
 */
void inputs_find(struct program *program);

/* Whether there is anything to read; says so when there is not. */
bool inputs_are_there(struct program *program);

#endif
