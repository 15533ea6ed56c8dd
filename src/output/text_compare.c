/* text_compare - an account beside its decision, point by point. */
#include "output/text_report.h"

#include "base/unicode.h"
#include "dossier/dossiers.h"
#include "output/store_write.h"

enum { QUOTE = 150, POINT_QUOTE = 400, ASK_INDENT = 5, QUOTE_INDENT = 7 };

struct comparing_text {
    struct text_report *text;
    const struct comparison *comparison;
    struct view decision; /* text->view is the account's */
    size_t number;        /* of the point */
};

static void add_key(struct text_report *text, const char *key)
{
    buf_add(&text->line, view_text(&text->view, key));
}

static void add_filled(struct text_report *text, const char *key,
                       const struct text_value *values, size_t count)
{
    texts_say(&text->line, text->output->texts, text->output->language, key,
              values, count);
}

/* All points answered, none left open, or something between. */
static enum verdict whole_verdict(const struct comparison *comparison)
{
    size_t counts[VERDICTS], all = 0;

    for (int v = 0; v < VERDICTS; v++)
        all += counts[v] = comparison_count(comparison, (enum verdict)v);
    if (counts[VERDICT_NOT_MET])
        return VERDICT_NOT_MET;
    return counts[VERDICT_MET] == all && all ? VERDICT_MET : VERDICT_PARTLY;
}

static void write_whole(struct comparing_text *with)
{
    static const char *const answers[VERDICTS] = {
        [VERDICT_MET] = "answer-loud-ready",
        [VERDICT_PARTLY] = "answer-loud-needs_person",
        [VERDICT_NOT_MET] = "answer-loud-not_ready"};
    struct text_report *text = with->text;
    struct arena *arena = text->view.arena;
    size_t open = comparison_count(with->comparison, VERDICT_NOT_MET);
    size_t met = comparison_count(with->comparison, VERDICT_MET), all = 0;
    struct text_value values[3];

    for (int v = 0; v < VERDICTS; v++)
        all += comparison_count(with->comparison, (enum verdict)v);
    values[0] = (struct text_value){"open", arena_format(arena, "%zu", open)};
    values[1] = (struct text_value){"met", arena_format(arena, "%zu", met)};
    values[2] = (struct text_value){"all", arena_format(arena, "%zu", all)};
    layout_blank(&text->layout);
    add_key(text, "answer-question");
    buf_add_text(&text->line, "   ");
    add_key(text, answers[whole_verdict(with->comparison)]);
    buf_add_text(&text->line, ". ");
    add_filled(text,
               all == 0    ? "compare-no-points"
               : open > 0  ? "compare-open"
               : met < all ? "compare-partly"
                           : "compare-met",
               values, 3);
    text_flush(text, 0, STYLE_STRONG);
}

static void write_warnings(struct comparing_text *with)
{
    struct text_report *text = with->text;
    const struct found_date *last =
        &with->decision.reviewed->outline->deadline;
    char day[DATE_TEXT];
    struct text_value value = {"date", str_from(date_print(last->date, day))};

    layout_blank(&text->layout);
    if (last->date.year) {
        add_filled(text, "compare-deadline", &value, 1);
        buf_add_byte(&text->line, ' ');
    }
    if (with->comparison->warning_count == 0)
        add_key(text, "compare-same");
    if (text->line.length)
        text_flush(text, 3, STYLE_PLAIN);
    for (size_t i = 0; i < with->comparison->warning_count; i++) {
        buf_add_text(&text->line, "! ");
        view_add_words(&text->line, &text->view,
                       with->comparison->warnings[i].message);
        text_flush(text, 3, STYLE_WARM);
    }
}

static void write_passages(struct comparing_text *with, const struct ask *ask)
{
    struct text_report *text = with->text;

    for (size_t i = 0; i < ask->passage_count && i < 2; i++) {
        view_add_where(&text->line, &text->view, &ask->passages[i].span, 1);
        if (text->line.length)
            buf_add_text(&text->line, "  ");
        view_add_quote(&text->line, &text->view, ask->passages[i].span,
                       QUOTE);
        text_flush(text, QUOTE_INDENT, STYLE_PLAIN);
    }
}

static void write_ask(struct comparing_text *with, const struct asks *asks,
                      size_t index)
{
    const struct ask *ask = &asks->items[index];
    struct text_report *text = with->text;

    buf_add(&text->line, view_sign(&text->view, ask->verdict));
    buf_add_byte(&text->line, ' ');
    if (index && ask->choice >= 0 &&
        asks->items[index - 1].choice == ask->choice)
        add_key(text, "compare-or");
    view_add_span(&text->line, &with->decision, ask->text);
    buf_add_text(&text->line, "  [");
    buf_add(&text->line, view_named(&text->view, "progress",
                                    progress_name(ask->progress)));
    buf_add_text(&text->line, "; ");
    view_add_words(&text->line, &text->view, ask->message);
    buf_add_byte(&text->line, ']');
    text_flush(text, ASK_INDENT, STYLE_PLAIN);
    write_passages(with, ask);
}

static void write_point(struct comparing_text *with,
                        const struct compared_area *area,
                        const struct compared_point *point)
{
    struct text_report *text = with->text;
    struct text_value value = {
        "n", arena_format(text->view.arena, "%zu", ++with->number)};

    layout_blank(&text->layout);
    buf_add(&text->line, view_sign(&text->view, point->verdict));
    buf_add_byte(&text->line, ' ');
    add_filled(text, "compare-point", &value, 1);
    add_key(text, "separator");
    view_add_words(&text->line, &with->decision, area->area->name.text);
    if (area->area->rating) {
        add_key(text, "separator");
        buf_add(&text->line,
                view_named(&text->view, "rating", area->area->rating));
    }
    text_flush(text, 0, STYLE_STRONG);
    view_add_quote(&text->line, &with->decision, point->text, POINT_QUOTE);
    text_flush(text, 3, STYLE_FAINT);
    view_add_words(&text->line, &text->view, point->message);
    text_flush(text, 3, STYLE_PLAIN);
    for (size_t i = 0; i < point->asks.count; i++)
        write_ask(with, &point->asks, i);
}

static void write_precedents(struct comparing_text *with,
                             const struct compared_area *area)
{
    struct text_report *text = with->text;
    const struct texts *texts = text->output->texts;
    int language = text->output->language;
    struct text_value value = {
        "n", arena_format(text->view.arena, "%zu", with->comparison->stored)};

    if (!with->comparison->has_store)
        return;
    layout_blank(&text->layout);
    add_filled(text,
               with->comparison->stored == 1 ? "compare-before-one"
                                             : "compare-before-many",
               &value, 1);
    text_flush(text, 3, STYLE_STRONG);
    if (area->precedents.count == 0) {
        add_key(text, "compare-before-none");
        text_flush(text, ASK_INDENT, STYLE_PLAIN);
    }
    for (size_t i = 0; i < area->precedents.count; i++) {
        const struct precedent *one = &area->precedents.items[i];

        add_key(text, "quote-open");
        unicode_add_inert(&text->line, one->text);
        add_key(text, "quote-close");
        text_flush(text, ASK_INDENT, STYLE_PLAIN);
        precedent_add_source(&text->line, texts, language, one);
        if (one->outcome.length) {
            buf_add_text(&text->line, ": ");
            buf_add(&text->line,
                    view_named(&text->view, "outcome", one->outcome.at));
        }
        text_flush(text, QUOTE_INDENT, STYLE_FAINT);
    }
}

static void write_comparison(struct text_report *text,
                             const struct comparison *comparison)
{
    const struct reviewed *documents = text->output->review->documents;
    struct comparing_text with = {.text = text, .comparison = comparison};
    struct text_value values[2];

    view_open(&text->view, text->output, &documents[comparison->report]);
    view_open(&with.decision, text->output, &documents[comparison->decision]);
    values[0] = (struct text_value){"report", text->view.document->path};
    values[1] = (struct text_value){"decision", with.decision.document->path};
    add_filled(text, "compare-title", values, 2);
    text_flush(text, 0, STYLE_STRONG);
    write_whole(&with);
    write_warnings(&with);
    for (size_t i = 0; i < comparison->area_count; i++) {
        const struct compared_area *area = &comparison->areas[i];

        for (size_t j = 0; j < area->point_count; j++)
            write_point(&with, area, &area->points[j]);
        write_precedents(&with, area);
    }
    view_close(&with.decision);
    view_close(&text->view);
}

void text_comparisons(struct text_report *text)
{
    const struct dossiers *dossiers = text->output->dossiers;

    for (size_t i = 0; dossiers && i < dossiers->comparison_count; i++) {
        if (text->layout.into->length)
            buf_add_text(text->layout.into, "\n\n");
        write_comparison(text, dossiers->comparisons[i]);
    }
}
