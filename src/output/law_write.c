/* law_write - citations as JSON and as lines for people. */
#include "output/law_write.h"

#include "law/register.h"

#include "base/unicode.h"

#include <stdio.h>

static void add_act(char act[24], uint32_t number)
{
    act[0] = '\0';
    if (number)
        snprintf(act, 24, "%u:%u", number >> 16, number & 0xFFFF);
}

static struct str named(const struct law_view *view, const char *prefix,
                        enum law_status status)
{
    char key[48];

    snprintf(key, sizeof key, "%s-%s", prefix, law_status_name(status));
    return texts_get(view->texts, view->language, str_from(key));
}

static struct str last_known(const struct law_view *view,
                             const struct judgement *judged)
{
    return judged->knows ? named(view, "last", judged->last_known) : STR("");
}

void law_add_note(struct buf *into, const struct law_view *view,
                  const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);
    char changed[DATE_TEXT], until[DATE_TEXT], known[DATE_TEXT], act[24];
    char date[DATE_TEXT];
    struct buf now = {0};

    if (judged.note == NULL)
        return;
    if (judged.now.statute.year)
        provision_print(&now, &judged.now);
    add_act(act, judged.act);
    texts_say(into, view->texts, view->language, judged.note,
              (struct text_value[]){
                  {"changed", str_from(date_print(judged.changed, changed))},
                  {"until", str_from(date_print(judged.until, until))},
                  {"known_until",
                   str_from(date_print(judged.known_until, known))},
                  {"date", str_from(date_print(view->on, date))},
                  {"last_known", last_known(view, &judged)},
                  {"act", str_from(act)},
                  {"now", buf_str(&now)},
                  {"heading", judged.heading},
                  {"heading_now", judged.heading_now}},
              9);
    buf_free(&now);
}

static void put_number(struct json *in, const char *key,
                       struct law_number number)
{
    struct buf text = {0};

    law_number_print(&text, number);
    json_put_text_or_null(in, key, buf_str(&text));
    buf_free(&text);
}

static void put_status(struct json *in, const struct law_view *view,
                       const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);
    struct buf note = {0};
    char on[DATE_TEXT];

    json_put_text(in, "status", str_from(law_status_name(judged.status)));
    if (judged.status == LAW_UNKNOWN && judged.knows)
        json_put_text(in, "last_known",
                      str_from(law_status_name(judged.last_known)));
    else
        json_put_null(in, "last_known");
    json_put_text_or_null(in, "on", str_from(date_print(view->on, on)));
    json_put_bool(in, "assumed", view->assumed);
    law_add_note(&note, view, provision);
    json_put_text_or_null(in, "note", buf_str(&note));
    buf_free(&note);
}

void law_put_provisions(struct json *in, const struct law_view *view,
                        const struct provision *provisions, size_t count)
{
    struct json *list = json_put_list(in, "provisions");

    for (size_t i = 0; i < count; i++) {
        const struct provision *provision = &provisions[i];
        struct json *map = json_put_map(list, NULL);
        struct buf sfs = {0};

        statute_id_print(&sfs, provision->statute);
        json_put_text_or_null(map, "sfs", buf_str(&sfs));
        put_number(map, "chapter", provision->chapter);
        put_number(map, "section", provision->clause);
        json_put_number_or_null(map, "stycke", provision->subclause);
        json_put_number_or_null(map, "punkt", provision->item);
        json_put_bool(map, "implied", provision->implied);
        json_put_bool(map, "repaired", provision->repaired);
        put_status(map, view, provision);
        buf_free(&sfs);
    }
}

static void write_json(struct buf *into, const struct law_view *view,
                       struct str text, const struct citations *citations)
{
    struct json *top = json_map();
    struct json *list;

    json_put_number(top, "format", 1);
    list = json_put_list(top, "citations");
    for (size_t i = 0; i < citations->count; i++) {
        const struct citation *citation = &citations->items[i];
        struct json *map = json_put_map(list, NULL);

        json_put_text(map, "text", span_text(text, citation->span));
        json_put_number(map, "start", citation->span.start);
        json_put_number(map, "length", citation->span.length);
        json_put_text_or_null(map, "statute", citation->statute);
        law_put_provisions(map, view, citation->provisions,
                           citation->provision_count);
    }
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
}

/* The words of the law room for what holds on the day. */
static void add_status(struct buf *into, const struct law_view *view,
                       enum law_status status)
{
    static const char *const keys[LAW_STATUSES] = {
        [LAW_IN_FORCE] = "law-in-force",
        [LAW_REPEALED] = "law-status-repealed",
        [LAW_NOT_YET] = "law-status-not-yet",
        [LAW_NEVER] = "law-status-never",
        [LAW_UNKNOWN] = "law-status-unknown",
    };
    char date[DATE_TEXT];

    texts_say(into, view->texts, view->language, keys[status],
              (struct text_value[]){
                  {"date", str_from(date_print(view->on, date))}},
              1);
}

/* "  4 kap. 3 paragraf skollagen gällde den 2023-02-02 (rubrik). Not." */
static void write_provision(struct buf *into, const struct law_view *view,
                            const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);
    struct buf name = {0}, status = {0}, note = {0};

    provision_print(&name, provision);
    add_status(&status, view, judged.status);
    law_add_note(&note, view, provision);
    buf_add_text(into, "  ");
    texts_say(into, view->texts, view->language, "cite-line",
              (struct text_value[]){{"provision", buf_str(&name)},
                                    {"status", buf_str(&status)},
                                    {"heading", judged.heading},
                                    {"note", buf_str(&note)}},
              4);
    buf_add_byte(into, '\n');
    buf_free(&name);
    buf_free(&status);
    buf_free(&note);
}

static void write_text(struct buf *into, const struct law_view *view,
                       struct str text, const struct citations *citations)
{
    if (citations->count == 0)
        texts_say(into, view->texts, view->language, "cite-none", NULL, 0);
    for (size_t i = 0; i < citations->count; i++) {
        const struct citation *citation = &citations->items[i];

        unicode_add_inert(into, span_text(text, citation->span));
        if (citation->statute.length) {
            buf_add_text(into, "  (");
            unicode_add_inert(into, citation->statute);
            buf_add_byte(into, ')');
        }
        buf_add_byte(into, '\n');
        for (size_t j = 0; j < citation->provision_count; j++)
            write_provision(into, view, &citation->provisions[j]);
    }
}

enum { PROVISIONS_MOST = 4096 };

bool law_write(struct buf *into, const struct law_view *view, struct str text,
               struct str format)
{
    bool json = str_equal(format, STR("json"));
    struct arena *arena;
    struct citations citations;

    if (!json && !str_equal(format, STR("text")))
        return false;
    arena = arena_new();
    citations = citations_read(arena, text, false);
    for (size_t i = 0; i < citations.count; i++)
        citation_on(arena, &citations.items[i], view->on, PROVISIONS_MOST);
    if (json)
        write_json(into, view, text, &citations);
    else
        write_text(into, view, text, &citations);
    arena_free(arena);
    return true;
}
