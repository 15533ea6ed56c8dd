/*
 * xml_html - HTML as browsers forgive it, tag by tag, through libxml2.
 *
 * Nothing is fetched and no script runs. Every start tag gets an end tag,
 * whether it was written or not. LIMIT_XML_ELEMENTS bounds it.
 */
#ifndef SKOLLINT_BASE_XML_HTML_H
#define SKOLLINT_BASE_XML_HTML_H

#include "base/fail.h"

struct html_tag {
    struct str name;               /* in lower case */
    const char *const *attributes; /* name, value, …, NULL; or NULL */
    size_t line;                   /* from 1 */
};

struct html_handler {
    void (*start)(void *self, const struct html_tag *tag);
    void (*end)(void *self, const struct html_tag *tag);
    void (*text)(void *self, struct str text, size_t line);
};

/* The value of an attribute; .at is NULL when there is none. */
struct str html_value(const struct html_tag *tag, const char *name);

/* The text must be UTF-8. False with the reason. */
bool html_read(struct str utf8, const struct html_handler *handler,
               void *self, struct failure *failure);

#endif
