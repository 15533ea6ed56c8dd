/* save - a file is written whole or not at all. */
#include "cli/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *save_key(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return "output-full";
    case EACCES:
    case EPERM:
    case EROFS:
        return "output-forbidden";
    case ENOENT:
    case ENOTDIR:
        return "output-no-folder";
    case EPIPE:
        return "output-closed";
    default:
        return "output-unwritable";
    }
}

static bool say(struct skollint_error *why, const char *key)
{
    *why = (struct skollint_error){0};
    snprintf(why->key, sizeof why->key, "%s", key);
    return false;
}

static bool is_input(const char *path, const struct files *inputs)
{
    struct stat target, input;

    if (stat(path, &target) != 0)
        return false;
    for (size_t i = 0; i < inputs->count; i++)
        if (stat(inputs->items[i].path, &input) == 0 &&
            input.st_dev == target.st_dev && input.st_ino == target.st_ino)
            return true;
    return false;
}

static bool write_all(int to, const char *bytes, size_t length)
{
    while (length) {
        ssize_t written = write(to, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* As open() would have given it: mkostemp makes files for the owner only. */
static void give_usual_mode(int file)
{
    mode_t mask = umask(0);

    umask(mask);
    if (fchmod(file, 0666 & ~mask) != 0)
        return; /* a file system without modes: nothing to give */
}

static bool write_beside(const char *path, const char *beside, int file,
                         const char *bytes, size_t length)
{
    bool good = write_all(file, bytes, length);
    int wrong = errno;

    give_usual_mode(file);
    if (close(file) != 0 && good) {
        good = false;
        wrong = errno;
    }
    if (good && rename(beside, path) == 0)
        return true;
    if (good)
        wrong = errno;
    unlink(beside);
    errno = wrong;
    return false;
}

/* "FOLDER/.skollint-XXXXXX" for "FOLDER/NAME"; the caller frees it. */
static char *name_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path + 1) : 0;
    char *name;

    if (asprintf(&name, "%.*s.skollint-XXXXXX", folder, path) < 0)
        abort();
    return name;
}

bool save_file(const char *path, const char *bytes, size_t length,
               const struct files *inputs, struct skollint_error *why)
{
    struct stat about;
    char *beside;
    int file;
    bool good;

    if (is_input(path, inputs))
        return say(why, "output-is-input");
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode)) {
        FILE *stream = S_ISDIR(about.st_mode) ? NULL : fopen(path, "wb");

        good = stream && fwrite(bytes, 1, length, stream) == length;
        if (stream && fclose(stream) != 0)
            good = false;
        return good || say(why, save_key(errno));
    }
    beside = name_beside(path);
    file = mkostemp(beside, O_CLOEXEC);
    good = file >= 0 && write_beside(path, beside, file, bytes, length);
    free(beside);
    return good || say(why, save_key(errno));
}

bool save_is_folder(const char *path)
{
    size_t length = strlen(path);
    struct stat about;

    return (length && path[length - 1] == '/') ||
           (stat(path, &about) == 0 && S_ISDIR(about.st_mode));
}

bool save_make_folder(const char *path, struct skollint_error *why)
{
    struct stat about;

    if (mkdir(path, 0777) == 0 ||
        (stat(path, &about) == 0 && S_ISDIR(about.st_mode)))
        return true;
    return say(why, save_key(errno));
}
