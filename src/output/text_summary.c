/* text_summary - the documents of a run, a line each. */
#include "output/text_report.h"

#include "base/unicode.h"

enum { ANSWER_WIDTH = 22 };

static void add_padded(struct text_report *text, struct str words,
                       size_t width)
{
    buf_add(&text->line, words);
    for (size_t i = unicode_count(words); i < width; i++)
        buf_add_byte(&text->line, ' ');
    buf_add_text(&text->line, "  ");
}

/* The groups that a person must do something about, a column each. */
static void add_columns(struct text_report *text, bool head)
{
    for (enum group group = 0; group < GROUP_ADVICE; group++) {
        struct str name =
            view_named(&text->view, "summary", group_name(group));
        size_t count = head ? 0 : view_count(&text->view, group, NULL);
        struct buf number = {0};

        if (head)
            buf_add(&number, name);
        else if (text->view.reviewed->answer != ANSWER_NONE)
            buf_format(&number, "%*zu", (int)unicode_count(name), count);
        add_padded(text, buf_str(&number), unicode_count(name));
        buf_free(&number);
    }
}

void text_summary_head(struct text_report *text)
{
    add_padded(text, view_text(&text->view, "summary"), ANSWER_WIDTH);
    add_columns(text, true);
    buf_add(&text->line, view_text(&text->view, "html-document"));
    text_flush(text, 0, STYLE_STRONG);
}

void text_summary_line(struct text_report *text)
{
    const struct reviewed *reviewed = text->view.reviewed;
    const char *name = answer_name(reviewed->answer);
    struct buf lead = {0};

    add_padded(text,
               view_named(&text->view, "answer-loud", name ? name : "none"),
               ANSWER_WIDTH);
    if (!text->output->brief)
        add_columns(text, false);
    buf_add(&lead, buf_str(&text->line));
    buf_cut(&text->line, 0);
    view_add_name(&text->line, &text->view);
    if (reviewed->settings_note.length) {
        buf_add(&text->line, view_text(&text->view, "separator"));
        view_add_words(&text->line, &text->view, reviewed->settings_note);
    }
    if (reviewed->within < 0) { /* a path is copied, so never cut */
        buf_add(text->layout.into, buf_str(&lead));
        buf_add(text->layout.into, buf_str(&text->line));
        buf_add_byte(text->layout.into, '\n');
    } else {
        layout_text(&text->layout,
                    (struct styled){buf_str(&lead), STYLE_PLAIN},
                    ANSWER_WIDTH + 2,
                    (struct styled){buf_str(&text->line), STYLE_PLAIN});
    }
    buf_cut(&text->line, 0);
    buf_free(&lead);
}
