/*
 * embedded - the rule files that are built into the program.
 *
 * Every .yaml file under rules/, packed (base/yaml_pack.h), in byte order of
 * the paths. The table is made when the program is built
 * (src/rules/embed.sh); the bytes are static and never freed.
 */
#ifndef SKOLLINT_RULES_EMBEDDED_H
#define SKOLLINT_RULES_EMBEDDED_H

#include <stddef.h>

struct embedded_file {
    const char *path; /* as in the source tree: "rules/frame/base.yaml" */
    const char *packed;
    const char *end; /* where the next file's bytes begin */
};

/* All of them; *count says how many. */
const struct embedded_file *embedded_files(size_t *count);

#endif
