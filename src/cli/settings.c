/* settings - .skollint.yaml, looked for upwards from the first document. */
#include "cli/settings.h"

#include "cli/files.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char name[] = ".skollint.yaml";

/* Cut the last part off a path that ends in no slash; false at the root. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');

    if (slash == NULL || strcmp(path, "/") == 0)
        return false;
    slash[slash == path] = '\0';
    return true;
}

static bool is_folder(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* The folder of the settings that hold for a path; "" for none. */
static void find(const char *operand, char folder[SETTINGS_PATH])
{
    char file[SETTINGS_PATH + sizeof name + 1];
    char *whole = realpath(strcmp(operand, "-") == 0 ? "." : operand, NULL);

    folder[0] = '\0';
    if (whole == NULL || strlen(whole) >= SETTINGS_PATH) {
        free(whole);
        return;
    }
    if (!is_folder(whole))
        go_up(whole);
    do {
        snprintf(file, sizeof file, "%s/%s", whole, name);
        if (access(file, R_OK) == 0) {
            strcpy(folder, whole);
            break;
        }
    } while (go_up(whole));
    free(whole);
}

static bool takes_settings(const struct options *options)
{
    enum { COMMANDS = COMMAND_CHECK | COMMAND_AUDIT | COMMAND_COMPARE };

    return (options->command & COMMANDS) && !options->no_settings &&
           options->operand_count > 0;
}

static bool all_alike(struct program *program, const char *folder)
{
    char other[SETTINGS_PATH];

    for (size_t i = 1; i < program->options.operand_count; i++) {
        find(program->options.operands[i], other);
        if (strcmp(folder, other) == 0)
            continue;
        program_complain_key(program, program->options.operands[i],
                             "settings-differ", name);
        program_raise(program, STATUS_USAGE);
        return false;
    }
    return true;
}

bool settings_add(struct program *program, char folder[SETTINGS_PATH])
{
    char path[SETTINGS_PATH + sizeof name + 1];
    struct skollint_error why;
    struct bytes bytes;

    folder[0] = '\0';
    if (!takes_settings(&program->options))
        return true;
    find(program->options.operands[0], folder);
    if (!all_alike(program, folder))
        return false;
    if (folder[0] == '\0')
        return true;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (!bytes_read(&bytes, path, &why)) {
        program_complain(program, path, &why);
        program_raise(program, STATUS_USAGE);
        return false;
    }
    skollint_rules_settings(program->rules, name, bytes.at, bytes.length);
    free(bytes.at);
    return true;
}
