/* write_json - all of a review as one JSON value, by the contract. */
#include "output/json_parts.h"
#include "output/writers.h"

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
