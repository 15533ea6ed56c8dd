/*
 * html - the parts of the page; see write_html.c.
 *
 * Everything goes through base/xml_write, so that nothing a document holds
 * can become markup. A text is put together in `line` and then written.
 */
#ifndef SKOLLINT_OUTPUT_HTML_H
#define SKOLLINT_OUTPUT_HTML_H

#include "base/xml_write.h"
#include "output/view.h"

struct html {
    const struct output *output;
    struct xml_writer *xml;
    struct view view;
    struct buf line;
    unsigned heading; /* 1 on a page of one document, 2 among several */
};

extern const char *const html_style[]; /* ends in NULL */

/* <name class="…"> */
void html_start(struct html *html, const char *name, const char *class);
void html_end(struct html *html);

/* <name class="…">the line, or the text of a key</name> */
void html_line(struct html *html, const char *name, const char *class);
void html_key(struct html *html, const char *name, const char *class,
              const char *key);

/* A heading `below` levels under the page's own, with the text of a key. */
void html_heading(struct html *html, unsigned below, const char *key);

/* <span class="sign met" aria-hidden>●</span> and, when asked, the word. */
enum html_word { HTML_SIGN, HTML_SIGN_AND_WORD };
void html_verdict(struct html *html, enum verdict verdict, bool if_found,
                  enum html_word word);

/* href="#d1-p3" or id="d1-p3" */
void html_point_id(struct html *html, const char *attribute, size_t point);

/* One judged document: the first screen, the points, what is folded. */
void html_document(struct html *html);
void html_points(struct html *html);
void html_folded(struct html *html);
void html_thread(struct html *html);

/* What compare found, and audit, above the documents. */
void html_comparisons(struct html *html);
void html_dossiers(struct html *html);

#endif
