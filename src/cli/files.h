/*
 * files - the files to read: named, listed or found in folders.
 */
#ifndef SKOLLINT_CLI_FILES_H
#define SKOLLINT_CLI_FILES_H

#include <skollint/error.h>
#include <stdbool.h>
#include <stddef.h>

struct file {
    char *path; /* "-" is standard input */
    bool named; /* by the user, not found in a folder */
};

struct files {
    struct file *items; /* in the order named; a folder's in byte order */
    size_t count;
    size_t capacity;
};

/* A file's or standard input's bytes. */
struct bytes {
    char *at; /* free() it; followed by a NUL */
    size_t length;
};

/* What could not be opened or listed; gets the path and why. */
typedef void (*files_complaint)(void *context, const char *path,
                                const struct skollint_error *why);

/*
 * Add what an operand names: a file, "-", or a folder and all below it, but
 * no links and nothing that begins with a dot. False when there were more
 * files than the limit.
 */
bool files_add(struct files *files, const char *operand,
               files_complaint complain, void *context);

/* Add the paths in a list, one a line; "-" reads standard input. */
bool files_add_list(struct files *files, const char *list,
                    files_complaint complain, void *context);

void files_free(struct files *files); /* and leave none */

/* Read all of a file; false with the reason. */
bool bytes_read(struct bytes *bytes, const char *path,
                struct skollint_error *why);

#endif
