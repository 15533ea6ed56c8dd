/* write_ndjson - one line of JSON per document, then one for the run. */
#include "dossier/dossiers.h"
#include "output/json_parts.h"
#include "output/writers.h"

static void add_line(struct buf *into, struct json *json)
{
    json_print(into, json, JSON_LINE);
    buf_add_byte(into, '\n');
    json_free(json);
}

static void write_document(struct buf *into, const struct output *output,
                           const struct reviewed *reviewed)
{
    struct json *line = json_map();

    json_put_text(line, "type", STR("document"));
    json_add_reviewed(line, output->review, reviewed);
    json_add_results(json_put_list(line, "results"), output, reviewed);
    json_add_points(json_put_list(line, "points"), output, reviewed);
    json_add_citations(json_put_list(line, "citations"), output, reviewed);
    add_line(into, line);
}

/* What several documents say together: a line each. */
static void write_dossiers(struct buf *into, const struct output *output)
{
    const struct dossiers *dossiers = output->dossiers;
    struct json *line;

    for (size_t i = 0; dossiers && i < dossiers->comparison_count; i++) {
        line = json_map();
        json_put_text(line, "type", STR("comparison"));
        json_add_comparison(line, output, dossiers->comparisons[i]);
        add_line(into, line);
    }
    for (size_t i = 0; dossiers && i < dossiers->count; i++) {
        line = json_map();
        json_put_text(line, "type", STR("dossier"));
        json_add_dossier(line, output, &dossiers->items[i]);
        add_line(into, line);
    }
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct json *line;

    (void)failure;
    for (size_t i = output->first; i < output->end; i++)
        write_document(into, output, &output->review->documents[i]);
    if (!output->whole)
        return true;
    write_dossiers(into, output);
    line = json_map();
    json_put_text(line, "type", STR("run"));
    json_put_number(line, "format", 1);
    json_add_run(line, output);
    json_add_skipped(line, output);
    add_line(into, line);
    return true;
}

const struct writer writer_ndjson = {
    .name = "ndjson",
    .suffix = "ndjson",
    .write = write,
};
