/* settings - .skollint.yaml, looked for upwards from the first document. */
#include "cli/settings.h"

#include "cli/files.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char name[] = ".skollint.yaml";

enum { PATH_SIZE = SETTINGS_PATH + sizeof name + 1 };

/* Cut the last part off a path that ends in no slash; false at the root. */
static bool go_up(char *path)
{
    char *slash = strrchr(path, '/');

    if (slash == NULL || strcmp(path, "/") == 0)
        return false;
    slash[slash == path] = '\0';
    return true;
}

/*
 * The folder of the settings that hold for a folder; "" for none. False when
 * there is no such folder to look in.
 */
static bool find(const char *start, char folder[SETTINGS_PATH])
{
    char file[PATH_SIZE];
    char *whole = realpath(start, NULL);

    folder[0] = '\0';
    if (whole == NULL || strlen(whole) >= SETTINGS_PATH) {
        free(whole);
        return false;
    }
    do {
        snprintf(file, sizeof file, "%s/%s", whole, name);
        if (access(file, F_OK) == 0) {
            strcpy(folder, whole);
            break;
        }
    } while (go_up(whole));
    free(whole);
    return true;
}

/* The folder a file lies in, "." for a bare name; false when too long. */
static bool folder_of(const char *path, char folder[SETTINGS_PATH])
{
    const char *slash = strrchr(path, '/');
    size_t length = slash ? (size_t)(slash - path) : 1;

    if (length >= SETTINGS_PATH)
        return false;
    memcpy(folder, slash ? path : ".", length);
    folder[length] = '\0';
    if (length == 0)
        strcpy(folder, "/");
    return true;
}

/* The settings of the first file that is judged, and of all others. */
static bool find_for_all(struct program *program, char found[SETTINGS_PATH])
{
    const struct files *inputs = &program->inputs;
    char folder[SETTINGS_PATH], before[SETTINGS_PATH] = "";
    char other[SETTINGS_PATH];
    bool first = true;

    for (size_t i = program->decisions; i < inputs->count; i++) {
        if (!folder_of(inputs->items[i].path, folder) ||
            strcmp(folder, before) == 0)
            continue;
        strcpy(before, folder);
        if (!find(folder, other))
            continue;
        if (first)
            strcpy(found, other);
        first = false;
        if (strcmp(found, other) == 0)
            continue;
        program_complain_key(program, inputs->items[i].path,
                             "settings-differ", name);
        program_raise(program, STATUS_USAGE);
        return false;
    }
    return true;
}

/* A folder as short as it can be said from where we are; "" for here. */
static void shorten(char folder[SETTINGS_PATH])
{
    char *here = realpath(".", NULL);
    size_t length = here ? strlen(here) : 0;

    if (length && strcmp(folder, here) == 0)
        folder[0] = '\0';
    else if (length && strncmp(folder, here, length) == 0 &&
             folder[length] == '/')
        memmove(folder, folder + length + 1, strlen(folder) - length);
    free(here);
}

bool settings_add(struct program *program, char folder[SETTINGS_PATH])
{
    char path[PATH_SIZE];
    struct skollint_error why;
    struct bytes bytes;

    folder[0] = '\0';
    if (program->options.no_settings || program->inputs.count == 0)
        return true;
    if (!find_for_all(program, folder))
        return false;
    if (folder[0] == '\0')
        return true;
    shorten(folder);
    snprintf(path, sizeof path, "%s%s%s", folder, folder[0] ? "/" : "", name);
    if (!bytes_read(&bytes, path, &why)) {
        program_complain(program, path, &why);
        program_raise(program, STATUS_USAGE);
        return false;
    }
    skollint_rules_settings(program->rules, path, bytes.at, bytes.length);
    free(bytes.at);
    return true;
}
