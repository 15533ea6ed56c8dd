/*
 * run - another program, without a shell, within limits.
 */
#ifndef SKOLLINT_CLI_RUN_H
#define SKOLLINT_CLI_RUN_H

#include "cli/files.h"

enum run_end {
    RUN_DONE,
    RUN_ABSENT, /* there is no such program */
    RUN_FAILED, /* it said no, or crashed */
    RUN_LATE,   /* it took too long and was ended */
    RUN_LARGE   /* it wrote more than was allowed */
};

struct run_limits {
    unsigned seconds;
    size_t bytes;
};

/*
 * Bytes that programs hand to each other without a file: memory with a
 * number. -1 when there is none. run_bytes reads all of it.
 */
int run_memory(const void *bytes, size_t length);
bool run_bytes(int memory, struct bytes *bytes);

/*
 * Run `words` (NULL-terminated; the program is looked for in PATH) with
 * standard input and output in memory; what it says of trouble is dropped.
 * Output is emptied first.
 */
enum run_end run_program(const char *const *words, int input, int output,
                         struct run_limits limits);

#endif
