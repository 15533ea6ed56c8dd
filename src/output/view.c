/* view - one document of a review in words for people. */
#include "output/view.h"

#include "base/unicode.h"

#include <stdio.h>

enum { BEGINNING = 24 }; /* bytes that tell one quote from others */

void view_open(struct view *view, const struct output *output,
               const struct reviewed *reviewed)
{
    *view = (struct view){
        .output = output,
        .reviewed = reviewed,
        .document = reviewed->document,
        .arena = arena_new(),
    };
    view->mask = mask_new(view->arena, reviewed,
                          output->review->options.show_personal_data);
}

void view_close(struct view *view)
{
    arena_free(view->arena);
}

enum group view_group(const struct point *point)
{
    if (point->severity == SEVERITY_ADVICE)
        return GROUP_ADVICE;
    if (point->verdict == VERDICT_CANNOT_TELL ||
        point->verdict == VERDICT_ERROR)
        return GROUP_LOOK;
    return point->severity == SEVERITY_MUST ? GROUP_FIRST : GROUP_STRENGTHEN;
}

const char *group_name(enum group group)
{
    static const char *const names[GROUPS] = {"first", "strengthen", "look",
                                              "advice"};

    return names[group];
}

unsigned view_number(const struct view *view, const struct point *point)
{
    unsigned number = 1;

    if (view_group(point) >= GROUP_LOOK)
        return 0;
    for (const struct point *one = view->reviewed->points; one < point; one++)
        number += view_group(one) < GROUP_LOOK;
    return number;
}

size_t view_count(const struct view *view, enum group group, size_t *folded)
{
    size_t count = 0, closed = 0;

    for (size_t i = 0; i < view->reviewed->point_count; i++) {
        const struct point *point = &view->reviewed->points[i];

        if (view_group(point) != group)
            continue;
        count++;
        closed += !point->open;
    }
    if (folded)
        *folded = closed;
    return count;
}

size_t view_verdicts(const struct view *view, enum verdict verdict)
{
    size_t count = 0;

    for (size_t i = 0; i < view->reviewed->result_count; i++)
        count += view->reviewed->results[i].verdict == verdict;
    return count;
}

struct str view_text(const struct view *view, const char *key)
{
    return texts_get(view->output->texts, view->output->language,
                     str_from(key));
}

struct str view_named(const struct view *view, const char *prefix,
                      const char *name)
{
    char key[80];

    snprintf(key, sizeof key, "%s-%s", prefix, name);
    return view_text(view, key);
}

struct str view_sign(const struct view *view, enum verdict verdict)
{
    return view_named(view, "sign", verdict_name(verdict));
}

void view_add_count(struct buf *into, const struct view *view,
                    const char *key, size_t count)
{
    char number[24];

    snprintf(number, sizeof number, "%zu", count);
    texts_fill(into, view_named(view, key, count == 1 ? "one" : "many"),
               (struct text_value[]){{"n", str_from(number)}}, 1);
}

void view_add_words(struct buf *into, const struct view *view,
                    struct str words)
{
    struct buf masked = {0};

    mask_add_words(&masked, &view->mask, words);
    unicode_add_inert(into, buf_str(&masked));
    buf_free(&masked);
}

/* Bytes up to where a new sentence begins with a capital letter. */
static size_t first_sentence(struct str text)
{
    for (size_t at = 1; at + 2 < text.length; at++) {
        size_t length;

        if (text.at[at - 1] == '.' && text.at[at] == ' ' &&
            unicode_is_upper(unicode_decode(text, at + 1, &length)))
            return at;
    }
    return text.length;
}

void view_add_reason(struct buf *into, const struct view *view)
{
    struct str reason = view->reviewed->answer_reason;
    struct str note = view->reviewed->settings_note;

    if (view->reviewed->answer != ANSWER_READY)
        view_add_words(into, view,
                       str_part(reason, 0, first_sentence(reason)));
    if (note.length && into->length)
        buf_add_byte(into, ' ');
    view_add_words(into, view, note);
}

void view_add_span(struct buf *into, const struct view *view,
                   struct span span)
{
    struct buf masked = {0};

    mask_add_span(&masked, &view->mask, span);
    unicode_add_inert(into, str_trim(buf_str(&masked)));
    buf_free(&masked);
}

/* Bytes of the text up to the last space within `most` code points. */
static size_t cut_at_word(struct str text, size_t most)
{
    size_t at = 0, length, word = 0;

    for (size_t count = 0; at < text.length && count < most; count++) {
        uint32_t code_point = unicode_decode(text, at, &length);

        if (unicode_is_space(code_point))
            word = at;
        at += length;
    }
    if (at == text.length)
        return at;
    return word ? word : at;
}

/* Whether more of a quote is hidden than can be read. */
static bool is_hidden(const struct view *view, struct span span)
{
    return mask_hidden(&view->mask, span) * 2 > span.length;
}

bool view_add_quote(struct buf *into, const struct view *view,
                    struct span span, size_t most)
{
    struct buf quote = {0};
    struct str text;
    size_t kept;

    if (span.length == 0 || is_hidden(view, span) ||
        str_find(document_text(view->document, span), STR("\n"), 0) !=
            SIZE_MAX)
        return false;
    view_add_span(&quote, view, span);
    text = buf_str(&quote);
    kept = cut_at_word(text, most);
    buf_add(into, view_text(view, "quote-open"));
    buf_add(into, str_trim(str_part(text, 0, kept)));
    if (kept < text.length)
        buf_add(into, view_text(view, "cut"));
    buf_add(into, view_text(view, "quote-close"));
    buf_free(&quote);
    return true;
}

bool view_is_quoted(const struct view *view, struct str words,
                    struct span span)
{
    struct str quote = str_trim(document_text(view->document, span));

    return quote.length &&
           str_find(words, str_part(quote, 0, BEGINNING), 0) != SIZE_MAX;
}
