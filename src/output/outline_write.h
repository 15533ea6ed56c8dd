/*
 * outline_write - how a document was understood, and what was not.
 */
#ifndef SKOLLINT_OUTPUT_OUTLINE_WRITE_H
#define SKOLLINT_OUTPUT_OUTLINE_WRITE_H

#include "output/output.h"

/*
 * `format` is "tree" (for people), "text" (exactly the normalised text that
 * all offsets count in), "json" (as the contract says) or "template" (a form
 * as data for rules/templates); false for others.
 * Of `output` only texts, language, width, colour and version are used.
 */
bool outline_write(struct buf *into, const struct output *output,
                   const struct outline *outline, struct str format);

void outline_write_json(struct buf *into, const struct outline *outline);
void outline_write_template(struct buf *into, const struct output *output,
                            const struct outline *outline);
void outline_write_tree(struct buf *into, const struct output *output,
                        const struct outline *outline);

#endif
