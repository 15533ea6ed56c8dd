/*
 * open - a file of any format as a document; PDF by way of other programs.
 */
#ifndef SKOLLINT_CLI_OPEN_H
#define SKOLLINT_CLI_OPEN_H

#include "cli/pdf.h"

#include <skollint/skollint.h>

/* Read and understand a file ("-" is standard input); NULL with the reason.
 */
struct skollint_document *open_document(const struct skollint_rules *rules,
                                        const char *path, struct pdf_how how,
                                        struct skollint_error *why);

#endif
