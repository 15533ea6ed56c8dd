/*
 * styles - the named styles of a Word document, with what they inherit.
 */
#ifndef SKOLLINT_OOXML_STYLES_H
#define SKOLLINT_OOXML_STYLES_H

#include "ooxml/look.h"

struct style {
    struct str id, based_on, name;
    bool is_default;  /* of paragraphs */
    bool of_letters;  /* a character style */
    struct look look; /* after styles_read with all it inherits */
    int outline;      /* 0 to 8 as in Word; -1 none */
    bool outline_set;
    bool numbered, numbered_set;
    int list_level; /* from 0 */
    bool resolved;
};

struct styles {
    struct style *items; /* in order of id */
    size_t count, capacity;
    struct style plain; /* of a paragraph that names no style */
};

bool styles_read(struct styles *styles, struct arena *arena,
                 struct package *package, struct str part,
                 const struct theme *theme, struct failure *failure);

/* The style of an id; NULL when there is none. */
const struct style *styles_find(const struct styles *styles, struct str id);

#endif
