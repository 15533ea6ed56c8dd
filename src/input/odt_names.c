/* odt_names - the names of OpenDocument's XML that we know. */
#include "input/odt_names.h"

enum {
    SPACE_OFFICE = 1,
    SPACE_TEXT,
    SPACE_TABLE,
    SPACE_DRAW,
    SPACE_STYLE,
    SPACE_FO
};

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const struct xml_space spaces[] = {
    {OASIS "office:1.0", SPACE_OFFICE},
    {OASIS "text:1.0", SPACE_TEXT},
    {OASIS "table:1.0", SPACE_TABLE},
    {OASIS "drawing:1.0", SPACE_DRAW},
    {OASIS "style:1.0", SPACE_STYLE},
    {OASIS "xsl-fo-compatible:1.0", SPACE_FO},
    {0},
};

static const struct xml_name names[] = {
#define NAME(number, space, name) {SPACE_##space, name, ODT_##number},
    ODT_NAMES(NAME)
#undef NAME
        {0},
};

const struct xml_names odt_names = {spaces, names};
