/*
 * odt_styles - what the styles of an OpenDocument text mean to us.
 */
#ifndef SKOLLINT_INPUT_ODT_STYLES_H
#define SKOLLINT_INPUT_ODT_STYLES_H

#include "base/arena.h"
#include "base/xml.h"
#include "ooxml/theme.h"

struct odt_style {
    struct str name;
    enum paint paint; /* of letters, or of their ground */
    bool hidden;
    bool title; /* of the document: a heading */
};

struct odt_styles {
    struct arena *arena;
    struct odt_style *items;
    size_t count, capacity;
    bool sorted;
};

/* Take in a start tag that may begin a style or say something of it. */
void odt_styles_take(struct odt_styles *styles, const struct xml_tag *tag);

/* NULL when there is none. Nothing is taken in after the first look. */
const struct odt_style *odt_styles_find(struct odt_styles *styles,
                                        struct str name);

#endif
