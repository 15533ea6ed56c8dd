/*
 * beside - files that are read beside those that are judged.
 */
#ifndef SKOLLINT_CLI_BESIDE_H
#define SKOLLINT_CLI_BESIDE_H

#include "cli/open.h"
#include "cli/program.h"

/*
 * What the decisions of --decision ask for, or NULL without any. Says which
 * could not be read.
 */
struct skollint_asked *beside_asked(struct program *program);

/*
 * Read the enclosures of --with into a document; false with the path and the
 * reason when one could not be read.
 */
bool beside_enclose(const struct skollint_rules *rules,
                    const struct beside *with, struct pdf_how how,
                    struct skollint_document *document,
                    struct skollint_error *why);

/* Hold what was judged against the plan of --plan. */
void beside_plan(struct program *program, struct skollint_review *review);

/* Whether there is one document alone for --with and --plan; says so else. */
bool beside_is_clear(struct program *program);

#endif
