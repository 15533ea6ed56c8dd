/* json_parts - the citations of a document, and those of an area. */
#include "output/json_parts.h"
#include "output/law_write.h"

#include "law/register.h"

void json_add_citations(struct json *list, const struct output *output,
                        const struct reviewed *reviewed)
{
    struct json_at at = {.id = reviewed->id, .outline = reviewed->outline};
    struct law_view view = {output->texts, output->language,
                            reviewed->cited_on, reviewed->cited_on_assumed};

    for (size_t i = 0; i < reviewed->citations.count; i++) {
        const struct citation *citation = &reviewed->citations.items[i];
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "document", reviewed->id);
        json_put_text(map, "text",
                      document_text(reviewed->document, citation->span));
        json_put_place(map, "place", at, citation->span);
        law_put_provisions(map, &view, citation->provisions,
                           citation->provision_count);
    }
}

/* "4:3", with the Act before it when it is not the first of the register. */
static void put_short(struct json *list, const struct provision *provision)
{
    struct buf text = {0};

    if (register_find(provision->statute) != 0) {
        statute_id_print(&text, provision->statute);
        if (text.length)
            buf_add_byte(&text, ' ');
    }
    law_number_print(&text, provision->chapter);
    if (provision->chapter.value && provision->clause.value)
        buf_add_byte(&text, ':');
    law_number_print(&text, provision->clause);
    if (text.length)
        json_put_text(list, NULL, buf_str(&text));
    buf_free(&text);
}

void json_add_area_law(struct json *list, const struct outline *outline,
                       const struct area *area)
{
    struct arena *arena = arena_new();
    struct citations citations = citations_read(
        arena, document_text(outline->document, area->law),
        outline->document->ocr);

    for (size_t i = 0; i < citations.count; i++) {
        const struct citation *citation = &citations.items[i];

        for (size_t j = 0; j < citation->provision_count; j++)
            if (!citation->provisions[j].implied)
                put_short(list, &citation->provisions[j]);
    }
    arena_free(arena);
}
