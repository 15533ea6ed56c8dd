/* law_write - citations as JSON and as lines for people. */
#include "output/law_write.h"

#include "law/register.h"

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

void law_add_judged(struct buf *into, const struct law_view *view,
                    const struct judgement *judgement)
{
    struct judgement judged = *judgement;
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

void law_add_note(struct buf *into, const struct law_view *view,
                  const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);

    law_add_judged(into, view, &judged);
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
    law_add_judged(&note, view, &judged);
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
