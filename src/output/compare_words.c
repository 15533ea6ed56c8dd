/* compare_words - what every output for people says of a comparison. */
#include "output/compare_words.h"

#include "output/store_write.h"

#include <stdio.h>

void compare_open(struct comparing_words *words, const struct output *output,
                  const struct comparison *comparison)
{
    const struct reviewed *documents = output->review->documents;

    words->comparison = comparison;
    view_open(&words->account, output, &documents[comparison->report]);
    view_open(&words->decision, output, &documents[comparison->decision]);
}

void compare_close(struct comparing_words *words)
{
    view_close(&words->decision);
    view_close(&words->account);
}

static void add_key(struct buf *into, const struct comparing_words *words,
                    const char *key)
{
    buf_add(into, view_text(&words->account, key));
}

static void add_filled(struct buf *into, const struct comparing_words *words,
                       const char *key, const struct text_value *values,
                       size_t count)
{
    const struct output *output = words->account.output;

    texts_say(into, output->texts, output->language, key, values, count);
}

void compare_add_title(struct buf *into, const struct comparing_words *words)
{
    struct text_value values[] = {
        {"report", words->account.document->path},
        {"decision", words->decision.document->path},
    };

    add_filled(into, words, "compare-title", values, 2);
}

const char *compare_answer(const struct comparison *comparison)
{
    enum verdict verdict = comparison_verdict(comparison);

    return answer_name(verdict == VERDICT_MET       ? ANSWER_READY
                       : verdict == VERDICT_NOT_MET ? ANSWER_NOT_READY
                                                    : ANSWER_PERSON);
}

void compare_add_reason(struct buf *into, const struct comparing_words *words)
{
    const struct comparison *comparison = words->comparison;
    size_t open = comparison_count(comparison, VERDICT_NOT_MET);
    size_t met = comparison_count(comparison, VERDICT_MET), all = 0;
    char numbers[3][24];
    struct text_value values[] = {{"open", {0}}, {"met", {0}}, {"all", {0}}};

    for (int v = 0; v < VERDICTS; v++)
        all += comparison_count(comparison, (enum verdict)v);
    snprintf(numbers[0], sizeof numbers[0], "%zu", open);
    snprintf(numbers[1], sizeof numbers[1], "%zu", met);
    snprintf(numbers[2], sizeof numbers[2], "%zu", all);
    for (int i = 0; i < 3; i++)
        values[i].value = str_from(numbers[i]);
    add_filled(into, words,
               all == 0    ? "compare-no-points"
               : open > 0  ? "compare-open"
               : met < all ? "compare-partly"
                           : "compare-met",
               values, 3);
}

void compare_add_frame(struct buf *into, const struct comparing_words *words)
{
    const struct found_date *last =
        &words->decision.reviewed->outline->deadline;
    char day[DATE_TEXT];
    struct text_value value = {"date", str_from(date_print(last->date, day))};

    if (last->date.year)
        add_filled(into, words, "compare-deadline", &value, 1);
    if (words->comparison->warning_count)
        return;
    if (last->date.year)
        buf_add_byte(into, ' ');
    add_key(into, words, "compare-same");
}

void compare_add_point(struct buf *into, const struct comparing_words *words,
                       const struct compared_area *area, size_t number)
{
    char text[24];
    struct text_value value = {"n", {0}};

    snprintf(text, sizeof text, "%zu", number);
    value.value = str_from(text);
    add_filled(into, words, "compare-point", &value, 1);
    add_key(into, words, "separator");
    view_add_words(into, &words->decision, area->area->name.text);
    if (area->area->rating) {
        add_key(into, words, "separator");
        buf_add(into,
                view_named(&words->account, "rating", area->area->rating));
    }
    if (area->area->deadline.date.year) {
        char day[DATE_TEXT];
        struct text_value last = {
            "date",
            str_from(date_print(area->area->deadline.date, day))};

        add_key(into, words, "separator");
        add_filled(into, words, "compare-area-deadline", &last, 1);
    }
    if (area->area->outcome) {
        add_key(into, words, "separator");
        buf_add(into,
                view_named(&words->account, "outcome", area->area->outcome));
    }
}

void compare_add_asked(struct buf *into, const struct comparing_words *words,
                       const struct asks *asks, size_t index)
{
    const struct ask *ask = &asks->items[index];

    if (index && ask->choice >= 0 &&
        asks->items[index - 1].choice == ask->choice)
        add_key(into, words, "compare-or");
    if (ask->title.length)
        view_add_words(into, &words->account, ask->title);
    else
        view_add_span(into, &words->decision, ask->text);
}

void compare_add_progress(struct buf *into,
                          const struct comparing_words *words,
                          const struct ask *ask)
{
    const char *name = progress_name(ask->progress);

    buf_add(into, view_named(&words->account, "progress-sign", name));
    if (ask->progress == PROGRESS_NONE)
        return;
    buf_add_byte(into, ' ');
    buf_add(into, view_named(&words->account, "progress", name));
}

size_t compare_passages(const struct ask *ask)
{
    size_t count = 0;

    while (count < ask->passage_count && count < COMPARE_PASSAGES &&
           (count == 0 || ask->passages[count].score > 0))
        count++;
    return count;
}

void compare_add_before(struct buf *into, const struct comparing_words *words)
{
    char text[24];
    struct text_value value = {"n", {0}};

    snprintf(text, sizeof text, "%zu", words->comparison->stored);
    value.value = str_from(text);
    add_filled(into, words,
               words->comparison->stored == 1 ? "compare-before-one"
                                              : "compare-before-many",
               &value, 1);
}

void compare_add_precedent(struct buf *into,
                           const struct comparing_words *words,
                           const struct precedent *precedent)
{
    const struct output *output = words->account.output;

    precedent_add_source(into, output->texts, output->language, precedent);
    if (precedent->outcome.length == 0)
        return;
    buf_add_text(into, ": ");
    buf_add(into, view_named(&words->account, "outcome",
                             precedent->outcome.at));
}
