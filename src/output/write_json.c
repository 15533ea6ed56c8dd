/* write_json - all of a review as one JSON value, by the contract. */
#include "dossier/dossiers.h"
#include "output/json_parts.h"
#include "output/writers.h"

/* The keys of compare and audit: only where they were asked for. */
static void add_dossiers(struct json *top, const struct output *output)
{
    const struct dossiers *dossiers = output->dossiers;
    struct json *list;

    if (dossiers == NULL || !output->whole)
        return;
    if (dossiers->comparison_count) {
        list = json_put_list(top, "comparison");
        for (size_t i = 0; i < dossiers->comparison_count; i++)
            json_add_comparison(json_put_map(list, NULL), output,
                                dossiers->comparisons[i]);
    }
    if (dossiers->count) {
        list = json_put_list(top, "dossiers");
        for (size_t i = 0; i < dossiers->count; i++)
            json_add_dossier(json_put_map(list, NULL), output,
                             &dossiers->items[i]);
    }
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    const struct review *review = output->review;
    struct json *top = json_map();
    struct json *documents, *results, *points, *citations;

    (void)failure;
    json_put_number(top, "format", 1);
    json_add_run(top, output);
    documents = json_put_list(top, "documents");
    results = json_put_list(top, "results");
    points = json_put_list(top, "points");
    citations = json_put_list(top, "citations");
    json_add_skipped(top, output);
    for (size_t i = output->first; i < output->end; i++) {
        const struct reviewed *reviewed = &review->documents[i];

        json_add_reviewed(json_put_map(documents, NULL), review, reviewed);
        json_add_results(results, output, reviewed);
        json_add_points(points, output, reviewed);
        json_add_citations(citations, output, reviewed);
    }
    add_dossiers(top, output);
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
    return true;
}

const struct writer writer_json = {
    .name = "json",
    .suffix = "json",
    .write = write,
};
