/*
 * skollint - reads school reports the way an inspector does.
 *
 * From memory to memory: the library opens no file, asks no clock, starts no
 * thread and sends nothing anywhere. Texts are UTF-8.
 *
 *     struct skollint_error error;
 *     struct skollint_options options = {.today = "2026-11-22"};
 *     struct skollint_rules *rules =
 *         skollint_rules_new("sv", SKOLLINT_BUILT_IN);
 *     skollint_rules_finish(rules);
 *     struct skollint_review *review =
 *         skollint_review_new(rules, &options, &error);
 *     struct skollint_document *document =
 *         skollint_document_new(rules, "rapport.docx", bytes, size, &error);
 *     if (document)
 *         skollint_review_add(review, document);
 *     struct skollint_look look = {.end = skollint_review_count(review),
 *                                  .whole = true};
 *     char *json = skollint_review_write(review, "json", &look, &size,
 *                                        &error);
 */
#ifndef SKOLLINT_SKOLLINT_H
#define SKOLLINT_SKOLLINT_H

#include <skollint/document.h>
#include <skollint/dossiers.h>
#include <skollint/error.h>
#include <skollint/review.h>
#include <skollint/rules.h>

#define SKOLLINT_VERSION "0.1.0"

#pragma GCC visibility push(default)

/* The version of the library that is running, "0.1.0". */
const char *skollint_version(void);

#pragma GCC visibility pop

#endif
