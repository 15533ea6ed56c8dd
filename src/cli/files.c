/* files - the files to read: named, listed or found in folders. */
#include "cli/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FILES_MOST = 100000,
    DEPTH_MOST = 64,        /* of folders in folders */
    BYTES_MOST = 256 << 20, /* as the library's limit for a file */
    CHUNK = 64 << 10
};

struct search {
    struct files *files;
    files_complaint complain;
    void *context;
};

static void explain(struct skollint_error *why, const char *key,
                    const char *detail)
{
    *why = (struct skollint_error){0};
    snprintf(why->key, sizeof why->key, "%s", key);
    snprintf(why->detail, sizeof why->detail, "%s", detail);
}

static const char *key_of(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return "file-missing";
    case EACCES:
    case EPERM:
        return "file-forbidden";
    default:
        return "file-unreadable";
    }
}

static void complain(const struct search *search, const char *path,
                     const char *key)
{
    struct skollint_error why;

    explain(&why, key, "");
    search->complain(search->context, path, &why);
}

static bool add(const struct search *search, const char *path, bool named)
{
    struct files *files = search->files;

    if (files->count == FILES_MOST) {
        complain(search, path, "too-many-files");
        return false;
    }
    if (files->count == files->capacity) {
        files->capacity = files->capacity ? files->capacity * 2 : 64;
        files->items = realloc(files->items,
                               files->capacity * sizeof *files->items);
        if (files->items == NULL)
            abort();
    }
    files->items[files->count++] = (struct file){strdup(path), named};
    return true;
}

static char *join(const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length && folder[length - 1] == '/' ? "" : "/";
    char *path;

    if (asprintf(&path, "%s%s%s", folder, slash, name) < 0)
        abort();
    return path;
}

static bool add_folder(const struct search *search, const char *folder,
                       unsigned depth);

/* One entry of a folder; links and what is neither file nor folder are not
 * followed. */
static bool add_entry(const struct search *search, const char *path,
                      unsigned depth)
{
    struct stat about;

    if (lstat(path, &about) != 0)
        return true;
    if (S_ISDIR(about.st_mode))
        return add_folder(search, path, depth + 1);
    return S_ISREG(about.st_mode) ? add(search, path, false) : true;
}

static bool add_folder(const struct search *search, const char *folder,
                       unsigned depth)
{
    DIR *open = depth < DEPTH_MOST ? opendir(folder) : NULL;
    const struct dirent *entry;
    bool all = true;

    if (open == NULL) {
        complain(search, folder,
                 depth < DEPTH_MOST ? key_of(errno) : "folder-too-deep");
        return true;
    }
    while (all && (entry = readdir(open))) {
        char *path;

        if (entry->d_name[0] == '.')
            continue;
        path = join(folder, entry->d_name);
        all = add_entry(search, path, depth);
        free(path);
    }
    closedir(open);
    return all;
}

static int by_path(const void *a, const void *b)
{
    const struct file *one = a, *two = b;

    return strcmp(one->path, two->path);
}

bool files_add(struct files *files, const char *operand,
               files_complaint complaint, void *context)
{
    struct search search = {files, complaint, context};
    size_t before = files->count;
    struct stat about;
    bool all;

    if (strcmp(operand, "-") == 0 || stat(operand, &about) != 0 ||
        !S_ISDIR(about.st_mode))
        return add(&search, operand, true);
    all = add_folder(&search, operand, 0);
    if (files->count == before)
        complain(&search, operand, "folder-empty");
    else
        qsort(files->items + before, files->count - before,
              sizeof *files->items, by_path);
    return all;
}

bool files_add_list(struct files *files, const char *list,
                    files_complaint complaint, void *context)
{
    struct search search = {files, complaint, context};
    struct skollint_error why;
    struct bytes bytes;
    char *rest, *line;
    bool all = true;

    if (!bytes_read(&bytes, list, &why)) {
        complaint(context, list, &why);
        return true;
    }
    rest = bytes.at;
    while (all && (line = strsep(&rest, "\n"))) {
        size_t length = strlen(line);

        if (length && line[length - 1] == '\r')
            line[length - 1] = '\0';
        if (*line)
            all = add(&search, line, true);
    }
    free(bytes.at);
    return all;
}

void files_free(struct files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->items[i].path);
    free(files->items);
    *files = (struct files){0};
}

/* Read to the end; 0, or errno, or EFBIG when there is too much. */
static int read_all(struct bytes *bytes, int from, size_t expected)
{
    size_t capacity = expected + CHUNK;

    bytes->at = malloc(capacity + 1);
    for (;;) {
        ssize_t got;

        if (bytes->length == capacity) {
            capacity *= 2;
            bytes->at = realloc(bytes->at, capacity + 1);
        }
        if (bytes->at == NULL)
            abort();
        got = read(from, bytes->at + bytes->length,
                   capacity - bytes->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        bytes->length += (size_t)got;
        if (bytes->length > BYTES_MOST)
            return EFBIG;
    }
    bytes->at[bytes->length] = '\0';
    return 0;
}

bool bytes_read(struct bytes *bytes, const char *path,
                struct skollint_error *why)
{
    bool standard = strcmp(path, "-") == 0;
    int from = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    int wrong;

    *bytes = (struct bytes){0};
    if (from < 0 || fstat(from, &about) != 0) {
        explain(why, key_of(errno), "");
        return false;
    }
    if (!standard && S_ISDIR(about.st_mode))
        wrong = EISDIR;
    else if (S_ISREG(about.st_mode) && about.st_size > BYTES_MOST)
        wrong = EFBIG;
    else
        wrong = read_all(bytes, from,
                         S_ISREG(about.st_mode) ? (size_t)about.st_size : 0);
    if (!standard)
        close(from);
    if (wrong == 0)
        return true;
    free(bytes->at);
    explain(why, wrong == EFBIG ? "file-too-large" : key_of(wrong),
            wrong == EFBIG ? "256 MiB" : "");
    return false;
}
