/*
 * precedents - the store of earlier decisions, as a file.
 */
#ifndef SKOLLINT_CLI_PRECEDENTS_H
#define SKOLLINT_CLI_PRECEDENTS_H

#include "cli/program.h"

/*
 * Open the store of --store. One that is not there is made, for its owner's
 * eyes only, when `make` says so. NULL after having said why not.
 */
enum store_make { STORE_MUST_BE, STORE_MAKE };
struct skollint_store *precedents_open(struct program *program,
                                       enum store_make make);

#endif
