/*
 * json_parts - the pieces of JSON that several formats share, as the contract
 * names them: a document, a place, a result, a point, a citation.
 */
#ifndef SKOLLINT_OUTPUT_JSON_PARTS_H
#define SKOLLINT_OUTPUT_JSON_PARTS_H

#include "base/json.h"
#include "output/mask.h"
#include "output/output.h"

/* Where a span stands, for PLACE. */
struct json_at {
    struct str id; /* the document's, "d1" */
    const struct outline *outline;
    size_t citations_read, citations_seen; /* in the whole document */
};

void json_put_place(struct json *in, const char *key, struct json_at at,
                    struct span span);

/* What is known of a document without having judged it, into a map. */
void json_add_document(struct json *in, struct json_at at);

/* One judged document of a review, with answer and counts. */
void json_add_reviewed(struct json *in, const struct review *review,
                       const struct reviewed *reviewed);

/* Its results, points and citations, appended to lists. */
void json_add_results(struct json *list, const struct output *output,
                      const struct reviewed *reviewed);
void json_add_points(struct json *list, const struct output *output,
                     const struct reviewed *reviewed);
void json_add_citations(struct json *list, const struct output *output,
                        const struct reviewed *reviewed);

/* The provisions that an area of a decision cites, "4:3". */
void json_add_area_law(struct json *list, const struct outline *outline,
                       const struct area *area);

/* The keys run, rulesets; and skipped. */
void json_add_run(struct json *in, const struct output *output);
void json_add_skipped(struct json *in, const struct output *output);

/* A comparison or a dossier, into a map. */
struct comparison;
struct dossier;
void json_add_comparison(struct json *map, const struct output *output,
                         const struct comparison *comparison);
void json_add_dossier(struct json *map, const struct output *output,
                      const struct dossier *dossier);

/* null for no day */
void json_put_date(struct json *in, const char *key, struct date date);

#endif
