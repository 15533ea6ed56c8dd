/* json_audit - dossiers as the contract writes them. */
#include "output/json_parts.h"

#include "dossier/dossiers.h"

static void put_matrix(struct json *in, const struct output *output,
                       const struct dossier *dossier)
{
    const struct reviewed *documents = output->review->documents;
    struct json *list = json_put_list(in, "matrix");

    for (size_t i = 0; i < dossier->row_count; i++) {
        const struct matrix_row *row = &dossier->rows[i];
        struct json *map = json_put_map(list, NULL), *verdicts;

        json_put_text(map, "criterion", row->criterion->id);
        verdicts = json_put_map(map, "verdicts");
        for (size_t j = 0; j < dossier->document_count; j++) {
            struct str id = documents[dossier->documents[j]].id;

            if (row->verdicts[j] >= 0)
                json_put_text(
                    verdicts, id.at,
                    str_from(verdict_name((enum verdict)row->verdicts[j])));
        }
    }
}

static void put_evidence(struct json *list, const struct output *output,
                         const struct cross_evidence *evidence)
{
    const struct reviewed *reviewed =
        &output->review->documents[evidence->document];
    struct json *map = json_put_map(list, NULL);
    struct arena *arena = arena_new();
    struct mask mask =
        mask_new(arena, reviewed, output->review->options.show_personal_data);
    struct buf quote = {0};

    json_put_text(map, "document", reviewed->id);
    mask_add_span(&quote, &mask, evidence->span);
    json_put_text(map, "quote", buf_str(&quote));
    json_put_place(
        map, "place",
        (struct json_at){.id = reviewed->id, .outline = reviewed->outline},
        evidence->span);
    json_put_text_or_null(map, "value", evidence->value);
    json_put_text_or_null(map, "unit", evidence->unit);
    json_put_text_or_null(map, "measure", evidence->measure);
    json_put_text_or_null(map, "group", evidence->group);
    json_put_text_or_null(map, "period", evidence->period);
    buf_free(&quote);
    arena_free(arena);
}

void json_add_dossier(struct json *map, const struct output *output,
                      const struct dossier *dossier)
{
    const struct reviewed *documents = output->review->documents;
    struct json *list;

    json_put_text_or_null(map, "huvudman", dossier->huvudman);
    list = json_put_list(map, "documents");
    for (size_t i = 0; i < dossier->document_count; i++)
        json_put_text(list, NULL, documents[dossier->documents[i]].id);
    put_matrix(map, output, dossier);
    list = json_put_list(map, "cross");
    for (size_t i = 0; i < dossier->cross_count; i++) {
        const struct cross *cross = &dossier->cross[i];
        struct json *one = json_put_map(list, NULL), *evidence;

        json_put_text(one, "id", str_from(cross->id));
        json_put_text(one, "kind", str_from(cross_kind_name(cross->kind)));
        json_put_text(one, "about",
                      str_from(cross_about_name(cross->about)));
        json_put_text(one, "message", cross->message);
        evidence = json_put_list(one, "evidence");
        for (size_t j = 0; j < cross->evidence_count; j++)
            put_evidence(evidence, output, &cross->evidence[j]);
    }
    json_put_number(map, "figures", (long long)dossier->figures);
    json_put_number(map, "compared", (long long)dossier->compared);
}
