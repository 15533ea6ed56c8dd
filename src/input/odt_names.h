/*
 * odt_names - the names of OpenDocument's XML that we know.
 */
#ifndef SKOLLINT_INPUT_ODT_NAMES_H
#define SKOLLINT_INPUT_ODT_NAMES_H

#include "base/xml.h"

/* NUMBER, SPACE, "name" */
#define ODT_NAMES(NAME)                                                      \
    NAME(OFFICE_BODY, OFFICE, "body")                                        \
    NAME(OFFICE_ANNOTATION, OFFICE, "annotation")                            \
    NAME(TEXT_P, TEXT, "p")                                                  \
    NAME(TEXT_H, TEXT, "h")                                                  \
    NAME(TEXT_SPAN, TEXT, "span")                                            \
    NAME(TEXT_S, TEXT, "s")                                                  \
    NAME(TEXT_C, TEXT, "c")                                                  \
    NAME(TEXT_TAB, TEXT, "tab")                                              \
    NAME(TEXT_LINE_BREAK, TEXT, "line-break")                                \
    NAME(TEXT_LIST, TEXT, "list")                                            \
    NAME(TEXT_NOTE, TEXT, "note")                                            \
    NAME(TEXT_NOTE_CITATION, TEXT, "note-citation")                          \
    NAME(TEXT_TRACKED_CHANGES, TEXT, "tracked-changes")                      \
    NAME(TEXT_DELETION, TEXT, "deletion")                                    \
    NAME(TEXT_PLACEHOLDER, TEXT, "placeholder")                              \
    NAME(TEXT_OUTLINE_LEVEL, TEXT, "outline-level")                          \
    NAME(TEXT_STYLE_NAME, TEXT, "style-name")                                \
    NAME(TABLE_TABLE, TABLE, "table")                                        \
    NAME(TABLE_ROW, TABLE, "table-row")                                      \
    NAME(TABLE_CELL, TABLE, "table-cell")                                    \
    NAME(TABLE_COVERED_CELL, TABLE, "covered-table-cell")                    \
    NAME(TABLE_STYLE_NAME, TABLE, "style-name")                              \
    NAME(DRAW_TEXT_BOX, DRAW, "text-box")                                    \
    NAME(STYLE_STYLE, STYLE, "style")                                        \
    NAME(STYLE_NAME, STYLE, "name")                                          \
    NAME(STYLE_PARENT, STYLE, "parent-style-name")                           \
    NAME(STYLE_HEADER, STYLE, "header")                                      \
    NAME(STYLE_FOOTER, STYLE, "footer")                                      \
    NAME(TEXT_DISPLAY, TEXT, "display")                                      \
    NAME(FO_COLOR, FO, "color")                                              \
    NAME(FO_BACKGROUND, FO, "background-color")

enum odt_number {
    ODT_UNKNOWN,
#define NAME(number, space, name) ODT_##number,
    ODT_NAMES(NAME)
#undef NAME
};

extern const struct xml_names odt_names;

#endif
