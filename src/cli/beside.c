/* beside - files that are read beside those that are judged. */
#include "cli/beside.h"

static struct skollint_document *read_or_say(struct program *program,
                                             const char *path)
{
    struct skollint_error why;
    struct pdf_how how = pdf_how(program->options.ocr, program->options.jobs);
    struct skollint_document *document =
        open_document(program->rules, path, how, &why);

    if (document == NULL) {
        program_complain(program, path, &why);
        program_raise(program, STATUS_UNREADABLE);
    }
    return document;
}

static void add_asked(struct program *program, struct skollint_asked *asked,
                      const char *path)
{
    struct skollint_document *decision = read_or_say(program, path);

    if (decision)
        skollint_asked_add(asked, decision);
    skollint_document_free(decision);
}

struct skollint_asked *beside_asked(struct program *program)
{
    const struct options *options = &program->options;
    struct skollint_asked *asked;

    if (options->decisions.count == 0)
        return NULL;
    asked = skollint_asked_new(program->rules);
    for (size_t i = 0; i < program->decisions; i++)
        add_asked(program, asked, program->inputs.items[i].path);
    for (size_t i = 0;
         options->command == COMMAND_CHECK && i < options->decisions.count;
         i++)
        add_asked(program, asked, options->decisions.items[i]);
    return asked;
}

bool beside_enclose(const struct skollint_rules *rules,
                    const struct beside *with, struct pdf_how how,
                    struct skollint_document *document,
                    struct skollint_error *why)
{
    for (size_t i = 0; i < with->count; i++) {
        struct skollint_document *enclosure =
            open_document(rules, with->items[i], how, why);

        if (enclosure == NULL ||
            !skollint_document_enclose(document, enclosure, why))
            return false;
    }
    return true;
}

void beside_plan(struct program *program, struct skollint_review *review)
{
    struct skollint_document *plan;

    if (program->options.plan == NULL)
        return;
    plan = read_or_say(program, program->options.plan);
    if (plan)
        skollint_review_plan(review, plan);
}

bool beside_is_clear(struct program *program)
{
    const struct options *options = &program->options;
    const char *name = options->with.count ? "--with" : "--plan";

    if ((options->with.count == 0 && options->plan == NULL) ||
        program->inputs.count - program->decisions == 1)
        return true;
    program_complain_key(program, NULL, "usage-one-beside", name);
    program_raise(program, STATUS_USAGE);
    return false;
}
