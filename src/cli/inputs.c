/* inputs - the files that a run of check, audit, compare or outline reads. */
#include "cli/inputs.h"

#include <string.h>

static void complain(void *context, const char *path,
                     const struct skollint_error *why)
{
    struct program *program = context;

    program_complain(program, path, why);
    program_raise(program, strcmp(why->key, "folder-empty") == 0
                               ? STATUS_USAGE
                               : STATUS_UNREADABLE);
}

void inputs_find(struct program *program)
{
    const struct options *options = &program->options;
    struct files *inputs = &program->inputs;
    bool all = true;

    for (size_t i = 0; options->command == COMMAND_COMPARE && all &&
                       i < options->decisions.count;
         i++)
        all = files_add(inputs, options->decisions.items[i], complain,
                        program);
    program->decisions = inputs->count;
    for (size_t i = 0; all && i < options->operand_count; i++)
        all = files_add(inputs, options->operands[i], complain, program);
    if (all && options->files_from)
        all = files_add_list(inputs, options->files_from, complain, program);
    if (all)
        return;
    program_raise(program, STATUS_USAGE);
    files_free(inputs);
}

bool inputs_are_there(struct program *program)
{
    if (program->inputs.count)
        return true;
    if (program->status == 0) {
        program_complain_key(program, NULL, "usage-no-file", "");
        program_raise(program, STATUS_USAGE);
    }
    return false;
}
