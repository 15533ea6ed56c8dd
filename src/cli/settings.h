/* settings - .skollint.yaml, looked for upwards from the first document. */
#ifndef SKOLLINT_CLI_SETTINGS_H
#define SKOLLINT_CLI_SETTINGS_H

#include "cli/program.h"

/*
 * Find the settings of what is to be read and add them to the rules. The
 * folder they were found in, from where we are, into `folder`
 * (SETTINGS_PATH bytes), "" for here or when there are none. Documents
 * under different settings are not judged in one run: false, having said so.
 */
enum { SETTINGS_PATH = 4096 };
bool settings_add(struct program *program, char folder[SETTINGS_PATH]);

#endif
