/* names - the element and attribute names of Word's XML that we know. */
#include "ooxml/names.h"

enum {
    SPACE_NO,
    SPACE_W,
    SPACE_R,
    SPACE_REL,
    SPACE_MC,
    SPACE_W14,
    SPACE_W15,
    SPACE_A,
    SPACE_M,
    SPACE_V,
    SPACE_PKG,
    SPACE_DC,
    SPACE_CP
};

#define FORMATS   "http://schemas.openxmlformats.org/"
#define STRICT    "http://purl.oclc.org/ooxml/"
#define MICROSOFT "http://schemas.microsoft.com/office/"

static const struct xml_space spaces[] = {
    {FORMATS "wordprocessingml/2006/main", SPACE_W},
    {STRICT "wordprocessingml/main", SPACE_W},
    {FORMATS "officeDocument/2006/relationships", SPACE_R},
    {STRICT "officeDocument/relationships", SPACE_R},
    {FORMATS "package/2006/relationships", SPACE_REL},
    {FORMATS "markup-compatibility/2006", SPACE_MC},
    {MICROSOFT "word/2010/wordml", SPACE_W14},
    {MICROSOFT "word/2012/wordml", SPACE_W15},
    {FORMATS "drawingml/2006/main", SPACE_A},
    {STRICT "drawingml/main", SPACE_A},
    {FORMATS "officeDocument/2006/math", SPACE_M},
    {STRICT "officeDocument/math", SPACE_M},
    {"urn:schemas-microsoft-com:vml", SPACE_V},
    {MICROSOFT "2006/xmlPackage", SPACE_PKG},
    {"http://purl.org/dc/elements/1.1/", SPACE_DC},
    {FORMATS "package/2006/metadata/core-properties", SPACE_CP},
    {STRICT "package/metadata/core-properties", SPACE_CP},
    {0},
};

static const struct xml_name names[] = {
#define NAME(number, space, name) {SPACE_##space, name, number},
    WORD_NAMES(NAME)
#undef NAME
        {0},
};

const struct xml_names word_names = {spaces, names};

bool word_understands(struct str uri)
{
    static const struct str known[] = {
        STR_INIT(MICROSOFT "word/2010/wordprocessingShape"),
        STR_INIT(MICROSOFT "word/2010/wordprocessingGroup"),
        STR_INIT(MICROSOFT "word/2010/wordprocessingCanvas"),
        STR_INIT(MICROSOFT "word/2010/wordprocessingDrawing"),
        STR_INIT(MICROSOFT "word/2010/wordml"),
        STR_INIT(MICROSOFT "word/2012/wordml"),
        STR_INIT(MICROSOFT "word/2012/wordprocessingDrawing"),
        STR_INIT(MICROSOFT "word/2015/wordml/symex"),
        STR_INIT(MICROSOFT "drawing/2010/main"),
        STR_INIT(FORMATS "wordprocessingml/2006/main"),
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal(uri, known[i]))
            return true;
    return false;
}
