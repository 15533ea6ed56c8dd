/* rules_diff - which verdicts other rules change, over a set of documents. */
#include "cli/inputs.h"
#include "cli/jobs.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct side {
    struct program *program;
    struct skollint_rules *rules;
    struct skollint_review *review;
    bool first; /* what cannot be read is told once */
};

static void done(void *context, const struct file *file,
                 struct skollint_review *review,
                 const struct skollint_error *why)
{
    struct side *side = context;

    if (review) {
        skollint_review_take(side->review, review);
        return;
    }
    if (!file->named || !side->first)
        return;
    program_complain(side->program, file->path, why);
    program_raise(side->program, STATUS_UNREADABLE);
}

static bool judge(struct side *side)
{
    struct program *program = side->program;
    struct skollint_options options = {.today = program->today};
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct jobs_task task = {
        .rules = side->rules,
        .options = &options,
        .files = &program->inputs,
        .threads = processors < 1 ? 1 : (unsigned)processors,
        .pdf = pdf_how(NULL, 0),
    };
    struct skollint_error why;

    side->review = skollint_review_new(side->rules, &options, &why);
    if (side->review == NULL) {
        program_complain(program, NULL, &why);
        program_raise(program, STATUS_USAGE);
        return false;
    }
    jobs_run(&task, done, side);
    return true;
}

static void tell(struct program *program, const struct side *before,
                 const struct side *after)
{
    size_t changed;
    char *text;

    if (skollint_review_count(after->review) == 0) {
        program_complain_key(program, NULL, "nothing-judged", "");
        program_raise(program, STATUS_USAGE);
        return;
    }
    text = skollint_review_differences(before->review, after->review,
                                       &changed);
    program_print(program, text, strlen(text));
    skollint_text_free(text);
    if (changed)
        program_raise(program, STATUS_FOUND);
}

void command_rules_diff(struct program *program)
{
    struct options *options = &program->options;
    struct side before = {.program = program, .first = true};
    struct side after = {.program = program};

    if (options->operand_count < 4) {
        program_complain_key(program, NULL, "usage-rules-diff", "");
        program_raise(program, STATUS_USAGE);
        return;
    }
    before.rules = program_rules_of(program, options->operands[1]);
    after.rules = program_rules_of(program, options->operands[2]);
    options->operands += 3;
    options->operand_count -= 3;
    inputs_find(program);
    if (before.rules && after.rules && inputs_are_there(program) &&
        judge(&before) && judge(&after))
        tell(program, &before, &after);
    skollint_review_free(before.review);
    skollint_review_free(after.review);
    skollint_rules_free(before.rules);
    skollint_rules_free(after.rules);
}
