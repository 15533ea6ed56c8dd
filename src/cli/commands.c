/* commands - everything but check: what the library knows, printed. */
#include "cli/open.h"
#include "cli/program.h"
#include "cli/save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(struct program *program, const char *file, const char *key,
                 const char *detail)
{
    program_complain_key(program, file, key, detail);
    program_raise(program, STATUS_USAGE);
}

static void print_text(struct program *program, char *text)
{
    program_print(program, text, strlen(text));
    skollint_text_free(text);
}

static void print_key(struct program *program, const char *key)
{
    print_text(program, skollint_rules_say(program->rules, key, NULL, 0));
}

static void deliver_outline(struct program *program, const char *path,
                            const char *text, size_t size)
{
    const char *output = program->options.output;
    struct file input = {(char *)(size_t)path, true};
    struct files inputs = {&input, 1, 1};
    struct skollint_error why;

    if (output == NULL) {
        program_print(program, text, size);
    } else if (!save_file(output, text, size, &inputs, &why)) {
        program_complain(program, output, &why);
        program_raise(program, STATUS_USAGE);
    }
}

static void outline_file(struct program *program, const char *path,
                         const char *format)
{
    struct skollint_document *document;
    struct skollint_error why;
    size_t size;
    char *text;

    document = open_document(program->rules, path,
                             pdf_how(program->options.ocr, 0), &why);
    if (document == NULL) {
        program_complain(program, path, &why);
        program_raise(program, STATUS_UNREADABLE);
        return;
    }
    text =
        skollint_document_outline(document, format, program_width(), &size);
    if (text)
        deliver_outline(program, path, text, size);
    else
        fail(program, NULL, "usage-format", format);
    skollint_text_free(text);
    skollint_document_free(document);
}

void command_outline(struct program *program)
{
    const struct options *options = &program->options;
    const char *format = options->as_template    ? "template"
                         : options->format_count ? options->formats[0]
                                                 : "tree";

    if (options->operand_count != 1)
        fail(program, NULL, "usage-one-file", "");
    else if (options->format_count + options->as_template > 1)
        fail(program, NULL, "usage-one-format", "");
    else
        outline_file(program, options->operands[0], format);
}

void command_cite(struct program *program)
{
    const struct options *options = &program->options;
    const char *format = options->format_count ? options->formats[0] : "text";
    struct skollint_error why;
    struct bytes bytes = {0};
    const char *text;
    char *said;

    if (options->operand_count != 1) {
        fail(program, NULL, "usage-one-text", "");
        return;
    }
    text = options->operands[0];
    if (strcmp(text, "-") == 0) {
        if (!bytes_read(&bytes, "-", &why)) {
            program_complain(program, "-", &why);
            program_raise(program, STATUS_UNREADABLE);
            return;
        }
        text = bytes.at;
    }
    said = skollint_rules_cite(program->rules, text,
                               bytes.at ? bytes.length : strlen(text),
                               options->on, program->today, format, &why);
    if (said) {
        print_text(program, said);
    } else {
        program_complain(program, NULL, &why);
        program_raise(program, STATUS_USAGE);
    }
    free(bytes.at);
}

static void test_rules(struct program *program)
{
    const struct options *options = &program->options;
    const char *format = options->format_count ? options->formats[0] : "text";
    bool clean = true;
    char *text = skollint_rules_test(program->rules, format, &clean);

    if (text == NULL) {
        fail(program, NULL, "usage-format", format);
        return;
    }
    print_text(program, text);
    if (!clean)
        program_raise(program, STATUS_USAGE);
}

static void lint_rules(struct program *program)
{
    print_text(program, skollint_rules_warnings(program->rules));
    print_key(program, "rules-clean");
}

void command_rules(struct program *program)
{
    const struct options *options = &program->options;
    const char *what = options->operand_count ? options->operands[0] : "list";

    if (strcmp(what, "list") == 0)
        print_text(program, skollint_rules_list(program->rules));
    else if (strcmp(what, "lint") == 0)
        lint_rules(program);
    else if (strcmp(what, "test") == 0)
        test_rules(program);
    else if (strcmp(what, "diff") == 0)
        command_rules_diff(program);
    else
        fail(program, NULL, "usage-rules", what);
}

void command_explain(struct program *program)
{
    const struct options *options = &program->options;
    char *text;

    if (options->operand_count != 1) {
        fail(program, NULL, "usage-one-id", "");
        return;
    }
    text = skollint_rules_explain(program->rules, options->operands[0],
                                  program_width());
    if (text)
        print_text(program, text);
    else
        fail(program, NULL, "usage-unknown-id", options->operands[0]);
}

void command_help(struct program *program)
{
    const char *topic = program->options.help_topic;

    program_load_rules(program);
    if (topic && strcmp(topic, "limits") == 0)
        print_text(program, skollint_rules_limits(program->rules));
    else if (topic && strcmp(topic, "all") == 0)
        print_key(program, "help-all");
    else
        print_key(program, "help");
}
