/* store_write - what the store of earlier decisions holds. */
#include "output/store_write.h"

#include "base/json.h"
#include "base/unicode.h"
#include "output/layout.h"

enum { WIDTH = 80, INDENT = 3, FOUND_MOST = 10 };

struct writing {
    const struct store_output *output;
    struct arena *arena;
    struct layout layout;
    struct buf line;
};

static void begin(struct writing *writing, struct buf *into,
                  const struct store_output *output)
{
    *writing = (struct writing){
        .output = output,
        .arena = arena_new(),
        .layout = {into, output->width ? output->width : WIDTH, false},
    };
}

static void end(struct writing *writing)
{
    buf_free(&writing->line);
    arena_free(writing->arena);
}

static void flush(struct writing *writing, size_t indent)
{
    layout_indented(&writing->layout, indent,
                    (struct styled){buf_str(&writing->line), STYLE_PLAIN});
    buf_cut(&writing->line, 0);
}

static void say(struct writing *writing, const char *key,
                const struct text_value *values, size_t count)
{
    texts_say(&writing->line, writing->output->texts,
              writing->output->language, key, values, count);
}

/* KEY-one or KEY-many with {n}. */
static void say_count(struct writing *writing, const char *one,
                      const char *many, size_t count)
{
    struct str number = arena_format(writing->arena, "%zu", count);
    struct text_value value = {"n", number};

    say(writing, count == 1 ? one : many, &value, 1);
}

static void write_size(struct writing *writing)
{
    say_count(writing, "store-one", "store-many",
              precedent_count(writing->output->store));
    flush(writing, 0);
}

/* ", " and a text, when there is one. */
static void add_more(struct buf *into, struct str text)
{
    if (text.length == 0)
        return;
    if (into->length)
        buf_add(into, STR(", "));
    unicode_add_inert(into, text);
}

static void add_word(struct buf *into, const struct texts *texts,
                     int language, const char *prefix, struct str name)
{
    struct buf key = {0};

    if (name.length == 0)
        return;
    buf_format(&key, "%s-%.*s", prefix, (int)name.length, name.at);
    add_more(into, texts_get(texts, language, buf_str(&key)));
    buf_free(&key);
}

void precedent_add_source(struct buf *into, const struct texts *texts,
                          int language, const struct precedent *precedent)
{
    struct buf source = {0}, number = {0};
    struct text_value value;

    add_more(&source, precedent->organiser);
    add_more(&source, precedent->date);
    add_more(&source, precedent->numbers);
    add_more(&source, precedent->name);
    buf_format(&number, "%zu",
               precedent->line ? precedent->line : precedent->page);
    value = (struct text_value){"value", buf_str(&number)};
    if (precedent->line || precedent->page) {
        buf_add(&source, STR(", "));
        texts_say(&source, texts, language,
                  precedent->line ? "place-line" : "place-page", &value, 1);
    }
    buf_add(into, buf_str(&source));
    buf_free(&source);
    buf_free(&number);
}

static void list_json(struct buf *into, const struct kept *all, size_t count)
{
    struct json *top = json_map(), *list;

    json_put_number(top, "format", 1);
    list = json_put_list(top, "decisions");
    for (size_t i = 0; i < count; i++) {
        struct json *one = json_put_map(list, NULL), *areas;

        json_put_text(one, "sha256", all[i].sha256);
        json_put_text(one, "name", all[i].name);
        json_put_text_or_null(one, "huvudman", all[i].organiser);
        json_put_text_or_null(one, "school_forms", all[i].school_forms);
        json_put_text_or_null(one, "date", all[i].date);
        json_put_text_or_null(one, "reference_numbers", all[i].numbers);
        areas = json_put_list(one, "areas");
        for (size_t j = 0; j < all[i].area_count; j++) {
            const struct kept_area *area = &all[i].areas[j];
            struct json *map = json_put_map(areas, NULL);

            json_put_text(map, "name", area->name);
            json_put_text_or_null(map, "law", area->law);
            json_put_text_or_null(map, "rating", area->rating);
            json_put_text_or_null(map, "outcome", area->outcome);
            json_put_text_or_null(map, "intervention", area->intervention);
            json_put_number(map, "passages", (long long)area->passages);
        }
    }
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
}

static void write_kept(struct writing *writing, const struct kept *kept)
{
    const struct store_output *output = writing->output;

    layout_blank(&writing->layout);
    add_more(&writing->line, kept->organiser);
    add_more(&writing->line, kept->school_forms);
    add_more(&writing->line, kept->date);
    add_more(&writing->line, kept->numbers);
    add_more(&writing->line, kept->name);
    buf_format(&writing->line, "  %.8s", kept->sha256.at);
    flush(writing, 0);
    for (size_t i = 0; i < kept->area_count; i++) {
        unicode_add_inert(&writing->line, kept->areas[i].name);
        add_word(&writing->line, output->texts, output->language, "rating",
                 kept->areas[i].rating);
        add_word(&writing->line, output->texts, output->language, "outcome",
                 kept->areas[i].outcome);
        flush(writing, INDENT);
    }
}

void store_write_list(struct buf *into, const struct store_output *output)
{
    struct writing writing;
    struct kept *all;
    size_t count;

    begin(&writing, into, output);
    all = precedent_list(output->store, writing.arena, &count);
    if (output->json)
        list_json(into, all, count);
    else
        write_size(&writing);
    for (size_t i = 0; !output->json && i < count; i++)
        write_kept(&writing, &all[i]);
    end(&writing);
}

static void found_json(struct buf *into, struct precedents found,
                       size_t stored)
{
    struct json *top = json_map(), *list;

    json_put_number(top, "format", 1);
    json_put_number(top, "stored", (long long)stored);
    list = json_put_list(top, "passages");
    for (size_t i = 0; i < found.count; i++) {
        const struct precedent *item = &found.items[i];
        struct json *one = json_put_map(list, NULL);

        json_put_text(one, "decision", item->name);
        json_put_text_or_null(one, "huvudman", item->organiser);
        json_put_text_or_null(one, "date", item->date);
        json_put_text_or_null(one, "reference_number", item->numbers);
        json_put_text(one, "area", item->area);
        json_put_text_or_null(one, "rating", item->rating);
        json_put_text_or_null(one, "outcome", item->outcome);
        json_put_text(one, "voice", item->voice);
        json_put_text_or_null(one, "progress", item->progress);
        json_put_text(one, "quote", item->text);
        json_put_number_or_null(one, "line", item->line);
        json_put_number_or_null(one, "page", item->page);
        json_put_decimal(one, "score", item->score);
    }
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
}

static void write_found(struct writing *writing,
                        const struct precedent *found)
{
    const struct store_output *output = writing->output;

    layout_blank(&writing->layout);
    precedent_add_source(&writing->line, output->texts, output->language,
                         found);
    flush(writing, 0);
    unicode_add_inert(&writing->line, found->area);
    add_word(&writing->line, output->texts, output->language, "voice",
             found->voice);
    add_word(&writing->line, output->texts, output->language, "rating",
             found->rating);
    add_word(&writing->line, output->texts, output->language, "outcome",
             found->outcome);
    flush(writing, INDENT);
    buf_add(&writing->line,
            texts_get(output->texts, output->language, STR("quote-open")));
    unicode_add_inert(&writing->line, found->text);
    buf_add(&writing->line,
            texts_get(output->texts, output->language, STR("quote-close")));
    flush(writing, INDENT);
}

void store_write_found(struct buf *into, const struct store_output *output)
{
    struct writing writing;
    struct precedents found;

    begin(&writing, into, output);
    found = precedent_search(output->store, writing.arena, output->words,
                             FOUND_MOST);
    if (output->json) {
        found_json(into, found, precedent_count(output->store));
        end(&writing);
        return;
    }
    write_size(&writing);
    if (found.count == 0) {
        say(&writing, "store-none-found", NULL, 0);
        flush(&writing, 0);
    }
    for (size_t i = 0; i < found.count; i++)
        write_found(&writing, &found.items[i]);
    end(&writing);
}

static size_t shown(const struct agreement *agreement, int accepted)
{
    return agreement->counts[accepted][VERDICT_MET] +
           agreement->counts[accepted][VERDICT_PARTLY];
}

static size_t told(const struct agreement *agreement, int accepted)
{
    return shown(agreement, accepted) +
           agreement->counts[accepted][VERDICT_NOT_MET];
}

static void agreement_json(struct buf *into,
                           const struct agreement *agreements, size_t count,
                           size_t stored)
{
    static const char *const outcomes[] = {"more_needed", "accepted"};
    struct json *top = json_map(), *list;

    json_put_number(top, "format", 1);
    json_put_number(top, "stored", (long long)stored);
    list = json_put_list(top, "criteria");
    for (size_t i = 0; i < count; i++) {
        struct json *one = json_put_map(list, NULL);

        json_put_text(one, "criterion", agreements[i].criterion);
        for (int accepted = 1; accepted >= 0; accepted--) {
            struct json *map = json_put_map(one, outcomes[accepted]);

            for (int v = 0; v < VERDICTS; v++)
                if (agreements[i].counts[accepted][v])
                    json_put_number(
                        map, verdict_name((enum verdict)v),
                        (long long)agreements[i].counts[accepted][v]);
        }
    }
    json_print(into, top, JSON_INDENTED);
    buf_add_byte(into, '\n');
    json_free(top);
}

static void write_agreement(struct writing *writing,
                            const struct agreement *agreement)
{
    const struct store_output *output = writing->output;
    const struct criterion *criterion =
        ruleset_criterion(output->ruleset, agreement->criterion);
    struct text_value values[] = {
        {"id", agreement->criterion},
        {"title", criterion ? saying_in(&criterion->title, output->language)
                            : STR("")},
        {"a", arena_format(writing->arena, "%zu", shown(agreement, 1))},
        {"of_a", arena_format(writing->arena, "%zu", told(agreement, 1))},
        {"b", arena_format(writing->arena, "%zu", shown(agreement, 0))},
        {"of_b", arena_format(writing->arena, "%zu", told(agreement, 0))},
    };

    if (told(agreement, 0) + told(agreement, 1) == 0)
        return;
    say(writing, "agree-row", values, 6);
    flush(writing, 0);
}

void store_write_agreement(struct buf *into,
                           const struct store_output *output)
{
    struct writing writing;
    struct agreement *agreements;
    size_t count;

    begin(&writing, into, output);
    agreements = precedent_agree(output->store, writing.arena, &count);
    if (output->json) {
        agreement_json(into, agreements, count,
                       precedent_count(output->store));
        end(&writing);
        return;
    }
    write_size(&writing);
    say(&writing, "agree-head", NULL, 0);
    flush(&writing, 0);
    layout_blank(&writing.layout);
    for (size_t i = 0; i < count; i++)
        write_agreement(&writing, &agreements[i]);
    end(&writing);
}
