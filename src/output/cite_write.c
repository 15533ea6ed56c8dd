/* cite_write - what `skollint cite` prints of a text. */
#include "output/cite_write.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "document/clean.h"
#include "law/register.h"

/* JSON is printed as it is made: a text may hold a million citations. */
static void add_text_or_null(struct buf *into, struct str text)
{
    if (text.length > 0)
        json_add_text(into, text);
    else
        buf_add(into, STR("null"));
}

static void add_number(struct buf *into, struct law_number number)
{
    if (number.value == 0) {
        buf_add(into, STR("null"));
        return;
    }
    buf_add_byte(into, '"');
    law_number_print(into, number);
    buf_add_byte(into, '"');
}

static void add_count(struct buf *into, unsigned count)
{
    if (count > 0)
        buf_format(into, "%u", count);
    else
        buf_add(into, STR("null"));
}

static void add_bool(struct buf *into, bool yes)
{
    buf_add(into, yes ? STR("true") : STR("false"));
}

static void add_status(struct buf *into, enum law_status status)
{
    buf_add_byte(into, '"');
    buf_add_text(into, law_status_name(status));
    buf_add_byte(into, '"');
}

static void add_judged(struct buf *into, const struct law_view *view,
                       const struct judgement *judged)
{
    struct buf note = {0};
    char on[DATE_TEXT];

    buf_add(into, STR(", \"status\": "));
    add_status(into, judged->status);
    buf_add(into, STR(", \"last_known\": "));
    if (judged->status == LAW_UNKNOWN && judged->knows)
        add_status(into, judged->last_known);
    else
        buf_add(into, STR("null"));
    buf_add(into, STR(", \"on\": "));
    add_text_or_null(into, str_from(date_print(view->on, on)));
    buf_add(into, STR(", \"assumed\": "));
    add_bool(into, view->assumed);
    buf_add(into, STR(", \"note\": "));
    if (judged->note != NULL)
        law_add_judged(&note, view, judged);
    add_text_or_null(into, buf_str(&note));
    buf_free(&note);
}

static void add_provision(struct buf *into, const struct law_view *view,
                          const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);

    buf_add(into, STR("{\"sfs\": "));
    if (provision->statute.year != 0) {
        buf_add_byte(into, '"');
        statute_id_print(into, provision->statute);
        buf_add_byte(into, '"');
    } else {
        buf_add(into, STR("null"));
    }
    buf_add(into, STR(", \"chapter\": "));
    add_number(into, provision->chapter);
    buf_add(into, STR(", \"section\": "));
    add_number(into, provision->clause);
    buf_add(into, STR(", \"stycke\": "));
    add_count(into, provision->subclause);
    buf_add(into, STR(", \"punkt\": "));
    add_count(into, provision->item);
    buf_add(into, STR(", \"implied\": "));
    add_bool(into, provision->implied);
    buf_add(into, STR(", \"repaired\": "));
    add_bool(into, provision->repaired);
    add_judged(into, view, &judged);
    buf_add_byte(into, '}');
}

static void write_json(struct buf *into, const struct law_view *view,
                       struct str text, const struct citations *citations)
{
    buf_add(into, STR("{\n  \"format\": 1,\n  \"citations\": ["));
    for (size_t i = 0; i < citations->count; i++) {
        const struct citation *citation = &citations->items[i];

        buf_add(into, i > 0 ? STR(",\n    {\"text\": ")
                            : STR("\n    {\"text\": "));
        json_add_text(into, span_text(text, citation->span));
        buf_format(into, ", \"start\": %u, \"length\": %u, \"statute\": ",
                   citation->span.start, citation->span.length);
        add_text_or_null(into, citation->statute);
        buf_add(into, STR(", \"provisions\": ["));
        for (size_t j = 0; j < citation->provision_count; j++) {
            buf_add(into, j > 0 ? STR(",\n      ") : STR("\n      "));
            add_provision(into, view, &citation->provisions[j]);
        }
        buf_add(into, STR("]}"));
    }
    buf_add(into, citations->count > 0 ? STR("\n  ]\n}\n") : STR("]\n}\n"));
}

static const char *status_key(const struct judgement *judged)
{
    static const char *const keys[LAW_STATUSES] = {
        [LAW_IN_FORCE] = "law-in-force",
        [LAW_REPEALED] = "law-status-repealed",
        [LAW_NOT_YET] = "law-status-not-yet",
        [LAW_NEVER] = "law-status-never",
        [LAW_UNKNOWN] = "law-status-unknown",
    };
    static const char *const last_keys[LAW_STATUSES] = {
        [LAW_IN_FORCE] = "law-last-in-force",
        [LAW_REPEALED] = "law-last-repealed",
        [LAW_NOT_YET] = "law-last-not-yet",
        [LAW_NEVER] = "law-last-never",
    };

    return judged->status == LAW_UNKNOWN && judged->knows &&
                   last_keys[judged->last_known] != NULL
               ? last_keys[judged->last_known]
               : keys[judged->status];
}

static void say(struct buf *into, const struct law_view *view,
                const char *key, const struct judgement *judged)
{
    char date[DATE_TEXT], known[DATE_TEXT];

    texts_say(into, view->texts, view->language, key,
              (struct text_value[]){
                  {"date", str_from(date_print(view->on, date))},
                  {"known_until",
                   str_from(date_print(judged->known_until, known))}},
              2);
}

/* That the reading itself did something: said after the note. */
static void add_reading(struct buf *into, const struct law_view *view,
                        const struct provision *provision,
                        const struct judgement *judged)
{
    const char *key = provision->repaired  ? "law-repaired"
                      : provision->bound   ? "law-bound"
                      : provision->implied ? "law-implied"
                                           : NULL;

    if (key == NULL)
        return;
    if (into->length > 0)
        buf_add_byte(into, ' ');
    say(into, view, key, judged);
}

/* "  4 kap. 3 paragraf skollagen gällde den 2023-02-02 (rubrik). Not." */
static bool write_line(struct buf *into, const struct law_view *view,
                       const struct provision *provision)
{
    struct judgement judged = register_judge(provision, view->on);
    struct buf name = {0}, status = {0}, note = {0};
    bool late = judged.note != NULL &&
                strcmp(judged.note, "law-after-last-day") == 0;

    provision_print(&name, provision);
    say(&status, view, status_key(&judged), &judged);
    if (judged.note != NULL && !late)
        law_add_judged(&note, view, &judged);
    add_reading(&note, view, provision, &judged);
    buf_add(into, STR("  "));
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
    return late;
}

/* A statute without provisions is judged as a whole. */
static bool write_citation(struct buf *into, const struct law_view *view,
                           struct str text, const struct citation *citation)
{
    struct provision whole = {.statute = citation->id};
    bool late = false;

    unicode_add_inert(into, span_text(text, citation->span));
    buf_add_byte(into, '\n');
    for (size_t i = 0; i < citation->provision_count; i++)
        late |= write_line(into, view, &citation->provisions[i]);
    if (citation->provision_count == 0 &&
        citation->kind != CITATION_PREPARATORY)
        late |= write_line(into, view, &whole);
    return late;
}

static void write_text(struct buf *into, const struct law_view *view,
                       struct str text, const struct citations *citations)
{
    struct judgement register_end = {
        .known_until = register_last_day(0)};
    bool late = false;

    if (citations->count == 0)
        texts_say(into, view->texts, view->language, "cite-none", NULL, 0);
    for (size_t i = 0; i < citations->count; i++)
        late |= write_citation(into, view, text, &citations->items[i]);
    if (view->assumed && citations->count > 0) {
        say(into, view, "law-assumed", &register_end);
        buf_add_byte(into, '\n');
    }
    if (late) {
        say(into, view, "law-reach", &register_end);
        buf_add_byte(into, '\n');
    }
}

bool cite_write(struct buf *into, const struct law_view *view,
                struct str bytes, struct str format, struct failure *failure)
{
    bool json = str_equal(format, STR("json"));
    struct buf cleaned = {0};
    struct arena *arena;
    struct citations citations;
    struct str text;

    if (!json && !str_equal(format, STR("text")))
        return fail(failure, "usage-format", "%.*s", (int)format.length,
                    format.at);
    if (bytes.length > LIMIT_TEXT)
        return fail(failure, "text-too-large", "%s", "");
    text = text_clean(&cleaned, bytes);
    arena = arena_new();
    citations = citations_read_on(arena, text, false, view->on);
    if (json)
        write_json(into, view, text, &citations);
    else
        write_text(into, view, text, &citations);
    arena_free(arena);
    buf_free(&cleaned);
    return true;
}
