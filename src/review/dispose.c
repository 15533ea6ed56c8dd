/* dispose - what a settings file says of a result: off, waived, judged. */
#include "review/dispose.h"

#include "review/message.h"
#include "review/verdict.h"

#include <stdio.h>

const char *disposition_name(enum disposition disposition)
{
    static const char *const names[] = {"open", "off", "waived", "judged"};

    return names[disposition];
}

static struct str file_name(struct str path)
{
    struct str part, last = path;

    while (str_cut(&path, '/', &part))
        last = part;
    return last;
}

static bool is_meant(const struct judge *judge, const struct result *result,
                     const struct setting *setting)
{
    return str_equal(setting->criterion, result->criterion->id) &&
           (setting->document.length == 0 ||
            str_equal(setting->document,
                      file_name(judge->outline->document->path)));
}

static enum verdict verdict_of(struct str name)
{
    for (int i = 0; i < VERDICTS; i++)
        if (str_equal(name, str_from(verdict_name((enum verdict)i))))
            return (enum verdict)i;
    return VERDICT_CANNOT_TELL;
}

static struct str setting_reason(const struct judge *judge, const char *key,
                                 const struct setting *setting)
{
    char day[DATE_TEXT];
    struct text_value values[] = {
        {"reason", setting->reason},
        {"by", setting->by},
        {"date", str_from(date_print(setting->until, day))},
    };
    struct buf text = {0};
    struct str reason;

    texts_say(&text, judge->ruleset->texts, judge->language, key, values, 3);
    reason = arena_str(judge->arena, buf_str(&text));
    buf_free(&text);
    return reason;
}

static void turn_off(const struct judge *judge, struct result *result,
                     const struct setting *setting)
{
    result->verdict = VERDICT_NOT_APPLICABLE;
    result->disposition = DISPOSITION_OFF;
    result->reason = result->message =
        setting_reason(judge, "setting-off", setting);
    result->fix = STR("");
    result->part_count = 0;
}

static void waive(const struct judge *judge, struct result *result,
                  const struct setting *setting)
{
    if (!verdict_is_gap(result->verdict) ||
        date_compare(setting->until, judge->options->today) < 0)
        return;
    result->disposition = DISPOSITION_WAIVED;
    result->reason = setting_reason(judge, "setting-waived", setting);
}

/* Only what the program could not tell is for a person to say. */
static void take_judgement(const struct judge *judge, struct result *result,
                           const struct setting *setting)
{
    if (result->verdict != VERDICT_CANNOT_TELL)
        return;
    result->verdict = verdict_of(setting->verdict);
    result->disposition = DISPOSITION_JUDGED;
    result->reason = result->message =
        setting_reason(judge, "setting-judged", setting);
}

void dispose(const struct judge *judge, struct result *result)
{
    const struct settings *settings = judge->ruleset->settings;

    for (size_t i = 0; settings && i < settings->count; i++) {
        const struct setting *setting = &settings->items[i];

        if (!is_meant(judge, result, setting))
            continue;
        if (setting->kind == SETTING_OFF)
            turn_off(judge, result, setting);
        else if (setting->kind == SETTING_EXCEPTION)
            waive(judge, result, setting);
        else
            take_judgement(judge, result, setting);
        if (result->disposition != DISPOSITION_OPEN)
            result->setting = setting;
    }
}

/* One part of the note: "2 undantag". Nothing when the count is 0. */
static void add_count(struct buf *note, const struct judge *judge,
                      const char *key, size_t count)
{
    char number[24], whole[48];

    if (count == 0)
        return;
    snprintf(number, sizeof number, "%zu", count);
    snprintf(whole, sizeof whole, "%s-%s", key, count == 1 ? "one" : "many");
    if (note->length)
        buf_add_text(note, ", ");
    texts_say(note, judge->ruleset->texts, judge->language, whole,
              (struct text_value[]){{"n", str_from(number)}}, 1);
}

static size_t count_of(const struct node *map)
{
    return map ? map->count : 0;
}

struct str dispose_note(const struct judge *judge,
                        const struct reviewed *reviewed)
{
    const struct settings *settings = judge->ruleset->settings;
    struct buf note = {0};
    struct str whole = STR("");

    if (settings == NULL)
        return whole;
    add_count(&note, judge, "count-off", reviewed->off);
    add_count(&note, judge, "count-waived", reviewed->waived);
    add_count(&note, judge, "count-settled", reviewed->settled);
    add_count(&note, judge, "count-profile",
              settings->profile && judge->options->profile.length == 0);
    add_count(&note, judge, "count-values", settings->value_count);
    add_count(&note, judge, "count-synonyms",
              count_of(settings->labels) + count_of(settings->headings));
    add_count(&note, judge, "count-rules", settings->rule_count);
    if (note.length)
        whole = message_frame(judge, "answer-settings", buf_str(&note));
    buf_free(&note);
    return whole;
}

static bool is_used(const struct review *review,
                    const struct setting *setting)
{
    for (size_t i = 0; i < review->document_count; i++)
        for (size_t j = 0; j < review->documents[i].result_count; j++)
            if (review->documents[i].results[j].setting == setting)
                return true;
    return false;
}

const struct setting *review_unused_setting(const struct review *review,
                                            size_t *index, bool *expired)
{
    const struct settings *settings = review->ruleset->settings;

    while (settings && *index < settings->count) {
        const struct setting *setting = &settings->items[(*index)++];

        *expired = setting->kind == SETTING_EXCEPTION &&
                   date_compare(setting->until, review->options.today) < 0;
        if (*expired || !is_used(review, setting))
            return setting;
    }
    return NULL;
}
