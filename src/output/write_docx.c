/* write_docx - a copy of the Word file with the points as comments. */
#include "output/docx_anchor.h"
#include "output/docx_table.h"
#include "output/view.h"
#include "output/writers.h"

#include "base/hash.h"

enum {
    REASON_MOST = 20,
    WORDS_MOST = 58,  /* of a comment, as people count them */
    PLACES_MOST = 4,  /* comments of one point */
    COMMENTS_MOST = 64
};

struct docx {
    const struct output *output;
    struct view view;
    struct arena *arena;
    struct annotation items[COMMENTS_MOST];
    size_t count;
};

static struct str keep(struct docx *docx, struct buf *text)
{
    struct str kept = arena_str(docx->arena, buf_str(text));

    buf_free(text);
    return kept;
}

static void add_line(struct annotation *annotation, enum comment_look look,
                     struct str text)
{
    if (text.length && annotation->line_count < COMMENT_LINES)
        annotation->lines[annotation->line_count++] =
            (struct comment_line){text, look};
}

static struct annotation *new_annotation(struct docx *docx)
{
    struct annotation *annotation = &docx->items[docx->count++];

    *annotation = (struct annotation){0};
    return annotation;
}

static size_t word_count(struct str text)
{
    size_t count = 0;
    struct str word;

    while (str_cut(&text, ' ', &word))
        count += word.length > 0;
    return count;
}

/* The first so many words, and an ellipsis. */
static struct str cut_words(struct docx *docx, struct str text, size_t words)
{
    struct str rest = text, word;
    struct buf cut = {0};

    for (size_t count = 0; count < words && str_cut(&rest, ' ', &word);) {
        if (word.length == 0)
            continue;
        if (count++)
            buf_add_byte(&cut, ' ');
        buf_add(&cut, word);
    }
    buf_add(&cut, view_text(&docx->view, "cut"));
    return keep(docx, &cut);
}

/* Whole sentences of a text within so many words, else a part of one. */
static struct str within(struct docx *docx, struct str text, size_t words)
{
    size_t end = 0;

    if (words == 0)
        return STR("");
    for (size_t at = 1; at <= text.length; at++) {
        bool ends = at == text.length ||
                    (text.at[at - 1] == '.' && text.at[at] == ' ');

        if (ends && word_count(str_part(text, 0, at)) > words)
            break;
        if (ends)
            end = at;
    }
    if (end == 0 && text.length)
        return cut_words(docx, text, words);
    return str_part(text, 0, end);
}

static struct str words_of(struct docx *docx, struct str words)
{
    struct buf text = {0};

    view_add_words(&text, &docx->view, words);
    return keep(docx, &text);
}

/* Last and small: what was asked, and its code. */
static struct str source_line(struct docx *docx, const struct point *point)
{
    struct buf text = {0};

    for (size_t i = 0; i < point->result_count && i < 3; i++) {
        const struct criterion *criterion =
            docx->view.reviewed->results[point->results[i]].criterion;

        if (i)
            buf_add_text(&text, ", ");
        if (i == 0) {
            view_add_words(
                &text, &docx->view,
                saying_in(&criterion->title, docx->output->language));
            buf_add(&text, view_text(&docx->view, "separator"));
        }
        buf_add(&text, criterion->id);
    }
    return keep(docx, &text);
}

/* What to write may take half of the words, and what is left over. */
static void add_point(struct docx *docx, const struct point *point)
{
    struct annotation *annotation = new_annotation(docx);
    struct str message = words_of(docx, point->message);
    struct str advice = words_of(docx, point->advice);
    struct str source = source_line(docx, point), first;
    struct buf head = {0};
    size_t left;

    buf_add(&head, view_named(&docx->view, "group",
                              group_name(view_group(point))));
    buf_add_text(&head, ": ");
    view_add_title(&head, &docx->view, point);
    left = WORDS_MOST - word_count(buf_str(&head)) - word_count(source);
    first = within(docx, advice, left / 2);
    message = within(docx, message, left - word_count(first));
    advice = within(docx, advice, left - word_count(message));
    add_line(annotation, COMMENT_STRONG, keep(docx, &head));
    add_line(annotation, COMMENT_PLAIN, message);
    add_line(annotation, COMMENT_PLAIN, advice);
    add_line(annotation, COMMENT_SMALL, source);
    if (point->place_count)
        docx_anchor(annotation, docx->view.document, point->places[0]);
}

/* The same thing at another place: short, and where it is said in full. */
static void add_again(struct docx *docx, const struct point *point,
                      struct span place)
{
    struct annotation *annotation = new_annotation(docx);
    struct buf where = {0}, text = {0};

    view_add_words(&text, &docx->view, point->title);
    add_line(annotation, COMMENT_STRONG, keep(docx, &text));
    view_add_places(&where, &docx->view, &point->places[0], 1);
    texts_fill(&text, view_text(&docx->view, "docx-again"),
               (struct text_value[]){{"place", buf_str(&where)}}, 1);
    add_line(annotation, COMMENT_PLAIN, keep(docx, &text));
    buf_free(&where);
    docx_anchor(annotation, docx->view.document, place);
}

static void add_points(struct docx *docx)
{
    const struct reviewed *reviewed = docx->view.reviewed;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct point *point = &reviewed->points[i];

        if (!point->open || docx->count == COMMENTS_MOST)
            continue;
        add_point(docx, point);
        for (size_t j = 1; j < point->place_count && j < PLACES_MOST; j++)
            if (docx->count < COMMENTS_MOST)
                add_again(docx, point, point->places[j]);
    }
}

static struct str counts(struct docx *docx)
{
    struct buf text = {0};

    for (enum group group = 0; group < GROUPS; group++) {
        size_t count = view_count(&docx->view, group, NULL);
        struct buf key = {0};

        if (count == 0)
            continue;
        if (text.length)
            buf_add(&text, view_text(&docx->view, "separator"));
        buf_format(&key, "count-%s", group_name(group));
        view_add_count(&text, &docx->view, key.at, count);
        buf_free(&key);
    }
    return keep(docx, &text);
}

/* The answer, on the title; and that this is a copy. */
static void add_answer(struct docx *docx)
{
    const struct reviewed *reviewed = docx->view.reviewed;
    const char *answer = answer_name(reviewed->answer);
    struct annotation *annotation = new_annotation(docx);
    struct buf text = {0};

    if (answer) {
        buf_add(&text, view_text(&docx->view, "answer-question"));
        buf_add_byte(&text, ' ');
        buf_add(&text, view_named(&docx->view, "answer-word", answer));
        buf_add_byte(&text, '.');
        add_line(annotation, COMMENT_STRONG, keep(docx, &text));
    }
    view_add_reason(&text, &docx->view);
    add_line(annotation, COMMENT_PLAIN,
             within(docx, keep(docx, &text), REASON_MOST));
    add_line(annotation, COMMENT_PLAIN, counts(docx));
    add_line(annotation, COMMENT_PLAIN, view_text(&docx->view, "docx-aid"));
    add_line(annotation, COMMENT_PLAIN, view_text(&docx->view, "docx-copy"));
    if (annotate_breaks_signature(docx->output->source))
        add_line(annotation, COMMENT_PLAIN,
                 view_text(&docx->view, "docx-signature"));
    docx_anchor(annotation, docx->view.document,
                reviewed->outline->kind_span);
}

static bool can_annotate(const struct docx *docx)
{
    return str_equal(docx->view.document->format, STR("docx")) &&
           str_starts(docx->output->source, STR("PK"));
}

/* Ids of our comments that a person resolved or answered: those stay. */
static const struct str *kept_comments(struct docx *docx, size_t *count)
{
    const struct document *document = docx->view.document;
    struct str *kept = arena_alloc(
        docx->arena, (document->comment_count + 1) * sizeof *kept);

    *count = 0;
    for (size_t i = 0; i < document->comment_count; i++)
        if (comment_is_settled(&document->comments[i]))
            kept[(*count)++] = document->comments[i].id;
    str_sort(kept, *count);
    return kept;
}

static bool write_copy(struct docx *docx, struct buf *into,
                       struct failure *failure)
{
    char sha256[65];
    struct annotating annotating = {
        .author = STR(COMMENT_AUTHOR),
        .initials = STR("sk"),
        .date = docx->output->review->options.today,
        .items = docx->items,
    };

    hash_sha256(docx->output->source, sha256);
    if (!str_equal(str_from(sha256), str_from(docx->view.document->sha256)))
        return fail(failure, "docx-changed", "%s", "");
    add_answer(docx);
    add_points(docx);
    annotating.count = docx->count;
    annotating.kept = kept_comments(docx, &annotating.kept_count);
    return annotate(into, docx->output->source, &annotating, failure);
}

static bool write(struct buf *into, const struct output *output,
                  struct failure *failure)
{
    struct docx docx = {.output = output, .arena = arena_new()};
    bool good = true;

    view_open(&docx.view, output, &output->review->documents[output->first]);
    if (can_annotate(&docx))
        good = write_copy(&docx, into, failure);
    else
        docx_table(into, &docx.view);
    view_close(&docx.view);
    arena_free(docx.arena);
    return good;
}

const struct writer writer_docx = {
    .name = "docx",
    .suffix = "docx",
    .one_document = true,
    .write = write,
};
