/* html - the first screen of one document: the answer and what to do. */
#include "output/html.h"

#include <stdio.h>

static void write_head(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    char name[4];

    snprintf(name, sizeof name, "h%u", html->heading);
    if (reviewed->within >= 0) {
        buf_add(&html->line, view_text(&html->view, "retold"));
        view_add_area(&html->line, &html->view);
    } else
        view_add_kind(&html->line, &html->view);
    html_line(html, name, NULL);
    view_add_facts(&html->line, &html->view);
    if (html->line.length)
        html_line(html, "p", NULL);
    view_add_words(&html->line, &html->view, reviewed->document->path);
    html_line(html, "p", "small");
}

static void add_count(struct html *html, const char *key, size_t count)
{
    if (count == 0)
        return;
    if (html->line.length)
        buf_add(&html->line, view_text(&html->view, "separator"));
    view_add_count(&html->line, &html->view, key, count);
}

static void write_counts(struct html *html)
{
    const struct view *view = &html->view;

    for (enum group group = 0; group < GROUPS; group++) {
        char key[32];

        snprintf(key, sizeof key, "count-%s", group_name(group));
        add_count(html, key, view_count(view, group, NULL));
    }
    if (html->line.length)
        html_line(html, "p", NULL);
    add_count(html, "count-met", view_verdicts(view, VERDICT_MET));
    add_count(html, "count-not-applicable",
              view_verdicts(view, VERDICT_NOT_APPLICABLE));
    if (html->line.length)
        html_line(html, "p", "soft");
    view_add_since(&html->line, view);
    if (html->line.length)
        html_line(html, "p", NULL);
}

static void write_answer(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    const char *answer = answer_name(reviewed->answer);
    char class[40];

    snprintf(class, sizeof class, "answer %s", answer ? answer : "");
    html_start(html, "section", class);
    if (answer) {
        html_heading(html, 1, "answer-question");
        html_start(html, "p", "loud");
        xml_text(html->xml,
                 view_named(&html->view, "answer-word", answer));
        html_end(html);
    }
    view_add_reason(&html->line, &html->view);
    if (html->line.length)
        html_line(html, "p", NULL);
    if (answer)
        write_counts(html);
    html_end(html);
}

static void write_column(struct html *html, const char *class,
                         const char *key)
{
    html_start(html, "th", class);
    xml_attribute_text(html->xml, "scope", "col");
    xml_text(html->xml, view_text(&html->view, key));
    html_end(html);
}

static void write_row(struct html *html, size_t index)
{
    const struct point *point = &html->view.reviewed->points[index];

    html_start(html, "tr", NULL);
    html_start(html, "td", "number");
    buf_format(&html->line, "%u", view_number(&html->view, point));
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_start(html, "td", NULL);
    html_start(html, "a", NULL);
    html_point_id(html, "href", index);
    view_add_title(&html->line, &html->view, point);
    xml_text(html->xml, buf_str(&html->line));
    buf_cut(&html->line, 0);
    html_end(html);
    html_end(html);
    view_add_places(&html->line, &html->view, point->places,
                    point->place_count);
    html_line(html, "td", "where");
    html_start(html, "td", "nowrap");
    html_verdict(html, point->verdict, false, HTML_SIGN_AND_WORD);
    html_end(html);
    html_end(html);
}

static bool is_task(const struct point *point)
{
    return point->open && view_group(point) < GROUP_LOOK;
}

static void write_tasks(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    size_t count = 0;

    for (size_t i = 0; i < reviewed->point_count; i++)
        count += is_task(&reviewed->points[i]);
    if (count == 0)
        return;
    html_start(html, "section", "tasks");
    html_heading(html, 1, "html-tasks");
    html_start(html, "table", NULL);
    html_key(html, "caption", NULL, "html-tasks-order");
    html_start(html, "thead", NULL);
    html_start(html, "tr", NULL);
    write_column(html, "number", "html-number");
    write_column(html, NULL, "html-task");
    write_column(html, "where", "html-where");
    write_column(html, NULL, "html-verdict");
    html_end(html);
    html_end(html);
    html_start(html, "tbody", NULL);
    for (size_t i = 0; i < reviewed->point_count; i++)
        if (is_task(&reviewed->points[i]))
            write_row(html, i);
    html_end(html);
    html_end(html);
    html_end(html);
}

static void write_looks(struct html *html)
{
    const struct reviewed *reviewed = html->view.reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->point_count; i++) {
        const struct point *point = &reviewed->points[i];

        if (view_group(point) != GROUP_LOOK)
            continue;
        if (first) {
            html_start(html, "section", NULL);
            html_heading(html, 1, "group-look");
            html_start(html, "ul", "look");
        }
        first = false;
        html_start(html, "li", NULL);
        html_start(html, "span", NULL);
        html_verdict(html, VERDICT_CANNOT_TELL, false, HTML_SIGN);
        html_start(html, "a", NULL);
        html_point_id(html, "href", i);
        view_add_title(&html->line, &html->view, point);
        xml_text(html->xml, buf_str(&html->line));
        buf_cut(&html->line, 0);
        html_end(html);
        html_end(html);
        html_key(html, "span", "tick", "html-tick");
        html_end(html);
    }
    if (first)
        return;
    html_end(html);
    html_end(html);
}

static void write_areas(struct html *html)
{
    const struct outline *outline = html->view.reviewed->outline;

    html_start(html, "ul", NULL);
    for (size_t i = 0; i < outline->area_count; i++) {
        const struct area *area = &outline->areas[i];

        view_add_words(&html->line, &html->view, area->name.text);
        if (area->rating) {
            buf_add(&html->line, view_text(&html->view, "separator"));
            buf_add(&html->line,
                    view_named(&html->view, "rating", area->rating));
        }
        if (area->outcome) {
            buf_add(&html->line, view_text(&html->view, "separator"));
            buf_add(&html->line,
                    view_named(&html->view, "outcome", area->outcome));
        }
        html_line(html, "li", NULL);
    }
    html_end(html);
}

/* "Så här lästes dokumentet": what was found to judge. */
static void write_reading(struct html *html)
{
    const struct outline *outline = html->view.reviewed->outline;
    char labels[48], fields[48];

    snprintf(labels, sizeof labels, "%zu", outline->labels_seen);
    snprintf(fields, sizeof fields, "%zu", outline->fields_seen);
    texts_fill(&html->line, view_text(&html->view, "html-reading"),
               (struct text_value[]){
                   {"labels", outline->labels_of ? str_from(labels) : STR("")},
                   {"fields", outline->fields_of ? str_from(fields) : STR("")},
                   {"limited", html->view.document->quality == READING_GOOD
                                   ? STR("")
                                   : STR("x")}},
               3);
    html_line(html, "p", "soft");
}

void html_document(struct html *html)
{
    write_head(html);
    write_answer(html);
    if (html->view.reviewed->answer == ANSWER_NONE) {
        write_areas(html);
        return;
    }
    write_tasks(html);
    write_looks(html);
    html_thread(html);
    write_reading(html);
    html_points(html);
    html_folded(html);
}
