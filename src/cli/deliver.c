/* deliver - the answers out: to the screen, a file, a folder or beside. */
#include "cli/deliver.h"

#include "cli/save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool refuse(struct program *program, const char *key,
                   const char *detail)
{
    program_complain_key(program, NULL, key, detail);
    program_raise(program, STATUS_USAGE);
    return false;
}

static size_t format_count(const struct program *program)
{
    return program->options.format_count ? program->options.format_count : 1;
}

static const char *format_at(const struct program *program, size_t index)
{
    return program->options.format_count ? program->options.formats[index]
                                         : "text";
}

/* Each document to files of its own, rather than all to one. */
static bool spreads(const struct program *program)
{
    const struct options *options = &program->options;

    return options->beside ||
           (options->output &&
            (format_count(program) > 1 || save_is_folder(options->output)));
}

bool delivery_possible(struct program *program)
{
    const struct options *options = &program->options;
    bool single;

    if (options->beside && options->output)
        return refuse(program, "usage-beside-and-output", "");
    for (size_t i = 0; i < format_count(program); i++) {
        const char *format = format_at(program, i);

        if (skollint_format_suffix(format, &single) == NULL)
            return refuse(program, "usage-format", format);
        if (single && !options->output && !options->beside)
            return refuse(program, "usage-needs-output", format);
    }
    if (format_count(program) > 1 && !options->output && !options->beside)
        return refuse(program, "usage-one-format", "");
    return true;
}

static bool is_format(const struct program *program, const char *format)
{
    return strcmp(format_at(program, 0), format) == 0;
}

struct delivery delivery_begin(struct program *program,
                               struct skollint_review *review,
                               const struct files *inputs)
{
    const struct options *options = &program->options;
    bool alone = options->command == COMMAND_CHECK && options->plan == NULL;
    struct delivery delivery = {
        .program = program,
        .review = review,
        .inputs = inputs,
        .streams = !options->output && !options->beside &&
                   !options->baseline &&
                   (is_format(program, "ndjson") ||
                    (is_format(program, "text") && alone)),
        .forgets = alone,
    };

    delivery.items = calloc(inputs->count + 1, sizeof *delivery.items);
    if (delivery.items == NULL)
        abort();
    return delivery;
}

void delivery_add(struct delivery *delivery, const struct file *file,
                  size_t first, size_t end)
{
    delivery->items[delivery->count++] = (struct delivered){file, first, end};
}

static char *make(struct delivery *delivery, const char *format,
                  struct skollint_look look, const char *about, size_t *size)
{
    struct program *program = delivery->program;
    struct skollint_error why;
    char *bytes;

    look.explain = program->options.explain;
    look.brief = program->options.quiet;
    look.status = program->status;
    bytes =
        skollint_review_write(delivery->review, format, &look, size, &why);
    if (bytes == NULL) {
        program_complain(program, about, &why);
        program_raise(program, STATUS_USAGE);
    }
    return bytes;
}

static void print(struct delivery *delivery, struct skollint_look look)
{
    size_t size;
    char *bytes;

    look.width = program_width();
    look.color = program_color(delivery->program);
    look.goes_on = delivery->goes_on;
    look.table = delivery->table;
    bytes =
        make(delivery, format_at(delivery->program, 0), look, NULL, &size);
    if (bytes)
        program_print(delivery->program, bytes, size);
    skollint_text_free(bytes);
}

/* Put by the lines that the closing table has for these documents. */
static void add_to_table(struct delivery *delivery, struct skollint_look look)
{
    size_t size;
    char *lines;

    look.lines = true;
    look.width = program_width();
    lines = make(delivery, "text", look, NULL, &size);
    if (lines == NULL)
        return;
    delivery->table =
        realloc(delivery->table, delivery->table_length + size + 1);
    if (delivery->table == NULL)
        abort();
    memcpy(delivery->table + delivery->table_length, lines, size + 1);
    delivery->table_length += size;
    skollint_text_free(lines);
}

void delivery_stream(struct delivery *delivery, size_t first)
{
    struct skollint_look look = {
        .first = first, .end = skollint_review_count(delivery->review)};

    print(delivery, look);
    delivery->goes_on = true;
    if (!delivery->forgets)
        return;
    if (is_format(delivery->program, "text") &&
        !delivery->program->options.quiet)
        add_to_table(delivery, look);
    skollint_review_forget(delivery->review);
}

static void save(struct delivery *delivery, const char *path,
                 const char *format, struct skollint_look look)
{
    struct skollint_error why;
    size_t size;
    char *bytes = make(delivery, format, look, path, &size);

    if (bytes && !save_file(path, bytes, size, delivery->inputs, &why)) {
        program_complain(delivery->program, path, &why);
        program_raise(delivery->program, STATUS_USAGE);
    }
    skollint_text_free(bytes);
}

/* The copy of a Word file is made from its bytes. */
static void save_single(struct delivery *delivery, const char *path,
                        const char *format, const struct delivered *delivered)
{
    struct program *program = delivery->program;
    struct skollint_look look = {.first = delivered->first,
                                 .end = delivered->end};
    struct skollint_error why;
    struct bytes source;

    if (strcmp(delivered->file->path, "-") == 0) {
        refuse(program, "usage-single-from-standard-input", format);
        return;
    }
    if (!bytes_read(&source, delivered->file->path, &why)) {
        program_complain(program, delivered->file->path, &why);
        program_raise(program, STATUS_UNREADABLE);
        return;
    }
    look.source = source.at;
    look.source_size = source.length;
    save(delivery, path, format, look);
    free(source.at);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (strcmp(path, "-") == 0)
        return "stdin";
    return slash ? slash + 1 : path;
}

static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot && dot != name ? (size_t)(dot - name) : strlen(name);
}

/* Whether another file of the run would be given the same name. */
static bool shares_name(const struct delivery *delivery, size_t index,
                        bool whole)
{
    const char *name = base_name(delivery->items[index].file->path);
    size_t length = whole ? strlen(name) : stem_length(name);

    for (size_t i = 0; i < delivery->count; i++) {
        const char *other = base_name(delivery->items[i].file->path);
        size_t its = whole ? strlen(other) : stem_length(other);

        if (i != index && its == length && strncmp(name, other, length) == 0)
            return true;
    }
    return false;
}

/* "rapport", or "rapport.docx" beside a "rapport.txt", or "rapport.docx 2". */
static char *own_name(const struct delivery *delivery, size_t index)
{
    const char *name = base_name(delivery->items[index].file->path);
    bool in_one_folder = !delivery->program->options.beside;
    size_t length = strlen(name);
    char *own;
    int made;

    if (!shares_name(delivery, index, false))
        length = stem_length(name);
    if (in_one_folder && shares_name(delivery, index, true))
        made = asprintf(&own, "%.*s %zu", (int)length, name, index + 1);
    else
        made = asprintf(&own, "%.*s", (int)length, name);
    if (made < 0)
        abort();
    return own;
}

/* Where the file of one document and format goes; the caller frees it. */
static char *place_of(const struct delivery *delivery, size_t index,
                      const char *format)
{
    const struct options *options = &delivery->program->options;
    const char *path = delivery->items[index].file->path;
    const char *slash = strrchr(path, '/');
    char *name = own_name(delivery, index), *file, *place;
    bool single;
    const char *suffix = skollint_format_suffix(format, &single);
    int made;

    file = skollint_rules_say(delivery->program->rules,
                              single ? "file-commented" : "file-reading",
                              (struct skollint_value[]){{"name", name}}, 1);
    if (options->beside)
        made =
            asprintf(&place, "%.*s%s.%s", slash ? (int)(slash - path + 1) : 0,
                     path, file, suffix);
    else
        made = asprintf(&place, "%s/%s.%s", options->output, file, suffix);
    if (made < 0)
        abort();
    skollint_text_free(file);
    free(name);
    return place;
}

static void spread_one(struct delivery *delivery, size_t index,
                       const char *format)
{
    const struct delivered *delivered = &delivery->items[index];
    char *place = place_of(delivery, index, format);
    bool single;

    skollint_format_suffix(format, &single);
    if (single)
        save_single(delivery, place, format, delivered);
    else
        save(delivery, place, format,
             (struct skollint_look){.first = delivered->first,
                                    .end = delivered->end,
                                    .whole = true});
    free(place);
}

/* A page for all documents, where a folder holds a page for each. */
static void save_index(struct delivery *delivery)
{
    char *place;

    if (asprintf(&place, "%s/index.html", delivery->program->options.output) <
        0)
        abort();
    save(delivery, place, "html",
         (struct skollint_look){
             .end = skollint_review_count(delivery->review), .whole = true});
    free(place);
}

static void spread(struct delivery *delivery)
{
    struct program *program = delivery->program;
    const char *folder = program->options.output;
    struct skollint_error why;

    if (folder && !save_make_folder(folder, &why)) {
        program_complain(program, folder, &why);
        program_raise(program, STATUS_USAGE);
        return;
    }
    for (size_t i = 0; i < format_count(program); i++) {
        for (size_t j = 0; j < delivery->count; j++)
            spread_one(delivery, j, format_at(program, i));
        if (folder && delivery->count > 1 &&
            strcmp(format_at(program, i), "html") == 0)
            save_index(delivery);
    }
}

static void save_one_file(struct delivery *delivery)
{
    struct program *program = delivery->program;
    const char *format = format_at(program, 0);
    bool single;

    skollint_format_suffix(format, &single);
    if (!single)
        save(delivery, program->options.output, format,
             (struct skollint_look){
                 .end = skollint_review_count(delivery->review),
                 .whole = true});
    else if (delivery->count == 1)
        save_single(delivery, program->options.output, format,
                    &delivery->items[0]);
    else
        refuse(program, "usage-one-document", format);
}

void delivery_finish(struct delivery *delivery)
{
    const struct options *options = &delivery->program->options;
    size_t count = skollint_review_count(delivery->review);

    if (spreads(delivery->program))
        spread(delivery);
    else if (options->output)
        save_one_file(delivery);
    else
        print(delivery,
              (struct skollint_look){.first = delivery->streams ? count : 0,
                                     .end = count,
                                     .whole = true});
    free(delivery->table);
    free(delivery->items);
}
