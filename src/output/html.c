/* html - what every part of the page is written with. */
#include "output/html.h"

#include <stdio.h>

void html_start(struct html *html, const char *name, const char *class)
{
    xml_start(html->xml, name);
    if (class)
        xml_attribute_text(html->xml, "class", class);
}

void html_end(struct html *html)
{
    xml_end(html->xml);
}

void html_line(struct html *html, const char *name, const char *class)
{
    html_start(html, name, class);
    xml_text(html->xml, buf_str(&html->line));
    html_end(html);
    buf_cut(&html->line, 0);
}

void html_key(struct html *html, const char *name, const char *class,
              const char *key)
{
    html_start(html, name, class);
    xml_text(html->xml, view_text(&html->view, key));
    html_end(html);
}

void html_heading(struct html *html, unsigned below, const char *key)
{
    char name[4];

    snprintf(name, sizeof name, "h%u", html->heading + below);
    html_key(html, name, NULL, key);
}

static struct str word_of(const struct html *html, enum verdict verdict,
                          bool if_found)
{
    const char *name = verdict_name(verdict);
    bool find = if_found && (verdict == VERDICT_MET ||
                             verdict == VERDICT_PARTLY ||
                             verdict == VERDICT_NOT_MET);

    return view_named(&html->view, find ? "found" : "verdict", name);
}

void html_verdict(struct html *html, enum verdict verdict, bool if_found,
                  enum html_word word)
{
    char class[40];

    snprintf(class, sizeof class, "sign %s", verdict_name(verdict));
    html_start(html, "span", class);
    if (word == HTML_SIGN_AND_WORD) {
        xml_attribute_text(html->xml, "aria-hidden", "true");
    } else {
        xml_attribute_text(html->xml, "role", "img");
        xml_attribute(html->xml, "aria-label",
                      word_of(html, verdict, if_found));
    }
    xml_text(html->xml, view_sign(&html->view, verdict));
    html_end(html);
    if (word != HTML_SIGN_AND_WORD)
        return;
    xml_text(html->xml, STR(" "));
    xml_text(html->xml, word_of(html, verdict, if_found));
}

void html_point_id(struct html *html, const char *attribute, size_t point)
{
    struct str id = html->view.reviewed->id;
    struct buf text = {0};

    buf_format(&text, "%s%.*s-p%zu", attribute[0] == 'h' ? "#" : "",
               (int)id.length, id.at, point + 1);
    xml_attribute(html->xml, attribute, buf_str(&text));
    buf_free(&text);
}
