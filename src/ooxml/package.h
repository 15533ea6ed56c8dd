/*
 * package - a Word file as parts and the relationships between them.
 *
 * Zip files (.docx .docm .dotx) and Flat OPC (one .xml). Parts are found
 * through relationships, never by their usual names, and are read in pieces.
 */
#ifndef SKOLLINT_OOXML_PACKAGE_H
#define SKOLLINT_OOXML_PACKAGE_H

#include "base/arena.h"
#include "base/xml.h"

struct package;

/* NULL with the reason. The bytes must outlive it. */
struct package *package_open(struct str bytes, struct failure *failure);
struct package *package_open_flat(struct str bytes, struct failure *failure);
void package_close(struct package *package); /* NULL is fine */

/* Names have no leading slash: "word/document.xml". */
bool package_has(const struct package *package, struct str part);

/* The name as the package has it: case and all; NULL .at when it has not. */
struct str package_name(const struct package *package, struct str part);

/* A part whose name ends so ("vbaProject.bin"); NULL .at when none does. */
struct str package_find_end(const struct package *package, struct str end);

struct relationship {
    struct str id;
    struct str type;   /* the last step of its URI: "header", "comments" */
    struct str target; /* a part's name; a URI when external */
    bool external;
};

struct relationships {
    struct relationship *items;
    size_t count, capacity;
};

/* What a part ("" for the package) relates to; none is no failure. */
bool package_relationships(struct package *package, struct str part,
                           struct relationships *relationships,
                           struct failure *failure);

/* The first of a type, or that with an id; NULL when there is none. */
const struct relationship *relationship_of_type(
    const struct relationships *all, struct str type);
const struct relationship *relationship_of_id(const struct relationships *all,
                                              struct str id);

/* Read a part through the handler; xml_* offsets are as base/xml.h says. */
struct package_reader {
    const struct xml_handler *handler;
    void *self;
    struct xml **xml; /* where the reader wants to have it; may be NULL */
};
bool package_parse(struct package *package, struct str part,
                   struct package_reader reader, struct failure *failure);

#endif
