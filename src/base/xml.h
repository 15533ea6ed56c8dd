/*
 * xml - XML read piece by piece, with the exact place of all of it.
 *
 * The only door to libxml2. A DOCTYPE is refused (so there are no entities
 * but the five and numbers), nothing is fetched; limits: LIMIT_XML_DEPTH,
 * LIMIT_XML_ELEMENTS, and LIMIT_XML_ATTRIBUTES of a tag together with the
 * namespaces it is in.
 * Parts may be UTF-8, UTF-16 or Windows-1252; offsets count bytes of the
 * part as UTF-8, byte order mark included.
 */
#ifndef SKOLLINT_BASE_XML_H
#define SKOLLINT_BASE_XML_H

#include "base/fail.h"

/*
 * The names a reader knows, as numbers of its own. Several namespaces may
 * have one number; tables end with a NULL. Space 0 is "no namespace".
 */
struct xml_space {
    const char *uri;
    int space;
};

struct xml_name {
    int space;
    const char *name;
    int number; /* above 0 */
};

struct xml_names {
    const struct xml_space *spaces;
    const struct xml_name *names;
};

struct xml;

/* An element's start or end tag; only while the handler runs. */
struct xml_tag {
    int number;       /* of its name; 0 when it is none of those known */
    struct str local; /* its name without prefix */
    uint64_t start;   /* offset of its "<" */
    uint64_t end;     /* offset after its ">" */
    struct xml *xml;
    const void *attributes;
    int attribute_count;
};

/* The value of an attribute by number; .at is NULL when there is none. */
struct str xml_value(const struct xml_tag *tag, int number);

/* The URI that a prefix stands for at this tag; .at NULL when for none. */
struct str xml_prefix_uri(const struct xml_tag *tag, struct str prefix);

/*
 * What a reader does with it. Text comes in pieces; `length` is how many
 * bytes it takes at `offset`: as many as the text has, or it is one
 * character written as an entity; 0 when unknown. Any may be NULL.
 */
struct xml_handler {
    const struct xml_names *names;
    void (*start)(void *self, const struct xml_tag *tag);
    void (*end)(void *self, const struct xml_tag *tag);
    void (*text)(void *self, struct str text, uint64_t offset,
                 uint32_t length);
};

/* The handler must outlive it. */
struct xml *xml_new(const struct xml_handler *handler, void *self);
void xml_free(struct xml *xml); /* NULL is fine */

/* The next piece, of any size; xml_close after the last. */
bool xml_push(struct xml *xml, struct str piece, struct failure *failure);
bool xml_close(struct xml *xml, struct failure *failure);

/* For handlers: stop, for this reason (unless there is one already). */
void xml_stop(struct xml *xml, const char *key);

#endif
