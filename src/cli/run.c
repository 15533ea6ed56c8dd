/* run - another program, without a shell, within limits. */
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STEP_MS = 200, ADDRESS_SPACE_GIB = 4 };

extern char **environ;

int run_memory(const void *bytes, size_t length)
{
    int memory = memfd_create("pages", MFD_CLOEXEC);
    const char *at = bytes;

    while (memory >= 0 && length > 0) {
        ssize_t wrote = write(memory, at, length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0) {
            close(memory);
            return -1;
        }
        at += wrote;
        length -= (size_t)wrote;
    }
    return memory;
}

bool run_bytes(int memory, struct bytes *bytes)
{
    struct stat about;
    ssize_t got;

    *bytes = (struct bytes){0};
    if (fstat(memory, &about) != 0 || lseek(memory, 0, SEEK_SET) != 0)
        return false;
    bytes->at = malloc((size_t)about.st_size + 1);
    if (bytes->at == NULL)
        abort();
    while (bytes->length < (size_t)about.st_size) {
        got = read(memory, bytes->at + bytes->length,
                   (size_t)about.st_size - bytes->length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        bytes->length += (size_t)got;
    }
    bytes->at[bytes->length] = '\0';
    return true;
}

/* What the child may use; it has begun already, with nothing read yet. */
static void limit(pid_t child, struct run_limits limits)
{
    struct rlimit time = {limits.seconds, limits.seconds};
    struct rlimit file = {limits.bytes, limits.bytes};
    struct rlimit space = {(rlim_t)ADDRESS_SPACE_GIB << 30,
                           (rlim_t)ADDRESS_SPACE_GIB << 30};
    struct rlimit none = {0, 0};

    prlimit(child, RLIMIT_CPU, &time, NULL);
    prlimit(child, RLIMIT_FSIZE, &file, NULL);
    prlimit(child, RLIMIT_AS, &space, NULL);
    prlimit(child, RLIMIT_CORE, &none, NULL);
}

/* Wait for the end, but not forever. */
static enum run_end wait_for(pid_t child, struct run_limits limits)
{
    int handle = (int)syscall(SYS_pidfd_open, child, 0);
    struct pollfd ready = {.fd = handle, .events = POLLIN};
    int left = (int)limits.seconds * 1000, status = 0;
    bool late = false;

    while (handle >= 0 && left > 0 && poll(&ready, 1, STEP_MS) != 1)
        left -= STEP_MS;
    if (handle >= 0) {
        late = left <= 0;
        close(handle);
    }
    if (late)
        kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (late || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return RUN_LATE;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
        return RUN_LARGE;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? RUN_DONE
                                                         : RUN_FAILED;
}

/* The environment as it is, but with one thread and no locale. */
static char **calm_environment(void)
{
    static char one_thread[] = "OMP_THREAD_LIMIT=1", plain[] = "LC_ALL=C";
    size_t count = 0, kept = 0;
    char **calm;

    while (environ[count])
        count++;
    calm = malloc((count + 3) * sizeof *calm);
    if (calm == NULL)
        abort();
    calm[kept++] = one_thread;
    calm[kept++] = plain;
    for (size_t i = 0; i < count; i++)
        calm[kept++] = environ[i];
    calm[kept] = NULL;
    return calm;
}

enum run_end run_program(const char *const *words, int input, int output,
                         struct run_limits limits)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults, none;
    char **environment = calm_environment();
    pid_t child;
    int wrong;

    if (ftruncate(output, 0) != 0 || lseek(output, 0, SEEK_SET) != 0 ||
        lseek(input, 0, SEEK_SET) != 0) {
        free(environment);
        return RUN_FAILED;
    }
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null",
                                     O_WRONLY, 0);
    posix_spawnattr_init(&attributes);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    wrong = posix_spawnp(&child, words[0], &actions, &attributes,
                         (char *const *)(uintptr_t)words, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(environment);
    if (wrong)
        return wrong == ENOENT ? RUN_ABSENT : RUN_FAILED;
    limit(child, limits);
    return wait_for(child, limits);
}
