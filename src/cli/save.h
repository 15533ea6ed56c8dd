/*
 * save - a file is written whole or not at all.
 */
#ifndef SKOLLINT_CLI_SAVE_H
#define SKOLLINT_CLI_SAVE_H

#include "cli/files.h"

/*
 * Write beside the place and move there, so that nobody sees half a file and
 * what stood there stays until the new one is complete. Refuses to replace
 * one of the `inputs`.
 */
bool save_file(const char *path, const char *bytes, size_t length,
               const struct files *inputs, struct skollint_error *why);

/* Why writing failed, from errno: the key of a text. */
const char *save_key(int number);

/* Whether the path is a folder, or is written as one. */
bool save_is_folder(const char *path);

/* Make the folder unless it is there. */
bool save_make_folder(const char *path, struct skollint_error *why);

#endif
