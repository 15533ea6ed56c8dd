/*
 * embedded - the rule files that are built into the program, and the rule
 * set that was read from them.
 *
 * Every .yaml file under rules/, in byte order of the paths, in a table made
 * when the program is built (src/rules/embed.sh), and what ruleset_read made
 * of them all, as it lay in memory then (src/rules/image). All of it is
 * constant and never freed.
 */
#ifndef SKOLLINT_RULES_EMBEDDED_H
#define SKOLLINT_RULES_EMBEDDED_H

#include "rules/ruleset.h"

struct embedded_file {
    const char *path; /* as in the source tree: "rules/frame/base.yaml" */
    const char *bytes;
    const char *end; /* where the next file's bytes begin */
};

/* All of them; *count says how many. */
const struct embedded_file *embedded_files(size_t *count);

static inline struct ruleset_file
embedded_rules(const struct embedded_file *file)
{
    return (struct ruleset_file){
        str_from(file->path),
        {file->bytes, (size_t)(file->end - file->bytes)}};
}

/* What ruleset_read makes of all of them, without settings. */
extern const struct ruleset embedded_ruleset
    __attribute__((visibility("hidden")));

#endif
