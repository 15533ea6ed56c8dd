/*
 * xml_write - XML and HTML whose escaping cannot be forgotten.
 *
 * The door to libxml2's xmlTextWriter. Elements are opened and closed in
 * pairs; texts and attributes are escaped by the library, and characters
 * that XML cannot hold become U+FFFD.
 */
#ifndef SKOLLINT_BASE_XML_WRITE_H
#define SKOLLINT_BASE_XML_WRITE_H

#include "base/buf.h"

struct xml_writer;

enum xml_kind {
    XML_FILE, /* begins with an XML declaration; empty elements close short */
    XML_PART, /* the same without the declaration */
    XML_HTML  /* begins with <!DOCTYPE html>; every element has an end tag
                 except those of HTML that never have one */
};

/* What is written is added to `into` at xml_finish. */
struct xml_writer *xml_writer_new(struct buf *into, enum xml_kind kind);
void xml_finish(struct xml_writer *xml); /* ends what is open, and frees */

void xml_start(struct xml_writer *xml, const char *name);
void xml_end(struct xml_writer *xml);
void xml_attribute(struct xml_writer *xml, const char *name,
                   struct str value);
void xml_attribute_text(struct xml_writer *xml, const char *name,
                        const char *value);
void xml_attribute_number(struct xml_writer *xml, const char *name,
                          long long value);
void xml_text(struct xml_writer *xml, struct str text);

/* Start, text and end in one: <name>text</name>. */
void xml_element(struct xml_writer *xml, const char *name, struct str text);

/* Our own bytes as they are: a style sheet. Never a document's text. */
void xml_raw(struct xml_writer *xml, const char *bytes);

#endif
